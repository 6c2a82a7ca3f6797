package store_test

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"

	"minutebook/store"
)

// TestKillUpgrade kills a program that opens a book of before: the book is the
// old one or the new one, whole, and opens.
func TestKillUpgrade(t *testing.T) {
	f, err := os.Open(filepath.Join("testdata", "schema1-first.book.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	packed, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	old, err := io.ReadAll(packed)
	if err != nil {
		t.Fatal(err)
	}
	rounds := 20
	if testing.Short() {
		rounds = 4
	}
	for round := range rounds {
		path := filepath.Join(t.TempDir(), "old.book")
		if err := os.WriteFile(path, old, 0o600); err != nil {
			t.Fatal(err)
		}
		killed(t, path, 1+round%3)
		for range 2 {
			report, err := store.Check(ctx, path, nil)
			if err != nil || len(report.Faults) > 0 || report.Meetings < 2 {
				t.Fatalf("round %d: %+v, %v", round, report, err)
			}
			b, err := store.Open(path)
			if err != nil {
				t.Fatalf("round %d: %v", round, err)
			}
			if err := b.Close(); err != nil {
				t.Fatal(err)
			}
		}
		consistent(t, path)
	}
}
