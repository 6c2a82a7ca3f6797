package main_test

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// patience is how long a terminal test waits for the screen. It is generous:
// a test that waits this long fails.
const patience = 60 * time.Second

// console is the real program in a real pseudo-terminal, with an emulator that
// knows what its screen shows.
type console struct {
	hungUp atomic.Bool
	t      *testing.T
	cmd    *exec.Cmd
	tty    *os.File
	keys   int // keys pressed so far

	mu    sync.Mutex
	emu   *vt.Emulator
	bytes []byte        // everything the terminal got
	drawn chan struct{} // one token for each chunk of output
	gone  chan struct{} // closed when the program has closed its terminal
}

// command prepares a run of the program on a book, without a terminal.
func command(t *testing.T, book string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command("minutebook", append([]string{"--book", book}, args...)...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "NO_COLOR=",
		"XDG_STATE_HOME="+filepath.Join(filepath.Dir(book), "state"))
	return cmd
}

// run is the standard output of the program; anything but success fails.
func run(t *testing.T, book string, args ...string) string {
	t.Helper()
	out, err := command(t, book, args...).Output()
	if err != nil {
		t.Fatalf("minutebook %s: %v\n%s", strings.Join(args, " "), err, stderrOf(err))
	}
	return string(out)
}

func stderrOf(err error) string {
	if exit, ok := err.(*exec.ExitError); ok {
		return string(exit.Stderr)
	}
	return ""
}

// open starts the program in a terminal.
func open(t *testing.T, cols, rows int, book string, args ...string) *console {
	t.Helper()
	cmd := command(t, book, args...)
	cmd.Dir = filepath.Dir(book) // where exports go
	return start(t, cols, rows, cmd)
}

// start runs any program in a terminal.
func start(t *testing.T, cols, rows int, cmd *exec.Cmd) *console {
	t.Helper()
	c := &console{
		t: t, cmd: cmd, emu: vt.NewEmulator(cols, rows),
		drawn: make(chan struct{}, 1), gone: make(chan struct{}),
	}
	tty, err := pty.StartWithSize(c.cmd, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)})
	if err != nil {
		t.Skipf("no pseudo-terminal here: %v", err)
	}
	c.tty = tty
	go c.read()
	go c.answer(c.emu)
	t.Cleanup(func() {
		_ = c.cmd.Process.Kill()
		_ = c.tty.Close() // the emulator is left to end with the test: it cannot be closed while it is read
	})
	return c
}

// hangUp closes the terminal. A terminal that is being read goes only when the
// read has ended, so a key makes the program draw.
func (c *console) hangUp() {
	c.hungUp.Store(true)
	c.typing("t")
}

func (c *console) read() {
	defer close(c.gone)
	buf := make([]byte, 1<<16)
	for {
		n, err := c.tty.Read(buf)
		if n > 0 {
			c.mu.Lock()
			c.bytes = append(c.bytes, buf[:n]...)
			c.draw(buf[:n])
			c.mu.Unlock()
			select {
			case c.drawn <- struct{}{}:
			default:
			}
		}
		if err != nil {
			return
		}
		if c.hungUp.Load() {
			_ = c.tty.Close()
			return
		}
	}
}

// draw gives the emulator what the program wrote. It does not survive scrolling
// in a window that has just become another size; a new one stands in for it, and
// two resizes make the program paint it anew.
func (c *console) draw(bytes []byte) {
	width, height := c.emu.Width(), c.emu.Height()
	defer func() {
		if recover() != nil {
			c.emu = vt.NewEmulator(width, height)
			go c.answer(c.emu)
			_ = pty.Setsize(c.tty, &pty.Winsize{Cols: uint16(width - 1), Rows: uint16(height)})
			_ = pty.Setsize(c.tty, &pty.Winsize{Cols: uint16(width), Rows: uint16(height)})
		}
	}()
	_, _ = c.emu.Write(bytes)
}

// answer passes on what the terminal says to queries.
func (c *console) answer(emu *vt.Emulator) { _, _ = io.Copy(c.tty, emu) }

