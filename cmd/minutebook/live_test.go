package main_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

func countGraphemes(text string) int {
	n := 0
	for it := graphemes.FromString(text); it.Next(); {
		n++
	}
	return n
}

const harbour = `body: Northmoor Harbour Committee
code: NHC
meeting: Ordinary, 2026-03-12 18:00, Guildhall
present: Cllr Asha Verma (Chair); Cllr Tom Pike

== 1 | Dredging programme
`

// harbourBook is a book with one meeting of one item.
func harbourBook(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "meeting.notes")
	if err := os.WriteFile(file, []byte(harbour), 0o600); err != nil {
		t.Fatal(err)
	}
	book := filepath.Join(dir, "harbour.book")
	run(t, book, "import", file)
	return book
}

// live opens the meeting of a harbourBook; take says whether to take its item.
func live(t *testing.T, cols, rows int, book string, take bool) *console {
	t.Helper()
	c := open(t, cols, rows, book, "open", "NHC/2026-03-12")
	c.shows("● saved", "Dredging")
	if take {
		c.press("pgdn")
		c.shows("it was on") // no times are minuted of a day that is past
	}
	return c
}

// keepsEntry types a line and waits until the minute has it and "saved" shows.
func (c *console) keepsEntry(text string) {
	c.t.Helper()
	c.typing(text)
	c.press("enter")
	c.until("the entry, saved", func(screen string) bool {
		return strings.Contains(screen, "● saved") && strings.Contains(screen, text) && !strings.Contains(lastRows(screen), text)
	})
}

// lastRows is the composer of an 80×24 screen.
func lastRows(screen string) string {
	rows := strings.Split(strings.TrimRight(screen, "\n"), "\n")
	return strings.Join(rows[max(0, len(rows)-4):], "\n")
}

// TestKillLive kills the interface at a random moment after "saved" shows:
// every entry accepted so far must be in the book, and the book must open.
// MINUTEBOOK_KILLS sets how often.
func TestKillLive(t *testing.T) {
	rounds := 50
	if n, err := strconv.Atoi(os.Getenv("MINUTEBOOK_KILLS")); err == nil {
		rounds = n
	} else if testing.Short() {
		rounds = 5
	}
	book := harbourBook(t)
	var kept []string
	for round := range rounds {
		c := live(t, 80, 24, book, round == 0)
		entry := fmt.Sprintf("entry number %d stood.", round)
		c.keepsEntry(entry)
		kept = append(kept, entry)
		c.typing("half a line that nobody kept"[:rand.IntN(28)])
		c.signal(syscall.SIGKILL)
		c.ends()
		// What was being typed is another test's: here it would be asked about.
		if err := os.Remove(book + ".journal"); err != nil {
			t.Fatal(err)
		}
		notes := run(t, book, "export", "NHC/2026-03-12", "--format", "notes")
		inOrder(t, notes, kept)
	}
}

// TestEnds leaves by every way there is: what was accepted stays, the terminal
// is given back, and the exit status tells.
func TestEnds(t *testing.T) {
	ways := []struct {
		name   string
		end    func(*console)
		status int
	}{
		{"ctrl+q", func(c *console) { c.press("ctrl+q") }, 0},
		{"ctrl+c", func(c *console) { c.press("ctrl+c") }, 0},
		{"SIGTERM", func(c *console) { c.signal(syscall.SIGTERM) }, 143},
		{"SIGHUP", func(c *console) { c.signal(syscall.SIGHUP) }, 129},
		{"SIGINT", func(c *console) { c.signal(syscall.SIGINT) }, 130},
	}
	for _, way := range ways {
		t.Run(way.name, func(t *testing.T) {
			book := harbourBook(t)
			c := live(t, 80, 24, book, true)
			c.typing("the last words before the end.")
			c.press("enter")
			c.until("the entry", func(screen string) bool {
				return strings.Contains(screen, "before the end.") && !strings.Contains(lastRows(screen), "before the end.")
			})
			way.end(c)
			if status := c.ends(); status != way.status {
				t.Errorf("exit status %d, want %d", status, way.status)
			}
			if c.alternate() {
				t.Error("the terminal is still on the alternate screen")
			}
			inOrder(t, run(t, book, "export", "NHC/2026-03-12", "--format", "notes"), []string{"the last words before the end."})
		})
	}
}

// TestPasteWhole pastes 2,000 lines and finds every one of them in the entry.
func TestPasteWhole(t *testing.T) {
	book := harbourBook(t)
	c := live(t, 80, 24, book, true)
	var lines []string
	for i := range 2000 {
		lines = append(lines, fmt.Sprintf("line %04d of the statement", i))
	}
	c.paste(strings.Join(lines, "\r\n"))
	c.shows("One entry")
	c.press("enter") // as one entry
	c.until("the composer", func(screen string) bool {
		return strings.Contains(lastRows(screen), "line 1999") && !strings.Contains(screen, "One entry")
	})
	c.press("enter")
	c.until("the entry, saved", func(screen string) bool {
		return strings.Contains(screen, "● saved") && strings.Contains(screen, "line 1999") && !strings.Contains(lastRows(screen), "line 1999")
	})
	c.press("ctrl+q")
	c.ends()
	entries := entriesOf(t, book, "NHC/2026-03-12")
	if len(entries) != 1 || entries[0].Text != strings.Join(lines, "\n") {
		t.Errorf("%d entries; the first holds %d lines, want 2000 as pasted", len(entries), strings.Count(entries[0].Text, "\n")+1)
	}
}

// TestResizeStorm changes the window's size 600 times while somebody types: every
// character is kept, and what the screen shows in the end is what a program
// shows that was never disturbed.
func TestResizeStorm(t *testing.T) {
	book := harbourBook(t)
	c := live(t, 100, 30, book, true)
	var want strings.Builder
	for i := range 600 {
		c.resize(30+(i*37)%120, 6+(i*13)%40)
		word := fmt.Sprintf("w%03d ", i)
		c.typing(word)
		want.WriteString(word)
	}
	c.resize(100, 30)
	c.shows("w599")
	c.press("enter")
	c.until("the entry, saved", func(screen string) bool {
		return strings.Contains(screen, "● saved") && strings.Contains(screen, "w599") && !strings.Contains(lastRows(screen), "w599")
	})
	stormy := belowHeader(c.screen())
	c.press("ctrl+q")
	c.ends()
	entries := entriesOf(t, book, "NHC/2026-03-12")
	if len(entries) != 1 || entries[0].Text != strings.TrimSpace(want.String()) {
		t.Errorf("typed %q, kept %+v", want.String(), entries)
	}
	calm := live(t, 100, 30, book, false)
	calm.until("the frame after the storm:\n"+stormy, func(screen string) bool { return belowHeader(screen) == stormy })
}

// belowHeader is a screen without its first row, where the clock is.
func belowHeader(screen string) string {
	_, rest, _ := strings.Cut(screen, "\n")
	return rest
}
