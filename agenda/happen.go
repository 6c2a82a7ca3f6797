package agenda

import "slices"

// Begun is whether what happens to people now is an event of the meeting, and no
// longer part of the roll: as soon as an item was taken.
func (m Meeting) Begun() bool { return len(m.Taken) > 0 }

// Happenings is what can happen to somebody who is at a place, the likely thing
// first. interested is whether they declared an interest in the item that is
// open. One of Substitutes or Proxy still needs to be said for whom; one with
// Items is of somebody who is there for those alone. A line without an ID is the
// public.
func (m Meeting) Happenings(p Attendee, at Place, interested bool) []Event {
	switch {
	case p.ID == 0:
		return m.publicHappenings(at)
	case !at.Here() && at.For == 0 && p.HasRole(substituteSeat) && at.What != Left:
		return m.standsIn(p)
	case !m.Begun() && (p.Voting || at.For != 0 || p.HasRole(substituteSeat)):
		return called(at)
	case !m.Begun() && at.Here():
		return append(events(Apologies, Absent, Remote, Present, Substitutes, Presides), m.forNow(Attending)...)
	case !m.Begun():
		return append(events(Attending, Apologies, Remote, Present, Absent, Substitutes, Presides), m.forNow(Attending)...)
	case at.Here():
		left := []Event{{What: Left}, {What: Left, How: Interested}}
		if interested {
			slices.Reverse(left)
		}
		rest := events(Presides, Remote, Substitutes, Proxy, Attending)
		return append(left, slices.DeleteFunc(rest, func(ev Event) bool {
			return ev.What == at.What || ev.What == Substitutes && at.For != 0
		})...)
	case at.What == Left:
		return events(Returned, Remote, Apologies)
	case p.Voting:
		return append(events(Arrived, Apologies, Absent, Remote, Substitutes, Proxy, Attending), m.forNow(Attending)...)
	}
	out := append(events(Arrived), m.forNow(Arrived)...)
	return append(out, events(Apologies, Remote, Absent, Substitutes)...)
}

// substituteSeat is the role of those who sit where somebody else is away.
const substituteSeat = "Substitute"

// standsIn is what can happen to a substitute who is not here: most likely they
// sit in somebody's place.
func (m Meeting) standsIn(p Attendee) []Event {
	p.Roles, p.Voting = nil, true
	rest := slices.DeleteFunc(m.Happenings(p, Place{}, false), func(ev Event) bool { return ev.What == Substitutes })
	return append(events(Substitutes), rest...)
}

// called is what the roll can say of somebody with a vote, or with the vote of
// whom they sit for: of who is there already, first that they are not.
func called(at Place) []Event {
	if !at.Here() {
		return events(Present, Apologies, Absent, Remote, Substitutes, Proxy, Presides, Attending)
	}
	out := events(Apologies, Absent, Present, Remote, Substitutes, Proxy, Presides, Attending)
	return slices.DeleteFunc(out, func(ev Event) bool { return ev.What == at.What })
}

// publicHappenings is what the public can do.
func (m Meeting) publicHappenings(at Place) []Event {
	if at.What == Left {
		return events(Returned)
	}
	return events(Left)
}

// forNow is somebody there for the item that is open alone.
func (m Meeting) forNow(what string) []Event {
	it, ok := m.Item(m.Current())
	if !ok || !it.Titled() {
		return nil
	}
	return []Event{{What: what, Items: []ItemRef{{ID: it.ID}}}}
}

func events(whats ...string) []Event {
	out := make([]Event, len(whats))
	for i, what := range whats {
		out[i].What = what
	}
	return out
}

// Happen is Mark for one of Happenings: the items that somebody is there for
// alone go to their line of the roster, and the roll says once who presides.
func (r Record) Happen(item ID, ev Event, at Clock) (Record, ID, error) {
	items := ev.Items
	ev.Items = nil
	for _, id := range ev.Who {
		a, ok := r.Open.Attendee(id)
		if !ok {
			return r, 0, notFound("person", id)
		}
		if len(items) == 0 {
			continue
		}
		a.Items = slices.Clone(items)
		next, err := r.EditAttendee(a)
		if err != nil {
			return r, 0, err
		}
		r = next
	}
	if it, ok := r.Open.Item(item); ok && it.Kind == KindOpening && ev.What == Presides {
		for _, e := range it.Entries {
			if e.Event == nil || e.Event.What != Presides || e.Text != "" {
				continue
			}
			next, _, err := r.Strike(e.ID)
			if err != nil {
				return r, 0, err
			}
			r = next
		}
	}
	return r.Mark(item, ev, at)
}
