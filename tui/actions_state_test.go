package tui

import (
	"context"
	"errors"
	"strings"
	"testing"
)

// The agenda of a meeting is changed from home after it was minuted: its
// session is out of date, and an action of it must not be kept there.
func TestActionOfAMeetingThatWasLeft(t *testing.T) {
	book := ledger(t)
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "enter", "The tide was noted.", "enter", "esc", "esc", "alt+a", "ctrl+n", "Urgent", "esc", "enter")
	drive(t, a, "ctrl+t", "sailing", "ctrl+d")
	if got := stateIn(t, book, "sailing"); got != "done" || !a.mayQuit() {
		t.Fatalf("state %q:\n%s", got, plainFrame(a))
	}
	drive(t, a, "esc", "esc", "esc", "enter")
	l, ok := a.top().(*live)
	if !ok || !strings.Contains(sameWords(t, l.s.record()), `"done"`) || l.s.Stuck() != "" {
		t.Errorf("%T does not have it", a.top())
	}
}

// An action is said to be kept when the book has it, not when it was asked for.
func TestActionIsKeptWhenTheBookHasIt(t *testing.T) {
	for _, open := range []bool{false, true} {
		book := &failing{Store: ledger(t)}
		a := newTestApp(t, book, 80, 24)
		if open {
			drive(t, a, "enter")
		}
		drive(t, a, "ctrl+t", "sailing")
		held := hold(a, "ctrl+d")
		if strings.Contains(plainFrame(a), "kept") {
			t.Errorf("open %v: said too early:\n%s", open, plainFrame(a))
		}
		book.broken = errors.New("the disk is full")
		if run(t, a, held[0]); strings.Contains(plainFrame(a), "kept in") || open == a.mayQuit() {
			t.Errorf("open %v: said though it is not:\n%s", open, plainFrame(a))
		}
		if open != strings.Contains(plainFrame(a), "NOT SAVED") {
			t.Errorf("open %v: nobody knows:\n%s", open, plainFrame(a))
		}
		book.broken = nil
		again := []string{"ctrl+d"}
		if open {
			again = []string{"f9", "enter"}
		}
		if drive(t, a, again...); !strings.Contains(plainFrame(a), "kept in its minutes: “done”") || stateIn(t, book, "sailing") != "done" {
			t.Errorf("open %v: %q:\n%s", open, stateIn(t, book, "sailing"), plainFrame(a))
		}
	}
}

func TestActionsAreKeptInOrder(t *testing.T) {
	book := ledger(t)
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "ctrl+t", "mooring")
	held := append(hold(a, "ctrl+d"), hold(a, "ctrl+n", "sent", "enter")...)
	for i := range held {
		run(t, a, held[len(held)-1-i])
	}
	if got := stateIn(t, book, "mooring"); got != "sent" || !a.mayQuit() {
		t.Errorf("state %q", got)
	}
	drive(t, a, "ctrl+z")
	if got := stateIn(t, book, "mooring"); got != "done" {
		t.Errorf("state %q, taken back", got)
	}
}

func TestActionsLeftBeforeTheirAnswer(t *testing.T) {
	book := &failing{Store: ledger(t), broken: errors.New("the disk is full")}
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "ctrl+t", "sailing")
	held := hold(a, "ctrl+d")
	drive(t, a, "esc", "esc")
	run(t, a, held[0])
	if got := plainFrame(a); !strings.Contains(got, "Not kept: the disk is full.") {
		t.Errorf("%T does not say so:\n%s", a.top(), got)
	}
}

// A meeting that is opened while an action of it is kept has the action.
func TestActionIsKeptBeforeItsMeetingIsOpened(t *testing.T) {
	a := newTestApp(t, ledger(t), 80, 24)
	drive(t, a, "ctrl+t", "sailing")
	held := hold(a, "ctrl+d", "esc", "esc", "enter")
	for i := range held { // the meeting is asked for last and read first
		run(t, a, held[len(held)-1-i])
	}
	l, ok := a.top().(*live)
	if !ok {
		t.Fatalf("at %T", a.top())
	}
	accept(t, a, l.s, "More.")
	if !l.s.Clean() || !strings.Contains(sameWords(t, l.s.record()), `"done"`) {
		t.Errorf("the action is not there, or %q", l.s.Stuck())
	}
}

func TestActionsAreTakenBackOneByOne(t *testing.T) {
	book := ledger(t)
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "ctrl+t", "mooring", "ctrl+n", "one", "enter", "ctrl+n", ", two", "enter")
	for _, cmd := range hold(a, "ctrl+z", "ctrl+z") {
		run(t, a, cmd)
	}
	if got := stateIn(t, book, "mooring"); got != "" {
		t.Errorf("state %q after both were taken back", got)
	}
	drive(t, a, "ctrl+n", "mine", "enter")
	s := a.top().(*actions)
	ref := s.last[0].ref
	snap, err := book.Load(context.Background(), ref.Meeting)
	if err != nil {
		t.Fatal(err)
	}
	next, err := snap.Record.SetState(ref.Entry, "theirs")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := book.Save(context.Background(), snap, next); err != nil {
		t.Fatal(err)
	}
	drive(t, a, "ctrl+z")
	if got := stateIn(t, book, "mooring"); got != "theirs" || !strings.Contains(plainFrame(a), "it is “theirs” by now") {
		t.Errorf("state %q:\n%s", got, plainFrame(a))
	}
}

func TestActionThatCouldNotBeTakenBackIsTriedAgain(t *testing.T) {
	book := &failing{Store: ledger(t)}
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "ctrl+t", "mooring", "ctrl+n", "one", "enter")
	book.broken = errors.New("the disk is full")
	drive(t, a, "ctrl+z")
	book.broken = nil
	if drive(t, a, "ctrl+z"); stateIn(t, book, "mooring") != "" {
		t.Errorf("state %q:\n%s", stateIn(t, book, "mooring"), plainFrame(a))
	}
}

// The list loads anew, a row shorter, while progress is typed.
func TestProgressIsOfTheActionItWasBegunOn(t *testing.T) {
	book := ledger(t)
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "ctrl+t")
	s := a.top().(*actions)
	held := hold(a, "ctrl+d")
	drive(t, a, "down", "ctrl+n", "spoke to them")
	of := s.of
	run(t, a, held[0])
	if got := plainFrame(a); !strings.Contains(got, "spoke to them") || s.Pending() == "" {
		t.Errorf("the words are gone:\n%s", got)
	}
	drive(t, a, "enter")
	snap, err := book.Load(context.Background(), of.Ref.Meeting)
	if err != nil {
		t.Fatal(err)
	}
	if got := stateNow(snap.Record, of.Ref); got != of.State+"spoke to them" {
		t.Errorf("state %q", got)
	}
	if now, ok := s.list.chosen(); !ok || now.Ref != of.Ref {
		t.Errorf("the focus is on %+v", now)
	}
}
