package tui

import (
	"strings"
	"testing"
)

// The foot of the agenda says who presides where it is not the usual chair.
func TestWhoPresidesIsInSight(t *testing.T) {
	a, _ := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 4", "enter")
	if got := plainFrame(a); strings.Contains(got, "presides") {
		t.Errorf("the usual chair is named:\n%s", got)
	}
	drive(t, a, "/chair Pike", "enter", "One.", "enter")
	if got := plainFrame(a); !strings.Contains(got, "Pike presides") {
		t.Errorf("it does not say who presides:\n%s", got)
	}
}

// A meeting that goes on before the day it was adjourned to is asked about, and
// never refused.
func TestResumingBeforeTheDay(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 4", "enter", "/adjourn to 19 March 19:00", "enter", "/resume", "enter")
	if _, asks := a.top().(*confirm); !asks || l.s.meeting().Adjournment() == nil || !strings.Contains(plainFrame(a), "Thu 19 Mar 19:00") {
		t.Fatalf("it does not ask:\n%s", plainFrame(a))
	}
	drive(t, a, "enter")
	if l.s.meeting().Adjournment() == nil {
		t.Fatal("the first row is not the safe one")
	}
	drive(t, a, "/resume", "enter", "down", "enter")
	if l.s.meeting().Adjournment() != nil {
		t.Errorf("it does not go on:\n%s", plainFrame(a))
	}
}
