package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// History implements [agenda.Past].
func (b *Book) History(ctx context.Context, meeting agenda.Key) (out []agenda.PastChange, err error) {
	err = b.view(ctx, func(tx reader) error {
		rows, err := past(tx, meeting, true)
		out = unnamed(tx, meeting, rows)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list the changes: %w", err)
	}
	return out, nil
}

// past is the states that can be brought back, newest first. A Minutebook that
// kept no history may have written the book in between: of what was before,
// nothing is known, so the list ends there.
//
// A change whose row is damaged ends it too, because no state before can be made
// again; beyond lists what can be read behind it all the same.
func past(tx reader, meeting agenda.Key, beyond bool) (out []changeRow, err error) {
	rev, _, err := revision(tx, meeting)
	if err != nil {
		return nil, err
	}
	want, err := seqOf(rev)
	if err != nil {
		return nil, err
	}
	rows, lost, err := changeRows(tx, meeting)
	if err != nil {
		return nil, err
	}
	for want != 0 {
		row, there := rows[want]
		if lost[want] && beyond {
			row = changeRow{PastChange: agenda.PastChange{Number: want, What: agenda.StandIn}}
			for _, n := range slices.Concat(slices.Collect(maps.Keys(rows)), slices.Collect(maps.Keys(lost))) {
				if n < want {
					row.Was = max(row.Was, n)
				}
			}
			there = true
		}
		if !there || row.Number != want || row.Was >= want {
			unlisted := agenda.PastChange{Number: want, What: "as it was before changes were listed"}
			return append(out, changeRow{PastChange: unlisted}), nil
		}
		out = append(out, row)
		want = row.Was
	}
	return out, nil
}

// changeRows is the rows of the changes that can be read, and the numbers of
// those that cannot.
func changeRows(tx reader, meeting agenda.Key) (rows map[uint64]changeRow, lost map[uint64]bool, err error) {
	rows, lost = map[uint64]changeRow{}, map[uint64]bool{}
	prefix := pastPrefix(meeting)
	err = tx.Scan(historyBucket, prefix, end(prefix), func(key string, value []byte) error {
		digits, whole := strings.CutSuffix(key[len(prefix):], "/")
		seq, err := strconv.ParseUint(digits, 10, 64)
		if !whole || err != nil {
			return nil // the bytes of a record
		}
		var row changeRow
		if unseal(historyBucket, key, value, &row) == nil {
			rows[seq] = row
		} else {
			lost[seq] = true
		}
		return nil
	})
	return rows, lost, err
}

// At implements [agenda.Past].
func (b *Book) At(ctx context.Context, meeting agenda.Key, number uint64) (r agenda.Record, err error) {
	err = b.view(ctx, func(tx reader) error {
		rows, err := past(tx, meeting, false)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(rows, func(row changeRow) bool { return row.Number == number })
		if i < 0 {
			return behind(tx, meeting, number, rows)
		}
		then, err := asIt(tx, meeting, number)
		if err != nil {
			return err
		}
		if i > 0 {
			if err := then.counters(rows[i-1]); err != nil {
				return err
			}
		}
		r, err = then.record(meeting)
		return err
	})
	if err != nil {
		return agenda.Record{}, fmt.Errorf("go back to an earlier state: %w", err)
	}
	return r, nil
}

// behind says why a state is not among those that can be brought back.
func behind(tx reader, meeting agenda.Key, number uint64, known []changeRow) error {
	rows, lost, err := changeRows(tx, meeting)
	if err != nil {
		return err
	}
	if _, there := rows[number]; !there && !lost[number] || len(known) == 0 {
		return fmt.Errorf("state %d is %w", number, agenda.ErrNotFound)
	}
	later := known[len(known)-1].Number
	if lost[later] {
		return fmt.Errorf("change %d, a later one, is lost: %w", later, ErrDamaged)
	}
	return fmt.Errorf("change %d, a later one, is not listed: what it changed is not known", later)
}

// record is the meeting as it was. What was damaged then, or is now and was not
// kept, is an error.
func (t *then) record(meeting agenda.Key) (agenda.Record, error) {
	if err := t.prune(); err != nil {
		return agenda.Record{}, err
	}
	s, err := load(t, meeting)
	if err == nil && len(s.Damage) > 0 {
		err = fmt.Errorf("%s: %w", s.Damage[0].Where, s.Damage[0].Err)
	}
	return s.Record, err
}
