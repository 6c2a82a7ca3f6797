package storetest

import (
	"testing"

	"minutebook/agenda"
)

// carried checks that an action which goes on in a later meeting is one action,
// listed where it went on, and is back where it came from once that is struck.
func carried(t *testing.T, s agenda.Store) {
	with := func(key agenda.Key, start agenda.Clock, follows *agenda.Ref) agenda.Record {
		return agenda.New(agenda.Meeting{Key: key, Start: start, Items: []*agenda.Item{{Level: 1, Title: "Actions", Entries: []*agenda.Entry{
			{Kind: agenda.ToDo, Text: "write to the owner", Action: &agenda.Action{Due: "2026-06-11", Follows: follows}},
		}}}})
	}
	listed := func(want agenda.Key) {
		t.Helper()
		p, err := s.Actions(ctx, agenda.Query{})
		if err != nil || len(p.Rows) != 1 || p.Hits != 1 || p.Total != 1 || p.Rows[0].Ref.Meeting != want {
			t.Fatalf("listed are %v, %d hits of %d, %v; want the one of %s", p.Rows, p.Hits, p.Total, err, want)
		}
		if c, err := s.Counts(ctx, "2026-07-01"); err != nil || c.Owed != 1 || c.Overdue != 1 {
			t.Fatalf("counted %+v, %v", c, err)
		}
	}
	first := save(t, s, agenda.Snapshot{}, with("a/1", "2026-03-12", nil))
	listed("a/1")
	ref := func(at agenda.Snapshot) *agenda.Ref {
		return &agenda.Ref{Meeting: at.Record.Open.Key, Entry: at.Record.Open.Items[1].Entries[0].ID}
	}
	second := save(t, s, agenda.Snapshot{}, with("b", "2026-04-09", ref(first)))
	listed("b")
	third := save(t, s, agenda.Snapshot{}, with("c", "2026-05-14", ref(second)))
	listed("c")
	next, _, err := third.Record.Strike(third.Record.Open.Items[1].Entries[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	save(t, s, third, next)
	listed("b")
}
