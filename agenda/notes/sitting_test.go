package notes_test

import (
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// What is typed behind an adjournment to another day is of that day; an entry of
// the first day that is changed stays there, and a file always says the date.
func TestTimesAfterAnAdjournment(t *testing.T) {
	file, err := notes.Parse("", "body: B\nmeeting: Ordinary, 2026-03-12 18:00, Hall\npresent: Pike\n== 1 | Dues\n/leave Pike 20:00\n/adjourn 21:00 to 2026-03-19 18:00\n")
	if err != nil {
		t.Fatal(err)
	}
	r := file.Meetings[0].Record
	item := r.Open.Items[len(r.Open.Items)-1].ID
	for _, c := range []struct{ line, want string }{
		{"/resume 18:05", "2026-03-19T18:05"},
		{"/return Pike 18:06", "2026-03-19T18:06"},
		{"/leave Pike 2026-03-12 20:30", "2026-03-12T20:30"},
	} {
		next, applied, err := notes.Apply(r, item, c.line, "")
		if err != nil {
			t.Fatal(c.line, err)
		}
		if _, e, _ := next.Find(applied.Entry); e.At != agenda.Clock(c.want) {
			t.Errorf("%s is minuted at %s, want %s", c.line, e.At, c.want)
		}
		r = next
	}
	it, _ := r.Open.Item(item)
	first := it.Entries[0].ID
	r, err = notes.Edit(r, first, "/leave Pike 20:01")
	if _, e, _ := r.Find(first); err != nil || e.At != "2026-03-12T20:01" {
		t.Errorf("changed, it is minuted at %v, %v", e, err)
	}
}
