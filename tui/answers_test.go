package tui

import (
	"strings"
	"testing"
)

// A sheet that was left does not answer for the one that is open now.
func TestALateAnswerIsForTheSheetThatAsked(t *testing.T) {
	a := newTestApp(t, ferryBook(t), 80, 24)
	late := a.update(keyPresses("ctrl+n")[0])
	drive(t, a, "esc", "alder", "ctrl+n")
	want := plainFrame(a)
	run(t, a, late)
	if got := plainFrame(a); got != want {
		t.Errorf("another sheet's answer changed it from\n%s\nto\n%s", want, got)
	}
}

func TestTypedWordsAreNotLeftWithoutAQuestion(t *testing.T) {
	for name, keys := range map[string][]string{
		"a meeting's place": {"ctrl+n", "down", "down", "somewhere"},
		"a meeting's time":  {"ctrl+n", "down", "9:15"},
		"a body's place":    {"alt+n", "down", "down", "somewhere"},
	} {
		a := newTestApp(t, newTestBook(t), 80, 24)
		drive(t, a, keys...)
		if quit := drive(t, a, "ctrl+q"); quit || !strings.Contains(plainFrame(a), "Leave with words that are not kept?") {
			t.Errorf("%s: quit without a question:\n%s", name, plainFrame(a))
		}
		drive(t, a, "esc", "esc")
		if _, ok := a.top().(*confirm); !ok {
			t.Fatalf("%s: left without a question:\n%s", name, plainFrame(a))
		}
		drive(t, a, "down", "enter")
		if _, ok := a.top().(*home); !ok {
			t.Errorf("%s: not at home:\n%s", name, plainFrame(a))
		}
	}
	a := newTestApp(t, ferryBook(t), 80, 24)
	drive(t, a, "ctrl+n", "right", "up", "right", "esc")
	if _, ok := a.top().(*home); !ok {
		t.Errorf("asked though nothing was typed:\n%s", plainFrame(a))
	}
}

// What is kept while help lies over a form takes the form off, not the help.
func TestKeptUnderHelpOfAForm(t *testing.T) {
	for name, open := range map[string][]string{
		"a body": {"alt+n", "Skerry Ferry Board", "shift+tab"}, "an import": {"ctrl+o", "minutes.notes"},
	} {
		a := newTestApp(t, newTestBook(t), 80, 24)
		drive(t, a, open...)
		answer := a.update(keyPresses("enter")[0])
		drive(t, a, "f1")
		run(t, a, answer)
		if _, ok := a.top().(*help); !ok {
			t.Errorf("%s: the help is gone:\n%s", name, plainFrame(a))
		}
		drive(t, a, "esc")
		if _, ok := a.top().(*home); !ok {
			t.Errorf("%s: not at home:\n%s", name, plainFrame(a))
		}
	}
}
