package store

import (
	"errors"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// Every meeting has a sum over its records, in its head, and the book one over
// all else, each part in its own bucket. A record that vanished, got another
// name or came back in an earlier state is whole in itself, so that its own
// checksum says nothing; the sum does. It is one of numbers, so that keeping it
// needs only what a save reads and writes anyway.
type tally uint64

func (t tally) String() string { return fmt.Sprintf("%016x", uint64(t)) }

// readTally is nothing where a book of before has none.
func readTally(text string) (t tally, ok bool) {
	n, err := strconv.ParseUint(text, 16, 64)
	return tally(n), err == nil && len(text) == 16
}

// share is what a record adds to a sum. It has the checksum as it is written
// beside the text: text that was damaged is reported by that, once.
func share(b bucket, key string, value []byte) tally {
	if value == nil {
		return 0
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(string(b) + "/" + key + "\x00"))
	_, _ = h.Write(value[:min(len(value), envelope)])
	n := h.Sum64() // its bits are mixed, so that sums of alike ones do not meet
	n = (n ^ n>>30) * 0xbf58476d1ce4e5b9
	n = (n ^ n>>27) * 0x94d049bb133111eb
	return tally(n ^ n>>31)
}

// account is what a record is counted in: a meeting in a bucket, or with an
// empty prefix the bucket itself.
type account struct {
	in     bucket
	prefix string
}

// accountOf is where a record is counted; not ok: nowhere.
func accountOf(b bucket, key string) (a account, ok bool) {
	if b == metaBucket {
		return a, false // it has the sums themselves
	}
	if rest, found := strings.CutPrefix(key, "m/"); found && (b == recordBucket || b == closedBucket) {
		if meeting, tail, _ := strings.Cut(rest, "/"); tail != "h" {
			return account{b, "m/" + meeting + "/"}, true
		}
	}
	return account{in: b}, true
}

// ledger is a writer that notes by how much each sum changes.
type ledger struct {
	writer
	moved   map[account]tally
	settled map[account]bool
	recount map[account]bool // what was written over does not say what it was counted as
	mark    string           // of the change of a meeting that it writes
}

func newLedger(tx writer) *ledger {
	return &ledger{writer: tx, moved: map[account]tally{}, settled: map[account]bool{}, recount: map[account]bool{}}
}

func (l *ledger) Put(b bucket, key string, value []byte) error {
	if err := l.note(b, key, value); err != nil {
		return err
	}
	return l.writer.Put(b, key, value)
}

func (l *ledger) Delete(b bucket, key string) error {
	if err := l.note(b, key, nil); err != nil {
		return err
	}
	return l.writer.Delete(b, key)
}

func (l *ledger) note(b bucket, key string, value []byte) error {
	a, ok := accountOf(b, key)
	if !ok {
		return nil
	}
	old, err := l.Get(b, key)
	if err != nil {
		return err
	}
	if old != nil {
		if _, err := check(b, key, old); err != nil {
			l.recount[a] = true
		}
	}
	l.moved[a] += share(b, key, value) - share(b, key, old)
	return nil
}

// sum is the new sum of a meeting, to be written into its head with what that
// said before.
func (l *ledger) sum(b bucket, meeting agenda.Key, before string) (string, error) {
	a := account{b, meetingPrefix(meeting)}
	l.settled[a] = true
	moved := l.moved[a]
	delete(l.moved, a) // a meeting may be written twice in one transaction
	if was, ok := readTally(before); ok && !l.recount[a] {
		return (was + moved).String(), nil
	}
	now, err := count(l, a)
	return now.String(), err
}

// count makes a sum anew.
func count(tx reader, a account) (t tally, err error) {
	to := "\xff"
	if a.prefix != "" {
		to = end(a.prefix)
	}
	err = tx.Scan(a.in, a.prefix, to, func(key string, value []byte) error {
		if of, ok := accountOf(a.in, key); ok && of == a {
			t += share(a.in, key, value)
		}
		return nil
	})
	return t, err
}

// settle writes the sums of the buckets.
func (l *ledger) settle() error {
	for a, by := range l.moved {
		if a.prefix != "" && by != 0 && !l.settled[a] {
			return errors.New("a record of a meeting was written without its head: nothing was kept")
		}
	}
	sums := map[bucket]string{}
	if _, err := get(l, metaBucket, sumsKey, &sums); errors.Is(err, ErrDamaged) {
		return nil // it stays as it is, for who looks into the damage
	} else if err != nil {
		return err
	}
	for _, b := range buckets {
		a := account{in: b}
		was, ok := readTally(sums[b])
		if b == metaBucket || ok && l.moved[a] == 0 && !l.recount[a] {
			continue
		}
		was += l.moved[a]
		if !ok || l.recount[a] {
			var err error
			if was, err = count(l, a); err != nil {
				return err
			}
		}
		sums[b] = was.String()
	}
	return put(l, metaBucket, sumsKey, sums)
}

// disagrees lists the buckets whose sum is not that of their records.
func disagrees(tx reader) (bad []bucket, err error) {
	sums := map[bucket]string{}
	if _, err := get(tx, metaBucket, sumsKey, &sums); err != nil {
		return []bucket{metaBucket}, nil
	}
	before, err := ofBefore(tx)
	if err != nil {
		return nil, err
	}
	for _, b := range buckets {
		said, ok := readTally(sums[b])
		if b == metaBucket || before && sums[b] == "" { // the first builds kept none
			continue
		}
		now, err := count(tx, account{in: b})
		if err != nil {
			return nil, err
		}
		if !ok || now != said {
			bad = append(bad, b)
		}
	}
	return bad, nil
}

// errStale is what only a sum can tell.
var errStale = fmt.Errorf("%w: a part is missing or is of an earlier state", ErrDamaged)

// summed compares the sum that a head says with that of the records. Heads of
// before say none.
func summed(where, said string, found tally) []agenda.Damage {
	if want, ok := readTally(said); said == "" || ok && want == found {
		return nil
	}
	return []agenda.Damage{{Where: where, Err: errStale}}
}
