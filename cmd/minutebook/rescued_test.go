package main_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestRescueCopiesGo leaves copies of a meeting from an evening on which the
// book took nothing: the one that the book holds all of is removed, also where
// the book says more by now, and the other is left and told of on leaving.
func TestRescueCopiesGo(t *testing.T) {
	book := harbourBook(t)
	copied := run(t, book, "export", "NHC/2026-03-12", "--format", "json", "--full")
	const title = `"title": "Dredging programme"`
	if !strings.Contains(copied, title) {
		t.Fatalf("the copy says %s", copied)
	}
	folder := filepath.Join(filepath.Dir(book), "state", "minutebook")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	held, more := filepath.Join(folder, "not-saved-aa.json"), filepath.Join(folder, "not-saved-bb.json")
	for path, text := range map[string]string{held: copied, more: strings.Replace(copied, title, `"title": "Dredging and dumping"`, 1)} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c := live(t, 200, 24, book, true)
	if _, err := os.Stat(held); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the copy of what the book holds: %v", err)
	}
	if err := os.WriteFile(held, []byte(copied), 0o600); err != nil {
		t.Fatal(err)
	}
	c.keepsEntry("there was more.")
	c.signal(syscall.SIGTERM)
	c.ends()
	if c.alternate() { // waits until the terminal has been read to its end
		t.Error("the terminal is not as it was")
	}
	if screen := c.screen(); strings.Count(screen, "a full copy of it, private business too, is in") != 1 || !strings.Contains(strings.ReplaceAll(screen, "\n", ""), "not-saved-bb.json") {
		t.Errorf("on leaving it says:\n%s", screen)
	}
	if _, err := os.Stat(more); err != nil {
		t.Errorf("the copy of what the book does not hold: %v", err)
	}
}
