package exports

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// linesOfAMeeting are typed in the histories below, in any order.
var linesOfAMeeting = []string{
	"First.", "Second.", "? What of the tides?", "> it was allowed for.", "* Residents should be told.", "! That it be so.\n!- at once",
	"+ Pike: bring figures", "| a | b |\n| 1 | 2 |", "/arrive Lunt", "/leave Pike 18:40", "/close 20:41", "/open 20:45", "- a point",
	"#5 Elsewhere.", "== 6 New business", "@Lunt spoke.", "Two.\n/close 20:40\n? And?",
	"/exempt 3: the affairs of a tenant", "/exempt", "/public", "/leave public 19:40", "public summary: A lease was considered.",
}

// twins are two histories of one meeting that differ in what is closed alone.
type twins struct {
	*rapid.T
	plain, noted agenda.Record
	item         int // index of the item written to
}

func startTwins(t *rapid.T) *twins {
	b := agenda.Body{
		Seats: []agenda.Seat{{Title: "Cllr", Name: "Jo Lunt"}, {Title: "Cllr", Name: "Tom Pike"}},
		Standing: []agenda.Standing{
			{Title: "Apologies", Kind: agenda.KindApologies}, {Title: "Dredging", Wording: "That it be offered."}, {Title: "Dues"}, {Title: "Buoys"}, {Title: "Lease"},
		},
	}
	r := agenda.NewMeeting(b, "m1", "2026-03-12T18:00", "Guildhall", nil)
	return &twins{T: t, plain: r, noted: r}
}

// both makes the same change to each. It either can be made to both or to
// neither.
func (t *twins) both(change func(agenda.Record) (agenda.Record, error)) {
	plain, err := change(t.plain)
	noted, err2 := change(t.noted)
	if fmt.Sprint(err) != fmt.Sprint(err2) && t.plain.Open.Items[t.item].Exempt == nil {
		t.Fatalf("one was changed alone: %v, %v", err, err2)
	}
	if err == nil && err2 == nil { // in private business the clerk's own words may forbid it
		t.plain, t.noted = plain, noted
	}
}

func (t *twins) line() {
	at := t.plain.Open.Items[t.item].ID
	text := rapid.SampledFrom(linesOfAMeeting).Draw(t.T, "line")
	t.both(func(r agenda.Record) (agenda.Record, error) {
		next, _, err := notes.Apply(r, at, text, "2026-03-12T18:30")
		return next, err
	})
}

// strike takes out an entry, on which a note may be anchored.
func (t *twins) strike() {
	entries := t.plain.Open.Items[t.item].Entries
	if len(entries) == 0 {
		return
	}
	e := rapid.SampledFrom(entries).Draw(t.T, "struck")
	t.both(func(r agenda.Record) (agenda.Record, error) {
		next, _, err := r.Strike(e.ID)
		return next, err
	})
}

func (t *twins) move() {
	entries := t.plain.Open.Items[t.item].Entries
	if len(entries) == 0 {
		return
	}
	e := rapid.SampledFrom(entries).Draw(t.T, "moved")
	to := rapid.SampledFrom(t.plain.Open.Items).Draw(t.T, "to").ID
	t.both(func(r agenda.Record) (agenda.Record, error) { return r.MoveTo(e.ID, to) })
}

func (t *twins) take() {
	t.item = rapid.IntRange(0, len(t.plain.Open.Items)-1).Draw(t.T, "item")
	id := t.plain.Open.Items[t.item].ID
	t.both(func(r agenda.Record) (agenda.Record, error) { return r.Take(id, "2026-03-12T18:35") })
}

// secret writes private business, where there is some.
func (t *twins) secret() {
	it := t.noted.Open.Items[t.item]
	if !it.Private() {
		return
	}
	text := rapid.SampledFrom([]string{"The rent was £4.", "? What rent?", "> too little.", "! That it be let.\n!- soon\n/by all", "+ Pike: let it",
		"| rent |\n| 4 |", "/outcome deferred to June: the tenant was ill", "paper: 7, Rents", "% and a note"}).Draw(t.T, "secret")
	if next, _, err := notes.Apply(t.noted, it.ID, text, "2026-03-12T18:31"); err == nil {
		t.noted = next
	}
}

