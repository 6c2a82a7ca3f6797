package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// roomColumns is where the columns of the room begin, and where the last one
// ends; 0: the column is not shown.
type roomColumns struct{ name, role, now, enter, end int }

func roomColumnsFor(width int) roomColumns {
	end := width - margin(width)
	switch {
	case width >= 100:
		return roomColumns{4, 27, 47, 75, end}
	case width >= 80:
		return roomColumns{4, 0, 26, 54, end}
	case width >= 60:
		return roomColumns{3, 0, 25, 46, end}
	}
	return roomColumns{3, 0, 0, 24, end}
}

// View draws the roster, and below it what waits in the composer.
func (r *room) View(a *app, width, height int) page {
	p := page{Title: "Room", Where: r.where(), Right: r.right(a)}
	if why := r.s.Stuck(); why != "" {
		p.Band = notSaved(why)
	}
	left := margin(width)
	if a.airy() {
		p.Rows = append(p.Rows, "")
	}
	wide := min(34, width-left*2-8)
	r.name.SetWidth(wide - 1)
	var field line
	label, hint := r.asked()
	field.to(left).add(a.st.muted, label).to(left + 6)
	field.put(a.st.field.s(pad(shown(strings.Join(r.name.Rows(0, 1), "")), wide)))
	if width-left-field.n-3 >= cells(hint) {
		field.to(field.n+3).add(a.st.muted, hint)
	}
	_, col := r.name.Cursor()
	p.Cursor = tea.NewCursor(left+6+col, len(p.Rows))
	p.Cursor.Shape, p.Cursor.Blink = tea.CursorBar, false
	p.Rows = append(p.Rows, field.String())
	if height >= 12 {
		p.Rows = append(p.Rows, r.told(a, &p, width))
	}
	draft := r.draft(a, width, height)
	space := max(1, height-len(p.Rows)-len(draft))
	people := r.shownRows()
	lines := r.list(a, people, width)
	at := max(0, slices.IndexFunc(lines, func(l roomRow) bool { return l.who == r.at }))
	from := max(0, min(at-space/2, len(lines)-space))
	r.drawn = map[int]int{}
	for _, l := range lines[from:min(len(lines), from+space)] {
		if l.who >= 0 {
			r.drawn[len(p.Rows)] = l.who
			l.text = r.row(a, people[l.who], l.who == r.at, width)
		}
		p.Rows = append(p.Rows, l.text)
	}
	for len(draft) > 0 && len(p.Rows) < height-len(draft) {
		p.Rows = append(p.Rows, "")
	}
	p.Rows = append(p.Rows, draft...)
	return p
}

// told is the row below the field: the message, where the header has no room
// for all of it.
func (r *room) told(a *app, p *page, width int) string {
	if a.message == "" || width >= 120 && cells(shown(a.message)) <= width/2 {
		return ""
	}
	p.Told = true
	left := margin(width)
	return blanks(left) + r.s.saying(a, a.message).s(cut(shown(a.message), width-2*left))
}

// asked is what the field asks for, and what to do with it.
func (r *room) asked() (label, hint string) {
	switch {
	case r.ask.count:
		return "Public", "a number, or names; enter keeps it"
	case r.ask.on && r.ask.event.What == agenda.Proxy:
		return "For", "whose proxy does " + r.ask.who.Short() + " hold?"
	case r.ask.on:
		return "For", "for whom does " + r.ask.who.Short() + " sit?"
	}
	return "Name", "type to find, enter does what the last column says"
}

// where is the item that is open, or the body before there is one.
func (r *room) where() string {
	m := r.s.meeting()
	it, ok := m.Item(m.Current())
	switch {
	case !ok || m.Current() == 0:
		return r.s.body.Name
	case it.Number != "":
		return "Item " + it.Number + ", " + marked(it)
	}
	return marked(it)
}

// marked names an item, private business with its sign.
func marked(it *agenda.Item) string {
	if it.Exempt == nil {
		return titleOf(it)
	}
	return titleOf(it) + " " + glyphExempt
}

// right is the clock, who is here, the quorum as it is stated, and whether all
// is in the book.
func (r *room) right(a *app) []part {
	now := r.s.room()
	count := fmt.Sprintf("%d of %d", now.present, now.places)
	if a.width >= 60 {
		count += " present"
	}
	parts := []part{{text: r.s.clock(a).TimeOfDay(), style: a.st.text, keep: true}, {text: count, style: a.st.strong, keep: true}}
	switch {
	case now.short != "":
		parts = append(parts, part{text: now.short, style: a.st.caution})
	case now.said() != "":
		parts = append(parts, part{text: now.said(), style: a.st.text})
	}
	return append(parts, savingPart(a, r.s))
}

// draft is what waits in the composer, under a rule that says so.
func (r *room) draft(a *app, width, height int) []string {
	words := ""
	for _, s := range a.stack {
		if waiting := pendingIn(s, r); waiting != "" {
			words = waiting
		}
	}
	if words == "" || height < 8 {
		return nil
	}
	if strings.HasPrefix(words, "%") {
		words = "a note of your own, not shown here"
	}
	left := margin(width)
	var rule line
	rule.add(a.st.faint, strings.Repeat(glyphRule, left)).to(left+1).add(a.st.muted, "waiting in the composer").to(rule.n + 1)
	rule.add(a.st.faint, strings.Repeat(glyphRule, width-rule.n))
	rows := []string{rule.String(), blanks(left) + a.st.muted.s(cut(shown(words), width-2*left))}
	if a.airy() {
		rows = append(rows, "")
	}
	return rows
}

// Click chooses a person; on the chosen one it does what the last column says.
func (r *room) Click(a *app, _, y int) tea.Cmd {
	n, ok := r.drawn[y]
	switch {
	case ok && n == r.at && r.ask.on:
		return r.s.minding(a, func() tea.Cmd { return r.answer(a) })
	case ok && n == r.at:
		return r.s.minding(a, func() tea.Cmd { return r.mark(a, r.shownRows()) })
	case ok:
		r.choose(n)
	}
	return nil
}

// Wheel goes through the people.
func (r *room) Wheel(_ *app, _, _, by int) tea.Cmd {
	r.choose(max(0, min(len(r.shownRows())-1, r.at+by)))
	return nil
}

// Name is what the help calls the screen.
func (r *room) Name() string { return "the room" }
