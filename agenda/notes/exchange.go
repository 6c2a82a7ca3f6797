package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/agenda"
)

// exchange is a question, comment, response or further comment.
func (s *scribe) exchange(u *unit, f frag) {
	e := agenda.Entry{Kind: agenda.Question}
	mark := 1
	switch {
	case strings.HasPrefix(f.s, ">>"):
		e.Kind, mark = agenda.Further, 2
	case f.s[0] == '>':
		e.Kind = agenda.Response
	case f.s[0] == '*':
		e.Kind = agenda.Comment
	}
	var rest frag
	e.Verb, rest = gluedVerb(f.from(mark))
	e.Speaker, rest = s.speaker(rest)
	e.Text, e.Points = rest.s, s.points(u.points)
	if e.Kind.Answers() {
		if e.On = s.current().Asked(); e.On == 0 {
			s.expected(f, e.Kind.One()+" with nothing above it", "a question (?) or a comment (*) before it in the item")
			return
		}
	}
	s.entry(e, f)
}

// gluedVerb is the word that stands directly behind a mark, up to the next
// blank: it replaces the verb of the house.
func gluedVerb(f frag) (verb string, rest frag) {
	r, _ := utf8.DecodeRuneInString(f.s)
	switch {
	case strings.HasPrefix(f.s, agenda.AsTyped):
		return agenda.AsTyped, f.from(1).trim()
	case !unicode.IsLetter(r):
		return "", f.trim()
	}
	end := strings.IndexAny(f.s, " \n")
	if end < 0 {
		end = len(f.s)
	}
	return f.s[:end], f.from(end).trim()
}

// elsewhere is "#7 …": the rest of the line goes to item 7.
func (s *scribe) elsewhere(u *unit, f frag) bool {
	ref, rest, _ := strings.Cut(f.s[1:], " ")
	to, known := s.r.Open.ItemCalled(ref)
	switch {
	case ref == "" || !known && !hasDigit(ref):
		return false
	case !known:
		s.wrong(f, Problem{Found: "#" + ref, Expected: "the number of an item on this agenda", Nearest: Nearest(ref, itemNumbers(&s.r.Open))})
		return true
	case strings.Trim(rest, " ") == "" && len(u.points) == 0:
		s.expected(f, quoted(f.s)+" alone", "the words for that item behind it")
		return true
	}
	home, heads := s.item, s.heads
	s.item, s.heads = to, false
	at := f.from(len(f.s) - len(rest)).trim()
	if at.s == "" {
		s.list(u)
	} else {
		s.line(&unit{text: u.text, segs: u.segs, points: u.points}, at)
	}
	s.item, s.heads = home, heads
	return true
}

// points nests the "-" lines of a unit by their indent.
func (s *scribe) points(rows []row) []agenda.Point {
	pts, _ := s.nest(rows, -1)
	return pts
}

// nest reads the points deeper than indent, and returns how many rows it took.
func (s *scribe) nest(rows []row, indent int) (out []agenda.Point, n int) {
	level := -1
	for n < len(rows) {
		r := rows[n]
		if r.indent <= indent {
			return out, n
		}
		if level >= 0 && r.indent > level && len(out) > 0 {
			sub, took := s.nest(rows[n:], level)
			last := &out[len(out)-1]
			last.Points = append(last.Points, sub...)
			n += took
			continue
		}
		level = r.indent
		p := agenda.Point{Text: strings.Trim(r.text, " \n")}
		if p.Text == "" {
			s.problems = append(s.problems, Problem{Line: r.line, Col: r.col, Found: "- alone", Expected: "words behind it"})
		}
		out = append(out, p)
		n++
	}
	return out, n
}
