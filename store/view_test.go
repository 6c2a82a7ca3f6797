package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"minutebook/agenda"
)

// writing saves one entry after another, as often as more says, until it is told
// to stop. Without that bound a fast disk would make a book of a thousand
// meetings, and each view copies all of it.
func writing(b *Book, at agenda.Snapshot) (more func(), stop func() (saves int, err error)) {
	end, done, n := make(chan struct{}), make(chan error, 1), 0
	turn := make(chan struct{}, 8)
	go func() {
		for {
			select {
			case <-end:
				done <- nil
				return
			case <-turn:
			}
			next := spoken(at.Record)
			if n%3 == 2 { // also something that makes pages free
				next = sitting(5 + n%40)
			}
			now, err := b.Save(ctx, at, next)
			if err != nil {
				done <- err
				return
			}
			at = now
			n++
		}
	}()
	more = func() {
		for range 4 {
			select {
			case turn <- struct{}{}:
			default: // it has enough to do
			}
		}
	}
	return more, func() (int, error) { close(end); err := <-done; return n, err }
}

// TestViewersSeeWholeBooks: whatever the clerk writes meanwhile, a viewer sees
// the book as it was after one of the saves.
func TestViewersSeeWholeBooks(t *testing.T) {
	views := 500
	if testing.Short() {
		views = 50
	}
	b, at, _ := minuted(t)
	for i := range 30 { // so that a copy takes longer than a commit
		r := sitting(60)
		r.Open.Key = agenda.Key(fmt.Sprintf("other-%d", i))
		if _, err := b.Save(ctx, agenda.Snapshot{}, r); err != nil {
			t.Fatal(err)
		}
	}
	more, stop := writing(b, at)
	last, refused := uint64(0), 0
	for i := range views {
		more()
		v, err := OpenReadOnly(b.path)
		if err != nil {
			t.Errorf("open %d: %v", i, err)
			refused++
			continue
		}
		got, err := v.Load(ctx, at.Record.Open.Key)
		if err != nil || len(got.Damage) > 0 {
			t.Errorf("view %d: %v, damage %v", i, err, got.Damage)
		}
		id, seq, err := v.Identity(ctx)
		if err != nil || id != b.id || seq < last {
			t.Errorf("view %d: %d changes after %d, %v", i, seq, last, err)
		}
		last = seq
		if all, err := v.Meetings(ctx); err != nil || len(all) != 31 || !agrees(v.kv.(*viewer).kv) {
			t.Errorf("view %d: %d meetings, %v", i, len(all), err)
		}
		if err := v.Close(); err != nil {
			t.Error(err)
		}
	}
	saves, err := stop()
	if err != nil || saves < 50 {
		t.Errorf("%d saves meanwhile, %v", saves, err)
	}
	t.Logf("%d of %d opened, %d saves meanwhile", views-refused, views, saves)
}

// TestViewerStaysFresh: a viewer that is open for long sees what is new, at the
// latest a second later, and never asks the clerk for anything.
func TestViewerStaysFresh(t *testing.T) {
	b, at, _ := minuted(t)
	v, err := OpenReadOnly(b.path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = v.Close() }()
	kv, now := v.kv.(*viewer), time.Now()
	kv.now = func() time.Time { return now }
	saw := func(want agenda.Snapshot) {
		t.Helper()
		if got, err := v.Load(ctx, want.Record.Open.Key); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("load: revision %s, want %s, %v", got.Revision, want.Revision, err)
		}
	}
	saw(at)
	first := v.AsOf()
	newer, err := b.Save(ctx, at, spoken(at.Record))
	if err != nil {
		t.Fatal(err)
	}
	saw(at) // looked just now
	now = now.Add(lookAgain)
	saw(newer)
	if of := v.AsOf(); !of.Equal(now) || !of.After(first) {
		t.Errorf("as of %v, want %v", of, now)
	}
	now = now.Add(time.Minute)
	saw(newer)
	if of := v.AsOf(); of.Equal(now) {
		t.Error("a copy was made for nothing")
	}
	if err := os.Rename(b.path, b.path+".away"); err != nil {
		t.Fatal(err)
	}
	now = now.Add(time.Minute)
	saw(newer)
	if !b.AsOf().IsZero() {
		t.Error("the clerk's own book is of some other time")
	}
	if err := v.SaveBody(ctx, agenda.Body{Key: "nhc"}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("save: %v", err)
	}
}

// TestViewerLeavesNothing: the copy is gone with the viewer, whatever becomes
// of it, and nothing is left beside the book.
func TestViewerLeavesNothing(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	b, _, whole := minuted(t)
	v, err := OpenReadOnly(b.path)
	if err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 1 {
		t.Errorf("while it is open: %v, %v", left, err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	foreign := filepath.Join(t.TempDir(), "foreign")
	if err := os.WriteFile(foreign, whole[:len(whole)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenReadOnly(foreign); !errors.Is(err, ErrNotBook) {
		t.Errorf("open a cut book: %v", err)
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if left, err := os.ReadDir(filepath.Dir(b.path)); err != nil || len(left) != 2 {
		t.Errorf("beside the book: %v, %v", left, err)
	}
}

// BenchmarkCommitWithViewer is the clerk's commit while somebody opens the book
// over and over to look at it, and alone; in turn, so that a busy machine is
// the same for both.
func BenchmarkCommitWithViewer(b *testing.B) {
	alone, watched := newAccepting(b, 200), newAccepting(b, 200)
	var times [2][]time.Duration
	for b.Loop() {
		for i, a := range []*accepting{alone, watched} {
			if i == 1 {
				end, ended := make(chan struct{}), make(chan struct{})
				go func() {
					defer close(ended)
					for {
						select {
						case <-end:
							return
						default:
						}
						if v, err := OpenReadOnly(a.book.path); err == nil {
							_, _ = v.Load(ctx, a.at.Record.Open.Key)
							_ = v.Close()
						}
						time.Sleep(20 * time.Millisecond) // fifty times as often as one who looks
					}
				}()
				for range 50 {
					times[i] = append(times[i], a.step(b).took)
				}
				close(end)
				<-ended
				continue
			}
			for range 50 {
				times[i] = append(times[i], a.step(b).took)
			}
		}
	}
	var p99 [2]float64
	for i := range times {
		slices.Sort(times[i])
		p99[i] = float64(times[i][len(times[i])*99/100].Nanoseconds())
		b.ReportMetric(float64(times[i][len(times[i])/2].Nanoseconds()), []string{"alone-p50", "watched-p50"}[i])
	}
	b.ReportMetric(p99[0], "alone-p99")
	b.ReportMetric(p99[1], "watched-p99")
	b.ReportMetric(p99[1]/p99[0], "ratio")
}
