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
// and takes it again when it goes on.
type stopping struct {
	signals chan os.Signal
	p       *tea.Program
}

func newStopping(p *tea.Program) *stopping {
	s := &stopping{make(chan os.Signal, 1), p}
	signal.Notify(s.signals, syscall.SIGTSTP)
	spawn(func() {
		for range s.signals {
			p.Send(tea.SuspendMsg{})
		}
	})
	return s
}

// instead stops the program in the place of the framework, which sends itself
// the signal that we were sent: once a Go program has asked to be told of it, the
// default action never comes back, and the program would wait without being
// stopped. It returns when the program goes on.
func (s *stopping) instead(tea.Msg) tea.Msg {
	if s.p.ReleaseTerminal() != nil {
		return nil
	}
	goesOn := make(chan os.Signal, 1)
	signal.Notify(goesOn, syscall.SIGCONT)
	signal.Stop(s.signals)
	_ = syscall.Kill(0, syscall.SIGTSTP) // the others of the group, as a shell expects; it does nothing to us
	_ = syscall.Kill(os.Getpid(), syscall.SIGSTOP)
	<-goesOn
	signal.Stop(goesOn)
	signal.Notify(s.signals, syscall.SIGTSTP)
	_ = s.p.RestoreTerminal()
	return tea.ResumeMsg{}
}

func (s *stopping) end() {
	signal.Stop(s.signals)
	close(s.signals)
}
