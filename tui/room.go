package tui

import (
	"cmp"
	"slices"
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
	other int         // how often another event was chosen for the row
	done  agenda.ID   // whom enter minuted last, until another row is chosen
	drawn map[int]int // the people by the row they were drawn in
}

func newRoom(s *session) screen { return &room{s: s, name: newEditor(true)} }

// Init starts nothing.
func (r *room) Init(*app) tea.Cmd { return nil }

// rows is the lines that the typed letters fit: the members, those in
// attendance, and once the meeting has begun the public, which has no ID.
func (r *room) rows() []agenda.Attendee {
	typed := strings.ToLower(strings.TrimSpace(r.name.Text()))
	all := slices.Clone(r.s.meeting().Roster)
	slices.SortStableFunc(all, func(p, q agenda.Attendee) int {
		return cmp.Or(boolInt(q.Voting)-boolInt(p.Voting), strings.Compare(strings.ToLower(p.Filed()), strings.ToLower(q.Filed())))
	})
	if r.begun() {
		all = append(all, agenda.Attendee{Office: "Public"})
	}
	return slices.DeleteFunc(all, func(p agenda.Attendee) bool {
		words := p.Full() + " " + p.Filed() + " " + p.Initials + " " + strings.Join(p.Roles, " ")
		return !strings.Contains(strings.ToLower(words), typed)
	})
}

// begun is whether what happens now is an event of the meeting and no longer
// part of the roll.
func (r *room) begun() bool { return len(r.s.meeting().Taken) > 0 }

// choices is what can happen to a person, the likely thing first.
func (r *room) choices(p agenda.Attendee, where string) []string {
	switch {
	case p.ID == 0 && where == agenda.Left:
		return []string{agenda.Returned}
	case p.ID == 0:
		return []string{agenda.Left}
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
	c := r.choices(p, r.presence()[p.ID])
	return c[r.other%len(c)]
}

// presence is where everybody is; under no ID, where the public is.
func (r *room) presence() map[agenda.ID]string {
	m := r.s.meeting()
	where := m.Presence()
	where[0] = agenda.Attending
	for _, it := range m.Ordered() {
		for _, e := range it.Entries {
			if v := e.Event; v != nil && len(v.Who) == 0 && (v.What == agenda.Left || v.What == agenda.Returned) {
				where[0] = v.What
			}
		}
	}
	return where
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
	switch other := a.keys.Kind.Help().Key + " for something else"; { // a second enter must not undo the first
	case !r.begun() && m.Presence()[p.ID] == what:
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
