package store

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"minutebook/agenda"
)

// Actions implements [agenda.Store].
func (b *Book) Actions(ctx context.Context, q agenda.Query) (out agenda.Page[agenda.Task], err error) {
	err = b.view(ctx, func(tx reader) error {
		names, err := names(tx)
		if err != nil {
			return err
		}
		keys, total, err := taskKeys(tx, q)
		if err != nil {
			return err
		}
		slices.SortStableFunc(keys, func(a, b rowKey) int { // they came by state
			return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.ref, b.ref))
		})
		out, err = paged(tx, keys, q, len(q.Words)+len(q.Bodies) > 0, func(k rowKey, value []byte) (agenda.Task, bool, error) {
			r, ok, err := taskOf(tx, k, value)
			r.Body, r.Code = names[r.Of].Name, names[r.Of].Code
			return r.Task, ok && r.Matches(q), err
		})
		out.Total = total
		return err
	})
	if err != nil {
		return agenda.Page[agenda.Task]{}, fmt.Errorf("list the actions: %w", err)
	}
	return out, nil
}

// Counts implements [agenda.Store]. It reads keys only.
func (b *Book) Counts(ctx context.Context, today string) (c agenda.Counts, err error) {
	err = b.view(ctx, func(tx reader) (err error) {
		c = agenda.Counts{}
		if _, c.Resolutions, err = keysOf(tx, derivedBucket, rulePrefix, func(rowKey) bool { return false }); err != nil {
			return err
		}
		if c.Owed, c.Overdue, err = owed(tx, today, false); err == nil {
			c.AllOwed, c.AllOverdue, err = owed(tx, today, true)
		}
		return err
	})
	if err != nil {
		return agenda.Counts{}, fmt.Errorf("count what the book holds: %w", err)
	}
	return c, nil
}

// owed counts what is not done on a day, and what was due before it.
func owed(tx reader, today string, private bool) (open, due int, err error) {
	keys, _, err := taskKeys(tx, agenda.Query{Private: private})
	for _, k := range keys {
		if k.day < today {
			due++
		}
	}
	return len(keys), due, err
}

// taskKeys is the keys of the actions that a query asks for by state and day, in
// no order, and how many actions there are. One that goes on in a later meeting
// is listed there alone; that it goes on in private nobody but the clerk sees.
func taskKeys(tx reader, q agenda.Query) (keys []rowKey, total int, err error) {
	in := []bucket{derivedBucket}
	if q.Private {
		in = append(in, closedDerivedBucket)
	}
	carried := map[string]bool{}
	for _, b := range in {
		on, err := carriedOn(tx, b)
		if err != nil {
			return nil, 0, err
		}
		maps.Copy(carried, on)
	}
	for _, b := range in {
		found, _, err := keysOf(tx, b, taskPrefix, func(k rowKey) bool {
			if b == derivedBucket && carried[k.ref] {
				return false
			}
			total++
			return q.State.Is(k.state) && q.On(k.day)
		})
		if err != nil {
			return nil, 0, err
		}
		keys = append(keys, found...)
	}
	return keys, total, nil
}

// taskOf reads an action of a list.
func taskOf(tx reader, k rowKey, value []byte) (taskRow, bool, error) {
	if k.in == closedDerivedBucket {
		return privateTask(tx, k, value)
	}
	return rowOf[taskRow](tx, k.key, value)
}
