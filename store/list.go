package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"minutebook/agenda"
)

// Meetings implements [agenda.Store].
func (b *Book) Meetings(ctx context.Context) ([]agenda.Summary, error) {
	p, err := b.Sittings(ctx, agenda.Query{})
	return p.Rows, err
}

// Sittings implements [agenda.Store].
func (b *Book) Sittings(ctx context.Context, q agenda.Query) (out agenda.Page[agenda.Summary], err error) {
	err = b.view(ctx, func(tx reader) error {
		names, err := names(tx)
		if err != nil {
			return err
		}
		keys, total, err := keysOf(tx, derivedBucket, datePrefix, func(k rowKey) bool { return q.On(k.day) })
		if err != nil {
			return err
		}
		slices.SortStableFunc(keys, func(a, b rowKey) int { return cmp.Compare(dated(b.day), dated(a.day)) })
		look := len(q.Words)+len(q.Bodies) > 0
		if err := latestFirst(tx, keys, q, look); err != nil {
			return err
		}
		out, err = paged(tx, keys, q, look, func(k rowKey, value []byte) (agenda.Summary, bool, error) {
			r, ok, err := summaryOf(tx, k.key, value)
			r.Name, r.Code = names[r.Body].Name, names[r.Body].Code
			if err != nil || !ok || !q.Matches(r.Summary) {
				return r.Summary, false, err
			}
			var life lifeRecord
			_, err = get(tx, recordBucket, lifeKey(r.Key), &life)
			if errors.Is(err, ErrDamaged) {
				err = nil // the meeting can be read all the same
			}
			r.Draft = started(life.Life).Draft
			return r.Summary, true, err
		})
		out.Total = total
		return err
	})
	if err != nil {
		return agenda.Page[agenda.Summary]{}, fmt.Errorf("list the meetings: %w", err)
	}
	return out, nil
}

// latestFirst sorts the meetings of each day that a page is of. A key does not
// hold the time of day, so the rows of a day with several meetings are decoded.
func latestFirst(tx reader, keys []rowKey, q agenda.Query, whole bool) error {
	from, to := max(0, q.Offset), len(keys)
	if q.Limit > 0 {
		to = min(to, from+q.Limit)
	}
	if whole {
		from, to = 0, len(keys)
	}
	for i, n := 0, 0; i < to; i += n {
		for n = 1; i+n < len(keys) && keys[i+n].day == keys[i].day; n++ {
		}
		if n == 1 || i+n <= from {
			continue
		}
		day := keys[i : i+n]
		rows := make(map[string]agenda.Summary, n)
		for _, k := range day {
			value, err := tx.Get(derivedBucket, k.key)
			if err != nil {
				return err
			}
			r, _, err := summaryOf(tx, k.key, value)
			if err != nil {
				return err
			}
			rows[k.key] = r.Summary
		}
		slices.SortFunc(day, func(a, b rowKey) int { // of the same time, the one made last
			x, y := rows[a.key], rows[b.key]
			return cmp.Or(cmp.Compare(y.Start, x.Start), cmp.Compare(y.Key, x.Key), cmp.Compare(b.key, a.key))
		})
	}
	return nil
}

// dated is the day of a key, that of no date before all.
func dated(day string) string { return strings.TrimPrefix(day, last) }

// summaryOf reads a row of the list of meetings, from the record where the row
// is damaged.
func summaryOf(tx reader, key string, value []byte) (r summaryRow, ok bool, err error) {
	if unseal(derivedBucket, key, value, &r) == nil {
		return r, true, nil
	}
	s, err := load(tx, agenda.Key(wordsOf(key)))
	if errors.Is(err, agenda.ErrNotFound) {
		return r, false, nil
	} else if err != nil {
		return r, false, err
	}
	return newSummary(s.Record.Open, s.Record.Open.ClosedAt()), true, nil
}

// Register implements [agenda.Store].
func (b *Book) Register(ctx context.Context, q agenda.Query) (out agenda.Page[agenda.Decision], err error) {
	err = b.view(ctx, func(tx reader) error {
		names, err := names(tx)
		if err != nil {
			return err
		}
		keys, total, err := keysOf(tx, derivedBucket, rulePrefix, func(k rowKey) bool { return q.On(complement(k.day)) })
		if err != nil {
			return err
		}
		out, err = paged(tx, keys, q, len(q.Words)+len(q.Bodies) > 0, func(k rowKey, value []byte) (agenda.Decision, bool, error) {
			r, ok, err := rowOf[decisionRow](tx, k.key, value)
			r.Body, r.Code = names[r.Of].Name, names[r.Of].Code
			return r.Decision, ok && r.Matches(q), err
		})
		out.Total = total
		return err
	})
	if err != nil {
		return agenda.Page[agenda.Decision]{}, fmt.Errorf("read the register: %w", err)
	}
	return out, nil
}

// rowKey is the key of a row of a list, taken apart.
type rowKey struct {
	in                   bucket
	key, state, day, ref string
}

// keysOf is the keys of a list that want takes, in their order, and how many
// there are. No row is decoded.
func keysOf(tx reader, in bucket, prefix string, want func(rowKey) bool) (keys []rowKey, total int, err error) {
	err = tx.Scan(in, prefix, end(prefix), func(key string, _ []byte) error {
		k := rowKey{in: in, key: key, ref: key[len(prefix):]}
		if prefix == taskPrefix {
			k.state, k.ref, _ = strings.Cut(k.ref, "/")
			k.state = wordsOf(k.state)
		}
		k.day, k.ref, _ = strings.Cut(k.ref, "/")
		total++
		if want(k) {
			keys = append(keys, k)
		}
		return nil
	})
	return keys, total, err
}

// paged is the page of a query among keys. Where the rows have to be looked
// into, every one is decoded; else those of the page alone.
func paged[T any](tx reader, keys []rowKey, q agenda.Query, look bool, decode func(k rowKey, value []byte) (T, bool, error)) (p agenda.Page[T], err error) {
	from, to := max(0, q.Offset), len(keys)
	if q.Limit > 0 {
		to = from + q.Limit
	}
	p.Hits = len(keys)
	if look {
		p.Hits = 0
	} else {
		keys = keys[min(from, len(keys)):min(to, len(keys))]
	}
	for _, k := range keys {
		value, err := tx.Get(k.in, k.key)
		if err != nil {
			return p, err
		}
		row, ok, err := decode(k, value)
		if err != nil {
			return p, err
		}
		if !ok {
			if !look {
				p.Hits-- // the row is damaged and what it was made from is gone
			}
			continue
		}
		if look {
			p.Hits++
			if p.Hits <= from || p.Hits > to && q.Limit > 0 {
				continue
			}
		}
		p.Rows = append(p.Rows, row)
	}
	return p, nil
}

// rowOf reads the row of an entry, made anew from the record where the row is
// damaged; not ok if the entry is gone too.
func rowOf[R any](tx reader, key string, value []byte) (r R, ok bool, err error) {
	if unseal(derivedBucket, key, value, &r) == nil {
		return r, true, nil
	}
	v, err := remade(tx, key)
	r, ok = v.(R)
	return r, ok, err
}

// remade is the row under a key, made from the record; nil if the entry is gone.
func remade(tx reader, key string) (any, error) {
	ref, err := refOf(key)
	if err != nil {
		return nil, nil // a damaged key leads nowhere
	}
	s, err := load(tx, ref.Meeting)
	if errors.Is(err, agenda.ErrNotFound) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	it, e, ok := s.Record.Open.Find(ref.Entry)
	if !ok {
		return nil, nil
	}
	_, v := row(s.Record.Open, it, e)
	return v, nil
}
