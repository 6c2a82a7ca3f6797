package main

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"minutebook/agenda"
	"minutebook/store"
	"minutebook/tui"
)

// TestCrash tells a mistake of the program in a line, without the panic's own
// words: they may hold what is closed.
func TestCrash(t *testing.T) {
	for name, panicking := range map[string]func(){
		"words":   func() { panic("the tenant owes us 4,000") },
		"runtime": func() { var none []int; _ = none[len(name(nil))] },
	} {
		t.Run(name, func(t *testing.T) {
			var said strings.Builder
			p := &program{err: &said}
			status := statusDone
			func() {
				defer func() { status = p.report(crash(recover())) }()
				panicking()
			}()
			if status != statusTrouble {
				t.Errorf("exit status %d", status)
			}
			if text := said.String(); strings.Contains(text, "tenant") || strings.Count(text, "\n") != 2 ||
				!strings.HasPrefix(text, "minutebook: the program made a mistake of its own") || !strings.Contains(text, "unit_test.go line") {
				t.Errorf("said %q", text)
			}
		})
	}
}

func name(b []byte) string { return string(b) }

func TestStatusOf(t *testing.T) {
	for _, c := range []struct {
		err  error
		want int
	}{
		{misuse("", "no"), statusMisuse},
		{wrong("", "no"), statusWrong},
		{trouble(errors.New("no"), "", "could not"), statusTrouble},
		{errors.New("no"), statusTrouble},
		{&agenda.Error{What: "no"}, statusWrong},
		{&tui.SignalError{Signal: 15}, 143},
	} {
		if got := faultOf(c.err).status; got != c.want {
			t.Errorf("%v: status %d, want %d", c.err, got, c.want)
		}
	}
}

// TestSittings names meetings by body and day, a second of one day by the time
// it was called for, whatever the order of the list.
func TestSittings(t *testing.T) {
	list := []agenda.Summary{
		{Key: "c", Code: "NHC", Start: "2026-03-12T20:30"},
		{Key: "a", Code: "NHC", Start: "2026-03-12T18:00"},
		{Key: "d", Code: "LTB", Start: "2026-03-12"},
		{Key: "e", Body: "nameless", Start: "2026-03-12"},
	}
	want := []string{"NHC/2026-03-12#2", "NHC/2026-03-12", "LTB/2026-03-12", "nameless/2026-03-12"}
	for i, s := range sittings(list) {
		if s.name != want[i] {
			t.Errorf("%s: %s, want %s", s.Key, s.name, want[i])
		}
	}
}

func TestItemLine(t *testing.T) {
	for _, c := range []struct{ line, number, title string }{
		{"== 4 Dredging programme", "4", "Dredging programme"},
		{"==4", "4", ""},
		{"/take 4", "4", ""},
		{"/take Vote of thanks", "", "Vote of thanks"},
		{"== | 3 boats", "", "3 boats"},
		{"==", "", ""},
	} {
		if it, ok := itemLine(c.line); !ok || it.Number != c.number || it.Title != c.title {
			t.Errorf("%q: %q %q %v", c.line, it.Number, it.Title, ok)
		}
	}
	for _, line := range []string{"= 4", "/taken 4", "text", "? == 4"} {
		if _, ok := itemLine(line); ok {
			t.Errorf("%q taken for an item", line)
		}
	}
}

// TestFindItem: a number is first what was typed, then the nth of that number.
func TestFindItem(t *testing.T) {
	var m agenda.Meeting
	for i, number := range []string{"1", "1", "1#2", "B", ""} {
		m.Items = append(m.Items, &agenda.Item{ID: agenda.ID(i + 1), Number: number, Title: "Title " + number})
	}
	for _, c := range []struct {
		number, title string
		want          agenda.ID
	}{
		{"1", "", 1}, {"1#1", "", 1}, {"1#2", "", 3}, {"b", "", 4}, {"1#3", "", 0}, {"2", "", 0},
		{"", "title b", 4}, {"", "nothing", 0},
	} {
		if got, ok := findItem(agenda.Record{Open: m}, c.number, c.title); got != c.want || ok != (c.want != 0) {
			t.Errorf("%q %q: item %d, want %d", c.number, c.title, got, c.want)
		}
	}
}

// TestReplaceNeverLowersIDs: what an import puts in place of a meeting goes on
// from the counters of the book, or a struck entry's ID would come again.
func TestReplaceNeverLowersIDs(t *testing.T) {
	ctx, book := context.Background(), store.Memory()
	long := agenda.New(agenda.Meeting{Key: newKey(), Body: newKey(), Start: "2026-03-12"})
	long.Open.Next, long.Closed.Next = 500, agenda.ID(40).AsClosed()
	body := agenda.Body{Key: long.Open.Body, Name: "Harbour", Code: "NHC"}
	if _, err := book.Save(ctx, agenda.Snapshot{}, long); err != nil {
		t.Fatal(err)
	}
	if err := book.SaveBody(ctx, body); err != nil {
		t.Fatal(err)
	}
	short := agenda.New(agenda.Meeting{Start: "2026-03-12", Items: []*agenda.Item{{Kind: agenda.KindOpening}, {Level: 1, Title: "Buoys"}}})
	pl, err := planImport(ctx, book, []source{{name: "a.notes", meetings: []incoming{{body: body, record: short}}}}, true)
	if err != nil {
		t.Fatal(err)
	}
	if err := pl.carryOut(ctx, book); err != nil {
		t.Fatal(err)
	}
	at, err := book.Load(ctx, long.Open.Key)
	if err != nil || len(at.Record.Open.Items) != 2 || at.Record.Open.Next != 500 || at.Record.Closed.Next != agenda.ID(40).AsClosed() {
		t.Errorf("next IDs %d and %d, %v", at.Record.Open.Next, at.Record.Closed.Next, err)
	}
}

func TestKeys(t *testing.T) {
	last := agenda.Key("")
	for range 1000 {
		k := newKey()
		if !isKey(k) || k <= last {
			t.Fatalf("%q after %q", k, last)
		}
		last = k
	}
	for _, k := range []agenda.Key{"", "m/../x", agenda.Key(strings.Repeat("z", 26)), last + "0"} {
		if isKey(k) {
			t.Errorf("%q taken for a key", k)
		}
	}
}

// TestExample fills the example at awkward hours: it always has one meeting
// under way, and items done before the open one.
func TestExample(t *testing.T) {
	for _, now := range []time.Time{
		time.Date(2026, 4, 14, 19, 17, 30, 0, time.UTC),
		time.Date(2026, 3, 1, 0, 5, 0, 0, time.UTC),
		time.Date(2028, 2, 29, 23, 59, 0, 0, time.FixedZone("", 13*3600)),
	} {
		book, err := example(context.Background(), now)
		if err != nil {
			t.Fatal(err)
		}
		list, err := book.Meetings(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		open := 0
		for _, s := range list {
			if s.Open {
				open++
				if s.Start != agenda.At(now.Add(-underWay)) {
					t.Errorf("under way since %s at %s", s.Start, now)
				}
			}
			if past := s.Start < agenda.At(now); past && !s.Open && s.Closed == "" {
				t.Errorf("%s %s is past and not closed", s.Code, s.Start)
			}
		}
		if open != 1 || len(list) < 5 {
			t.Errorf("%d meetings, %d open", len(list), open)
		}
	}
}
