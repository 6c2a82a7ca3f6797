package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"minutebook/agenda"
)

// markOf is what tells a change of a meeting from every other: of two copies of a
// book that went on apart, both may have a change of that number, but not of that
// moment too.
func markOf(meeting agenda.Key, number uint64, at time.Time) string {
	return fmt.Sprintf("%d %s %s", number, at.UTC().Format(time.RFC3339Nano), meeting)
}

// Mark tells the newest change of a meeting in the book from every other. Empty:
// there is none, or the book says nothing of it.
func (b *Book) Mark(ctx context.Context) (mark string, err error) {
	err = b.view(ctx, func(tx reader) error {
		var newest agenda.Key
		var number uint64
		keys, _, err := keysOf(tx, derivedBucket, datePrefix, func(rowKey) bool { return true })
		if err != nil {
			return err
		}
		for _, k := range keys {
			rev, _, err := revision(tx, agenda.Key(wordsOf(k.key)))
			if n, bad := seqOf(rev); err == nil && bad == nil && n > number {
				newest, number = agenda.Key(wordsOf(k.key)), n
			}
		}
		mark = ""
		var row changeRow
		if ok, err := get(tx, historyBucket, changeKey(newest, number), &row); number != 0 && ok && err == nil {
			mark = markOf(newest, number, row.At)
		}
		return nil
	})
	return mark, err
}

// Holds is whether the change of a mark is among those of the book.
func (b *Book) Holds(ctx context.Context, mark string) (holds bool, err error) {
	parts := strings.SplitN(mark, " ", 3)
	if len(parts) != 3 {
		return false, nil
	}
	number, bad := strconv.ParseUint(parts[0], 10, 64)
	if bad != nil {
		return false, nil
	}
	err = b.view(ctx, func(tx reader) error {
		var row changeRow
		meeting := agenda.Key(parts[2])
		ok, err := get(tx, historyBucket, changeKey(meeting, number), &row)
		holds = ok && err == nil && markOf(meeting, number, row.At) == mark
		return nil
	})
	return holds, err
}
