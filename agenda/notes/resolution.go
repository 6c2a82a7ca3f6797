package notes

import (
	"slices"
	"strings"

	"minutebook/agenda"
)

// rowAbove is the resolution that a further "!" would continue, or nil: the
// last entry, or one that only actions made of its own parts (by "!+") follow.
func rowAbove(entries []*agenda.Entry) *agenda.Entry {
	i := len(entries) - 1
	for i >= 0 && entries[i].Kind == agenda.ToDo {
		i--
	}
	if i < 0 || entries[i].Resolution == nil {
		return nil
	}
	parts := map[string]bool{}
	if i < len(entries)-1 {
		for _, p := range entries[i].Resolution.Parts {
			parts[p.Text] = true
		}
	}
	for _, e := range entries[i+1:] {
		if !parts[e.Text] {
			return nil
		}
	}
	return entries[i]
}

// above is the resolution that this line continues, or nil.
func (s *scribe) above() *agenda.Entry {
	if s.number != "" || s.anew && s.added == 0 {
		return nil
	}
	return rowAbove(s.current().Entries)
}

// resolution reads "!" and its like: a part, a sub-point, the first part of
// another resolution, a part that is an action too.
func (s *scribe) resolution(u *unit, f frag) {
	rest := f.from(1)
	switch {
	case strings.HasPrefix(rest.s, "-"):
		s.subPoint(u, f)
		return
	case strings.HasPrefix(rest.s, "+"):
		s.partAndAction(u, rest.from(1).trim())
		return
	}
	other := strings.HasPrefix(rest.s, "!")
	if other {
		rest = rest.from(1)
	}
	verb, rest := gluedVerb(rest)
	s.part(u, f, verb, rest.s, other)
}

// part adds a part to the resolution above, or begins one.
func (s *scribe) part(u *unit, f frag, verb, text string, other bool) bool {
	p := agenda.Point{Text: text, Points: s.points(u.points)}
	if text == "" && verb == "" {
		s.expected(f, quoted(u.text)+" alone", "words behind it")
		return false
	}
	above := s.above()
	if above == nil || other || verb != "" && verb != above.Verb {
		s.entry(agenda.Entry{Kind: agenda.Resolved, Verb: verb, Resolution: &agenda.Resolution{Parts: []agenda.Point{p}}}, f)
		return true
	}
	e, res := *above, *above.Resolution
	res.Parts, _ = hang(res.Parts, 0, p, s.own)
	e.Resolution = &res
	s.replace(e)
	return true
}

// subPoint hangs a point under the latest part, one level for each dash.
func (s *scribe) subPoint(u *unit, f frag) {
	depth := len(f.s) - 1 - len(strings.TrimLeft(f.s[1:], "-"))
	rest := f.from(1 + depth).trim()
	above := s.above()
	switch {
	case above == nil:
		s.expected(f, "a sub-point with no resolution above it", "a part of a resolution (!) above it")
		return
	case rest.s == "":
		s.expected(f, quoted(u.text)+" alone", "words behind it")
		return
	}
	e, res := *above, *above.Resolution
	parts, ok := hang(res.Parts, depth, agenda.Point{Text: rest.s, Points: s.points(u.points)}, s.own)
	if !ok {
		s.expected(f, "a sub-point "+strings.Repeat("-", depth)+" with no "+strings.Repeat("-", depth-1)+" above it",
			"the sub-point that it belongs to above it")
		return
	}
	res.Parts = parts
	e.Resolution = &res
	s.replace(e)
}

// hang puts p under the last of points, depth levels down: into copies, unless
// the points are the caller's own.
func hang(points []agenda.Point, depth int, p agenda.Point, own bool) ([]agenda.Point, bool) {
	if depth == 0 {
		if !own {
			points = slices.Clip(points)
		}
		return append(points, p), true
	}
	if len(points) == 0 {
		return nil, false
	}
	if !own {
		points = slices.Clone(points)
	}
	last := &points[len(points)-1]
	sub, ok := hang(last.Points, depth-1, p, own)
	if ok {
		last.Points = sub
	}
	return points, ok
}

// partAndAction is "!+ text; owner; due …".
func (s *scribe) partAndAction(u *unit, f frag) {
	text, due, state := cutTails(f.s)
	a := agenda.Action{Due: readDue(due, s.r.Open.Start), State: state}
	words := f.to(len(text))
	if i := strings.LastIndex(text, ";"); i >= 0 {
		a.Owners = s.people(words.from(i+1).trim(), ',', s.owner)
		words = words.to(i).trim()
	}
	if s.part(u, f, "", bare(words.s), false) {
		number := s.number
		s.number = ""
		s.entry(agenda.Entry{Kind: agenda.ToDo, Text: bare(words.s), Action: &a}, f)
		s.number = number
	}
}
