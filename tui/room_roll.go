package tui

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// expected is those with a vote of whom nothing was said, nor of anybody who
// sits for them.
func (r *room) expected() []agenda.ID {
	var out []agenda.ID
	for _, p := range r.facts().people {
		if p.ID != 0 && p.Voting && !p.HasRole("Substitute") && r.place(p.Attendee).What == "" && r.facts().sits[p.ID] == 0 {
			out = append(out, p.ID)
		}
	}
	return out
}

// rollKey is the key that marks everybody else as present, while the roll is
// called and some are expected still.
func (r *room) rollKey(a *app) (key.Binding, bool) {
	return labelled(a.keys.Agenda, "everybody else is present"), !r.begun() && !r.ask.on && len(r.expected()) > 0
}

// everybody marks all who are expected still as present, as one change.
func (r *room) everybody(a *app) tea.Cmd {
	who := r.expected()
	next, _, err := r.s.record().Mark(r.s.meeting().Writing(), agenda.Event{What: agenda.Present, Who: who}, "")
	if err != nil {
		a.say(err.Error())
		return nil
	}
	r.name.SetText("")
	words := fmt.Sprintf("%d marked present", len(who))
	cmd := r.s.do(next, words)
	r.choose(0)
	a.say(words + " · " + a.keys.Undo.Help().Key + " takes it back")
	return cmd
}
