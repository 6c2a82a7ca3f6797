package agenda

import "slices"

// Private says whether what is written in the item now is private business.
func (it *Item) Private() bool { return it.privateAt(len(it.Entries)) }

// privateAt says whether what stands at an index of the item is.
func (it *Item) privateAt(index int) bool {
	private := it.Exempt != nil && it.Exempt.Whole
	for _, e := range it.Entries[:index] {
		if e.Event != nil {
			private = e.Event.What == Exempted || private && e.Event.What != Reopened
		}
	}
	return private
}

// lastID is the ID of the last entry of an item, or zero.
func (it *Item) lastID() ID {
	if last := it.Last(); last != nil {
		return last.ID
	}
	return 0
}

// Open says whether an entry is public even where private business is going on:
// a fact of the meeting, or what begins or ends that business.
func (e *Entry) Open() bool { return e.marks() || e.Fact() }

// marks says whether the entry begins or ends private business.
func (e *Entry) marks() bool {
	return e.Event != nil && (e.Event.What == Exempted || e.Event.What == Reopened)
}

// exempts settles the public face of an item: it says that there is private
// business as long as an entry begins some.
func (it *Item) exempts() {
	marked := slices.ContainsFunc(it.Entries, (*Entry).marks)
	switch {
	case it.Exempt == nil && marked:
		it.Exempt = &Exempt{}
	case it.Exempt != nil && !marked && *it.Exempt == (Exempt{}):
		it.Exempt = nil
	}
}

// CloseFrom makes what follows in an item private business. Before its first
// entry that is the whole item, its title and paper included. Where the item is
// private already it states the ground and reason anew. Returns ErrNotFound, or
// an *Error.
func (r Record) CloseFrom(item ID, ground, reason string) (Record, error) {
	i := r.Open.itemIndex(item)
	if i < 0 {
		return r, notFound("item", item)
	}
	it := r.Open.Items[i]
	switch {
	case it.Private():
		return r.restate(it, ground, reason)
	case len(it.Entries) == 0 && i == 0:
		return r, refuse("the opening holds the roll, which is public")
	case len(it.Entries) == 0:
		return r.parts(i, func(p *Parts) { p.Close(ground, reason) }), nil
	}
	r, _, err := r.insert(i, len(it.Entries), Exemption(ground, reason))
	return r, err
}

// Exemption is the entry with which private business begins inside an item.
func Exemption(ground, reason string) Entry {
	return Entry{Kind: Happening, Text: reason, Event: &Event{What: Exempted, How: ground}}
}

// Reopening is the entry with which it ends.
func Reopening() Entry { return Entry{Kind: Happening, Event: &Event{What: Reopened}} }

// restate gives private business that is going on another ground and reason;
// none at all leaves it as it was stated.
func (r Record) restate(it *Item, ground, reason string) (Record, error) {
	if ground == "" && reason == "" {
		return r, nil
	}
	for j := len(it.Entries) - 1; j >= 0; j-- {
		if e := it.Entries[j]; e.Event != nil && e.Event.What == Exempted {
			c, ev := *e, *e.Event
			ev.How, c.Text, c.Event = ground, reason, &ev
			return r.Edit(c)
		}
	}
	return r.parts(r.Open.itemIndex(it.ID), func(p *Parts) {
		p.exempt(func(x *Exempt) { x.Ground, x.Reason = ground, reason })
	}), nil
}

