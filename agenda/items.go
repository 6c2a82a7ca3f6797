package agenda

import "slices"

// AddItem puts an item behind another, at the end where after is zero, and
// returns its ID. Returns ErrNotFound where after is no item.
func (r Record) AddItem(after ID, it Item) (Record, ID, error) {
	at := len(r.Open.Items)
	if after != 0 {
		i := r.Open.itemIndex(after)
		if i < 0 {
			return r, 0, notFound("item", after)
		}
		at = i + 1
	}
	if it.ID == 0 {
		r, it.ID = r.Reserve()
	}
	if it.Level == 0 && it.Titled() {
		it.Level = 1
	}
	r.Open.Items = slices.Insert(slices.Clone(r.Open.Items), at, &it)
	return r, it.ID, nil
}

// EditItem changes an item; change is given a copy. Returns ErrNotFound.
func (r Record) EditItem(id ID, change func(*Item)) (Record, error) {
	i := r.Open.itemIndex(id)
	if i < 0 {
		return r, notFound("item", id)
	}
	return r.withItem(i, change), nil
}

// RemoveItem takes an item without entries off the agenda. Returns ErrNotFound,
// or an *Error where it has entries, was taken, or is the opening.
func (r Record) RemoveItem(id ID) (Record, error) {
	i := r.Open.itemIndex(id)
	switch {
	case i < 0:
		return r, notFound("item", id)
	case i == 0:
		return r, refuse("the opening stays: it holds the roll")
	case len(r.Open.Items[i].Entries) > 0 || r.Closed.Items[id] != nil:
		return r, refuse("the item has entries: strike or move them first")
	}
	r.Open.Items = slices.Delete(slices.Clone(r.Open.Items), i, i+1)
	r.Open.Taken = slices.DeleteFunc(slices.Clone(r.Open.Taken), func(s Span) bool { return s.Item == id })
	return r, nil
}

// MoveItem moves an item up (by < 0) or down the agenda; the opening stays
// first. Returns ErrNotFound, or an *Error at either end.
func (r Record) MoveItem(id ID, by int) (Record, error) {
	i := r.Open.itemIndex(id)
	if i < 0 {
		return r, notFound("item", id)
	}
	j := i + by
	if i == 0 || j < 1 || j >= len(r.Open.Items) {
		return r, refuse("the item cannot go further")
	}
	items := slices.Clone(r.Open.Items)
	it := items[i]
	items = slices.Insert(slices.Delete(items, i, i+1), j, it)
	r.Open.Items = items
	return r, nil
}

// Take opens an item for minuting and leaves the one that was open. Taking the
// open item changes nothing. Returns ErrNotFound.
func (r Record) Take(item ID, at Clock) (Record, error) {
	if r.Open.itemIndex(item) < 0 {
		return r, notFound("item", item)
	}
	if r.Open.Current() == item {
		return r, nil
	}
	r = r.Pause(at)
	r.Open.Taken = append(slices.Clone(r.Open.Taken), Span{Item: item, From: at})
	return r, nil
}

// Pause leaves the open item, so that none is.
func (r Record) Pause(at Clock) Record {
	if r.Open.Current() == 0 {
		return r
	}
	r.Open.Taken = slices.Clone(r.Open.Taken)
	last := &r.Open.Taken[len(r.Open.Taken)-1]
	if last.To = at; at == "" {
		last.To = last.From
	}
	return r
}

// Move moves an entry up (by < 0) or down inside its item, past whole
// exchanges: a question takes its responses along, and a response stays among
// those of its question. Returns ErrNotFound, or an *Error at either end.
func (r Record) Move(entry ID, by int) (Record, error) {
	it, e, ok := r.Open.Find(entry)
	if !ok {
		return r, notFound("entry", entry)
	}
	blocks := it.blocks()
	if e.On != 0 {
		if moved, ok := shiftIn(blocks, entry, by); ok {
			return r.withOrder(it.ID, moved), nil
		}
		return r, refuse("a response stays with its question")
	}
	at := slices.IndexFunc(blocks, func(b []*Entry) bool { return b[0].ID == entry })
	to := at + by
	if at < 0 || to < 0 || to >= len(blocks) {
		return r, refuse("it cannot go further in this item")
	}
	block := blocks[at]
	return r.withOrder(it.ID, slices.Insert(slices.Delete(blocks, at, at+1), to, block)), nil
}

// blocks splits the entries into what moves together: a question or comment
// and the responses right behind it, any other entry alone.
func (it *Item) blocks() [][]*Entry {
	var out [][]*Entry
	for _, e := range it.Entries {
		if n := len(out); n > 0 && e.On != 0 && out[n-1][0].ID == e.On {
			out[n-1] = append(out[n-1], e)
			continue
		}
		out = append(out, []*Entry{e})
	}
	return out
}

func shiftIn(blocks [][]*Entry, entry ID, by int) ([][]*Entry, bool) {
	for i, b := range blocks {
		at := slices.IndexFunc(b, func(e *Entry) bool { return e.ID == entry })
		to := at + by
		if at < 1 || to < 1 || to >= len(b) {
			continue
		}
		e := b[at]
		blocks[i] = slices.Insert(slices.Delete(slices.Clone(b), at, at+1), to, e)
		return blocks, true
	}
	return nil, false
}

func (r Record) withOrder(item ID, blocks [][]*Entry) Record {
	return r.withItem(r.Open.itemIndex(item), func(it *Item) { it.Entries = slices.Concat(blocks...) })
}

// MoveTo moves an entry, and the responses that hang on it, to the end of
// another item. Returns ErrNotFound, or an *Error for a response.
func (r Record) MoveTo(entry, item ID) (Record, error) {
	_, e, ok := r.Open.Find(entry)
	if !ok {
		return r, notFound("entry", entry)
	}
	to := r.Open.itemIndex(item)
	if to < 0 {
		return r, notFound("item", item)
	}
	if e.On != 0 {
		return r, refuse("a response stays with its question: move the question")
	}
	next, struck, err := r.Strike(entry)
	if err != nil {
		return r, err
	}
	for _, e := range struck {
		if next, _, err = next.insert(to, len(next.Open.Items[to].Entries), e); err != nil {
			return r, err
		}
	}
	return next, nil
}
