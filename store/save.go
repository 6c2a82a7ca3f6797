package store

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"time"

	"minutebook/agenda"
)

// Save implements [agenda.Store]. The Life of a base with the zero Revision is
// that of the new meeting; later saves keep it. With ErrUnsure it also returns the snapshot
// that was to be: after Reopen, a meeting that loads with its Revision is the
// caller's own write. The book remembers it too, so that saving again against
// the same base is no conflict with oneself.
func (b *Book) Save(ctx context.Context, base agenda.Snapshot, next agenda.Record) (agenda.Snapshot, error) {
	if err := storable(next); err != nil {
		return agenda.Snapshot{}, err
	}
	if base.Revision == "" {
		base.Record = agenda.Record{}
	} else if base.Record.Open.Key != next.Open.Key {
		return agenda.Snapshot{}, &agenda.Error{What: "a meeting cannot be saved in place of another"}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	key := next.Open.Key
	s := save{base: base, next: next, attempt: b.attempts[key], nonce: b.nonce(), now: b.clock()}
	var made agenda.Revision
	err := b.update(ctx, func(tx *ledger) (err error) {
		made, err = s.run(tx)
		return err
	})
	snapshot := agenda.Snapshot{Record: next, Life: started(base.Life), Revision: made, Damage: base.Damage}
	var failed *commitError
	switch {
	case errors.Is(err, errSame):
		snapshot.Revision = made
		return snapshot, nil
	case errors.As(err, &failed) && b.mayHold(key, made):
		b.attempts[key] = attempt{base.Revision, made, next}
		return snapshot, fmt.Errorf("save the meeting: %w (%w)", agenda.ErrUnsure, err)
	case err != nil:
		return agenda.Snapshot{}, fmt.Errorf("save the meeting: %w", err)
	}
	delete(b.attempts, key)
	return snapshot, nil
}

// mayHold says, after a commit error, whether the book shows the revision after
// all, or cannot tell. What it shows need not be on the disk, so this is never
// a success; what it does not show was not kept.
func (b *Book) mayHold(meeting agenda.Key, rev agenda.Revision) bool {
	if errors.Is(b.halted, agenda.ErrReplaced) {
		return true // it was kept in a file that may not be the book any more
	}
	var found agenda.Revision
	err := b.view(context.Background(), func(tx reader) (err error) {
		found, _, err = revision(tx, meeting)
		return err
	})
	return err != nil && !errors.Is(err, agenda.ErrNotFound) || found == rev
}

// started is a life as the book keeps it: minutes that say no draft are the first.
func started(l agenda.Life) agenda.Life {
	l.Draft = max(l.Draft, 1)
	return l
}

// revision reads which state of a meeting the book holds.
// and with which sum.
func revision(tx reader, meeting agenda.Key) (agenda.Revision, string, error) {
	var head struct {
		Revision agenda.Revision `json:"rev"`
		Sum      string          `json:"sum"`
	}
	ok, err := get(tx, recordBucket, headKey(meeting), &head)
	if err == nil && !ok {
		err = fmt.Errorf("meeting %s is %w", meeting, agenda.ErrNotFound)
	}
	return head.Revision, head.Sum, err
}

// errSame stops a save that would change nothing.
var errSame = errors.New("nothing differs")

// save is one Save. Run leaves it as it was, because an engine may run it again.
type save struct {
	base    agenda.Snapshot
	next    agenda.Record
	attempt attempt
	nonce   string
	now     time.Time
}

func (s save) run(tx *ledger) (agenda.Revision, error) {
	held, sum, err := revision(tx, s.next.Open.Key)
	if err != nil && !errors.Is(err, agenda.ErrNotFound) {
		return "", err
	}
	base := s.base.Record
	if held != s.base.Revision {
		own := s.attempt
		if own.made == "" || held != own.made || s.base.Revision != own.base {
			return "", agenda.ErrConflict
		}
		base = own.next
	}
	all := restated(base.Open, s.next.Open)
	open := compare(openNodes(base.Open), openNodes(s.next.Open), entryID, func(a, b *agenda.Item) bool {
		return all || (a.Number != b.Number || a.Title != b.Title)
	})
	closed := compare(closedNodes(base.Closed), closedNodes(s.next.Closed), closedID, func(_, _ *agenda.ClosedItem) bool { return false })
	if held == "" {
		if err := replace(tx, recordBucket, lifeKey(s.next.Open.Key), lifeRecord{version, started(s.base.Life)}); err != nil {
			return "", err
		}
	}
	publicSame := held != "" && open.none() && reflect.DeepEqual(newHead(base.Open, ""), newHead(s.next.Open, ""))
	closedSame := closed.none() && base.Closed.Next == s.next.Closed.Next
	// One's own write that was left in doubt is committed anew: that it can be
	// read does not say that it is on the disk.
	if publicSame && closedSame && held == s.base.Revision {
		return held, errSame
	}
	made, kept, err := s.begin(tx, base, held, told(base, s.next, open, closed))
	if err != nil {
		return "", err
	}
	if !publicSame {
		if err := errors.Join(writeOpen(kept, s.next.Open, open), derive(kept, base.Open, s.next.Open, open)); err != nil {
			return "", err
		}
	}
	if !closedSame {
		if err := writeClosed(kept, s.next, closed); err != nil {
			return "", err
		}
	}
	head := newHead(s.next.Open, made)
	head.Sum, err = tx.sum(recordBucket, s.next.Open.Key, sum)
	return made, errors.Join(err, replace(kept, recordBucket, headKey(s.next.Open.Key), head))
}

// begin counts the change and is the transaction that keeps what it writes over.
func (s save) begin(tx *ledger, base agenda.Record, held agenda.Revision, what agenda.PastChange) (agenda.Revision, *keeping, error) {
	seq, err := stamp(tx)
	if err != nil {
		return "", nil, err
	}
	made := newRevision(seq, s.nonce)
	kept, err := s.keeps(tx, base, held, made, what)
	return made, kept, err
}

// stamp counts the changes of the book.
func stamp(tx writer) (seq uint64, err error) {
	if _, err := get(tx, metaBucket, seqKey, &seq); err != nil {
		return 0, err
	}
	seq++
	return seq, put(tx, metaBucket, seqKey, seq)
}

// restated says whether something changed that the derived rows of every entry
// show: the day, the body, or a name in the roster.
func restated(a, b agenda.Meeting) bool {
	return a.Body != b.Body || a.Start.Date() != b.Start.Date() || !reflect.DeepEqual(a.Roster, b.Roster)
}

func writeOpen(tx writer, m agenda.Meeting, c changes[agenda.Item, agenda.Entry]) error {
	for _, n := range c.items {
		r := itemRecord{V: version, Order: n.order(entryID), Item: *n.item}
		if err := replace(tx, recordBucket, itemKey(m.Key, n.id), r); err != nil {
			return fmt.Errorf("%s: %w", itemName(n.item), err)
		}
	}
	puts, err := c.puts(holds(tx, recordBucket, m.Key))
	if err != nil {
		return err
	}
	for _, e := range puts {
		if e.Kind == agenda.Note || e.ID.Closed() || e.On.Closed() {
			return &agenda.Error{What: "something closed stands among the public entries: nothing was kept"}
		}
		if err := replace(tx, recordBucket, entryKey(m.Key, e.ID), entryRecord{version, *e}); err != nil {
			return err
		}
	}
	return removeAll(tx, recordBucket, m.Key, c.gone, c.struck())
}

func writeClosed(tx *keeping, r agenda.Record, c changes[agenda.ClosedItem, agenda.ClosedEntry]) error {
	meeting := r.Open.Key
	for _, n := range c.items {
		v := closedItemRecord{V: version, Order: n.order(closedID), ClosedItem: *n.item}
		if err := replace(tx, closedBucket, itemKey(meeting, n.id), v); err != nil {
			return err
		}
	}
	puts, err := c.puts(holds(tx, closedBucket, meeting))
	if err != nil {
		return err
	}
	for _, e := range puts {
		if !e.ID.Closed() {
			return &agenda.Error{What: "a public entry stands in the closed part: nothing was kept"}
		}
		if err := replace(tx, closedBucket, entryKey(meeting, closedID(e)), closedEntryRecord{version, *e}); err != nil {
			return err
		}
	}
	if err := removeAll(tx, closedBucket, meeting, c.gone, c.struck()); err != nil {
		return err
	}
	var old closedHeadRecord
	if _, err := get(tx, closedBucket, headKey(meeting), &old); err != nil {
		return err
	}
	sum, err := tx.sum(closedBucket, meeting, old.Sum)
	return errors.Join(
		err,
		deriveClosed(tx, r, c),
		put(tx, closedDerivedBucket, todoKey(meeting), version),
		replace(tx, closedBucket, headKey(meeting), closedHeadRecord{V: version, Sum: sum, Closed: r.Closed}),
	)
}

// holds asks the book for an entry of any state, damaged ones too.
func holds(tx reader, b bucket, meeting agenda.Key) func(agenda.ID) (bool, error) {
	return func(id agenda.ID) (bool, error) {
		value, err := tx.Get(b, entryKey(meeting, id))
		return value != nil, err
	}
}

func removeAll(tx writer, b bucket, meeting agenda.Key, items, entries []agenda.ID) error {
	for _, id := range items {
		if err := remove(tx, b, itemKey(meeting, id)); err != nil {
			return err
		}
	}
	for _, id := range entries {
		if err := remove(tx, b, entryKey(meeting, id)); err != nil {
			return err
		}
	}
	return nil
}
