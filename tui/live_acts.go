package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// takeNext takes the item that is looked at, else the next one that was not
// taken yet.
func (l *live) takeNext(a *app) tea.Cmd {
	if !l.comp.Empty() {
		return l.keepAndTake(a)
	}
	return l.takeOn(a, l.look)
}

// keepAndTake keeps the words in the item they were typed for and goes on. What
// cannot be kept as it stands stays, and nothing is taken.
func (l *live) keepAndTake(a *app) tea.Cmd {
	if !l.editing.none() || l.comp.unfilled() {
		a.say("enter keeps your words first")
		return nil
	}
	if strings.TrimSpace(l.comp.words.Text()) == "" {
		l.letGo() // a mark without words
		return l.takeOn(a, l.look)
	}
	if cmd, ok := l.command(a, l.comp.Text()); ok {
		return cmd // it may well be about an item itself
	}
	look, item := l.look, l.itemWords(l.goesTo())
	if to := l.addressed(); l.toElsewhere() {
		item = l.itemWords(to) + l.otherSide(l.target(), to)
	}
	kept := l.keepEntry(a, l.comp.Text())
	if !l.comp.Empty() || a.top() != l {
		return kept
	}
	taken := l.takeOn(a, look)
	if a.top() == l {
		a.say("kept in " + item)
	}
	return tea.Batch(kept, taken)
}

// takeOn takes an item, or the next where it is zero.
func (l *live) takeOn(a *app, id agenda.ID) tea.Cmd {
	if id == 0 {
		id = l.s.meeting().NextItem()
	}
	if id == 0 {
		words := "every item was taken; /close ends the meeting"
		if l.closed() != "" {
			words = "every item was taken, and the meeting is closed"
		}
		a.say(words)
		return nil
	}
	return l.take(a, id)
}

// take opens an item for minuting, after a question where the meeting closed.
func (l *live) take(a *app, id agenda.ID) tea.Cmd {
	if l.closed() != "" && l.s.meeting().Current() != id {
		return l.takeClosed(a, id)
	}
	return l.takeNow(a, id)
}

func (l *live) takeNow(a *app, id agenda.ID) tea.Cmd {
	if words := l.waits(a); words != "" {
		a.say(words)
		return nil
	}
	next, err := l.s.record().GoesOn(l.s.minuted(a))
	if err == nil {
		next, err = next.Take(id, l.s.minuted(a))
	}
	if err != nil {
		a.say(err.Error())
		return nil
	}
	adjourned := l.s.meeting().Adjournment() != nil
	turn, day := l.outOfTurn(id), l.otherDay(a)
	l.look = 0
	l.pickUp(pick{})
	if l.s.meeting().Current() == id && !adjourned {
		return nil
	}
	from := l.target()
	cmd := l.s.do(next, "taking "+l.itemWords(id))
	l.predict()
	l.askRoom(a, from, id)
	switch {
	case adjourned:
		a.say("the meeting goes on · " + a.keys.Undo.Help().Key + " takes it back")
	case turn != "":
		a.say(turn)
	case day != "":
		a.say(day)
	}
	return cmd
}

// lookBy looks at the item above or below; coming back to the open item is
// looking no more.
func (l *live) lookBy(a *app, by int) tea.Cmd {
	m := l.s.meeting()
	if len(m.Items) == 0 {
		return nil
	}
	at := 0
	for i, it := range m.Items {
		if it.ID == l.shownItem() {
			at = i
		}
	}
	at = min(max(at+by, 0), len(m.Items)-1)
	return l.lookAt(a, m.Items[at])
}

// lookAt looks at an item. An empty one shows what the last meeting minuted of
// it, which is read the first time.
func (l *live) lookAt(a *app, it *agenda.Item) tea.Cmd {
	if l.look = it.ID; l.look == l.target() {
		l.look = 0
	}
	l.side.top = 0
	l.pickUp(pick{})
	if len(it.Entries) == 0 && it.Titled() {
		return l.fetchLast(a)
	}
	return nil
}

