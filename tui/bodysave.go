package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// bodySaver sees a body into the book while it is being set up.
type bodySaver struct {
	saver[agenda.Body]
	body agenda.Body
	tell func(agenda.Body) // gives an open meeting of the body its phrases and its style at once
}

var _ guarded = (*bodySaver)(nil)

// bodySavedMsg answers a save of a body.
type bodySavedMsg = putMsg[agenda.Body]

func newBodySaver(a *app) *bodySaver {
	s, store := &bodySaver{}, a.store
	s.begin = func() func() (agenda.Body, error) {
		body := s.body
		return func() (agenda.Body, error) { return body, store.SaveBody(context.Background(), body) }
	}
	s.tell = func(body agenda.Body) {
		for _, open := range a.sessions {
			if open.store == store && open.body.Key == body.Key {
				open.body = body
			}
		}
	}
	return s
}

// save makes body the newest and starts to save it.
func (s *bodySaver) save(body agenda.Body) tea.Cmd {
	s.body = body
	s.tell(body)
	return s.changed()
}

// Stuck says in a sentence why saving fails; empty while it does not.
func (s *bodySaver) Stuck() string { return s.why("Another body has the code " + s.body.Code + ".") }
