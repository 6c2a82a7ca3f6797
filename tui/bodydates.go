package tui

import (
	"strings"
	"time"
)

// readSince understands when a seat begins or, with last, ends: a day as
// people type one, or a month or year, of which it is the first or last day.
// Empty is no limit and fine.
func readSince(typed string, now time.Time, last bool) (day string, ok bool) {
	typed = strings.Join(strings.Fields(typed), " ")
	if typed == "" {
		return "", true
	}
	for _, span := range []struct {
		layout        string
		years, months int
	}{{"Jan 2006", 0, 1}, {"January 2006", 0, 1}, {"2006-01", 0, 1}, {"1/2006", 0, 1}, {"2006", 1, 0}} {
		t, err := time.Parse(span.layout, typed)
		if err != nil {
			continue
		}
		if last {
			t = t.AddDate(span.years, span.months, -1)
		}
		return iso(t), true
	}
	return readDay(typed, now)
}

// sinceWords is the inverse of readSince: the month where the day is its first
// or last, else the day. What is no date stays as it is.
func sinceWords(day string, last bool) string {
	t, err := time.Parse("2006-01-02", day)
	if err != nil {
		return day
	}
	edge := t.Day() == 1
	if last {
		edge = t.AddDate(0, 0, 1).Day() == 1
	}
	if edge {
		return t.Format("Jan 2006")
	}
	return t.Format("2 Jan 2006")
}
