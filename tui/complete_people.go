package tui

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// person is somebody who can be completed: of the roster, or known from the
// book.
type person struct {
	agenda.Attendee
	listed string // "Lunt, Jo"
	does   string
	state  string
}

// folkMsg brings what the book knows of people.
type folkMsg struct {
	live  *live
	known []agenda.Known
	err   error
}

// readFolk reads the people of the book for the lists of this screen.
func (l *live) readFolk(a *app) tea.Cmd {
	store, m, body := a.store, l.s.meeting(), l.s.body
	if store == nil {
		return nil
	}
	return func() tea.Msg {
		ctx := context.Background()
		bodies, err := store.Bodies(ctx)
		if err != nil {
			return folkMsg{live: l, err: err}
		}
		all, err := store.Meetings(ctx)
		if err != nil {
			return folkMsg{live: l, err: err}
		}
		var last []agenda.Attendee
		for _, s := range all {
			if s.Body == m.Body && s.Key != m.Key && s.Start < m.Start {
				snap, err := store.Load(ctx, s.Key)
				if err != nil {
					return folkMsg{live: l, err: err}
				}
				last = snap.Record.Open.Roster
				break
			}
		}
		return folkMsg{live: l, known: agenda.KnownPeople(body, bodies, last, m.Start.Date())}
	}
}

// folkRead takes in what the book knows.
func (l *live) folkRead(a *app, msg folkMsg) {
	if msg.live != l {
		return
	}
	if msg.err != nil {
		a.say("people of other meetings could not be read: " + msg.err.Error())
	}
	l.list.known, l.list.of = msg.known, 0
}

// folk is everybody who can be named, those of the roster first.
func (l *live) folk() []person {
	c := &l.list
	if c.of == l.s.change+1 {
		return c.folk
	}
	m := l.s.meeting()
	where := m.Presence()
	c.folk, c.of = nil, l.s.change+1
	for _, a := range m.Roster {
		does := strings.Join(a.Roles, ", ")
		if does == "" && a.Name != "" {
			does = a.Office
		}
		c.folk = append(c.folk, person{a, a.Filed(), does, presenceWord(where[a.ID])})
	}
	for _, k := range c.known {
		if !m.Knows(k.Attendee) {
			c.folk = append(c.folk, person{k.Attendee, k.Filed(), k.From, "from the book"})
		}
	}
	return c.folk
}

// presenceWord is where somebody is, in a word.
func presenceWord(what string) string {
	switch what {
	case agenda.Arrived, agenda.Returned, agenda.Substitutes, agenda.Proxy, agenda.Presides:
		return agenda.Present
	}
	return what
}

// people is the list of those whose name begins with what was typed.
func (l *live) people(q asking) []hit {
	var hits []hit
	secret := l.secretly()
	for _, p := range l.folk() {
		if secret && p.ID == 0 {
			continue // it would join the roster, which is public
		}
		at := typedIn(p.listed, q.typed)
		h := hit{name: p.listed, does: p.does, state: p.state}
		switch {
		case at == 0:
		case at > 0, q.typed != "" && strings.EqualFold(q.typed, p.Initials):
			h.rank = 1
		case p.ID != 0 && roleOf(p.Attendee, q.typed) != "":
			h.rank, h.role = 2, roleOf(p.Attendee, q.typed)
		default:
			full := typedIn(strings.TrimSpace(p.Name), q.typed) // "jo lu"
			if full < 0 {
				continue
			}
			h.rank = 1
		}
		if at >= 0 {
			h.bold, h.to = at, at+len(q.typed)
		}
		if p.ID == 0 {
			h.rank += 10 // the roster first
		}
		h.who = p.Attendee
		hits = append(hits, h)
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return a.rank - b.rank })
	if len(hits) == 0 && q.list != listSpeakers {
		return nil
	}
	if q.typed != "" && (q.list != listNames || l.quotable()) {
		hits = append(hits, hit{name: "Keep “" + q.typed + "” as typed", asTyped: true})
	}
	return hits
}

// roleOf is the role or office of somebody that begins with what was typed.
func roleOf(a agenda.Attendee, typed string) string {
	for _, role := range append(slices.Clone(a.Roles), a.Office) {
		if typed != "" && role != "" && typedIn(role, typed) >= 0 {
			return role
		}
	}
	return ""
}

// named is a person as the list puts them into the line.
func (l *live) named(list listed, who agenda.Attendee) string {
	if list == listField {
		return who.Short()
	}
	r, id := l.s.record(), who.ID
	if id == 0 {
		r, id = r.AddAttendee(who)
	}
	m := r.Open
	switch list {
	case listSpeakers:
		return notes.Attributed(m, id)
	case listOwners:
		return notes.Refer(m, id) + ": "
	}
	return notes.Refer(m, id) + " "
}

// guest is somebody from the book whose name was put into the line.
type guest struct {
	who  agenda.Attendee
	name string
}

// withGuests is the record with those on its roster whose names were put in
// from the book and still stand in the text.
func (l *live) withGuests(text string) agenda.Record {
	r := l.s.record()
	for _, g := range l.list.guests {
		if strings.Contains(text, g.name) && !r.Open.Knows(g.who) {
			r, _ = r.AddAttendee(g.who)
		}
	}
	return r
}
