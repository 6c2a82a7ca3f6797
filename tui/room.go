package tui

import (
	"slices"

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
	other int       // which other event was chosen for the row
	done  agenda.ID // whom enter minuted last, until another row is chosen
	ask   roomAsk
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
	switch msg := msg.(type) {
	case tea.PasteMsg:
		r.name.Insert(msg.Content)
		r.choose(0)
	case tea.KeyPressMsg:
		return r.s.minding(a, func() tea.Cmd { return r.key(a, msg) })
	}
	return nil
}

func (r *room) key(a *app, press tea.KeyPressMsg) tea.Cmd {
	rows, k := r.shownRows(), &a.keys
	switch {
	case r.ask.on && matches(press, k.Back):
		r.unask(r.ask.who.ID)
	case matches(press, k.Back), matches(press, k.Room):
		return a.pop()
	case matches(press, k.Up):
		r.choose(max(0, r.at-1))
	case matches(press, k.Down):
		r.choose(min(max(0, len(rows)-1), r.at+1))
	case r.ask.on && matches(press, k.Kind, k.KindBack, k.New):
	case matches(press, k.Kind):
		r.other++
	case matches(press, k.KindBack):
		r.other--
	case matches(press, k.Undo):
		return r.turned(a, "undone: ", r.s.undo)
	case matches(press, k.Redo):
		return r.turned(a, "done again: ", r.s.redo)
	case matches(press, k.New):
		return r.add(a)
	case matches(press, k.Agenda):
		if _, ok := r.rollKey(a); ok {
			return r.everybody(a)
		}
	case r.ask.on && matches(press, k.Keep):
		return r.answer(a)
	case matches(press, k.Keep):
		return r.mark(a, rows)
	default:
		if _, changed := r.name.Update(press); changed {
			r.choose(0)
		}
	}
	return nil
}

// choose goes to a row.
func (r *room) choose(at int) { r.at, r.other, r.done = at, 0, 0 }

// turned takes a change back, or does it again.
func (r *room) turned(a *app, done string, turn func() (string, tea.Cmd)) tea.Cmd {
	what, cmd := turn()
	r.done = 0
	if what != "" {
		a.say(done + what)
	}
	return cmd
}

// mark records the likely thing about the person of the row.
func (r *room) mark(a *app, rows []agenda.Attendee) tea.Cmd {
	if r.at >= len(rows) {
		a.say("nobody called " + agenda.CleanLine(r.name.Text()) + " · " + a.keys.New.Help().Key + " adds them")
		return nil
	}
	p := rows[r.at]
	c := r.choice(p)
	other := a.keys.Kind.Help().Key + " for something else"
	switch { // a second enter must not undo the first
	case c.count || c.whom():
		r.asks(p, c)
		return nil
	case !r.begun() && r.place(p).What == c.What:
		a.say(p.Surname() + " is marked so already")
		r.name.SetText("")
		r.goOn(p.ID)
		return nil
	case !r.begun() && r.done == p.ID && p.ID != 0 && r.other == 0:
		r.done = 0
		a.say("the roll was called to its end")
		return nil
	case r.done == p.ID && p.ID != 0 && r.other == 0:
		a.say(p.Surname() + " was minuted just now; " + other)
		return nil
	}
	return r.happen(a, p, c.Event)
}

// happen records what happens to somebody.
func (r *room) happen(a *app, p agenda.Attendee, event agenda.Event) tea.Cmd {
	m, at := r.s.meeting(), agenda.Clock("")
	if r.begun() {
		at = r.s.minuted(a)
	}
	if p.ID != 0 {
		event.Who = []agenda.ID{p.ID}
	}
	next, _, err := r.s.record().Happen(m.Writing(), event, at) // the opening, before the first item is taken
	if err != nil {
		a.say(err.Error())
		return nil
	}
	words := eventWords(m, &event)
	a.say(words)
	r.name.SetText("")
	r.other = 0
	cmd := r.s.do(next, words)
	if r.begun() {
		r.at, r.done = r.rowOf(p.ID), p.ID
	} else {
		r.goOn(p.ID)
	}
	return cmd
}

// goOn goes to who is called behind somebody: from the last one back to the
// first row, where another enter does nothing yet. The public is not called.
func (r *room) goOn(id agenda.ID) {
	rows := r.rows()
	r.at, r.done = r.below(id), 0
	if at := r.at; at < len(rows) && rows[at].ID != 0 && rows[at].ID != id {
		return
	}
	if r.at = 0; len(rows) > 0 {
		r.done = rows[0].ID
	}
}

// rowOf is the row of a person in the whole list.
func (r *room) rowOf(id agenda.ID) int {
	return max(0, slices.IndexFunc(r.rows(), func(p agenda.Attendee) bool { return p.ID == id }))
}

// below is the row after a person in the whole list, so that a roll is called
// with one key a name.
func (r *room) below(id agenda.ID) int {
	return max(0, min(r.rowOf(id)+1, len(r.rows())-1))
}

// Keys is what works now.
func (r *room) Keys(a *app) []key.Binding {
	k := &a.keys
	rows := r.shownRows()
	switch {
	case r.ask.count:
		return []key.Binding{labelled(k.Keep, "the public are so many"), labelled(k.Back, "leave as it was"), k.Undo, k.Redo}
	case r.ask.on:
		whom := "for them"
		if r.at < len(rows) {
			whom = "for " + rows[r.at].Short()
		}
		return []key.Binding{labelled(k.Keep, whom), both(k.Up, k.Down, "choose"), labelled(k.Back, "leave as it was"), k.Undo, k.Redo}
	}
	what := "mark"
	if r.at < len(rows) {
		what = r.verb(rows[r.at], r.choice(rows[r.at]))
	}
	keys := []key.Binding{labelled(k.Keep, what), labelled(k.Kind, "something else")}
	if all, ok := r.rollKey(a); ok {
		keys = append(keys, all)
	}
	return append(keys, labelled(k.New, "new person"), k.Undo, k.Back, both(k.Up, k.Down, "choose"), labelled(k.KindBack, "the event before"), k.Redo)
}
