package tui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"minutebook/agenda"
	"minutebook/store"
)

// copying is a book that tells which copies of it were asked for.
type copying struct {
	agenda.Store
	made   []string
	broken error
}

func (c *copying) SnapshotDue(time.Time) bool { return true }

func (c *copying) Snapshot(_ context.Context, _ time.Time, why string) (string, error) {
	c.made = append(c.made, why)
	return "", c.broken
}

// TestSnapshotAtTheEnd: a copy is kept when a meeting closes or is adjourned,
// after its last words are in the book, and not at every key.
func TestSnapshotAtTheEnd(t *testing.T) {
	for _, line := range []string{"/close 20:41", "/adjourn to 2026-03-19 18:00"} {
		a, l := openMeeting(t, northmoor, 80, 24)
		book := &copying{Store: a.store}
		a.store = mending(book)
		drive(t, a, "pgdown", "pgdown", "backspace", line, "enter", "down", "enter")
		if !ended(l.s.meeting()) || !slices.Equal(book.made, []string{"closed"}) {
			t.Errorf("%s: over: %v, copies: %v", line, ended(l.s.meeting()), book.made)
		}
	}
}

// TestSnapshotDaily: the interface keeps a copy where the last is old, and says
// so where it cannot.
func TestSnapshotDaily(t *testing.T) {
	disk, err := store.Create(filepath.Join(t.TempDir(), "a.book"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = disk.Close() }()
	a := newTestApp(t, disk, 80, 24)
	for range 2 {
		run(t, a, a.keepDaily())
	}
	if list, err := store.Snapshots(disk.Path()); err != nil || len(list) != 1 {
		t.Errorf("%v, %v", list, err)
	}
	a.store = mending(&copying{Store: disk, broken: errors.New("the disk is full")})
	run(t, a, a.keepDaily())
	if a.message != "No snapshot of the book was made. The disk is full." {
		t.Errorf("said %q", a.message)
	}
	a = newTestApp(t, newTestBook(t), 80, 24)
	a.store = mending(&copying{Store: a.store, broken: fmt.Errorf("keep a snapshot: .2RNZPNJ.new: NHC/2026-03-12: item 1, entry 1: %w", agenda.ErrDamaged)})
	run(t, a, a.keepDaily())
	if strings.Contains(a.message, ".new") || !strings.Contains(a.message, "Part of the book is damaged; minutebook check says where.") {
		t.Errorf("of a damaged book it said %q", a.message)
	}
	drive(t, a, "down")
	if got := plainFrame(a); !strings.Contains(got, "DAMAGED  Part of this book cannot be read. minutebook check says where.") {
		t.Errorf("home does not say it:\n%s", got)
	}
}