// choose goes up or down among the entries of the minute, and the clerk's
// notes where they are shown; below the last there is no choice any more.
func (l *live) choose(a *app, by int) {
	if !l.editing.none() {
		return
	}
	picks := l.picks()
	if len(picks) == 0 {
		a.say("no entries here yet")
		return
	}
	at := slices.Index(picks, l.chosen)
	if at < 0 {
		at = len(picks)
	}
	at = max(at+by, 0)
	to := pick{}
	if at < len(picks) {
		to = picks[at]
	}
	l.pickUp(to)
}

func (l *live) move(a *app, by int) tea.Cmd {
	switch {
	case l.chosen.none():
		a.say("choose an entry first: " + a.keys.EntryUp.Help().Key)
		return nil
	case l.chosen.note:
		a.say("a note stays where it was written")
		return nil
	}
	next, err := l.s.record().Move(l.chosen.id, by)
	if err != nil {
		l.refuse(a, err)
		return nil
	}
	_, e, _ := l.s.record().Find(l.chosen.id)
	return l.s.do(next, "move of "+e.Kind.One()+" in "+l.itemWords(l.shownItem()))
}

func (l *live) strike(a *app) tea.Cmd {
	switch {
	case l.chosen.none():
		a.say("choose an entry first: " + a.keys.EntryUp.Help().Key)
		return nil
	case l.chosen.note:
		return l.strikeNote(a)
	}
	next, struck, err := l.s.record().Strike(l.chosen.id)
	if err != nil || len(struck) == 0 {
		l.refuse(a, err)
		return nil
	}
	with := ""
	if n := len(struck) - 1; n == 1 {
		with = " and its response"
	} else if n > 1 {
		with = fmt.Sprintf(" and its %d responses", n)
	}
	a.say("struck: " + struck[0].Kind.Words() + with + " · " + a.keys.Undo.Help().Key + " brings it back")
	cmd := l.s.do(next, "strike of "+struck[0].Kind.One()+with)
	l.letGo()
	return cmd
}

// turn changes the kind of the line, or of the chosen entry.
func (l *live) turn(a *app, back bool) tea.Cmd {
	by := 1
	if back {
		by = -1
	}
	if l.chosen.none() || !l.editing.none() || !l.comp.Empty() {
		l.comp.Turn(by)
		return nil
	}
	_, e, ok := l.s.record().Find(l.chosen.id)
	if !ok || l.chosen.note {
		a.say("a note stays a note")
		return nil
	}
	round := []agenda.Kind{agenda.Narrative, agenda.Update, agenda.Question, agenda.Response, agenda.Further,
		agenda.Comment, agenda.Resolved, agenda.ToDo}
	at := 0
	for i, kind := range round {
		if kind == e.Kind {
			at = i
		}
	}
	var refused error
	for range round {
		at = (at + by + len(round)) % len(round)
		if round[at] == e.Kind {
			break
		}
		next, err := l.s.record().Rekind(l.chosen.id, round[at])
		if err == nil {
			a.say("now " + round[at].One())
			cmd := l.s.do(next, "turning "+e.Kind.One()+" into "+round[at].One())
			l.aim()
			return cmd
		}
		refused = err
	}
	l.refuse(a, refused)
	return nil
}

// undo takes back what is being typed first, then the last change.
func (l *live) undo(a *app) tea.Cmd {
	switch {
	case l.comp.Undo():
		return nil
	case !l.editing.none():
		l.letGo()
		a.say("left as it was")
		return nil
	case !l.comp.Empty():
		l.clear()
		return nil
	}
	what, cmd := l.s.undo()
	l.turned(a, "undo", "undone: ", what)
	return cmd
}

func (l *live) redo(a *app) tea.Cmd {
	if l.comp.words.Redo() {
		return nil
	}
	what, cmd := l.s.redo()
	l.turned(a, "redo", "done again: ", what)
	return cmd
}

// turned says what an undo or redo did, or that there was nothing to do.
func (l *live) turned(a *app, verb, done, what string) {
	if what == "" {
		a.say("nothing to " + verb)
		return
	}
	a.say(done + what)
	l.afterTurn()
}
