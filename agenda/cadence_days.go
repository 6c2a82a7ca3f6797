package agenda

import (
	"slices"
	"time"
)

// NextDay proposes the day of a body's next meeting, as an ISO date, and says
// why in words: the first of its cadence that is after its last meeting and not
// before today. Both are empty where nothing says when it meets.
func NextDay(words string, met []Clock, today string) (day, why string) {
	c, ok := Usual(words, met)
	now, err := time.Parse(dayLayout, today)
	if !ok || err != nil {
		return "", ""
	}
	after := now.AddDate(0, 0, -1)
	if c.from.After(after) {
		after = c.from
	}
	day = c.After(after.Format(dayLayout))
	if day == "" {
		return "", ""
	}
	return day, c.Words
}

// horizon is how far ahead or back a date of a cadence is looked for: a fifth
// Monday of February comes about every 28 years.
const horizon = 41 * 366

// After is the first date of the cadence after a day, or empty.
func (c Cadence) After(day string) string { return c.step(day, 1) }

// Before is the last date of the cadence before a day, or empty.
func (c Cadence) Before(day string) string { return c.step(day, -1) }

func (c Cadence) step(day string, by int) string {
	t, err := time.Parse(dayLayout, day)
	if err != nil || c.weeks+c.months == 0 {
		return ""
	}
	for range horizon {
		if t = t.AddDate(0, 0, by); t.Year() < 1 || t.Year() > 9999 {
			return ""
		}
		if c.holds(t) {
			return t.Format(dayLayout)
		}
	}
	return ""
}

// holds says whether a day is one of the cadence.
func (c Cadence) holds(t time.Time) bool {
	if c.weeks > 0 {
		return c.holdsWeek(t)
	}
	days, nth := c.days, c.nth
	if len(nth) == 0 {
		if c.from.IsZero() {
			return false
		}
		days, nth = []time.Weekday{c.from.Weekday()}, []int{ofMonth(c.from)}
		if nth[0] == 5 {
			nth[0] = -1 // not every month has a fifth
		}
	}
	return slices.Contains(days, t.Weekday()) && c.holdsMonth(t) &&
		(slices.Contains(nth, ofMonth(t)) || slices.Contains(nth, -1) && lastOfMonth(t))
}

// holdsMonth says whether the cadence has a meeting in the month of t: in those
// it names, else in each so many months from the last meeting.
func (c Cadence) holdsMonth(t time.Time) bool {
	if len(c.in) > 0 && !slices.Contains(c.in, t.Month()) {
		return false
	}
	if c.months <= 1 || len(c.in) > 0 {
		return true
	}
	if c.from.IsZero() {
		return false
	}
	apart := (t.Year()-c.from.Year())*12 + int(t.Month()) - int(c.from.Month())
	return apart%c.months == 0 && apart != 0
}

// holdsWeek counts weeks from the Monday of the last meeting's week, so that
// "every 2 weeks" stays in step when one meeting was a day late.
func (c Cadence) holdsWeek(t time.Time) bool {
	days := c.days
	if len(days) == 0 && !c.from.IsZero() {
		days = []time.Weekday{c.from.Weekday()}
	}
	if !slices.Contains(days, t.Weekday()) {
		return false
	}
	if c.weeks == 1 {
		return true
	}
	weeks := int(monday(t).Sub(monday(c.from)).Hours()) / (24 * 7)
	return !c.from.IsZero() && weeks%c.weeks == 0
}

func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }
