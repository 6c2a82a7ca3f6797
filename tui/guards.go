package tui

import (
	"errors"

	tea "charm.land/bubbletea/v2"
)

// guarded is something accepted as the frame of the program sees it: what must
// be in the book before the program ends.
type guarded interface {
	// Update takes the answers of the store, whatever screen is on top.
	Update(a *app, msg tea.Msg) tea.Cmd
	// Clean is whether everything accepted is in the book.
	Clean() bool
	// Flush starts saving what is not; nil where a save is running already.
	Flush() tea.Cmd
	// Running is whether a save is under way.
	Running() bool
	// Stuck says in a sentence why saving fails; empty while it does not.
	Stuck() string
	// Settle waits for a running save and saves what remains. It is called once
	// the interface is gone, when no message can arrive any more.
	Settle() error
}

// guards is several, as one.
type guards []guarded

var _ guarded = guards{}

// guarding is a screen that saves by itself.
type guarding interface{ Guards() guarded }

// guards is all that must be in the book before the program ends: what a screen
// of the stack saves, every meeting of this run, and the changes of meetings
// that are not open.
func (a *app) guards() guards {
	var all guards
	for _, s := range a.stack {
		if g, ok := s.(guarding); ok {
			all = append(all, g.Guards())
		}
	}
	for _, s := range a.sessions {
		all = append(all, s)
	}
	return append(all, a.changes)
}

// Update takes the answers of the store.
func (all guards) Update(a *app, msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for _, g := range all {
		cmds = append(cmds, g.Update(a, msg))
	}
	return tea.Batch(cmds...)
}

// Clean is whether all of them are.
func (all guards) Clean() bool {
	for _, g := range all {
		if !g.Clean() {
			return false
		}
	}
	return true
}

// Running is whether any of them is saving.
func (all guards) Running() bool {
	for _, g := range all {
		if g.Running() {
			return true
		}
	}
	return false
}

// Flush starts saving what is not in the book.
func (all guards) Flush() tea.Cmd {
	var cmds []tea.Cmd
	for _, g := range all {
		cmds = append(cmds, g.Flush())
	}
	return tea.Batch(cmds...)
}

// Stuck says why the first that fails does.
func (all guards) Stuck() string {
	for _, g := range all {
		if why := g.Stuck(); why != "" {
			return why
		}
	}
	return ""
}

// Settle settles them all, and says what each could not save.
func (all guards) Settle() error {
	var errs []error
	for _, g := range all {
		errs = append(errs, g.Settle())
	}
	return errors.Join(errs...)
}
