package agenda

import (
	"testing"
	"time"
)

func TestMinutedAt(t *testing.T) {
	now := time.Date(2026, 3, 13, 0, 20, 0, 0, time.UTC)
	for start, want := range map[Clock]Clock{
		"2026-03-13T00:10": "2026-03-13T00:20", // today
		"2026-03-12T19:00": "2026-03-13T00:20", // past midnight
		"2026-03-11T19:00": "",                 // written up later
		"2026-03-14":       "",                 // prepared beforehand
		"":                 "2026-03-13T00:20",
	} {
		if got := (Meeting{Start: start}).MinutedAt(now); got != want {
			t.Errorf("a meeting of %q: %q, want %q", start, got, want)
		}
	}
}

func TestZoneOf(t *testing.T) {
	for _, tt := range []struct{ meeting, body, want string }{
		{"UTC", "Europe/Paris", "UTC"}, {"", "UTC", "UTC"}, {"Nowhere/Atoll", "UTC", "UTC"}, {"", "", "Local"},
	} {
		if got := ZoneOf(Meeting{Zone: tt.meeting}, Body{Zone: tt.body}).String(); got != tt.want {
			t.Errorf("%q and %q: %s, want %s", tt.meeting, tt.body, got, tt.want)
		}
	}
}
