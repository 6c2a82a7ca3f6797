package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// bodyLine is a line of a table: a row, a heading, or what stands below the
// field in hand. row is -1 for none, and the number of rows for a new one.
type bodyLine struct {
	row  int
	text string // styled, where row is -1
}

// table draws the rows of a section, scrolled to the focused one.
func (s *bodyScreen) table(p *bodyPane, height int) {
	a, rows := p.a, s.rows(p.a)
	columns := s.columns(p)
	if len(rows) == 0 && s.edit == nil {
		p.grey("No " + s.sec().one + "s yet. " + a.keys.New.Help().Key + " makes the first.")
		return
	}
	if height-len(p.rows) > 6 {
		var l line
		l.to(p.left())
		for _, c := range columns {
			l.to(c.at).add(a.st.muted, cut(s.sec().fields[c.field].label, c.width))
		}
		p.add(l.String())
	}
	preview := s.preview(p)
	if len(preview) > max(0, height-len(p.rows))/2 || s.edit != nil {
		preview = preview[:min(len(preview), max(0, height-len(p.rows)-6))]
	}
	room := height - len(p.rows)
	if len(preview) > 0 {
		room -= len(preview) + 1
	}
	lines := s.lines(p, rows, columns)
	for _, l := range s.window(lines, max(1, room)) {
		s.drawLine(p, l, rows, columns)
	}
	if len(preview) > 0 {
		p.add("")
		p.add(preview...)
	}
}

// bodyColumn is a column of the table: a field, where it stands, how wide.
type bodyColumn struct{ field, at, width int }

// titleWide is how wide the first column gets at most.
const titleWide = 44

// columns sets the columns: what has no width of its own takes what is left.
func (s *bodyScreen) columns(p *bodyPane) []bodyColumn {
	fields := bodyColumns(s.sec(), p.width)
	if s.edit != nil && !slices.Contains(fields, s.edit.at) {
		at := len(fields) - 1
		for at > 0 && fields[at] > s.edit.at {
			at--
		}
		fields[at] = s.edit.at // it takes the place of the column before it
	}
	width := func(i int) int {
		if s.sec().inline && i == seatFrom && !slices.Contains(fields, seatTo) {
			return len("to 12 Mar 2026") // an end stands there too
		}
		if p.width < 60 {
			return min(s.sec().fields[i].width, p.width/3)
		}
		return s.sec().fields[i].width
	}
	rest := p.width - p.left() - margin(p.a.width) - 2*(len(fields)-1)
	open := 0
	for _, i := range fields {
		if rest -= width(i); width(i) == 0 {
			open = i
		}
	}
	if open == 0 {
		rest = min(rest, titleWide) // or the columns would stand far from what they tell of
	}
	at := p.left()
	var out []bodyColumn
	for _, i := range fields {
		wide := width(i)
		if wide == 0 {
			wide = max(8, rest)
		}
		out = append(out, bodyColumn{i, at, wide})
		at += wide + 2
	}
	return out
}

// lines is the table as lines, the row in hand and what stands below it among
// them.
func (s *bodyScreen) lines(p *bodyPane, rows []bodyRow, columns []bodyColumn) []bodyLine {
	a := p.a
	var out []bodyLine
	put := func(row int) {
		out = append(out, bodyLine{row: row})
		for _, text := range s.below(p, columns) {
			out = append(out, bodyLine{row: -1, text: text})
		}
	}
	fresh := s.edit != nil && s.edit.row.at < 0
	if fresh && len(rows) == 0 {
		put(0)
	}
	group := ""
	for i := range rows {
		if rows[i].group != group {
			group = rows[i].group
			out = append(out, bodyLine{row: -1}, bodyLine{row: -1, text: blanks(p.left()) + a.st.muted.s(group)})
		}
		if s.edit != nil && !fresh && i == s.at {
			put(i)
		} else {
			out = append(out, bodyLine{row: i})
		}
		if fresh && i == s.at {
			put(len(rows))
		}
	}
	return out
}

// window is the lines that are shown, the focused one among them.
func (s *bodyScreen) window(lines []bodyLine, height int) []bodyLine {
	focus := s.at
	if s.edit != nil && s.edit.row.at < 0 {
		for _, l := range lines {
			focus = max(focus, l.row)
		}
	}
	s.page = height
	for i, l := range lines {
		if l.row != focus {
			continue
		}
		low := i
		for low+1 < len(lines) && s.edit != nil && lines[low+1].row < 0 {
			low++
		}
		if s.top > i-1 {
			s.top = max(0, i-1)
		}
		s.top = max(s.top, low+1-height)
		s.top = min(s.top, i)
	}
	s.top = max(0, min(s.top, len(lines)-height))
	return lines[s.top:min(len(lines), s.top+height)]
}

