package tui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// keeper is a store that can keep a copy of its book beside it.
type keeper interface {
	// SnapshotDue says whether the last copy is old.
	SnapshotDue(now time.Time) bool
	// Snapshot keeps one; saving goes on meanwhile.
	Snapshot(ctx context.Context, now time.Time, why string) (path string, err error)
}

// snapshotMsg says that no copy of the book could be kept.
type snapshotMsg struct{ err error }

// keepDaily keeps a copy of the book if the last one is old, beside everything
// else that goes on.
func (a *app) keepDaily() tea.Cmd {
	return a.keepCopy("daily", func(k keeper, now time.Time) bool { return k.SnapshotDue(now) })
}

// keepClosed keeps a copy of the book after a meeting has ended.
func (a *app) keepClosed() tea.Cmd {
	return a.keepCopy("closed", func(keeper, time.Time) bool { return true })
}

func (a *app) keepCopy(why string, due func(keeper, time.Time) bool) tea.Cmd {
	store := a.store
	if m, ok := store.(*mended); ok {
		store = m.Store
	}
	k, ok := store.(keeper)
	if !ok {
		return nil
	}
	now := a.now()
	return func() tea.Msg {
		if !due(k, now) {
			return nil
		}
		if _, err := k.Snapshot(context.Background(), now, why); err != nil {
			return snapshotMsg{err}
		}
		return nil
	}
}

// noSnapshot says why no copy of the book was made, without the names of the
// files that were in the making.
func (a *app) noSnapshot(err error) {
	why := causeOf(err)
	if errors.Is(err, agenda.ErrDamaged) {
		a.damaged = true
		why = "Part of the book is damaged; minutebook check says where."
	} else if why == "" {
		why = sentence(deepest(err).Error())
	}
	a.say("No snapshot of the book was made. " + why)
}

// ended says whether a meeting is over, for good or until another day.
func ended(m agenda.Meeting) bool { return m.Closing() != nil || m.Adjournment() != nil }
