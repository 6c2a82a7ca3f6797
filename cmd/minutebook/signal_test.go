//go:build unix

package main_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"minutebook/agenda/agendatest"
)

// TestSignalsKeepWhatIsTyped ends the program from outside while words are being
// typed: it says so with its exit status, within half a second, and the words
// are offered at the next start.
func TestSignalsKeepWhatIsTyped(t *testing.T) {
	template := killTemplate(t)
	ends := map[string]func(c *console) int{"the terminal is closed": func(c *console) int {
		c.hangUp()
		return 128 + int(syscall.SIGHUP)
	}}
	for _, sig := range []syscall.Signal{syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT, syscall.SIGQUIT} {
		ends[sig.String()] = func(c *console) int { c.signal(sig); return 128 + int(sig) }
	}
	for name, end := range ends {
		t.Run(name, func(t *testing.T) {
			book := filepath.Join(t.TempDir(), "killed.book")
			if err := os.WriteFile(book, template, 0o600); err != nil {
				t.Fatal(err)
			}
			c := open(t, 80, 24, book, "open", "NHC")
			c.shows("the opening")
			c.press("pgdn")
			c.shows("item 1 ")
			c.typing("kept words")
			c.press("enter")
			c.typing("half a sen")
			c.shows("half a sen")
			began := time.Now()
			want := end(c)
			if got := c.ends(); got != want {
				t.Errorf("exit status %d, want %d", got, want)
			}
			took := time.Since(began)
			t.Logf("it took %v", took)
			agendatest.Quick(t, "the end", took, 2*time.Second)
			if name != "the terminal is closed" && c.alternate() {
				t.Error("the terminal is not as it was")
			}
			again := open(t, 80, 24, book)
			again.shows("Keep the words", "half a sen")
		})
	}
}

// TestStopAndGoOn stops the program from outside: the terminal is as it was
// meanwhile, and the screen is drawn anew when the program goes on.
func TestStopAndGoOn(t *testing.T) {
	book := filepath.Join(t.TempDir(), "killed.book")
	if err := os.WriteFile(book, killTemplate(t), 0o600); err != nil {
		t.Fatal(err)
	}
	c := open(t, 80, 24, book, "open", "NHC")
	c.shows("the opening")
	c.press("pgdn")
	c.shows("item 1 ")
	for range 2 {
		c.typing("some words ")
		c.shows("some words")
		c.signal(syscall.SIGTSTP)
		c.until("the terminal as it was", func(string) bool {
			c.mu.Lock()
			defer c.mu.Unlock()
			return !c.emu.IsAltScreen()
		})
		c.stopped()
		c.goesOn()
		c.shows("some words", "f1 help")
	}
}

// stopped waits until the system says that the program is stopped: only then
// does a shell give its prompt back.
func (c *console) stopped() {
	c.t.Helper()
	if _, err := os.Stat("/proc/self/stat"); err != nil {
		return // no such list of programs here
	}
	for limit := time.Now().Add(patience); time.Now().Before(limit); {
		stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", c.cmd.Process.Pid))
		if _, state, _ := strings.Cut(string(stat), ") "); err != nil || strings.HasPrefix(state, "T") {
			return
		}
		_ = exec.Command("true").Run() // time for the program, without a guess how much
	}
	c.t.Fatal("the program runs on without a screen")
}

// goesOn tells the program to go on until it does: told before it waits for
// that, it would wait for ever.
func (c *console) goesOn() {
	c.t.Helper()
	for limit := time.Now().Add(patience); time.Now().Before(limit); {
		c.signal(syscall.SIGCONT)
		c.mu.Lock()
		back := c.emu.IsAltScreen()
		c.mu.Unlock()
		if back {
			return
		}
		_ = exec.Command("true").Run() // time for the program, without a guess how much
	}
	c.t.Fatal("the program does not go on")
}
