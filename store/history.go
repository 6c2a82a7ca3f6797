package store

import (
	"encoding/binary"
	"fmt"
	"reflect"
	"strings"

	"minutebook/agenda"
)

// historyBucket holds what each record said before it was changed, closed ones
// too: it counts as closed and is never copied out.
const historyBucket bucket = "history"

// gone stands for a record that was not there before a change. Only records
// that no order names need it.
const gone = "null"

func pastPrefix(m agenda.Key) string { return part(string(m)) + "/" }

// changeKey is the key of the row of a change; those of the previous bytes
// begin with it.
func changeKey(m agenda.Key, seq uint64) string {
	return fmt.Sprintf("%s%012d/", pastPrefix(m), seq)
}

// changeRow is what the book knows of a change, and what the head of the
// meeting said before of the counters: a head in which nothing else changed is
// not kept.
type changeRow struct {
	V          int       `json:"v"`
	Was        uint64    `json:"was,omitempty"` // the state before; 0: none
	Next       agenda.ID `json:"next,omitempty"`
	ClosedNext agenda.ID `json:"closedNext,omitempty"`
	naming
	agenda.PastChange
}

// keeping is the transaction of one save: it keeps what each record of the
// meeting says before that is written over.
type keeping struct {
	*ledger
	meeting string // what the keys of the records begin with
	change  string // what the keys of the previous bytes begin with
	// sameHead says of which buckets the head says the same as before.
	sameHead map[bucket]bool
}

// Put implements writer.
func (k *keeping) Put(b bucket, key string, value []byte) error {
	if err := k.keep(b, key); err != nil {
		return err
	}
	return k.ledger.Put(b, key, value)
}

// Delete implements writer.
func (k *keeping) Delete(b bucket, key string) error {
	if err := k.keep(b, key); err != nil {
		return err
	}
	return k.ledger.Delete(b, key)
}

func (k *keeping) keep(b bucket, key string) error {
	tail, ours := strings.CutPrefix(key, k.meeting)
	if !ours || b != recordBucket && b != closedBucket || tail == "life" {
		return nil
	}
	old, err := k.Get(b, key)
	if err != nil || old != nil && tail == "h" && k.sameHead[b] {
		return err
	}
	text := []byte(gone)
	switch {
	case old != nil:
		if text, err = check(b, key, old); err != nil {
			return err
		}
	case b != closedBucket || strings.HasPrefix(tail, "e/"):
		return nil // the order of the item, or of the meeting, says that it was not there
	}
	key = k.change + string(b) + "/" + tail
	return k.ledger.Put(historyBucket, key, sealed(historyBucket, key, text))
}

// sealed makes the value of a key from JSON.
func sealed(b bucket, key string, text []byte) []byte {
	value := make([]byte, envelope, envelope+len(text))
	value[0] = format
	binary.BigEndian.PutUint32(value[1:], sum(b, key, text))
	return append(value, text...)
}

// sameHeads says of which buckets the heads of two states differ in no more than
// what every save writes: the order and the counters aside, what is the same
// pointer is not looked into.
func sameHeads(base, next agenda.Record) map[bucket]bool {
	bare := func(r agenda.Record) (headRecord, agenda.Closed) {
		head := newHead(r.Open, "")
		head.Meeting.Items, head.Meeting.Next = nil, 0
		r.Closed.Items, r.Closed.Next = nil, 0
		return head, r.Closed
	}
	head, closed := bare(base)
	nextHead, nextClosed := bare(next)
	return map[bucket]bool{
		recordBucket: reflect.DeepEqual(head, nextHead),
		closedBucket: reflect.DeepEqual(closed, nextClosed),
	}
}

// keeps is the transaction to write the meeting in, once the row of the change
// is written.
func (s save) keeps(tx *ledger, base agenda.Record, held, made agenda.Revision, what agenda.PastChange) (*keeping, error) {
	meeting := s.next.Open.Key
	seq, err := seqOf(made)
	if err != nil {
		return nil, err
	}
	row := changeRow{V: version, Next: base.Open.Next, ClosedNext: base.Closed.Next, naming: namingOf(base, s.next), PastChange: what}
	if row.Number, row.At = seq, s.now.UTC(); held != "" {
		if row.Was, err = seqOf(held); err != nil {
			return nil, err
		}
	}
	tx.mark = markOf(meeting, seq, row.At)
	k := &keeping{ledger: tx, meeting: meetingPrefix(meeting), change: changeKey(meeting, seq), sameHead: sameHeads(base, s.next)}
	return k, put(tx, historyBucket, k.change, row)
}

// seqOf is the number in a revision.
func seqOf(rev agenda.Revision) (seq uint64, err error) {
	if _, err := fmt.Sscanf(string(rev), "%d-", &seq); err != nil {
		return 0, fmt.Errorf("%w: the revision %q has no number", ErrDamaged, rev)
	}
	return seq, nil
}
