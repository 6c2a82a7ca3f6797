package tui

import (
	"slices"

	"minutebook/agenda"
)

// turn changes what ← and → change in the focused field, and says whether
// there was something: where the clerk types, they move the cursor.
func (s *sheet) turn(a *app, by int) bool {
	f := s.field()
	if f.touched {
		return false
	}
	switch f {
	case s.kind:
		at := slices.Index(kindsOf, f.text())
		if at < 0 {
			at = (-by - 1) / 2 // one back from the first, or one on from the last
		}
		f.rows[0].ed.SetText(kindsOf[(at+by+len(kindsOf))%len(kindsOf)])
		return true
	case s.date:
		return s.otherDay(a, by)
	}
	return false
}

func (s *sheet) otherDay(a *app, by int) bool {
	day, ok := s.day(a)
	if !ok {
		return false
	}
	other := s.nextDay(day)
	if by < 0 {
		other = s.cadence.Before(day)
	}
	if other == "" {
		return false
	}
	s.date.rows[0].ed.SetText(longDay(agenda.Clock(other)))
	s.why = s.cadence.Words
	return true
}

// turns says whether ← and → do something in the focused field.
func (s *sheet) turns(a *app) bool {
	f := s.field()
	day, ok := s.day(a)
	return !s.inList && !f.touched && (f == s.kind || f == s.date && ok && s.nextDay(day) != "")
}

// sheetNext is the date after another in a cadence. It is kept, because a
// cadence that seldom comes is walked for years, and every frame asks.
type sheetNext struct{ day, next string }

// meetsBy makes the cadence of a body the one that ← and → go by.
func (s *sheet) meetsBy(c agenda.Cadence) { s.cadence, s.after = c, nil }

// nextDay is the date after a day in the cadence; empty: none.
func (s *sheet) nextDay(day string) string {
	if s.after == nil || s.after.day != day {
		s.after = &sheetNext{day, s.cadence.After(day)}
	}
	return s.after.next
}