// screen is the text on the screen, a line a row.
func (c *console) screen() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	var b strings.Builder
	for y := range c.emu.Height() {
		for x := range c.emu.Width() {
			switch cell := c.emu.CellAt(x, y); {
			case cell == nil || cell.Content == "" && cell.Width != 0:
				b.WriteByte(' ')
			default:
				b.WriteString(cell.Content)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// until waits for the screen to be as wanted.
func (c *console) until(what string, ok func(screen string) bool) {
	c.t.Helper()
	limit := time.After(patience)
	for !ok(c.screen()) {
		select {
		case <-c.drawn:
		case <-c.gone:
			if !ok(c.screen()) {
				c.t.Fatalf("the program ended before the screen showed %s:\n%s", what, c.screen())
			}
		case <-limit:
			c.t.Fatalf("the screen does not show %s:\n%s", what, c.screen())
		}
	}
}

// shows waits until every one of the texts is on the screen.
func (c *console) shows(texts ...string) {
	c.t.Helper()
	c.until(fmt.Sprintf("%q", texts), func(screen string) bool {
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				return false
			}
		}
		return true
	})
}

// names of keys and what a terminal sends for them.
var keyBytes = map[string]string{
	"enter": "\r", "tab": "\t", "esc": "\x1b", "backspace": "\x7f", "space": " ",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "alt+up": "\x1b[1;3A", "alt+down": "\x1b[1;3B",
	"pgup": "\x1b[5~", "pgdn": "\x1b[6~", "home": "\x1b[H", "end": "\x1b[F", "shift+tab": "\x1b[Z",
	"lone-esc": "\x1b[27u", "alt+a": "\x1ba", "alt+e": "\x1be", "alt+h": "\x1bh", "alt+n": "\x1bn",
	"f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~", "f7": "\x1b[18~", "f9": "\x1b[20~",
	"ctrl+f": "\x06", "ctrl+g": "\x07", "ctrl+l": "\x0c", "ctrl+o": "\x0f", "ctrl+p": "\x10", "ctrl+t": "\x14", "ctrl+x": "\x18",
	"ctrl+d": "\x04", "ctrl+n": "\x0e", "ctrl+q": "\x11", "ctrl+r": "\x12", "ctrl+y": "\x19", "ctrl+z": "\x1a", "ctrl+c": "\x03",
}

// press presses keys by name.
func (c *console) press(names ...string) {
	c.t.Helper()
	for _, name := range names {
		bytes, ok := keyBytes[name]
		if !ok {
			c.t.Fatalf("no key is called %q", name)
		}
		c.keys++
		c.send(bytes)
	}
}

// typing presses a key for each character of a text.
func (c *console) typing(text string) {
	c.t.Helper()
	c.keys += countGraphemes(text)
	c.send(text)
}

// paste sends a text as terminals send what was pasted.
func (c *console) paste(text string) { c.send("\x1b[200~" + text + "\x1b[201~") }

func (c *console) send(bytes string) {
	c.t.Helper()
	if _, err := c.tty.WriteString(bytes); err != nil {
		c.t.Fatalf("the terminal is gone: %v", err)
	}
}

// ends waits for the program to end and is its exit status.
func (c *console) ends() int {
	c.t.Helper()
	done := make(chan error, 1)
	go func() { done <- c.cmd.Wait() }()
	select {
	case <-done:
	case <-time.After(patience):
		c.t.Fatalf("the program does not end:\n%s", c.screen())
	}
	return c.cmd.ProcessState.ExitCode()
}

// alternate is whether the terminal is on its second screen, once the program
// is gone and all it wrote has been read.
func (c *console) alternate() bool {
	c.t.Helper()
	select {
	case <-c.gone:
	case <-time.After(patience):
		c.t.Fatal("the terminal does not close")
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.emu.IsAltScreen()
}

// signal sends the program a signal.
func (c *console) signal(sig syscall.Signal) {
	c.t.Helper()
	if err := c.cmd.Process.Signal(sig); err != nil {
		c.t.Fatal(err)
	}
}

// resize changes the window, as a person drags its corner. The emulator keeps
// its size, for it does not survive every change; end where it began.
func (c *console) resize(cols, rows int) {
	c.t.Helper()
	if err := pty.Setsize(c.tty, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}); err != nil {
		c.t.Fatal(err)
	}
}
