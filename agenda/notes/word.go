package notes

import (
	"slices"
	"strings"
	"unicode"

	"minutebook/agenda"
)

// word applies a "/word" line.
func (s *scribe) word(u *unit, f frag) {
	f = f.from(1)
	end := strings.IndexFunc(f.s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(f.s)
	}
	word, rest := strings.ToLower(f.s[:end]), f.from(end).trim()
	at := frag{f.s[:end], f.at - 1}
	what, room := happenings[word]
	switch {
	case room:
		s.happening(u, what, rest)
	case word == "by":
		s.by(rest)
	case word == "number":
		s.numbered(u, rest)
		return // its points belong to the entry
	case word == "caption":
		s.caption(u, rest)
	case word == "style":
		s.style(rest)
	case word == "outcome" && labelled(rest.s):
		s.settled(rest)
	case word == "outcome":
		s.outcome(rest)
	case s.orderWord(word, u, rest), s.motionWord(word, u, rest), s.decisionWord(word, u, rest), s.exemptWord(word, u, rest):
	default:
		s.wrong(at, Problem{Found: "/" + word, Expected: "one of the /words, or \\ before the / for plain text", Nearest: NearWord(word)})
	}
	if len(u.points) > 0 && !room && classes[word] == "" {
		p := u.points[0]
		s.problems = append(s.problems, Problem{Line: p.line, Col: p.col, Found: "a point under /" + word, Expected: "the points by themselves, behind a blank line"})
	}
}

// numberAndEntry splits what stands behind /number: a number, and perhaps the
// entry on the same line.
func numberAndEntry(f frag) (number string, entry frag) {
	i := 0
	for i < len(f.s) && f.s[i] != ' ' && f.s[i] != '\n' {
		if i++; f.s[i-1] == '\\' && i < len(f.s) {
			i++
		}
	}
	return unescape(f.s[:i], " "), f.from(i).trim()
}

// numbered gives the next entry, or the one that follows on the line, a number
// of its own.
func (s *scribe) numbered(u *unit, f frag) {
	if s.capt == "" || s.number != "" {
		s.dangling()
	}
	number, rest := numberAndEntry(f)
	if s.number = number; number == "" {
		s.expected(f, "/number alone", "the number, then the entry it belongs to")
		return
	}
	if s.prefix = u; rest.s == "" {
		return
	}
	s.line(&unit{text: u.text, segs: u.segs, points: u.points}, rest)
	s.number, s.prefix = "", nil
}

func (s *scribe) caption(u *unit, f frag) {
	if s.prefix == nil || s.capt != "" {
		s.dangling()
	}
	if s.capt = agenda.CleanLine(f.s); s.capt == "" {
		s.expected(f, "/caption alone", "the words that stand above the table")
		return
	}
	last := s.last()
	if s.joins && s.lone && last != nil && last.Table != nil && last.Table.Caption == "" {
		e, t := *last, *last.Table
		t.Caption, s.capt = s.capt, ""
		e.Table = &t
		s.replace(e)
		return
	}
	s.prefix = u
}

// dangling complains about a /number or /caption that no entry followed.
func (s *scribe) dangling() {
	if s.prefix == nil {
		return
	}
	at, expected := s.prefix, "the entry it belongs to below it"
	if s.capt != "" {
		expected = "the rows of its table directly below it"
	}
	line, col := at.place(0)
	s.problems = append(s.problems, Problem{Line: line, Col: col, Found: quoted(at.text) + " alone", Expected: expected})
	s.prefix, s.number, s.capt = nil, "", ""
}

// style chooses how this item sets out its questions and answers.
func (s *scribe) style(f frag) {
	r := agenda.Rendering(strings.ToLower(f.s))
	if !slices.Contains(agenda.Renderings, r) {
		s.wrong(f, Problem{Found: quoted(f.s), Expected: "bullets, paragraphs or labelled", Nearest: Nearest(f.s, renderings())})
		return
	}
	s.change("set out as "+string(r), func(it *agenda.Item) { it.Rendering = r })
}

func renderings() []string {
	var out []string
	for _, r := range agenda.Renderings {
		out = append(out, string(r))
	}
	return out
}
