package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// choice is a row one can take: a verb, and in grey what it does.
type choice struct {
	verb, does string
	do         func(a *app) tea.Cmd
}

// confirm is a question. Its first row is the safe one and has the focus; esc
// is the first row too.
type confirm struct {
	question, why string
	choices       []choice
	at            int
}

// newConfirm asks a question, named by what will happen. why is a sentence or
// two below it. The safe choice comes first. A choice moves on by itself: one
// that stays calls a.pop.
func newConfirm(question, why string, choices []choice) *confirm {
	return &confirm{question: question, why: why, choices: choices}
}

func (c *confirm) Init(*app) tea.Cmd { return nil }

func (c *confirm) Update(a *app, msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch {
	case matches(press, a.keys.Up):
		c.at = max(0, c.at-1)
	case matches(press, a.keys.Down):
		c.at = min(len(c.choices)-1, c.at+1)
	case matches(press, a.keys.Keep):
		return c.choices[c.at].do(a)
	case matches(press, a.keys.Back):
		return c.choices[0].do(a)
	}
	return nil
}

func (c *confirm) View(a *app, width, height int) page {
	m := margin(width)
	measure := min(60, width-2*m-4)
	var rows, choices []string
	if height > 8 {
		rows = append(rows, "")
	}
	for _, r := range wrap(shown(c.question), measure) {
		rows = append(rows, blanks(m+2)+a.st.strong.s(r))
	}
	for _, r := range wrap(shown(c.why), measure) {
		rows = append(rows, blanks(m+2)+a.st.muted.s(r))
	}
	rows = append(rows, "")
	for i, ch := range c.choices {
		if i > 0 && height > 12 {
			choices = append(choices, "")
		}
		if height <= 8 {
			ch.does = ""
		}
		choices = append(choices, a.choiceRows(ch, width, i == c.at)...)
	}
	// The words give way to the choices, which are all to be seen.
	rows = append(rows[:max(0, min(len(rows), height-len(choices)))], choices...)
	return page{Title: "Minutebook", Where: a.book, Rows: rows[:min(len(rows), height)]}
}

// choiceRows draws a choice in two rows, the verb above what it does.
func (a *app) choiceRows(ch choice, width int, focused bool) []string {
	m := margin(width)
	var verb, does line
	verb.to(m)
	if focused {
		verb.add(a.st.pointer, glyphOpen)
	}
	verb.to(m+2).add(a.st.strong, cut(ch.verb, width-2*m-2))
	rows := []string{a.st.row(verb.String(), width, focused)}
	if ch.does != "" {
		does.to(m+2).add(a.st.muted, cut(ch.does, width-2*m-2))
		rows = append(rows, a.st.row(does.String(), width, focused))
	}
	return rows
}

func (c *confirm) Keys(a *app) []key.Binding {
	return []key.Binding{
		labelled(a.keys.Keep, "do it"),
		both(a.keys.Up, a.keys.Down, "choose"),
		labelled(a.keys.Back, "leave as it was"),
	}
}
