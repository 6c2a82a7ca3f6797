package tui

import (
	"slices"

	"minutebook/agenda"
)

// ofPeople is whether an event is about somebody in the room.
func ofPeople(what string) bool {
	return agenda.IsHere(what) || agenda.OnRoll(what) || what == agenda.Left
}

// tells is whether an event is one for the foot of the agenda: who came and
// went, and when the meeting began and ended. The order of business is in the
// agenda above it.
func tells(what string) bool {
	return ofPeople(what) || slices.Contains([]string{agenda.Opened, agenda.ClosedUp, agenda.Adjourned, agenda.Resumed}, what)
}

// adjournedWords says for the header that the meeting is adjourned, to which
// day where that is another one, and until when; nil while it is not.
func adjournedWords(m agenda.Meeting) []string {
	e := m.Adjournment()
	if e == nil {
		return nil
	}
	words := []string{"ADJOURNED"}
	to := e.Event.To
	if t, _, err := to.Time(); err == nil && to.Date() != m.Start.Date() {
		words = append(words, "to "+t.Format("Mon 2 Jan"))
	}
	if at := to.TimeOfDay(); at != "" && len(words) == 1 {
		words = append(words, "to "+at)
	} else if at != "" {
		words = append(words, at)
	}
	return words
}

// publicWords is when the public left, or how to say that it did.
func publicWords(m agenda.Meeting) string {
	var left *agenda.Entry
	for _, it := range m.Ordered() {
		for _, e := range it.Entries {
			if v := e.Event; v != nil && len(v.Who) == 0 && (v.What == agenda.Left || v.What == agenda.Returned) {
				left = e
			}
		}
	}
	switch {
	case left == nil || left.Event.What == agenda.Returned:
		return "/leave public says when they left."
	case left.At.TimeOfDay() == "":
		return "The public left."
	}
	return "The public left at " + left.At.TimeOfDay() + "."
}
