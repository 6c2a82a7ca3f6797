package tui

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// saveLimit is how long one save may take before it is given up as failed.
const saveLimit = 20 * time.Second

// session is the open meeting inside the interface: its history, what the book
// holds of it, and whether the two are the same. Every screen that changes an
// open meeting does it here.
//
// One save is under way at a time, because Bubble Tea runs commands in no
// order: with two, the older minutes could be written last.
type session struct {
	store   agenda.Store
	body    agenda.Body
	zone    *time.Location
	history agenda.History
	base    agenda.Snapshot // as the book holds it
	change  int             // counts changes
	kept    int             // the change the book holds
	running func() savedMsg // the save under way; nil: none
	err     error           // why the last save failed
}

var _ guarded = (*session)(nil)

// reopener is a store that trusts its file no more after a failed write, until
// it has read it anew. It knows its own write when it finds it there.
type reopener interface{ Reopen() error }

// savedMsg answers save.
type savedMsg struct {
	session *session
	change  int
	snap    agenda.Snapshot
	err     error
}

func newSession(store agenda.Store, body agenda.Body, snap agenda.Snapshot) *session {
	return &session{
		store: store, body: body, zone: agenda.ZoneOf(snap.Record.Open, body),
		history: agenda.NewHistory(snap.Record), base: snap,
	}
}

// record is the meeting as it is on the screen.
func (s *session) record() agenda.Record { return s.history.Now() }

// meeting is the public part of record.
func (s *session) meeting() agenda.Meeting { return s.history.Now().Open }

// whole is record with its life, as an export needs it: what is not in the book
// yet is in it all the same.
func (s *session) whole() agenda.Snapshot {
	snap := s.base
	snap.Record = s.record()
	return snap
}

// clock is what the clock on the wall of the meeting says.
func (s *session) clock(a *app) agenda.Clock { return agenda.At(a.now().In(s.zone)) }

// minuted is the time to give what happens now; empty while minutes are
// written up on a later day.
func (s *session) minuted(a *app) agenda.Clock { return s.meeting().MinutedAt(a.now().In(s.zone)) }

// do makes next the record and starts to save it; what names the change for
// the message of an undo.
func (s *session) do(next agenda.Record, what string) tea.Cmd {
	s.history = s.history.Do(next, what)
	return s.changed()
}

// undo takes the last change back and says what it was; empty: there is none.
func (s *session) undo() (string, tea.Cmd) {
	h, what, ok := s.history.Undo()
	if !ok {
		return "", nil
	}
	s.history = h
	return what, s.changed()
}

// redo does the last undone change again and says what it was.
func (s *session) redo() (string, tea.Cmd) {
	h, what, ok := s.history.Redo()
	if !ok {
		return "", nil
	}
	s.history = h
	return what, s.changed()
}

func (s *session) changed() tea.Cmd {
	s.change++
	return s.Flush()
}

// Flush starts saving what the book does not hold; nil where there is nothing
// to save or a save is running, which will be followed by another.
func (s *session) Flush() tea.Cmd {
	if s.running != nil || s.Clean() {
		return nil
	}
	store, base, next, change := s.store, s.base, s.record(), s.change
	broken := errors.Is(s.err, agenda.ErrUnsure)
	run := sync.OnceValue(func() savedMsg {
		ctx, cancel := context.WithTimeout(context.Background(), saveLimit)
		defer cancel()
		if r, ok := store.(reopener); ok && broken {
			if err := r.Reopen(); err != nil {
				return savedMsg{session: s, change: change, err: fmt.Errorf("%w: %w", agenda.ErrUnsure, err)}
			}
		}
		snap, err := store.Save(ctx, base, next)
		return savedMsg{session: s, change: change, snap: snap, err: err}
	})
	s.running = run
	return func() tea.Msg { return run() }
}

// Update takes the answer of the store, whatever screen is on top.
func (s *session) Update(_ *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case savedMsg:
		if msg.session == s {
			return s.saved(msg)
		}
	case theirsMsg:
		if msg.session == s {
			return s.settleConflict(msg)
		}
	}
	return nil
}

func (s *session) saved(msg savedMsg) tea.Cmd {
	s.running = nil
	s.err = msg.err
	if msg.err != nil {
		return nil
	}
	s.base, s.kept = msg.snap, msg.change
	return s.Flush()
}

// Clean is whether everything accepted is in the book.
func (s *session) Clean() bool { return s.kept == s.change }

// Stuck says in a sentence why saving fails; empty while it does not.
func (s *session) Stuck() string {
	switch {
	case s.err == nil || s.Clean():
		return ""
	case errors.Is(s.err, agenda.ErrConflict):
		return "The book holds a newer version of this meeting."
	case errors.Is(s.err, agenda.ErrUnsure):
		return "The disk failed in the middle of a save."
	}
	return fmt.Sprintf("The book could not be written: %v.", s.err)
}

// Settle waits for a running save and saves what remains. It is called once
// the interface is gone, when no message can arrive any more.
func (s *session) Settle() error {
	if s.running != nil {
		s.saved(s.running())
	}
	if s.running == nil && !s.Clean() {
		s.Flush()
	}
	if s.running != nil {
		s.saved(s.running())
	}
	if !s.Clean() {
		return fmt.Errorf("the last changes are not in the book: %w", s.err)
	}
	return nil
}
