package tui

import (
	"cmp"
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
		return roomColumns{4, 24, 39, 62, end}
	case width >= 60:
		return roomColumns{3, 0, 25, 46, end}
	}
	return roomColumns{3, 0, 0, 24, end}
}

// roomVerb is an event as what somebody does.
func roomVerb(what string) string {
	switch what {
	case agenda.Arrived:
		return "arrives"
	case agenda.Left:
		return "leaves"
	case agenda.Returned:
		return "returns"
	case agenda.Presides:
		return "takes the chair"
	}
	return what
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
	field.to(left).add(a.st.muted, "Name").to(left + 6)
	field.put(a.st.field.s(pad(shown(strings.Join(r.name.Rows(0, 1), "")), wide)))
	if hint := "type to find, enter does what the last column says"; width-left-field.n-3 >= cells(hint) {
		field.to(field.n+3).add(a.st.muted, hint)
	}
	_, col := r.name.Cursor()
	p.Cursor = tea.NewCursor(left+6+col, len(p.Rows))
	p.Cursor.Shape, p.Cursor.Blink = tea.CursorBar, false
	p.Rows = append(p.Rows, field.String())
	if height >= 12 {
		p.Rows = append(p.Rows, "")
	}
	draft := r.draft(a, width, height)
	space := max(1, height-len(p.Rows)-len(draft))
	people := r.rows()
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

// where is the item that is open, or the body before there is one.
func (r *room) where() string {
	m := r.s.meeting()
	it, ok := m.Item(m.Current())
	switch {
	case !ok || m.Current() == 0:
		return r.s.body.Name
	case it.Number != "":
		return "Item " + it.Number + ", " + titleOf(it)
	}
	return titleOf(it)
}

// right is the clock, who is here, the quorum as it is stated, and whether all
// is in the book.
func (r *room) right(a *app) []part {
	count := fmt.Sprintf("%d of %d", r.facts().present, r.facts().voting)
	if a.width >= 60 {
		count += " present"
	}
	parts := []part{{text: r.s.clock(a).TimeOfDay(), style: a.st.text, keep: true}, {text: count, style: a.st.strong, keep: true}}
	if q := cmp.Or(r.s.meeting().Quorum, r.s.body.Quorum); q != "" {
		parts = append(parts, part{text: "quorum " + q, style: a.st.text})
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

// roomRow is a row of the list: a person by their place in it, or, with -1,
// other words.
type roomRow struct {
	who  int
	text string
}

// list is the people in their groups.
func (r *room) list(a *app, people []agenda.Attendee, width int) (out []roomRow) {
	r.at = min(r.at, max(0, len(people)-1))
	c := roomColumnsFor(width)
	if len(people) == 0 {
		words := "Nobody of that name on the roster. " + a.keys.New.Help().Key + " adds them."
		if len(r.s.meeting().Roster) == 0 {
			words = "Nobody on the roster yet. Type a name, " + a.keys.New.Help().Key + " adds it."
		}
		for _, w := range wrap(words, c.end-c.name) {
			out = append(out, roomRow{-1, blanks(c.name) + a.st.muted.s(w)})
		}
		return out
	}
	group := ""
	for i, p := range people {
		if g := roomGroup(p); g != group && g != "" {
			if group != "" && a.height >= 20 {
				out = append(out, roomRow{who: -1})
			}
			out = append(out, roomRow{-1, roomHead(a, c, g, i == 0)})
			group = g
		}
		out = append(out, roomRow{who: i})
	}
	return out
}

// roomGroup is the heading a person stands below; the public stands at the end
// of whatever is there.
func roomGroup(p agenda.Attendee) string {
	switch {
	case p.Voting:
		return "Members"
	case p.ID == 0:
		return ""
	}
	return "In attendance"
}

// roomRole is what somebody is at the meeting, or for whom they are there; of
// the public, how many.
func roomRole(m agenda.Meeting, p agenda.Attendee, instead agenda.ID) string {
	other, ok := m.Attendee(instead)
	switch {
	case p.ID == 0:
		return m.Public
	case ok && instead != 0:
		return "for " + other.Short()
	case len(p.Roles) > 0:
		return strings.Join(p.Roles, ", ")
	case p.Voting:
		return "Member"
	case p.Name != "":
		return p.Office
	}
	return ""
}

func roomHead(a *app, c roomColumns, group string, first bool) string {
	var l line
	l.to(c.name).add(a.st.muted, group)
	for _, h := range []struct {
		at   int
		word string
	}{{c.role, "Role"}, {c.now, "Now"}, {c.enter, "Enter"}} {
		if first && h.at > 0 {
			l.to(h.at).add(a.st.muted, h.word)
		}
	}
	return l.String()
}

func (r *room) row(a *app, p agenda.Attendee, focused bool, width int) string {
	c, known := roomColumnsFor(width), r.facts()
	state, where := a.st.text, known.where[p.ID]
	if where != "" && !agenda.IsHere(where) {
		state = a.st.muted
	}
	switch {
	case where == "":
		where = "expected"
	case where == agenda.Arrived, where == agenda.Returned, where == agenda.Attending && r.begun(), where == agenda.Substitutes, where == agenda.Proxy:
		where = agenda.Present
	}
	l, name := (&line{}).to(c.name-2), state
	if focused {
		l.add(a.st.pointer, glyphOpen)
		name = a.st.strong
	}
	column := func(at, next int, i ink, words string) {
		if at > 0 {
			l.to(at).add(i, cut(shown(words), next-at-1))
		}
	}
	after := func(columns ...int) int {
		for _, c := range columns {
			if c > 0 {
				return c
			}
		}
		return 0
	}
	column(c.name, after(c.role, c.now, c.enter), name, p.Filed())
	column(c.role, c.now, state, roomRole(r.s.meeting(), p, known.replaced[p.ID]))
	column(c.now, c.enter, state, where)
	if t := known.since[p.ID].TimeOfDay(); c.now > 0 && t != "" && l.n+8+len(t) < c.enter {
		l.to(l.n+2).add(a.st.muted, "since "+t)
	}
	verb, ink := roomVerb(r.choice(p)), a.st.muted
	if verb == where && !focused {
		verb = "" // the roll says so already
	}
	if focused {
		ink = a.st.strong
		if at := r.s.minuted(a).TimeOfDay(); r.begun() && at != "" && cells(verb)+1+len(at) <= c.end-c.enter {
			verb += " " + at
		}
	}
	column(c.enter, c.end+1, ink, verb)
	return a.st.row(l.String(), width, focused)
}

// Click chooses a person; on the chosen one it does what the last column says.
func (r *room) Click(a *app, _, y int) tea.Cmd {
	n, ok := r.drawn[y]
	switch {
	case ok && n == r.at:
		return r.mark(a, r.rows())
	case ok:
		r.at, r.other = n, 0
	}
	return nil
}

// Wheel goes through the people.
func (r *room) Wheel(_ *app, _, _, by int) tea.Cmd {
	r.at, r.other = max(0, min(len(r.rows())-1, r.at+by)), 0
	return nil
}

// Name is what the help calls the screen.
func (r *room) Name() string { return "the room" }
