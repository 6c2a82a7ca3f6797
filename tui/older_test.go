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
	if got := plainFrame(a); !strings.Contains(got, "OLDER COPY  This book ends 2 changes before") {
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
