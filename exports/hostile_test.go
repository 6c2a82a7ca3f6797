package exports

import (
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// somebody is a person of the harbour, words that try to break the page, or
// nobody.
func somebody(t *rapid.T) agenda.Who {
	switch rapid.IntRange(0, 4).Draw(t, "who") {
	case 0:
		return agenda.Who{}
	case 1:
		return agenda.Who{Words: agendatest.Line().Draw(t, "name")}
	}
	return agenda.Who{ID: agenda.ID(rapid.IntRange(1, 8).Draw(t, "person"))}
}

func upTo[V any](t *rapid.T, n int, g func(*rapid.T) V) []V {
	out := make([]V, rapid.IntRange(0, n).Draw(t, "how many"))
	for i := range out {
		out[i] = g(t)
	}
	return out
}

func maybe(t *rapid.T) string {
	if rapid.Bool().Draw(t, "said") {
		return ""
	}
	return agendatest.Line().Draw(t, "words")
}

func reference(t *rapid.T) agenda.ItemRef {
	return agenda.ItemRef{ID: agenda.ID(rapid.IntRange(0, 60).Draw(t, "item")), Words: maybe(t)}
}

func oneOf(t *rapid.T, words ...string) string {
	return rapid.OneOf(rapid.SampledFrom(words), agendatest.Line()).Draw(t, "one of")
}

func ballot(t *rapid.T) agenda.Ballot {
	return agenda.Ballot{Who: somebody(t), Choice: oneOf(t, append(agenda.Choices, "")...), Weight: maybe(t), Asked: rapid.IntRange(0, 3).Draw(t, "asked") == 0}
}

func anyVote(t *rapid.T) *agenda.Vote {
	v := &agenda.Vote{
		Method: oneOf(t, "", "all", "unanimous", "without objection", "ballot", "weighted", "equal"), Held: maybe(t), Result: oneOf(t, "", "carried", "lost"),
		Tallies: upTo(t, 3, func(t *rapid.T) agenda.Tally { return agenda.Tally{Choice: maybe(t), Count: maybe(t)} }), Named: upTo(t, 20, ballot),
	}
	if rapid.Bool().Draw(t, "casting") {
		b := ballot(t)
		v.Casting = &b
	}
	return v
}

// anything is an entry of any kind, whole or not, about anything.
func anything(t *rapid.T) *agenda.Entry {
	e := rapid.SampledFrom(everyKind()).Draw(t, "kind")
	e.ID, e.On = agenda.ID(rapid.IntRange(100, 130).Draw(t, "id")), agenda.ID(rapid.IntRange(0, 130).Draw(t, "on"))
	if rapid.Bool().Draw(t, "text") {
		e.Text = agendatest.Text().Draw(t, "text")
	}
	if rapid.IntRange(0, 3).Draw(t, "points") == 0 {
		e.Points = []agenda.Point{{Text: agendatest.Text().Draw(t, "point")}}
	}
	e.Number, e.Verb = maybe(t), maybe(t)
	switch {
	case e.Motion != nil:
		e.Motion = &agenda.Motion{Class: e.Motion.Class, Movers: upTo(t, 2, somebody), Seconders: upTo(t, 2, somebody), Items: upTo(t, 2, reference)}
	case e.Vote != nil:
		e.Vote = anyVote(t)
	case e.Outcome != nil:
		e.Outcome = &agenda.Outcome{Words: oneOf(t, "", "withdrawn", "fell", "lost to m1"), To: maybe(t), Reason: maybe(t)}
	case e.Strike != nil:
		e.Strike = &agenda.Strike{Who: somebody(t)}
	case e.Election != nil:
		e.Election = &agenda.Election{What: e.Election.What, Office: maybe(t), How: oneOf(t, "", "declined", "co-opted"),
			Movers: upTo(t, 2, somebody), Seconders: upTo(t, 2, somebody), Candidates: upTo(t, 6, func(t *rapid.T) agenda.Candidate {
				return agenda.Candidate{Who: somebody(t), Count: maybe(t), Elected: rapid.Bool().Draw(t, "elected")}
			})}
	case e.Interest != nil:
		e.Interest = &agenda.Interest{Items: upTo(t, 2, reference), Nature: maybe(t), Effect: oneOf(t, "", "left"),
			Holders: upTo(t, 3, func(t *rapid.T) agenda.Holder { return agenda.Holder{Who: somebody(t), Kind: maybe(t)} })}
	case e.Correction != nil:
		e.Correction = &agenda.Correction{Minute: maybe(t), Meeting: oneOf(t, "", "2026-01-15", "NHC/2026-01-15"),
			Changes: upTo(t, 2, func(t *rapid.T) agenda.Change { return agenda.Change{Delete: maybe(t), Insert: maybe(t)} })}
	case e.Resolution != nil:
		e.Resolution = &agenda.Resolution{Parts: e.Points, Condition: maybe(t), Reasons: maybe(t), Alternatives: maybe(t), Thanks: maybe(t), Items: upTo(t, 2, reference),
			By:    &agenda.By{Movers: upTo(t, 2, somebody), Vote: anyVote(t)},
			Links: upTo(t, 2, func(t *rapid.T) agenda.Link { return agenda.Link{Kind: oneOf(t, "amends", ""), To: maybe(t)} })}
	case e.Event != nil:
		e.Event = &agenda.Event{What: e.Event.What, How: maybe(t), Items: upTo(t, 2, reference), Before: reference(t), Place: maybe(t), Meetings: upTo(t, 2, maybe),
			To: agenda.Clock(oneOf(t, "", "2026-04-16", "2026-03-12T19:00"))}
		for _, w := range upTo(t, 3, somebody) {
			e.Event.Who = append(e.Event.Who, w.ID)
		}
	}
	return &e
}

// TestHostileBusiness: no entry of any kind, whole or broken, whatever words it
// has and wherever it points, stops the minutes from being printed or is read
// back as anything but its text.
func TestHostileBusiness(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		items := make([]*agenda.Item, 2)
		for i := range items {
			it := item(maybe(t), maybe(t), upTo(t, 5, anything)...)
			it.ID, it.Late, it.Kind = agenda.ID(50+i), maybe(t), oneOf(t, "", agenda.KindMinutes, agenda.KindNext, agenda.KindApologies)
			it.Outcome = agenda.Outcome{Words: maybe(t), To: maybe(t), Reason: maybe(t)}
			if rapid.Bool().Draw(t, "exempt") {
				it.Exempt = &agenda.Exempt{Whole: rapid.Bool().Draw(t, "whole"), Ground: oneOf(t, "", "3", "1, 3"), Reason: maybe(t), Summary: agendatest.Text().Draw(t, "summary")}
			}
			items[i] = it
		}
		m := meeting()
		m.Items = append(m.Items, items...)
		m.Roster[holt-1].Organisation, m.Roster[holt-1].Items = maybe(t), upTo(t, 2, reference)
		r := agenda.Record{Open: m, Closed: agenda.Closed{Items: map[agenda.ID]*agenda.ClosedItem{50: {Title: maybe(t), Outcome: agenda.Outcome{Words: maybe(t)}}}}}
		for i, e := range upTo(t, 3, anything) {
			e.ID = agenda.ID(1<<31 + i)
			r.Closed.Items[50].Entries = append(r.Closed.Items[50].Entries, &agenda.ClosedEntry{After: agenda.ID(rapid.IntRange(0, 130).Draw(t, "after")), Entry: *e})
		}
		assertReadBack(t, Build(harbour, m, agenda.Life{Draft: 1}))
		assertReadBack(t, BuildFull(harbour, r, agenda.Life{Draft: 1}))
		for _, it := range m.Items {
			for _, e := range it.Entries {
				assertReadBack(t, Document{Blocks: Entry(agenda.Council(), m, *e)})
				Event(agenda.Council(), m, *e)
			}
		}
	})
}
