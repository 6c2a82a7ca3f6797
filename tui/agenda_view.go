package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
)

// headRows is the rows of the head in a sheet with that many fields: they and
// the two of a hint, kept free so that nothing below moves with the focus.
func headRows(fields int) int { return fields + 2 }

// listMeasure is how wide an agenda is drawn at most: what stands at the right
// of a row must still be read together with its title.
const listMeasure = 96

// draw draws the sheet between the rule and the footer. In a low window the
// head goes while one works on the agenda.
func (s *sheet) draw(a *app, p page, width, height int) page {
	s.hint(a)
	height-- // a blank row above the footer
	if a.airy() {
		p.Rows = append(p.Rows, "")
	}
	low := height < headRows(len(s.fields))+6
	if low && s.inList {
		l := (&line{}).to(margin(width) + 2)
		s.headAt = -1
		l.add(a.st.muted, cut(shown(s.date.text()+" "+s.time.text()+", "+s.place.text()), width-2*margin(width)-2))
		p.Rows = append(p.Rows, l.String())
	} else {
		s.drawHead(a, &p, width, height, low)
	}
	if room := height - len(p.Rows); room >= 2 {
		s.drawList(a, &p, width, room)
	}
	return p
}

func (s *sheet) drawHead(a *app, p *page, width, height int, low bool) {
	above, room := len(p.Rows), headRows(len(s.fields))
	if low {
		room = min(height, room)
	}
	at := s.at
	s.headAt = above
	if s.inList {
		s.at = -1 // no field has the focus
	}
	rows, cursor := s.view(a, width, room)
	s.at = at
	s.headAt -= s.top
	for !low && len(rows) < room {
		rows = append(rows, "")
	}
	if cursor != nil && !s.inList {
		cursor.Y += above
		p.Cursor = cursor
	}
	p.Rows = append(p.Rows, rows...)
}

// drawList draws as much of the agenda as there is room for, its heading
// included.
func (s *sheet) drawList(a *app, p *page, width, room int) {
	width = min(width, listMeasure)
	g := &s.list
	room--
	g.page = room
	if g.at < g.top {
		g.top = g.at
	}
	g.top = max(0, min(max(g.top, g.at-room+1), len(g.rows)-room))
	end := min(len(g.rows), g.top+room)
	p.Rows = append(p.Rows, s.listHead(a, width, end))
	s.listAt = len(p.Rows)
	numbers := g.numbers()
	wide := 2
	for _, n := range numbers[g.top:end] {
		wide = max(wide, min(9, cells(shown(n))))
	}
	for i := g.top; i < end; i++ {
		row, col := g.draw(a, i, numbers[i], wide, width, s.inList && i == g.at)
		if col >= 0 {
			p.Cursor = tea.NewCursor(col, len(p.Rows))
		}
		p.Rows = append(p.Rows, row)
	}
	if len(g.rows) == 0 {
		p.Rows = append(p.Rows, blanks(margin(width)+2)+a.st.muted.s("no items yet; "+a.keys.New.Help().Key+" adds one"))
	}
}

// listHead is the row above the agenda: what went wrong, else where it comes
// from, else its name; at the right how much of it is shown.
func (s *sheet) listHead(a *app, width, end int) string {
	g := &s.list
	l := (&line{}).to(margin(width) + 2)
	right := count(len(g.rows), "item", "items")
	if end-g.top < len(g.rows) {
		right = fmt.Sprintf("%d–%d of %d", g.top+1, end, len(g.rows))
	}
	words, i := "Agenda", a.st.muted
	switch {
	case s.said != "":
		words, i = s.said, a.st.caution
	case s.taken != "":
		words += " · " + s.taken
	}
	return a.twoEnds(l, i, words, a.st.muted, right, width, false)
}

// draw draws row i, and says where the cursor is in it, -1 for nowhere.
func (g *agendaList) draw(a *app, i int, number string, wide, width int, focused bool) (row string, col int) {
	r := &g.rows[i]
	l := a.pointer(width, focused)
	number = cut(shown(number), wide)
	l.to(margin(width) + 2 + wide - min(wide, cells(number)))
	l.add(a.st.muted, number).to(margin(width) + 2 + wide + 2)
	l.to(l.n + 2*min(max(r.item.Level-1, 0), max(0, (width-l.n)/6)))
	from := shown(r.from)
	if width < 60 {
		from = ""
	}
	end := width - margin(width)
	if r.item.Exempt != nil {
		end -= cells(" " + glyphExempt)
	}
	room := end - l.n
	if from != "" {
		room -= cells(from) + 2
	}
	col = -1
	if focused {
		_, c := g.ed.Cursor()
		col = l.n + c
	}
	g.title(a, l, r, room, focused)
	l.to(end-cells(from)).add(a.st.muted, from)
	if r.item.Exempt != nil {
		l.add(a.st.private, " "+glyphExempt)
	}
	return a.st.row(l.String(), width, focused), col
}

// title draws the title of a row, in the focused one as the field it is typed in.
// Private business without one for the public has the clerk's words in its place.
func (g *agendaList) title(a *app, l *line, r *agendaRow, room int, focused bool) {
	none := r.item.Exempt != nil && r.item.Exempt.Whole && r.item.Title == ""
	if !focused {
		title := r.item.Title
		if none {
			title = exemptTitle("")
		}
		l.add(a.st.text, cut(shown(title), room))
		return
	}
	g.ed.SetWidth(room)
	typed := shown(g.ed.Rows(0, 1)[0])
	if none && typed == "" {
		typed = a.st.muted.s(cut(exemptTitle(""), room))
	}
	l.put(a.st.field.over(pad(typed, room)))
}
