package agenda

import (
	"reflect"
	"slices"
)

// SetAgenda makes items the agenda, in their order: those with an ID stand for
// the items of that ID, whose entries and times stay as they are; the others are
// new and may bring entries. An item that is not among them is taken off. What
// stands untitled between two items stays behind the one it stood behind.
// Returns ErrNotFound for an ID that is no item's, or an *Error where an item
// that is taken off has entries or notes, or is open.
func (r Record) SetAgenda(items []Item) (Record, error) {
	kept, err := r.keeps(items)
	if err != nil {
		return r, err
	}
	next := r
	for _, it := range r.Open.Items {
		if !it.Titled() || kept[it.ID] {
			continue
		}
		if why := r.Stays(it.ID); why != "" {
			return r, refuse("%s cannot be dropped: %s", it.called(), why)
		}
		next, _ = next.RemoveItem(it.ID) // which has nothing to refuse that Stays does not
	}
	behind := r.untitled(kept)
	out := slices.Clone(behind[0])
	for _, it := range items {
		old, isOld := r.Open.Item(it.ID)
		if !isOld {
			var added *Item
			if it.Level == 0 {
				it.Level = 1
			}
			next, added = next.take(it)
			out = append(out, added)
			continue
		}
		it.Entries = old.Entries
		next, it = next.kept(old, it)
		if reflect.DeepEqual(it, *old) {
			out = append(out, old) // what did not change is not written again
		} else {
			out = append(out, &it)
		}
		out = append(out, behind[it.ID]...)
	}
	next.Open.Items = out
	return next, nil
}

// kept is what an edited agenda says of an item that is private business: it is
// edited under its public title and stays private, and what became of it is not
// what the sheet says. A paper or other words that
// were typed for it are closed with the rest.
func (r Record) kept(old *Item, it Item) (Record, Item) {
	it.Exempt, it.Outcome, it.Late = old.Exempt, old.Outcome, old.Late
	p := Parts{Face: it}
	if !p.whole() || it.Paper == nil && it.Purpose+it.Wording == "" {
		return r, it
	}
	r = r.withClosed(it.ID, func(c *ClosedItem) {
		p.Closed = *c
		p.tuck()
		*c = p.Closed
	})
	return r, p.Face
}

// keeps is the IDs in an edited agenda, each of an item and there once.
func (r Record) keeps(items []Item) (map[ID]bool, error) {
	kept := map[ID]bool{}
	for _, it := range items {
		switch i := r.Open.itemIndex(it.ID); {
		case !it.Titled():
			return nil, refuse("a meeting has one opening, and it stays")
		case it.ID == 0:
		case i < 0:
			return nil, notFound("item", it.ID)
		case kept[it.ID]:
			return nil, refuse("%s stands on the agenda twice", it.called())
		case !r.Open.Items[i].Titled():
			return nil, refuse("what stands between two items cannot become one")
		default:
			kept[it.ID] = true
		}
	}
	return kept, nil
}

// untitled is the opening and the interludes, by the kept item they stand
// behind, zero for those before the first.
func (r Record) untitled(kept map[ID]bool) map[ID][]*Item {
	behind := map[ID][]*Item{}
	var last ID
	for _, it := range r.Open.Items {
		if !it.Titled() {
			behind[last] = append(behind[last], it)
		} else if kept[it.ID] {
			last = it.ID
		}
	}
	return behind
}

// called is an item in a message: its number, else its title.
func (it *Item) called() string {
	if it.Number == "" && it.Title == "" && it.Exempt != nil {
		return "an exempt item"
	}
	if it.Number != "" {
		return "item " + it.Number
	}
	return "“" + it.Title + "”"
}

// Stays says why an item cannot be taken off the agenda, in a few words; empty
// where it can.
func (r Record) Stays(id ID) string {
	it, ok := r.Open.Item(id)
	switch {
	case !ok:
		return ""
	case len(it.Entries) > 0:
		return "it has minutes"
	case r.Closed.Items[id] != nil:
		return "it has notes of yours"
	case r.Open.Current() == id:
		return "it is open"
	case r.spokenOf(id):
		return "the minutes speak of it"
	}
	return ""
}

// Says is whether there is anything in a paper.
func (p Paper) Says() bool {
	return p.Number+p.Title != "" || len(p.Of)+len(p.Leads)+len(p.Sponsors)+len(p.Contacts)+len(p.Recommends)+len(p.Asks) > 0
}
