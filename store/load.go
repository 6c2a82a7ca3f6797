package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"minutebook/agenda"
)

// standIn is the title of an item whose own record cannot be read: its entries
// still need a place, and nobody must take the minutes for whole.
const standIn = agenda.StandIn

var (
	errMissing = fmt.Errorf("%w: it is missing", ErrDamaged)
	errStrange = fmt.Errorf("%w: so is the key that it stands under", ErrDamaged)
)

// Load implements [agenda.Store].
func (b *Book) Load(ctx context.Context, meeting agenda.Key) (s agenda.Snapshot, err error) {
	err = b.view(ctx, func(tx reader) (err error) {
		s, err = load(tx, meeting)
		return err
	})
	if err != nil {
		return agenda.Snapshot{}, fmt.Errorf("load the meeting: %w", err)
	}
	return s, nil
}

func load(tx reader, meeting agenda.Key) (agenda.Snapshot, error) {
	open, err := gather[headRecord, itemRecord, entryRecord](tx, recordBucket, meeting)
	if err != nil {
		return agenda.Snapshot{}, err
	}
	if open.empty() {
		return agenda.Snapshot{}, fmt.Errorf("meeting %s is %w", meeting, agenda.ErrNotFound)
	}
	closed, err := gather[closedHeadRecord, closedItemRecord, closedEntryRecord](tx, closedBucket, meeting)
	if err != nil {
		return agenda.Snapshot{}, err
	}
	s := agenda.Snapshot{Life: started(open.life.Life), Revision: open.head.Revision}
	s.Record.Open = open.head.Meeting
	if open.headErr != nil {
		if s.Record.Open, err = foundMeeting(tx, meeting); err != nil {
			return agenda.Snapshot{}, err
		}
		s.Damage = append(s.Damage, agenda.Damage{Where: "the head of the meeting", Err: open.headErr})
	}
	if open.lifeErr != nil {
		s.Damage = append(s.Damage, agenda.Damage{Where: "the number of the draft", Err: open.lifeErr})
	}
	assembleOpen(&s, open)
	assembleClosed(&s, closed)
	if s.Damage == nil { // a sum says that something is wrong, not what
		s.Damage = append(summed("the public minutes", open.head.Sum, open.sum), summed("the private part", closed.head.Sum, closed.sum)...)
	}
	return s, nil
}

// gathered is the records of a meeting in one bucket, before they are put
// together.
type gathered[H, I, E any] struct {
	head    H
	headErr error
	life    lifeRecord // in the public bucket; a book of before has none
	lifeErr error
	sum     tally
	items   trove[I]
	entries trove[E]
}

func (g *gathered[H, I, E]) empty() bool {
	return errors.Is(g.headErr, errMissing) && g.items.size() == 0 && g.entries.size() == 0
}

// trove is records of one sort, those that could be read and those that not.
type trove[T any] struct {
	good    map[agenda.ID]*T
	bad     map[agenda.ID]error
	strange []error // under a key that is damaged itself
}

func newTrove[T any]() trove[T] {
	return trove[T]{good: map[agenda.ID]*T{}, bad: map[agenda.ID]error{}}
}

func (t trove[T]) size() int { return len(t.good) + len(t.bad) + len(t.strange) }

func (t *trove[T]) add(b bucket, key string, value []byte) {
	id, err := idOf(key)
	v := new(T)
	unread := unseal(b, key, value, v)
	switch {
	case err != nil: // the key may be text of the minutes, so it is not told
		t.strange = append(t.strange, errStrange)
	case unread != nil:
		t.bad[id] = unread
	default:
		t.good[id] = v
	}
}

// take hands out a record once.
func (t trove[T]) take(id agenda.ID) (*T, error) {
	if v, ok := t.good[id]; ok {
		delete(t.good, id)
		return v, nil
	}
	if err, ok := t.bad[id]; ok {
		delete(t.bad, id)
		return nil, err
	}
	return nil, errMissing
}

func gather[H, I, E any](tx reader, b bucket, meeting agenda.Key) (*gathered[H, I, E], error) {
	g := &gathered[H, I, E]{headErr: errMissing, items: newTrove[I](), entries: newTrove[E]()}
	prefix := meetingPrefix(meeting)
	err := tx.Scan(b, prefix, end(prefix), func(key string, value []byte) error {
		tail := key[len(prefix):]
		if tail != "h" {
			g.sum += share(b, key, value)
		}
		switch {
		case tail == "h":
			g.headErr = unseal(b, key, value, &g.head)
			return nil
		case tail == "life":
			g.lifeErr = unseal(b, key, value, &g.life)
			return nil
		case strings.HasPrefix(tail, "i/"):
			g.items.add(b, key, value)
		case strings.HasPrefix(tail, "e/"):
			g.entries.add(b, key, value)
		}
		return nil // of a newer Minutebook
	})
	return g, err
}

// list puts entries in their order, and says which are not there.
func list[T any](t trove[T], order, where, what string) (found []*T, damage []agenda.Damage) {
	ids, err := orderIDs(order)
	if err != nil {
		damage = append(damage, agenda.Damage{Where: where, Err: err})
	}
	for i, id := range ids {
		v, err := t.take(id)
		if err != nil {
			damage = append(damage, agenda.Damage{Where: fmt.Sprintf("%s, %s %d", where, what, i+1), Err: err})
			continue
		}
		found = append(found, v)
	}
	return found, damage
}

