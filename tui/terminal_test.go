package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"minutebook/agenda"
	"minutebook/store"
)

// childEnv makes this test binary the program in the terminal.
const childEnv = "MINUTEBOOK_TEST_CHILD"

// TestTerminalChild is not a test: it is the program that the others drive.
func TestTerminalChild(t *testing.T) {
	if os.Getenv(childEnv) == "" {
		t.Skip("run by the other tests")
	}
	err := Run(context.Background(), Options{
		Store: store.Memory(), Book: "child.book", NewKey: func() agenda.Key { return "k" },
		Import: func(path string) (string, error) { panic("secret words of " + path) },
	})
	var sig *SignalError
	switch {
	case errors.As(err, &sig):
		os.Exit(128 + int(sig.Signal))
	case err != nil:
		fmt.Println("ended:", err)
		os.Exit(3)
	}
	os.Exit(0)
}

// inTerminal is the program in a pseudo-terminal.
type inTerminal struct {
	*os.File
	cmd  *exec.Cmd
	seen strings.Builder
}

func startChild(t *testing.T) *inTerminal {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestTerminalChild$")
	cmd.Env = append(os.Environ(), childEnv+"=1", "TERM=xterm-256color", "LANG=C.UTF-8")
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Skip("no pseudo-terminal here:", err)
	}
	t.Cleanup(func() { f.Close() })
	timer := time.AfterFunc(20*time.Second, func() { _ = cmd.Process.Kill() })
	t.Cleanup(func() { timer.Stop() })
	return &inTerminal{File: f, cmd: cmd}
}

// until reads until the terminal has been sent the words.
func (p *inTerminal) until(t *testing.T, words string) {
	t.Helper()
	from := p.seen.Len()
	buf := make([]byte, 4096)
	for !strings.Contains(p.seen.String()[from:], words) {
		n, err := p.Read(buf)
		p.seen.Write(buf[:n])
		if err != nil {
			t.Fatalf("the program ended before %q: %q", words, p.seen.String())
		}
	}
}

// end reads what is left and waits for the program.
func (p *inTerminal) end() (status int) {
	rest, _ := io.ReadAll(p)
	p.seen.Write(rest)
	_ = p.cmd.Wait()
	return p.cmd.ProcessState.ExitCode()
}

func TestQuitAndSignalsRestoreTheTerminal(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(p *inTerminal) error
		want int
	}{
		{"ctrl+q", func(p *inTerminal) error { _, err := p.Write([]byte{0x11}); return err }, 0},
		{"ctrl+c", func(p *inTerminal) error { _, err := p.Write([]byte{0x03}); return err }, 0},
		{"SIGTERM", func(p *inTerminal) error { return p.cmd.Process.Signal(syscall.SIGTERM) }, 143},
		{"SIGHUP", func(p *inTerminal) error { return p.cmd.Process.Signal(syscall.SIGHUP) }, 129},
		{"SIGINT", func(p *inTerminal) error { return p.cmd.Process.Signal(syscall.SIGINT) }, 130},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := startChild(t)
			p.until(t, "This book is empty")
			if err := c.do(p); err != nil {
				t.Fatal(err)
			}
			if got := p.end(); got != c.want {
				t.Errorf("exit status %d, want %d", got, c.want)
			}
			if !strings.Contains(p.seen.String(), "\x1b[?1049l") {
				t.Errorf("the terminal is not as it was: %q", p.seen.String())
			}
		})
	}
}

func TestTerminalGone(t *testing.T) {
	p := startChild(t)
	p.until(t, "This book is empty")
	p.Close()
	_ = p.cmd.Wait()
	if got := p.cmd.ProcessState.ExitCode(); got != 129 {
		t.Errorf("exit status %d, want 129", got)
	}
}

func TestAPanicShowsNothingTyped(t *testing.T) {
	p := startChild(t)
	p.until(t, "This book is empty")
	fmt.Fprint(p, "\x1b[B\r") // the second way to begin is to import
	p.until(t, "already have")
	fmt.Fprint(p, "lease.notes\r")
	if got := p.end(); got != 3 {
		t.Errorf("exit status %d", got)
	}
	all := p.seen.String()
	after := all[strings.LastIndex(all, "\x1b[?1049l"):]
	if !strings.Contains(after, "a mistake in Minutebook stopped it (tui.") || strings.Contains(all, "secret words") {
		t.Errorf("it said %q", after)
	}
}
