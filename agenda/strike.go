package agenda

import "slices"

// Strike takes an entry out, with the responses and further comments of its
// item that hang on it, and returns what it took. What names it from another
// item or the other part, or is only linked to it, stays and hangs on nothing.
// Returns ErrNotFound.
func (r Record) Strike(entry ID) (Record, []Entry, error) {
	if !entry.Closed() {
		return r.strike(entry)
	}
	var struck []Entry
	next, err := r.closedly(entry, func(r Record) (_ Record, err error) {
		r, struck, err = r.strike(entry)
		return r, err
	})
	if err != nil {
		return r, nil, err
	}
	gone := map[ID]bool{}
	for _, e := range struck {
		gone[e.ID] = true
	}
	return next.released(gone), struck, nil
}

func (r Record) strike(entry ID) (Record, []Entry, error) {
	it, _, ok := r.Open.Find(entry)
	if !ok {
		return r, nil, notFound("entry", entry)
	}
	gone := it.hanging(entry)
	next, struck := r.lift(it, gone)
	next = next.released(gone)
	err := next.sound(it.ID)
	if now, _ := next.Open.Item(it.ID); err == nil && slices.ContainsFunc(it.Entries, (*Entry).marks) {
		err = next.outcomes(now)
	}
	if err != nil {
		return r, nil, err
	}
	return next, struck, nil
}

// lift takes public entries out of their item, and leaves what names them as it
// is. Private business keeps its place.
func (r Record) lift(was *Item, gone map[ID]bool) (Record, []Entry) {
	var struck []Entry
	next := r.withItem(r.Open.itemIndex(was.ID), func(it *Item) {
		var kept []*Entry // nil when nothing is left, as in an item never written in
		for _, e := range it.Entries {
			if gone[e.ID] {
				struck = append(struck, *e)
			} else {
				kept = append(kept, e)
			}
		}
		it.Entries = kept
	})
	c := r.Closed.Items[was.ID]
	if c != nil && (was.Exempt != nil || slices.ContainsFunc(c.Entries, func(e *ClosedEntry) bool { return e.Kind != Note })) {
		var kept ID
		for _, e := range was.Entries {
			if gone[e.ID] {
				next = next.notesBehind(was.ID, e.ID, kept)
			} else {
				kept = e.ID
			}
		}
	}
	return next.rehung(was.ID), struck
}

// released has what hung on entries that are gone hang on nothing, or, of what
// answers, on what stands above it: in every item, and in both of its parts.
func (r Record) released(gone map[ID]bool) Record {
	for i, it := range r.Open.Items {
		if slices.ContainsFunc(it.Entries, func(e *Entry) bool { return gone[e.On] }) {
			r = r.withItem(i, func(it *Item) { it.release(gone) })
		}
		r = r.closedOn(it.ID, func(on ID) ID {
			if gone[on] {
				return 0
			}
			return on
		})
	}
	return r
}

// closedOn changes what the closed entries of an item hang on.
func (r Record) closedOn(item ID, to func(ID) ID) Record {
	c := r.Closed.Items[item]
	if c == nil || !slices.ContainsFunc(c.Entries, func(e *ClosedEntry) bool { return to(e.On) != e.On }) {
		return r
	}
	return r.withClosed(item, func(c *ClosedItem) {
		c.Entries = slices.Clone(c.Entries)
		for i, e := range c.Entries {
			if on := to(e.On); on != e.On {
				changed := *e
				changed.On = on
				c.Entries[i] = &changed
			}
		}
	}).rehung(item)
}

// hanging is an entry and everything of its item that is nothing without it:
// the responses to a question, the votes and amendments of a motion.
func (it *Item) hanging(entry ID) map[ID]bool {
	gone := map[ID]bool{entry: true}
	for again := true; again; {
		again = false
		for _, e := range it.Entries {
			if gone[e.On] && !gone[e.ID] && e.Kind != Resolved && (e.Motion == nil || e.Motion.Class != Substantive) {
				gone[e.ID], again = true, true
			}
		}
	}
	return gone
}

// release has what hung on entries that are gone hang on nothing, or, of what
// answers, on what stands above it. It owns nothing of the item but the item.
func (it *Item) release(gone map[ID]bool) {
	it.Entries = slices.Clone(it.Entries)
	for i, e := range it.Entries {
		if gone[e.On] {
			c := *e
			c.On = 0
			it.Entries[i] = &c
		}
	}
	it.settle()
}

// hangs says whether anything hangs on the entry, public or closed.
func (r Record) hangs(entry ID) bool {
	for _, it := range r.Open.Items {
		if slices.ContainsFunc(it.Entries, func(e *Entry) bool { return e.On == entry }) {
			return true
		}
	}
	for _, c := range r.Closed.Items {
		if slices.ContainsFunc(c.Entries, func(e *ClosedEntry) bool { return e.On == entry }) {
			return true
		}
	}
	return false
}
