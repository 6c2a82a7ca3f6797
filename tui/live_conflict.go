package tui

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// sessionOf is the session of a meeting: the one it had in this run of the
// program, with all that can be undone, as long as the book holds what that
// session saved last or lacks something of it; else a new one.
func (a *app) sessionOf(body agenda.Body, snap agenda.Snapshot) *session {
	at := slices.IndexFunc(a.sessions, func(s *session) bool {
		return s.store == a.store && s.meeting().Key == snap.Record.Open.Key
	})
	switch {
	case at < 0:
		at = len(a.sessions)
		a.sessions = append(a.sessions, newSession(a.store, body, snap))
	case a.sessions[at].Clean() && a.sessions[at].base.Revision != snap.Revision:
		a.sessions[at] = newSession(a.store, body, snap)
	}
	s := a.sessions[at]
	s.body, s.zone = body, agenda.ZoneOf(s.meeting(), body)
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
	if msg.mine {
		s.holdOn()
	}
	s.kept, s.waiting = s.change, nil
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
