package agenda

import "slices"

// Elector is somebody with a voice in an item, and what they are taken to have
// done where everybody in the room is for: For, NotThere or Conflict. It is a
// proposal, and no vote.
type Elector struct {
	Attendee
	Choice string
}

// Electors is who has a voice in an item, in the order of the roster: the members
// with a vote, and whoever sits for one of them in their place. The room is the
// one at the end of the item. Whoever is not in it is not there; who takes no part
// for an interest, left for one, or said so and did not come back since the item
// was taken, has that.
func (m Meeting) Electors(item ID) []Elector {
	start, s := m.SceneOf(item)
	apart := map[ID]Stake{}
	for _, stake := range m.InterestsIn(item) {
		apart[stake.Who.ID] = stake
	}
	proxied := map[ID]bool{}
	for _, v := range s.Voters() {
		if v.Proxy {
			proxied[v.For] = true
		}
	}
	var out []Elector
	for _, a := range m.Roster {
		p, stake := s.Place(a.ID), apart[a.ID]
		switch {
		case !s.seated(a), p.Relieved, !p.Here() && s.Place(s.Sitting(a.ID)).Here(),
			a.HasRole("Substitute") && p.For == 0 && !p.Here():
			continue
		}
		choice := NotThere
		switch {
		case stake.Effect == TookNoPart, p.What == Left && p.How == Interested, stake.Leaves() && !(p.What == Returned && p.came > start.events):
			choice = Conflict
		case s.votes(a), proxied[a.ID]:
			choice = For
		}
		out = append(out, Elector{a, choice})
	}
	return out
}

// GroupBallots puts ballots in the order in which minutes list them: those for,
// those against and so on, then other words as they were named first, those whose
// choice is unknown last; each group in the order given.
func GroupBallots(named []Ballot) []Ballot {
	order := slices.Clone(Choices)
	for _, b := range named {
		if b.Choice != "" && !slices.Contains(order, b.Choice) {
			order = append(order, b.Choice)
		}
	}
	order = append(order, "")
	out := slices.Clone(named)
	slices.SortStableFunc(out, func(b, c Ballot) int { return slices.Index(order, b.Choice) - slices.Index(order, c.Choice) })
	return out
}
