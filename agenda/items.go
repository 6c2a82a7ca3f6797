package agenda

import (
	"cmp"
	"iter"
	"slices"
)

// AddItem puts an item behind another, at the end where after is zero, and
// returns its ID. Entries that come with it are numbered as New does. Returns
// ErrNotFound where after is no item, or an *Error where an ID is in use.
func (r Record) AddItem(after ID, it Item) (Record, ID, error) {
	at := len(r.Open.Items)
	if after != 0 {
		i := r.Open.itemIndex(after)
		if i < 0 {
			return r, 0, notFound("item", after)
		}
		at = i + 1
	}
	if it.Kind == KindOpening {
		return r, 0, refuse("a meeting has one opening")
	}
	for id := range it.ids() {
		if r.Open.used(id) {
			return r, 0, refuse("%d is the number of something else in this meeting", id)
		}
	}
	if it.Level == 0 && it.Titled() {
		it.Level = 1
	}
	next := r
	next.Open.Next = max(next.Open.Next, it.top()+1)
	next, added := next.take(it)
	next.Open.Items = slices.Insert(slices.Clone(r.Open.Items), at, added)
	return next, added.ID, nil
}

// ids is every ID an item brings along.
func (it *Item) ids() iter.Seq[ID] {
	return func(yield func(ID) bool) {
		if it.ID != 0 && !yield(it.ID) {
			return
		}
		for _, e := range it.Entries {
			if e.ID != 0 && e.Kind != Note && !yield(e.ID) {
				return
			}
		}
	}
}

// EditItem changes what an item says of itself; change is given a copy without
// the entries, which have changes of their own. Of an item that is private
// business it has the private title, paper and wording, and they stay private.
// The opening stays the opening.
// Returns ErrNotFound, or an *Error.
func (r Record) EditItem(id ID, change func(*Item)) (Record, error) {
	i := r.Open.itemIndex(id)
	if i < 0 {
		return r, notFound("item", id)
	}
	old := r.Open.Items[i]
	var failed error
	next := r.parts(i, func(p *Parts) {
		it := p.Shown()
		it.Entries, it.Paper = nil, it.Paper.clone()
		change(&it)
		if (it.Kind == KindOpening) != (i == 0) {
			failed = refuse("the opening stays the opening, and a meeting has one")
			return
		}
		it.ID = id
		p.Edit(old.Private(), it)
	})
	if failed != nil {
		return r, failed
	}
	return next, nil
}

func (p *Paper) clone() *Paper {
	if p == nil {
		return nil
	}
	c := *p
	for _, list := range []*[]string{&c.Of, &c.Leads, &c.Sponsors, &c.Contacts, &c.Recommends, &c.Asks} {
		*list = slices.Clone(*list)
	}
	return &c
}

// RemoveItem takes an item without entries off the agenda, and out of the order
// taken. Returns ErrNotFound, or an *Error where it has entries or notes, is
// open, is the opening, or is spoken of in the minutes.
func (r Record) RemoveItem(id ID) (Record, error) {
	i := r.Open.itemIndex(id)
	switch {
	case i < 0:
		return r, notFound("item", id)
	case i == 0:
		return r, refuse("the opening stays: it holds the roll")
	case len(r.Open.Items[i].Entries) > 0 || r.Closed.Items[id] != nil:
		return r, refuse("the item has entries or notes: strike or move them first")
	case r.Open.Current() == id:
		return r, refuse("the item is open: take another first")
	case r.spokenOf(id):
		return r, refuse("the minutes speak of the item: strike that first")
	}
	r.Open.Items = slices.Delete(slices.Clone(r.Open.Items), i, i+1)
	var taken []Span
	for _, s := range r.Open.Taken {
		if s.Item != id {
			taken = append(taken, s)
		}
	}
	r.Open.Taken = taken
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

// Unknown is a clock that nobody stated. A span needs one to end at, since a
// span without an end is open.
const Unknown Clock = "?"

// Pause leaves the open item, so that none is. A span never ends before it
// began. Where at is empty it ends when it began, as far as that is known.
func (r Record) Pause(at Clock) Record {
	if r.Open.Current() == 0 {
		return r
	}
	r.Open.Taken = slices.Clone(r.Open.Taken)
	last := &r.Open.Taken[len(r.Open.Taken)-1]
	last.To = cmp.Or(max(at, last.From), Unknown)
	return r
}
