package notes

import (
	"strings"
	"unicode/utf8"

	"minutebook/agenda"
)

// A unit is a logical line: a mark with its words, the indented lines that
// continue them, and the points or rows that stand directly below.
type unit struct {
	text   string
	segs   []seg
	points []row  // "-" lines below
	rows   []row  // of a table, when it is one
	more   []byte // the text while it grows: a paste may have any number of lines
	pasted bool   // the rows are separated by tabs
}

// seg says where a physical line begins in the text of a unit.
type seg struct{ off, line, col int }

// row is a point or a row of a table: one line and what continues it.
type row struct {
	text      string
	more      []byte
	indent    int
	line, col int
}

// place is the line and column of a byte of the unit's text.
func (u *unit) place(off int) (line, col int) {
	if len(u.segs) == 0 {
		return 1, 1
	}
	s := u.segs[0]
	for _, next := range u.segs {
		if next.off > off {
			break
		}
		s = next
	}
	off = min(max(off, s.off), len(u.text))
	return s.line, s.col + utf8.RuneCountInString(u.text[s.off:off])
}

func (u *unit) frag() frag { return frag{s: u.text} }

// physical is one line of the source.
type physical struct {
	raw    string // as it came, tabs and all
	text   string // cleaned, without its indent
	line   int
	col    int // of the first character of text
	indent int
}

// tabular says whether the line holds a tab between two cells.
func (p physical) tabular() bool { return strings.Contains(strings.TrimSpace(p.raw), "\t") }

func lines(source string) []physical {
	source = strings.TrimPrefix(strings.ToValidUTF8(source, string(utf8.RuneError)), "\ufeff")
	source = strings.ReplaceAll(source, "\r\n", "\n")
	source = strings.ReplaceAll(source, "\r", "\n")
	var out []physical
	n := 0
	for raw := range strings.SplitSeq(source, "\n") {
		n++
		p := physical{raw: raw, line: n, col: 1}
		rest := strings.TrimLeft(raw, " \t")
		for _, c := range raw[:len(raw)-len(rest)] {
			p.col++
			if p.indent++; c == '\t' {
				p.indent += 3
			}
		}
		p.text = agenda.CleanLine(rest)
		out = append(out, p)
	}
	return out
}

// splitter gathers physical lines into units.
type splitter struct {
	units []*unit
	blank bool // a blank line stands above
	pend  int  // paragraph breaks that wait for their paragraph
}

// split is the logical lines of a text.
func split(source string) []*unit {
	var s splitter
	all := lines(source)
	for i := 0; i < len(all); i++ {
		p := all[i]
		switch {
		case p.text == "":
			s.blank = true
			continue
		case p.indent == 0 && strings.HasPrefix(p.text, "%%"):
			continue
		case startsPaste(all[i:]):
			i += s.paste(all[i:]) - 1
		case p.indent > 0 && len(s.units) > 0:
			s.continues(p)
		default:
			s.starts(p)
		}
		s.blank = false
	}
	for _, u := range s.units {
		settle(&u.text, u.more)
		for i := range u.points {
			settle(&u.points[i].text, u.points[i].more)
		}
		for i := range u.rows {
			settle(&u.rows[i].text, u.rows[i].more)
		}
	}
	return s.units
}

func settle(text *string, more []byte) {
	if more != nil {
		*text = string(more)
	}
}

// startsPaste says whether a block pasted from a spreadsheet begins here: two
// lines or more with tabs, the first without a mark.
func startsPaste(all []physical) bool {
	if len(all) < 2 || !all[0].tabular() || !all[1].tabular() || strings.HasPrefix(all[0].raw, " ") {
		return false
	}
	mark, _, _ := Mark(all[0].text)
	return mark == ""
}

func (s *splitter) paste(all []physical) int {
	u := &unit{pasted: true}
	for _, p := range all {
		if !strings.Contains(p.raw, "\t") || p.text == "" {
			break
		}
		u.rows = append(u.rows, row{text: strings.TrimRight(p.raw, " "), line: p.line, col: 1})
	}
	u.segs = []seg{{line: u.rows[0].line, col: 1}}
	s.units = append(s.units, u)
	s.pend = 0
	return len(u.rows)
}

