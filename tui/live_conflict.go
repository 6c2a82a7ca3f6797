package tui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// sessionOf is the session of a meeting: the one it had in this run of the
// program, with all that can be undone, as long as the book holds what that
// session saved last; else a new one.
func (a *app) sessionOf(body agenda.Body, snap agenda.Snapshot) *session {
	key := snap.Record.Open.Key
	s := a.sessions[key]
	if s == nil || s.store != a.store || !s.Clean() || s.base.Revision != snap.Revision {
		s = newSession(a.store, body, snap)
	}
	s.body, s.zone = body, agenda.ZoneOf(s.meeting(), body)
	if a.sessions == nil {
		a.sessions = map[agenda.Key]*session{}
	}
	a.sessions[key] = s
	return s
}

// conflicting is whether the book holds a change of somebody else.
func (s *session) conflicting() bool { return errors.Is(s.err, agenda.ErrConflict) && !s.Clean() }

// theirsMsg answers theirs: the meeting as the book holds it now.
type theirsMsg struct {
	session *session
	mine    bool // put the record of this session over it
	snap    agenda.Snapshot
	err     error
}

// theirs reads what the book holds of the meeting.
func (s *session) theirs(mine bool) tea.Cmd {
	store, key := s.store, s.meeting().Key
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), saveLimit)
		defer cancel()
		snap, err := store.Load(ctx, key)
		return theirsMsg{s, mine, snap, err}
	}
}

// settleConflict goes on from what the book holds. Both versions stay in the
// history, whichever is the newer one.
func (s *session) settleConflict(msg theirsMsg) tea.Cmd {
	if msg.err != nil || !s.conflicting() {
		return nil
	}
	mine := s.record()
	s.base, s.err = msg.snap, nil
	s.history = s.history.Do(msg.snap.Record, "taking the book’s version")
	s.change++
	s.kept = s.change
	if !msg.mine {
		return nil
	}
	return s.do(mine, "putting your version over the book’s")
}

// conflict asks what to do about a change of somebody else.
func (s *session) conflict(a *app) tea.Cmd {
	undo := a.keys.Undo.Help().Key
	take := func(mine bool) func(a *app) tea.Cmd {
		return func(a *app) tea.Cmd { return tea.Batch(a.pop(), s.theirs(mine)) }
	}
	return a.push(newConfirm("Two versions of this meeting", s.Stuck()+" Yours is here, whole.", []choice{
		{"Go back", "minute on; nothing is lost, and nothing is saved yet", func(a *app) tea.Cmd { return a.pop() }},
		{"Take the book’s version", "yours stays behind " + undo, take(false)},
		{"Put yours over it", "the book’s stays behind " + undo, take(true)},
	}))
}

// settled says what became of two versions.
func (l *live) settled(a *app, msg theirsMsg) {
	if msg.session != l.s {
		return
	}
	switch {
	case msg.err != nil:
		a.say(failed("the book’s version could not be read", msg.err))
	case msg.mine:
		a.say("yours is the newer one now · " + a.keys.Undo.Help().Key + " shows the book’s")
	default:
		a.say("this is the book’s version · " + a.keys.Undo.Help().Key + " brings yours back")
	}
	l.minute.forget()
	l.afterTurn()
}
