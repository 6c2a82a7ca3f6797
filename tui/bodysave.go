package tui

import (
	"context"
	"errors"
	"fmt"
	"sync"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// bodySaver sees a body into the book while it is being set up, one save at a
// time and the newest value last. It stands before what is guarded already, so
// that the program ends only when both are in the book.
type bodySaver struct {
	under   guarded // the open meeting; nil: none
	store   agenda.Store
	body    agenda.Body
	inBook  agenda.Body
	change  int // counts changes
	kept    int // the change the book holds
	running func() bodySavedMsg
	err     error // why the last save failed
}

var _ guarded = (*bodySaver)(nil)

// bodySavedMsg answers a save of a body.
type bodySavedMsg struct {
	saver  *bodySaver
	body   agenda.Body
	change int
	err    error
}

// save makes body the newest and starts to save it.
func (s *bodySaver) save(body agenda.Body) tea.Cmd {
	s.body = body
	s.change++
	s.tell(body)
	return s.flush()
}

// tell gives an open meeting of the body its phrases and its style at once.
func (s *bodySaver) tell(body agenda.Body) {
	if open, ok := s.under.(*session); ok && open.body.Key == body.Key {
		open.body = body
	}
}

func (s *bodySaver) own() bool { return s.kept == s.change }

// flush starts saving what the book does not hold of the body.
func (s *bodySaver) flush() tea.Cmd {
	if s.running != nil || s.own() {
		return nil
	}
	store, body, change, broken := s.store, s.body, s.change, errors.Is(s.err, agenda.ErrUnsure)
	run := sync.OnceValue(func() bodySavedMsg {
		ctx, cancel := context.WithTimeout(context.Background(), saveLimit)
		defer cancel()
		if r, ok := store.(reopener); ok && broken {
			if err := r.Reopen(); err != nil {
				return bodySavedMsg{s, body, change, fmt.Errorf("%w: %w", agenda.ErrUnsure, err)}
			}
		}
		return bodySavedMsg{s, body, change, store.SaveBody(ctx, body)}
	})
	s.running = run
	return func() tea.Msg { return run() }
}

func (s *bodySaver) saved(msg bodySavedMsg) tea.Cmd {
	s.running, s.err = nil, msg.err
	if msg.err != nil {
		return nil
	}
	s.inBook, s.kept = msg.body, msg.change
	return s.flush()
}

// Update takes the answers of the store.
func (s *bodySaver) Update(a *app, msg tea.Msg) tea.Cmd {
	if saved, ok := msg.(bodySavedMsg); ok && saved.saver == s {
		return s.saved(saved)
	}
	if s.under != nil {
		return s.under.Update(a, msg)
	}
	return nil
}

// Clean is whether the body and the open meeting are in the book.
func (s *bodySaver) Clean() bool { return s.own() && (s.under == nil || s.under.Clean()) }

// Flush starts saving what is not.
func (s *bodySaver) Flush() tea.Cmd {
	cmd := s.flush()
	if s.under != nil {
		cmd = tea.Batch(cmd, s.under.Flush())
	}
	return cmd
}

// stuck says why the body itself is not saved.
func (s *bodySaver) stuck() string {
	switch {
	case s.err == nil || s.own():
		return ""
	case errors.Is(s.err, agenda.ErrConflict):
		return "Another body has the code " + s.body.Code + "."
	case errors.Is(s.err, agenda.ErrUnsure):
		return "The disk failed in the middle of a save."
	}
	return failed("The body could not be written", s.err)
}

// Stuck says in a sentence why saving fails; empty while it does not.
func (s *bodySaver) Stuck() string {
	if why := s.stuck(); why != "" || s.under == nil {
		return why
	}
	return s.under.Stuck()
}

// Settle waits for a running save and saves what remains.
func (s *bodySaver) Settle() error {
	if s.running != nil {
		s.saved(s.running())
	}
	if s.running == nil {
		s.flush()
	}
	if s.running != nil {
		s.saved(s.running())
	}
	var err error
	if !s.own() {
		err = fmt.Errorf("the last changes of the body are not in the book: %w", s.err)
	}
	if s.under != nil {
		err = errors.Join(err, s.under.Settle())
	}
	return err
}
