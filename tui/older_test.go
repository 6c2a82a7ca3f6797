package tui

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// olderDiary is the journal of a book that is an older copy.
type olderDiary struct {
	*diary
	on  bool
	err error
}

func (j *olderDiary) Older() (book, seen uint64, at time.Time, ok bool) {
	return 7, 9, teatime, !j.on
}

func (j *olderDiary) GoOn() error {
	j.on = j.err == nil
	return j.err
}

func TestOlderCopyIsToldUntilTheClerkGoesOn(t *testing.T) {
	a := newTestApp(t, newTestBook(t), 80, 24)
	j := &olderDiary{diary: newDiary()}
	a.journal = j
	if got := plainFrame(a); !strings.Contains(got, "OLDER COPY  It lacks 2 changes up to 12 Mar 2026, ") {
		t.Errorf("nobody is told:\n%s", got)
	}
	drive(t, a, "f9", "enter")
	if j.on {
		t.Fatal("the safe row goes on")
	}
	j.err = errors.New("no space left")
	if drive(t, a, "f9", "down", "enter"); j.on || !strings.Contains(plainFrame(a), "could not be noted: no space left") {
		t.Errorf("nobody is told that it failed:\n%s", plainFrame(a))
	}
	j.err = nil
	if drive(t, a, "f9", "down", "enter"); !j.on || strings.Contains(plainFrame(a), "OLDER") {
		t.Errorf("gone on %v:\n%s", j.on, plainFrame(a))
	}
}

// The band stands on every screen, and the question names where what is newer is.
func TestOlderCopyIsToldInTheMeeting(t *testing.T) {
	a, _ := openMeeting(t, northmoor, 80, 24)
	j := &olderDiary{diary: newDiary()}
	a.journal = j
	a.newer = func() string { return "2026-03-12T180200Z" }
	if got := plainFrame(a); !strings.Contains(got, "OLDER COPY  It lacks 2 changes up to 12 Mar 2026, ") {
		t.Errorf("nobody is told:\n%s", got)
	}
	drive(t, a, "f9")
	if got := strings.Join(strings.Fields(strings.ReplaceAll(plainFrame(a), "│", " ")), " "); !strings.Contains(got, "The snapshot 2026-03-12T180200Z is newer: minutebook restore brings it back.") {
		t.Errorf("the snapshot is not named:\n%s", plainFrame(a))
	}
	if drive(t, a, "down", "enter"); !j.on || strings.Contains(plainFrame(a), "OLDER") {
		t.Errorf("gone on %v:\n%s", j.on, plainFrame(a))
	}
}
