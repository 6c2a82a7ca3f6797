package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// wideHome is the width from which the bodies stand beside the meetings.
const wideHome = 100

func (h *home) View(a *app, width, height int) page {
	if h.empty() {
		return h.firstView(a, width, height)
	}
	now := a.now()
	p := page{Title: "Minutebook", Where: a.book, Right: []part{
		{text: now.Format("Mon 2 Jan 2006"), style: a.st.text},
		{text: now.Format("15:04"), style: a.st.text, keep: true},
	}}
	p.Band = h.damagedBand(a)
	height-- // a blank row above the footer
	var top []string
	if !h.find.Empty() {
		top, p.Cursor = h.findRow(a, width)
	} else if a.airy() {
		top = []string{""}
	}
	if h.trouble != "" {
		for _, r := range wrap(shown(h.trouble), min(76, width-2*margin(a.width)-2)) {
			top = append(top, blanks(margin(a.width)+2)+a.st.text.s(r))
		}
	}
	height -= len(top)
	left, right := width, 0
	if width >= wideHome {
		left = width * 3 / 5
		right = left + 4
	}
	above := len(top)
	p.Rows = append(top, h.lists(a, left, right, width, height)...)
	for i := range h.drawn {
		h.drawn[i] = append(slices.Repeat([]int{-1}, above), h.drawn[i]...)
	}
	return p
}

func (h *home) findRow(a *app, width int) ([]string, *tea.Cursor) {
	m := margin(a.width)
	wide := min(40, width-2*m-8)
	h.find.SetWidth(wide)
	var l line
	l.to(m+2).add(a.st.muted, "Find").to(l.n + 2)
	_, col := h.find.Cursor()
	cursor := tea.NewCursor(l.n+col, 0)
	l.put(a.st.field.s(pad(shown(h.find.Rows(0, 1)[0]), wide)))
	return []string{l.String(), ""}, cursor
}

// homeLine is a line of a list: a heading, a blank, or the first or second row
// of a homeRow.
type homeLine struct {
	heading string
	row     int // -1: none
	second  bool
}

// layOut is the lines of the rows that stand at the left, or of those beside.
func (h *home) layOut(beside bool) []homeLine {
	var lines []homeLine
	section := ""
	for i := range h.rows {
		r := &h.rows[i]
		side := h.split > 0 && r.meeting == nil
		if side != beside || h.split == 0 && r.section == sectionToDo {
			continue
		}
		if r.section != section {
			section = r.section
			if len(lines) > 0 && !h.tight {
				lines = append(lines, homeLine{row: -1})
			}
			lines = append(lines, homeLine{heading: section, row: -1})
		}
		lines = append(lines, homeLine{row: i})
		if section == sectionToday {
			lines = append(lines, homeLine{row: i, second: true})
		}
	}
	return lines
}

// window is the height lines that are shown, the focused row among them.
func (h *home) window(lines []homeLine, height int, top *int) []homeLine {
	for i, l := range lines {
		if l.row == h.at {
			*top = min(*top, max(0, i-1)) // its heading too
			*top = max(*top, i+1-height)
			if l.second {
				break
			}
		}
	}
	*top = max(0, min(*top, len(lines)-height))
	return lines[*top:min(len(lines), *top+height)]
}

// lists draws the meetings, scrolled to the focused one, and the other lists
// below them or, from column right on, beside them.
func (h *home) lists(a *app, left, right, width, height int) []string {
	if tight := a.height < 14; h.split != right || h.tight != tight || h.lines == nil {
		h.split, h.tight = right, tight
		h.lines, h.beside = h.layOut(false), h.layOut(true)
	}
	rows := h.today(a, left)
	if right == 0 && h.has(sectionToDo) {
		rows = append(h.toDoLine(a, width), rows...)
	}
	h.drawn[0] = slices.Repeat([]int{-1}, len(rows))
	h.drawn[1] = nil
	for _, l := range h.window(h.lines, max(0, height-len(rows)), &h.tops[0]) {
		rows = append(rows, h.draw(a, l, left))
		h.drawn[0] = append(h.drawn[0], l.row)
	}
	for i, l := range h.window(h.beside, height, &h.tops[1]) {
		if i == len(rows) {
			rows = append(rows, "")
		}
		rows[i] = pad(rows[i], right) + h.draw(a, l, width-right)
		h.drawn[1] = append(h.drawn[1], l.row)
	}
	return rows
}

func (h *home) draw(a *app, l homeLine, width int) string {
	if l.row < 0 {
		return blanks(margin(a.width)+2) + a.st.muted.s(l.heading)
	}
	r := &h.rows[l.row]
	focused := l.row == h.at
	switch {
	case r.jump != nil:
		return h.jumpRow(a, r, width, focused)
	case r.body != nil:
		return h.bodyRow(a, r.body, width, focused)
	case l.second:
		return h.todaySecond(a, r.meeting, width, focused)
	case r.section == sectionToday:
		return h.todayFirst(a, r.meeting, width, focused)
	}
	return h.meetingRow(a, r, width, focused)
}

