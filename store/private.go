package store

import (
	"errors"

	"minutebook/agenda"
)

// privateRow is the row of an action agreed in private business: only where it
// stands, for its list shows none of its words.
type privateRow struct {
	V    int       `json:"v"`
	Item agenda.ID `json:"item"`
}

// deriveClosed brings the rows of the closed entries up to date, in the closed
// part of the book: by their state and the day they are due, as public ones are.
func deriveClosed(tx writer, r agenda.Record, c changes[agenda.ClosedItem, agenda.ClosedEntry]) error {
	gone := map[string]bool{}
	for _, p := range c.was {
		for _, key := range privateKeys(r.Open, p.entry) {
			gone[key] = true
		}
	}
	items := make(map[*agenda.ClosedItem]agenda.ID, len(r.Closed.Items))
	for id, it := range r.Closed.Items {
		items[it] = id
	}
	for _, p := range c.now {
		for _, key := range privateKeys(r.Open, p.entry) {
			delete(gone, key)
			if err := put(tx, closedDerivedBucket, key, privateRow{version, items[p.in]}); err != nil {
				return err
			}
		}
	}
	for key := range gone {
		if err := tx.Delete(closedDerivedBucket, key); err != nil {
			return err
		}
	}
	return nil
}

// privateKeys is the keys of the rows of a closed entry; most have none.
func privateKeys(m agenda.Meeting, e *agenda.ClosedEntry) (keys []string) {
	if e.Action == nil {
		return nil
	}
	keys = []string{taskKey(e.Action.State, e.Action.Due, agenda.Ref{Meeting: m.Key, Entry: closedID(e)})}
	if e.Action.Follows != nil {
		keys = append(keys, backKey(*e.Action.Follows, agenda.Ref{Meeting: m.Key, Entry: closedID(e)}))
	}
	return keys
}

// privateTask is an action agreed in private as a list shows it: what the public
// knows of its item, the day it is due, whether it is done.
func privateTask(tx reader, k rowKey, value []byte) (r taskRow, ok bool, err error) {
	ref, err := refOf(k.key)
	if err != nil {
		return r, false, nil // a damaged key leads nowhere
	}
	ref.Closed, ref.Entry = true, ref.Entry.AsClosed()
	var at privateRow
	if unseal(closedDerivedBucket, k.key, value, &at) != nil {
		if at.Item, err = itemOf(tx, ref); at.Item == 0 {
			return r, false, err
		}
	}
	var head headRecord
	var it itemRecord
	if ok, err := readable(get(tx, recordBucket, headKey(ref.Meeting), &head)); !ok {
		return r, false, err
	}
	if ok, err := readable(get(tx, recordBucket, itemKey(ref.Meeting, at.Item), &it)); !ok && err != nil {
		return r, false, err
	}
	r.Of = head.Body
	r.Task = agenda.Task{Ref: ref, Date: head.Start.Date(), Item: it.Number, Title: it.Title}
	if k.day != last {
		r.Due = k.day
	}
	if !agenda.StillOwed.Is(k.state) {
		r.State = "done"
	}
	return r, true, nil
}

// readable takes what is damaged for what is not there.
func readable(ok bool, err error) (bool, error) {
	if errors.Is(err, ErrDamaged) {
		return false, nil
	}
	return ok, err
}

// itemOf is the item that a closed entry stands in, zero where it is gone.
func itemOf(tx reader, ref agenda.Ref) (agenda.ID, error) {
	s, err := load(tx, ref.Meeting)
	if errors.Is(err, agenda.ErrNotFound) {
		return 0, nil
	} else if err != nil {
		return 0, err
	}
	r := s.Record
	it, _, ok := r.Find(ref.Entry)
	if !ok {
		return 0, nil
	}
	return it.ID, nil
}
