package agendatest

import (
	"pgregory.net/rapid"

	"minutebook/agenda"
)

// item adds an item with entries, and the clerk's notes among them.
func (k *maker) item(it agenda.Item, entries []*agenda.Entry) {
	it.ID = k.id()
	k.m.Items = append(k.m.Items, &it)
	it.Entries = entries
	p := k.privacy(&it)
	for i, n := 0, rapid.IntRange(0, 5).Draw(k.T, "entries"); i < n; i++ {
		p.mark()
		p.add(k.entry(p.seen()))
		if rapid.IntRange(0, 4).Draw(k.T, "note here") == 0 {
			k.note(&it)
		}
	}
	p.face()
	if it.Kind == agenda.KindInterlude && len(it.Entries) == 0 && it.Exempt == nil {
		// Entries are what makes an interlude.
		it.Entries = []*agenda.Entry{{ID: k.id(), Kind: agenda.Narrative, Text: text(k.T)}}
	}
	k.m.Items[len(k.m.Items)-1] = &it
}

// note adds a clerk's note, most often behind the last entry of the item. The
// rest stand where a move or a strike left them: behind an earlier entry, or
// behind one that is gone.
func (k *maker) note(it *agenda.Item) {
	n := &agenda.ClosedEntry{Entry: agenda.Entry{ID: k.notes.Next, Kind: agenda.Note, Text: text(k.T), Points: sometimes(k.T, "note points", points)}}
	k.notes.Next++
	if last := it.Last(); last != nil {
		n.After = last.ID
	}
	switch rapid.IntRange(0, 5).Draw(k.T, "anchor") {
	case 0:
		n.After = k.id()
	case 1:
		if len(it.Entries) > 0 {
			n.After = rapid.SampledFrom(it.Entries).Draw(k.T, "earlier").ID
		}
	}
	c := k.closed(it.ID)
	c.Entries = append(c.Entries, n)
}

// kinds lists what an entry can be, the common ones more than once.
var kinds = []agenda.Kind{
	agenda.Narrative, agenda.Narrative, agenda.Update, agenda.Question, agenda.Question, agenda.Comment, agenda.Response,
	agenda.Response, agenda.Further, agenda.Resolved, agenda.Resolved, agenda.ToDo, agenda.Happening, agenda.Tabulation,
	agenda.Corrected,
	agenda.Moved, agenda.Moved, agenda.Voted, agenda.Voted, agenda.Settled, agenda.TakenBack,
	agenda.Declared, agenda.Elected,
}

func (k *maker) entry(it *agenda.Item) *agenda.Entry {
	t := k.T
	e := &agenda.Entry{ID: k.id(), Kind: rapid.SampledFrom(kinds).Draw(t, "entry kind")}
	if (e.Kind == agenda.Response || e.Kind == agenda.Further) && it.Asked() == 0 {
		e.Kind = agenda.Question
	}
	e.Number = sometimes(t, "own number", line)
	if k.business(it, e) {
		return e
	}
	switch e.Kind {
	case agenda.Resolved:
		e.Verb = sometimes(t, "verb", verb)
		e.Resolution = &agenda.Resolution{Parts: parts(t), By: sometimes(t, "by", k.by)}
		e.On = sometimes(t, "of a motion", func(*rapid.T) agenda.ID { return k.named(it, agenda.Moved) })
		k.resolved(e.Resolution)
		return e
	case agenda.Tabulation:
		e.Table = table(t)
		return e
	case agenda.Happening:
		k.event(e)
	case agenda.ToDo:
		e.Text = text(t)
		e.Action = k.action()
	case agenda.Update:
		e.Text, e.Speaker = text(t), k.who(t)
	case agenda.Narrative:
		k.narrative(e)
		return e
	default:
		e.Text = text(t)
		e.Verb = sometimes(t, "verb", verb)
		e.Speaker = sometimes(t, "speaker", k.who)
		if e.Kind == agenda.Response || e.Kind == agenda.Further {
			e.On = it.Asked()
		}
	}
	e.Points = sometimes(t, "points", points)
	return e
}

