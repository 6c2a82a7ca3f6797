package main_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestFullDiskOnTheScreen minutes on a small disk until it is full: the screen
// says that it is not saved, takes what is typed all the same, and has all of it
// in the book when there is room again, without a restart.
func TestFullDiskOnTheScreen(t *testing.T) {
	small := filepath.Join(t.TempDir(), "small")
	if err := os.Mkdir(small, 0o700); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small).CombinedOutput(); err != nil {
		t.Skipf("no small disk can be made here: %v %s", err, out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", "-l", small).CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, out)
		}
	})
	text, err := os.ReadFile(harbourBook(t))
	if err != nil {
		t.Fatal(err)
	}
	book := filepath.Join(small, "n.book")
	if err := os.WriteFile(book, text, 0o600); err != nil {
		t.Fatal(err)
	}
	c := live(t, 80, 24, book, true)
	kept := []string{"there was room."}
	c.keepsEntry(kept[0])
	filler := filepath.Join(small, "filler")
	f, err := os.Create(filler)
	if err != nil {
		t.Fatal(err)
	}
	for size := 1 << 16; size > 0; size /= 2 { // to the last byte
		for err == nil {
			_, err = f.Write(make([]byte, size))
		}
		err = nil
	}
	_ = f.Close()
	for i := range 12 { // the book has some room left inside
		entry := fmt.Sprintf("without room %d: %s.", i, strings.Repeat("words ", 60))
		kept = append(kept, strings.TrimSpace(entry))
		c.typing(entry)
		c.press("enter")
	}
	c.shows("NOT SAVED")
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	c.shows("● saved")
	c.signal(syscall.SIGKILL)
	c.ends()
	notes := run(t, book, "export", "NHC/2026-03-12", "--format", "notes")
	inOrder(t, notes, kept)
}
