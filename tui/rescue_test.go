package tui

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"minutebook/exports"
)

// A meeting that the book does not take is in a copy of its owner's, the newest
// state of it, until the book has taken it. It is tried again by itself.
func TestRescueCopyWhileTheBookTakesNothing(t *testing.T) {
	a, l, j := withDiary(t, northmoor)
	a.rescue = filepath.Join(t.TempDir(), "state")
	var pauses []time.Duration
	a.after = func(d time.Duration, _ tea.Msg) tea.Cmd { pauses = append(pauses, d); return nil }
	disk := &failing{Store: a.store, broken: errors.New("no space left on device")}
	l.s.store = disk
	drive(t, a, "pgdown", "first.", "enter", "the canary sang.", "enter")
	if !slices.ContainsFunc(a.told, func(m told) bool { return strings.HasPrefix(m.words, "a copy of the meeting is in "+a.rescue) }) {
		t.Errorf("it says %+v", a.told)
	}
	all, _ := filepath.Glob(filepath.Join(a.rescue, "*"))
	if len(all) != 1 {
		t.Fatalf("the folder holds %v", all)
	}
	info, err := os.Stat(all[0])
	if err != nil || info.Mode() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	file, err := os.Open(all[0])
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	copied, err := exports.ReadJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := texts(copied.Meeting, "1"), texts(l.s.meeting(), "1"); got != want || got == "" {
		t.Errorf("the copy holds %q, the screen %q", got, want)
	}
	for range 8 {
		send(t, a, retryMsg{})
	}
	for i, d := range pauses {
		if d > retryMost || i > 0 && d < pauses[i-1] {
			t.Errorf("it is tried again after %v", pauses)
		}
	}
	disk.broken, pauses = fmt.Errorf("save the meeting: %w", syscall.ENOSPC), nil
	for range 8 { // somebody makes room
		send(t, a, retryMsg{})
	}
	for _, d := range pauses[1:] { // the first was under way
		if d > 5*time.Second {
			t.Errorf("a full disk is looked at again after %v", pauses)
		}
	}
	disk.broken = nil
	send(t, a, retryMsg{})
	if all, _ = filepath.Glob(filepath.Join(a.rescue, "*")); len(all) > 0 || !l.s.Clean() || j.said() != "" {
		t.Errorf("with space: left %v, clean %v, the journal has %q", all, l.s.Clean(), j.said())
	}
}

// A copy that an earlier run left of the same meeting is not written over: it may
// say what this run does not know.
func TestRescueCopyLeavesTheOneOfBefore(t *testing.T) {
	a, l, _ := withDiary(t, northmoor)
	a.rescue = t.TempDir()
	disk := &failing{Store: a.store, broken: errors.New("no space left on device")}
	for n := range 2 { // the second is another run on the same meeting
		l.s.store, l.s.rescue = disk, rescue{}
		drive(t, a, "pgdown", "words of a run.", "enter", "more of it.", "enter")
		if all, _ := filepath.Glob(filepath.Join(a.rescue, "not-saved-*.json")); len(all) != n+1 {
			t.Errorf("after run %d there is %v", n+1, all)
		}
	}
}
