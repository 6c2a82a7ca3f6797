package agenda

import (
	"slices"
	"strings"
)

// Voter is a vote that can be given in the room: by a member, by a substitute
// for the member they sit for, or by the holder of a proxy for who gave it.
type Voter struct {
	Who   ID
	For   ID   // zero: for themselves
	Proxy bool // it is a proxy that is voted
}

// Voters is the votes that can be given, in the order of the roster. Who is out
// of the room, because of an interest or not, has none.
func (s Scene) Voters() []Voter {
	var out []Voter
	for _, a := range s.roster {
		p := s.places[a.ID]
		if !s.votes(a) {
			continue
		}
		out = append(out, Voter{Who: a.ID, For: p.For})
		for _, giver := range p.Proxies {
			out = append(out, Voter{a.ID, giver, true})
		}
	}
	return out
}

// votes is whether somebody is in the room and has a vote there.
func (s Scene) votes(a Attendee) bool {
	p := s.places[a.ID]
	return p.Here() && p.What != Attending && !p.Relieved && s.seated(a)
}

// seated is whether somebody has a vote, or sits for somebody who has.
func (s Scene) seated(a Attendee) bool {
	if instead := s.places[a.ID].For; instead != 0 {
		i := slices.IndexFunc(s.roster, func(b Attendee) bool { return b.ID == instead })
		return i < 0 || s.roster[i].Voting || a.Voting
	}
	return a.Voting
}

// Count counts those in the room who vote, and the voting places: a member and
// the substitute who sits for them are one, and a substitute who sits for
// nobody is none. A proxy is nobody in the room.
func (s Scene) Count() (present, places int) {
	replaced := map[ID]bool{}
	for _, p := range s.places {
		replaced[p.For] = true
	}
	for _, a := range s.roster {
		p := s.places[a.ID]
		switch {
		case s.votes(a):
			present++
			places++
		case !s.seated(a) || p.Relieved:
		case p.For != 0 || !replaced[a.ID] && !a.HasRole("Substitute"):
			places++
		}
	}
	return present, places
}

// Called is whether it was said of any voting place where they are. Until then
// nobody is known to be missing.
func (s Scene) Called() bool {
	return slices.ContainsFunc(s.roster, func(a Attendee) bool { return a.Voting && s.places[a.ID].What != "" })
}

// Presides is who is in the chair: who took it, as long as they are in the room
// and the Chair has not come back since; else the first one there with a role
// that presides, as the house style lists them; else a deputy of such a role.
// It is zero where nobody of them is there.
func (s Scene) Presides(chairs []string) ID {
	first := func(has func(Attendee) bool, since int) ID {
		for _, a := range s.roster {
			if p := s.places[a.ID]; p.Here() && p.came >= since && has(a) {
				return a.ID
			}
		}
		return 0
	}
	chair := func(a Attendee) bool { return a.Chairs(chairs) }
	if s.places[s.took].Here() {
		back := first(chair, s.tookAt+1)
		i := slices.IndexFunc(s.roster, func(a Attendee) bool { return a.ID == s.took })
		if back == 0 || i >= 0 && chair(s.roster[i]) {
			return s.took
		}
		return back
	}
	if id := first(chair, 0); id != 0 {
		return id
	}
	return first(func(a Attendee) bool { return a.Deputises(chairs) }, 0)
}

// Chairs is whether somebody has a role that presides.
func (a Attendee) Chairs(chairs []string) bool { return slices.ContainsFunc(chairs, a.HasRole) }

// deputies are the words that make a deputy of a role that presides.
var deputies = []string{"vice-", "vice ", "vice", "deputy ", "deputy-"}

// Deputises is whether somebody has the role of a deputy of one that presides:
// Vice-Chair, Deputy Mayor.
func (a Attendee) Deputises(chairs []string) bool {
	for _, role := range a.Roles {
		for _, word := range deputies {
			of, ok := strings.CutPrefix(strings.ToLower(role), word)
			if ok && slices.ContainsFunc(chairs, func(c string) bool { return strings.EqualFold(c, of) }) {
				return true
			}
		}
	}
	return false
}
