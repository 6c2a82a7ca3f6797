package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// room is who is here: the roster, where each person is, and one key for the
// likely thing. What was being typed in the minutes waits.
type room struct {
	s     *session
	name  *editor
	at    int
	other int // how often another event was chosen for the row
}

func newRoom(s *session) screen { return &room{s: s, name: newEditor(true)} }

// Init starts nothing.
func (r *room) Init(*app) tea.Cmd { return nil }

// rows is the roster lines that the typed letters fit.
func (r *room) rows() []agenda.Attendee {
	typed := strings.ToLower(strings.TrimSpace(r.name.Text()))
	var out []agenda.Attendee
	for _, p := range r.s.meeting().Roster {
		if strings.Contains(strings.ToLower(p.Full()+" "+p.Initials+" "+strings.Join(p.Roles, " ")), typed) {
			out = append(out, p)
		}
	}
	return out
}

// begun is whether what happens now is an event of the meeting and no longer
// part of the roll.
func (r *room) begun() bool { return len(r.s.meeting().Taken) > 0 }

// choices is what can happen to a person, the likely thing first.
func (r *room) choices(p agenda.Attendee, where string) []string {
	switch {
	case !r.begun() && p.Voting:
		return []string{agenda.Present, agenda.Apologies, agenda.Absent, agenda.Remote, agenda.Attending}
	case !r.begun():
		return []string{agenda.Attending, agenda.Apologies, agenda.Present, agenda.Absent}
	case agenda.IsHere(where):
		return []string{agenda.Left, agenda.Presides}
	case where == agenda.Left:
		return []string{agenda.Returned, agenda.Arrived}
	}
	return []string{agenda.Arrived, agenda.Apologies, agenda.Absent}
}

func (r *room) choice(p agenda.Attendee) string {
	c := r.choices(p, r.s.meeting().Presence()[p.ID])
	return c[r.other%len(c)]
}

// Update takes keys; letters filter the names.
func (r *room) Update(a *app, msg tea.Msg) tea.Cmd {
	if paste, ok := msg.(tea.PasteMsg); ok {
		r.name.Insert(paste.Content)
		return nil
	}
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	rows, k := r.rows(), &a.keys
	switch {
	case matches(press, k.Back), matches(press, k.Room):
		return a.pop()
	case matches(press, k.Up):
		r.at, r.other = max(0, r.at-1), 0
	case matches(press, k.Down):
		r.at, r.other = min(max(0, len(rows)-1), r.at+1), 0
	case matches(press, k.Kind):
		r.other++
	case matches(press, k.Undo):
		what, cmd := r.s.undo()
		if what != "" {
			a.say("undone: " + what)
		}
		return cmd
	case matches(press, k.New):
		return r.add(a)
	case matches(press, k.Keep):
		return r.mark(a, rows)
	default:
		if _, changed := r.name.Update(press); changed {
			r.at, r.other = 0, 0
		}
	}
	return nil
}

// mark records the likely thing about the person of the row.
func (r *room) mark(a *app, rows []agenda.Attendee) tea.Cmd {
	if r.at >= len(rows) {
		a.say("nobody of that name; " + a.keys.New.Help().Key + " adds them")
		return nil
	}
	p := rows[r.at]
	what := r.choice(p)
	m, at := r.s.meeting(), agenda.Clock("")
	if !r.begun() && m.Presence()[p.ID] == what { // a second enter must not undo the first
		a.say(p.Surname() + " is marked " + what + "; " + a.keys.Kind.Help().Key + " for something else")
		r.name.SetText("")
		r.at = r.below(p.ID)
		return nil
	}
	item := m.Writing() // the opening, before the first item is taken
	if r.begun() {
		at = r.s.minuted(a)
	}
	next, _, err := r.s.record().Mark(item, agenda.Event{What: what, Who: []agenda.ID{p.ID}}, at)
	if err != nil {
		a.say(err.Error())
		return nil
	}
	words := p.Surname() + ", " + what
	a.say(words)
	r.name.SetText("")
	r.other = 0
	if !r.begun() {
		r.at = r.below(p.ID)
	}
	return r.s.do(next, words)
}

