package agenda_test

import (
	"fmt"
	"testing"

	"minutebook/agenda"
)

// After an undo a record is changed a second time. A list that has room behind
// its end must not be where both changes write.
func TestTwoChangesOfOneRecord(t *testing.T) {
	base, who := room(t)
	one := id(t, base, "Item 1")
	present := agenda.Event{What: agenda.Present, Who: []agenda.ID{who["Verma"]}}
	changes := map[string]func(r agenda.Record, n int) (agenda.Record, error){
		"add": func(r agenda.Record, n int) (agenda.Record, error) {
			r, _, err := r.Add(one, entry(fmt.Sprint("text", n)))
			return r, err
		},
		"note": func(r agenda.Record, n int) (agenda.Record, error) {
			r, _, err := r.Add(one, entry(fmt.Sprint("%note", n)))
			return r, err
		},
		"item": func(r agenda.Record, n int) (agenda.Record, error) {
			r, _, err := r.AddItem(0, agenda.Item{Title: fmt.Sprint("Title ", n)})
			return r, err
		},
		"take": func(r agenda.Record, n int) (agenda.Record, error) {
			at := agenda.Clock(fmt.Sprintf("2026-03-12T18:%02d", n))
			r, err := r.Take(one, at)
			return r.Pause(at), err
		},
		"attendee": func(r agenda.Record, n int) (agenda.Record, error) {
			r, _ = r.AddAttendee(agenda.Attendee{Name: fmt.Sprint("Member ", n)})
			return r, nil
		},
		"mark": func(r agenda.Record, n int) (agenda.Record, error) {
			r, _, err := r.Mark(r.Open.Opening(), agenda.Event{What: agenda.Present, Who: []agenda.ID{agenda.ID(1000 + n)}}, "")
			return r, err
		},
	}
	for name, change := range changes {
		r, _, err := base.Mark(base.Open.Opening(), present, "")
		must(t, r, err)
		for n := range 30 {
			first, err := change(r, n)
			was := dump(must(t, first, err))
			_, err = change(r, n+20)
			if err != nil || dump(first) != was {
				t.Errorf("%s %d: a second change reached into the first (%v):\n%s\n%s", name, n, err, was, dump(first))
			}
			r = first
		}
	}
}

// A change made from a record that is not the present one must not lower the
// counters either.
func TestHistoryOfAStaleRecord(t *testing.T) {
	r := build(t, "n")
	next, _, err := r.Add(id(t, r, "Item 1"), entry("m"))
	h := agenda.NewHistory(r).Do(must(t, next, err), "one").Do(r.Pause(""), "stale")
	if got := h.Now().Open.Next; got != next.Open.Next {
		t.Errorf("next %d, want %d", got, next.Open.Next)
	}
	if dumpUncounted(h.Now()) != dumpUncounted(r) {
		t.Error("more than the counters changed")
	}
}
