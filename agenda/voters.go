package agenda

import "slices"

// Voter is somebody who may vote, and what they are taken to have done where
// everybody in the room is for: For, NotThere or Conflict. It is a proposal.
type Voter struct {
	Attendee
	Choice string
}

// Voters is who may vote in an item now, in the order of the roster: the members
// with a vote, and whoever sits for one of them in their place. Whoever is not
// in the room is not there; who left for an interest, or takes no part for one,
// has that.
func (m Meeting) Voters(item ID) []Voter {
	where, left, apart := m.Presence(), map[ID]string{}, map[ID]string{}
	sits, proxied := map[ID]bool{}, map[ID]bool{}
	replaced := map[ID]bool{}
	for _, it := range m.Ordered() {
		for _, e := range it.Entries {
			switch v := e.Event; {
			case e.Interest != nil:
				noteInterest(e.Interest, item, it.ID, apart)
			case v == nil:
			case v.What == Left:
				for _, id := range v.Who {
					left[id] = v.How
				}
			case v.What == Substitutes || v.What == Proxy:
				for _, id := range v.Who {
					here := IsHere(where[id])
					sits[id] = sits[id] || v.What == Substitutes
					replaced[v.For] = replaced[v.For] || v.What == Substitutes && here
					proxied[v.For] = proxied[v.For] || v.What == Proxy && here
				}
			}
		}
	}
	var out []Voter
	for _, a := range m.Roster {
		here := IsHere(where[a.ID])
		switch {
		case !a.Voting && !sits[a.ID], a.HasRole("Substitute") && !sits[a.ID] && !here, replaced[a.ID] && !here:
			continue
		}
		choice := NotThere
		switch {
		case apart[a.ID] == tookNoPart, left[a.ID] == Interested && !here, apart[a.ID] == wentOut && where[a.ID] != Returned:
			choice = Conflict
		case here || proxied[a.ID]:
			choice = For
		}
		out = append(out, Voter{a, choice})
	}
	return out
}

// Effects of an interest for which somebody has no vote.
const (
	wentOut    = "left"
	tookNoPart = "took no part"
)

// noteInterest marks who has an interest in an item, and to what effect.
func noteInterest(in *Interest, item, stands ID, apart map[ID]string) {
	about := len(in.Items) == 0 && stands == item ||
		slices.ContainsFunc(in.Items, func(r ItemRef) bool { return r.ID == item && item != 0 })
	if !about {
		return
	}
	for _, h := range in.Holders {
		if h.Who.ID != 0 {
			apart[h.Who.ID] = in.Effect
		}
	}
}

// CastingVote is who has the casting vote: who took the chair last, else who is
// here and has one of the roles that preside; zero where nobody is known to.
func (m Meeting) CastingVote(chairs []string) ID {
	var chair ID
	for _, it := range m.Ordered() {
		for _, e := range it.Entries {
			if e.Event != nil && e.Event.What == Presides && len(e.Event.Who) > 0 {
				chair = e.Event.Who[0]
			}
		}
	}
	if chair != 0 {
		return chair
	}
	where := m.Presence()
	for _, a := range m.Roster {
		if IsHere(where[a.ID]) && slices.ContainsFunc(chairs, a.HasRole) {
			return a.ID
		}
	}
	return 0
}

// choicesInOrder is the order in which a vote lists who voted how.
var choicesInOrder = []string{For, Against, Abstained, NoVote, Away, Conflict, NotThere}

// GroupBallots puts ballots in the order in which minutes list them: those for,
// those against and so on, other words last; each group in the order given.
func GroupBallots(named []Ballot) []Ballot {
	rank := func(b Ballot) int {
		if i := slices.Index(choicesInOrder, b.Choice); i >= 0 {
			return i
		}
		return len(choicesInOrder)
	}
	out := slices.Clone(named)
	slices.SortStableFunc(out, func(b, c Ballot) int { return rank(b) - rank(c) })
	return out
}

// CountBallots counts names by their choice. It is a count of names, and no
// figure of a vote unless the clerk makes it one.
func CountBallots(named []Ballot) map[string]int {
	n := map[string]int{}
	for _, b := range named {
		n[b.Choice]++
	}
	return n
}
