package notes_test

import (
	"fmt"
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// However deep amendments go, what is written is read.
func TestAChainOfAmendments(t *testing.T) {
	r, item := open(t)
	var on agenda.ID
	for i := range 30 {
		class := agenda.Amendment
		if i == 0 {
			class = agenda.MainMotion
		}
		next, id, err := r.Add(item, agenda.Entry{Kind: agenda.Moved, On: on, Text: fmt.Sprint("words ", i), Motion: &agenda.Motion{Class: class}})
		if err != nil {
			t.Fatal(err)
		}
		r, on = next, id
	}
	r, _, err := r.Add(item, agenda.Entry{Kind: agenda.Voted, On: on, Vote: &agenda.Vote{Result: "carried"}})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := notes.WriteMeeting(&out, agenda.Body{Name: "B"}, r.Open, agenda.Life{}); err != nil {
		t.Fatal(err)
	}
	file, err := notes.Parse("x", out.String())
	if err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	it := file.Meetings[0].Record.Open.Items[len(r.Open.Items)-1]
	if vote := it.Last(); len(it.Entries) != 31 || vote.On != it.Entries[29].ID {
		t.Errorf("read as %d entries, the vote on %d\n%s", len(it.Entries), vote.On, out.String())
	}
}