// CloseAll makes an item private business with everything that is in it
// already; facts of the meeting stay public. Returns ErrNotFound, or an *Error.
func (r Record) CloseAll(item ID, ground, reason string) (Record, error) {
	i := r.Open.itemIndex(item)
	switch {
	case i < 0:
		return r, notFound("item", item)
	case i == 0:
		return r, refuse("the opening holds the roll, which is public")
	}
	r = r.keepBoth(i)
	whole, _ := r.Whole(item)
	to := map[ID]ID{}
	var public []*Entry
	var closed []*ClosedEntry
	for _, e := range whole.parted(true) {
		switch {
		case e.marks():
			continue
		case e.Fact() && !e.ID.Closed():
			public = append(public, e)
			continue
		}
		c := &ClosedEntry{Entry: *e}
		if !e.ID.Closed() {
			r, c.ID = r.reserveClosed()
			if e.ID != 0 { // none: the words of a fact that is public
				to[e.ID] = c.ID
			}
		}
		if n := len(public); n > 0 {
			c.After = public[n-1].ID
		}
		closed = append(closed, c)
	}
	for _, c := range closed {
		if id, ok := to[c.On]; ok {
			c.On = id
		}
	}
	r = r.withClosed(item, func(c *ClosedItem) { c.Entries = closed })
	r = r.withItem(i, func(it *Item) { it.Entries = public })
	if it := r.Open.Items[i]; it.Exempt != nil && it.Exempt.Whole && ground == "" && reason == "" {
		ground, reason = it.Exempt.Ground, it.Exempt.Reason
	}
	r = r.parts(i, func(p *Parts) { p.Close(ground, reason) })
	return r.hide(to), nil
}

// keepBoth makes what was said in public of an item, where something else was said
// in private, part of what is closed: one of the two would be lost.
func (r Record) keepBoth(i int) Record {
	it := r.Open.Items[i]
	c := r.Closed.Items[it.ID]
	if c == nil {
		return r
	}
	if told := it.Outcome; told != (Outcome{}) && c.Outcome != (Outcome{}) && c.Outcome != told {
		var id ID
		r, id = r.reserveClosed()
		said := &ClosedEntry{After: it.lastID(), Entry: Entry{ID: id, Kind: Settled, Outcome: &told}}
		r = r.withClosed(it.ID, func(c *ClosedItem) { c.Entries = append(slices.Clone(c.Entries), said) })
	}
	if it.Late != "" && c.Late != "" && c.Late != it.Late {
		r = r.withClosed(it.ID, func(c *ClosedItem) { c.Late = it.Late + "\n" + c.Late })
	}
	return r
}

// hide has what stands in other items follow entries that are closed now: what
// is closed goes on naming them, and nothing public points at private business.
func (r Record) hide(closed map[ID]ID) Record {
	for _, it := range r.Open.Items {
		r = r.closedOn(it.ID, func(on ID) ID {
			if id, ok := closed[on]; ok {
				return id
			}
			return on
		})
	}
	gone := make(map[ID]bool, len(closed))
	for id := range closed {
		gone[id] = true
	}
	return r.released(gone)
}

// Reopen ends private business: what follows in the item is public again. An
// item that is public stays as it is. Returns ErrNotFound.
func (r Record) Reopen(item ID) (Record, error) {
	it, ok := r.Open.Item(item)
	switch {
	case !ok:
		return r, notFound("item", item)
	case !it.Private():
		return r, nil
	}
	r, _, err := r.insert(r.Open.itemIndex(item), len(it.Entries), Reopening())
	return r, err
}

// Reopened is Reopen for who has just made the item private: where nothing was
// written as private since, what made it so is taken back. Nothing public comes
// to depend on what is closed but that the clerk did one thing or the other.
// Returns ErrNotFound.
func (r Record) Reopened(item ID) (Record, error) {
	it, ok := r.Open.Item(item)
	if !ok || !it.Private() {
		return r.Reopen(item)
	}
	last := it.Last()
	if last == nil || last.Event == nil || last.Event.What != Exempted {
		return r.Reopen(item)
	}
	for _, n := range r.Notes(item)[last.ID] {
		if n.Kind != Note {
			return r.Reopen(item)
		}
	}
	r, _, err := r.strike(last.ID)
	return r, err
}

// PublicTitle gives an item the title the public sees; its own becomes closed.
// Returns ErrNotFound.
func (r Record) PublicTitle(item ID, title string) (Record, error) {
	i := r.Open.itemIndex(item)
	if i < 0 {
		return r, notFound("item", item)
	}
	return r.parts(i, func(p *Parts) { p.Call(title) }), nil
}

// PublicSummary says what the public is told of private business. Returns
// ErrNotFound.
func (r Record) PublicSummary(item ID, summary string) (Record, error) {
	i := r.Open.itemIndex(item)
	if i < 0 {
		return r, notFound("item", item)
	}
	return r.parts(i, func(p *Parts) { p.Sum(summary) }), nil
}