// starts begins a unit, or adds a point or a row to the one directly above.
func (s *splitter) starts(p physical) {
	s.pend = 0
	above := s.above()
	if point, skip, ok := pointText(p.text); ok {
		if above == nil || !above.takesPoints() {
			above = s.unit("", p)
		}
		above.points = append(above.points, row{text: point, indent: p.indent, line: p.line, col: p.col + skip})
		return
	}
	if strings.HasPrefix(p.text, "|") {
		if above == nil || above.rows == nil || above.pasted {
			above = s.unit("", p)
		}
		above.rows = append(above.rows, row{text: p.text, line: p.line, col: p.col})
		return
	}
	s.unit(p.text, p)
}

// above is the unit of the line directly above.
func (s *splitter) above() *unit {
	if s.blank || len(s.units) == 0 {
		return nil
	}
	return s.units[len(s.units)-1]
}

func (s *splitter) unit(text string, p physical) *unit {
	u := &unit{text: text, segs: []seg{{0, p.line, p.col}}}
	s.units = append(s.units, u)
	return u
}

// continues adds an indented line to what stands above it.
func (s *splitter) continues(p physical) {
	u := s.units[len(s.units)-1]
	if s.blank && s.pend == 0 {
		s.pend = 1 // an indented line after a blank one is a paragraph of its own
	}
	if p.text == `\` {
		s.pend++
		if s.blank {
			s.pend--
		}
		return
	}
	if point, skip, ok := pointText(p.text); ok && u.rows == nil {
		u.points = append(u.points, row{text: point, indent: p.indent, line: p.line, col: p.col + skip})
		s.pend = 0
		return
	}
	text := p.text
	if len(text) > 1 && text[0] == '\\' && (text[1] == '-' || text[1] == '\\') {
		text, p.col = text[1:], p.col+1
	}
	glue := " "
	if s.pend > 0 {
		glue = strings.Repeat("\n", s.pend)
	}
	s.pend = 0
	switch {
	case u.rows != nil:
		last := &u.rows[len(u.rows)-1]
		last.more = grow(last.more, last.text, " ", text)
	case len(u.points) > 0:
		last := &u.points[len(u.points)-1]
		last.more = grow(last.more, last.text, glue, text)
	default:
		u.more = grow(u.more, u.text, glue, text)
		u.segs = append(u.segs, seg{len(u.more) - len(text), p.line, p.col})
	}
}

// grow adds a line to a text.
func grow(more []byte, first, glue, line string) []byte {
	if more == nil {
		more = []byte(first)
	}
	if len(more) > 0 || glue != " " {
		more = append(more, glue...)
	}
	return append(more, line...)
}

// pointText is the words of a line that is a point. A figure directly behind
// the dash makes it a negative number, not a point.
func pointText(line string) (text string, skip int, ok bool) {
	rest, ok := strings.CutPrefix(line, "-")
	if !ok {
		return "", 0, false
	}
	if r, _ := utf8.DecodeRuneInString(rest); r >= '0' && r <= '9' || r == '£' || r == '$' || r == '€' || r == '.' {
		return "", 0, false
	}
	text = strings.TrimLeft(rest, " ")
	return text, len(line) - len(text), true
}

// takesPoints says whether a "-" line below belongs to the unit.
func (u *unit) takesPoints() bool {
	switch {
	case u.rows != nil, strings.HasPrefix(u.text, "=="):
		return false
	case strings.HasPrefix(u.text, "/number"):
		_, entry := numberAndEntry(u.frag().from(len("/number")).trim())
		return entry.s != ""
	case strings.HasPrefix(u.text, "/"):
		_, kind, _ := Mark(u.text)
		return kind == agenda.Happening || kind == agenda.Narrative || kind == agenda.Moved
	}
	return true
}
