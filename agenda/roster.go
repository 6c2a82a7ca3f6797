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
			a.Roles = slices.Clone(a.Roles)
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
	for id, p := range m.Scene().places {
		where[id] = p.What
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

// places says whether a What tells where somebody is.
func places(what string) bool { return IsHere(what) || alone(what) || what == Left }

// OnRoll says whether a What makes a line of the roll when it stands in the
// opening: it is then printed above the minutes, not as something that happened.
func OnRoll(what string) bool {
	switch what {
	case Present, Remote, Apologies, Absent, Attending, Substitutes, Proxy, Presides:
		return true
	}
	return false
}

// alone says whether a person is in no other line of the roll. Who presides or
// votes for somebody else is present besides.
func alone(what string) bool { return OnRoll(what) && what != Presides && what != Proxy }

// PresentCount counts those here now who vote, and the voting places, as
// Scene.Count does.
func (m Meeting) PresentCount() (present, voting int) { return m.Scene().Count() }

// Mark records that something happened to people, at the end of an item. In the
// opening, where somebody is becomes a line of the roll, joining the line that
// says the same; what the roll said of them before is taken back, because a
// person is either present or has sent apologies. Marking again what the roll
// says already changes nothing. Returns ErrNotFound for an unknown item.
func (r Record) Mark(item ID, ev Event, at Clock) (Record, ID, error) {
	ev.Who = slices.Clone(ev.Who)
	if item != r.Open.Opening() || !alone(ev.What) {
		return r.Add(item, Entry{Kind: Happening, At: at, Event: &ev})
	}
	line, joins := r.rollLine(ev, at)
	if joins {
		there := func(id ID) bool { return slices.Contains(line.Event.Who, id) }
		if ev.Who = slices.DeleteFunc(ev.Who, there); len(ev.Who) == 0 {
			return r, line.ID, nil
		}
	}
	next, err := r.unroll(ev.Who)
	if err != nil {
		return r, 0, err
	}
	if !joins {
		return next.Add(item, Entry{Kind: Happening, At: at, Event: &ev})
	}
	c, event := *line, *line.Event
	event.Who = slices.Concat(event.Who, ev.Who)
	c.Event = &event
	if next, err = next.Edit(c); err != nil {
		return r, 0, err
	}
	return next, c.ID, nil
}

// rollLine finds the line of the roll that ev can join.
func (r Record) rollLine(ev Event, at Clock) (*Entry, bool) {
	it, ok := r.Open.Item(r.Open.Opening())
	if !ok {
		return nil, false
	}
	for _, e := range it.Entries {
		if e.Event != nil && e.Event.What == ev.What && e.Event.For == ev.For && e.Event.How == ev.How &&
			e.Text == "" && e.At == at {
			return e, true
		}
	}
	return nil, false
}

// unroll takes people out of the lines of the roll that say where they are.
func (r Record) unroll(who []ID) (Record, error) {
	it, ok := r.Open.Item(r.Open.Opening())
	if !ok {
		return r, nil
	}
	for _, e := range it.Entries {
		if e.Event == nil || !alone(e.Event.What) {
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
