package storetest

import (
	"reflect"
	"testing"

	"minutebook/agenda"
)

// debt is an action agreed in private, in a store.
type debt struct {
	s   agenda.Store
	at  agenda.Snapshot
	ref agenda.Ref
}

// owedInPrivate checks that the clerk who asks for it has what was agreed in
// private too, by what the public knows of the item and none of its words, and
// that who does not ask has nothing of it.
func owedInPrivate(t *testing.T, s agenda.Store, at agenda.Snapshot, item agenda.ID) {
	d := debt{s: s, at: at}
	for _, e := range at.Record.Closed.Items[item].Entries {
		if e.Action != nil && e.Text == "let it" {
			d.ref = agenda.Ref{Meeting: at.Record.Open.Key, Closed: true, Entry: e.ID}
		}
	}
	d.listed(t, agenda.StillOwed, "2026-06-11", 1)
	d.counted(t, 2, 1) // the item had one of no date before it was closed
	d.change(t, "waiting for Heronwick", "2026-06-30")
	d.listed(t, agenda.StillOwed, "2026-06-30", 1)
	d.change(t, "done by Heronwick", "when Heronwick signs")
	d.listed(t, agenda.StillOwed, "", 0)
	d.listed(t, agenda.Finished, "", 1)
	d.counted(t, 1, 0)
	next, _, err := d.at.Record.Strike(d.ref.Entry)
	if err != nil {
		t.Fatal(err)
	}
	d.at = save(t, s, d.at, next)
	d.listed(t, agenda.Whatever, "", 0)
}

// listed checks how often the action is listed, and as what.
func (d *debt) listed(t *testing.T, how agenda.Progress, due string, want int) {
	t.Helper()
	found, err := d.s.Actions(ctx, agenda.Query{Private: true, State: how})
	if err != nil {
		t.Fatal(err)
	}
	is := agenda.Task{Ref: d.ref, Date: "2026-03-12", Item: "5", Title: "A lease", Due: due}
	if how == agenda.Finished {
		is.State = "done"
	}
	n := 0
	for _, task := range found.Rows {
		if task.Ref != d.ref {
			continue
		}
		n++
		if !reflect.DeepEqual(task, is) {
			t.Errorf("listed as %+v, want %+v", task, is)
		}
	}
	if n != want {
		t.Errorf("listed %d times, want %d", n, want)
	}
}

// counted checks how many actions the clerk has more than the public.
func (d *debt) counted(t *testing.T, owed, overdue int) {
	t.Helper()
	c, err := d.s.Counts(ctx, "2026-07-01")
	if err != nil || c.AllOwed-c.Owed != owed || c.AllOverdue-c.Overdue != overdue {
		t.Errorf("counted %+v, %v", c, err)
	}
}

// change says how far the action is, and by when it is due.
func (d *debt) change(t *testing.T, words, due string) {
	t.Helper()
	next, err := d.at.Record.SetState(d.ref.Entry, words)
	if err != nil {
		t.Fatal(err)
	}
	_, e, _ := next.Find(d.ref.Entry)
	act, again := *e.Action, *e
	act.Due, again.Action = due, &act
	if next, err = next.Edit(again); err != nil {
		t.Fatal(err)
	}
	d.at = save(t, d.s, d.at, next)
}
