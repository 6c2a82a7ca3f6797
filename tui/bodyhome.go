package tui

import (
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// setUp opens the body of the focused row.
func (h *home) setUp(a *app) tea.Cmd {
	var body agenda.Key
	switch r := h.row(); {
	case r != nil && r.meeting != nil:
		body = r.meeting.Body
	case r != nil && r.body != nil:
		body = r.body.Key
	default:
		a.say("choose a body first")
		return nil
	}
	return a.push(newBodyScreen(body))
}
