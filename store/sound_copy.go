package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"minutebook/agenda"
)

// SoundCopy is the newest snapshot in which a meeting is whole, and the meeting
// there. Returns agenda.ErrNotFound only where every snapshot was looked into.
func (b *Book) SoundCopy(ctx context.Context, meeting agenda.Key) (path string, at time.Time, s agenda.Snapshot, err error) {
	var list []SnapshotFile
	if b.path != "" {
		if list, err = Snapshots(b.path); err != nil {
			return "", at, s, err
		}
	}
	var unseen error
	for _, f := range list {
		if err := ctx.Err(); err != nil {
			return "", at, s, err
		}
		other, err := OpenReadOnly(f.Path)
		if err != nil {
			if !errors.Is(err, ErrNotBook) { // then it was looked into: another may be better
				unseen = errors.Join(unseen, err)
			}
			continue
		}
		s, err := other.Load(ctx, meeting)
		_ = other.Close()
		if err == nil && len(s.Damage) == 0 {
			return f.Path, f.At, s, nil
		}
	}
	if unseen == nil {
		unseen = agenda.ErrNotFound
	}
	return "", time.Time{}, s, fmt.Errorf("look for a copy in which meeting %s is whole: %w", meeting, unseen)
}

// BringBack is TakeFrom, of a copy by its path, in place of the state that was
// shown. Returns agenda.ErrConflict where the meeting has changed since.
func (b *Book) BringBack(ctx context.Context, meeting agenda.Key, path string, now time.Time, shown agenda.Revision) (s agenda.Snapshot, kept string, err error) {
	base, err := b.Load(ctx, meeting)
	if err == nil && base.Revision != shown {
		err = agenda.ErrConflict
	}
	if err != nil {
		return s, "", err
	}
	other, err := OpenReadOnly(path)
	if err != nil {
		return s, "", err
	}
	defer func() { err = errors.Join(err, other.Close()) }()
	from, err := soundIn(ctx, other, meeting)
	if err != nil {
		return s, "", err
	}
	return b.takeOver(ctx, base, from, now)
}
