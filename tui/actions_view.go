package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

func (s *actions) View(a *app, width, height int) page {
	l := &s.list
	p := page{Title: "Actions", Where: s.what(), Band: a.stuckBand(), Right: []part{{text: s.counted(), style: a.st.text, keep: true}}}
	height--
	hint := "owner, words"
	if t, ok := l.row(l.at); ok && t.Code != "" {
		hint += ", body:" + strings.ToLower(t.Code)
	}
	l.begin(a, &p, width, hint)
	at := s.columns(width)
	if a.airy() && l.page.Hits > 0 {
		p.Rows = append(p.Rows, s.heads(a, at, width))
	}
	l.lines = make([]int, len(p.Rows))
	for i := range l.lines {
		l.lines[i] = -1
	}
	if l.page.Hits == 0 {
		if l.known || l.trouble != "" {
			p.Rows = append(p.Rows, l.nothing(a, width, l.page.Total, "actions", "No open actions.")...)
		}
		return p
	}
	rows := height - len(p.Rows)
	l.scroll(rows, func(i, top int) int { return s.above(a, i, top, height) })
	words := l.query().Words
	for i := l.top; i < l.page.Hits && len(p.Rows) < height; i++ {
		s.heading(a, &p, i, height, width)
		if len(p.Rows) >= height {
			break
		}
		if s.noting != nil && i == l.at {
			p.Cursor = tea.NewCursor(0, len(p.Rows))
		}
		p.Rows = append(p.Rows, s.row(a, i, at, width, words, p.Cursor))
		l.lines = append(l.lines, i)
	}
	return p
}

func (s *actions) counted() string {
	c := s.list.counts
	switch {
	case !s.list.known:
		return ""
	case c.AllOverdue > 0:
		return thousands(c.AllOwed) + " open, " + thousands(c.AllOverdue) + " overdue"
	}
	return thousands(c.AllOwed) + " open"
}

// group is the heading an action stands under.
func (s *actions) group(a *app, t *agenda.Task) string {
	today := iso(a.now())
	switch day := agenda.Clock(t.Due).Date(); {
	case !agenda.StillOwed.Is(t.State) && day != "" && day < today:
		return "Earlier"
	case day == "":
		return "No date"
	case day < today:
		return "Overdue"
	case day[:7] == today[:7]:
		return "This month"
	}
	return "Later"
}

// headed is whether a heading stands above a row.
func (s *actions) headed(a *app, i, top int) (string, bool) {
	t, ok := s.list.row(i)
	if !ok {
		return "", false
	}
	name := s.group(a, t)
	if before, ok := s.list.row(i - 1); ok && i > top && s.group(a, before) == name {
		return name, false
	}
	return name, true
}

// above is the lines that stand above a row for its heading.
func (s *actions) above(a *app, i, top, height int) int {
	switch _, ok := s.headed(a, i, top); {
	case !ok:
		return 0
	case height < 14 || i == top && !a.airy():
		return 1
	}
	return 2
}

func (s *actions) heading(a *app, p *page, i, height, width int) {
	name, ok := s.headed(a, i, s.list.top)
	if !ok {
		return
	}
	if s.above(a, i, s.list.top, height) == 2 {
		p.Rows = append(p.Rows, "")
		s.list.lines = append(s.list.lines, -1)
	}
	ink := a.st.muted
	if name == "Overdue" {
		ink = a.st.caution
	}
	p.Rows = append(p.Rows, blanks(margin(width)+2)+ink.s(name))
	s.list.lines = append(s.list.lines, -1)
}

// taskColumns is where the columns of an action begin; 0: no room.
type taskColumns struct{ owner, text, from, state, mark, end int }

