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

// disks are file systems of a small size, each made by a shell: "$1" is where it
// is to be, "$2" a file it may be in.
var disks = map[string]string{
	"tmpfs": `mount -t tmpfs -o size=1m tmpfs "$1"`,
	"ext4":  `truncate -s 6M "$2" && mkfs.ext4 -q -m 0 "$2" && mount -o loop "$2" "$1"`,
}

// smallDisk makes a small disk with a book on it, for as long as a test runs.
func smallDisk(t *testing.T, kind string) (book string) {
	t.Helper()
	dir := t.TempDir()
	small := filepath.Join(dir, "small")
	if err := os.Mkdir(small, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", "-l", small).CombinedOutput(); err != nil && !t.Skipped() {
			t.Errorf("%v: %s", err, out)
		}
	})
	if out, err := exec.Command("sh", "-c", disks[kind], "sh", small, filepath.Join(dir, "image")).CombinedOutput(); err != nil {
		t.Skipf("no small disk can be made here: %v %s", err, out)
	}
	text, err := os.ReadFile(harbourBook(t))
	if err != nil {
		t.Fatal(err)
	}
	book = filepath.Join(small, "n.book")
	if err := os.WriteFile(book, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return book
}

// TestFullDiskOnTheScreen minutes on a small disk until it is full: the screen
// says that it is not saved, takes what is typed all the same, and has all of it
// in the book when there is room again, without a restart.
func TestFullDiskOnTheScreen(t *testing.T) {
	for kind := range disks {
		t.Run(kind, func(t *testing.T) { fullDisk(t, smallDisk(t, kind)) })
	}
}

func fullDisk(t *testing.T, book string) {
	c := live(t, 80, 24, book, true)
	kept := []string{"there was room."}
	c.keepsEntry(kept[0])
	filler := filepath.Join(filepath.Dir(book), "filler")
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
	_ = f.Sync() // there may be room until it is asked for
	_ = f.Close()
	for i := range 12 { // the book has some room left inside
		entry := fmt.Sprintf("without room %d: %s.", i, strings.Repeat("words ", 60))
		kept = append(kept, strings.TrimSpace(entry))
		c.typing(entry)
		c.press("enter")
	}
	c.shows("NOT SAVED", "without room 11", "?  *  >") // all of it is typed, and kept
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	c.shows("● saved")
	c.signal(syscall.SIGKILL)
	c.ends()
	notes := run(t, book, "export", "NHC/2026-03-12", "--format", "notes")
	inOrder(t, notes, kept)
}

// TestReadOnlyBook has a book that may be read and not written, as a file and as
// a whole disk: what looks works, what writes says why not, and nothing changes.
func TestReadOnlyBook(t *testing.T) {
	for name, shut := range map[string]string{
		"file": `chattr +i "$1"`,
		"disk": `mount -o remount,ro "$(dirname "$1")"`,
	} {
		t.Run(name, func(t *testing.T) {
			book := smallDisk(t, "ext4")
			before, err := os.ReadFile(book)
			if err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command("sh", "-c", shut, "sh", book).CombinedOutput(); err != nil {
				t.Skipf("%v: %s", err, out)
			}
			if out := run(t, book, "export", "NHC/2026-03-12", "--format", "notes"); !strings.Contains(out, "Dredging") {
				t.Errorf("it exports %q", out)
			}
			for _, args := range [][]string{{"take", "NHC"}, {"open", "NHC"}} {
				c := open(t, 80, 24, book, args...)
				if status := c.ends(); status != 3 {
					t.Errorf("%v: exit status %d", args, status)
				}
				<-c.gone
				if said := c.screen(); !strings.Contains(said, "could not open the book") || strings.Contains(said, "goroutine") {
					t.Errorf("%v: it says %s", args, said)
				}
			}
			if after, err := os.ReadFile(book); err != nil || string(after) != string(before) {
				t.Errorf("the book is another: %v", err)
			}
		})
	}
}
