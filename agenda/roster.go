package agenda

import "slices"

// AddAttendee adds a line to the roster and returns its ID.
func (r Record) AddAttendee(a Attendee) (Record, ID) {
	a.ID = r.Open.Next
	a.Roles = slices.Clone(a.Roles)
	r.Open.Next++
	r.Open.Roster = append(slices.Clone(r.Open.Roster), a)
	return r, a.ID
}

// EditAttendee replaces the roster line of the same ID. Returns ErrNotFound.
func (r Record) EditAttendee(a Attendee) (Record, error) {
	for i, old := range r.Open.Roster {
		if old.ID == a.ID {
			r.Open.Roster = slices.Clone(r.Open.Roster)
			r.Open.Roster[i] = a
			return r, nil
		}
	}
	return r, notFound("person", a.ID)
}

// Presence is where each roster line is: the What of the last event that names
// it, in the order the items were taken. A line that no event names is absent
// from the map.
func (m Meeting) Presence() map[ID]string {
	where := make(map[ID]string, len(m.Roster))
	for _, it := range m.Ordered() {
		for _, e := range it.Entries {
			if e.Event == nil || e.Event.What == Presides {
				continue
			}
			for _, id := range e.Event.Who {
				where[id] = e.Event.What
			}
			if e.Event.For != 0 {
				if _, ok := where[e.Event.For]; !ok {
					where[e.Event.For] = Apologies
				}
			}
		}
	}
	return where
}

// IsHere says whether a What of Presence means that the person is in the
// meeting now.
func IsHere(what string) bool {
	switch what {
	case Present, Remote, Substitutes, Proxy, Attending, Arrived, Returned:
		return true
	}
	return false
}

// PresentCount counts those here now who vote, and the voting lines of the
// roster that are not replaced by a substitute.
func (m Meeting) PresentCount() (present, voting int) {
	where := m.Presence()
	for _, a := range m.Roster {
		if !a.Voting {
			continue
		}
		here := IsHere(where[a.ID])
		if here {
			present++
		}
		if here || !a.HasRole("Substitute") {
			voting++
		}
	}
	return present, voting
}

// Mark records that something happened to people: in the opening while the
// meeting has not begun, so that it belongs to the roll, else at the end of
// item. A roll entry about one of them is taken back first: a person is either
// present or has sent apologies. Returns ErrNotFound for an unknown item.
func (r Record) Mark(item ID, ev Event, at Clock) (Record, ID, error) {
	if item == r.Open.Opening() {
		var err error
		if r, err = r.unroll(ev.Who); err != nil {
			return r, 0, err
		}
		if e, ok := r.rollEntry(ev); ok {
			e.Event.Who = append(e.Event.Who, ev.Who...)
			next, err := r.Edit(e)
			return next, e.ID, err
		}
	}
	return r.Add(item, Entry{Kind: Happening, At: at, Event: &ev})
}

// rollEntry finds the line of the roll that ev can join, as a copy to change.
func (r Record) rollEntry(ev Event) (Entry, bool) {
	switch ev.What {
	case Present, Remote, Apologies, Absent, Attending:
	default:
		return Entry{}, false
	}
	it, ok := r.Open.Item(r.Open.Opening())
	if !ok {
		return Entry{}, false
	}
	for _, e := range it.Entries {
		if e.Event != nil && e.Event.What == ev.What && e.Text == "" && e.Event.How == ev.How {
			c := *e
			event := *e.Event
			event.Who = slices.Clone(event.Who)
			c.Event = &event
			return c, true
		}
	}
	return Entry{}, false
}

// unroll takes people out of the lines of the roll that say where they are.
func (r Record) unroll(who []ID) (Record, error) {
	it, ok := r.Open.Item(r.Open.Opening())
	if !ok {
		return r, nil
	}
	for _, e := range it.Entries {
		if e.Event == nil || e.Event.For != 0 {
			continue
		}
		switch e.Event.What {
		case Present, Remote, Apologies, Absent, Attending:
		default:
			continue
		}
		rest := slices.DeleteFunc(slices.Clone(e.Event.Who), func(id ID) bool { return slices.Contains(who, id) })
		if len(rest) == len(e.Event.Who) {
			continue
		}
		var err error
		if len(rest) == 0 {
			r, _, err = r.Strike(e.ID)
		} else {
			c, event := *e, *e.Event
			event.Who = rest
			c.Event = &event
			r, err = r.Edit(c)
		}
		if err != nil {
			return r, err
		}
	}
	return r, nil
}
