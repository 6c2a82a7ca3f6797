package notes

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"minutebook/agenda"
)

// How dates and times may be written. What is written back is always
// "2026-03-12 18:25".
var (
	isoDay   = regexp.MustCompile(`^(\d{4}-\d{1,2}-\d{1,2})(?:[T ,]|$)`)
	wordyDay = regexp.MustCompile(`^(?:\p{L}+day,? )?(\d{1,2})(?:st|nd|rd|th)? (\p{L}{3,9}) (\d{4})(?:[ ,]|$)`)
	likeDay  = regexp.MustCompile(`^(?:\d{1,4}[-/.]\d|(?:\p{L}+day,? )?\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}\b)`)
	aTime    = regexp.MustCompile(`^(\d{1,2})(?:[:.](\d{2}))? ?(?i:([ap])\.?m\.?)?$`)
	endTime  = regexp.MustCompile(`(?:^| )(?:at )?((?:(\d{4}-\d{2}-\d{2})[T ])?(\d{1,2}[:.]\d{2}(?: ?(?i:[ap]\.?m\.?))?|\d{1,2} ?(?i:[ap]\.?m\.?)))$`)
	endDay   = regexp.MustCompile(`(?:^| )(\d{4}-\d{2}-\d{2})$`)
)

// cutDay takes a date off the front of s. like is whether s begins like a date
// at all, even one that cannot be.
func cutDay(s string) (day string, rest string, like, ok bool) {
	like = likeDay.MatchString(s)
	if m := isoDay.FindStringSubmatch(s); m != nil {
		if t, err := time.Parse("2006-1-2", m[1]); err == nil {
			return t.Format(time.DateOnly), s[len(m[1]):], true, true
		}
		return "", s, true, false
	}
	if m := wordyDay.FindStringSubmatchIndex(s); m != nil {
		words := s[m[2]:m[3]] + " " + s[m[4]:m[5]] + " " + s[m[6]:m[7]]
		for _, layout := range []string{"2 January 2006", "2 Jan 2006"} {
			if t, err := time.Parse(layout, words); err == nil {
				return t.Format(time.DateOnly), s[m[7]:], true, true
			}
		}
	}
	return "", s, like, false
}

// timeOfDay reads "18:25", "18.25", "6.25 pm" or "6pm".
func timeOfDay(s string) (string, bool) {
	m := aTime.FindStringSubmatch(s)
	if m == nil || m[2] == "" && m[3] == "" {
		return "", false
	}
	h, _ := strconv.Atoi(m[1])
	n, _ := strconv.Atoi("0" + m[2])
	switch strings.ToLower(m[3]) {
	case "a", "p":
		if h < 1 || h > 12 {
			return "", false
		}
		h %= 12
		if m[3] == "p" || m[3] == "P" {
			h += 12
		}
	}
	if h > 23 || n > 59 {
		return "", false
	}
	return fmt.Sprintf("%02d:%02d", h, n), true
}

// cutWhen takes a time, or a date and a time, off the end of f. day is the
// date of a time that states none. ok is false where what stands there looks
// like a time and cannot be one.
func cutWhen(f frag, day string) (rest frag, at agenda.Clock, ok bool) {
	if m := endTime.FindStringSubmatchIndex(f.s); m != nil {
		clock, good := timeOfDay(f.s[m[6]:m[7]])
		if m[4] >= 0 {
			day = f.s[m[4]:m[5]]
		}
		if !good || !isDay(day) {
			return f.from(m[2]), "", false
		}
		return f.to(m[0]).trim(), agenda.Clock(day + "T" + clock), true
	}
	if m := endDay.FindStringSubmatchIndex(f.s); m != nil {
		if !isDay(f.s[m[2]:m[3]]) {
			return f.from(m[2]), "", false
		}
		return f.to(m[0]).trim(), agenda.Clock(f.s[m[2]:m[3]]), true
	}
	return f, "", true
}

// dayOfYear is a day without its year at the front of words.
var dayOfYear = regexp.MustCompile(`^(?:\p{L}+day,? )?\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}(?:[ ,]|$)`)

// readWhen takes a date and perhaps a time off the front of s. A day without a
// year is the first such day from the meeting on. ok is false where no date
// stands there; rest is what is left, a comma at its front included.
func readWhen(s string, meeting agenda.Clock) (at agenda.Clock, rest string, ok bool) {
	day, rest, _, ok := cutDay(s)
	if m := strings.TrimRight(dayOfYear.FindString(s), " ,"); !ok && m != "" {
		if day = dueDay(m, meeting); day != "" {
			rest, ok = s[len(m):], true
		}
	}
	if !ok {
		return "", s, false
	}
	rest = strings.TrimLeft(strings.TrimPrefix(rest, "T"), " ")
	words, more, comma := strings.Cut(rest, ",")
	clock, timed := timeOfDay(strings.TrimPrefix(strings.TrimRight(words, " "), "at "))
	if !timed {
		return agenda.Clock(day), rest, true
	}
	if rest = ""; comma {
		rest = "," + more
	}
	return agenda.Clock(day + "T" + clock), rest, true
}

func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// when writes a clock for the end of an event: the date only where it is not
// the date of the meeting.
func when(at agenda.Clock, day string) string {
	switch {
	case at == "":
		return ""
	case at.TimeOfDay() == "":
		return " " + at.Date()
	case at.Date() == day:
		return " " + at.TimeOfDay()
	}
	return " " + at.Date() + " " + at.TimeOfDay()
}
