package tui

import (
	"cmp"
	"slices"
	"strings"

	"minutebook/agenda"
)

// roomFacts is what the room knows of the meeting, worked out once for as long
// as that does not change: it walks all that was minuted.
type roomFacts struct {
	change          int
	known           bool
	people          []roomPerson // by groups and names
	where           map[agenda.ID]string
	since           map[agenda.ID]agenda.Clock
	replaced        map[agenda.ID]agenda.ID
	present, voting int
}

// roomPerson is a line of the roster with the words that find it, in small
// letters.
type roomPerson struct {
	agenda.Attendee
	words string
}

// facts is what is known of the meeting as it is now. Where everybody is stands
// there under no ID for the public.
func (r *room) facts() *roomFacts {
	f := &r.known
	if f.known && f.change == r.s.change {
		return f
	}
	m := r.s.meeting()
	*f = roomFacts{change: r.s.change, known: true, where: m.Presence(), since: m.Since(), replaced: m.Replaced()}
	f.where[0] = m.PublicPresence()
	f.present, f.voting = m.PresentCount()
	all := slices.Clone(m.Roster)
	if r.begun() {
		all = append(all, agenda.Attendee{Office: "Public"})
	}
	for _, p := range all {
		words := p.Full() + " " + p.Filed() + " " + p.Initials + " " + strings.Join(p.Roles, " ")
		f.people = append(f.people, roomPerson{p, strings.ToLower(words)})
	}
	last := func(p agenda.Attendee) int { return boolInt(p.ID == 0) }
	slices.SortStableFunc(f.people, func(p, q roomPerson) int {
		return cmp.Or(last(p.Attendee)-last(q.Attendee), boolInt(q.Voting)-boolInt(p.Voting),
			strings.Compare(strings.ToLower(p.Filed()), strings.ToLower(q.Filed())))
	})
	return f
}

// rows is the lines that the typed letters fit: the members, those in
// attendance, and once the meeting has begun the public, which has no ID.
func (r *room) rows() []agenda.Attendee {
	typed := strings.ToLower(strings.TrimSpace(r.name.Text()))
	var out []agenda.Attendee
	for _, p := range r.facts().people {
		if strings.Contains(p.words, typed) {
			out = append(out, p.Attendee)
		}
	}
	return out
}

// choice is what enter does to a person.
func (r *room) choice(p agenda.Attendee) string {
	c := r.s.meeting().Happenings(p, r.facts().where[p.ID])
	return c[r.other%len(c)]
}
