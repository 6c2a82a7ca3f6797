package store

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// toSalvage is a book with a history, pages that were given free, private
// business and two bodies.
func toSalvage(t testing.TB) (file []byte, want map[string]string) {
	t.Helper()
	b := madeBook(t)
	for _, body := range []agenda.Body{{Key: "nhc", Code: "NHC", Name: "Northmoor Harbour Committee"}, {Key: "atc", Name: "Allotments"}} {
		if err := b.SaveBody(ctx, body); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 12 {
		r := sitting(30)
		r.Open.Key = agenda.Key(fmt.Sprintf("meeting%d", i))
		r.Open.Start = agenda.Clock(fmt.Sprintf("2026-03-%02dT18:00", i+1))
		at, err := b.Save(ctx, agenda.Snapshot{}, r)
		for n := range 12 {
			if err != nil {
				t.Fatal(err)
			}
			next := spoken(at.Record)
			switch n % 4 {
			case 1:
				next, _, _ = next.Add(r.Open.Items[n%8+1].ID, agenda.Entry{Kind: agenda.Note, Text: strings.Repeat("mind the gap ", n*n)})
			case 2:
				next, _, _ = next.Strike(next.Open.Items[4].Entries[n].ID)
			case 3:
				e := *next.Open.Items[4].Entries[n]
				e.Text = fmt.Sprintf("What was said at first was put otherwise, %d times.", n)
				next, _ = next.Edit(e)
			}
			at, err = b.Save(ctx, at, next)
		}
	}
	want = dump(t, b, taken...)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(b.Path())
	if err != nil {
		t.Fatal(err)
	}
	return file, want
}

// harms is the ways in which a file is damaged.
var harms = map[string]func(r *rand.Rand, file []byte) []byte{
	"flip": func(r *rand.Rand, file []byte) []byte {
		file[r.IntN(len(file))] ^= byte(1 + r.IntN(255))
		return file
	},
	"header": func(r *rand.Rand, file []byte) []byte {
		file[r.IntN(len(file)/4096)*4096+r.IntN(80)] ^= byte(1 + r.IntN(255))
		return file
	},
	"cut": func(r *rand.Rand, file []byte) []byte { return file[:r.IntN(len(file))] },
	"zeroed": func(r *rand.Rand, file []byte) []byte {
		at := r.IntN(len(file)/512) * 512
		clear(file[at : at+512])
		return file
	},
	"misplaced": func(r *rand.Rand, file []byte) []byte {
		from, to := r.IntN(len(file)/4096)*4096, r.IntN(len(file)/4096)*4096
		copy(file[to:to+4096], file[from:from+4096])
		return file
	},
}

// TestSalvage: whatever is done to a file, nothing in the book made of it is
// wrong, and of what was not harmed itself nearly all is there.
func TestSalvage(t *testing.T) {
	file, want := toSalvage(t)
	rounds := 10
	if n, err := strconv.Atoi(os.Getenv("MINUTEBOOK_DAMAGES")); err == nil {
		rounds = n
	}
	for name, harm := range harms {
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(7, 7))
			sum := counts{}
			for i := range rounds {
				broken := harm(r, bytes.Clone(file))
				sum.add(t, i, broken, want)
			}
			t.Logf("%d of %d unharmed records; %d with nothing readable; %d from the state before", sum.got, sum.sound, sum.nothing, sum.earlier)
			if sum.got*100 < sum.sound*95 {
				t.Errorf("%d of %d unharmed records were recovered", sum.got, sum.sound)
			}
		})
	}
}

type counts struct{ got, sound, nothing, earlier int }

func (c *counts) add(t *testing.T, round int, broken []byte, want map[string]string) {
	t.Helper()
	folder := t.TempDir()
	from, to := filepath.Join(folder, "broken.book"), filepath.Join(folder, "new.book")
	if err := os.WriteFile(from, broken, 0o600); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	s, err := Salvage(ctx, from, to)
	agendatest.Quick(t, fmt.Sprint("round ", round), time.Since(start), 10*time.Second)
	unharmed := 0
	for _, value := range want {
		if bytes.Contains(broken, []byte(value)) {
			unharmed++
		}
	}
	if errors.Is(err, ErrNotBook) {
		c.nothing++
		if unharmed > len(want)/20 {
			t.Errorf("round %d: nothing found of %d records", round, unharmed)
		}
		return
	}
	if err != nil {
		t.Fatalf("round %d: %v", round, err)
	}
	if now, err := os.ReadFile(from); err != nil || !bytes.Equal(now, broken) {
		t.Fatal("the broken file was changed")
	}
	b, err := OpenReadOnly(to)
	if err != nil {
		t.Fatalf("round %d: %v", round, err)
	}
	defer func() { _ = b.Close() }()
	got := dump(t, b, taken...)
	if s.Earlier {
		c.earlier++ // the last saves may be undone, which is another, sound state
	}
	for key, value := range got {
		if sumless(want[key]) != sumless(value) && !(s.Earlier && once(want, key, value)) && !(s.Mended && mendedFrom(want[key], value)) {
			t.Errorf("round %d: %s is wrong: %q, was %q", round, key, value, want[key])
		}
	}
	if len(got) < len(want) && !s.Lossy && len(s.Missing) == 0 {
		t.Errorf("round %d: %d records are missing and nobody says so", round, len(want)-len(got))
	}
	c.got, c.sound = c.got+len(got), c.sound+unharmed
	if _, err := b.Meetings(ctx); err != nil {
		t.Errorf("round %d: %v", round, err)
	}
}

