package store

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"minutebook/agenda"
)

// TestRestore: a copy takes the place of the book, which is kept; never while
// somebody has it open, and the number of changes only grows.
func TestRestore(t *testing.T) {
	b := madeBook(t)
	at := saved(t, b, agenda.Snapshot{}, 3)
	from := filepath.Join(t.TempDir(), "copy.book")
	if err := b.Backup(ctx, from); err != nil {
		t.Fatal(err)
	}
	now := saved(t, b, at, 4)
	if _, err := Restore(ctx, b.Path(), from, noon); !errors.Is(err, ErrLocked) {
		t.Fatalf("under somebody's hands: %v", err)
	}
	_, before, err := b.Identity(ctx)
	if err := errors.Join(err, b.Close()); err != nil {
		t.Fatal(err)
	}
	kept, err := Restore(ctx, b.Path(), from, noon)
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]agenda.Record{b.Path(): at.Record, kept: now.Record} {
		book, err := OpenReadOnly(path)
		if err != nil {
			t.Fatal(err)
		}
		got, err := book.Load(ctx, want.Open.Key)
		if err != nil || !reflect.DeepEqual(got.Record, want) {
			t.Errorf("%s holds another state: %v", path, err)
		}
		if _, seq, _ := book.Identity(ctx); path == b.Path() && seq <= before {
			t.Errorf("change %d after %d", seq, before)
		}
		_ = book.Close()
	}
	mustBe(t, b.Path(), 0o600)
	mustBe(t, kept, 0o600)
}

// TestRestoreRefusesDamage: a damaged copy takes no place, and a damaged book is
// kept as it is.
func TestRestoreRefusesDamage(t *testing.T) {
	b := madeBook(t)
	at := saved(t, b, agenda.Snapshot{}, 3)
	from := filepath.Join(t.TempDir(), "copy.book")
	if err := b.Backup(ctx, from); err != nil {
		t.Fatal(err)
	}
	damage(t, b, recordBucket, headKey(at.Record.Open.Key))
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	broken, err := os.ReadFile(b.Path())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(ctx, from, b.Path(), noon); !errors.Is(err, ErrDamaged) {
		t.Errorf("damage was put back: %v", err)
	}
	for _, file := range [][]byte{broken, broken[:len(broken)/2], {}} {
		if err := os.WriteFile(b.Path(), file, 0o600); err != nil {
			t.Fatal(err)
		}
		kept, err := Restore(ctx, b.Path(), from, noon)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(kept); err != nil || len(got) != len(file) {
			t.Errorf("%d of %d bytes were kept: %v", len(got), len(file), err)
		}
		if _, err := Verify(b.Path()); err != nil {
			t.Error(err)
		}
	}
}
