package tui

import (
	"strings"
	"testing"
)

func TestANewItemLetsGoOfTheChosenEntry(t *testing.T) {
	for _, name := range []string{"== 9 | New", "=="} {
		a, l := openMeeting(t, northmoor, 80, 24)
		drive(t, a, "/take 4", "enter", "First.", "enter", "Second.", "enter", "alt+up", name, "enter")
		if l.aimed != (aimed{}) || l.whither() != "" {
			t.Errorf("%q: still about %+v", name, l.aimed)
		}
		drive(t, a, "ctrl+d")
		if got := texts(l.s.meeting(), "4"); got != "narrative: First.\nnarrative: Second.\n" {
			t.Errorf("%q: ctrl+d left %q of another item", name, got)
		}
		drive(t, a, "Third.", "enter")
		if got := texts(l.s.meeting(), "4"); name == "==" && strings.Contains(got, "Third") {
			t.Errorf("words behind the item went into it: %q", got)
		}
	}
}

func TestTheNextItemIsPredictedAnew(t *testing.T) {
	for _, to := range [][]string{{"pgdown"}, {"/take 5", "enter"}, {"/next", "enter"}, {"backspace", "==", "enter"}, {"down", "pgdown"}} {
		a, l := openMeeting(t, northmoor, 120, 40)
		drive(t, a, "/take 4", "enter", "? Why?", "enter")
		if l.comp.mark != ">" {
			t.Fatalf("after a question %q is predicted", l.comp.mark)
		}
		drive(t, a, to...)
		if l.comp.mark != "" || l.understood(a) != "minute" {
			t.Errorf("%q: %q is predicted, and the rule says %q", to, l.comp.mark, l.understood(a))
		}
		drive(t, a, "ctrl+z")
		if l.comp.mark != ">" || l.understood(a) != "response" || l.destination() != "item 4" {
			t.Errorf("%q and undone: %q, %q, %q", to, l.comp.mark, l.understood(a), l.destination())
		}
	}
}
