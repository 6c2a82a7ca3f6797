package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"slices"

	"minutebook/agenda"
)

// room is who is here: the roster, where each person is, and one key for the
// likely thing. What was being typed in the minutes waits.
type room struct {
	s     *session
	name  *editor
	at    int
	other int         // how often another event was chosen for the row
	done  agenda.ID   // whom enter minuted last, until another row is chosen
	drawn map[int]int // the people by the row they were drawn in
	known roomFacts
}

func newRoom(s *session) screen { return &room{s: s, name: newEditor(true)} }

// Init starts nothing.
func (r *room) Init(*app) tea.Cmd { return nil }

// begun is whether what happens now is an event of the meeting and no longer
// part of the roll.
func (r *room) begun() bool { return r.s.meeting().Begun() }

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
		r.at, r.other, r.done = max(0, r.at-1), 0, 0
	case matches(press, k.Down):
		r.at, r.other, r.done = min(max(0, len(rows)-1), r.at+1), 0, 0
	case matches(press, k.Kind):
		r.other++
	case matches(press, k.Undo):
		what, cmd := r.s.undo()
		r.done = 0
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
			r.at, r.other, r.done = 0, 0, 0
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
	switch other := a.keys.Kind.Help().Key + " for something else"; { // a second enter must not undo the first
	case !r.begun() && r.facts().where[p.ID] == what:
		a.say(p.Surname() + " is marked " + what + "; " + other)
		r.name.SetText("")
		r.at = r.below(p.ID)
		return nil
	case r.done == p.ID && p.ID != 0 && r.other == 0:
		a.say(p.Surname() + " was minuted just now; " + other)
		return nil
	}
	item := m.Writing() // the opening, before the first item is taken
	if r.begun() {
		at = r.s.minuted(a)
	}
	var who []agenda.ID
	if p.ID != 0 {
		who = []agenda.ID{p.ID}
	}
	next, _, err := r.s.record().Mark(item, agenda.Event{What: what, Who: who}, at)
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
	} else {
		r.at, r.done = r.place(p.ID), p.ID
	}
	return r.s.do(next, words)
}

// place is the row of a person in the whole list.
func (r *room) place(id agenda.ID) int {
	return max(0, slices.IndexFunc(r.rows(), func(p agenda.Attendee) bool { return p.ID == id }))
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
	r.at = r.place(id)
	a.say(name + " is on the roster; enter says they are here")
	return cmd
}

// Keys is what works now.
func (r *room) Keys(a *app) []key.Binding {
	what := "mark"
	if rows := r.rows(); r.at < len(rows) {
		what = roomVerb(r.choice(rows[r.at]))
	}
	k := &a.keys
	return []key.Binding{labelled(k.Keep, what), labelled(k.Kind, "something else"), both(k.Up, k.Down, "choose"),
		labelled(k.New, "new person"), k.Undo, k.Back}
}
