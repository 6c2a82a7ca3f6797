package store

import (
	"context"
	"fmt"

	"minutebook/agenda"
)

// Unreadable says whether a record or a line of a list of the book cannot be
// read. What only a sum tells, or the history, Check says.
func (b *Book) Unreadable(ctx context.Context) (found bool, err error) {
	err = b.view(ctx, func(tx reader) error {
		found = false
		for _, in := range []bucket{recordBucket, closedBucket, derivedBucket, closedDerivedBucket} {
			err := tx.Scan(in, "", "\xff", func(key string, value []byte) error {
				if _, err := check(in, key, value); err != nil {
					found = true
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return false, fmt.Errorf("look for damage: %w", err)
	}
	return found, nil
}

// LostChanges is how many changes of a meeting are in its history and cannot be
// read.
func (b *Book) LostChanges(ctx context.Context, meeting agenda.Key) (n int, err error) {
	err = b.view(ctx, func(tx reader) error {
		_, lost, err := changeRows(tx, meeting)
		n = len(lost)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("list the changes: %w", err)
	}
	return n, nil
}
