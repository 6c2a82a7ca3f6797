package tui

import (
	"minutebook/agenda"
)

// roomChoice is what can be done about somebody: something happens to them, or
// the public is counted.
type roomChoice struct {
	agenda.Event
	count bool
}

// whom is whether it still needs to be said for whom.
func (c roomChoice) whom() bool { return c.What == agenda.Substitutes || c.What == agenda.Proxy }

// choices is what can be done about somebody, the likely thing first.
func (r *room) choices(p agenda.Attendee) []roomChoice {
	f, m := r.facts(), r.s.meeting()
	events := m.Happenings(p, r.place(p), f.now[p.ID])
	out := make([]roomChoice, 0, len(events)+1)
	for _, ev := range events {
		out = append(out, roomChoice{Event: ev})
	}
	switch {
	case p.ID != 0:
	case !m.Begun():
		return []roomChoice{{count: true}}
	case r.place(p).What != agenda.Left:
		return append([]roomChoice{{count: true}}, out...)
	default:
		return append(out, roomChoice{count: true})
	}
	return out
}

// likely is the first of choices. Every row says it, and needs no others.
func (r *room) likely(p agenda.Attendee) roomChoice {
	if p.ID == 0 {
		return r.choices(p)[0]
	}
	return roomChoice{Event: r.s.meeting().Happenings(p, r.place(p), r.facts().now[p.ID])[0]}
}

// choice is what enter does to a person.
func (r *room) choice(p agenda.Attendee) roomChoice {
	c := r.choices(p)
	return c[(r.other%len(c)+len(c))%len(c)]
}

// place is where somebody is; no ID: the public.
func (r *room) place(p agenda.Attendee) agenda.Place {
	if p.ID == 0 {
		return r.s.room().scene.Public()
	}
	return r.s.room().scene.Place(p.ID)
}

// verb is what a choice does, as the last column says it.
func (r *room) verb(p agenda.Attendee, c roomChoice) string {
	switch {
	case c.count && r.s.meeting().Public == "":
		return "count"
	case c.count:
		return "count again"
	case len(c.Items) > 0:
		return "for this item only"
	case c.What == agenda.Left && c.How == agenda.Interested:
		return "leaves for the interest"
	case c.What == agenda.Arrived && roomState(r.place(p)) == 2:
		return "arrives after all"
	}
	return roomVerbs[c.What]
}

// roomVerbs are the events as what somebody does.
var roomVerbs = map[string]string{
	agenda.Present: "present", agenda.Remote: "attends remotely", agenda.Apologies: "apologies", agenda.Absent: "absent without apology",
	agenda.Substitutes: "substitutes for …", agenda.Proxy: "proxy for …", agenda.Attending: "in attendance",
	agenda.Arrived: "arrives", agenda.Left: "leaves", agenda.Returned: "returns", agenda.Presides: "takes the chair",
}

// Help is what tab goes through.
func (r *room) Help(a *app) []helpGroup {
	tab := a.keys.Kind.Help().Key
	return []helpGroup{{"What can happen", [][2]string{
		{"a member", "arrives, leaves, returns"}, {tab, "something else:"},
		{"apologies", "or absent without apology"}, {"interest", "leaves for the interest"}, {"remotely", "attends remotely"},
		{"substitutes", "then for whom"}, {"proxy", "then for whom"}, {"chair", "takes the chair"},
		{"attendance", "there, without a vote"}, {"this item", "there for it alone"},
		{"the public", "count, leaves, returns"},
		{a.keys.New.Help().Key, "Jo Ek (Surveyor, of Ek Ltd)"},
	}}}
}