func (s *actions) columns(width int) taskColumns {
	m := margin(width)
	due, end := m+2, width-m
	switch {
	case width < 60:
		return taskColumns{text: due + 14, end: end}
	case width < 100:
		return taskColumns{owner: due + 14, text: due + 14 + width/4, mark: end - 1, end: end - 3}
	}
	c := taskColumns{owner: due + 14, text: due + 16 + width/6, state: end - width/8, end: end}
	c.from = c.state - 18
	c.end = c.from - 2
	return c
}

func (s *actions) heads(a *app, at taskColumns, width int) string {
	var l line
	l.to(margin(width)+2).add(a.st.muted, "Due")
	if at.owner > 0 {
		l.to(at.owner).add(a.st.muted, "Owner")
	}
	l.to(at.text).add(a.st.muted, "Action")
	if at.from > 0 {
		l.to(at.from).add(a.st.muted, "From").to(at.state).add(a.st.muted, "State")
	}
	return l.String()
}

// due is when an action is due, in the words of the list.
func (s *actions) due(a *app, t *agenda.Task) (string, ink) {
	switch day := agenda.Clock(t.Due).Date(); {
	case t.Due == "" && t.Ref.Closed:
		return "", a.st.muted // nobody may know whether it has words
	case t.Due == "":
		return "no date", a.st.muted
	case day != "" && day < iso(a.now()) && agenda.StillOwed.Is(t.State):
		return recordDay(t.Due), a.st.caution
	case day != "":
		return recordDay(t.Due), a.st.text
	case strings.Contains(strings.ToLower(t.Due), "meeting"):
		return cut(shown(t.Due), 13), a.st.text
	}
	return "“" + cut(shown(t.Due), 11) + "”", a.st.text
}

func (s *actions) row(a *app, i int, at taskColumns, width int, words []string, cursor *tea.Cursor) string {
	focused := i == s.list.at
	out := a.pointer(width, focused)
	t, ok := s.list.row(i)
	if !ok {
		return a.st.row(out.add(a.st.muted, glyphCut).String(), width, focused)
	}
	due, ink := s.due(a, t)
	out.add(ink, due)
	if focused && s.noting != nil {
		return s.field(a, out, width, cursor)
	}
	if t.Ref.Closed {
		out.to(at.text).add(a.st.private, glyphExempt+" ")
		a.underline(out, a.st.text, cut(shown(exemptTitle(t.Title)), at.end-at.text-2), words)
	} else {
		if at.owner > 0 {
			owner, ink := strings.Join(t.Owners, "; "), a.st.text
			if owner == "" {
				owner, ink = "no owner", a.st.muted
			}
			a.underline(out.to(at.owner), ink, cut(shown(owner), at.text-at.owner-2), words)
		}
		a.underline(out.to(at.text), a.st.text, cut(shown(t.Text), at.end-at.text), words)
	}
	if at.mark > 0 && t.State != "" {
		mark := glyphDot
		if agenda.Finished.Is(t.State) {
			mark = glyphDone
		}
		out.to(at.mark).add(a.st.muted, mark)
	}
	if at.from > 0 {
		day := ""
		if d, _, err := agenda.Clock(t.Date).Time(); err == nil {
			day = d.Format("_2 Jan")
		}
		from := strings.Join([]string{cut(shown(t.Code), 5), day, cut(shown(t.Item), 5)}, " ")
		out.to(at.from).add(a.st.muted, from).to(at.state).add(a.st.text, cut(shown(stateOf(t.State)), width-margin(width)-at.state))
	}
	return a.st.row(out.String(), width, focused)
}

// field is the row while progress is noted on it.
func (s *actions) field(a *app, out *line, width int, cursor *tea.Cursor) string {
	out.to(margin(width)+16).add(a.st.muted, "State").to(out.n + 2)
	wide := min(60, width-margin(width)-out.n)
	s.noting.SetWidth(wide - 2)
	_, col := s.noting.Cursor()
	cursor.X = out.n + 1 + col
	out.put(a.st.field.over(pad(" "+shown(s.noting.Rows(0, 1)[0]), wide)))
	return a.st.row(out.String(), width, false)
}
