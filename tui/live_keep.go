package tui

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// runs are the marks that go on from line to line until something ends them.
var runs = []string{"!", "!-", "!--", "-", "|"}

// keep takes the line into the minutes, or begins to edit the chosen entry. On
// an empty line it ends a row of parts, points or table rows.
func (l *live) keep(a *app) tea.Cmd {
	if l.comp.Empty() {
		if !l.chosen.none() && l.editing.none() {
			return l.change(a)
		} else if slices.Contains(runs, l.comp.mark) {
			l.comp.Predict("") // as an empty point ends a list in any editor
		}
		return nil
	}
	text := l.comp.Text()
	if strings.TrimSpace(l.comp.words.Text()) == "" && l.editing.none() {
		return nil
	}
	if cmd, ok := l.command(a, text); ok {
		return cmd
	}
	if !l.editing.none() {
		return l.keepEdit(a, text)
	}
	return l.keepEntry(a, text)
}

// keepEntry takes a text into the minutes.
func (l *live) keepEntry(a *app, text string) tea.Cmd {
	if l.published() {
		return nil
	}
	item := l.target()
	next, applied, err := l.apply(a, text)
	if err != nil {
		var stranger string
		var kept bool
		if next, applied, stranger, kept = l.applyStranger(a, text, err); !kept {
			l.problem = plainError(err)
			return nil
		}
		if stranger = "“" + stranger + "”"; l.secretly() {
			stranger = "a name"
		}
		a.say(stranger + " is not on the roster: kept as typed. " + a.keys.Room.Help().Key + " adds a person")
	}
	if strings.HasPrefix(text, "%%") {
		l.problem = "%% begins a comment of a file, which is not kept. One % makes a note of your own."
		return nil
	}
	next = l.linked(next, applied)
	what := applied.What
	if what == string(applied.Kind) || applied.Entry.Closed() || l.hides(applied) {
		what = applied.Kind.Words() // messages are remembered: they quote nothing private
	}
	if told := l.keptBehind(applied.Kind); told != "" && applied.Item == l.goesTo() {
		a.say(told)
	} else if applied.Item != item || l.look != 0 {
		a.say("kept in " + l.itemWords(applied.Item) + l.otherSide(item, applied.Item))
	} else if applied.Kind == agenda.Note && !l.noted {
		a.say("kept as your note; " + a.keys.Notes.Help().Key + " shows it")
	} else if applied.Kind == agenda.Happening {
		a.say(what)
	}
	cmd := l.s.do(next, fmt.Sprintf("%s in %s", what, l.itemWords(applied.Item)))
	l.letGo()
	if applied.Kind == agenda.Declared {
		l.askRoom(a, 0, l.target())
	}
	return cmd
}

// otherSide says of words that were kept in another item whether they are
// private or public there, where that is not so of the open one.
func (l *live) otherSide(open, to agenda.ID) string {
	switch here, there := l.private(open), l.private(to); {
	case here == there:
		return ""
	case there:
		return ", private"
	}
	return ", public"
}

// hides is whether a line changed an item that is private business otherwise
// than by an entry: what became of it is private too.
func (l *live) hides(applied notes.Applied) bool {
	it, ok := l.s.meeting().Item(applied.Item)
	return ok && applied.Entry == 0 && it.Exempt != nil && it.Private()
}

func (l *live) keepEdit(a *app, text string) tea.Cmd {
	edit := func() (agenda.Record, error) { return notes.Edit(l.withGuests(text), l.editing.id, text) }
	if l.editing.note {
		edit = func() (agenda.Record, error) {
			return notes.Edit(l.s.record(), l.editing.id, text)
		}
	}
	next, err := edit()
	if err != nil {
		l.problem = plainError(err)
		return nil
	}
	cmd := l.s.do(next, "change in "+l.itemWords(l.shownItem()))
	l.letGo()
	a.say("changed")
	return cmd
}

// edit puts the chosen entry into the empty composer.
func (l *live) edit() {
	if _, e, ok := l.s.record().Find(l.chosen.id); ok {
		l.editing = l.chosen
		l.comp.SetText(notes.TextOf(l.s.record(), *e))
	}
	l.asOpened = l.comp.Text()
}

// back leaves the innermost thing: an edit, a choice, a look, the screen.
func (l *live) back(a *app) tea.Cmd {
	switch {
	case !l.editing.none():
		if l.comp.Text() != l.asOpened && !l.again(a, "enter keeps the change; esc again leaves it as it was") {
			return nil
		}
		l.letGo()
		a.say("left as it was")
	case !l.chosen.none():
		l.pickUp(pick{})
	case l.side.what != asideNone:
		l.side.what = asideNone
	case l.look != 0:
		l.look = 0
	case l.comp.Empty() && l.comp.mark != "" && !l.comp.predicted:
		l.comp.Predict("")
	case !l.comp.Empty():
		a.say("enter keeps your words; " + a.keys.Undo.Help().Key + " takes them back")
	case len(l.s.meeting().Taken) > 0 && l.closed() == "" && !l.again(a, "the meeting stays open; esc again goes home"):
	default:
		return l.leave(a)
	}
	return nil
}

// again is whether esc was pressed while the screen said what it will do, which
// it says the first time: one too many in the middle of a meeting does nothing.
func (l *live) again(a *app, words string) bool {
	if a.stood == words {
		return true
	}
	a.say(words)
	return false
}

// leave goes home once all is in the book: leaving before that would leave the
// save behind.
func (l *live) leave(a *app) tea.Cmd {
	if !l.s.Clean() {
		a.say("not all is in the book yet")
		return l.s.Flush()
	}
	return a.pop()
}

// plainError is an error of the notation or of the record, in words.
func plainError(err error) string {
	var problems notes.Problems
	if errors.As(err, &problems) && len(problems) > 0 {
		return problems[0].Words()
	}
	return err.Error()
}
