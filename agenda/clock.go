package agenda

import (
	"fmt"
	"time"
)

// Clock is a civil date and perhaps a time in the zone of the body:
// "2026-03-12T18:25" or "2026-03-12". Empty is unknown.
type Clock string

const (
	dayLayout    = "2006-01-02"
	minuteLayout = "2006-01-02T15:04"
)

// At is the civil clock of t, in t's own zone, to the minute.
func At(t time.Time) Clock { return Clock(t.Format(minuteLayout)) }

// Time is the clock as a time in UTC, for arithmetic and printing only, and
// whether it has a time of day. It fails on words that are no clock.
func (c Clock) Time() (t time.Time, timed bool, err error) {
	t, err = time.Parse(minuteLayout, string(c))
	if err == nil && len(c) == len(minuteLayout) { // Parse alone takes 8:25, which would sort behind 18:25
		return t, true, nil
	}
	if t, err = time.Parse(dayLayout, string(c)); err == nil {
		return t, false, nil
	}
	return time.Time{}, false, fmt.Errorf("%q is no date: write it like 2026-03-12", string(c))
}

// Date is the day of the clock, "2026-03-12", or empty.
func (c Clock) Date() string {
	if _, _, err := c.Time(); err != nil {
		return ""
	}
	return string(c[:len(dayLayout)])
}

// TimeOfDay is the time of the clock, "18:25", or empty.
func (c Clock) TimeOfDay() string {
	if len(c) != len(minuteLayout) { // most have none, and an error costs more
		return ""
	}
	if _, timed, _ := c.Time(); !timed {
		return ""
	}
	return string(c[len(dayLayout)+1:])
}

// MinutesUntil is how many minutes lie between c and d; ok is false where
// either has no time.
func (c Clock) MinutesUntil(d Clock) (n int, ok bool) {
	from, timed, err := c.Time()
	to, timed2, err2 := d.Time()
	if err != nil || err2 != nil || !timed || !timed2 {
		return 0, false
	}
	return int(to.Sub(from) / time.Minute), true
}

// ZoneOf is where the clocks of a meeting hang: its own zone, its body's, or
// the computer's where neither names one that the computer knows.
func ZoneOf(m Meeting, b Body) *time.Location {
	for _, name := range []string{m.Zone, b.Zone} {
		if name == "" {
			continue
		}
		if zone, err := time.LoadLocation(name); err == nil {
			return zone
		}
	}
	return time.Local
}

// MinutedAt is the clock for what is recorded at now without a stated time: now
// itself while the meeting is of that day or of the day before, or is adjourned
// to it. Minutes that are written up later say nothing of the hour unless the
// clerk does.
func (m Meeting) MinutedAt(now time.Time) Clock {
	if m.Start.Date() == "" || m.SitsOn(At(now).Date()) || m.SitsOn(At(now.AddDate(0, 0, -1)).Date()) {
		return At(now)
	}
	return ""
}
