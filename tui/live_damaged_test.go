package tui

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/store"
)

// TestDamagedMeeting: the clerk who meets damage is offered the newest snapshot in
// which the meeting is whole, is asked once, and has it back.
func TestDamagedMeeting(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "a.book")
	disk, err := store.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	_, sample := openMeeting(t, northmoor, 80, 24)
	r, _, err := sample.s.record().Add(sample.s.meeting().Items[1].ID, agenda.Entry{Kind: agenda.Narrative, Text: "The quay was wet."})
	if err == nil {
		_, err = disk.Save(ctx, agenda.Snapshot{}, r)
	}
	if err == nil {
		_, err = disk.Snapshot(ctx, time.Date(2026, 3, 12, 19, 0, 0, 0, time.UTC), store.Asked)
	}
	file, readErr := os.ReadFile(path)
	if err := errors.Join(err, readErr, disk.Close()); err != nil {
		t.Fatal(err)
	}
	hurt := bytes.ReplaceAll(file, []byte("The quay was wet."), []byte("The quay was red."))
	if err := os.WriteFile(path, hurt, 0o600); err != nil {
		t.Fatal(err)
	}
	if disk, err = store.Open(path); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = disk.Close() }()
	snap, err := disk.Load(ctx, r.Open.Key)
	if err != nil || len(snap.Damage) != 1 {
		t.Fatalf("%v, %v", snap.Damage, err)
	}
	a := newTestApp(t, disk, 80, 24)
	run(t, a, a.push(newLive(a, snap, sample.s.body)))
	screens := len(a.stack)
	drive(t, a, "pgdown")
	golden(t, a, "damaged-place")
	for _, want := range []string{"1 part of this meeting cannot be read.", "Entry 1 (damaged in the book)", "f9 what to do"} {
		if got := plainFrame(a); !strings.Contains(got, want) {
			t.Errorf("it lacks %q:\n%s", want, got)
		}
	}
	drive(t, a, "half a sentence", "f9")
	if _, ok := a.top().(*live); !ok || !strings.Contains(a.message, "first keep, or take back, what you are typing") {
		t.Fatalf("with words on their way it says %q over %T", a.message, a.top())
	}
	drive(t, a, "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
	// What the clerk went on to meanwhile is not covered by the question.
	seek := a.update(keyPresses("f9")[0])
	again := a.update(keyPresses("f9")[0])
	drive(t, a, "f2")
	if run(t, a, tea.Batch(seek, again)); !strings.Contains(plainFrame(a), "present") {
		t.Fatalf("over the room there is %T", a.top())
	}
	drive(t, a, "esc", "f9")
	golden(t, a, "damaged-meeting")
	drive(t, a, "down")
	bring := a.update(keyPresses("enter")[0])
	drive(t, a, "words that nothing takes", "enter", "esc", "f1")
	run(t, a, bring)
	if len(a.stack) != screens {
		t.Errorf("%d screens are left of %d", len(a.stack), screens)
	}
	l, ok := a.top().(*live)
	if !ok || l.damaged > 0 || !strings.Contains(a.message, "brought back; the book as it was is the snapshot ") {
		t.Fatalf("said %q over %T", a.message, a.top())
	}
	after, err := disk.Load(ctx, r.Open.Key)
	if err != nil || len(after.Damage) > 0 || entryCount(after.Record) != entryCount(r) {
		t.Errorf("in the book: %v, %v", after.Damage, err)
	}
}

// TestDamagedWithoutASnapshot: the way on is named with its usage.
func TestDamagedWithoutASnapshot(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	run(t, a, l.askMend(a, copyMsg{err: agenda.ErrNotFound}))
	golden(t, a, "damaged-no-snapshot")
	for _, want := range []string{"minutebook restore FILE --meeting ", "minutebook salvage BROKEN.book NEW.book"} {
		if !strings.Contains(a.top().(*confirm).why, want) {
			t.Errorf("it lacks %q:\n%s", want, plainFrame(a))
		}
	}
	if drive(t, a, "enter"); a.top() != screen(l) {
		t.Errorf("going on led to %T", a.top())
	}
}

// TestDamagedBodyOnHome: a body that cannot be read is said to be damaged before
// anything is opened.
func TestDamagedBodyOnHome(t *testing.T) {
	a := newTestApp(t, newTestBook(t), 80, 24)
	h := newHome()
	if b := h.damagedBand(a); b != nil {
		t.Errorf("of a sound book it says %+v", b)
	}
	h.bodies = []agenda.Body{{Name: agenda.StandIn}}
	if b := h.damagedBand(a); b == nil || b.Word != "DAMAGED" {
		t.Errorf("it says %+v", b)
	}
}