func (s *bodyScreen) drawLine(p *bodyPane, l bodyLine, rows []bodyRow, columns []bodyColumn) {
	a := p.a
	if l.row < 0 {
		p.add(l.text)
		return
	}
	fresh := s.edit != nil && s.edit.row.at < 0
	inHand := s.edit != nil && (fresh && l.row == len(rows) || !fresh && l.row == s.at)
	focused := s.inside && (inHand || s.edit == nil && l.row == s.at)
	row := a.pointer(p.width, focused)
	p.hit(hitRow, l.row, 0, p.width)
	for _, c := range columns {
		row.to(c.at)
		if inHand {
			s.cell(p, row, c)
			continue
		}
		i, text := a.st.text, rows[l.row].values[c.field]
		if rows[l.row].quiet {
			i = a.st.muted
		}
		switch {
		case c.field == 0:
			text = rows[l.row].first()
		case s.sec().inline && c.field == seatFrom && c.width > len("12 Mar 2026") && rows[l.row].values[seatTo] != "":
			text = "to " + rows[l.row].values[seatTo]
		}
		row.add(i, cut(shown(text), c.width))
	}
	p.add(a.st.row(row.String(), p.width, focused))
}

// cell is a field of the row in hand.
func (s *bodyScreen) cell(p *bodyPane, row *line, c bodyColumn) {
	a, ed := p.a, s.edit.eds[c.field]
	p.hit(hitField, c.field, row.n, row.n+c.width)
	ed.SetWidth(c.width)
	if c.field != s.edit.at {
		row.add(a.st.text, cut(shown(ed.Text()), c.width))
		return
	}
	_, col := ed.Cursor()
	p.cursor = tea.NewCursor(row.n+col, len(p.rows))
	text := shown(ed.Rows(0, 1)[0])
	if s.edit.trouble != nil {
		text = a.st.found.s(text)
	}
	row.put(a.st.field.over(pad(text, c.width)))
}

// below is what stands under the field in hand: what is wrong, its choices, or
// what to type.
func (s *bodyScreen) below(p *bodyPane, columns []bodyColumn) []string {
	at := p.left()
	for _, c := range columns {
		if c.field == s.edit.at {
			at = c.at
		}
	}
	text := s.edit.fields[s.edit.at].hint
	if s.edit.trouble != nil {
		text = s.edit.trouble.words
	}
	return s.under(p, max(p.left(), min(at, p.width-margin(p.a.width)-cells(text))))
}

// under is the same at a column.
func (s *bodyScreen) under(p *bodyPane, at int) []string {
	a, e := p.a, s.edit
	f, i, text := e.fields[e.at], a.st.muted, ""
	var out []string
	end := p.width - margin(a.width)
	switch {
	case e.trouble != nil && e.trouble.field == e.at:
		text, i = e.trouble.words, a.st.caution
	case len(f.choices) > 0:
		out = s.choicesUnder(p, f, at, end)
		if a.height >= 16 {
			text = f.hint
		}
	default:
		text = f.hint
	}
	if text == "" {
		return out
	}
	for _, r := range wrap(shown(text), min(60, end-at)) {
		out = append(out, blanks(at)+i.s(r))
	}
	return out
}

// choicesUnder is the words to choose from, the one that stands in the field
// in plain text; as many as fit, that one among them.
func (s *bodyScreen) choicesUnder(p *bodyPane, f bodyField, at, end int) []string {
	a := p.a
	all := strings.Join(f.choices, ", ")
	at = max(p.left(), min(at, end-cells(all)))
	rows := []string{}
	var l line
	l.to(at)
	for n, c := range f.choices {
		if l.n > at && l.n+2+cells(c) > end {
			rows = append(rows, l.String())
			l = line{}
			l.to(at)
		}
		if l.n > at {
			l.to(l.n + 1)
		}
		i := a.st.muted
		if strings.EqualFold(c, s.edit.text()) {
			i = a.st.strong
		}
		if l.add(i, c); n < len(f.choices)-1 {
			l.add(a.st.muted, ",")
		}
	}
	return append(rows, l.String())
}
