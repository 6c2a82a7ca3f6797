package tui

import (
	"slices"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
)

// TestLiveKeysNameTheWayBack: esc is among the hints of the footer in every
// state, and what works on a chosen entry is in the help while one types.
func TestLiveKeysNameTheWayBack(t *testing.T) {
	for state, keys := range map[string][]string{
		"minuting": {}, "looking": {"down"}, "chosen": {"alt+up"}, "changing": {"alt+up", "enter"},
		"late answer": {"alt+up", "late"}, "finding": {"ctrl+f", "a"}, "paper": {"f3"},
	} {
		t.Run(state, func(t *testing.T) {
			a, l := openMeeting(t, withPaper, 120, 40)
			drive(t, a, "/take 4", "enter", "first.", "enter")
			drive(t, a, keys...)
			at := slices.IndexFunc(l.Keys(a), func(b key.Binding) bool { return sameKeys(b, a.keys.Back) })
			if footer := plainFrame(a); at < 0 || at >= hintsMost || !strings.Contains(footer, "   esc ") {
				t.Errorf("esc is hint %d:\n%s", at, footer[strings.Index(footer, "enter"):])
			}
		})
	}
	a, _ := openMeeting(t, withPaper, 120, 40)
	drive(t, a, "pgdown", "typing", "f1")
	for _, words := range []string{"ctrl+d", "ctrl+↑", "alt+j", "alt+s", "f6", "ctrl+f"} {
		if frame := plainFrame(a); !strings.Contains(frame, words) {
			t.Errorf("no %s in the help:\n%s", words, frame)
		}
	}
}
