//go:build unix

package tui

import (
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// leaveSignals end the program as soon as all is in the book.
var leaveSignals = []os.Signal{syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT, syscall.SIGQUIT}

// stopping gives the terminal back before the program is stopped from outside,
// and takes it again when it goes on. The framework stops the whole group of
// processes by the same signal: ours is let through meanwhile.
type stopping struct{ signals chan os.Signal }

func newStopping(send func(tea.Msg)) *stopping {
	s := &stopping{make(chan os.Signal, 1)}
	signal.Notify(s.signals, syscall.SIGTSTP)
	spawn(func() {
		for range s.signals {
			send(tea.SuspendMsg{})
		}
	})
	return s
}

// letThrough is called before the framework stops the program.
func (s *stopping) letThrough() {
	if s != nil {
		signal.Reset(syscall.SIGTSTP)
	}
}

// listen is called when the program goes on.
func (s *stopping) listen() {
	if s != nil {
		signal.Notify(s.signals, syscall.SIGTSTP)
	}
}

func (s *stopping) end() {
	signal.Stop(s.signals)
	close(s.signals)
}
