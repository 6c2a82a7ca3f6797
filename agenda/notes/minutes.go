package notes

import (
	"regexp"
	"strings"

	"minutebook/agenda"
)

// minutesOf says which minutes were before the body: "MEETING, MEETING: WORDS".
func (s *scribe) minutesOf(u *unit, f frag) {
	head, words, _ := f.cutWords()
	var meetings []string
	for _, one := range head.split(',') {
		if name := agenda.CleanLine(unescape(one.s, inMeetings)); name != "" {
			meetings = append(meetings, name)
		}
	}
	if meetings == nil {
		s.expected(f, "no meeting", "the meeting whose minutes they are, like /minutes 12 February 2026")
		return
	}
	ev := &agenda.Event{What: agenda.MinutesOf, Meetings: meetings}
	s.event(u, f, ev, words.trim().s, "minutes of "+short(strings.Join(meetings, ", ")))
}

// inMeetings are the characters with a meaning in a list of meetings.
const inMeetings = `,:"`

func writeMeetings(meetings []string) string {
	out := make([]string, len(meetings))
	for i, name := range meetings {
		out[i] = escape(name, inMeetings)
	}
	return strings.Join(out, ", ")
}

// actionList puts the list of actions where the line stands.
func (s *scribe) actionList(u *unit, f frag) {
	if f.s != "" {
		s.expected(f, quoted(f.s)+" behind /actions", "nothing: the list of the actions is printed there")
		return
	}
	s.event(u, f, &agenda.Event{What: agenda.ActionList}, "", "the list of actions")
}

// correct is "MINUTE of MEETING: delete "…", insert "…"", or words behind the
// colon, or both with another colon between them.
func (s *scribe) correct(u *unit, f frag) {
	head, rest, _ := f.cutWords()
	c := &agenda.Correction{}
	c.Minute, c.Meeting = minuteParts(head.trim().s)
	rest = rest.trim()
	changes, rest, ok := s.changes(rest)
	if !ok {
		return
	}
	c.Changes = changes
	text := rest.trim().s
	if changes == nil && text == "" {
		s.expected(rest, "no correction", `a colon and the change, like /correct 7 of 12 February: delete "four", insert "five"`)
		return
	}
	points := s.points(u.points)
	u.points = nil
	s.entry(agenda.Entry{Kind: agenda.Corrected, Text: text, Correction: c, Points: points}, f)
	s.applied.What = strings.TrimRight("correction of "+c.Minute, " ")
	switch {
	case c.Minute == "" && c.Meeting == "":
		s.applied.What = "correction"
	case c.Minute == "":
		s.applied.What = "correction of " + short(c.Meeting)
	case c.Meeting != "":
		s.applied.What += " of " + short(c.Meeting)
	}
}

// A number by itself is the minute that is corrected: "4", "4b", "267/19". A
// date, or more words than one, is the meeting.
var (
	aNumber = regexp.MustCompile(`^[\d./()-]*\p{L}?[\d./()-]*$`)
	aDate   = regexp.MustCompile(`\d{4}-\d{1,2}-\d{1,2}|^\d{1,2}[/.]\d{1,2}[/.]\d{4}$|^\d{1,2}/\d{1,2}/\d{2}$`)
)

func isMinute(s string) bool { return hasDigit(s) && aNumber.MatchString(s) && !aDate.MatchString(s) }

// minuteParts splits "MINUTE of MEETING"; without the "of" a number is the
// minute, and any other words are the meeting.
func minuteParts(s string) (minute, meeting string) {
	words := strings.Split(s, " ")
	for i, w := range words {
		if w == "of" {
			return unminute(strings.Join(words[:i], " ")), unminute(strings.Join(words[i+1:], " "))
		}
	}
	one := unminute(s)
	if isMinute(one) {
		return one, ""
	}
	return "", one
}

func unminute(s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		if w == `\of` {
			words[i] = "of"
		}
	}
	return agenda.CleanLine(unescape(strings.Join(words, " "), inMeetings))
}

func escapeMinute(s string) string {
	words := strings.Split(escape(s, inMeetings), " ")
	for i, w := range words {
		if w == "of" {
			words[i] = `\of`
		}
	}
	return strings.Join(words, " ")
}

func writeMinute(minute, meeting string) string {
	switch {
	case minute == "" && isMinute(meeting):
		return "of " + escapeMinute(meeting)
	case minute == "":
		return escapeMinute(meeting)
	case meeting == "" && isMinute(minute):
		return escapeMinute(minute)
	}
	return strings.TrimRight(escapeMinute(minute)+" of "+escape(meeting, inMeetings), " ")
}

// writeCorrection is the /correct of a correction.
func writeCorrection(_ *agenda.Meeting, e *agenda.Entry) string {
	line := strings.TrimRight("/correct "+writeMinute(e.Correction.Minute, e.Correction.Meeting), " ")
	if e.Correction.Changes == nil {
		text := e.Text
		if _, _, is := changeWord(frag{s: text}); is || strings.HasPrefix(text, `\`) {
			text = `\` + text
		}
		return line + ": " + text
	}
	return behindColon(line+": "+writeChanges(e.Correction.Changes), e.Text)
}