func assembleOpen(s *agenda.Snapshot, g *gathered[headRecord, itemRecord, entryRecord]) {
	m := &s.Record.Open
	for id := range g.items.bad {
		m.Next = max(m.Next, id+1)
	}
	for id := range g.entries.bad {
		m.Next = max(m.Next, id+1)
	}
	order, err := orderIDs(g.head.Order)
	if err != nil || g.headErr != nil {
		order = slices.Sorted(maps.Keys(g.items.good))
		order = append(order, slices.Sorted(maps.Keys(g.items.bad))...)
	}
	var lost *agenda.Item // takes the entries that no item knows
	for n, id := range order {
		r, err := g.items.take(id)
		if err != nil {
			it := &agenda.Item{ID: id, Level: 1, Title: standIn}
			m.Items = append(m.Items, it)
			s.Damage = append(s.Damage, agenda.Damage{Where: fmt.Sprintf("the title of item %d of the agenda", n), Err: err})
			lost = cmp.Or(lost, it)
			continue
		}
		it := r.Item
		found, damage := list(g.entries, r.Order, itemName(&it), "entry")
		for _, e := range found {
			it.Entries = append(it.Entries, &e.Entry)
		}
		s.Damage = append(s.Damage, damage...)
		m.Items = append(m.Items, &it)
	}
	for _, id := range slices.Sorted(maps.Keys(g.entries.good)) {
		if lost == nil {
			s.Damage = append(s.Damage, agenda.Damage{Where: "an entry that no item names", Err: errMissing})
			continue
		}
		lost.Entries = append(lost.Entries, &g.entries.good[id].Entry)
	}
	s.Damage = append(s.Damage, unplaced(g.items, "an item that the agenda does not name")...)
	s.Damage = append(s.Damage, unplaced(g.entries, "an entry that no item names")...)
}

// unplaced reports the unreadable records that nothing leads to any more.
func unplaced[T any](t trove[T], where string) (damage []agenda.Damage) {
	for _, id := range slices.Sorted(maps.Keys(t.bad)) {
		damage = append(damage, agenda.Damage{Where: where, Err: t.bad[id]})
	}
	for _, err := range t.strange {
		damage = append(damage, agenda.Damage{Where: where, Err: err})
	}
	return damage
}

func assembleClosed(s *agenda.Snapshot, g *gathered[closedHeadRecord, closedItemRecord, closedEntryRecord]) {
	if g.empty() {
		return
	}
	c := &s.Record.Closed
	c.Next = nextClosed(g)
	for _, e := range g.entries.good {
		e.ID = e.ID.AsClosed()
	}
	if g.headErr != nil {
		s.Damage = append(s.Damage, agenda.Damage{Where: "the head of the notes", Err: g.headErr})
	}
	var lost *agenda.ClosedItem
	put := func(id agenda.ID, it *agenda.ClosedItem) {
		if c.Items == nil {
			c.Items = map[agenda.ID]*agenda.ClosedItem{}
		}
		c.Items[id] = it
	}
	for _, id := range slices.Sorted(maps.Keys(g.items.bad)) {
		s.Damage = append(s.Damage, agenda.Damage{Where: "the notes of " + named(s, id), Err: g.items.bad[id]})
		it := &agenda.ClosedItem{}
		put(id, it)
		if lost == nil {
			lost = it
		}
	}
	for _, id := range slices.Sorted(maps.Keys(g.items.good)) {
		it := g.items.good[id].ClosedItem
		found, damage := list(g.entries, g.items.good[id].Order, named(s, id), "note")
		for _, e := range found {
			it.Entries = append(it.Entries, &e.ClosedEntry)
		}
		s.Damage = append(s.Damage, damage...)
		put(id, &it)
	}
	for _, id := range slices.Sorted(maps.Keys(g.entries.good)) {
		if lost != nil {
			lost.Entries = append(lost.Entries, &g.entries.good[id].ClosedEntry)
		}
	}
	s.Damage = append(s.Damage, unplaced(g.entries, "a note that no item names")...)
}

// nextClosed is the number that a closed entry gets next, above every one that
// was given out: a damaged head says nothing.
func nextClosed(g *gathered[closedHeadRecord, closedItemRecord, closedEntryRecord]) agenda.ID {
	next := g.head.Next.Nth() // a book of before says the number alone
	for id := range g.entries.bad {
		next = max(next, id.Nth()+1)
	}
	for id := range g.entries.good {
		next = max(next, id.Nth()+1)
	}
	if next == 0 {
		return 0
	}
	return next.AsClosed()
}

func named(s *agenda.Snapshot, item agenda.ID) string {
	if it, ok := s.Record.Open.Item(item); ok {
		return itemName(it)
	}
	return "an item"
}

// foundMeeting is what the list of meetings still knows of one whose head
// cannot be read. Nothing can be saved over it.
func foundMeeting(tx reader, meeting agenda.Key) (agenda.Meeting, error) {
	m := agenda.Meeting{Key: meeting}
	err := tx.Scan(derivedBucket, datePrefix, end(datePrefix), func(key string, value []byte) error {
		var r summaryRow
		if wordsOf(key) == string(meeting) && unseal(derivedBucket, key, value, &r) == nil {
			m.Body, m.Kind, m.Start, m.Place = r.Body, r.Kind, r.Start, r.Place
		}
		return nil
	})
	return m, err
}