// today says that there is no meeting today, where the list cannot.
func (h *home) today(a *app, width int) []string {
	if !h.known || h.err != nil {
		return nil
	}
	indent := blanks(margin(a.width) + 2)
	words := "No meeting today."
	if !h.find.Empty() {
		if len(h.rows) > 0 {
			return nil
		}
		words = "Nothing for “" + agenda.CleanLine(h.find.Text()) + "” in meetings and bodies."
	} else if len(h.rows) > 0 && h.rows[0].section == sectionToday {
		return nil
	} else if next := h.next(); next != nil {
		words += " Next: " + longDay(next.Start) + ", " + next.Name + "."
	}
	return []string{indent + a.st.muted.s(cut(shown(words), width-2*margin(a.width)-2)), ""}
}

// next is the nearest meeting to come.
func (h *home) next() *agenda.Summary {
	for i := range h.rows {
		if h.rows[i].section == sectionComing {
			return h.rows[i].meeting
		}
	}
	return nil
}

// meetingRow is a meeting that is not today's.
func (h *home) meetingRow(a *app, r *homeRow, width int, focused bool) string {
	l := a.pointer(width, focused)
	l.add(a.st.text, shortDay(r.meeting.Start, a.now())).to(l.n + 1).to(margin(a.width) + 15)
	state := meetingState(r.meeting, iso(a.now()))
	if width < 60 {
		state = ""
	}
	return a.twoEnds(l, a.st.text, r.meeting.Name, a.st.muted, state, width, focused)
}

// todayFirst is a meeting of today, or one that is still open.
func (h *home) todayFirst(a *app, m *agenda.Summary, width int, focused bool) string {
	state, ink := meetingState(m, iso(a.now())), a.st.muted
	if m.Open && m.Closed == "" {
		state, ink = "open", a.st.accent
		if m.At > 0 {
			state = fmt.Sprintf("open, item %d of %d", m.At, m.Items)
		}
	}
	return a.twoEnds(a.pointer(width, focused), a.st.strong, m.Name, ink, state, width, focused)
}

// todaySecond is what else there is to say of it, and for how long it has been
// going on.
func (h *home) todaySecond(a *app, m *agenda.Summary, width int, focused bool) string {
	since := ""
	if n, ok := m.Start.MinutesUntil(agenda.At(a.now())); m.Open && m.Closed == "" && ok && n >= 0 && n < 24*60 {
		since = spans(n)
	}
	facts := m.Kind
	if m.Start.Date() != iso(a.now()) {
		facts = longDay(m.Start)
	}
	for _, f := range []string{m.Start.TimeOfDay(), m.Place} {
		if f != "" && facts != "" {
			facts += " · "
		}
		facts += f
	}
	var l line
	l.to(margin(a.width) + 2)
	return a.twoEnds(&l, a.st.muted, facts, a.st.muted, since, width, focused)
}

// meetingState is how far a meeting is, in a word or two.
func meetingState(m *agenda.Summary, today string) string {
	day := m.Start.Date()
	switch {
	case m.Closed != "" && day == today && m.Closed.TimeOfDay() != "":
		return "closed " + m.Closed.TimeOfDay()
	case m.Closed != "":
		return fmt.Sprintf("draft %d", max(1, m.Draft))
	case m.Entries > 0 && day < today:
		return "not closed"
	case m.Items == 0 && m.Entries == 0:
		return "no agenda"
	case m.Entries > 0:
		return count(m.Entries, "entry", "entries")
	case day < today:
		return count(m.Items, "item", "items") + ", not begun"
	}
	return count(m.Items, "item", "items")
}

// count is a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func (h *home) bodyRow(a *app, b *agenda.Body, width int, focused bool) string {
	l := a.pointer(width, focused)
	code := cut(shown(b.Code), 11)
	l.to(l.n+h.codes-cells(code)).add(a.st.muted, code).to(margin(a.width) + 2 + h.codes + 2)
	return a.twoEnds(l, a.st.text, b.Name, a.st.muted, "", width, focused)
}

// pointer begins a row with the ▸ of the focused one.
func (a *app) pointer(width int, focused bool) *line {
	var l line
	l.to(margin(a.width))
	if focused {
		l.add(a.st.pointer, glyphOpen)
	}
	return l.to(margin(a.width) + 2)
}

// twoEnds ends a row with a text, cut where it must be, and another at the
// right margin.
func (a *app) twoEnds(l *line, i ink, text string, j ink, right string, width int, focused bool) string {
	right = shown(right)
	end := width - margin(a.width) - cells(right)
	gap := 0
	if right != "" {
		gap = 2
	}
	l.add(i, cut(shown(text), max(0, end-gap-l.n))).to(end).add(j, right)
	return a.st.row(l.String(), width, focused)
}
