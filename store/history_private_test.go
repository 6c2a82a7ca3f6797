package store

import (
	"fmt"
	"strings"
	"testing"

	"minutebook/agenda"
)

// TestHistoryNamesNothingPrivate: what is private business before a change, after
// it or by now is named by no change, nor by one of before it was private.
func TestHistoryNamesNothingPrivate(t *testing.T) {
	b := Memory()
	at, err := b.Save(ctx, agenda.Snapshot{}, sitting(0))
	if err != nil {
		t.Fatal(err)
	}
	item, other := at.Record.Open.Items[4].ID, at.Record.Open.Items[5].ID
	step := func(next agenda.Record, failed error) {
		t.Helper()
		if failed != nil {
			t.Fatal(failed)
		}
		if at, err = b.Save(ctx, at, next); err != nil {
			t.Fatal(err)
		}
	}
	told := func() string {
		changes, err := b.History(ctx, at.Record.Open.Key)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(changes)
	}
	step(at.Record.EditItem(item, func(it *agenda.Item) { it.Title = "Lease of the QZXCANARY boatyard" }))
	next, text, failed := at.Record.Add(other, agenda.Entry{Kind: agenda.Narrative, Text: "Of a QZXCANARY."})
	step(next, failed)
	public := at.Record
	if !strings.Contains(told(), "Lease of the QZXCANARY") || !strings.Contains(told(), "Of a QZXCANARY") {
		t.Fatal("nothing is quoted, so this test cannot fail: " + told())
	}
	step(at.Record.EditItem(item, func(it *agenda.Item) { it.Number = "" }))
	step(at.Record.CloseFrom(item, "3", ""))
	private := at.Record
	step(public.InPlaceOf(at.Record), nil)
	step(private.InPlaceOf(at.Record), nil)
	step(at.Record.WriteItem(item, func(it *agenda.Item) { it.Title = "Another QZXCANARY" }))
	step(at.Record.EditItem(other, func(it *agenda.Item) { it.Title = "Dues" }))
	next, _, failed = at.Record.Strike(text)
	step(next, failed)
	next, _, failed = at.Record.Add(other, agenda.Entry{Kind: agenda.Note, Text: "Of a QZXCANARY."})
	step(next, failed)
	if words := told(); strings.Contains(words, "CANARY") || !strings.Contains(words, "Dues") {
		t.Errorf("the list of changes is %s", words)
	}
}