// narrative is a paragraph, or a list of its own.
func (k *maker) narrative(e *agenda.Entry) {
	if rapid.IntRange(0, 3).Draw(k.T, "list") > 0 {
		e.Text = text(k.T)
		e.Points = sometimes(k.T, "points", points)
		return
	}
	e.Points = append(points(k.T), agenda.Point{Text: text(k.T)})
}

func verb(t *rapid.T) string {
	return rapid.OneOf(rapid.Just(agenda.AsTyped), rapid.Custom(word)).Draw(t, "verb")
}

func points(t *rapid.T) []agenda.Point {
	return list(t, "points", 3, func(t *rapid.T) agenda.Point { return point(t, 2) })
}

func point(t *rapid.T, depth int) agenda.Point {
	p := agenda.Point{Text: text(t)}
	if depth > 0 {
		p.Points = sometimes(t, "sub-points", func(t *rapid.T) []agenda.Point {
			return list(t, "sub-points", 2, func(t *rapid.T) agenda.Point { return point(t, depth-1) })
		})
	}
	return p
}

func parts(t *rapid.T) []agenda.Point {
	return append(points(t), point(t, 2))
}

func table(t *rapid.T) *agenda.Table {
	cell := func(t *rapid.T) string { return sometimes(t, "cell", line) }
	row := func(t *rapid.T) []string { return append(list(t, "cells", 2, cell), cell(t)) }
	return &agenda.Table{
		Caption: sometimes(t, "caption", line),
		Rows:    append(list(t, "rows", 2, row), row(t)),
	}
}

func (k *maker) event(e *agenda.Entry) {
	t := k.T
	e.Text = sometimes(t, "event words", text)
	e.At = sometimes(t, "at", clock)
	e.Event = &agenda.Event{What: rapid.SampledFrom([]string{agenda.Present, agenda.Remote, agenda.Apologies, agenda.Absent,
		agenda.Attending, agenda.Arrived, agenda.Left, agenda.Left, agenda.Returned, agenda.Presides, agenda.Substitutes,
		agenda.Opened, agenda.ClosedUp}).Draw(t, "what")}
	switch what := e.Event.What; {
	case what == agenda.Opened || what == agenda.ClosedUp:
		return
	case len(k.people) == 0 || what == agenda.Left && rapid.Bool().Draw(t, "the public"):
		e.Event.What = agenda.Left
		return
	}
	k.whom(e.Event)
	if e.Event.What == agenda.Left {
		e.Event.How = sometimes(t, "how", func(t *rapid.T) string {
			return rapid.OneOf(rapid.Just("interest"), Line()).Draw(t, "how")
		})
	}
}

func (k *maker) action() *agenda.Action {
	t := k.T
	return &agenda.Action{
		Owners: list(t, "owners", 3, k.who),
		Due: sometimes(t, "due", func(t *rapid.T) string {
			return rapid.OneOf(rapid.Custom(day), Line(), rapid.SampledFrom([]string{"11 Jun", `\11 Jun`, `\`, "1 March 2027"})).Draw(t, "due")
		}),
		State: sometimes(t, "state", func(t *rapid.T) string { return rapid.OneOf(rapid.Just("done"), Line()).Draw(t, "state") }),
		Follows: sometimes(t, "follows", func(t *rapid.T) *agenda.Ref {
			return &agenda.Ref{Meeting: "kept", Closed: rapid.Bool().Draw(t, "closed"), Entry: 7}
		}),
	}
}

// by is the short form of a motion; it says something.
func (k *maker) by(t *rapid.T) *agenda.By {
	b := &agenda.By{
		Movers:    list(t, "movers", 2, k.who),
		Seconders: list(t, "seconders", 2, k.who),
		Vote:      sometimes(t, "vote", k.vote),
	}
	if b.Movers == nil && b.Seconders == nil && b.Vote == nil {
		b.Vote = k.vote(t)
	}
	return b
}
