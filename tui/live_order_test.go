package tui

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"minutebook/agenda"
)

// adjourning has the meeting adjourn to a day and time.
func adjourning(to agenda.Clock) func(agenda.Record) (agenda.Record, error) {
	return func(r agenda.Record) (agenda.Record, error) {
		r, _, err := r.Add(r.Open.Writing(), agenda.Entry{Kind: agenda.Happening, At: "2026-03-12T20:10", Event: &agenda.Event{What: agenda.Adjourned, To: to}})
		return r, err
	}
}

func TestAdjournedFrames(t *testing.T) {
	sizes(t, func(t *testing.T, width, height int) {
		a, l := openMeeting(t, northmoor, width, height)
		drive(t, a, "/take 4", "enter", "One.", "enter")
		amend(t, a, l, adjourning("2026-03-19T19:00"))
		golden(t, a, "live-adjourned")
	})
}

// An adjourned meeting goes on by a word or by taking an item, on the other day
// with its date and hour.
func TestAnAdjournedMeetingGoesOn(t *testing.T) {
	for _, keys := range [][]string{{"/resume", "enter"}, {"/take 6", "enter"}, {"pgdown"}} {
		a, l := openMeeting(t, northmoor, 120, 40)
		drive(t, a, "/take 4", "enter", "One.", "enter")
		amend(t, a, l, adjourning("2026-03-19T19:00"))
		a.now = func() time.Time { return time.Date(2026, 3, 19, 19, 4, 0, 0, time.UTC) }
		if l.s.minuted(a) != "2026-03-19T19:04" {
			t.Errorf("on the day it is adjourned to, %q is minuted", l.s.minuted(a))
		}
		drive(t, a, keys...)
		id, _ := l.s.meeting().ItemCalled("4")
		it, _ := l.s.meeting().Item(id)
		last := it.Last()
		if l.s.meeting().Adjournment() != nil || last.Event == nil || last.Event.What != agenda.Resumed || last.At != "2026-03-19T19:04" || a.top() != l {
			t.Errorf("%q: the item ends with %+v", keys, last)
		}
		if frame := plainFrame(a); strings.Contains(frame, "ADJOURNED") {
			t.Errorf("%q: still adjourned:\n%s", keys, frame)
		}
		if drive(t, a, "ctrl+z"); l.s.meeting().Adjournment() == nil {
			t.Errorf("%q cannot be undone", keys)
		}
	}
}

// What is taken before the day and hour to which a meeting is adjourned does not
// have it go on, and it never goes on before it adjourned.
func TestAnAdjournedMeetingWaits(t *testing.T) {
	for _, c := range []struct{ adjourn, key, say, problem string }{
		{"/adjourn 20:00 to 19 March 2026 18:00", "pgdown", "adjourned to Thu 19 Mar 18:00 · /resume TIME goes on", ""},
		{"/adjourn 18:40 to 20:00", "pgdown", "adjourned to 20:00 · /resume TIME goes on", ""},
		{"/adjourn 20:00", "pgdown", "adjourned at 20:00 · /resume TIME goes on", ""},
		{"/adjourn 20:00", "/resume", "adjourned at 20:00 · /resume TIME goes on", ""},
		{"/adjourn 20:00", "/resume 19:00", "", "The meeting was adjourned at 20:00, after that."},
		{"/adjourn 18:40", "/resume 25:99", "", "found “25:99”; expected a time like 18:25, or a date and a time like 2026-03-12 18:25"},
		{"", "/resume 25:99", "", "found “25:99”; expected a time like 18:25, or a date and a time like 2026-03-12 18:25"},
		{"", "/resume 18:50", "", "The meeting is open: there is nothing to resume."},
	} {
		a, l := openMeeting(t, northmoor, 120, 40)
		drive(t, a, "pgdown", "One.", "enter")
		if c.adjourn != "" {
			drive(t, a, c.adjourn, "enter")
		}
		drive(t, a, c.key)
		if c.key != "pgdown" {
			drive(t, a, "enter")
		}
		if a.message != c.say || l.problem != c.problem || (l.s.meeting().Adjournment() == nil) == (c.adjourn != "") {
			t.Errorf("%q, %q: says %q and %q", c.adjourn, c.key, a.message, l.problem)
		}
		if c.problem != "" && l.comp.Text() != c.key {
			t.Errorf("the line of %q is gone: %q", c.key, l.comp.Text())
		}
	}
	a, l := openMeeting(t, northmoor, 120, 40)
	drive(t, a, "pgdown", "/adjourn 20:00 to 19 March 2026 18:00", "enter", "/resume 18:04", "enter")
	if on := l.s.meeting().Items[1].Last(); on.Event == nil || on.Event.What != agenda.Resumed || on.At != "2026-03-19T18:04" {
		t.Errorf("a time without a day is of %q", on.At)
	}
}

func TestAnotherDayIsSaidOnce(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	a.now = func() time.Time { return time.Date(2026, 4, 2, 9, 0, 0, 0, time.UTC) }
	drive(t, a, "pgdown")
	if len(l.s.meeting().Taken) != 1 || a.message != "it was on 12 March: no times are minuted" {
		t.Fatalf("said %q", a.message)
	}
	if drive(t, a, "pgdown"); len(l.s.meeting().Taken) != 2 || a.message != "" {
		t.Errorf("then %q", a.message)
	}
	for _, now := range []time.Time{teatime, teatime.AddDate(0, 0, 1)} {
		a, l = openMeeting(t, northmoor, 80, 24)
		a.now = func() time.Time { return now }
		if drive(t, a, "pgdown"); len(l.s.meeting().Taken) != 1 || a.message != "" {
			t.Errorf("on %s it says %q", now, a.message)
		}
	}
}

func TestOutOfTurnIsSaid(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "/take 4", "enter")
	if a.message != "taken out of its turn · /taken 4 before 2: WORDS says why" {
		t.Errorf("said %q", a.message)
	}
	if drive(t, a, "/take 1", "enter"); a.message != "" {
		t.Errorf("going back to an item says %q", a.message)
	}
	if drive(t, a, "pgdown"); a.message != "" || l.itemWords(l.target()) != "item 2" {
		t.Errorf("the next item says %q", a.message)
	}
}

// The date of the next meeting is what the word is for: alone it says so, and
// takes nothing.
func TestNextIsTheNextMeeting(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	before := l.s.record()
	drive(t, a, "/next", "enter")
	if l.problem != "/next DATE says when the next meeting is; PgDn takes the next item." || l.comp.Text() != "/next" {
		t.Errorf("/next alone says %q and leaves %q", l.problem, l.comp.Text())
	}
	if drive(t, a, "pgdown"); l.s.record().Open.Current() != 0 || !reflect.DeepEqual(before, l.s.record()) {
		t.Error("/next alone changes the meeting")
	}
	drive(t, a, " 2026-04-16 18:00", "enter")
	last := l.s.meeting().Items[0].Last()
	if last == nil || last.Event == nil || last.Event.To != "2026-04-16T18:00" || l.itemWords(l.target()) != "the opening" {
		t.Errorf("/next with a date: %+v, %q", last, l.problem)
	}
	if drive(t, a, "pgdown"); l.itemWords(l.target()) != "item 1" {
		t.Error("pgdn does not take the next item")
	}
}
