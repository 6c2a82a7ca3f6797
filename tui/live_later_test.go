package tui

import (
	"testing"
	"time"
)

// TestLaterTakesNoClock: minutes that are written up on a later day say nothing
// of when an item was taken or left.
func TestLaterTakesNoClock(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	a.now = func() time.Time { return time.Date(2026, 3, 19, 9, 4, 0, 0, time.UTC) }
	drive(t, a, "/take 4", "enter", "Written up.", "enter", "==", "enter", "/take 5", "enter")
	taken := l.s.meeting().Taken
	if len(taken) < 2 {
		t.Fatalf("taken: %+v", taken)
	}
	for _, s := range taken {
		if s.From != "" || s.To.Date() != "" {
			t.Errorf("an item taken from %q to %q", s.From, s.To)
		}
	}
}
