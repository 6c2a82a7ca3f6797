package tui

import (
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

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

// formField draws a field: its label, then its value, on a ground of its own
// while the row is in hand.
func (s *bodyScreen) formField(p *bodyPane, i int, f bodyField, row bodyRow) {
	a, at := p.a, s.valueAt(p)
	focused := s.edit != nil && s.edit.at == i
	wide := min(60, p.width-at-margin(a.width))
	l := a.pointer(p.width, focused)
	l.add(a.st.muted, cut(f.label, labelWidth(a.width)-1)).to(at)
	p.hit(hitField, i, 0, p.width)
	if s.edit == nil {
		text, ink := "", a.st.text
		if i < len(row.values) {
			text = row.values[i]
		}
		if text == "" {
			text, ink = s.emptyWords(i), a.st.muted
		}
		for n, r := range wrap(shown(text), wide) {
			if n > 0 {
				l = a.pointer(p.width, false).to(at)
				p.hit(hitField, i, 0, p.width)
			}
			p.add(l.add(ink, r).String())
		}
		return
	}
	ed := s.edit.eds[i]
	ed.SetWidth(wide)
	rows := 1
	from := 0
	at2, col := ed.Cursor()
	if f.long || f.wrap {
		rows = min(max(ed.Height(), 1), longRows)
		from = max(0, min(at2-rows+1, ed.Height()-rows))
	}
	if focused {
		p.cursor = tea.NewCursor(at+col, len(p.rows)+at2-from)
	}
	for n, text := range ed.Rows(from, rows) {
		if n > 0 {
			l = a.pointer(p.width, false)
			l.to(at)
			p.hit(hitField, i, 0, p.width)
		}
		text = shown(text)
		if focused && s.edit.trouble != nil {
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
