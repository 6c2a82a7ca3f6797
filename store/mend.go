package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"minutebook/agenda"
)

// Mend puts a sound record in the place of a meeting of which the book has lost
// something. The whole book is copied first, as the file it is. What can be read
// of the meeting becomes a state in its history, and the sound record the next,
// in one transaction; after it nothing of the meeting is damaged. It returns the
// path of the copy too.
func (b *Book) Mend(ctx context.Context, meeting agenda.Key, next agenda.Snapshot, now time.Time) (s agenda.Snapshot, kept string, err error) {
	present, err := b.Load(ctx, meeting)
	if err != nil {
		return s, "", err
	}
	return b.mend(ctx, present, next, now)
}

// mend is Mend of a meeting as it was read. Returns agenda.ErrConflict where it
// has changed since, agenda.ErrUnsure, and the path of the copy only where one is
// left: of a book that has not changed it is removed.
func (b *Book) mend(ctx context.Context, read, next agenda.Snapshot, now time.Time) (s agenda.Snapshot, kept string, err error) {
	if err := storable(next.Record); err != nil {
		return s, "", err
	}
	doubt := false // whether the book has changed
	defer func() {
		if err != nil && !doubt && kept != "" {
			_, kept = os.Remove(kept), ""
		}
	}()
	// Saving goes on while a compacted copy is made, which takes its time.
	kept, err = b.Snapshot(ctx, now, BeforeRestore)
	broken := errors.Is(err, ErrDamaged) || errors.Is(err, ErrNotBook)
	if err != nil && !broken {
		return s, kept, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	meeting := read.Record.Open.Key
	present, err := b.Load(ctx, meeting)
	if err == nil && present.Revision != read.Revision {
		err = agenda.ErrConflict
	}
	if err == nil && broken {
		kept, err = keepRaw(b.path, now, BeforeRestore) // bytes hold together only while nobody writes
	}
	if err != nil {
		return s, kept, err
	}
	aboveAll(&present.Record.Open)
	m := mending{present: present, life: next.Life, next: next.Record.InPlaceOf(present.Record), nonce: b.nonce(), now: b.clock()}
	err = b.update(ctx, func(tx *ledger) (err error) {
		s, err = m.run(tx)
		return err
	})
	var failed *commitError
	switch {
	case errors.As(err, &failed) && b.mayHold(meeting, s.Revision):
		doubt = true
		return s, kept, fmt.Errorf("mend the meeting: %w (%w)", agenda.ErrUnsure, err)
	case err != nil:
		return agenda.Snapshot{}, kept, fmt.Errorf("mend the meeting: %w", err)
	}
	delete(b.attempts, meeting)
	return s, kept, nil
}

// aboveAll has a meeting give out no ID again, where its head is lost and with it
// the next one.
func aboveAll(m *agenda.Meeting) {
	for _, it := range m.Items {
		m.Next = max(m.Next, it.ID+1)
		for _, e := range it.Entries {
			m.Next = max(m.Next, e.ID+1)
		}
	}
}

// mending is one Mend. Run leaves it as it was, because an engine may run it again.
type mending struct {
	present agenda.Snapshot
	life    agenda.Life // for where the present one cannot be read
	next    agenda.Record
	nonce   string
	now     time.Time
}

func (m mending) run(tx *ledger) (agenda.Snapshot, error) {
	base, err := m.cleared(tx)
	if err != nil {
		return base, err
	}
	made, err := save{base: base, next: m.next, nonce: m.nonce, now: m.now}.run(tx)
	if errors.Is(err, errSame) {
		err = nil // what could be read was all there was
	}
	return agenda.Snapshot{Record: m.next, Life: base.Life, Revision: made}, err
}

// cleared makes what can be read of the meeting all there is of it.
func (m mending) cleared(tx *ledger) (agenda.Snapshot, error) {
	open, meeting := m.present.Record.Open, m.present.Record.Open.Key
	was := m.lastState(tx)
	seq, err := stamp(tx)
	if err != nil {
		return agenda.Snapshot{}, err
	}
	base := agenda.Snapshot{Record: m.present.Record, Life: m.present.Life, Revision: newRevision(seq, m.nonce)}
	row := changeRow{V: version, Was: was, Next: open.Next, ClosedNext: m.present.Record.Closed.Next, PastChange: agenda.PastChange{
		Number: seq, At: m.now.UTC(), What: "what could be read of it, after damage",
	}}
	if err := put(tx, historyBucket, changeKey(meeting, seq), row); err != nil {
		return base, err
	}
	var life lifeRecord
	if _, err := get(tx, recordBucket, lifeKey(meeting), &life); errors.Is(err, ErrDamaged) {
		base.Life = started(m.life)
	}
	if err := errors.Join(m.takeOut(tx, seq), m.takeOutLines(tx)); err != nil {
		return base, err
	}
	return base, m.writeAnew(tx, base)
}

// lastState is the number of the state that is mended; 0: none is known.
func (m mending) lastState(tx reader) (was uint64) {
	if n, err := seqOf(m.present.Revision); err == nil {
		return n
	}
	rows, lost, err := changeRows(tx, m.present.Record.Open.Key)
	if err != nil {
		return 0
	}
	for n := range rows {
		was = max(was, n)
	}
	for n := range lost {
		was = max(was, n)
	}
	return was
}

// takeOut takes every record of the meeting out, into the history where it can
// be read.
func (m mending) takeOut(tx *ledger, seq uint64) error {
	meeting := m.present.Record.Open.Key
	prefix := meetingPrefix(meeting)
	for _, b := range []bucket{recordBucket, closedBucket} {
		found := map[string][]byte{}
		err := tx.Scan(b, prefix, end(prefix), func(key string, value []byte) error {
			text, err := check(b, key, value)
			if err != nil {
				text = []byte(gone)
			}
			found[key] = append([]byte(nil), text...)
			return nil
		})
		if err != nil {
			return err
		}
		ours, err := m.explains(tx, b, len(found) > 0)
		if err != nil {
			return err
		}
		for key, text := range found {
			if tail := key[len(prefix):]; tail != "life" {
				row := changeKey(meeting, seq) + string(b) + "/" + tail
				if err := tx.Put(historyBucket, row, sealed(historyBucket, row, text)); err != nil {
					return err
				}
			}
			if err := tx.Delete(b, key); err != nil {
				return err
			}
		}
		if a := (account{in: b}); ours {
			tx.recount[a] = true
		} else {
			delete(tx.recount, a) // what else the sum tells of, it goes on telling of
		}
	}
	return nil
}

// takeOutLines takes the lines of the meeting out of the lists.
func (m mending) takeOutLines(tx *ledger) error {
	meeting := m.present.Record.Open.Key
	bad, err := disagrees(tx)
	if err != nil {
		return err
	}
	for _, b := range bad {
		if b == derivedBucket || b == closedDerivedBucket {
			tx.recount[account{in: b}] = true // they can be made anew, so nothing is hidden
		}
	}
	for _, b := range []bucket{derivedBucket, closedDerivedBucket} {
		var keys []string
		err := tx.Scan(b, "", "\xff", func(key string, _ []byte) error {
			ref, err := refOf(key)
			ours := err == nil && ref.Meeting == meeting
			if ours || strings.HasPrefix(key, datePrefix) && wordsOf(key) == string(meeting) {
				keys = append(keys, key)
			}
			return nil
		})
		if err != nil {
			return err
		}
		for _, key := range keys {
			if err := tx.Delete(b, key); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeAnew writes what could be read as if it were new.
func (m mending) writeAnew(tx *ledger, base agenda.Snapshot) error {
	r := base.Record
	open := compare(nil, openNodes(r.Open), entryID, func(_, _ *agenda.Item) bool { return false })
	err := errors.Join(
		put(tx, recordBucket, lifeKey(r.Open.Key), lifeRecord{version, started(base.Life)}),
		writeOpen(tx, r.Open, open),
		derive(tx, agenda.Meeting{}, r.Open, open),
	)
	if err != nil {
		return err
	}
	if len(r.Closed.Items) > 0 || r.Closed.Next != 0 {
		closed := compare(nil, closedNodes(r.Closed), closedID, func(_, _ *agenda.ClosedItem) bool { return false })
		if err := writeClosed(&keeping{ledger: tx, meeting: gone}, r, closed); err != nil { // all is kept already
			return err
		}
	}
	head := newHead(r.Open, base.Revision)
	head.Sum, err = tx.sum(recordBucket, r.Open.Key, "")
	return errors.Join(err, put(tx, recordBucket, headKey(r.Open.Key), head))
}
