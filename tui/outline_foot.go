package tui

import "minutebook/agenda"

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

// publicLeft is when the public left, or how to say that it did, the longest
// words first.
func publicLeft(public agenda.Place) []string {
	switch {
	case public.What != agenda.Left:
		return []string{"/leave public says when they left."}
	case public.Since.TimeOfDay() == "":
		return []string{"The public left.", "Public out."}
	}
	at := public.Since.TimeOfDay()
	return []string{"The public left at " + at + ".", "Public left " + at + ".", "Public out."}
}

// presiding says who presides where that is not who usually does; empty: it is,
// or the meeting is not going on.
func presiding(m agenda.Meeting, now *inside) string {
	p, ok := m.Attendee(now.presides)
	if !ok || !m.Begun() || m.ClosedAt() != "" || p.Chairs(now.chairs) {
		return ""
	}
	return p.Surname() + " presides"
}