// below is the row after a person in the whole list, so that a roll is called
// with one key a name.
func (r *room) below(id agenda.ID) int {
	rows := r.rows()
	for i, p := range rows {
		if p.ID == id {
			return min(i+1, len(rows)-1)
		}
	}
	return 0
}

// add puts the typed name on the roster as a person in attendance.
func (r *room) add(a *app) tea.Cmd {
	name := agenda.CleanLine(r.name.Text())
	if name == "" {
		a.say("type a name first")
		return nil
	}
	seat, err := readSeat(name)
	if err != nil {
		a.say(err.Error())
		return nil
	}
	next, id := r.s.record().AddAttendee(agenda.Attendee{
		Title: seat.Title, Name: seat.Name, Initials: seat.Initials, Office: seat.Office, Roles: seat.Roles,
	})
	r.name.SetText("")
	r.other = 0
	cmd := r.s.do(next, name+" on the roster")
	r.at = r.below(id)
	a.say(name + " is on the roster; enter says they are here")
	return cmd
}

// View draws the roster.
func (r *room) View(a *app, width, height int) page {
	m := r.s.meeting()
	present, voting := m.PresentCount()
	p := page{Title: "Room", Where: r.s.body.Name, Right: []part{
		{text: fmt.Sprintf("%d of %d present", present, voting), style: a.st.strong, keep: true}}}
	left := margin(width)
	r.name.SetWidth(max(10, width-left*2-8))
	var field line
	field.to(left).add(a.st.muted, "Name").to(left + 6)
	field.put(a.st.field.s(pad(strings.Join(r.name.Rows(0, 1), ""), min(40, width-left*2-8))))
	rows := r.rows()
	r.at = min(r.at, max(0, len(rows)-1))
	p.Rows = append(p.Rows, field.String(), "")
	where := m.Presence()
	space := max(1, height-4)
	from := max(0, min(r.at-space/2, len(rows)-space))
	for i := from; i < min(len(rows), from+space); i++ {
		p.Rows = append(p.Rows, r.row(a, rows[i], where[rows[i].ID], width, i == r.at))
	}
	if len(rows) == 0 {
		p.Rows = append(p.Rows, blanks(left+2)+a.st.muted.s("Nobody of that name on the roster."))
	}
	_, col := r.name.Cursor()
	p.Cursor = tea.NewCursor(left+6+col, 0)
	p.Cursor.Shape, p.Cursor.Blink = tea.CursorBar, false
	return p
}

func (r *room) row(a *app, p agenda.Attendee, where string, width int, focused bool) string {
	left, mark := margin(width), " "
	state := a.st.text
	if !agenda.IsHere(where) {
		state = a.st.muted
	}
	if where == "" {
		where = "–"
	}
	var l line
	if focused {
		mark = glyphOpen
	}
	l.to(left).add(a.st.pointer, mark).to(left + 2)
	name := a.st.text
	if focused {
		name = a.st.strong
	}
	nameWidth := min(32, width/2-2)
	l.add(name, cut(shown(p.Full()), nameWidth)).to(left + 3 + nameWidth)
	l.add(state, where).to(left + 3 + nameWidth + 13)
	switch verb, room := "enter: "+r.choice(p), width-left-1-l.n; {
	case focused && cells(verb) <= room:
		l.to(width-left-1-cells(verb)).add(a.st.accent, verb)
	case !focused && room >= 12:
		l.add(a.st.muted, cut(shown(strings.Join(p.Roles, ", ")), room))
	}
	return a.st.row(l.String(), width, focused)
}

// Keys is what works now.
func (r *room) Keys(a *app) []key.Binding {
	what := "mark"
	if rows := r.rows(); r.at < len(rows) {
		what = r.choice(rows[r.at])
	}
	k := &a.keys
	return []key.Binding{labelled(k.Keep, what), labelled(k.Kind, "something else"), both(k.Up, k.Down, "choose"),
		labelled(k.New, "new person"), k.Undo, k.Back}
}
