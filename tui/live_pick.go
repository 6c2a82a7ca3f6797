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
	n := l.seen(l.shownItem())
	if n.item == nil || n.picks != nil {
		return n.picks
	}
	n.picks = make([]pick, 0, len(n.item.Entries))
	for _, e := range n.item.Entries {
		n.picks = append(n.picks, pick{e.ID, e.Kind == agenda.Note})
	}
	return n.picks
}

// showNotes shows the clerk's notes or hides them. One that is being changed
// stands in the composer, and the screen must say what that is.
func (l *live) showNotes(a *app) {
	if l.editing.note {
		a.say("keep or leave the note first")
		return
	}
	l.noted = !l.noted
	if l.chosen.note {
		l.pickUp(pick{})
	}
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

// afterTurn lets go of what an undo or redo took away. Words being typed stay,
// as a new entry.
func (l *live) afterTurn() {
	if _, ok := l.s.meeting().Item(l.look); !ok {
		l.look = 0
	}
	picks := l.picks()
	if !slices.Contains(picks, l.editing) {
		l.editing = pick{}
	}
	if !slices.Contains(picks, l.chosen) {
		l.chosen = pick{}
	}
	if !slices.Contains(picks, pick{id: l.behind}) {
		l.behind = 0
	}
	l.aim()
}
