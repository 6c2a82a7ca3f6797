package notes

import (
	"strings"
	"time"

	"minutebook/agenda"
)

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
	clock, timed := timeOfDay(atTime.ReplaceAllString(strings.TrimRight(words, " "), ""))
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
