package agenda

import "slices"

// within gives a change a record whose item holds the closed entries in their
// places, and parts what comes back. Public entries stay as they were.
func (r Record) within(item ID, change func(Record) (Record, error)) (Record, error) {
	i := r.Open.itemIndex(item)
	face := r.Open.Items[i]
	whole, _ := r.Whole(item)
	w := r.withItem(i, func(it *Item) { it.Entries = whole.Entries })
	w = w.withClosed(item, func(c *ClosedItem) { *c = ClosedItem{} })
	w, err := change(w)
	if err != nil {
		return r, err
	}
	closed, err := r.part(face, whole, w.Open.Items[i])
	if err != nil {
		return r, err
	}
	next := r.withClosed(item, func(c *ClosedItem) { c.Entries = closed }).rehung(item)
	if err := next.sound(item); err != nil {
		return r, err
	}
	return next, nil
}

// part is the closed entries of a changed whole item, whose public ones must be
// those of its face. What did not change stays the same value.
func (r Record) part(face, whole, next *Item) ([]*ClosedEntry, error) {
	old := map[ID]*ClosedEntry{}
	if c := r.Closed.Items[face.ID]; c != nil {
		for _, e := range c.Entries {
			old[e.ID] = e
		}
	}
	held := make(map[ID]bool, len(face.Entries))
	for _, e := range face.Entries {
		held[e.ID] = true
	}
	var after ID
	var closed []*ClosedEntry
	public, last := 0, face.lastID()
	for _, e := range next.Entries {
		if !e.ID.Closed() {
			if public >= len(face.Entries) || face.Entries[public] != e {
				return nil, refuse("private business cannot change the public minutes")
			}
			public++
			after = e.ID
			continue
		}
		c := old[e.ID]
		lost := c != nil && c.After != 0 && after == last && !held[c.After]
		if c == nil || &c.Entry != e || c.After != after && !lost {
			c = &ClosedEntry{After: after, Entry: *e}
			if lost {
				c.After = old[e.ID].After
			}
		}
		closed = append(closed, c)
		old[e.ID] = c
	}
	if public != len(face.Entries) {
		return nil, refuse("private business cannot change the public minutes")
	}
	same := slices.EqualFunc(whole.Entries, next.Entries, func(a, b *Entry) bool { return a.ID == b.ID })
	if same && closed != nil { // in the order they were in, which is not that of the page where an anchor is gone
		for j, c := range r.Closed.Items[face.ID].Entries {
			closed[j] = old[c.ID]
		}
	}
	return closed, nil
}
