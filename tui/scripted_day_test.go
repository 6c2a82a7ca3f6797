package tui

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"minutebook/agenda"
)

// fullDay is the entries of a ten-hour day; with 500,000 keys it is as much as
// any clerk has written.
const fullDay = 3000

// scriptedDay is a day at the keyboard, every key drawn, and what it took.
type scriptedDay struct {
	*testing.T
	a       *app
	s       *session
	walk    string
	rounds  int // of the walk
	took    []time.Duration
	parts   []int     // where in took each tenth ends
	heaps   []float64 // MB in use after each tenth
	seen    map[string]bool
	entries []int // after each tenth
}

// TestScriptedDay is a ten-hour day at speed, every key drawn: memory is flat
// after the first tenth of it, and a key does not get slower. Without
// MINUTEBOOK_DAY=500000, which is the whole of it, the hours between the first
// few minutes and the last leave their entries without a key.
func TestScriptedDay(t *testing.T) {
	if testing.Short() {
		t.Skip("a day is long")
	}
	walk, err := os.ReadFile(filepath.Join(testdata, "long-day.walk"))
	if err != nil {
		t.Fatal(err)
	}
	d := &scriptedDay{T: t, walk: string(walk), rounds: 2, seen: map[string]bool{}}
	d.a, d.s = openLongDay(t)
	each := len(longDayKeys(t, d.round(99)))
	want, _ := strconv.Atoi(os.Getenv("MINUTEBOOK_DAY"))
	d.rounds = max(d.rounds, want/each)
	d.took = make([]time.Duration, 0, d.rounds*(each+50))
	for n := range d.rounds {
		d.play(n)
		if n == 0 && d.rounds == 2 {
			d.hours(fullDay)
		}
		if part := (n + 1) * min(10, d.rounds) / d.rounds; part > len(d.parts) {
			d.measure()
		}
	}
	d.judge(each)
}

// round is the walk of a matter with its number.
func (d *scriptedDay) round(n int) string {
	return strings.ReplaceAll(d.walk, "{n}", strconv.Itoa(10+n))
}

func (d *scriptedDay) play(n int) {
	for _, msg := range longDayKeys(d, d.round(n)) {
		began := time.Now()
		cmd := d.a.update(msg)
		d.a.frame()
		d.took = append(d.took, time.Since(began))
		run(d, d.a, cmd)
		d.seen[fmt.Sprintf("%T", d.a.top())] = true
	}
	if l, ok := d.a.top().(*live); !ok || !l.comp.Empty() {
		d.Fatalf("round %d did not end in the meeting:\n%s", n, plainFrame(d.a))
	}
}

// hours is what many entries leave behind, in items of 25.
func (d *scriptedDay) hours(entries int) {
	r, item := d.s.record(), agenda.ID(0)
	for i := range entries {
		var err error
		if i%25 == 0 {
			last := r.Open.Items[len(r.Open.Items)-1].ID
			if r, item, err = r.AddItem(last, agenda.Item{Level: 1, Title: fmt.Sprint("Winter works of year ", i)}); err != nil {
				d.Fatal(err)
			}
		}
		kind := []agenda.Kind{agenda.Narrative, agenda.Question, agenda.Comment}[i%3]
		text := fmt.Sprint("There was discussion of the lights on the outer mole, which had failed twice, and of light ", i)
		if r, _, err = r.Add(item, agenda.Entry{Kind: kind, Text: text}); err != nil {
			d.Fatal(err)
		}
	}
	run(d, d.a, d.s.do(r, "the hours between"))
}

func (d *scriptedDay) measure() {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	d.heaps = append(d.heaps, float64(m.HeapAlloc)/(1<<20))
	d.parts = append(d.parts, len(d.took))
	d.entries = append(d.entries, entryCount(d.s.record()))
}

// part is what the keys of a tenth took, sorted.
func (d *scriptedDay) part(i int) []time.Duration {
	from := 0
	if i > 0 {
		from = d.parts[i-1]
	}
	return slices.Sorted(slices.Values(d.took[from:d.parts[i]]))
}

func (d *scriptedDay) judge(each int) {
	last := len(d.parts) - 1
	var medians, tails []time.Duration
	for i := range d.parts {
		p := d.part(i)
		medians, tails = append(medians, p[len(p)/2]), append(tails, p[len(p)*99/100])
	}
	d.Logf("%d keys; by tenths: entries %d; MB %.1f; median of a key %v; p99 %v", len(d.took), d.entries, d.heaps, medians, tails)
	if medians[last] > medians[0]*3/2 {
		d.Errorf("a key takes %v at the end of the day, and took %v at its beginning", medians[last], medians[0])
	}
	growth, more := d.heaps[last]-d.heaps[0], d.entries[last]-d.entries[0]
	if own := float64(more) * perEntry / (1 << 20); growth > 1+own {
		d.Errorf("memory grew by %.1f MB after the first tenth, of which %d entries may have taken %.1f", growth, more, own)
	}
	if d.heaps[last] > 150 {
		d.Errorf("%.1f MB in use", d.heaps[last])
	}
	if want := d.rounds * each / 200; d.entries[last] < want {
		d.Errorf("only %d entries were kept of %d keys", d.entries[last], len(d.took))
	}
	for _, name := range screenTypes(d) {
		if !d.seen["*tui."+name] && !slices.Contains(uneventful, name) {
			d.Errorf("the day goes by %s", name)
		}
	}
}

// perEntry is the bytes an entry may cost: what it says in the record, in the book
// in memory and in its history, and the steps that can be undone. It is 4 KB on a
// whole day.
const perEntry = 6 << 10

// uneventful is the screens that a day without faults does not show.
var uneventful = []string{"recovery"}

// screenTypes is the name of every screen there is.
func screenTypes(t testing.TB) (names []string) {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Recv == nil || fn.Name.Name != "View" || fn.Type.Params.NumFields() != 3 {
				continue
			}
			if of, ok := fn.Recv.List[0].Type.(*ast.StarExpr); ok {
				names = append(names, of.X.(*ast.Ident).Name)
			}
		}
	}
	return names
}
