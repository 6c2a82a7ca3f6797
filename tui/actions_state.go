package tui

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// stateStep is a change of how far an action is.
type stateStep struct {
	ref        agenda.Ref
	was, words string
}

// noteKey takes a key while progress is noted.
func (s *actions) noteKey(a *app, msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case matches(msg, a.keys.Back):
		s.noting = nil
		return s.list.load(a)
	case matches(msg, a.keys.Keep):
		words := agenda.CleanLine(s.noting.Text())
		s.noting = nil
		if words != s.of.State {
			return tea.Batch(s.list.load(a), s.set(a, s.of.Ref, words))
		}
		return s.list.load(a)
	default:
		s.noting.Update(msg)
	}
	return nil
}

// set says how far an action is, in the minutes of its meeting.
func (s *actions) set(a *app, ref agenda.Ref, words string) tea.Cmd {
	step := &stateStep{ref: ref, words: words}
	s.last = append(s.last, step)
	return a.amend(amendment{meeting: ref.Meeting, what: "state of an action",
		edit: func(r agenda.Record) (agenda.Record, error) {
			step.was = stateNow(r, ref)
			return r.SetState(ref.Entry, words)
		},
		done: func(a *app, _ agenda.Snapshot, err error) tea.Cmd {
			if err != nil || step.was == words {
				s.last = slices.DeleteFunc(s.last, func(x *stateStep) bool { return x == step })
			}
			return s.changed(a, "kept in its minutes: “"+stateOf(words)+"”", err)
		}})
}

// undo takes the last change made here back, unless the action was changed
// since.
func (s *actions) undo(a *app) tea.Cmd {
	n := len(s.last) - 1
	if n < 0 {
		a.say("nothing to undo here")
		return nil
	}
	step := s.last[n]
	s.last = s.last[:n]
	return a.amend(amendment{meeting: step.ref.Meeting, what: "state of an action",
		edit: func(r agenda.Record) (agenda.Record, error) {
			if now := stateNow(r, step.ref); now != step.words {
				return r, &agenda.Error{What: "not undone: it is “" + step.said(now) + "” by now"}
			}
			return r.SetState(step.ref.Entry, step.was)
		},
		done: func(a *app, _ agenda.Snapshot, err error) tea.Cmd {
			if own := new(agenda.Error); err != nil && !errors.As(err, &own) {
				s.last = append(s.last, step)
			}
			return s.changed(a, "undone: it is “"+step.said(step.was)+"” again", err)
		}})
}

// changed says what became of a change.
func (s *actions) changed(a *app, said string, err error) tea.Cmd {
	switch {
	case errors.Is(err, agenda.ErrConflict):
		said = "not kept: the meeting is being changed elsewhere"
	case err != nil:
		said = failed("Not kept", err)
	}
	a.say(said)
	return s.list.load(a)
}

// stateNow is how far an action is in its minutes.
func stateNow(r agenda.Record, ref agenda.Ref) string {
	if _, e, ok := r.Find(ref.Entry); ok && e.Action != nil {
		return e.Action.State
	}
	return ""
}

// said is a state in a message: of what was agreed in private only whether it is
// done.
func (s *stateStep) said(state string) string {
	switch {
	case !s.ref.Closed:
		return stateOf(state)
	case agenda.Finished.Is(state):
		return "done"
	}
	return "open"
}
