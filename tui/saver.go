package tui

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// saver sees a value into the book. The newest value wins and one save is under
// way at a time, because Bubble Tea runs commands in no order: with two, the
// older value could be written last.
type saver[T any] struct {
	begin   func() func() (T, error) // takes the newest value and gives its save, which runs in a command
	base    T                        // as the book holds it
	change  int                      // counts changes
	kept    int                      // the change the book holds
	running func() putMsg[T]         // the save under way; nil: none
	err     error                    // why the last save failed
	waiting []waiting
	held    []heldDraft // drafts that end once they are in the book
}

// waiting is what is to be done once a change is in the book.
type waiting struct {
	change int
	do     func(a *app) tea.Cmd
}

// putMsg answers a save.
type putMsg[T any] struct {
	saver  *saver[T]
	change int
	value  T
	err    error
}

// changed says that there is a newer value, and starts to save it.
func (s *saver[T]) changed() tea.Cmd {
	s.change++
	return s.Flush()
}

// then does something once what is newest now is in the book.
func (s *saver[T]) then(do func(a *app) tea.Cmd) {
	s.waiting = append(s.waiting, waiting{s.change, do})
}

// Flush starts saving what the book does not hold; nil where there is nothing
// to save or a save is running, which will be followed by another.
func (s *saver[T]) Flush() tea.Cmd {
	if s.running != nil || s.Clean() {
		return nil
	}
	save, m := s.begin(), putMsg[T]{saver: s, change: s.change}
	run := sync.OnceValue(func() putMsg[T] {
		m.value, m.err = save()
		return m
	})
	s.running = run
	return func() tea.Msg { return run() }
}

// Update takes the answer of the store, whatever screen is on top.
func (s *saver[T]) Update(a *app, msg tea.Msg) tea.Cmd {
	m, ok := msg.(putMsg[T])
	if !ok || m.saver != s {
		return nil
	}
	s.saved(m)
	if m.err != nil {
		return nil
	}
	cmd := s.Flush()
	for len(s.waiting) > 0 && s.waiting[0].change <= s.kept {
		do := s.waiting[0].do
		s.waiting = s.waiting[1:]
		cmd = tea.Batch(cmd, do(a))
	}
	return cmd
}

func (s *saver[T]) saved(m putMsg[T]) {
	if s.running, s.err = nil, m.err; m.err == nil {
		s.base, s.kept = m.value, m.change
	}
}

// Clean is whether everything accepted is in the book.
func (s *saver[T]) Clean() bool { return s.kept == s.change }

// Running is whether a save is under way.
func (s *saver[T]) Running() bool { return s.running != nil }

// why says in a sentence why saving fails, a conflict in words of its own;
// empty while it does not.
func (s *saver[T]) why(conflict string) string {
	switch {
	case s.err == nil || s.Clean():
		return ""
	case errors.Is(s.err, agenda.ErrConflict):
		return conflict
	case errors.Is(s.err, agenda.ErrUnsure) && !errors.Is(s.err, agenda.ErrReplaced):
		return "The disk failed in the middle of a save."
	}
	return shortCause(s.err)
}

// Fault is why the last save failed; nil while none does.
func (s *saver[T]) Fault() error { return s.err }

// Settle waits for a running save and saves what remains. It is called once
// the interface is gone, when no message can arrive any more.
func (s *saver[T]) Settle() error {
	for range 2 { // the one that runs, and what came after it
		s.Flush()
		if s.running != nil {
			s.saved(s.running())
		}
	}
	if !s.Clean() {
		return fmt.Errorf("the last changes are not in the book: %w", s.err)
	}
	return nil
}

// saveLimit is how long one save may take before it is given up as failed.
const saveLimit = 20 * time.Second

// reopener is a store that trusts its file no more after a failed write, until
// it has read it anew. It knows its own write when it finds it there.
type reopener interface{ Reopen() error }

// mended is a store that is reopened before the first save that somebody asks
// for after one that failed half-way.
type mended struct {
	agenda.Store
	unsure atomic.Bool
}

func mending(s agenda.Store) *mended { return &mended{Store: s} }

// Save keeps a meeting.
func (m *mended) Save(ctx context.Context, base agenda.Snapshot, next agenda.Record) (snap agenda.Snapshot, err error) {
	err = m.write(ctx, func(ctx context.Context) error {
		snap, err = m.Store.Save(ctx, base, next)
		return err
	})
	return snap, err
}

// SaveBody keeps a body.
func (m *mended) SaveBody(ctx context.Context, b agenda.Body) error {
	return m.write(ctx, func(ctx context.Context) error { return m.Store.SaveBody(ctx, b) })
}

func (m *mended) write(ctx context.Context, save func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, saveLimit)
	defer cancel()
	if r, ok := m.Store.(reopener); ok && m.unsure.Load() {
		if err := r.Reopen(); err != nil {
			return fmt.Errorf("%w: %w", agenda.ErrUnsure, err)
		}
		m.unsure.Store(false)
	}
	err := save(ctx)
	if errors.Is(err, agenda.ErrUnsure) {
		m.unsure.Store(true)
	}
	return err
}
