package tui

import (
	"cmp"
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// proposedMsg answers propose: what a new meeting of a body begins with.
type proposedMsg struct {
	asked    int              // which proposal this answers
	day, why string           // the date, and why it
	kind     string           // the usual kind; empty: the body never met
	met      []agenda.Clock   // the meetings of that kind, newest first
	all      []agenda.Clock   // all of the body
	last     *agenda.Record   // the meeting before that was begun; nil: none
	before   []agenda.Meeting // those before, as far back as the body needs
	err      error
}

// propose reads what the meetings of a body propose for a new one, before a
// day or, where that is empty, before the day that its cadence says. One that
// was never begun hands nothing on, but counts for what is due again.
func (a *app) propose(b agenda.Body, day string, asked int) tea.Cmd {
	store, today := a.store, iso(a.now())
	return func() tea.Msg {
		m := proposedMsg{asked: asked, day: day}
		m.err = m.read(context.Background(), store, b, today)
		return m
	}
}

func (m *proposedMsg) read(ctx context.Context, store agenda.Store, b agenda.Body, today string) error {
	all, err := store.Meetings(ctx)
	var list []agenda.Summary
	for _, s := range all {
		if s.Body == b.Key {
			list = append(list, s)
		}
	}
	m.kind = agenda.UsualKind(list)
	for _, s := range list {
		m.all = append(m.all, s.Start)
		if strings.EqualFold(cmp.Or(s.Kind, m.kind), m.kind) {
			m.met = append(m.met, s.Start)
		}
	}
	if m.day == "" {
		m.day, m.why = agenda.NextDay(b.Cadence, m.met, today)
		m.day = cmp.Or(m.day, today)
	}
	if err != nil {
		return err
	}
	back := b.Lookback()
	for _, s := range list {
		wanted, begun := len(m.before) < back, m.last == nil && s.Entries > 0
		if s.Start.Date() >= m.day || !wanted && !begun {
			continue
		}
		snap, err := store.Load(ctx, s.Key)
		if err != nil {
			return err
		}
		if wanted {
			m.before = append(m.before, snap.Record.Open)
		}
		if begun {
			m.last = &snap.Record
		}
	}
	return nil
}
