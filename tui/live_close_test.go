package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"minutebook/exports"
)

func TestLiveAsksBeforeClosing(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 10}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			a, l := openMeeting(t, northmoor, size[0], size[1])
			drive(t, a, "pgdown", "pgdown", "backspace", "/close 20:41", "enter")
			golden(t, a, "live-close")
			if drive(t, a, "enter"); l.s.meeting().ClosedAt() != "" || l.comp.Text() != "/close 20:41" {
				t.Fatalf("closed without a word, or %q is gone", l.comp.Text())
			}
			if drive(t, a, "enter", "down", "enter"); l.s.meeting().ClosedAt() != "2026-03-12T20:41" || !l.comp.Empty() {
				t.Fatalf("closed at %q", l.s.meeting().ClosedAt())
			}
			drive(t, a, "/close 20:50", "enter")
			if !strings.HasPrefix(l.problem, "The meeting closed at 20:41.") {
				t.Errorf("said %q", l.problem)
			}
		})
	}
}

func TestLiveAfterTheClose(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "/close 20:41", "enter", "down", "enter", "A last word.", "enter", "pgdown", "enter")
	if l.s.meeting().Current() != 0 {
		t.Fatal("an item was taken after the close, and nobody was asked")
	}
	drive(t, a, "pgdown", "down", "enter", "Written up later.", "enter")
	if texts(l.s.meeting(), "2") != "narrative: Written up later.\n" {
		t.Error("the words did not go to the item that was taken")
	}
	blocks := exports.Build(l.s.body, l.s.meeting(), l.s.base.Life).Blocks
	if last := fmt.Sprint(blocks[len(blocks)-2:]); !strings.Contains(last, "8.41") {
		t.Errorf("the minutes end with %s", last)
	}
	list, err := a.store.Meetings(context.Background())
	if err != nil || list[0].Open || list[0].Closed == "" {
		t.Errorf("%+v %v", list[0], err)
	}
	drive(t, a, "/resume", "enter")
	if l.s.meeting().ClosedAt() != "" || texts(l.s.meeting(), "2") != "narrative: Written up later.\n" {
		t.Error("not open again, or words are gone")
	}
	if drive(t, a, "ctrl+z"); l.s.meeting().ClosedAt() == "" {
		t.Error("an undo does not close it again")
	}
}

func TestClosingKeepsWhatCameInBetween(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 4", "enter", "First.", "enter", "/close 20:41", "enter")
	l.s.undo() // as the book's version does, taken while the question stands
	drive(t, a, "down", "enter")
	if got := texts(l.s.meeting(), "4"); got != "event: \n" || l.s.meeting().ClosedAt() == "" {
		t.Errorf("item 4 holds %q, closed at %q", got, l.s.meeting().ClosedAt())
	}
}

// An esc goes home only while the screen says that it will.
func TestOneEscTooManyStaysInTheMeeting(t *testing.T) {
	a, _ := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "esc")
	if !strings.Contains(plainFrame(a), "esc again goes home") {
		t.Fatalf("nobody says what esc will do:\n%s", plainFrame(a))
	}
	for _, between := range []string{"f1", "ctrl+p"} {
		if drive(t, a, between, "esc", "esc"); !strings.Contains(plainFrame(a), "esc again goes home") {
			t.Errorf("esc after %s goes home unsaid:\n%s", between, plainFrame(a))
		}
	}
	if drive(t, a, "esc"); strings.Contains(plainFrame(a), "esc again goes home") {
		t.Errorf("said and done, it is said again:\n%s", plainFrame(a))
	}
}
