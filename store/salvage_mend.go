package store

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"minutebook/agenda"
)

// cuts is where the history has to end, because something in it may be lost:
// what a record said before would else be taken for what it said even earlier.
func (f found) cuts(records map[placeOf][]byte) []gap {
	said, known := readTally(sumsSaid(records)[historyBucket])
	switch {
	case !known:
		return f.gaps
	case tallyOf(records, account{in: historyBucket}) == said:
		return nil // all that was missing was found elsewhere
	case f.gaps == nil:
		return []gap{{"", ""}} // a page of before, and nobody knows which
	}
	return f.gaps
}

// sumsSaid is the sums that the broken book had over its parts.
func sumsSaid(records map[placeOf][]byte) map[bucket]string {
	sums := map[bucket]string{}
	at := placeOf{metaBucket, sumsKey}
	if value, ok := records[at]; ok && unseal(at.bucket, at.key, value, &sums) != nil {
		return nil
	}
	return sums
}

func tallyOf(records map[placeOf][]byte, a account) (t tally) {
	for at, value := range records {
		if of, ok := accountOf(at.bucket, at.key); ok && of == a {
			t += share(at.bucket, at.key, value)
		}
	}
	return t
}

// latest is the greatest number of a change that anything tells of.
func latest(records map[placeOf][]byte) (seq uint64) {
	for at, value := range records {
		var head struct {
			Revision agenda.Revision `json:"rev"`
		}
		switch {
		case at == placeOf{metaBucket, seqKey}:
			var n uint64
			if unseal(at.bucket, at.key, value, &n) == nil {
				seq = max(seq, n)
			}
		case at.bucket == historyBucket:
			seq = max(seq, numberPast(at.key))
		case at.bucket == recordBucket && strings.HasSuffix(at.key, "/h") && json.Unmarshal(value[envelope:], &head) == nil:
			if n, err := seqOf(head.Revision); err == nil {
				seq = max(seq, n)
			}
		}
	}
	return seq
}

// rebuild mends the meetings of a book and makes its lists from them.
func (r refilling) rebuild(tx *ledger) error {
	all, err := names(tx)
	if err != nil {
		return err
	}
	lines := map[string]bool{}
	for _, meeting := range meetingsOf(r.records, recordBucket, closedBucket) {
		s, err := r.madeWhole(tx, meeting, all)
		if err != nil {
			return err
		}
		lines[dateKey(s.Record.Open.Start.Date(), meeting)] = true
		if err := errors.Join(resum(tx, meeting), relist(tx, s.Record)); err != nil {
			return err
		}
	}
	for at := range r.records { // lines of meetings of which nothing is left
		if at.bucket == derivedBucket && strings.HasPrefix(at.key, datePrefix) && !lines[at.key] {
			if err := tx.Delete(derivedBucket, at.key); err != nil {
				return err
			}
		}
	}
	for _, body := range all {
		if body.Code == "" {
			continue
		}
		if err := put(tx, derivedBucket, codeKey(body.Code), body.Key); err != nil {
			return err
		}
	}
	if r.Mended {
		r.latest++
	}
	return put(tx, metaBucket, seqKey, r.latest)
}

// madeWhole is a meeting as it is in the new book. What it lacks is told, once, and
// then no order names it any more; what has lost its place gets one. Its earlier
// states lack the same, so its history ends here.
func (r refilling) madeWhole(tx *ledger, meeting agenda.Key, all map[agenda.Key]agenda.Body) (agenda.Snapshot, error) {
	s, err := load(tx, meeting)
	gone := errors.Is(err, agenda.ErrNotFound) // but for its private part
	if gone {
		head := newHead(agenda.Meeting{Key: meeting}, "")
		if err = put(tx, recordBucket, headKey(meeting), head); err == nil {
			s, err = load(tx, meeting)
		}
	}
	if err != nil {
		return s, err
	}
	if !gone {
		r.meeting(s, all)
	}
	cut := slices.ContainsFunc(r.cuts, func(g gap) bool { return g.meets(pastPrefix(meeting)) }) && r.past[meeting]
	if cut {
		r.miss(r.names[meeting], "earlier states of it")
	}
	if !cut && !gone && s.Damage == nil && s.Revision != "" {
		return s, nil
	}
	r.Mended = true
	s.Revision, s.Damage = newRevision(r.latest+1, rand.Text()), nil
	if err := placeAll(tx, &s.Record); err != nil {
		return s, err
	}
	return s, rewrite(tx, s)
}

