package storetest

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
)

// private is private business step by step: each step is kept whole, and no list
// tells that there is any but by what the public minutes say.
func private(t *testing.T, s agenda.Store) {
	r := harbour("m1", "2026-03-12")
	item := r.Open.Items[2].ID
	at := save(t, s, agenda.Snapshot{}, r)
	step := func(next agenda.Record, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		at = save(t, s, at, next)
	}
	step(at.Record.CloseAll(item, "3", "a tenant"))
	step(at.Record.EditItem(item, func(it *agenda.Item) {
		it.Outcome, it.Paper = agenda.Outcome{Words: "deferred"}, &agenda.Paper{Title: "Rents"}
	}))
	step(at.Record.PublicTitle(item, "A lease"))
	step(at.Record.PublicSummary(item, "It was considered."))
	before := all(t, s)
	for _, e := range []agenda.Entry{
		{Kind: agenda.Resolved, Resolution: &agenda.Resolution{Parts: []agenda.Point{{Text: "That it be let."}}}},
		{Kind: agenda.ToDo, Text: "let it", Action: &agenda.Action{Due: "2026-06-11"}},
		{Kind: agenda.Moved, Text: "That it be let.", Motion: &agenda.Motion{Class: agenda.MainMotion}},
		{Kind: agenda.Note, Text: "ask the valuer"},
	} {
		next, _, err := at.Record.Add(item, e)
		step(next, err)
	}
	c := at.Record.Closed.Items[item]
	if c.Title != "Lease of the east quay" || c.Outcome.Words != "deferred" || c.Paper == nil || len(c.Entries) != 7 {
		t.Errorf("closed %+v", c)
	}
	if now := all(t, s); now != before {
		t.Errorf("a list tells of private business\n%s\n%s", before, now)
	}
	owedInPrivate(t, s, at, item)
	at = load(t, s, at.Record.Open.Key)
	step(at.Record.Reopen(item))
	next, _, err := at.Record.Add(item, agenda.Entry{Kind: agenda.Resolved, Resolution: &agenda.Resolution{Parts: []agenda.Point{{Text: "That it be let."}}}})
	step(next, err)
	if now := all(t, s); now == before {
		t.Error("the decision that was published is in no list")
	}
}

// privately is a change of private business.
func privately(t *rapid.T, r agenda.Record, item agenda.ID, text string) (agenda.Record, error) {
	switch rapid.IntRange(0, 6).Draw(t, "private change") {
	case 6:
		next, _, err := r.Add(item, agenda.Entry{Kind: agenda.Note, Text: text})
		return next, err
	case 0:
		return r.CloseFrom(item, "3", text)
	case 1:
		return r.CloseAll(item, "3", text)
	case 2:
		return r.Reopen(item)
	case 3:
		return r.PublicTitle(item, text)
	case 4:
		return r.PublicSummary(item, text)
	}
	return r.EditItem(item, func(it *agenda.Item) {
		it.Outcome, it.Late, it.Paper = agenda.Outcome{Words: text}, text, &agenda.Paper{Title: text}
	})
}

// all is every list of a store in words.
func all(t *testing.T, s agenda.Store) string {
	t.Helper()
	meetings, err := s.Meetings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	decisions, err := s.Register(ctx, agenda.Query{})
	if err != nil {
		t.Fatal(err)
	}
	tasks, err := s.Actions(ctx, agenda.Query{})
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%+v\n%+v\n%+v", meetings, decisions, tasks)
}
