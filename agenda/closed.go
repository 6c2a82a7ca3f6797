package agenda

import (
	"maps"
	"slices"
)

// Notes is the closed entries of an item by the public entry they are shown
// behind, zero for those before the first; each list is in the order of its
// writing. After only says where a note stood when it was written: striking or
// moving that entry away changes nothing closed, so a note whose entry the item
// no longer holds is shown behind the item's last. Readers must come here
// instead of comparing After, or such a note would be on no screen.
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

func (r Record) addNote(item, after ID, e Entry) (Record, ID, error) {
	note := ClosedEntry{After: after, Entry: e}
	r.Closed.Next = max(r.Closed.Next, 1)
	note.ID, note.On = r.Closed.Next, 0
	r.Closed.Next++
	r = r.withClosed(item, func(c *ClosedItem) { c.Entries = append(slices.Clone(c.Entries), &note) })
	return r, note.ID, nil
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
	if len(c.Entries) == 0 {
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

// EditNote replaces the closed entry of the same ID. Returns ErrNotFound.
func (r Record) EditNote(item ID, e ClosedEntry) (Record, error) {
	at := r.Closed.index(item, e.ID)
	if at < 0 {
		return r, notFound("note", e.ID)
	}
	return r.withClosed(item, func(c *ClosedItem) {
		c.Entries = slices.Clone(c.Entries)
		c.Entries[at] = &e
	}), nil
}

// StrikeNote takes a closed entry out. Returns ErrNotFound.
func (r Record) StrikeNote(item, note ID) (Record, error) {
	at := r.Closed.index(item, note)
	if at < 0 {
		return r, notFound("note", note)
	}
	return r.withClosed(item, func(c *ClosedItem) {
		c.Entries = slices.Delete(slices.Clone(c.Entries), at, at+1)
	}), nil
}

func (c Closed) index(item, note ID) int {
	ci := c.Items[item]
	if ci == nil {
		return -1
	}
	return slices.IndexFunc(ci.Entries, func(e *ClosedEntry) bool { return e.ID == note })
}
