package tui

import (
	"testing"

	"minutebook/agenda"
)

// hugeMinute is the meeting of a hugeBook, open.
func hugeMinute(t testing.TB) (*app, *live) {
	a := newTestApp(t, hugeBook(t), 120, 40)
	drive(t, a, "enter")
	return a, a.top().(*live)
}

// What can be chosen is worked out when the item changes, not for each step.
func TestChoosingDoesNotWalkTheItem(t *testing.T) {
	a, l := hugeMinute(t)
	drive(t, a, "alt+up")
	if n := testing.AllocsPerRun(10, func() { l.picks() }); n > 0 || len(l.picks()) != 5000 {
		t.Errorf("%d to choose from in %v allocations", len(l.picks()), n)
	}
	first := l.chosen
	drive(t, a, "ctrl+d")
	if got := l.picks(); len(got) != 4999 || got[4998] == first {
		t.Errorf("the struck entry can be chosen")
	}
	drive(t, a, "% a thought of the clerk", "enter", "f7")
	want := len(l.picks())
	if drive(t, a, "f7"); len(l.picks()) == want {
		t.Errorf("%d to choose from with the clerk's notes and without", want)
	}
	if l.picks()[0] == (pick{}) || l.noting(agenda.ID(0)).picks != nil {
		t.Error("a choice of nothing")
	}
}
