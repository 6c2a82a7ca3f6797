package notes

import (
	"strings"

	"minutebook/agenda"
)

// happening is something in the room: "NAMES TIME; HOW: WORDS".
func (s *scribe) happening(u *unit, what string, f frag) {
	head, words, _ := f.cutWords()
	head, how, _ := head.cutNames(';')
	ev := &agenda.Event{What: what, How: unescape(how.trim().s, inFields)}
	if what == agenda.Adjourned && !s.until(ev, &head) {
		return
	}
	head, at, ok := cutWhen(head.trim(), s.today())
	if !ok {
		s.expected(head, quoted(head.s), "a time like 18:25, or a date and a time like 2026-03-12 18:25")
		return
	}
	if ofMeeting(what) {
		if head.s != "" {
			s.expected(head, quoted(head.s), "a time like 18:25, or words behind a colon")
			return
		}
	} else if !s.whom(ev, head) {
		return
	}
	if at == "" {
		at = s.clock(what)
	}
	s.entry(agenda.Entry{Kind: agenda.Happening, At: at, Text: strings.Trim(words.s, " \n"), Event: ev, Points: s.points(u.points)}, f)
	s.applied.What = described(&s.r.Open, ev, at)
	if what == agenda.ClosedUp || what == agenda.Adjourned {
		// A meeting that does not go on minutes no item. Edit takes nothing but the
		// entry from here, and a file has taken no item.
		s.r = s.r.Pause(at)
	}
}

// ofMeeting is whether what happens is to the meeting and to nobody in it.
func ofMeeting(what string) bool {
	switch what {
	case agenda.Opened, agenda.ClosedUp, agenda.Adjourned, agenda.Resumed:
		return true
	}
	return false
}

// today is the day of a time that states none: in a file, and in an entry that
// is changed, that of the meeting. What is typed at the end of a meeting that was
// adjourned to another day is of that one.
func (s *scribe) today() string {
	day := s.now.Date()
	if day == "" && !s.own && s.full == nil {
		day = s.r.Open.Sitting()
	}
	if day == "" {
		day = s.r.Open.Start.Date()
	}
	if day == "" && s.own {
		day = "0001-01-01" // the date of the meeting was a mistake, and is reported
	}
	return day
}

// until takes "to DATE TIME" off the end of what stands behind /adjourn.
func (s *scribe) until(ev *agenda.Event, head *frag) bool {
	f := head.trim()
	i := strings.Index(" "+f.s, " to ")
	if i < 0 {
		return true
	}
	*head = f.to(max(i-1, 0))
	f = f.from(i + len("to ")).trim()
	to, rest, ok := readWhen(f.s, s.r.Open.Start)
	if !ok || rest != "" {
		if clock, timed := timeOfDay(f.s); timed && s.today() != "" {
			to, rest, ok = agenda.Clock(s.today()+"T"+clock), "", true
		}
	}
	if !ok || rest != "" {
		s.expected(f, quoted(f.s), "a date and perhaps a time, like 2026-04-16 18:00, or words behind a colon")
		return false
	}
	ev.To = to
	return true
}

// clock is the minuted time of what is typed as it happens.
func (s *scribe) clock(what string) agenda.Clock {
	switch what {
	case agenda.Opened, agenda.ClosedUp, agenda.Adjourned, agenda.Resumed, agenda.Arrived, agenda.Left, agenda.Returned:
		return s.now
	}
	return ""
}

// whom reads the people of an event: names, "A for B", or the public.
func (s *scribe) whom(ev *agenda.Event, f frag) bool {
	before := len(s.problems)
	switch {
	case f.s == "":
		word := happeningWord(ev.What)
		s.expected(f, "nobody", roomForms[word]+", like /"+word+" "+roomLikes[word])
	case strings.EqualFold(f.s, "public"):
	default:
		if ev.What == agenda.Substitutes || ev.What == agenda.Proxy {
			if who, whom, ok := f.cutFor(); ok {
				if ids := s.ids(whom, ','); len(ids) == 1 {
					ev.For = ids[0]
				} else if len(ids) > 1 {
					s.expected(whom, "several people behind “for”", "one person there")
				}
				f = who
			}
		}
		ev.Who = s.ids(f, ',')
	}
	return len(s.problems) == before
}

// described is an event for a message: "Cllr Jo Lunt arrived 18:25".
func described(m *agenda.Meeting, ev *agenda.Event, at agenda.Clock) string {
	var who []string
	for _, id := range ev.Who {
		a, _ := m.Attendee(id)
		who = append(who, a.Short())
	}
	words := strings.Join(who, ", ")
	switch {
	case ofMeeting(ev.What):
		words = "meeting"
	case words == "":
		words = "the public"
	}
	if words += " " + ev.What; ev.For != 0 {
		a, _ := m.Attendee(ev.For)
		words += " for " + a.Short()
	}
	if t := at.TimeOfDay(); t != "" {
		words += " " + t
	}
	if ev.To != "" {
		words += " to" + when(ev.To, at.Date())
	}
	return words
}
