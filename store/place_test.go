package store

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"minutebook/agenda"
)

// mischief is what a program that keeps folders in step does to the file of an
// open book; older is an earlier state of it.
var mischief = map[string]func(path string, older []byte) error{
	"renamed over": func(path string, older []byte) error {
		return errors.Join(os.WriteFile(path+".new", older, 0o600), os.Rename(path+".new", path))
	},
	"removed":   func(path string, _ []byte) error { return os.Remove(path) },
	"cut short": func(path string, older []byte) error { return os.Truncate(path, int64(len(older)/2)) },
	"emptied":   func(path string, _ []byte) error { return os.Truncate(path, 0) },
	"written over": func(path string, older []byte) error {
		return os.WriteFile(path, older, 0o600)
	},
	"written into": func(path string, older []byte) error {
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			return err
		}
		_, err = f.WriteAt(older, 0)
		return errors.Join(err, f.Close())
	},
}

// minuted makes a book with a meeting and returns it with its bytes.
func minuted(t testing.TB) (b *Book, at agenda.Snapshot, whole []byte) {
	t.Helper()
	b, err := Create(filepath.Join(t.TempDir(), "a.book"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	if at, err = b.Save(ctx, agenda.Snapshot{}, sitting(40)); err != nil {
		t.Fatal(err)
	}
	if whole, err = os.ReadFile(b.path); err != nil {
		t.Fatal(err)
	}
	return b, at, whole
}

// TestReplaced: whatever is done to the file of an open book, the next save
// says so, a hundred times of a hundred, and says rightly that it kept nothing.
func TestReplaced(t *testing.T) {
	rounds := 100
	if testing.Short() {
		rounds = 10
	}
	for name, do := range mischief {
		t.Run(name, func(t *testing.T) {
			_, at, older := minuted(t)
			path := filepath.Join(t.TempDir(), "b.book")
			noticed := 0
			for range rounds {
				if err := os.WriteFile(path, older, 0o600); err != nil {
					t.Fatal(err)
				}
				b, err := Open(path)
				if err != nil {
					t.Fatal(err)
				}
				now, err := b.Save(ctx, at, spoken(at.Record))
				if err = errors.Join(err, do(path, older)); err != nil {
					t.Fatal(err)
				}
				_, err = b.Save(ctx, now, spoken(now.Record))
				if errors.Is(err, agenda.ErrReplaced) && !errors.Is(err, agenda.ErrUnsure) && strings.Contains(err.Error(), "safe in the journal") {
					noticed++
				} else {
					t.Errorf("save: %v", err)
				}
				if _, err = b.Save(ctx, now, spoken(now.Record)); !errors.Is(err, agenda.ErrReplaced) {
					t.Errorf("save again: %v", err)
				}
				_, _ = b.Load(ctx, "01jp0sitting") // may fail, must not crash
				if err := b.SaveBody(ctx, agenda.Body{Key: "nhc"}); !errors.Is(err, agenda.ErrReplaced) {
					t.Errorf("save a body: %v", err)
				}
				_ = b.Close()
				_, _ = os.Remove(path), os.Remove(path+".rescued-1")
			}
			t.Logf("noticed %d of %d", noticed, rounds)
		})
	}
}

// TestReplacedInTheMiddle is the same at any moment, that of a commit too:
// nothing crashes, and either a later save tells of it, or a commit has just
// mended the file, or reading tells of it.
func TestReplacedInTheMiddle(t *testing.T) {
	for name, do := range mischief {
		t.Run(name, func(t *testing.T) {
			_, at, older := minuted(t)
			path := filepath.Join(t.TempDir(), "b.book")
			unnoticed := 0
			for round := range 20 {
				if err := os.WriteFile(path, older, 0o600); err != nil {
					t.Fatal(err)
				}
				b, err := Open(path)
				if err != nil {
					t.Fatal(err)
				}
				done, began := make(chan error, 1), make(chan struct{})
				var kept agenda.Snapshot
				go func() {
					now := at
					for i := range 200 {
						if i == 1+round%7 {
							close(began)
						}
						next, err := b.Save(ctx, now, spoken(now.Record))
						if err != nil {
							done <- err
							return
						}
						now, kept = next, next
					}
					done <- nil
				}()
				<-began
				if err := do(path, older); err != nil {
					t.Fatal(err)
				}
				if err := <-done; err == nil {
					unnoticed++
					if err := b.Reopen(); err == nil {
						got, err := b.Load(ctx, kept.Record.Open.Key)
						if err == nil && got.Damage == nil && !reflect.DeepEqual(got, kept) {
							t.Error("another text is read without a word")
						}
					}
				} else if !errors.Is(err, agenda.ErrReplaced) && !errors.Is(err, ErrNotBook) {
					t.Errorf("save: %v", err)
				}
				_ = b.Close()
				_ = os.Remove(path)
			}
			if t.Logf("%d of 20 by no save", unnoticed); unnoticed > 0 && (name == "renamed over" || name == "removed") {
				t.Error("200 saves in a file without a name were called kept")
			}
		})
	}
}

// TestReplacedAndPutBack: when the right file is there again, writing goes on.
func TestReplacedAndPutBack(t *testing.T) {
	b, at, older := minuted(t)
	at, err := b.Save(ctx, at, spoken(at.Record))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Rename(b.path, b.path+".away"), os.WriteFile(b.path, older, 0o600)); err != nil {
		t.Fatal(err)
	}
	next := spoken(at.Record)
	for range 3 {
		if _, err = b.Save(ctx, at, next); !errors.Is(err, agenda.ErrReplaced) {
			t.Fatalf("save on an older copy: %v", err)
		}
	}
	if !strings.Contains(err.Error(), "older copy, of 1 changes and not 2") {
		t.Errorf("words: %v", err)
	}
	if got, err := b.Load(ctx, at.Record.Open.Key); err != nil || !reflect.DeepEqual(got, at) {
		t.Errorf("what was kept can be read no more: %v", err)
	}
	other, err := Create(b.path + ".other")
	if err = errors.Join(err, other.Close(), os.Rename(other.path, b.path)); err != nil {
		t.Fatal(err)
	}
	if _, err = b.Save(ctx, at, next); !errors.Is(err, agenda.ErrReplaced) || !strings.Contains(err.Error(), "another book") {
		t.Errorf("save on another book: %v", err)
	}
	if err := os.Rename(b.path+".away", b.path); err != nil {
		t.Fatal(err)
	}
	got, err := b.Save(ctx, at, next)
	if err != nil {
		t.Fatalf("save on the right file: %v", err)
	}
	at = got
	if got, err := b.Load(ctx, at.Record.Open.Key); err != nil || !reflect.DeepEqual(got, at) {
		t.Errorf("load: %v", err)
	}
}

// TestReplacedAfterTheCommit: where the look behind the commit finds the file
// changed, nobody can say what the file of that name holds.
func TestReplacedAfterTheCommit(t *testing.T) {
	b, at, _ := minuted(t)
	would, err := b.Save(ctx, at, spoken(at.Record))
	if err != nil {
		t.Fatal(err)
	}
	e := b.kv.(*boltEngine)
	b.kv = &late{e, func() { _ = os.Rename(b.path, b.path+".away") }}
	if _, err := b.Save(ctx, would, spoken(would.Record)); !errors.Is(err, agenda.ErrReplaced) || !errors.Is(err, agenda.ErrUnsure) || !strings.Contains(err.Error(), ".rescued-1") {
		t.Errorf("save: %v", err)
	}
}

// late does something in the middle of a transaction.
type late struct {
	*boltEngine
	do func()
}

func (l *late) Update(fn func(writer) error) error {
	return l.boltEngine.Update(func(tx writer) error {
		defer l.do()
		return fn(tx)
	})
}

// TestRescueElsewhere: where no copy can be made beside the book it is in the
// spare folder, and where it cannot be made at all that is said.
func TestRescueElsewhere(t *testing.T) {
	for _, works := range []bool{true, false} {
		b, at, older := minuted(t)
		at, err := b.Save(ctx, at, spoken(at.Record))
		spare := filepath.Join(t.TempDir(), "state")
		if b.RescueIn(spare); !works {
			err = errors.Join(err, os.WriteFile(spare, nil, 0o600)) // no folder can be there
		}
		long := filepath.Join(filepath.Dir(b.path), strings.Repeat("n", 250))
		if err = errors.Join(err, mischief["renamed over"](b.path, older)); err != nil {
			t.Fatal(err)
		}
		b.kv.(*boltEngine).place.path = long // no longer name may be made of it
		_, err = b.Save(ctx, at, spoken(at.Record))
		if !errors.Is(err, agenda.ErrReplaced) {
			t.Fatal(err)
		}
		all, _ := filepath.Glob(filepath.Join(spare, "*.rescued-1"))
		switch {
		case !works && (len(all) > 0 || !strings.Contains(err.Error(), "No copy of what was kept in it could be made: file name too long. A copy of the open meeting is in "+spare)):
			t.Errorf("%v: %v", all, err)
		case works && (len(all) != 1 || !strings.Contains(err.Error(), "also in "+all[0])):
			t.Errorf("%v: %v", all, err)
		case works:
			saved, err := Open(all[0])
			if err != nil {
				t.Fatal(err)
			}
			if got, err := saved.Load(ctx, at.Record.Open.Key); err != nil || !reflect.DeepEqual(got, at) {
				t.Errorf("the rescued book: %v", err)
			}
			_ = saved.Close()
		}
	}
}

// TestRescue: what was kept in a file that lost its name to an older copy is
// beside it, whole, once; nothing is written over for it.
func TestRescue(t *testing.T) {
	b, at, older := minuted(t)
	at, err := b.Save(ctx, at, spoken(at.Record))
	if err = errors.Join(err, mischief["renamed over"](b.path, older), os.WriteFile(b.path+".rescued-1", nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Save(ctx, at, spoken(at.Record)); !errors.Is(err, agenda.ErrReplaced) || !strings.Contains(err.Error(), b.path+".rescued-2") {
		t.Errorf("save: %v", err)
	}
	for range 3 {
		_, _ = b.Save(ctx, at, spoken(at.Record))
	}
	all, err := filepath.Glob(b.path + ".rescued-*")
	if err != nil || len(all) != 2 {
		t.Errorf("%v, %v", all, err)
	}
	saved, err := Open(b.path + ".rescued-2")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = saved.Close() }()
	if got, err := saved.Load(ctx, at.Record.Open.Key); err != nil || !reflect.DeepEqual(got, at) {
		t.Errorf("the rescued book: %v", err)
	}
	if info, err := os.Stat(saved.path); err != nil || info.Mode() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if now, err := os.ReadFile(b.path); err != nil || string(now) != string(older) {
		t.Error("the file that took the name was changed")
	}
}

// BenchmarkLook is what the look around a commit costs.
func BenchmarkLook(b *testing.B) {
	book, _, _ := minuted(b)
	p := book.kv.(*boltEngine).place
	for b.Loop() {
		if err := p.unchanged(); err != nil {
			b.Fatal(err)
		}
	}
}
