package agenda

import (
	"maps"
	"slices"
)

// Closed is what the public must not see of a meeting: its private business and
// the clerk's notes. It has an ID counter of its own, because a shared one would
// show gaps in the public record.
type Closed struct {
	Next  ID                 `json:"next,omitempty"`
	Items map[ID]*ClosedItem `json:"items,omitempty"` // by the ID of the public item
}

// ClosedItem is the closed part of one item.
type ClosedItem struct {
	Title   string         `json:"title,omitempty"`
	Purpose string         `json:"purpose,omitempty"`
	Wording string         `json:"wording,omitempty"`
	Late    string         `json:"late,omitempty"`
	Outcome Outcome        `json:"outcome,omitzero"`
	Paper   *Paper         `json:"paper,omitempty"`
	Entries []*ClosedEntry `json:"entries,omitempty"`
}

// ClosedEntry is a closed entry and the public entry it stands after; After is
// zero where it comes before the first.
type ClosedEntry struct {
	After ID `json:"after,omitempty"`
	Entry
}

// closedBit is set in the ID of every closed entry, and in no other, so that an
// ID alone says whether it is of the public record.
const closedBit ID = 1 << 31

// Closed says whether the ID is that of a closed entry.
func (id ID) Closed() bool { return id&closedBit != 0 }

// AsClosed is the ID of a closed entry that has this number among the closed
// ones. Books and files of before say the number alone.
func (id ID) AsClosed() ID { return id | closedBit }

// Nth is the number of the entry among those of its part.
func (id ID) Nth() ID { return id &^ closedBit }

// Find finds an entry, public or closed, and the public item it stands in.
func (r Record) Find(entry ID) (*Item, *Entry, bool) {
	if !entry.Closed() {
		return r.Open.Find(entry)
	}
	for id, c := range r.Closed.Items {
		for _, e := range c.Entries {
			if e.ID == entry {
				it, ok := r.Open.Item(id)
				return it, &e.Entry, ok
			}
		}
	}
	return nil, nil, false
}

// Whole is an item as the clerk has it: its own title and paper, and the closed
// entries in their places among the public ones. It is closed text: nothing that
// the public may see is ever made from it. TestWhoReadsClosed lists its callers.
func (r Record) Whole(item ID) (*Item, bool) {
	it, ok := r.Open.Item(item)
	c := r.Closed.Items[item]
	if !ok || c == nil && (it.Exempt == nil || !it.Exempt.Whole) {
		return it, ok
	}
	if c == nil {
		c = &ClosedItem{}
	}
	p := Parts{*it, *c}
	whole := p.Shown()
	whole.Entries, ok = it.merged(c.Entries)
	if !ok {
		whole.Entries = it.shown(r.Notes(item))
	}
	return &whole, true
}

// Notes is the closed entries of an item by the public entry they are shown
// behind, zero for those before the first; each list is in its order. After only
// says where a note stood when it was written: striking or moving that entry
// away changes nothing closed, so a note whose entry the item no longer holds is
// shown behind the item's last. Readers must come here instead of comparing
// After, or such a note would be on no screen.
func (r Record) Notes(item ID) map[ID][]*ClosedEntry {
	c := r.Closed.Items[item]
	if c == nil {
		return nil
	}
	var last ID
	held := map[ID]bool{0: true}
	if it, ok := r.Open.Item(item); ok {
		for _, e := range it.Entries {
			held[e.ID], last = true, e.ID
		}
	}
	out := make(map[ID][]*ClosedEntry, len(c.Entries))
	var lost []*ClosedEntry
	for _, e := range c.Entries {
		if held[e.After] {
			out[e.After] = append(out[e.After], e)
		} else {
			lost = append(lost, e)
		}
	}
	if len(lost) > 0 {
		out[last] = append(out[last], lost...)
	}
	return out
}

// addClosed adds a closed entry behind a public one and what is closed there.
func (r Record) addClosed(item, after ID, e Entry) (Record, ID, error) {
	if next, id, ok := r.appendClosed(item, e); ok {
		return next, id, nil
	}
	if e.Kind != Note {
		whole, _ := r.Whole(item)
		return r.insertClosed(item, len(whole.Entries), e)
	}
	r, e.ID = r.reserveClosed()
	e.On = 0
	r = r.withClosed(item, func(c *ClosedItem) {
		c.Entries = append(slices.Clone(c.Entries), &ClosedEntry{After: after, Entry: e})
	})
	return r, e.ID, nil
}

// insertClosed puts a closed entry at an index of the whole item.
func (r Record) insertClosed(item ID, at int, e Entry) (Record, ID, error) {
	next := r
	if !e.ID.Closed() { // none, or one that was kept for public words
		next, e.ID = r.reserveClosed()
	} else if _, _, there := r.Find(e.ID); there {
		return r, 0, refuse("entry %d is in the minutes already", e.ID)
	}
	next.Closed.Next = max(next.Closed.Next, e.ID+1)
	next, err := next.within(item, func(w Record) (Record, error) {
		w, _, err := w.insert(w.Open.itemIndex(item), at, e)
		return w, err
	})
	if err != nil {
		return r, 0, err
	}
	return next, e.ID, nil
}

func (r Record) reserveClosed() (Record, ID) {
	id := max(r.Closed.Next, 1) | closedBit
	r.Closed.Next = id + 1
	return r, id
}

// ReserveIn gives out the ID of an entry that is about to be typed in an item.
// What is begun in private business takes no public number, for a gap among
// those would show that something was said.
func (r Record) ReserveIn(item ID) (Record, ID) {
	if it, ok := r.Open.Item(item); ok && it.Private() {
		return r.reserveClosed()
	}
	return r.Reserve()
}

// closedly changes a closed entry by a change that is written for public ones.
func (r Record) closedly(entry ID, change func(Record) (Record, error)) (Record, error) {
	it, _, ok := r.Find(entry)
	if !ok {
		return r, notFound("entry", entry)
	}
	return r.within(it.ID, change)
}

func (r Record) withClosed(item ID, change func(*ClosedItem)) Record {
	var c ClosedItem
	if old := r.Closed.Items[item]; old != nil {
		c = *old
	}
	change(&c)
	items := maps.Clone(r.Closed.Items)
	if items == nil {
		items = map[ID]*ClosedItem{}
	}
	if c.Empty() {
		delete(items, item)
	} else {
		items[item] = &c
	}
	if len(items) == 0 {
		items = nil // as before the first note, so that both compare equal
	}
	r.Closed.Items = items
	return r
}

// notesBehind has the notes that stood behind one entry stand behind another.
func (r Record) notesBehind(item, was, now ID) Record {
	c := r.Closed.Items[item]
	if c == nil || !slices.ContainsFunc(c.Entries, func(n *ClosedEntry) bool { return n.After == was }) {
		return r
	}
	return r.withClosed(item, func(c *ClosedItem) {
		c.Entries = slices.Clone(c.Entries)
		for i, n := range c.Entries {
			if n.After == was {
				moved := *n
				moved.After = now
				c.Entries[i] = &moved
			}
		}
	})
}
