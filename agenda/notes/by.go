package notes

import (
	"slices"
	"strings"

	"minutebook/agenda"
)

// methods are the ways to carry something that stand in place of figures.
var methods = []string{"all", "unanimous", "without objection", "ballot", "weighted"}

// choices are what the figures of a vote count, in their order.
var choices = []string{"for", "against", "abstained"}

// figures takes "6-?-2" off the front of s.
func figures(s string) (tallies []agenda.Tally, rest string) {
	for len(tallies) < len(choices) {
		n := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
		if n < 0 {
			n = len(s)
		}
		count := s[:n]
		if n == 0 && strings.HasPrefix(s, "?") {
			n = 1
		}
		if n == 0 {
			return nil, s
		}
		tallies = append(tallies, agenda.Tally{Choice: choices[len(tallies)], Count: count})
		if s = s[n:]; s == "" || s[0] == ' ' {
			break
		}
		var dash bool
		if s, dash = strings.CutPrefix(s, "-"); !dash {
			if s, dash = strings.CutPrefix(s, "–"); !dash {
				return nil, s
			}
		}
	}
	if len(tallies) < 2 || s != "" && s[0] != ' ' {
		return nil, s
	}
	return tallies, strings.TrimLeft(s, " ")
}

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
	return tallies != nil || slices.Contains(methods, strings.ToLower(s))
}

// by reads "/by MOVERS / SECONDERS; VOTE" under a resolution.
func (s *scribe) by(u *unit, f frag) {
	above := s.above()
	switch {
	case above == nil:
		s.expected(f, "/by with no resolution above it", "it directly below a resolution (!)")
		return
	case above.Resolution.By != nil:
		s.expected(f, "a second /by", "only one below each resolution")
		return
	case f.s == "":
		s.expected(f, "/by alone", "who moved, who seconded and how it was carried, like /by Verma / Pike; 6-1")
		return
	}
	var b agenda.By
	fields := f.splitNames(';')
	if movers, seconders, ok := fields[0].cutNames('/'); ok {
		b.Movers, b.Seconders = s.people(movers.trim(), ',', nil), s.people(seconders.trim(), ',', nil)
		fields = fields[1:]
	} else if !isVote(leading(fields[0].s)) {
		b.Movers = s.people(fields[0], ',', nil)
		fields = fields[1:]
	}
	if len(fields) > 0 {
		b.Vote = s.vote(fields)
	}
	if b.Movers == nil && b.Seconders == nil && b.Vote == nil {
		return
	}
	e, res := *above, *above.Resolution
	res.By = &b
	e.Resolution = &res
	s.replace(e)
}

// leading is the words of a field of a vote as far as they could be figures.
func leading(s string) string {
	if tallies, _ := figures(s); tallies != nil {
		return writeFigures(tallies)
	}
	return s
}

// vote reads the fields behind the names: figures, a method, the result.
func (s *scribe) vote(fields []frag) *agenda.Vote {
	var v agenda.Vote
	for i, f := range fields {
		plain, guarded := unguard(f.s, inFields)
		words := unescape(plain, inFields)
		tallies, rest := figures(f.s)
		switch _, _, names := f.cut(':'); {
		case names:
			s.expected(f, "names in a vote, which this version cannot keep yet", "figures, a method or the result, like 6-1; carried")
		case !guarded && tallies != nil && v.Tallies == nil:
			v.Tallies = tallies
			if rest != "" {
				v.Result = unescape(rest, inFields)
			}
		case !guarded && v.Method == "" && slices.Contains(methods, strings.ToLower(words)):
			v.Method = strings.ToLower(words)
		case i == len(fields)-1:
			if words != "" {
				v.Result = words
			}
		case v.Method == "" && words != "":
			v.Method = words
		case words != "":
			s.expected(f, quoted(words), "the method, the figures and the result, in that order")
		}
	}
	if v.Method == "" && v.Tallies == nil && v.Result == "" {
		return nil
	}
	return &v
}

func writeBy(m *agenda.Meeting, b *agenda.By) string {
	var fields []string
	if b.Movers != nil || b.Seconders != nil {
		names := writePeople(m, b.Movers, writeWho) + " / " + writePeople(m, b.Seconders, writeWho)
		fields = append(fields, strings.Trim(names, " "))
	}
	if b.Vote != nil {
		vote := writeVote(b.Vote)
		if len(fields) == 0 && !isVote(leading(vote[0])) {
			fields = append(fields, "") // what stands first without a slash is a name
		}
		fields = append(fields, vote...)
	}
	return strings.TrimRight("/by "+strings.Join(fields, "; "), " ")
}

// writeVote is the fields of a vote: the method, the figures, the result.
func writeVote(v *agenda.Vote) (fields []string) {
	known := slices.Contains(methods, v.Method)
	guard := func(words string, plain bool) string {
		field := escape(words, inFields)
		if plain && isVote(leading(words)) {
			return `\` + field
		}
		return field
	}
	if v.Method != "" {
		fields = append(fields, guard(v.Method, !known))
	}
	if v.Tallies != nil {
		fields = append(fields, writeFigures(v.Tallies))
	}
	if v.Result != "" || v.Tallies == nil && !known {
		fields = append(fields, guard(v.Result, true))
	}
	return fields
}
