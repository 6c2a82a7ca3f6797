package notes

import (
	"strings"

	"minutebook/agenda"
)

// nextMeeting is "DATE TIME, PLACE"; words that are no date stay words, and so
// does a date behind a backslash.
func (s *scribe) nextMeeting(u *unit, f frag) {
	if f.s == "" {
		s.expected(f, "/next alone", "when the next meeting is, like /next 2026-04-16 18:00, Guildhall")
		return
	}
	ev := &agenda.Event{What: agenda.NextMeeting}
	if plain, ok := strings.CutPrefix(f.s, `\`); ok {
		s.event(u, f, ev, plain, "next meeting "+short(plain))
		return
	}
	to, rest, ok := readWhen(f.s, s.r.Open.Start)
	switch {
	case ok && rest == "":
	case ok && rest[0] == ',':
		ev.Place = agenda.CleanLine(rest[1:])
	case ok && rest[0] >= '0' && rest[0] <= '9':
		words, _, _ := strings.Cut(rest, ",")
		s.expected(f.from(len(f.s)-len(rest)), quoted(words), "a time like 18:00, then a comma and the place")
		return
	case !ok && isoDay.MatchString(f.s):
		s.expected(f, quoted(f.s), "a day of the calendar, like 2026-04-16, or words")
		return
	default:
		s.event(u, f, ev, f.s, "next meeting "+short(f.s))
		return
	}
	ev.To = to
	what := "next meeting" + when(to, "")
	if ev.Place != "" {
		what += ", " + ev.Place
	}
	s.event(u, f, ev, "", what)
}

func writeNext(m *agenda.Meeting, e *agenda.Entry) string {
	if e.Event.To == "" {
		_, rest, ok := readWhen(e.Text, m.Start)
		dated := ok && (rest == "" || rest[0] == ',' || rest[0] >= '0' && rest[0] <= '9')
		if dated || !ok && isoDay.MatchString(e.Text) || strings.HasPrefix(e.Text, `\`) {
			return `/next \` + e.Text
		}
		return "/next " + e.Text
	}
	line := "/next" + when(e.Event.To, "")
	if e.Event.Place != "" {
		line += ", " + e.Event.Place
	}
	return line
}
