package agenda

import "slices"

// merged is the entries of an item with the closed ones in their places. ok is
// false where those are not in the order of the page: one stands behind an entry
// that the item no longer holds.
func (it *Item) merged(closed []*ClosedEntry) (whole []*Entry, ok bool) {
	whole = make([]*Entry, 0, len(it.Entries)+len(closed))
	show := func(after ID) {
		for len(closed) > 0 && closed[0].After == after {
			whole, closed = append(whole, &closed[0].Entry), closed[1:]
		}
	}
	show(0)
	for _, e := range it.Entries {
		whole = append(whole, e)
		show(e.ID)
	}
	return whole, len(closed) == 0
}

// shown is the entries of an item with those that are shown behind each.
func (it *Item) shown(behind map[ID][]*ClosedEntry) (whole []*Entry) {
	show := func(after ID) {
		for _, e := range behind[after] {
			whole = append(whole, &e.Entry)
		}
	}
	show(0)
	for _, e := range it.Entries {
		whole = append(whole, e)
		show(e.ID)
	}
	return whole
}

// appendClosed is insertClosed at the end of an item that is private now, with no
// look at what stands there already but whether it is as every change leaves it:
// in the order of the page, sound, each response under its question. ok is false
// where it is not, or where the entry does not go to the end.
func (r Record) appendClosed(item ID, e Entry) (next Record, id ID, ok bool) {
	it, found := r.Open.Item(item)
	c := r.Closed.Items[item]
	if !found || c == nil || !it.Private() || e.Open() || e.Kind == Note {
		return r, 0, false
	}
	whole, ordered := it.merged(c.Entries)
	above, hung := lastAsked(whole)
	if !ordered || !hung || r.sound(item) != nil {
		return r, 0, false
	}
	switch {
	case e.Kind.Refers():
	case !e.Kind.Answers():
		e.On = 0
	case e.On == 0:
		e.On = above
	case e.On != above:
		return r, 0, false
	}
	next = r
	if !e.ID.Closed() {
		next, e.ID = r.reserveClosed()
	} else if _, _, there := r.Find(e.ID); there {
		return r, 0, false
	}
	next.Closed.Next = max(next.Closed.Next, e.ID+1)
	return next.withClosed(item, func(c *ClosedItem) {
		c.Entries = append(slices.Clip(c.Entries), &ClosedEntry{After: it.lastID(), Entry: e})
	}), e.ID, true
}

// lastAsked is the last question or comment of a whole item, or zero, and whether
// its closed responses hang on those above them.
func lastAsked(whole []*Entry) (above ID, hung bool) {
	for _, e := range whole {
		if e.Kind.Asks() {
			above = e.ID
		} else if e.Kind.Answers() && e.ID.Closed() && e.On != above {
			return 0, false
		}
	}
	return above, true
}
