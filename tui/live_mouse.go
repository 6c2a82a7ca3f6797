package tui

import (
	tea "charm.land/bubbletea/v2"
)

// drawn is where things were on the screen when it was drawn last, so that a
// click finds them there.
type drawn struct {
	lay     layout
	agenda  int  // the row of the first item of the agenda
	entries int  // the row of the first row of the minute
	room    int  // the row of the composer's rule
	typed   int  // the row of the composer's text that is shown first
	secret  bool // what is typed is private business
}

var _ pointed = (*live)(nil)

// Click looks at an item, chooses an entry, or puts the cursor into the words.
// It never takes an item.
func (l *live) Click(a *app, x, y int) tea.Cmd {
	d := l.drawn
	l.problem = ""
	if cmd, ok := l.asksClick(a, y); ok {
		return cmd
	}
	switch {
	case d.lay.side > 0 && x >= d.lay.side:
	case y > d.room && x >= d.lay.mark && !l.finding.on:
		l.comp.settleDue()
		l.comp.words.MoveTo(d.typed+y-d.room-1, max(0, x-d.lay.mark-gutter))
	case y >= d.room:
	case d.lay.agenda > 0 && x <= d.lay.bar:
		items, at := l.s.meeting().Items, l.outline.first+y-d.agenda
		if y >= d.agenda && at < len(items) && y-d.agenda < l.outline.shown && items[at].ID != l.look && l.editing.none() {
			return l.lookAt(a, items[at])
		}
	case l.editing.none() && (l.side.what == asideNone || d.lay.side > 0):
		if at := y - d.entries; at >= 0 && at < len(l.minute.owners) && !l.minute.owners[at].none() {
			l.pickUp(l.minute.owners[at])
		}
	}
	return nil
}

// Wheel scrolls what is under the pointer; the next key shows again where one
// is.
func (l *live) Wheel(_ *app, x, y, by int) tea.Cmd {
	d := l.drawn
	switch {
	case y >= d.room:
	case l.side.what != asideNone && (d.lay.side == 0 && x > d.lay.bar || d.lay.side > 0 && x >= d.lay.side):
		l.side.top = max(0, min(l.side.top+3*by, len(l.side.rows)-l.side.page))
	case d.lay.agenda > 0 && x <= d.lay.bar:
		l.outline.scroll += 3 * by
	default:
		if it, ok := l.s.meeting().Item(l.shownItem()); ok {
			l.minute.scroll(it, by)
		}
	}
	return nil
}

// still ends the scrolling by the wheel.
func (l *live) still() { l.minute.scrolled, l.outline.scroll = false, 0 }
