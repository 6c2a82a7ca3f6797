package notes_test

import (
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// open is a meeting whose one item was taken at five past six.
func open(t *testing.T) (agenda.Record, agenda.ID) {
	t.Helper()
	r := agenda.New(agenda.Meeting{Start: "2026-03-12T18:00", Items: []*agenda.Item{{Kind: agenda.KindOpening}, {Number: "1", Title: "Buoys", Level: 1}}})
	item := r.Open.Items[1].ID
	r, err := r.Take(item, "2026-03-12T18:05")
	if err != nil {
		t.Fatal(err)
	}
	return r, item
}

func kept(t *testing.T, r agenda.Record, item agenda.ID, text string) (agenda.Record, notes.Applied) {
	t.Helper()
	next, done, err := notes.Apply(r, item, text, "2026-03-12T20:50")
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return next, done
}

func TestApplyCloseLeavesTheOpenItem(t *testing.T) {
	for text, want := range map[string]agenda.Clock{
		"/close 20:41":                           "2026-03-12T20:41",
		"/close":                                 "2026-03-12T20:50",
		"/close 18:01":                           "2026-03-12T18:05", // a span does not end before it began
		"Thanks were given.\n/close 20:41\n% so": "2026-03-12T20:41",
		"/close 20:41\n\nThe Chair had been away.": "2026-03-12T20:41",
		"/number 9 /close 20:41":                   "2026-03-12T20:41",
	} {
		r, item := open(t)
		if r, _ = kept(t, r, item, text); r.Open.Current() != 0 || r.Open.Taken[0].To != want {
			t.Errorf("%q: the spans are %+v", text, r.Open.Taken)
		}
	}
}

// A clerk's note has an ID of another counter, which may be that of a close.
func TestNothingElseLeavesTheOpenItem(t *testing.T) {
	r, item := open(t)
	r, done := kept(t, r, item, "/close 20:41")
	closing := done.Entry
	r, err := r.Take(item, "2026-03-12T20:45") // it went on all the same
	if err != nil {
		t.Fatal(err)
	}
	for done.Kind != agenda.Note || done.Entry <= closing {
		if r, done = kept(t, r, item, "% a note"); r.Open.Current() != item {
			t.Fatalf("note %d left the item", done.Entry)
		}
	}
	if r, err = notes.Edit(r, closing, "/close 20:43"); err != nil || r.Open.Current() != item {
		t.Errorf("editing the close left the item: %v", err)
	}
}
