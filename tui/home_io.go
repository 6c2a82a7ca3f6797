package tui

import (
	"context"
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// listedMsg answers list: what the book holds of the last year and to come,
// and what was found where something was typed.
type listedMsg struct {
	meetings []agenda.Summary // newest first
	recent   int              // how many of them are of the last year and to come
	older    bool             // there are more before them
	bodies   []agenda.Body
	counts   agenda.Counts
	typed    string
	err      error
}

// olderPage is how many meetings more than a year old are read at a time, and
// how many are listed of those that are found.
const olderPage = 100

// list reads what home shows: the meetings of the year and to come, older of
// those before, and those that hold what is typed in place of both.
func (a *app) list(typed string, older int) tea.Cmd {
	store, now := a.store, a.now()
	return func() tea.Msg {
		m := listedMsg{typed: typed}
		ctx := context.Background()
		q := agenda.Query{From: iso(now.AddDate(-1, 0, 1))}
		if typed != "" {
			q = agenda.Query{Words: strings.Fields(typed), Limit: olderPage}
		}
		var found, before agenda.Page[agenda.Summary]
		if found, m.err = store.Sittings(ctx, q); m.err != nil {
			return m
		}
		m.meetings, m.recent, m.older = found.Rows, len(found.Rows), typed == "" && found.Total > found.Hits
		if m.older {
			// A meeting without a date is in no bounds, so this is the whole
			// list from where the bounded one ends.
			q = agenda.Query{Offset: found.Hits, Limit: max(older, olderLeast)}
			if before, m.err = store.Sittings(ctx, q); m.err != nil {
				return m
			}
			m.meetings = append(m.meetings, before.Rows...)
			m.older = len(m.meetings) < before.Hits
		}
		if m.bodies, m.err = store.Bodies(ctx); m.err == nil {
			m.counts, m.err = store.Counts(ctx, iso(now))
		}
		return m
	}
}

// olderLeast is how many meetings of before are listed at first.
const olderLeast = 20

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
		return exampleMsg{mending(s), err}
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
		return what + ": the disk failed in the middle. Keeping it once more reads the book anew first."
	case errors.Is(err, agenda.ErrSealed):
		return what + ": approved minutes are sealed."
	}
	return fmt.Sprintf("%s: %s.", what, agenda.Plainly(err))
}
