package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"minutebook/store"

	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// pace is how long a person takes for a word: what is promised is how much of the
// typing of half a second is lost, so an entry has to take longer than that.
const pace = 40 * time.Millisecond

// typing is a person at a terminal, and what that terminal shows.
type typing struct {
	keys, tty *os.File
	drawn     chan struct{}
	ended     chan int

	mu     sync.Mutex
	screen *vt.Emulator
	clock  time.Duration
	looked time.Time
	begun  time.Duration // to type
	ticked chan struct{}
}

// typist is a program that makes a book in a folder and minutes in it: the real
// program, in a terminal. It prints, each line with the milliseconds that have
// passed, which words it has typed and which the screen has called saved.
func typist() {
	dir := os.Args[1]
	book := filepath.Join(dir, "n.book")
	for name, value := range map[string]string{"TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "XDG_STATE_HOME": filepath.Join(dir, "state")} {
		must(os.Setenv(name, value))
	}
	xdg.Reload()
	if status := run([]string{"--book", book, "import", "-"}, strings.NewReader(killAgenda), io.Discard, os.Stderr); status != 0 {
		os.Exit(status)
	}
	y := newTyping()
	y.says("ready")
	go y.ticks(os.Getppid())
	go func() { y.ended <- run([]string{"--book", book, "open", "NHC"}, y.tty, y.tty, os.Stderr) }()
	y.shows("the opening")
	y.sends("\x1b[6~")
	y.shows("item 1 ")
	y.begun = y.now()
	const words, entry = 120, 30
	for i := range words {
		y.waits(y.begun + time.Duration(i)*pace)
		word := strings.TrimSpace(typedWords(i, i+1))
		if (i+1)%entry != 0 {
			y.sends(word + " ")
			y.says("typed " + word)
			y.shows(word)
			continue
		}
		y.sends(word)
		y.says("typed " + word)
		y.shows(word)
		y.sends("\r")
		y.until("the entry, saved", func(screen string) bool {
			rows := strings.Split(strings.TrimRight(screen, "\n"), "\n")
			return strings.Contains(screen, "● saved") && !strings.Contains(strings.Join(rows[max(0, len(rows)-5):], ""), word)
		})
		y.says("kept " + word)
	}
	y.sends("/close 20:00\r")
	y.shows("Close the meeting at 20:00?")
	y.sends("\x1b[B\r")
	y.until("two snapshots, of the start and of the close", func(screen string) bool {
		list, err := store.Snapshots(book)
		return err == nil && len(list) == 2 && strings.Contains(screen, "● saved")
	})
	y.sends("\x11")
	if status := <-y.ended; status != 0 {
		os.Exit(status)
	}
	y.says("left")
}

// typedWords is some of the words that are typed, in order.
func typedWords(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		fmt.Fprintf(&b, "w%04d ", i)
	}
	return b.String()
}

func newTyping() *typing {
	keys, tty, err := pty.Open()
	must(err)
	must(pty.Setsize(tty, &pty.Winsize{Cols: 80, Rows: 24}))
	y := &typing{keys: keys, tty: tty, screen: vt.NewEmulator(80, 24), drawn: make(chan struct{}, 1), ended: make(chan int, 1), ticked: make(chan struct{}, 1), looked: time.Now()}
	go func() { _, _ = io.Copy(keys, y.screen) }() // what the terminal answers
	go func() {
		buf := make([]byte, 1<<16)
		for {
			n, err := keys.Read(buf)
			if err != nil {
				return
			}
			y.mu.Lock()
			_, _ = y.screen.Write(buf[:n])
			y.mu.Unlock()
			select {
			case y.drawn <- struct{}{}:
			default:
			}
		}
	}()
	return y
}

// ticks says what time it is, so that a cut has one, until who began this is
// gone.
func (y *typing) ticks(parent int) {
	for range time.Tick(40 * time.Millisecond) {
		if os.Getppid() != parent {
			os.Exit(1)
		}
		y.says("tick")
		select {
		case y.ticked <- struct{}{}:
		default:
		}
	}
}

// now is the time of the clock.
func (y *typing) now() time.Duration {
	y.mu.Lock()
	defer y.mu.Unlock()
	return y.clock
}

// waits for a time of the clock.
func (y *typing) waits(until time.Duration) {
	for y.now() < until {
		<-y.ticked
	}
}

// says prints a line. Its clock stands still while the computer gives this
// program no time at all, program and clock being one process.
func (y *typing) says(what string) {
	y.mu.Lock()
	defer y.mu.Unlock()
	now := time.Now()
	y.clock += min(now.Sub(y.looked), 80*time.Millisecond)
	y.looked = now
	fmt.Printf("%d %s\n", y.clock.Milliseconds(), what)
}

func (y *typing) sends(keys string) {
	_, err := y.keys.WriteString(keys)
	must(err)
}

func (y *typing) shows(texts ...string) {
	y.until(fmt.Sprint(texts), func(screen string) bool {
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				return false
			}
		}
		return true
	})
}

// until waits for the screen to be as wanted; a person who waits in vain goes.
func (y *typing) until(what string, ok func(screen string) bool) {
	limit := time.After(time.Minute)
	for {
		y.mu.Lock()
		screen := y.screen.String()
		y.mu.Unlock()
		if ok(screen) {
			return
		}
		select {
		case <-y.drawn:
		case <-y.ended:
			must(fmt.Errorf("the program ended before it showed %s:\n%s", what, screen))
		case <-time.After(20 * time.Millisecond): // not all that is waited for is drawn
		case <-limit:
			must(fmt.Errorf("the screen does not show %s:\n%s", what, screen))
		}
	}
}

// must ends a program of the tests that cannot do its work.
func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
