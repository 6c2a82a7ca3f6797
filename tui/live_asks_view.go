package tui

import tea "charm.land/bubbletea/v2"

// asksOver lays the question over the rows above the composer's rule; what is
// behind it stays as it is.
func (l *live) asksOver(a *app, lay layout, rows []string, room int) {
	q := l.question()
	l.asks.drawn = nil
	if q == nil || room < len(q.rows)+1 {
		return
	}
	narrow := lay.agenda == 0
	width, left := min(60, lay.measure+1), lay.mark-1
	inner := width - 4
	if narrow {
		width, left = lay.measure+2, 0
		inner = width
	}
	var box []string
	if narrow {
		box = append(box, a.st.strong.s(cut(shown(q.title), inner)))
	} else if q.about != "" && room > len(q.rows)+4 {
		for _, w := range wrap(shown(q.about), inner-2) {
			box = append(box, blanks(2)+a.st.muted.s(w))
		}
	}
	first := len(box)
	for i, ch := range q.rows {
		box = append(box, a.askRow(ch, inner, i == q.at))
	}
	if !narrow {
		box = a.framed(cut(shown(q.title), width-8), "", box, width)
		first++
	}
	top := room - len(box)
	if top < 0 {
		box, first, top = box[-top:], first+top, 0
	}
	l.asks.drawn = map[int]int{}
	for i, b := range box {
		before := blanks(left)
		if lay.agenda > 0 {
			before = keepCells(rows[top+i], left-1) + " "
		}
		rows[top+i] = before + b
		if i >= first && i < first+len(q.rows) {
			l.asks.drawn[top+i] = i - first
		}
	}
}

// askRow is a choice in one row: what is so, and in grey what that minutes.
func (a *app) askRow(ch choice, width int, focused bool) string {
	var r line
	if focused {
		r.add(a.st.pointer, glyphOpen)
	}
	r.to(2).add(a.st.strong, cut(shown(ch.verb), width-2))
	if space := width - r.n - 2; ch.does != "" && space >= 8 {
		r.to(r.n+2).add(a.st.muted, cut(shown(ch.does), space))
	}
	return a.st.row(r.String(), width, focused)
}

// asksClick does what a row says.
func (l *live) asksClick(a *app, y int) (tea.Cmd, bool) {
	row, ok := l.asks.drawn[y]
	if !ok || l.question() == nil {
		return nil, false
	}
	return l.s.minding(a, func() tea.Cmd { return l.asksDo(a, row) }), true
}
