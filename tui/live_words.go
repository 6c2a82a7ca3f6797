package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// resolution puts what the paper recommends, or the usual recommendation of
// the item, into the composer as a resolution.
func (l *live) resolution(a *app) {
	it, ok := l.s.meeting().Item(l.target())
	switch {
	case !ok || !l.comp.Empty():
		a.say("enter keeps your words first")
		return
	case it.Paper == nil || len(it.Paper.Recommends) == 0:
		l.comp.Predict("!")
		a.say("no recommendation here: type the resolution")
		return
	}
	l.comp.SetText("! " + strings.Join(it.Paper.Recommends, "\n! "))
}

// command is a line that is an order to the screen and not an entry.
func (l *live) command(a *app, text string) (tea.Cmd, bool) {
	word, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	rest = strings.TrimSpace(rest)
	acts := map[string]func() tea.Cmd{
		"/read": func() tea.Cmd { return l.read(a) },
		"/room": func() tea.Cmd { return a.push(newRoom(l.s)) },
		"/undo": func() tea.Cmd { return l.undo(a) },
		"/redo": func() tea.Cmd { return l.redo(a) },
		"/home": func() tea.Cmd { return l.back(a) },
	}
	if act, ok := acts[word]; ok && rest == "" && l.editing.none() {
		l.clear()
		return act(), true
	}
	switch {
	case !l.editing.none():
		return nil, false
	case word == "/take":
		return l.takeNamed(a, rest), true
	case strings.HasPrefix(word, "=="):
		return l.addItem(a, text), true
	}
	return nil, false
}

func (l *live) clear() {
	l.comp.Predict("")
	l.comp.note()
	l.predict()
}

// takeNamed takes the item called so: by number, else by the start of its
// title.
func (l *live) takeNamed(a *app, name string) tea.Cmd {
	name = strings.TrimPrefix(name, "#")
	var hit agenda.ID
	for _, it := range l.s.meeting().Items {
		switch {
		case name == "" || !it.Titled():
		case strings.EqualFold(it.Number, name):
			l.clear()
			return l.take(a, it.ID)
		case hit == 0 && strings.HasPrefix(strings.ToLower(it.Title), strings.ToLower(name)):
			hit = it.ID
		}
	}
	if hit == 0 {
		l.problem = fmt.Sprintf("No item is called “%s”. Write /take and a number of the agenda.", name)
		return nil
	}
	l.clear()
	return l.take(a, hit)
}

// addItem puts a new item on the agenda and looks at it. A bare mark ends the
// open item: what is typed next stands between it and the one after.
func (l *live) addItem(a *app, text string) tea.Cmd {
	next, applied, err := notes.Apply(l.s.record(), l.target(), text, l.s.minuted(a))
	if err != nil {
		l.problem = plainError(err)
		return nil
	}
	l.clear()
	if strings.Trim(text, "= ") != "" {
		cmd := l.s.do(next, "new item")
		l.look = applied.Item
		a.say("on the agenda; " + a.keys.NextItem.Help().Key + " takes it")
		return cmd
	}
	if next, err = next.Take(applied.Item, l.s.clock(a)); err != nil {
		l.problem = err.Error()
		return nil
	}
	cmd := l.s.do(next, "end of the item")
	l.look = 0
	l.predict()
	return cmd
}
