package agenda

import "slices"

// Cut is the record as it was when an item had no more than the first n entries
// that the clerk sees in it, public and closed.
func (r Record) Cut(item ID, n int) Record {
	whole, ok := r.Whole(item)
	if !ok {
		return r
	}
	var public []*Entry
	closed := map[ID]bool{}
	for _, e := range whole.Entries[:n] {
		if e.ID.Closed() {
			closed[e.ID] = true
		} else {
			public = append(public, e)
		}
	}
	if c := r.Closed.Items[item]; c != nil {
		r = r.withClosed(item, func(c *ClosedItem) {
			c.Entries = slices.DeleteFunc(slices.Clone(c.Entries), func(e *ClosedEntry) bool { return !closed[e.ID] })
		})
	}
	i := r.Open.itemIndex(item)
	r.Open.Items = slices.Clone(r.Open.Items)
	it := *r.Open.Items[i]
	it.Entries = public
	it.exempts()
	r.Open.Items[i] = &it
	return r
}

// Rejoin puts what [Record.Cut] cut off of an item of from behind what the item
// has become. Returns an *Error where private and public words would then stand
// among each other.
func (r Record) Rejoin(item ID, from Record, n int) (Record, error) {
	whole, _ := from.Whole(item)
	behind, _ := r.Whole(item)
	var after ID
	for _, e := range behind.Entries {
		if !e.ID.Closed() {
			after = e.ID
		}
	}
	var public []*Entry
	var tail []*ClosedEntry
	old := map[ID]*ClosedEntry{}
	if c := from.Closed.Items[item]; c != nil {
		for _, e := range c.Entries {
			old[e.ID] = e
		}
	}
	for _, e := range whole.Entries[n:] {
		if !e.ID.Closed() {
			public, after = append(public, e), e.ID
			continue
		}
		c := old[e.ID]
		if c.After != after {
			moved := *c
			moved.After, c = after, &moved
		}
		tail = append(tail, c)
	}
	if len(tail) > 0 {
		r = r.withClosed(item, func(c *ClosedItem) { c.Entries = slices.Concat(c.Entries, tail) })
	}
	next := r.withItem(r.Open.itemIndex(item), func(it *Item) { it.Entries = slices.Concat(it.Entries, public) })
	if err := next.sound(item); err != nil {
		return r, err
	}
	return next, nil
}
