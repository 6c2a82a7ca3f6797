//go:build unix

package main

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"minutebook/agenda/agendatest"
	"minutebook/store"

	"github.com/creack/pty"
)

// onTerminal runs the program in a terminal of its own until seen is on the
// screen, sends it a signal, and returns all it wrote and its exit status.
func onTerminal(t *testing.T, seen string, sig syscall.Signal, data string, args ...string) (string, int) {
	t.Helper()
	cmd := exec.Command("minutebook", args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "XDG_DATA_HOME="+data, "HOME="+data, "MINUTEBOOK=",
		"TEA_TRACE="+filepath.Join(data, "trace"), "TEA_DEBUG=1")
	cmd.Dir = data
	term, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	defer term.Close()
	stuck := time.AfterFunc(30*time.Second, func() { _ = cmd.Process.Kill() })
	defer stuck.Stop()
	var screen strings.Builder
	sent := false
	for buf := make([]byte, 4096); ; {
		n, err := term.Read(buf)
		screen.Write(buf[:n])
		if !sent && strings.Contains(screen.String(), seen) {
			sent = true
			if err := cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
		}
		if err != nil {
			// At its end a terminal answers with an error of its own.
			if !errors.Is(err, io.EOF) && !errors.Is(err, syscall.EIO) {
				t.Fatal(err)
			}
			break
		}
	}
	_ = cmd.Wait()
	if !sent {
		t.Fatalf("%q never came on the screen:\n%q", seen, screen.String())
	}
	return screen.String(), cmd.ProcessState.ExitCode()
}

// TestSignals ends the interface from outside: the terminal is given back as it
// was, and the exit status names the signal.
func TestSignals(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT} {
		t.Run(sig.String(), func(t *testing.T) {
			out, status := onTerminal(t, "Ferry", sig, t.TempDir(), "demo")
			if want := 128 + int(sig); status != want {
				t.Errorf("exit status %d, want %d", status, want)
			}
			const leave = "\x1b[?1049l" // back from the alternate screen
			if !strings.Contains(out, leave) {
				t.Error("the alternate screen was not left")
			}
			if strings.Contains(out, "goroutine ") {
				t.Errorf("a person was shown a stack trace:\n%s", out)
			}
		})
	}
}

// TestFirstStart makes the book in the data folder, for its owner only, and
// leaves nothing else behind, whatever the framework is asked to trace.
func TestFirstStart(t *testing.T) {
	data := t.TempDir()
	onTerminal(t, "\x1b[?1049h", syscall.SIGTERM, data)
	for name, mode := range map[string]os.FileMode{
		"minutebook":              os.ModeDir | 0o700,
		"minutebook/default.book": 0o600,
	} {
		info, err := os.Stat(filepath.Join(data, name))
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode() != mode {
			t.Errorf("%s has mode %v, want %v", name, info.Mode(), mode)
		}
	}
	left, err := os.ReadDir(data)
	if err != nil {
		t.Fatal(err)
	}
	if len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

// TestLockedBook has the book open already: a command that writes says who has
// it, within a second and a half; those that look need no lock.
func TestLockedBook(t *testing.T) {
	path := filepath.Join(t.TempDir(), "locked.book")
	book, err := store.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, args := range [][]string{{"meetings"}, {"bodies"}, {"register"}, {"actions"}, {"check"}} {
		if out, err := exec.Command("minutebook", append([]string{"--book", path}, args...)...).CombinedOutput(); err != nil {
			t.Errorf("%v: %v: %s", args, err, out)
		}
	}
	began := time.Now()
	out, err := exec.Command("minutebook", "--book", path, "take", "NHC").CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != statusTrouble {
		t.Errorf("take: %v, want exit status %d", err, statusTrouble)
	}
	for _, want := range []string{"minutebook: could not open the book " + path + ": the book is open already: ", " has it, since ", "close "} {
		if !strings.Contains(string(out), want) {
			t.Errorf("take said %q, without %q", out, want)
		}
	}
	if !testing.Short() {
		agendatest.Quick(t, "to be told", time.Since(began), 1500*time.Millisecond)
	}
}
