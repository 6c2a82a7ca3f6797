package store

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestRotation: whatever lies in the folder, the newest stays, what it does not
// know stays, and dropping twice drops nothing more.
func TestRotation(t *testing.T) {
	now := time.Date(2026, 3, 31, 20, 41, 0, 0, time.UTC)
	rapid.Check(t, func(rt *rapid.T) {
		strange := []string{"notes.txt", "2026-03-12.book", "2026-03-12T180200Z.book.old", "2026-13-12T180200Z.book", ".x.new", snapshotName(now, BeforeRestore)}
		names := slices.Clone(strange)
		var newest time.Time
		for _, h := range rapid.SliceOfN(rapid.IntRange(-48, 24*500), 0, 60).Draw(rt, "hours") {
			at := now.Add(-time.Duration(h) * time.Hour)
			if name := snapshotName(at, Daily); !slices.Contains(names, name) {
				names = append(names, name)
			}
			if at.After(newest) {
				newest = at
			}
		}
		drop := expired(names, now)
		left := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return slices.Contains(drop, n) })
		for _, n := range append(strange, snapshotName(newest, Daily)) {
			if slices.Contains(names, n) && !slices.Contains(left, n) {
				rt.Fatalf("%s was dropped", n)
			}
		}
		if want := min(len(names), len(strange)+keepLast); len(left) < want {
			rt.Fatalf("%d left of %d", len(left), len(names))
		}
		if again := expired(left, now); len(again) > 0 {
			rt.Fatalf("then %v went too", again)
		}
		if most := len(strange) + keepLast + keepDays + keepMonths + 3; len(left) > most {
			rt.Fatalf("%d are kept", len(left))
		}
	})
}

// TestRotationOfAYear: two a day, and in September there are these.
func TestRotationOfAYear(t *testing.T) {
	var names []string
	start := time.Date(2025, 1, 1, 9, 0, 0, 0, time.UTC)
	now := start
	for range 500 {
		now = now.Add(12 * time.Hour)
		names = append(names, snapshotName(now, Daily))
		drop := expired(names, now)
		names = slices.DeleteFunc(names, func(n string) bool { return slices.Contains(drop, n) })
	}
	// The last five are of three days; eleven days more; and the months before
	// the last, whose last day is among the days.
	if want := 5 + 11 + 7; len(names) != want || names[0] != "2025-01-31T210000Z.book" {
		t.Errorf("%d are left, want %d: %v", len(names), want, names)
	}
}
