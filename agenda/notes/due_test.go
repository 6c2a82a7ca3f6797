package notes_test

import (
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

func TestDueDaysBecomeDates(t *testing.T) {
	r := agenda.New(agenda.Meeting{Start: "2026-03-12T18:00", Items: []*agenda.Item{{Level: 1, Number: "1", Title: "Works"}}})
	item := r.Open.Items[1].ID
	for typed, want := range map[string]string{
		"2026-06-11": "2026-06-11", "11 Jun": "2026-06-11", "11th June": "2026-06-11", "Thursday 11 June 2026": "2026-06-11",
		"1 March": "2027-03-01", "12 Mar": "2026-03-12", "29 Feb": "2028-02-29",
		"next meeting": "next meeting", "31 June": "31 June", "11 Jun or sooner": "11 Jun or sooner", `\11 Jun`: "11 Jun", `\\x`: `\x`,
	} {
		next, _, err := notes.Apply(r, item, "+ : write to the owner; due "+typed, "")
		if err != nil {
			t.Fatal(err)
		}
		it, _ := next.Open.Item(item)
		e := it.Entries[0]
		if e.Action.Due != want {
			t.Errorf("due %s is read as %q, want %q", typed, e.Action.Due, want)
		}
		again, err := notes.Edit(next, e.ID, notes.Text(next.Open, *e))
		if err != nil {
			t.Fatal(err)
		}
		if it, _ := again.Open.Item(item); it.Entries[0].Action.Due != want {
			t.Errorf("%q comes back as %q", want, it.Entries[0].Action.Due)
		}
	}
}
