package tui

import (
	"fmt"
	"strings"
	"time"

	"minutebook/agenda"
)

// shortDay is a date in a list, "Thu  9 Apr"; with its year instead of the day
// of the week where that is another one.
func shortDay(c agenda.Clock, now time.Time) string {
	t, _, err := c.Time()
	if err != nil {
		return string(c)
	}
	if d := now.Sub(t).Hours() / 24; t.Year() != now.Year() && (d > 90 || d < -90) {
		return t.Format("_2 Jan 2006")
	}
	return t.Format("Mon _2 Jan")
}

// longDay is a date in a header, "Thu 12 Mar 2026".
func longDay(c agenda.Clock) string {
	t, _, err := c.Time()
	if err != nil {
		return string(c)
	}
	return t.Format("Mon 2 Jan 2006")
}

// dayMonth is a date beside a word, "15 Jan".
func dayMonth(c agenda.Clock) string {
	t, _, err := c.Time()
	if err != nil {
		return string(c)
	}
	return t.Format("2 Jan")
}

// spans is a number of minutes as people say it.
func spans(minutes int) string {
	switch h, m := minutes/60, minutes%60; {
	case h == 0:
		return fmt.Sprintf("%d min", m)
	case m == 0:
		return fmt.Sprintf("%d h", h)
	default:
		return fmt.Sprintf("%d h %d min", h, m)
	}
}

// readDay understands a date as people type one: 2026-03-12, 12 Mar, 12 March
// 2026, 12/3/2026, today, tomorrow, a day of the week that comes. One without
// a year is the nearest that is not long past.
func readDay(typed string, now time.Time) (day string, ok bool) {
	typed = strings.ToLower(strings.Join(strings.Fields(typed), " "))
	switch typed {
	case "today":
		return iso(now), true
	case "tomorrow":
		return iso(now.AddDate(0, 0, 1)), true
	}
	for i := range 7 {
		d := now.AddDate(0, 0, i)
		if name := strings.ToLower(d.Weekday().String()); len(typed) >= 3 && strings.HasPrefix(name, typed) {
			return iso(d), true
		}
	}
	if at := strings.IndexByte(typed, ' '); at > 0 && typed[0] > '9' {
		typed = typed[at+1:] // "thu 12 mar"
	}
	for _, layout := range []string{"2006-1-2", "2 Jan 2006", "2 January 2006", "2/1/2006", "2.1.2006"} {
		if t, err := time.Parse(layout, typed); err == nil {
			return iso(t), true
		}
	}
	for _, layout := range []string{"2 Jan", "2 January", "2/1", "2.1."} {
		if _, err := time.Parse(layout, typed); err != nil {
			continue
		}
		for _, year := range []int{now.Year(), now.Year() + 1} {
			t, err := time.Parse(layout+" 2006", fmt.Sprintf("%s %d", typed, year))
			if err == nil && t.After(now.AddDate(0, -3, 0)) {
				return iso(t), true
			}
		}
	}
	return "", false
}

func iso(t time.Time) string { return t.Format("2006-01-02") }

// readTime understands a time of day as people type one: 18:00, 18.00, 1800,
// 6pm, 6.30 pm. Empty is no time and fine.
func readTime(typed string) (clock string, ok bool) {
	typed = strings.ToLower(strings.ReplaceAll(typed, " ", ""))
	if typed == "" {
		return "", true
	}
	typed = strings.ReplaceAll(typed, "p.m.", "pm")
	typed = strings.ReplaceAll(typed, "a.m.", "am")
	for _, layout := range []string{"15:04", "15.04", "1504", "3:04pm", "3.04pm", "3pm"} {
		if t, err := time.Parse(layout, typed); err == nil {
			return t.Format("15:04"), true
		}
	}
	return "", false
}
