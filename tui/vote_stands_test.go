package tui

import (
	"strings"
	"testing"
)

// A motion that was stated is before the meeting, voted on or not.
func TestAStatedMotionStandsWithoutAVote(t *testing.T) {
	a, l := openMeeting(t, council(7), 80, 24)
	drive(t, a, "pgdown", "f4", "tab", "ja", "enter", "esc")
	it := l.s.meeting().Items[1]
	if a.top() != screen(l) || len(it.Entries) != 1 || it.Entries[0].Motion == nil || !strings.Contains(a.message, "m1 is before the meeting") {
		t.Fatalf("at %T: %q, %v", a.top(), a.message, it.Entries)
	}
	drive(t, a, "f4", "esc") // it is not stated twice
	if it := l.s.meeting().Items[1]; len(it.Entries) != 1 || a.message != "nothing was kept" {
		t.Errorf("%q, %v", a.message, it.Entries)
	}
	if drive(t, a, "ctrl+z"); len(l.s.meeting().Items[1].Entries) != 0 {
		t.Error("it cannot be undone")
	}
}

// From equal votes tab goes to the casting vote, as the screen says.
func TestTabBreaksATie(t *testing.T) {
	a, l, _ := openVote(t, 7, 80, 24, "3-3", "enter")
	if v := a.top().(*vote); !strings.Contains(v.problem, "tab says how the casting vote went") {
		t.Fatalf("it says %q", v.problem)
	}
	drive(t, a, "tab", "enter")
	if _, got := lastVote(t, l); got != "for 3 against 3; casting:Abbott for; carried" {
		t.Errorf("kept %q", got)
	}
}

// What a long line will record ends at the edge of the rule.
func TestRuleEndsWithDots(t *testing.T) {
	a, _ := openMeeting(t, council(20), 80, 24)
	drive(t, a, "pgdown", "/leave Alder, Anning, Barlow, Bexley, Birch, Calder, Corrigan, Crane, Dace, Drury 19:40")
	if view := plainFrame(a); !strings.Contains(view, "…") || !strings.Contains(view, "item 7") {
		t.Errorf("the rule is not cut:\n%s", view)
	}
}
