package agenda_test

import (
	"testing"
	"time"

	"minutebook/agenda"
)

func TestClock(t *testing.T) {
	tests := []struct {
		c         agenda.Clock
		date, day string // day: time of day
		bad       bool
	}{
		{"2026-03-12T18:25", "2026-03-12", "18:25", false},
		{"2026-03-12", "2026-03-12", "", false},
		{"2024-02-29T00:00", "2024-02-29", "00:00", false},
		{"2026-02-29", "", "", true},
		{"2026-03-12T8:25", "", "", true},
		{"2026-03-12T18:25:10", "", "", true},
		{"2026-03-12T24:00", "", "", true},
		{"next Thursday", "", "", true},
		{"dix-huit heures", "", "", true},
		{"éééééééé", "", "", true},
		{"?", "", "", true},
		{"", "", "", true},
	}
	for _, tt := range tests {
		_, timed, err := tt.c.Time()
		if (err != nil) != tt.bad || timed != (tt.day != "") {
			t.Errorf("%q: timed %t, error %v", tt.c, timed, err)
		}
		if tt.c.Date() != tt.date || tt.c.TimeOfDay() != tt.day {
			t.Errorf("%q: got %q, %q", tt.c, tt.c.Date(), tt.c.TimeOfDay())
		}
	}
}

func TestClockAt(t *testing.T) {
	zone := time.FixedZone("somewhere", 5*3600)
	if got := agenda.At(time.Date(2026, 3, 12, 20, 5, 59, 0, time.UTC).In(zone)); got != "2026-03-13T01:05" {
		t.Errorf("got %s: the zone of the time counts", got)
	}
}

func TestMinutesUntil(t *testing.T) {
	tests := []struct {
		from, to agenda.Clock
		want     int
		ok       bool
	}{
		{"2026-03-12T18:25", "2026-03-12T19:05", 40, true},
		{"2026-03-12T23:50", "2026-03-13T00:10", 20, true},
		{"2026-03-12T19:00", "2026-03-12T18:00", -60, true},
		{"2026-03-12", "2026-03-12T18:00", 0, false},
		{"2026-03-12T18:00", "", 0, false},
		{"", "", 0, false},
	}
	for _, tt := range tests {
		if n, ok := tt.from.MinutesUntil(tt.to); n != tt.want || ok != tt.ok {
			t.Errorf("%q to %q: got %d, %t", tt.from, tt.to, n, ok)
		}
	}
}

func TestSpell(t *testing.T) {
	dates := agenda.Council().Dates
	for c, want := range map[agenda.Clock]string{"2026-01-05T18:00": "5 January 2026", "2026-12-31": "31 December 2026", "soon": "", "": ""} {
		if got := dates.Spell(c, dates.Short); got != want {
			t.Errorf("%q: got %q, want %q", c, got, want)
		}
	}
	dates.Days = []string{"domingo", "segunda", "terça", "quarta", "quinta", "sexta", "sábado"}
	dates.Months = []string{"janeiro", "", "", "", "", "", "", "", "", "", "", ""}
	if got, want := dates.Spell("2026-01-05", "Monday 2 January"), "segunda 5 janeiro"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
