//go:build !unix

package tui

import (
	"os"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// leaveSignals end the program as soon as all is in the book.
var leaveSignals = []os.Signal{syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT}

// stopping is nothing here: no program is stopped from outside.
type stopping struct{}

func newStopping(*tea.Program) *stopping { return nil }

func (*stopping) instead(msg tea.Msg) tea.Msg { return msg }
func (*stopping) end()                        {}
