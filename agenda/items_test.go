package agenda_test

import (
	"slices"
	"testing"

	"minutebook/agenda"
)

func titles(r agenda.Record) []string {
	var out []string
	for _, it := range r.Open.Items[1:] {
		out = append(out, it.Title)
	}
	return out
}

func wantTitles(t *testing.T, r agenda.Record, want ...string) {
	t.Helper()
	if got := titles(r); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAddItem(t *testing.T) {
	r := build(t, "n", "m")
	next, last, err := r.AddItem(0, agenda.Item{Title: "Last"})
	wantTitles(t, must(t, next, err), "Item 1", "Item 2", "Last")
	if it, _ := next.Open.Item(last); it.Level != 1 {
		t.Errorf("level %d", it.Level)
	}
	next, _, err = next.AddItem(next.Open.Opening(), agenda.Item{Title: "First", Level: 2, Entries: []*agenda.Entry{
		{Kind: agenda.Question, Text: "q"}, {Kind: agenda.Response, Text: "r"}, {Kind: agenda.Note, Text: "closed"},
	}})
	wantTitles(t, must(t, next, err), "First", "Item 1", "Item 2", "Last")
	wantShape(t, next, "?q >r", "n", "m", "")
	if got := annotated(t, next, id(t, next, "First")); got != "q r %closed" {
		t.Errorf("got %s", got)
	}
	next, at, err := next.AddItem(id(t, r, "Item 1"), agenda.Item{ID: 700, Kind: agenda.KindInterlude})
	if it, _ := must(t, next, err).Open.Item(at); at != 700 || it.Level != 0 || next.Open.Next != 701 {
		t.Errorf("item %v, next %d", it, next.Open.Next)
	}
	_, _, err = r.AddItem(nobody, agenda.Item{})
	wantNotFound(t, err)
	_, _, err = r.AddItem(0, agenda.Item{Kind: agenda.KindOpening})
	wantRefused(t, err, "one opening")
	_, _, err = r.AddItem(0, agenda.Item{ID: id(t, r, "n")})
	wantRefused(t, err, "something else")
	_, _, err = r.AddItem(0, agenda.Item{Entries: []*agenda.Entry{{ID: id(t, r, "Item 1")}}})
	wantRefused(t, err, "something else")
}

func TestEditItem(t *testing.T) {
	r := build(t, "n", "")
	r, at, err := r.AddItem(0, agenda.Item{Title: "Paper", Paper: &agenda.Paper{Leads: []string{"Cllr Pike"}}})
	must(t, r, err)
	before := dump(r)
	next, err := r.EditItem(at, func(it *agenda.Item) {
		it.Title, it.ID, it.Outcome.Words = "Report", 3, "deferred"
		it.Paper.Leads[0] = "Cllr Verma"
		it.Entries = []*agenda.Entry{{}}
	})
	if dump(r) != before {
		t.Error("the receiver changed")
	}
	it, ok := must(t, next, err).Open.Item(at)
	if !ok || it.Title != "Report" || it.Outcome.Words != "deferred" || it.Paper.Leads[0] != "Cllr Verma" || len(it.Entries) > 0 {
		t.Errorf("item %+v", it)
	}
	_, err = r.EditItem(nobody, func(*agenda.Item) {})
	wantNotFound(t, err)
	_, err = r.EditItem(at, func(it *agenda.Item) { it.Kind = agenda.KindOpening })
	wantRefused(t, err, "opening")
	_, err = r.EditItem(r.Open.Opening(), func(it *agenda.Item) { it.Kind = "" })
	wantRefused(t, err, "opening")
}

func TestRemoveItem(t *testing.T) {
	r := build(t, "n", "%private", "", "")
	three, four := id(t, r, "Item 3"), id(t, r, "Item 4")
	for _, item := range []agenda.ID{three, four} {
		var err error
		r, err = r.Take(item, "2026-03-12T18:05")
		must(t, r, err)
	}
	next, err := r.RemoveItem(three)
	wantTitles(t, must(t, next, err), "Item 1", "Item 2", "Item 4")
	if next.Open.Current() != four || len(next.Open.Taken) != 1 || len(r.Open.Taken) != 2 {
		t.Errorf("taken %v", next.Open.Taken)
	}
	_, err = r.RemoveItem(nobody)
	wantNotFound(t, err)
	for text, words := range map[string]string{"Item 1": "entries", "Item 2": "notes", "Item 4": "open"} {
		_, err = r.RemoveItem(id(t, r, text))
		wantRefused(t, err, words)
	}
	_, err = r.RemoveItem(r.Open.Opening())
	wantRefused(t, err, "opening")
}

func TestMoveItem(t *testing.T) {
	r := build(t, "", "", "")
	one := id(t, r, "Item 1")
	next, err := r.MoveItem(one, 2)
	wantTitles(t, must(t, next, err), "Item 2", "Item 3", "Item 1")
	next, err = next.MoveItem(one, -1)
	wantTitles(t, must(t, next, err), "Item 2", "Item 1", "Item 3")
	for _, by := range []int{-1, 3, -7} {
		_, err = r.MoveItem(one, by)
		wantRefused(t, err, "further")
	}
	_, err = r.MoveItem(r.Open.Opening(), 1)
	wantRefused(t, err, "further")
	_, err = r.MoveItem(nobody, 1)
	wantNotFound(t, err)
}

func TestTakeAndPause(t *testing.T) {
	r := build(t, "", "")
	one, two := id(t, r, "Item 1"), id(t, r, "Item 2")
	step := func(item agenda.ID, at agenda.Clock) {
		t.Helper()
		if item == 0 {
			r = r.Pause(at)
			return
		}
		next, err := r.Take(item, at)
		r = must(t, next, err)
	}
	step(0, "2026-03-12T18:00") // nothing is open
	step(one, "2026-03-12T18:00")
	step(one, "2026-03-12T18:01") // open already
	step(two, "2026-03-12T18:10")
	step(0, "2026-03-12T18:15")
	step(0, "2026-03-12T18:16")
	if r.Open.Current() != 0 {
		t.Errorf("current %d after a pause", r.Open.Current())
	}
	step(one, "2026-03-12T18:20")
	want := []agenda.Span{
		{Item: one, From: "2026-03-12T18:00", To: "2026-03-12T18:10"},
		{Item: two, From: "2026-03-12T18:10", To: "2026-03-12T18:15"},
		{Item: one, From: "2026-03-12T18:20"},
	}
	if !slices.Equal(r.Open.Taken, want) || r.Open.Current() != one {
		t.Errorf("taken %v, current %d", r.Open.Taken, r.Open.Current())
	}
	if n := r.Open.Minutes(one, "2026-03-12T18:27"); n != 17 {
		t.Errorf("item 1 open for %d minutes, want 17", n)
	}
	if n := r.Open.Minutes(two, "2026-03-12T18:27"); n != 5 {
		t.Errorf("item 2 open for %d minutes, want 5", n)
	}
	_, err := r.Take(nobody, "")
	wantNotFound(t, err)
}

// Notes of old minutes say in what order items were taken, not when.
func TestPauseAtNoTime(t *testing.T) {
	for _, start := range []agenda.Clock{"2026-03-12", ""} {
		r := build(t, "", "")
		r.Open.Start = start
		r, err := r.Take(id(t, r, "Item 1"), "")
		r = must(t, r, err).Pause("")
		if r.Open.Current() != 0 || r.Open.State(id(t, r, "Item 1")) != agenda.Done {
			t.Errorf("start %q: the item is open after a pause", start)
		}
		if n := r.Open.Minutes(id(t, r, "Item 1"), "2026-03-12T19:00"); n != 0 {
			t.Errorf("start %q: %d minutes", start, n)
		}
	}
}

// A close is told when it is over, and the clock of a stated time may lie
// before the item was taken.
func TestNoSpanEndsBeforeItBegan(t *testing.T) {
	for at, want := range map[agenda.Clock]agenda.Clock{
		"2026-03-12T18:41": "2026-03-12T18:45", "2026-03-12": "2026-03-12T18:45", "2026-03-12T18:45": "2026-03-12T18:45", "2026-03-12T18:46": "2026-03-12T18:46",
	} {
		r := build(t, "")
		r, err := r.Take(id(t, r, "Item 1"), "2026-03-12T18:45")
		if r = must(t, r, err).Pause(at); r.Open.Taken[0].To != want {
			t.Errorf("paused at %s: the span ends at %s, want %s", at, r.Open.Taken[0].To, want)
		}
	}
}
