package notes

import (
	"slices"
	"strings"

	"minutebook/agenda"
)

// choices are what the figures of a vote count, in their order.
var choices = agenda.Choices[:3]

func writeFigures(tallies []agenda.Tally) string {
	out := make([]string, len(tallies))
	for i, t := range tallies {
		if out[i] = t.Count; t.Count == "" {
			out[i] = "?"
		}
	}
	return strings.Join(out, "-")
}

// isVote is whether a word says how something was carried, so that it is no
// name.
func isVote(s string) bool {
	tallies, _ := figures(s)
	return tallies != nil || slices.Contains(agenda.Methods, strings.ToLower(s))
}

// by reads "/by MOVERS / SECONDERS; VOTE" or "/by LABEL" under a resolution.
func (s *scribe) by(f frag) {
	above := s.above()
	switch {
	case above == nil:
		s.expected(f, "/by with no resolution above it", "it directly below a resolution (!)")
		return
	case f.s == "":
		s.expected(f, "/by alone", "who moved, who seconded and how it was carried, like /by Verma / Pike; 6-1, or the motion, like /by m1")
		return
	}
	if l, rest, ok := cutLabel(f); ok {
		s.byMotion(above, l, rest)
		return
	}
	if above.Resolution.By != nil {
		s.expected(f, "a second /by", "only one below each resolution")
		return
	}
	b, ok := s.short(f)
	if !ok {
		return
	}
	e, res := *above, *above.Resolution
	res.By = &b
	e.Resolution = &res
	s.replace(e)
}

// byMotion links a resolution to the motion it came from.
func (s *scribe) byMotion(above *agenda.Entry, l label, rest frag) {
	switch {
	case rest.s != "":
		s.expected(rest, quoted(rest.s)+" behind "+l.said(), "the motion alone; its votes are /vote lines. A \\ before it makes it a name")
		return
	case above.On != 0:
		s.expected(l.at, "a second motion", "only one for each resolution")
		return
	}
	e := *above
	if !s.hangs(&e, l) {
		return
	}
	s.replace(e)
	s.await(l, e.ID)
}

// short is a motion and its vote in one line; false where it says nothing, or
// nothing sound.
func (s *scribe) short(f frag) (b agenda.By, ok bool) {
	before := len(s.problems)
	fields := f.splitNames(';')
	_, _, named := fields[0].cutNames(':')
	movers, seconders, both := fields[0].cutNames('/')
	switch {
	case named:
	case both:
		b.Movers, b.Seconders = s.people(movers.trim(), ',', nil), s.people(seconders.trim(), ',', nil)
		fields = fields[1:]
	case !s.isVoteOf(fields[0]):
		b.Movers = s.people(fields[0], ',', nil)
		fields = fields[1:]
	}
	if len(fields) > 0 {
		b.Vote = s.vote(fields)
	}
	return b, len(s.problems) == before && (b.Movers != nil || b.Seconders != nil || b.Vote != nil)
}

// isVoteOf is whether the first field of a /by says how something was carried,
// and names nobody.
func (s *scribe) isVoteOf(f frag) bool {
	if isVote(leading(f.s)) {
		return true
	}
	declared := wordy(f.s) && agenda.Declares(f.s)
	if method, _ := cutMethod(f.s); method == "" && !declared {
		return false
	}
	for _, one := range f.splitNames(',') {
		if _, p := find(&s.r.Open, one); p != nil {
			return true
		}
	}
	return false
}

// leading is the words of a field of a vote as far as they could be figures.
func leading(s string) string {
	if tallies, _ := figures(s); tallies != nil {
		return writeFigures(tallies)
	}
	return s
}

// writeBy is the lines that link a resolution to its motion and say how it was
// moved and carried.
func writeBy(v *view, e *agenda.Entry) string {
	var lines string
	if e.On != 0 {
		if l := v.label(v.home(e.ID), e.On); l != noMotion {
			lines = "/by " + l + "\n"
		}
	}
	if b := e.Resolution.By; b != nil {
		lines += writeShort(v.Meeting, b) + "\n"
	}
	return lines
}

func writeShort(m *agenda.Meeting, b *agenda.By) string {
	var fields []string
	if b.Movers != nil || b.Seconders != nil {
		names := writePeople(m, b.Movers, writeWho) + " / " + writePeople(m, b.Seconders, writeWho)
		fields = append(fields, strings.Trim(names, " "))
	}
	if b.Vote != nil {
		vote := writeVote(m, b.Vote)
		_, _, named := frag{s: vote[0]}.cutNames(':')
		if len(fields) == 0 && !isVote(leading(vote[0])) && !named {
			fields = append(fields, "") // what stands first without a slash is a name
		}
		fields = append(fields, vote...)
	}
	return strings.TrimRight("/by "+strings.Join(fields, "; "), " ")
}