var headSum = regexp.MustCompile(`"sum":"[0-9a-f]{16}",`)

// sumless is a record without its checksum and, where it is the head of a
// meeting, without the sum of what is there, which is made anew.
func sumless(value string) string {
	return headSum.ReplaceAllString(value[min(len(value), envelope):], "")
}

var (
	counters = regexp.MustCompile(`,"(rev|order)":"[^"]*"|,"next":[0-9]+`)
	orders   = regexp.MustCompile(`"order":"([^"]*)"`)
)

// mendedFrom says whether a record differs in no more than what mending writes:
// it names nothing that was not named, or it says that it stands for what is lost.
func mendedFrom(was, now string) bool {
	if strings.Contains(now, standIn) || was == "" {
		return strings.Contains(now, standIn) || strings.Contains(now, `"rev"`) || counters.ReplaceAllString(sumless(now), "") == `{"v":1}`
	}
	ids := func(value string) (ids []agenda.ID) {
		if found := orders.FindStringSubmatch(value); found != nil {
			ids, _ = orderIDs(found[1])
		}
		return ids
	}
	before := ids(was)
	for _, id := range ids(now) {
		if !slices.Contains(before, id) && !strings.Contains(now, `"rev"`) {
			return false
		}
	}
	return counters.ReplaceAllString(sumless(was), "") == counters.ReplaceAllString(sumless(now), "") || !strings.Contains(now, `"roster"`) && strings.Contains(now, `"rev"`)
}

// once says whether a record said that at any time, or was a state of the heads,
// of which not every one is kept.
func once(want map[string]string, key, value string) bool {
	b, tail, _ := strings.Cut(key, "/")
	if strings.HasSuffix(tail, "/h") {
		return true
	}
	for past, was := range want {
		name, rest, _ := strings.Cut(past, "/")
		at, ok := pastPlace(placeOf{bucket(name), rest})
		if ok && at == (placeOf{bucket(b), tail}) && was[envelope:] == value[envelope:] {
			return true
		}
	}
	return false
}

// TestSalvageOfASoundBook: all of it is there, lists included.
func TestSalvageOfASoundBook(t *testing.T) {
	file, _ := toSalvage(t)
	from, to := filepath.Join(t.TempDir(), "a.book"), filepath.Join(t.TempDir(), "b.book")
	if err := os.WriteFile(from, file, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Salvage(ctx, from, to)
	if err != nil || s.Missing != nil || s.Lossy || s.Earlier || s.Bodies != 2 || s.Meetings != 12 {
		t.Errorf("%+v, %v", s, err)
	}
	a, b := reopen(t, from), reopen(t, to)
	for _, in := range []bucket{recordBucket, closedBucket, derivedBucket, closedDerivedBucket, historyBucket, metaBucket} {
		if got, want := fmt.Sprint(dump(t, b, in)), fmt.Sprint(dump(t, a, in)); got != want {
			t.Errorf("%s is another", in)
		}
	}
	if _, err := Salvage(ctx, from, to); !errors.Is(err, ErrExists) {
		t.Errorf("over a book: %v", err)
	}
	for _, file := range []string{"", "no book at all", strings.Repeat("\x00", 1<<16)} {
		if err := os.WriteFile(from, []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Salvage(ctx, from, to+"2"); !errors.Is(err, ErrNotBook) {
			t.Errorf("of nothing: %v", err)
		}
	}
}

// reopen opens a book for the time of the test.
func reopen(t testing.TB, path string) *Book {
	t.Helper()
	b, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	return b
}

// FuzzPages: no bytes make the reader of pages look outside of them or go on for
// ever.
func FuzzPages(f *testing.F) {
	file, _ := toSalvage(f)
	f.Add(file[:1<<15], uint64(3))
	f.Add([]byte{}, uint64(0))
	f.Fuzz(func(t *testing.T, file []byte, at uint64) {
		m := image{bytes.NewReader(file), 1 << 10, uint64(len(file)) >> 10}
		n := 0
		tell := func(string, uint64, error) {}
		pages := &tree{image: m, used: map[uint64]bool{}, pair: func(string, leaf) { n++ }, enter: func(string) {}, broken: tell}
		pages.page(at, nil, nil, 0)
		if n > len(file) {
			t.Errorf("%d pairs in %d bytes", n, len(file))
		}
		_, _ = m.free(at)
		_, _, _ = walkTree(bytes.NewReader(file), meta{page: 1 << 10, root: at, freelist: at + 1, pages: m.count})
		found := search(file)
		found.settled()
	})
}
