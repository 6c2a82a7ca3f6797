package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// pick is an entry of the minute, or one of the clerk's own notes between
// them, which have IDs of their own.
type pick struct {
	id   agenda.ID
	note bool
}

func (p pick) none() bool { return p.id == 0 }

// picks is what can be chosen in the minute, from top to bottom.
func (l *live) picks() []pick {
	n := l.noting(l.shownItem())
	if n.item == nil || n.picks != nil {
		return n.picks
	}
	n.picks = make([]pick, 0, len(n.item.Entries))
	behind := func(id agenda.ID) {
		for _, note := range n.behind[id] {
			n.picks = append(n.picks, pick{note.ID, true})
		}
	}
	behind(0)
	for _, e := range n.item.Entries {
		n.picks = append(n.picks, pick{id: e.ID})
		behind(e.ID)
	}
	return n.picks
}

// shownNotes is the clerk's notes of an item while they are on the screen.
func (l *live) shownNotes(item agenda.ID) map[agenda.ID][]*agenda.ClosedEntry {
	return l.noting(item).behind
}

// noting is what can be chosen in an item, made anew where it changed.
func (l *live) noting(item agenda.ID) *notedItem {
	r := l.s.record()
	it, _ := r.Open.Item(item)
	var c *agenda.ClosedItem
	if l.private {
		c = r.Closed.Items[item]
	}
	if l.noted.item != it || l.noted.closed != c || l.noted.private != l.private {
		l.noted = notedItem{item: it, closed: c, private: l.private}
		if l.private {
			l.noted.behind = r.Notes(item)
		}
	}
	return &l.noted
}

// notedItem is the clerk's notes of an item by the entry they stand behind,
// while they are shown, and all that can be chosen there: worked out once for as
// long as neither changes.
type notedItem struct {
	item    *agenda.Item
	closed  *agenda.ClosedItem
	private bool
	behind  map[agenda.ID][]*agenda.ClosedEntry
	picks   []pick
}

// showNotes shows the clerk's notes or hides them. One that is being changed
// stands in the composer, and the screen must say what that is.
func (l *live) showNotes(a *app) {
	if l.editing.note {
		a.say("keep or leave the note first")
		return
	}
	l.private = !l.private
	if l.chosen.note {
		l.pickUp(pick{})
	}
}

// note is the chosen note of the clerk.
func (l *live) note() (*agenda.ClosedEntry, bool) {
	c := l.s.record().Closed.Items[l.shownItem()]
	if c == nil || !l.chosen.note {
		return nil, false
	}
	i := slices.IndexFunc(c.Entries, func(n *agenda.ClosedEntry) bool { return n.ID == l.chosen.id })
	if i < 0 {
		return nil, false
	}
	return c.Entries[i], true
}

func (l *live) strikeNote(a *app) tea.Cmd {
	next, _, err := l.s.record().Strike(l.chosen.id)
	if err != nil {
		return nil
	}
	a.say("struck: note · " + a.keys.Undo.Help().Key + " brings it back")
	cmd := l.s.do(next, "strike of a note")
	l.letGo()
	return cmd
}
