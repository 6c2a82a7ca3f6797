package tui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"
	"testing"

	"minutebook/agenda"
)

// accept has a session accept a change that the book may not take.
func accept(t *testing.T, a *app, s *session, text string) {
	t.Helper()
	next, _, err := s.record().Add(s.meeting().Opening(), agenda.Entry{Kind: agenda.Narrative, Text: text})
	if err != nil {
		t.Fatal(err)
	}
	run(t, a, s.do(next, "entry"))
}

// liveOn is the live screen of a meeting of the book.
func liveOn(t *testing.T, a *app, meeting agenda.Key) *live {
	t.Helper()
	snap, body, err := a.loading(meeting)()
	if err != nil {
		t.Fatal(err)
	}
	l := newLive(a, snap, body).(*live)
	run(t, a, a.push(l))
	return l
}

func TestEveryMeetingIsGuarded(t *testing.T) {
	book := &failing{Store: newTestBook(t)}
	a := newTestApp(t, book, 80, 24)
	first := liveOn(t, a, "m0")
	book.broken = errors.New("the disk is full")
	accept(t, a, first.s, "Words that matter.")
	a.pop()
	book.broken = nil
	second := liveOn(t, a, "m3")
	accept(t, a, second.s, "Others.")
	if a.session != second.s || !second.s.Clean() || a.mayQuit() {
		t.Fatalf("clean %v; may quit %v", second.s.Clean(), a.mayQuit())
	}
	if drive(t, a, "ctrl+q") || !strings.Contains(plainFrame(a), "the disk is full") {
		t.Errorf("left without the first meeting, or said nothing:\n%s", plainFrame(a))
	}
	drive(t, a, "enter") // try again
	a.pop()
	if again := liveOn(t, a, "m0"); again.s != first.s || !again.s.Clean() || !a.mayQuit() {
		t.Errorf("clean %v; may quit %v", again.s.Clean(), a.mayQuit())
	}
	if snap, err := book.Load(context.Background(), "m0"); err != nil || !strings.Contains(sameWords(t, snap.Record), "Words that matter.") {
		t.Errorf("the book lacks the words: %v", err)
	}
}

func TestAMeetingThatIsNotSavedIsOpenedAsItWasLeft(t *testing.T) {
	book := &failing{Store: newTestBook(t)}
	a := newTestApp(t, book, 80, 24)
	first := liveOn(t, a, "m0")
	snap := first.s.base
	book.broken = errors.New("the disk is full")
	accept(t, a, first.s, "Mine.")
	if _, err := book.Store.Save(context.Background(), snap, first.s.record()); err != nil {
		t.Fatal(err)
	}
	a.pop()
	if again := liveOn(t, a, "m0"); again.s != first.s || again.s.Clean() {
		t.Error("what was accepted and not saved is gone")
	}
}

func TestHomeFromABodyOverAMeeting(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "first.", "enter", "alt+e")
	snap, err := a.store.Load(context.Background(), "meeting")
	if err != nil {
		t.Fatal(err)
	}
	if _, err = a.store.Save(context.Background(), snap, func() agenda.Record { r, _, _ := snap.Record.Strike(snap.Record.Open.Items[1].Entries[0].ID); return r }()); err != nil {
		t.Fatal(err)
	}
	accept(t, a, l.s, "mine.")
	drive(t, a, "f9")
	if got := plainFrame(a); !strings.Contains(got, "Two versions of this meeting") {
		t.Fatalf("f9 asks nothing:\n%s", got)
	}
	drive(t, a, "down", "enter")
	run(t, a, a.goHome())
	if len(a.stack) != 1 || a.session != l.s || len(a.guards()) != 2 {
		t.Errorf("%d screens and %d guards are left", len(a.stack), len(a.guards()))
	}
}

// Whatever was to be saved after the disk failed half-way, saving it once more
// reopens the book.
func TestEverySaveReopensTheBook(t *testing.T) {
	ctx := context.Background()
	unsure := fmt.Errorf("write: %w", agenda.ErrUnsure)
	disk := &halted{failing: failing{Store: ledger(t), broken: unsure}}
	a := newTestApp(t, disk, 80, 24)
	drive(t, a, "ctrl+t", "mooring", "ctrl+d")
	if got := plainFrame(a); !strings.Contains(got, "disk failed in the middle") || disk.reopened != 0 {
		t.Errorf("reopened %d times:\n%s", disk.reopened, got)
	}
	if drive(t, a, "ctrl+d"); stateIn(t, disk, "mooring") != "done" || disk.reopened != 1 {
		t.Errorf("state %q; reopened %d times", stateIn(t, disk, "mooring"), disk.reopened)
	}
	disk.broken = unsure
	drive(t, a, "ctrl+z")
	body, err := disk.Body(ctx, "nhc")
	if err != nil {
		t.Fatal(err)
	}
	if msg := a.keepBody(body)().(bodyKeptMsg); msg.err != nil || disk.reopened != 2 {
		t.Errorf("%v; reopened %d times", msg.err, disk.reopened)
	}
}

func TestLeavingWaitsForAnAction(t *testing.T) {
	book := &failing{Store: ledger(t)}
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "ctrl+t", "mooring")
	held := hold(a, "ctrl+d")
	if a.mayQuit() || drive(t, a, "ctrl+q") || !a.leaving {
		t.Fatal("leaves before the action is in the book")
	}
	book.broken = errors.New("the disk is full")
	if run(t, a, held[0]) || a.leaving || !strings.Contains(plainFrame(a), "Not kept: the disk is full.") {
		t.Errorf("left, and the clerk never knew:\n%s", plainFrame(a))
	}
	book.broken = nil
	held = hold(a, "ctrl+d", "ctrl+q")
	if !run(t, a, held[0]) || stateIn(t, book, "mooring") != "done" {
		t.Error("does not leave once all is saved")
	}
}

func TestASignalTellsOfAnActionThatWasNotKept(t *testing.T) {
	book := &failing{Store: ledger(t), broken: errors.New("the disk is full")}
	for _, answered := range []bool{false, true} {
		a := newTestApp(t, book, 80, 24)
		drive(t, a, "ctrl+t", "mooring")
		held := hold(a, "ctrl+d")
		a.update(leaveMsg{})
		if answered && !run(t, a, held[0]) {
			t.Errorf("%v is waited for", syscall.SIGTERM)
		}
		if err := a.settle(); err == nil || !a.mayQuit() {
			t.Errorf("answered %v: settled with %v", answered, err)
		}
	}
}
