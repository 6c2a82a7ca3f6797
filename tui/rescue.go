package tui

import (
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/exports"
)

// How long after a failed save the next one is tried by itself: at first soon,
// then ever more rarely.
const (
	retryFirst = 2 * time.Second
	retryMost  = time.Minute
	retryRoom  = 5 * time.Second // while there is no room: somebody makes some
)

// retryMsg has what is not in the book tried again.
type retryMsg struct{}

// rescueMsg answers a copy of a meeting that the book does not take.
type rescueMsg struct {
	s      *session
	change int
	path   string
	err    error
}

// rescue is a full copy of a meeting outside the book, for as long as the book
// does not take it.
type rescue struct {
	path    string // where it is; empty: there is none
	change  int    // of the session that it holds
	writing bool
	err     error
}

// stands sees to what is not in the book: it is tried again by itself, a copy is
// made of every meeting, and a copy that is not needed any more goes.
func (a *app) stands() tea.Cmd {
	var cmds []tea.Cmd
	for _, s := range a.sessions {
		cmds = append(cmds, a.rescued(s))
	}
	switch stuck := a.guards().Stuck() != ""; {
	case !stuck:
		a.pause = 0
	case !a.waiting && a.after != nil:
		a.waiting = true
		most := retryMost
		if roomless(a.guards().fault()) {
			most = retryRoom
		}
		a.pause = min(max(retryFirst, 2*a.pause), most)
		cmds = append(cmds, a.after(a.pause, retryMsg{}))
	}
	return tea.Batch(cmds...)
}

// again tries to save what the book did not take.
func (a *app) again() tea.Cmd {
	a.waiting = false
	if a.guards().Stuck() == "" {
		return nil
	}
	for _, s := range a.sessions {
		if s.conflicting() {
			return a.stands() // nothing but an answer of the clerk settles that
		}
	}
	return tea.Batch(a.guards().Flush(), a.stands())
}

// rescued makes the copy of a meeting, or takes it away; nil: it is as it should
// be.
func (a *app) rescued(s *session) tea.Cmd {
	r := &s.rescue
	switch {
	case a.rescue == "" || r.writing:
		return nil
	case s.Clean() && r.path != "":
		path := r.path
		*r = rescue{}
		return func() tea.Msg {
			_ = os.Remove(path) // the book has all of it
			return nil
		}
	case s.Stuck() == "" || r.change == s.change:
		return nil
	}
	r.writing = true
	folder, body, snap := a.rescue, s.body, s.whole()
	m := rescueMsg{s: s, change: s.change, path: r.path}
	return func() tea.Msg {
		if m.path == "" { // a name of its own: one that an earlier run left may say what this does not
			m.path = filepath.Join(folder, "not-saved-"+strings.ToLower(rand.Text()[:8])+".json")
		}
		m.err = writeRescue(m.path, body, snap)
		return m
	}
}

// writeRescue writes all of a meeting into a file of its owner's; the copy of
// before is replaced once the new one is whole.
func writeRescue(path string, body agenda.Body, snap agenda.Snapshot) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	format, ok := exports.FormatNamed("json")
	if !ok {
		return errors.New("there is no format for it")
	}
	// A full copy: private business and the clerk's notes are in it.
	return exports.WritePrivate(path, func(w io.Writer) error {
		return format.Full(w, body, snap.Record, snap.Life)
	})
}

// wrote takes in what became of a copy.
func (a *app) wrote(m rescueMsg) tea.Cmd {
	r := &m.s.rescue
	r.writing, r.change, r.err = false, m.change, m.err
	if m.err != nil {
		if r.path == "" {
			a.remember("no copy outside the book could be made: " + plainCause(m.err))
		}
		return nil
	}
	if r.path == "" {
		a.say("a copy of the meeting is in " + m.path)
	}
	r.path = m.path
	return a.rescued(m.s)
}
