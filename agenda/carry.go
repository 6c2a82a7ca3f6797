package agenda

import (
	"cmp"
	"slices"
	"strings"
)

// Convene makes a meeting with an agenda whose items come in their two parts:
// what is closed of one is in the closed part of the meeting, and nowhere else.
func Convene(m Meeting, agenda []Parts) Record {
	parts := slices.Clone(agenda)
	m.Items = []*Item{{Kind: KindOpening}}
	for i := range parts {
		parts[i].tuck()
		m.Items = append(m.Items, &parts[i].Face)
	}
	r := New(m)
	for i, p := range parts {
		if !p.Closed.Empty() {
			r = r.withClosed(r.Open.Items[i+1].ID, func(c *ClosedItem) { *c = p.Closed })
		}
	}
	return r
}

// PartsOf is an item of the meeting in its two parts, without the entries that
// are closed. Like [Record.Whole] it is closed text.
func (r Record) PartsOf(it *Item) Parts {
	p := Parts{Face: *it}
	if c := r.Closed.Items[it.ID]; c != nil {
		p.Closed = *c
		p.Closed.Entries = nil
	}
	return p
}

// tuck closes what was typed into the face of an item whose paper and words are
// private.
func (p *Parts) tuck() {
	if !p.whole() {
		return
	}
	if p.Face.Paper != nil {
		p.Closed.Paper = p.Face.Paper
	}
	p.Closed.Purpose, p.Closed.Wording = cmp.Or(p.Face.Purpose, p.Closed.Purpose), cmp.Or(p.Face.Wording, p.Closed.Wording)
	p.Face.Paper, p.Face.Purpose, p.Face.Wording = nil, "", ""
}

// deferred is the items that a meeting put off, for the agenda of the next: what
// they are and nothing of what was said. One that is private business is so from
// the start, on the same ground and under the same public title.
func (r Record) deferred(style Agenda) []Parts {
	putOff := func(o Outcome) bool { return strings.HasPrefix(strings.ToLower(o.Said()), style.Deferred) }
	var left []Parts
	for _, it := range r.Open.Items {
		p := r.PartsOf(it)
		if !putOff(p.Face.Outcome) && !putOff(p.Closed.Outcome) {
			continue
		}
		next := Parts{
			Face:   Item{Title: it.Title, Kind: it.Kind, Level: 1, Purpose: it.Purpose, Paper: it.Paper.clone(), Wording: it.Wording},
			Closed: ClosedItem{Title: p.Closed.Title, Purpose: p.Closed.Purpose, Paper: p.Closed.Paper.clone(), Wording: p.Closed.Wording},
		}
		if p.whole() {
			next.Face.Exempt = &Exempt{Whole: true, Ground: it.Exempt.Ground, Reason: it.Exempt.Reason}
		}
		left = append(left, next)
	}
	return left
}
