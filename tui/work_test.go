package tui

import (
	"strings"
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
	drive(t, a, "% a thought of the clerk", "enter", "alt+h")
	want := len(l.picks())
	if drive(t, a, "alt+h"); len(l.picks()) == want {
		t.Errorf("%d to choose from with the clerk's notes and without", want)
	}
	if l.picks()[0] == (pick{}) || l.seen(agenda.ID(0)).picks != nil {
		t.Error("a choice of nothing")
	}
}

// The words of the meeting are lowered when it is searched first, and each
// letter more is looked for among the hits alone.
func TestFindingDoesNotReadTheMeetingAgain(t *testing.T) {
	a, l := hugeMinute(t)
	drive(t, a, "ctrl+f", "year 4")
	f := &l.finding
	all := f.all[0]
	if len(f.hits) != 556 {
		t.Errorf("%d hits", len(f.hits))
	}
	for _, keys := range []string{"8", "backspace", "ctrl+u", "TIDES OF YEAR 48"} {
		drive(t, a, keys)
	}
	if f.all[0] != all || len(f.hits) != 56 {
		t.Errorf("%d hits, read again: %t", len(f.hits), f.all[0] != all)
	}
	for _, p := range f.all {
		if !strings.Contains(p.text, "year 48") {
			p.text = "tides of year 484" // which is not looked at any more
		}
	}
	if drive(t, a, "4"); len(f.hits) != 6 {
		t.Errorf("%d hits among all, not among the hits", len(f.hits))
	}
	drive(t, a, "esc", "A word about herons.", "enter", "ctrl+f", "heron")
	if len(f.hits) != 1 {
		t.Errorf("%d hits for what was minuted since", len(f.hits))
	}
}

// What happened to people is read when the meeting changes, not for each row.
func TestTheRoomIsReadOncePerChange(t *testing.T) {
	a, _ := hugeMinute(t)
	drive(t, a, "f2")
	a.frame()
	r := a.top().(*room)
	people := &r.known.people[0]
	for _, k := range []string{"down", "tab", "number1", "up"} {
		drive(t, a, k)
		a.frame()
	}
	if &r.known.people[0] != people || len(r.rows()) != 11 || len(r.drawn) != 11 {
		t.Errorf("%d people of that name, %d drawn, read again: %t", len(r.rows()), len(r.drawn), &r.known.people[0] != people)
	}
	p := r.rows()[r.at]
	if drive(t, a, "enter"); r.place(p).What == "" || &r.known.people[0] == people {
		t.Errorf("%s is %q", p.Name, r.place(p).What)
	}
}

// A cadence that seldom comes is not walked again for every frame.
func TestTheNextDateIsWorkedOutOncePerDate(t *testing.T) {
	a := newTestApp(t, ferryBook(t), 80, 24)
	drive(t, a, "skerry", "ctrl+n")
	a.frame()
	s := sheetOf(t, a)
	was := s.after
	a.frame()
	drive(t, a, "ctrl+z")
	if s.after != was || was == nil {
		t.Errorf("worked out again: %v, then %v", was, s.after)
	}
	before := s.date.text()
	if drive(t, a, "right"); s.after == was || s.date.text() == before {
		t.Errorf("after %s comes %s", before, s.date.text())
	}
}

// What is minuted while the question to close stands is not lost by the answer.
func TestClosingKeepsWhatCameBehindTheQuestion(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "first.", "enter", "/close 19:00", "enter")
	next, _, err := l.s.record().Add(l.target(), agenda.Entry{Kind: agenda.Narrative, Text: "Behind the question."})
	if err != nil {
		t.Fatal(err)
	}
	run(t, a, l.s.do(next, "words"))
	drive(t, a, "down", "enter")
	if m := l.s.meeting(); m.ClosedAt().TimeOfDay() != "19:00" || !strings.Contains(plainFrame(a), "Behind the question.") {
		t.Errorf("closed at %q:\n%s", m.ClosedAt(), plainFrame(a))
	}
}
