package tui

import (
	"cmp"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// closed says that the meeting closed and when; empty while it has not.
func (l *live) closed() string {
	l.outline.fit(l.s) // which asks the meeting once per change
	switch at := l.outline.closed; {
	case at == "":
		return ""
	case at.TimeOfDay() == "":
		return "The meeting is closed."
	default:
		return "The meeting closed at " + at.TimeOfDay() + "."
	}
}

// closeMeeting asks whether to close, and says what was not dealt with. The
// line stays in the composer until the answer.
func (l *live) closeMeeting(a *app, text string) tea.Cmd {
	if why := l.closed(); why != "" {
		l.problem = why + " /resume opens it again."
		return nil
	}
	now := l.s.minuted(a)
	close := func() (agenda.Record, notes.Applied, error) {
		return notes.Apply(l.withGuests(text), l.target(), text, now)
	}
	next, _, err := close()
	if err != nil {
		l.problem = plainError(err)
		return nil
	}
	question := "Close the meeting?"
	if at := next.Open.ClosedAt().TimeOfDay(); at != "" {
		question = "Close the meeting at " + at + "?"
	}
	return a.push(newConfirm(question, missing(l.s.record()), []choice{
		{"Go back", "the meeting goes on", func(a *app) tea.Cmd { return a.pop() }},
		{"Close", "the closing stands at the end of the minutes", func(a *app) tea.Cmd {
			back := a.pop()
			next, applied, err := close() // the meeting may be another by now
			if err != nil {
				l.problem = plainError(err)
				return back
			}
			cmd := l.s.do(next, applied.What)
			l.letGo()
			a.say(applied.What)
			return tea.Batch(back, cmd)
		}},
	}))
}

// missing says what a clerk may have forgotten.
func missing(r agenda.Record) string {
	m := r.Open
	words := untaken(r)
	switch n := len(m.Unanswered()); {
	case n == 1:
		words += " 1 question has no response."
	case n > 1:
		words += fmt.Sprintf(" %d questions have no response.", n)
	}
	if present, voting := m.PresentCount(); voting > 0 && present == 0 {
		words += " Nobody is marked as present."
	}
	return words
}

// untaken says which items were not taken.
func untaken(r agenda.Record) string {
	items := r.Untaken()
	if len(items) == 0 {
		return "Every item was taken."
	}
	const most = 8
	var names []string
	for _, it := range items[:min(len(items), most)] {
		names = append(names, cmp.Or(it.Number, titleOf(it)))
	}
	list := strings.Join(names, ", ")
	if n := len(items) - most; n > 0 {
		list += fmt.Sprintf(" and %d more", n)
	}
	return count(len(items), "item was", "items were") + " not taken: " + list + "."
}

// resume has a meeting that is adjourned go on, and opens a closed one again: its closing is struck, which can be
// undone like everything else.
func (l *live) resume(a *app) tea.Cmd {
	if l.s.meeting().Adjournment() != nil {
		return l.goOn(a)
	}
	closing := l.s.meeting().Closing()
	if closing == nil {
		a.say("the meeting is open")
		return nil
	}
	next, _, err := l.s.record().Strike(closing.ID)
	if err != nil {
		a.say(plainError(err))
		return nil
	}
	cmd := l.s.do(next, "opening the meeting again")
	l.afterTurn()
	a.say("the meeting is open again · " + a.keys.Undo.Help().Key + " closes it")
	return cmd
}

// takeClosed asks what taking an item means once the meeting has closed.
func (l *live) takeClosed(a *app, id agenda.ID) tea.Cmd {
	name := l.itemWords(id)
	return a.push(newConfirm("Take "+name+" after the close?", l.closed(), []choice{
		{"Go back", "nothing changes", func(a *app) tea.Cmd { return a.pop() }},
		{"Write up " + name, "the meeting stays closed; this stands before its closing", func(a *app) tea.Cmd {
			return tea.Batch(a.pop(), l.takeNow(a, id))
		}},
		{"Open the meeting again", "its closing is struck, and " + name + " is taken", func(a *app) tea.Cmd {
			return tea.Batch(a.pop(), l.resume(a), l.takeNow(a, id))
		}},
	}))
}
