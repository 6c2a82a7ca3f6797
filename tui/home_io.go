package tui

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// listedMsg answers list: what the book holds.
type listedMsg struct {
	meetings []agenda.Summary
	bodies   []agenda.Body
	err      error
}

// list reads what home shows.
func (a *app) list() tea.Cmd {
	store := a.store
	return func() tea.Msg {
		var m listedMsg
		ctx := context.Background()
		if m.meetings, m.err = store.Meetings(ctx); m.err == nil {
			m.bodies, m.err = store.Bodies(ctx)
		}
		return m
	}
}

// openedMsg answers open.
type openedMsg struct {
	snap agenda.Snapshot
	body agenda.Body
	read bool // to be read, not minuted
	err  error
}

// open reads a meeting and its body, to be minuted or to be read.
func (a *app) open(meeting agenda.Key, read bool) tea.Cmd {
	load := a.loading(meeting)
	return func() tea.Msg {
		m := openedMsg{read: read}
		m.snap, m.body, m.err = load()
		return m
	}
}

// exampleMsg answers openExample.
type exampleMsg struct {
	store agenda.Store
	err   error
}

func (a *app) openExample() tea.Cmd {
	make := a.example
	return func() tea.Msg {
		s, err := make()
		return exampleMsg{s, err}
	}
}

// importedMsg answers importFile.
type importedMsg struct {
	said string
	err  error
}

func (a *app) importFile(path string) tea.Cmd {
	take := a.imports
	return func() tea.Msg {
		said, err := take(atHome(path))
		return importedMsg{said, err}
	}
}

// bodyKeptMsg answers keepBody.
type bodyKeptMsg struct {
	body agenda.Body
	err  error
}

func (a *app) keepBody(b agenda.Body) tea.Cmd {
	store := a.store
	return func() tea.Msg {
		return bodyKeptMsg{b, store.SaveBody(context.Background(), b)}
	}
}

// meetingKeptMsg answers keepMeeting.
type meetingKeptMsg struct {
	snap agenda.Snapshot
	body agenda.Body
	err  error
}

func (a *app) keepMeeting(r agenda.Record, b agenda.Body) tea.Cmd {
	store := a.store
	return func() tea.Msg {
		snap, err := store.Save(context.Background(), agenda.Snapshot{Life: agenda.Life{Draft: 1}}, r)
		return meetingKeptMsg{snap, b, err}
	}
}

// failed is an error in words for a person: what did not work, in one
// sentence, from what the store or an import said.
func failed(what string, err error) string {
	var own *agenda.Error
	switch {
	case errors.As(err, &own):
		return own.What
	case errors.Is(err, agenda.ErrNotFound):
		return what + ": it is not in the book any more."
	case errors.Is(err, agenda.ErrUnsure):
		return what + ": the disk failed in the middle. Open the book again to see what it holds."
	case errors.Is(err, agenda.ErrSealed):
		return what + ": approved minutes are sealed."
	}
	return fmt.Sprintf("%s: %v.", what, err)
}
