package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// onlyWide is how wide a field is that has nothing but a choice.
const onlyWide = 16

// longRows is how many rows of a field of several lines are shown.
const longRows = 5

// formView draws a row as a form, a field under the other, scrolled to the one
// in hand.
func (s *bodyScreen) formView(p *bodyPane, height int) {
	form := bodyPane{a: p.a, width: p.width}
	from, low := 0, 0
	e := s.edit
	row, _ := s.row(p.a)
	for i, f := range s.sec().fields {
		at := len(form.rows)
		s.formField(&form, i, f, row)
		if e != nil && i == e.at {
			under := s.valueAt(&form)
			if p.a.width < 60 {
				under = form.left()
			}
			form.add(s.under(&form, under)...)
			from, low = at, len(form.rows)
		}
	}
	room := max(1, height-len(p.rows))
	if s.sec().sample && room > len(form.rows)+4 {
		s.sampleView(&form)
	}
	top := 0
	if e != nil {
		e.top = max(e.top, low-room)
		e.top = max(0, min(e.top, from, len(form.rows)-room))
		top = e.top
	}
	base := len(p.rows) - top
	for _, h := range form.hits {
		if h.y += base; h.y >= len(p.rows) && h.y < len(p.rows)+room {
			p.hits = append(p.hits, h)
		}
	}
	if form.cursor != nil {
		p.cursor = form.cursor
		p.cursor.Y += base
	}
	p.add(form.rows[top:min(len(form.rows), top+room)]...)
}

// valueAt is the column of the values.
func (s *bodyScreen) valueAt(p *bodyPane) int { return p.left() + labelWidth(p.a.width) }

// formField draws a field: its label, then its value. The one in hand has a
// ground of its own; the others read like the page.
func (s *bodyScreen) formField(p *bodyPane, i int, f bodyField, row bodyRow) {
	a, at := p.a, s.valueAt(p)
	wide := min(60, p.width-at-margin(a.width))
	if s.edit != nil && s.edit.at == i {
		s.fieldInHand(p, i, at, wide)
		return
	}
	text, ink := "", a.st.text
	switch {
	case s.edit != nil:
		text = s.edit.eds[i].Text()
	case i < len(row.values):
		text = row.values[i]
	}
	if strings.TrimSpace(text) == "" {
		text, ink = s.emptyWords(i), a.st.muted
	}
	label := f.label
	for _, r := range wrapLines(text, wide) {
		l := s.formLabel(p, i, label, at, false)
		p.add(l.add(ink, r).String())
		label = ""
	}
}

// formLabel begins a row of a form.
func (s *bodyScreen) formLabel(p *bodyPane, i int, label string, at int, focused bool) *line {
	p.hit(hitField, i, 0, p.width)
	l := p.a.pointer(p.width, focused)
	return l.add(p.a.st.muted, cut(label, labelWidth(p.a.width)-1)).to(at)
}

// fieldInHand draws the field that takes the typing.
func (s *bodyScreen) fieldInHand(p *bodyPane, i, at, wide int) {
	a, f, ed := p.a, s.edit.fields[i], s.edit.eds[i]
	if f.only {
		wide = min(wide, onlyWide)
	}
	ed.SetWidth(wide)
	rows, from := 1, 0
	row, col := ed.Cursor()
	if f.long || f.wrap {
		rows = min(ed.Height(), longRows)
		from = max(0, min(row-rows+1, ed.Height()-rows))
	}
	p.cursor = tea.NewCursor(at+col, len(p.rows)+row-from)
	label := f.label
	for n, text := range ed.Rows(from, rows) {
		l := s.formLabel(p, i, label, at, n == 0)
		label, text = "", shown(text)
		if s.edit.trouble != nil {
			text = a.st.found.s(text)
		}
		p.add(l.put(a.st.field.over(pad(text, wide))).String())
	}
}

// emptyWords is what an empty field of a form means.
func (s *bodyScreen) emptyWords(i int) string {
	if s.sec().sample {
		return leadInWords([]string{styleLeadIn: agenda.Council().LeadIn, styleReport: agenda.Council().LeadInReport}[i])
	}
	return "–"
}

// sampleView is a sample of minutes in the style as it stands in the form.
func (s *bodyScreen) sampleView(p *bodyPane) {
	body := s.body
	if s.edit != nil {
		body, _ = keepStyle(bodyKeep{body: s.body, values: s.edit.values(), was: s.edit.row.values})
	}
	p.add("", blanks(p.left())+p.a.st.muted.s("Sample"))
	for _, r := range p.a.sample(body, min(64, p.width-p.left()-margin(p.a.width))) {
		p.add(blanks(p.left()) + r)
	}
}
