package tui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// amendment is a change of a meeting from a screen that does not minute it.
type amendment struct {
	meeting agenda.Key
	what    string          // for the message of an undo
	base    agenda.Revision // what was changed; empty: whatever the book holds
	edit    func(agenda.Record) (agenda.Record, error)
	done    func(a *app, snap agenda.Snapshot, err error) tea.Cmd // once it is in the book, or refused
}

// amend makes a change: in the session of a meeting that is being minuted, so
// that the live screen has it too; else in the book, after those asked for
// before.
func (a *app) amend(c amendment) tea.Cmd {
	s := a.minuting(c.meeting)
	if s == nil {
		a.changes.queue = append(a.changes.queue, c)
		return a.changes.changed()
	}
	next, err := c.edit(s.record())
	if err != nil {
		return c.done(a, agenda.Snapshot{}, err)
	}
	save := s.do(next, c.what)
	s.then(func(a *app) tea.Cmd { return c.done(a, s.base, nil) })
	return save
}

// minuting is the session of a meeting that a screen below minutes, or that the
// book does not hold whole yet; nil: there is none.
func (a *app) minuting(meeting agenda.Key) *session {
	for _, s := range a.stack {
		if l, ok := s.(*live); ok && l.s.meeting().Key == meeting {
			return l.s
		}
	}
	for _, s := range a.sessions {
		if s.store == a.store && s.meeting().Key == meeting && !s.Clean() {
			return s
		}
	}
	return nil
}

// changes is the queue of changes of meetings that are not open. One that
// cannot be made is told to whoever asked for it, and dropped.
type changes struct {
	saver[[]amended]
	queue []amendment
	lost  error // what was refused after nobody could be told
}

// amended is what became of a change.
type amended struct {
	amendment
	snap agenda.Snapshot
	err  error
}

// changesMsg answers a save of changes.
type changesMsg = putMsg[[]amended]

func newChanges(a *app) *changes {
	q := &changes{}
	q.begin = func() func() ([]amended, error) {
		store, all := a.store, q.queue
		q.queue = nil
		return func() (out []amended, _ error) {
			for _, c := range all {
				snap, err := c.make(store)
				if errors.Is(err, agenda.ErrConflict) && c.base == "" {
					snap, err = c.make(store)
				}
				out = append(out, amended{c, snap, err})
			}
			return out, nil
		}
	}
	return q
}

// make makes a change in the book.
func (c amendment) make(store agenda.Store) (agenda.Snapshot, error) {
	ctx := context.Background()
	snap, err := store.Load(ctx, c.meeting)
	if err != nil {
		return snap, err
	}
	if c.base != "" && c.base != snap.Revision {
		return snap, agenda.ErrConflict
	}
	next, err := c.edit(snap.Record)
	if err != nil {
		return snap, err
	}
	return store.Save(ctx, snap, next)
}

// Update tells those who asked what became of their changes. Where one was
// refused, somebody who was about to leave stays to read it.
func (q *changes) Update(a *app, msg tea.Msg) tea.Cmd {
	cmd := q.saver.Update(a, msg)
	if msg, ok := msg.(changesMsg); ok {
		for _, c := range msg.value {
			cmd = tea.Batch(cmd, c.done(a, c.snap, c.err))
			if c.err != nil && a.signal {
				q.lost = errors.Join(q.lost, c.err)
			}
			a.leaving = a.leaving && (c.err == nil || a.signal)
		}
	}
	return cmd
}

// Stuck is empty: what cannot be kept is told at once.
func (q *changes) Stuck() string { return "" }

// Settle makes the changes that remain.
func (q *changes) Settle() error {
	err := q.lost
	for !q.Clean() {
		q.Flush()
		q.saved(q.running())
		for _, c := range q.base {
			err = errors.Join(err, c.err)
		}
	}
	return err
}
