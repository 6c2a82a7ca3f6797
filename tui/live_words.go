package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// command is a line that is an order to the screen and not an entry.
func (l *live) command(a *app, text string) (tea.Cmd, bool) {
	word, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	rest = strings.TrimSpace(rest)
	switch {
	case !l.editing.none():
		return nil, false
	case strings.HasPrefix(word, "=="):
		return l.addItem(a, text), true
	case l.groundRefused(text):
		return nil, true
	case l.wholly():
		return l.closeWhole(a, text), true
	case strings.EqualFold(word, "/public") && rest == "" && l.behind == 0 && l.private(l.target()):
		it, _ := l.s.meeting().Item(l.target())
		l.clear()
		return l.reopen(a, it), true
	case strings.HasPrefix(word, "/"):
		return l.speakWord(a, word, rest)
	}
	return nil, false
}

// clear takes the line away; what is chosen stays so.
func (l *live) clear() {
	l.comp.Predict("")
	l.aim()
}

// takeNamed takes the item called so: by its number, else by the start of a
// title that no other item has.
func (l *live) takeNamed(a *app, name string) tea.Cmd {
	m := l.s.meeting()
	name = strings.TrimPrefix(name, "#")
	if id, ok := m.ItemCalled(name); ok {
		l.clear()
		return l.take(a, id)
	}
	var hits []*agenda.Item
	for _, it := range m.Items {
		if it.Titled() && name != "" && strings.HasPrefix(strings.ToLower(it.Title), strings.ToLower(name)) {
			hits = append(hits, it)
		}
	}
	switch len(hits) {
	case 0:
		l.problem = fmt.Sprintf("No item is called “%s”. Write /take and a number of the agenda.", name)
		return nil
	case 1:
		l.clear()
		return l.take(a, hits[0].ID)
	}
	l.problem = fmt.Sprintf("“%s” and “%s” both begin so. Write more of it, or the number.", hits[0].Title, hits[1].Title)
	return nil
}

// addItem puts a new item on the agenda and looks at it. A bare mark ends the
// open item: what is typed next stands between it and the one after.
func (l *live) addItem(a *app, text string) tea.Cmd {
	next, applied, err := notes.Apply(l.withGuests(text), l.target(), text, l.s.minuted(a))
	if err != nil {
		l.problem = plainError(err)
		return nil
	}
	if strings.Trim(text, "= ") != "" {
		cmd := l.s.do(next, "new item")
		l.look = applied.Item
		l.letGo()
		a.say("on the agenda; " + a.keys.NextItem.Help().Key + " takes it")
		return cmd
	}
	if next, err = next.Take(applied.Item, l.s.minuted(a)); err != nil {
		l.problem = err.Error()
		return nil
	}
	from := l.target()
	cmd := l.s.do(next, "end of the item")
	l.askRoom(a, from, applied.Item)
	l.look = 0
	l.letGo()
	return cmd
}