// meets says whether a gap may have held keys of a prefix.
func (g gap) meets(prefix string) bool {
	return (g.to == "" || g.to >= prefix) && (g.from == "" || g.from < end(prefix))
}

// withPast is the meetings of which any earlier state was found.
func withPast(records map[placeOf][]byte) map[agenda.Key]bool {
	past := map[agenda.Key]bool{}
	for _, meeting := range meetingsOf(records, historyBucket) {
		past[meeting] = true
	}
	return past
}

// placeAll gives a place to what no order names: an item that says it is damaged.
func placeAll(tx reader, r *agenda.Record) error {
	open, err := gather[headRecord, itemRecord, entryRecord](tx, recordBucket, r.Open.Key)
	if err != nil {
		return err
	}
	closed, err := gather[closedHeadRecord, closedItemRecord, closedEntryRecord](tx, closedBucket, r.Open.Key)
	if err != nil {
		return err
	}
	m, c := &r.Open, &r.Closed
	for _, it := range m.Items {
		m.Next = max(m.Next, it.ID+1)
		for _, e := range it.Entries {
			m.Next = max(m.Next, e.ID+1)
			delete(open.entries.good, e.ID)
		}
	}
	for id := range c.Items {
		m.Next = max(m.Next, id+1)
	}
	for id := range open.entries.good {
		m.Next = max(m.Next, id+1)
	}
	for _, id := range slices.Sorted(maps.Keys(c.Items)) {
		for _, e := range c.Items[id].Entries {
			delete(closed.entries.good, closedID(e))
		}
		if _, there := m.Item(id); !there {
			m.Items = append(m.Items, &agenda.Item{ID: id, Level: 1, Title: standIn})
		}
	}
	if len(open.entries.good)+len(closed.entries.good) > 0 {
		placeIn(r, open.entries.good, closed.entries.good, nextClosed(closed))
	}
	return nil
}

// placeIn puts what has no place into an item of its own.
func placeIn(r *agenda.Record, open map[agenda.ID]*entryRecord, closed map[agenda.ID]*closedEntryRecord, next agenda.ID) {
	m, c := &r.Open, &r.Closed
	extra := &agenda.Item{ID: m.Next, Level: 1, Title: standIn}
	m.Next++
	m.Items = append(m.Items, extra)
	for _, id := range slices.Sorted(maps.Keys(open)) {
		extra.Entries = append(extra.Entries, &open[id].Entry)
	}
	if len(closed) == 0 {
		return
	}
	private := &agenda.ClosedItem{}
	for _, id := range slices.Sorted(maps.Keys(closed)) {
		e := &closed[id].ClosedEntry
		e.ID = e.ID.AsClosed()
		private.Entries = append(private.Entries, e)
	}
	if c.Items == nil {
		c.Items = map[agenda.ID]*agenda.ClosedItem{}
	}
	c.Items[extra.ID] = private
	c.Next = max(c.Next, next)
}

// rewrite writes the heads and items of a meeting, whose entries are there.
func rewrite(tx *ledger, s agenda.Snapshot) error {
	m, c := s.Record.Open, s.Record.Closed
	all := []error{put(tx, recordBucket, headKey(m.Key), newHead(m, s.Revision))}
	for _, n := range openNodes(m) {
		all = append(all, put(tx, recordBucket, itemKey(m.Key, n.id), itemRecord{V: version, Order: n.order(entryID), Item: *n.item}))
	}
	for _, n := range closedNodes(c) {
		all = append(all, put(tx, closedBucket, itemKey(m.Key, n.id), closedItemRecord{V: version, Order: n.order(closedID), ClosedItem: *n.item}))
	}
	if len(c.Items) > 0 {
		all = append(all, put(tx, closedBucket, headKey(m.Key), closedHeadRecord{V: version, Closed: c}))
	}
	return errors.Join(all...)
}