// note writes, changes or strikes something closed.
func (t *twins) note() {
	at := t.noted.Open.Items[t.item].ID
	text := rapid.SampledFrom([]string{"% the chair was late", "% a\n  - b", "#5 % elsewhere", "% one\n% two"}).Draw(t.T, "note")
	if c := t.noted.Closed.Items[at]; c != nil && len(c.Entries) > 0 && rapid.Bool().Draw(t.T, "old") {
		n := rapid.SampledFrom(c.Entries).Draw(t.T, "of")
		next, _, err := t.noted.Strike(n.ID)
		if n.Kind == agenda.Note && rapid.Bool().Draw(t.T, "edited") {
			next, err = notes.Edit(t.noted, n.ID, "% changed")
		}
		if err != nil {
			t.Fatal(err)
		}
		t.noted = next
		return
	}
	next, _, err := notes.Apply(t.noted, at, text, "2026-03-12T18:31")
	if err != nil && !strings.HasPrefix(text, "#5") {
		t.Fatal(err)
	}
	t.noted = next
}

func TestClosedChangesNoPublicByte(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		b := agenda.Body{Name: "Northmoor Harbour Committee", Code: "NHC", Phrases: []agenda.Phrase{{Name: "x", Text: "That it be offered."}}}
		t := startTwins(rt)
		steps := []func(){t.line, t.line, t.line, t.note, t.note, t.secret, t.secret, t.secret, t.strike, t.move, t.take}
		for range rapid.IntRange(1, 30).Draw(rt, "steps") {
			rapid.SampledFrom(steps).Draw(rt, "step")()
		}
		for _, f := range Formats {
			sameBytes(rt, f.Name, public(rt, f, b, t.plain), public(rt, f, b, t.noted))
			plain, noted := throughJSON(rt, b, t.plain), throughJSON(rt, b, t.noted)
			sameBytes(rt, f.Name+" after JSON", public(rt, f, b, plain), public(rt, f, b, noted))
			if strings.Contains(string(public(rt, f, b, t.noted)), "offered") {
				rt.Fatalf("%s holds what is only offered", f.Name)
			}
		}
	})
}

func public(t *rapid.T, f Format, b agenda.Body, r agenda.Record) []byte {
	var out bytes.Buffer
	if err := f.Public(&out, b, r.Open, agenda.Life{Draft: 1}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// throughJSON is a record that left by a full copy and came back.
func throughJSON(t *rapid.T, b agenda.Body, r agenda.Record) agenda.Record {
	var out bytes.Buffer
	if err := writeFullJSON(&out, b, r, agenda.Life{Draft: 1}); err != nil {
		t.Fatal(err)
	}
	f, err := ReadJSON(&out)
	if err != nil {
		t.Fatal(err)
	}
	return f.Record()
}

func sameBytes(t *rapid.T, what string, a, b []byte) {
	if !bytes.Equal(a, b) {
		t.Fatalf("%s differs\n%s\n%s", what, a, b)
	}
}

func TestFigures(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		cells []string
		want  bool
	}{
		{[]string{"4", "1,250.50", "£19m", "-3", "(12)", "45 %", "−7", "£1.2bn", ".5"}, true},
		{[]string{"4", "–", "", " ", "—", "-"}, true},
		{[]string{"–", ""}, false}, {nil, false}, {[]string{"."}, false},
		{[]string{"4", "four"}, false}, {[]string{"12 March"}, false}, {[]string{"2026-03-12"}, false}, {[]string{"Room 5"}, false},
	} {
		rows := [][]string{{"Item", "Cost in 2026"}}
		for _, c := range tt.cells {
			rows = append(rows, []string{"x", c})
		}
		if got := Figures(append(rows, []string{"short"}), 1); got != tt.want {
			t.Errorf("%q: got %t", tt.cells, got)
		}
	}
	if Figures(nil, 0) || Figures([][]string{{"1"}}, 0) || Figures([][]string{{"1"}, {"2"}}, 7) {
		t.Error("no rows are a column of figures")
	}
}
