package store

import (
	"fmt"

	"minutebook/agenda"
)

// changes is what has to be written to make one state of the items into
// another. Items and entries are immutable behind their pointers, so what is
// the same pointer is the same text, and nothing behind it is read.
type changes[I, E any] struct {
	items []node[I, E]
	gone  []agenda.ID // items
	// was and now hold the entries of changed items, less those at both ends
	// that kept pointer and place.
	was, now map[agenda.ID]placed[I, E]
	// wrong is an ID that stands for nothing or for two things.
	wrong error
}

// placed is an entry and the item it is in.
type placed[I, E any] struct {
	in    *I
	entry *E
}

// compare finds what differs. Where whole says so of an item that kept its ID,
// all its entries are counted in, because something shown beside them changed.
func compare[I, E any](old, next []node[I, E], id func(*E) agenda.ID, whole func(a, b *I) bool) changes[I, E] {
	c := changes[I, E]{was: map[agenda.ID]placed[I, E]{}, now: map[agenda.ID]placed[I, E]{}}
	seen := make(map[agenda.ID]bool, len(next))
	before := make(map[agenda.ID]node[I, E], len(old))
	for _, n := range old {
		before[n.id] = n
	}
	for _, n := range next {
		if n.id == 0 || seen[n.id] {
			c.wrong = wrongID("item", n.id)
		}
		seen[n.id] = true
		o, there := before[n.id]
		delete(before, n.id)
		if there && o.item == n.item && !whole(o.item, n.item) {
			continue
		}
		if o.item != n.item {
			c.items = append(c.items, n)
		}
		a, b := o.entries, n.entries
		if there && !whole(o.item, n.item) {
			a, b = trim(a, b)
		}
		note(c.was, o.item, a, id)
		if err := note(c.now, n.item, b, id); err != nil {
			c.wrong = err
		}
	}
	for _, o := range old {
		if _, left := before[o.id]; left {
			c.gone = append(c.gone, o.id)
			note(c.was, o.item, o.entries, id)
		}
	}
	return c
}

func note[I, E any](into map[agenda.ID]placed[I, E], in *I, entries []*E, id func(*E) agenda.ID) (err error) {
	for _, e := range entries {
		if _, twice := into[id(e)]; twice || id(e) == 0 {
			err = wrongID("entry", id(e))
		}
		into[id(e)] = placed[I, E]{in, e}
	}
	return err
}

// wrongID refuses what would overwrite something without a word.
func wrongID(what string, id agenda.ID) error {
	return &agenda.Error{What: fmt.Sprintf("the ID %d stands for no %s or for more than one: nothing was kept", id, what)}
}

// trim drops what two lists have in common at both ends.
func trim[E any](a, b []*E) (_, _ []*E) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}

func (c changes[I, E]) none() bool { return len(c.items) == 0 && len(c.gone) == 0 }

// puts lists the entries to write. Each either replaces one that was counted in
// or is new; known says of an ID whether the book has it.
func (c changes[I, E]) puts(known func(agenda.ID) (bool, error)) (puts []*E, err error) {
	if c.wrong != nil {
		return nil, c.wrong
	}
	for id, p := range c.now {
		was, replaces := c.was[id]
		if was.entry == p.entry {
			continue
		}
		if !replaces {
			if there, err := known(id); err != nil {
				return nil, err
			} else if there {
				return nil, wrongID("entry", id)
			}
		}
		puts = append(puts, p.entry)
	}
	return puts, nil
}

// struck lists the IDs of the entries to delete.
func (c changes[I, E]) struck() (gone []agenda.ID) {
	for id := range c.was {
		if _, kept := c.now[id]; !kept {
			gone = append(gone, id)
		}
	}
	return gone
}
