package tui

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"minutebook/agenda"
)

func TestWhyIsSaidFirst(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{&fs.PathError{Op: "write", Path: "/a/long/way/to/north.book", Err: syscall.ENOSPC}, "The disk is full."},
		{fmt.Errorf("save the meeting: %w", syscall.EDQUOT), "The disk is full."},
		{fmt.Errorf("save the meeting: %w", agenda.ErrNoRoom), "The disk is full."},
		{syscall.EROFS, "The book may not be written."},
		{syscall.EACCES, "The book may not be written."},
		{syscall.EIO, "The disk failed."},
		{fmt.Errorf("save the meeting: %w", fmt.Errorf("%w: it was cut short. Close it", agenda.ErrReplaced)), "Another program changed the file of the book while it was open: it was cut short. Close it."},
		{fmt.Errorf("save the meeting: %w (%w)", agenda.ErrUnsure, fmt.Errorf("%w: no file", agenda.ErrReplaced)), "Another program changed the file of the book while it was open: no file."},
		{errors.New("odd"), "The book could not be written: odd."},
	} {
		if got := causeFirst(c.err); got != c.want {
			t.Errorf("%v: %q", c.err, got)
		}
	}
}

func TestTryingAgainIsAnswered(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	disk := &failing{Store: a.store, broken: fmt.Errorf("save the meeting: %w", syscall.ENOSPC)}
	l.s.store = disk
	drive(t, a, "pgdown", "words that matter.", "enter")
	if got := plainFrame(a); !strings.Contains(got, "NOT SAVED  The disk is full.") {
		t.Errorf("the cause is not first:\n%s", got)
	}
	drive(t, a, "f9", "enter")
	if got := plainFrame(a); !strings.Contains(got, "tried again: the disk is still full") {
		t.Errorf("no answer:\n%s", got)
	}
	for _, c := range []struct {
		j     *diary
		words bool
		want  string
	}{
		{nil, true, "what was kept since the last save is lost"},
		{newDiary(), false, "what was kept since the last save is lost"},
		{newDiary(), true, "the words are offered at the next start; other changes are lost"},
	} {
		if a.journal, l.s.held = nil, nil; c.j != nil {
			a.journal = c.j
		}
		if c.words {
			l.s.hold(1)
		}
		if got := a.unsaved("The disk is full.").choices[1].does; got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
	disk.broken = nil
	if drive(t, a, "f9", "f9"); a.message != "saved" {
		t.Errorf("saved, and the answer is %q", a.message)
	}
}
