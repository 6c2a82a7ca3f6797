package tui

import (
	"fmt"
	"strings"
	"syscall"
	"testing"

	"minutebook/agenda"
)

// errOverwritten is what the store says of a book that another program wrote.
var errOverwritten = fmt.Errorf("save the meeting: %w", fmt.Errorf("%w: it was cut short, from 98304 bytes to 4096. Nothing more is written to it; "+
	"what was typed is safe in the journal. Close Minutebook, put the right file back under its name, and open it again", agenda.ErrReplaced))

// TestWhatToDoHasRoom: at 80 columns the band says why in whole words and how much
// waits; the box behind its key says the rest to the last word.
func TestWhatToDoHasRoom(t *testing.T) {
	a, l, _ := withDiary(t, northmoor)
	a.width, a.height = 80, 24
	a.rescue = "/state"
	disk := &failing{Store: a.store, broken: errOverwritten}
	l.s.store = disk
	l.s.rescue = rescue{path: "/var/office/state/minutebook/not-saved-abcdefgh.json", writing: true}
	drive(t, a, "pgdown", "words that matter.", "enter", "and more.", "enter", "begun")
	golden(t, a, "stuck-band")
	for _, want := range []string{"Another program changed the file. 2 entries wait.", "f9 what to do", "enter keep in journal"} {
		if got := plainFrame(a); !strings.Contains(got, want) {
			t.Errorf("it lacks %q:\n%s", want, got)
		}
	}
	drive(t, a, "f9")
	golden(t, a, "stuck-box")
	got := strings.Join(strings.Fields(strings.NewReplacer("│", " ", "\n", " ").Replace(plainFrame(a))), " ")
	for _, want := range []string{"not-saved-abcdefgh.json", "2 entries wait in the journal", "Try again", "Go on"} {
		if !strings.Contains(got, want) {
			t.Errorf("the box lacks %q:\n%s", want, plainFrame(a))
		}
	}
	why := a.top().(*confirm).why
	if !strings.Contains(why, "open it again.") || !strings.Contains(plainFrame(a), "open it again.") {
		t.Errorf("the instruction is cut: %q", why)
	}
	if drive(t, a, "down", "enter"); a.top() != screen(l) || l.Pending() != "begun" {
		t.Errorf("going on led to %T with %q", a.top(), l.Pending())
	}
	drive(t, a, "f9")
	disk.broken = nil
	if send(t, a, retryMsg{}); a.top() != screen(l) || !l.s.Clean() {
		t.Errorf("saved meanwhile, and the box is still there: %T", a.top())
	}
}

// TestMessagesWhileStuck: what was said can be read though the key of the messages
// says what to do.
func TestMessagesWhileStuck(t *testing.T) {
	for _, way := range [][]string{{"f9", "down", "down", "enter"}, {"/messages", "enter"}, {"ctrl+p", "/messages", "enter"}} {
		a, l := openMeeting(t, northmoor, 80, 24)
		l.s.store = &failing{Store: a.store, broken: syscall.ENOSPC}
		drive(t, a, "pgdown", "first.", "enter")
		drive(t, a, way...)
		if _, ok := a.top().(*messages); !ok || !strings.Contains(plainFrame(a), "NOT SAVED: The disk is full.") {
			t.Errorf("%v leads to %T:\n%s", way, a.top(), plainFrame(a))
		}
		if drive(t, a, "f9"); a.top() != screen(l) {
			t.Errorf("%v: back is %T", way, a.top())
		}
	}
}

// TestBandAndFooterAgree: every screen with the band has its key in the footer.
func TestBandAndFooterAgree(t *testing.T) {
	for _, way := range [][]string{nil, {"f2"}, {"alt+e"}, {"alt+a"}, {"f4"}} {
		a, l := openMeeting(t, northmoor, 80, 24)
		l.s.store = &failing{Store: a.store, broken: syscall.ENOSPC}
		drive(t, a, "pgdown", "first.", "enter")
		drive(t, a, way...)
		got := strings.Split(plainFrame(a), "\n")
		if !strings.Contains(got[1], "f9 what to do") || !strings.Contains(strings.Join(got[2:], "\n"), "f9 what to do") {
			t.Errorf("%v:\n%s", way, strings.Join(got, "\n"))
		}
	}
}

func TestShortCauses(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{errOverwritten, "Another program changed the file."},
		{fmt.Errorf("save the meeting: %w", syscall.ENOSPC), "The disk is full."},
		{fmt.Errorf("save the meeting: %w", fmt.Errorf("the shelf fell on it")), "The shelf fell on it."},
		{fmt.Errorf("%s", strings.Repeat("long words ", 9)), "The book could not be written."},
	} {
		if got := shortCause(c.err); got != c.want || cells(got) > causeCells {
			t.Errorf("%v: %q", c.err, got)
		}
	}
}
