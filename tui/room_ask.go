package tui

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// roomAsk is what the field asks for instead of a name: for whom somebody
// stands, or how many the public are.
type roomAsk struct {
	on    bool
	count bool
	who   agenda.Attendee
	event agenda.Event
}

// asks turns the field into a question.
func (r *room) asks(p agenda.Attendee, c roomChoice) {
	r.ask = roomAsk{on: true, count: c.count, who: p, event: c.Event}
	r.name.SetText("")
	r.at = 0
	if c.count {
		r.name.SetText(r.s.meeting().Public)
		r.name.MoveEnd()
		return
	}
	r.at = max(0, slices.IndexFunc(r.rows(), func(p agenda.Attendee) bool {
		return roomState(r.place(p)) == 2 // who sent apologies needs a substitute
	}))
}

// unask goes back to the names, with somebody chosen.
func (r *room) unask(who agenda.ID) {
	r.ask = roomAsk{}
	r.name.SetText("")
	r.other, r.at = 0, r.rowOf(who)
}

// answer takes what the field asked for.
func (r *room) answer(a *app) tea.Cmd {
	if r.ask.count {
		return r.counted(a)
	}
	rows := r.shownRows()
	if r.at >= len(rows) {
		a.say("nobody of that name is away; esc goes back")
		return nil
	}
	who, event := r.ask.who, r.ask.event
	event.For = rows[r.at].ID
	r.unask(who.ID)
	return r.happen(a, who, event)
}

// counted keeps how many the public are, or who.
func (r *room) counted(a *app) tea.Cmd {
	words := agenda.CleanLine(r.name.Text())
	if words == r.s.meeting().Public {
		r.unask(0)
		return nil
	}
	next := r.s.record().EditMeeting(func(m *agenda.Meeting) { m.Public = words })
	cmd := r.s.do(next, "count of the public")
	r.unask(0)
	a.say("the public: " + words)
	return cmd
}

// add puts the typed name on the roster as a person in attendance.
func (r *room) add(a *app) tea.Cmd {
	name := agenda.CleanLine(r.name.Text())
	if name == "" {
		a.say("type a name first, with what they are in brackets")
		return nil
	}
	who, err := readAttendee(r.s.meeting(), name)
	switch {
	case err != nil:
		a.say(plainError(err))
		return nil
	case r.s.meeting().Knows(who):
		a.say(who.Full() + " is on the roster already")
		return nil
	}
	next, id := r.s.record().AddAttendee(who)
	cmd := r.s.do(next, who.Full()+" on the roster")
	r.unask(id)
	a.say(who.Full() + " is on the roster; enter says they are here")
	return cmd
}

// readAttendee reads a person as the line of those who attend has them: a name,
// and in brackets what they are and for whom they work.
func readAttendee(m agenda.Meeting, who string) (agenda.Attendee, error) {
	file, err := notes.Parse("", "body: Body\nmeeting: Ordinary, 2026-01-01, Hall\nattending: "+who+"\n")
	var problems notes.Problems
	switch {
	case errors.As(err, &problems) && len(problems) > 0:
		return agenda.Attendee{}, &agenda.Error{What: problems[0].Words()}
	case err != nil:
		return agenda.Attendee{}, err
	case len(file.Meetings) != 1 || len(file.Meetings[0].Record.Open.Roster) != 1:
		return agenda.Attendee{}, &agenda.Error{What: "One person at a time: a name, with what they are in brackets."}
	}
	p := file.Meetings[0].Record.Open.Roster[0]
	p.ID = 0
	p.Roles = slices.DeleteFunc(p.Roles, func(role string) bool {
		of, ok := strings.CutPrefix(role, "of ")
		if ok {
			p.Organisation = of
		}
		return ok
	})
	p.Voting = p.Voting || p.HasRole("Member")
	for i, ref := range p.Items {
		if id, ok := m.ItemCalled(ref.Words); ok && ref.ID == 0 {
			p.Items[i] = agenda.ItemRef{ID: id}
		}
	}
	return p, nil
}
