package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// split makes two entries of the one in the composer, at the cursor: of a
// resolution two parts, of a list two points.
func (l *live) split(a *app) tea.Cmd {
	_, old, ok := l.s.record().Find(l.editing.id)
	switch {
	case l.editing.none():
		a.say("enter on a chosen entry first; then " + a.keys.Split.Help().Key + " splits it at the cursor")
		return nil
	case l.editing.note || !ok:
		a.say("a note of your own stays one")
		return nil
	}
	before, after := strings.TrimRight(l.comp.words.Before(), " "), strings.TrimLeft(l.comp.words.After(), " ")
	var next agenda.Record
	var err error
	if again := repeats(old.Kind, before); again != "" {
		next, err = notes.Edit(l.withGuests(l.comp.Text()), old.ID, l.comp.with(before+"\n"+again+after))
	} else {
		next, _, err = notes.Split(l.withGuests(l.comp.Text()), old.ID, l.comp.with(before), secondHalf(l.comp.mark, after))
	}
	if err != nil {
		l.problem = plainError(err)
		return nil
	}
	cmd := l.s.do(next, "split of "+old.Kind.One()+" in "+l.itemWords(l.shownItem()))
	l.letGo()
	a.say("split in two; " + a.keys.Undo.Help().Key + " joins them again")
	return cmd
}

// with is the line in the notation with other words.
func (c *composer) with(words string) string {
	part := composer{words: newEditor(false), mark: c.mark, glued: c.glued, raw: c.raw}
	part.words.SetText(words)
	return part.Text()
}

// repeats is the mark of the line the cursor stands in, where that is one of
// several of an entry: a part, a sub-point, a point of a list.
func repeats(kind agenda.Kind, before string) string {
	line := before[strings.LastIndexByte(before, '\n')+1:]
	inner := len(line) < len(before)
	lead := line[:len(line)-len(strings.TrimLeft(line, " "))]
	switch {
	case inner && strings.HasPrefix(line[len(lead):], "- "):
		return lead + "- "
	case kind != agenda.Resolved:
		return ""
	case inner && strings.HasPrefix(line, "!-"):
		return line[:len(line)-len(strings.TrimLeft(line[1:], "-"))] + " "
	}
	return "! "
}

// secondHalf is the words behind the cursor as an entry of their own.
func secondHalf(mark, words string) string {
	words = strings.TrimLeft(words, " \n")
	second := composer{words: newEditor(false), mark: mark}
	switch {
	case mark == "+":
		words = ": " + words // without owners of its own
	case mark == "" && !strings.HasPrefix(words, "- "):
		words = `\` + words // plain text, whatever it begins with
	}
	second.words.SetText(words)
	return second.Text()
}

// merge joins the chosen entry to the one above it.
func (l *live) merge(a *app) tea.Cmd {
	switch {
	case l.chosen.none() || !l.editing.none():
		a.say("choose an entry first: " + a.keys.EntryUp.Help().Key)
		return nil
	case l.chosen.note:
		a.say("a note of your own stays by itself")
		return nil
	}
	_, e, _ := l.s.record().Find(l.chosen.id)
	next, into, err := l.s.record().Merge(l.chosen.id)
	if err != nil {
		l.refuse(a, err)
		return nil
	}
	cmd := l.s.do(next, "join of "+e.Kind.One()+" in "+l.itemWords(l.shownItem()))
	l.pickUp(pick{id: into})
	a.say("joined; " + a.keys.Undo.Help().Key + " parts them again")
	return cmd
}
