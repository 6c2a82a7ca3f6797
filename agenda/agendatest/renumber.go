package agendatest

import "minutebook/agenda"

// Renumber is r with IDs given out in the order in which the record is read:
// roster, items, entries. The clerk's notes are put in the order in which they
// are shown, each behind the entry it is shown behind. Two records that say the
// same in that order are then deeply equal.
func Renumber(r agenda.Record) agenda.Record {
	to := map[agenda.ID]agenda.ID{0: 0}
	give := func(id agenda.ID) agenda.ID {
		if _, ok := to[id]; !ok {
			to[id] = agenda.ID(len(to))
		}
		return to[id]
	}
	m := r.Open
	m.Roster = each(m.Roster, func(a agenda.Attendee) agenda.Attendee {
		a.ID = give(a.ID)
		return a
	})
	for _, it := range m.Items {
		give(it.ID)
		for _, e := range it.Entries {
			give(e.ID)
		}
	}
	next := agenda.ID(len(to))
	closedIDs(r, to)
	m.Items = each(m.Items, func(old *agenda.Item) *agenda.Item {
		it := *old
		it.ID = to[it.ID]
		it.Entries = each(it.Entries, func(e *agenda.Entry) *agenda.Entry { return entry(*e, to) })
		return &it
	})
	m.Taken = each(m.Taken, func(s agenda.Span) agenda.Span {
		s.Item = to[s.Item]
		return s
	})
	m.Roster = each(m.Roster, func(a agenda.Attendee) agenda.Attendee {
		return a.WithRefs(agenda.Refs{Item: func(id agenda.ID) agenda.ID { return to[id] }})
	})
	m.Next = next
	return agenda.Record{Open: m, Closed: closed(r, to)}
}

// closedIDs numbers the closed entries in the order in which they are shown.
func closedIDs(r agenda.Record, to map[agenda.ID]agenda.ID) {
	next := agenda.ID(1).AsClosed()
	for _, it := range r.Open.Items {
		whole, _ := r.Whole(it.ID)
		for _, e := range whole.Entries {
			if e.ID.Closed() {
				to[e.ID] = next
				next++
			}
		}
	}
}

func closed(r agenda.Record, to map[agenda.ID]agenda.ID) agenda.Closed {
	var c agenda.Closed
	count := agenda.ID(0)
	for _, it := range r.Open.Items {
		old := r.Closed.Items[it.ID]
		if old == nil {
			continue
		}
		if c.Items == nil {
			c.Items = map[agenda.ID]*agenda.ClosedItem{}
		}
		shown := *old
		shown.Entries = nil
		var after agenda.ID
		whole, _ := r.Whole(it.ID)
		for _, e := range whole.Entries {
			if !e.ID.Closed() {
				after = to[e.ID]
				continue
			}
			count++
			shown.Entries = append(shown.Entries, &agenda.ClosedEntry{After: after, Entry: *entry(*e, to)})
		}
		c.Items[to[it.ID]] = &shown
	}
	if count > 0 {
		c.Next = (count + 1).AsClosed()
	}
	return c
}

func entry(e agenda.Entry, to map[agenda.ID]agenda.ID) *agenda.Entry {
	given := func(id agenda.ID) agenda.ID { return to[id] }
	e = e.WithRefs(agenda.Refs{Person: given, Item: given, Entry: given})
	return &e
}

// each maps a slice; an empty one becomes nil.
func each[V any](in []V, f func(V) V) []V {
	var out []V
	for _, v := range in {
		out = append(out, f(v))
	}
	return out
}
