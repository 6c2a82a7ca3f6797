package tui

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"minutebook/agenda"
)

// clean is the editor's door: as agenda.Clean, but no blank is trimmed, since
// a person is still typing, and tabs stay, since a paste with tabs becomes a
// table. Text is composed (NFC) here and nowhere else.
func (e *editor) clean(s string) string {
	if !plainASCII(s) {
		s = strings.ToValidUTF8(s, string(utf8.RuneError))
		s = strings.ReplaceAll(s, "\r\n", "\n")
		s = strings.Map(welcome, s)
		s = norm.NFC.String(s)
	}
	if e.oneLine {
		s = strings.Map(inLine, s)
	}
	return s
}

// welcome maps a rune of incoming text to what is kept, -1 for nothing.
func welcome(r rune) rune {
	switch {
	case r == '\n', r == '\t':
		return r
	case r == '\r', r == '\u0085', r == '\u2028', r == '\u2029':
		return '\n'
	case agenda.Unwelcome(r):
		return -1
	}
	return r
}

func inLine(r rune) rune {
	if r == '\n' || r == '\t' {
		return ' '
	}
	return r
}

// plainASCII reports text that needs no cleaning: most keys and most pastes.
func plainASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || c < ' ' && c != '\n' && c != '\t' {
			return false
		}
	}
	return true
}

// Insert puts pasted text in at the cursor as one step of undo.
func (e *editor) Insert(s string) {
	from, to := e.span()
	e.replace(from, to, e.clean(s), apart)
}

// Type puts text in at the cursor as keys do: more keys go on with its step of
// undo.
func (e *editor) Type(s string) {
	from, to := e.span()
	e.replace(from, to, e.clean(s), typed)
}

// NewLine begins a new paragraph. One line stays one line.
func (e *editor) NewLine() {
	if !e.oneLine {
		e.Insert("\n")
	}
}

// ReplaceAll puts another text in place of the whole, as one step of undo.
func (e *editor) ReplaceAll(s string) {
	e.replace(spot{}, e.end(), e.clean(s), apart)
}

// ReplaceBefore puts s in place of the n bytes before the cursor, as one step
// of undo: how a completion is taken.
func (e *editor) ReplaceBefore(n int, s string) {
	from := e.cur
	from.at = max(from.at-max(n, 0), 0)
	if len(e.paras) > 0 {
		from.at = e.edge(from.para, from.at)
	}
	e.replace(from, e.cur, e.clean(s), apart)
}

// replace is the one way text changes under a person's hands: it composes what
// meets at the seams, keeps the step for undo and tells the journal. It
// reports whether anything changed.
func (e *editor) replace(from, to spot, s string, why motive) bool {
	e.ready()
	e.killing = false
	from, to, s, stand := e.compose(from, to, s)
	old := e.slice(from, to)
	if old == s {
		if e.selecting {
			e.settle(stand) // typed over by the same
		}
		return false
	}
	c := change{at: from, old: old, new: s, before: e.cur, why: why}
	e.splice(from, to, s)
	e.settle(stand)
	e.cur.at = e.edge(e.cur.para, e.cur.at)
	c.after = e.cur
	e.keep(c)
	e.tell()
	return true
}

// compose widens a change to where text stands composed on its own, so that an
// accent typed behind its letter becomes one character with it. stand is where
// the cursor belongs afterwards.
func (e *editor) compose(from, to spot, s string) (spot, spot, string, spot) {
	left := e.paras[from.para].text[:from.at]
	right := e.paras[to.para].text[to.at:]
	lead := s
	if lead == "" {
		lead = right
	}
	if !startsAlone(lead) {
		n := lastBoundary(left)
		s = left[n:] + s
		from.at = n
	}
	head := norm.NFC.String(s)
	if !startsAlone(right) {
		n := norm.NFC.FirstBoundaryInString(right)
		if n < 0 {
			n = len(right)
		}
		s += right[:n]
		to.at += n
	}
	return from, to, norm.NFC.String(s), from.plus(head)
}

// startsAlone reports whether no composition reaches from s to what is before.
func startsAlone(s string) bool {
	return s == "" || s[0] < utf8.RuneSelf || norm.NFC.PropertiesString(s).BoundaryBefore()
}

// lastBoundary is the last place in s from which it can be composed alone.
func lastBoundary(s string) int {
	const reach = 256 // far more marks than a letter carries
	from := max(len(s)-reach, 0)
	for from < len(s) && !utf8.RuneStart(s[from]) {
		from++
	}
	return from + max(norm.NFC.LastBoundary([]byte(s[from:])), 0)
}

// plus is the spot at the end of s when s is put in at this one.
func (s spot) plus(text string) spot {
	i := strings.LastIndexByte(text, '\n')
	if i < 0 {
		return spot{s.para, s.at + len(text)}
	}
	return spot{s.para + strings.Count(text, "\n"), len(text) - i - 1}
}

// slice is the text between two spots.
func (e *editor) slice(from, to spot) string {
	if from.para == to.para {
		return e.paras[from.para].text[from.at:to.at]
	}
	part := slices.Clone(e.paras[from.para : to.para+1])
	part[len(part)-1].text = part[len(part)-1].text[:to.at]
	part[0].text = part[0].text[from.at:]
	return joinParas(part)
}

// splice changes the text and lays out what that moved, nothing else.
func (e *editor) splice(from, to spot, s string) {
	e.known = false
	width, p := e.wrapWidth(), &e.paras[from.para]
	if from.para == to.para && strings.IndexByte(s, '\n') < 0 {
		e.height -= p.rows()
		p.text = p.text[:from.at] + s + p.text[to.at:]
		p.rewrap(from.at, to.at-from.at, len(s), width, e.meter)
		e.height += p.rows()
		return
	}
	lines := strings.Split(s, "\n")
	last := len(lines) - 1
	lines[last] += e.paras[to.para].text[to.at:]
	lines[0] = p.text[:from.at] + lines[0]
	for i := from.para; i <= to.para; i++ {
		e.height -= e.paras[i].rows()
	}
	fresh := make([]para, len(lines))
	for i, l := range lines {
		fresh[i].text = l
		fresh[i].wrap(width, e.meter)
		e.height += fresh[i].rows()
	}
	e.paras = slices.Replace(e.paras, from.para, to.para+1, fresh...)
}
