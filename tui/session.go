package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// session is the open meeting inside the interface: its history, what the book
// holds of it, and whether the two are the same. Every screen that changes an
// open meeting does it here.
type session struct {
	saver[agenda.Snapshot]
	store   agenda.Store
	body    agenda.Body
	zone    *time.Location
	history agenda.History
	inside  inside
	found   *agenda.Draft // words of an earlier run that wait for the composer; nil: none
	rescue  rescue
	away    map[agenda.ID]*vote // by item: votes that were left half typed
}

var _ guarded = (*session)(nil)

// savedMsg answers a save of a meeting.
type savedMsg = putMsg[agenda.Snapshot]

func newSession(store agenda.Store, body agenda.Body, snap agenda.Snapshot) *session {
	s := &session{store: store, body: body, zone: agenda.ZoneOf(snap.Record.Open, body), history: agenda.NewHistory(snap.Record)}
	s.base = snap
	s.begin = func() func() (agenda.Snapshot, error) {
		store, base, next := s.store, s.base, s.record()
		return func() (agenda.Snapshot, error) { return store.Save(context.Background(), base, next) }
	}
	return s
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
	over := !ended(s.meeting()) && ended(next.Open)
	s.history = s.history.Do(next, what)
	cmd := s.changed()
	if over {
		s.then(func(a *app) tea.Cmd { return a.keepClosed() })
	}
	return cmd
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

// Update takes the answers of the store, whatever screen is on top.
func (s *session) Update(a *app, msg tea.Msg) tea.Cmd {
	if msg, ok := msg.(theirsMsg); ok && msg.session == s {
		return s.settleConflict(msg)
	}
	return s.saver.Update(a, msg)
}

// Stuck says in a sentence why saving fails; empty while it does not.
func (s *session) Stuck() string { return s.why("The book holds a newer version of this meeting.") }
