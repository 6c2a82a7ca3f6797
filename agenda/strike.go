package agenda

import "slices"

// Strike takes an entry out, with the responses and further comments of its
// item that hang on it, and returns what it took. Returns ErrNotFound.
func (r Record) Strike(entry ID) (Record, []Entry, error) {
	if entry.Closed() {
		var struck []Entry
		next, err := r.closedly(entry, func(r Record) (_ Record, err error) {
			r, struck, err = r.strike(entry)
			return r, err
		})
		return next, struck, err
	}
	return r.strike(entry)
}

func (r Record) strike(entry ID) (Record, []Entry, error) {
	it, _, ok := r.Open.Find(entry)
	if !ok {
		return r, nil, notFound("entry", entry)
	}
	home := r.Open.itemIndex(it.ID)
	gone := it.hanging(entry)
	var struck []Entry
	next := r.withItem(home, func(it *Item) {
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
	// What names it from another item, or is only linked to it, stays.
	for i, other := range next.Open.Items {
		if slices.ContainsFunc(other.Entries, func(e *Entry) bool { return gone[e.On] }) {
			next = next.withItem(i, func(it *Item) { it.release(gone) })
		}
	}
	next, err := next.without(it, gone)
	if err == nil {
		next = next.rehung(it.ID)
		err = next.sound(it.ID)
	}
	if now, _ := next.Open.Item(it.ID); err == nil && slices.ContainsFunc(it.Entries, (*Entry).marks) {
		err = next.outcomes(now)
	}
	if err != nil {
		return r, nil, err
	}
	return next, struck, nil
}

// without settles what is closed in an item from which public entries are gone:
// private business keeps its place, and what hung on them hangs on nothing.
func (r Record) without(was *Item, gone map[ID]bool) (Record, error) {
	c := r.Closed.Items[was.ID]
	if c == nil {
		return r, nil
	}
	if was.Exempt != nil || slices.ContainsFunc(c.Entries, func(e *ClosedEntry) bool { return e.Kind != Note }) {
		var kept ID
		for _, e := range was.Entries {
			if gone[e.ID] {
				r = r.notesBehind(was.ID, e.ID, kept)
			} else {
				kept = e.ID
			}
		}
	}
	if !slices.ContainsFunc(c.Entries, func(e *ClosedEntry) bool { return gone[e.On] }) {
		return r, nil
	}
	return r.within(was.ID, func(w Record) (Record, error) {
		return w.withItem(w.Open.itemIndex(was.ID), func(it *Item) { it.release(gone) }), nil
	})
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
