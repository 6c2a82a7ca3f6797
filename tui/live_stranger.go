package tui

import (
	"errors"
	"strings"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// applyStranger keeps a line whose speaker is on no roster, the name as it was
// typed: a member of the public may speak, and nobody waits for the clerk to
// look a name up. A name that is nearly one of the roster is asked about
// instead.
func (l *live) applyStranger(a *app, text string, err error) (agenda.Record, notes.Applied, string, bool) {
	var wrong notes.Problems
	if !errors.As(err, &wrong) || len(wrong) != 1 || wrong[0].Stranger == "" || wrong[0].Nearest != "" {
		return agenda.Record{}, notes.Applied{}, "", false
	}
	name := wrong[0].Stranger
	quoted := strings.Replace(text, "@"+name, `@"`+name+`"`, 1)
	if quoted == text {
		return agenda.Record{}, notes.Applied{}, "", false
	}
	next, applied, err := l.apply(a, quoted)
	return next, applied, name, err == nil
}
