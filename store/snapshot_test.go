package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"minutebook/agenda"
)

var noon = time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)

func madeBook(t testing.TB) *Book {
	t.Helper()
	b, err := Create(filepath.Join(t.TempDir(), "a.book"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	return b
}

// TestSnapshot: a snapshot is the book, for its owner alone, none of what was
// deleted is in it, and it is never written over another.
func TestSnapshot(t *testing.T) {
	b := madeBook(t)
	saved(t, b, agenda.Snapshot{}, 20)
	if !b.SnapshotDue(noon) {
		t.Error("the first is not due")
	}
	var paths []string
	for range 3 {
		path, err := b.Snapshot(ctx, noon, Asked)
		if err != nil || slices.Contains(paths, path) {
			t.Fatal(path, err)
		}
		paths = append(paths, path)
	}
	list, err := Snapshots(b.Path())
	if err != nil || len(list) != 3 || list[2].Path != paths[0] || !list[2].At.Equal(noon) {
		t.Fatalf("%+v, %v", list, err)
	}
	if b.SnapshotDue(noon.Add(23*time.Hour)) || !b.SnapshotDue(noon.Add(25*time.Hour)) {
		t.Error("the next is due at the wrong time")
	}
	files, err := os.ReadDir(SnapshotFolder(b.Path()))
	if err != nil || len(files) != 3 {
		t.Errorf("left behind: %v, %v", files, err)
	}
	mustBe(t, SnapshotFolder(b.Path()), 0o700)
	mustBe(t, paths[0], 0o600)
	kept, err := OpenReadOnly(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = kept.Close() }()
	if got, want := dump(t, kept, buckets...), dump(t, b, buckets...); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Error("the snapshot says something else than the book")
	}
}

func mustBe(t *testing.T, path string, mode os.FileMode) {
	t.Helper()
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
		t.Errorf("%s has the mode %v, want %v: %v", path, info.Mode(), mode, err)
	}
}

// TestSnapshotForgets: what nothing in the book says any more is not in a copy.
func TestSnapshotForgets(t *testing.T) {
	b := madeBook(t)
	body := agenda.Body{Key: "b1", Name: "QZXCANARY"}
	if err := b.SaveBody(ctx, body); err != nil {
		t.Fatal(err)
	}
	body.Name = "Northmoor Harbour Committee"
	if err := b.SaveBody(ctx, body); err != nil {
		t.Fatal(err)
	}
	path, err := b.Snapshot(ctx, noon, Asked)
	if err != nil {
		t.Fatal(err)
	}
	for file, has := range map[string]bool{b.Path(): true, path: false} {
		if text, err := os.ReadFile(file); err != nil || bytes.Contains(text, []byte("QZXCANARY")) != has {
			t.Errorf("%s: the deleted words are there: want %v, %v", file, has, err)
		}
	}
}

// TestSnapshotOfADamagedBook: no copy of damage pushes out a sound one.
func TestSnapshotOfADamagedBook(t *testing.T) {
	b := madeBook(t)
	at := saved(t, b, agenda.Snapshot{}, 3)
	damage(t, b, recordBucket, headKey(at.Record.Open.Key))
	if _, err := b.Snapshot(ctx, noon, Daily); !errors.Is(err, ErrDamaged) {
		t.Errorf("snapshot: %v", err)
	}
	if list, err := os.ReadDir(SnapshotFolder(b.Path())); err != nil || len(list) != 0 {
		t.Errorf("%v, %v", list, err)
	}
}

// TestBackup: a copy to a place of one's own.
func TestBackup(t *testing.T) {
	b := madeBook(t)
	saved(t, b, agenda.Snapshot{}, 3)
	path := filepath.Join(t.TempDir(), "copy.book")
	if err := b.Backup(ctx, path); err != nil {
		t.Fatal(err)
	}
	mustBe(t, path, 0o600)
	if err := b.Backup(ctx, path); !errors.Is(err, ErrExists) {
		t.Errorf("over a file: %v", err)
	}
	if c, err := Verify(path); err != nil || c.Meetings != 1 || c.Entries != 2 || c.Newest != "2026-03-12T18:00" {
		t.Errorf("%+v, %v", c, err)
	}
	if err := Memory().Backup(ctx, path+"2"); err == nil {
		t.Error("a book in memory was copied")
	}
}

// BenchmarkSnapshotDelays is how long saves take while a snapshot is made of a
// book of 50 MB, and how long the snapshot takes.
func BenchmarkSnapshotDelays(b *testing.B) {
	book := madeBook(b)
	at := saved(b, book, agenda.Snapshot{}, 1)
	for i := range 100 {
		r := sitting(0)
		r.Open.Key = agenda.Key(fmt.Sprintf("meeting%d", i))
		for range 400 {
			r, _, _ = r.Add(r.Open.Items[4].ID, agenda.Entry{Kind: agenda.Narrative, Text: strings.Repeat("The winter tides were heard. ", 35)})
		}
		if _, err := book.Save(ctx, agenda.Snapshot{}, r); err != nil {
			b.Fatal(err)
		}
	}
	info, err := os.Stat(book.Path())
	if err != nil {
		b.Fatal(err)
	}
	var alone, during []time.Duration
	save := func() time.Duration {
		start := time.Now()
		at = saved(b, book, at, 1)
		return time.Since(start)
	}
	for range 100 {
		alone = append(alone, save())
	}
	for b.Loop() {
		done := make(chan error)
		go func() { _, err := book.Snapshot(ctx, noon, Asked); done <- err }()
		for busy := true; busy; {
			select {
			case err := <-done:
				if busy = false; err != nil {
					b.Fatal(err)
				}
			default:
				during = append(during, save())
			}
		}
	}
	b.ReportMetric(float64(info.Size())/(1<<20), "MiB")
	for name, times := range map[string][]time.Duration{"alone": alone, "during": during} {
		slices.Sort(times)
		b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, name+"-p50-ms")
		b.ReportMetric(float64(times[len(times)-1].Microseconds())/1000, name+"-max-ms")
	}
}
