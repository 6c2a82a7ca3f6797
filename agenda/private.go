package agenda

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

// marks says whether the entry begins or ends private business.
func (e *Entry) marks() bool {
	return e.Event != nil && (e.Event.What == Exempted || e.Event.What == Reopened)
}

// sound says why an item cannot be as it is: private business stands where the
// item is public, or the other way round.
func (r Record) sound(item ID) error {
	it, ok := r.Open.Item(item)
	if !ok || it.Exempt == nil {
		return nil
	}
	whole, _ := r.Whole(item)
	private := it.Exempt.Whole
	for _, e := range whole.Entries {
		switch {
		case e.marks():
			private = e.Event.What == Exempted
		case e.Kind == Note || e.Fact():
		case e.ID.Closed() && !private:
			return refuse("private business would stand among the public minutes")
		case !e.ID.Closed() && private:
			return refuse("public minutes would stand among private business")
		}
	}
	return nil
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
	case len(it.Entries) == 0:
		return r.closeWhole(i, ground, reason), nil
	}
	r = r.withItem(i, func(it *Item) {
		if it.Exempt == nil {
			it.Exempt = &Exempt{}
		}
	})
	r, _, err := r.Add(item, Entry{Kind: Happening, Text: reason, Event: &Event{What: Exempted, How: ground}})
	return r, err
}

// closeWhole hides the title and the paper of an item.
func (r Record) closeWhole(i int, ground, reason string) Record {
	it := r.Open.Items[i]
	old := r.Closed.Items[it.ID]
	r = r.withClosed(it.ID, func(c *ClosedItem) {
		if old == nil || old.Title == "" {
			c.Title = it.Title
		}
		c.Paper, c.Wording = it.Paper, it.Wording
	})
	return r.withItem(i, func(it *Item) {
		x := Exempt{}
		if it.Exempt != nil {
			x = *it.Exempt
		}
		x.Whole, x.Ground, x.Reason = true, ground, reason
		if old == nil || old.Title == "" {
			it.Title = ""
		}
		it.Exempt, it.Paper, it.Wording = &x, nil, ""
	})
}

// restate gives private business that is going on another ground and reason.
func (r Record) restate(it *Item, ground, reason string) (Record, error) {
	for j := len(it.Entries) - 1; j >= 0; j-- {
		if e := it.Entries[j]; e.Event != nil && e.Event.What == Exempted {
			c, ev := *e, *e.Event
			ev.How, c.Text, c.Event = ground, reason, &ev
			return r.Edit(c)
		}
	}
	return r.withItem(r.Open.itemIndex(it.ID), func(it *Item) {
		x := *it.Exempt
		x.Ground, x.Reason = ground, reason
		it.Exempt = &x
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
	whole, _ := r.Whole(item)
	to := map[ID]ID{}
	var public []*Entry
	var closed []*ClosedEntry
	for _, e := range whole.Entries {
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
			to[e.ID] = c.ID
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
	r = r.withItem(i, func(it *Item) { it.Entries = public })
	r = r.withClosed(item, func(c *ClosedItem) { c.Entries = closed })
	if it := r.Open.Items[i]; it.Exempt != nil && it.Exempt.Whole {
		return r.restate(it, ground, reason)
	}
	return r.closeWhole(i, ground, reason), nil
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
	r, _, err := r.insert(r.Open.itemIndex(item), len(it.Entries), Entry{Kind: Happening, Event: &Event{What: Reopened}})
	return r, err
}

// PublicTitle gives an item the title the public sees; its own becomes closed.
// Returns ErrNotFound.
func (r Record) PublicTitle(item ID, title string) (Record, error) {
	i := r.Open.itemIndex(item)
	if i < 0 {
		return r, notFound("item", item)
	}
	it := r.Open.Items[i]
	c := r.Closed.Items[item]
	if hidden := it.Exempt != nil && it.Exempt.Whole || c != nil && c.Title != ""; !hidden {
		r = r.withClosed(item, func(c *ClosedItem) { c.Title = it.Title })
	}
	return r.withItem(i, func(it *Item) { it.Title = title }), nil
}

// PublicSummary says what the public is told of private business. Returns
// ErrNotFound.
func (r Record) PublicSummary(item ID, summary string) (Record, error) {
	i := r.Open.itemIndex(item)
	if i < 0 {
		return r, notFound("item", item)
	}
	return r.withItem(i, func(it *Item) {
		x := Exempt{}
		if it.Exempt != nil {
			x = *it.Exempt
		}
		x.Summary = summary
		it.Exempt = &x
	}), nil
}
