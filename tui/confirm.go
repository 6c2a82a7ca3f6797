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
	drawn         map[int]int                       // the choices by the row they were drawn in
	typed         func(a *app, text string) tea.Cmd // what words do that are typed here; nil: nothing
	hears         func(a *app, msg tea.Msg) tea.Cmd // of one that waits: the only thing that it does
}

// newConfirm asks a question, named by what will happen. why is a sentence or
// two below it. The safe choice comes first. A choice moves on by itself: one
// that stays calls a.pop.
func newConfirm(question, why string, choices []choice) *confirm {
	return &confirm{question: question, why: why, choices: choices}
}

// newWait says that something is under way which no key may come between, and
// has the answer heard.
func newWait(what, why string, hears func(a *app, msg tea.Msg) tea.Cmd) *confirm {
	return &confirm{question: what, why: why, hears: hears}
}

func (c *confirm) Init(*app) tea.Cmd { return nil }

func (c *confirm) Update(a *app, msg tea.Msg) tea.Cmd {
	if c.hears != nil {
		return c.hears(a, msg)
	}
	if pasted, ok := msg.(tea.PasteMsg); ok && c.typed != nil {
		return c.typed(a, pasted.Content)
	}
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
	case c.typed != nil && printable(press.Key()) != "":
		return c.typed(a, printable(press.Key()))
	}
	return nil
}

// Click does what a row says.
func (c *confirm) Click(a *app, _, y int) tea.Cmd {
	if n, ok := c.drawn[y]; ok {
		return c.choices[n].do(a)
	}
	return nil
}

// Wheel chooses.
func (c *confirm) Wheel(_ *app, _, _, by int) tea.Cmd {
	c.at = max(0, min(len(c.choices)-1, c.at+by))
	return nil
}

// View lays the question over the screen it is about.
func (c *confirm) View(a *app, width, height int) page {
	wide, left, top := boxed(width, 64)
	inside := wide - 4
	var rows []string
	for _, r := range wrap(shown(c.question), inside-2) {
		rows = append(rows, " "+a.st.strong.s(r))
	}
	for _, r := range wrap(shown(c.why), inside-2) {
		rows = append(rows, " "+a.st.muted.s(r))
	}
	space := height - top - 2
	roomy := height >= 14 && len(rows)+2+3*len(c.choices) <= space
	if roomy {
		rows = append([]string{""}, append(rows, "")...)
	}
	rows = rows[:min(len(rows), max(0, space-len(c.choices)))]
	c.drawn = map[int]int{}
	for i, ch := range c.choices {
		if height-top < 2+len(rows)+2*(len(c.choices)-i) {
			ch.does = ""
		}
		for _, r := range a.choiceRows(ch, inside, i == c.at) {
			c.drawn[top+1+len(rows)] = i
			rows = append(rows, r)
		}
		if roomy {
			rows = append(rows, "")
		}
	}
	box := a.framed("", "", rows, wide)
	page := page{Title: "Minutebook", Where: a.book}
	if below := a.below(c); below != nil {
		page = below.View(a, width, height)
	}
	page.Cursor = nil
	page.Rows = a.overlay(page.Rows, box, left, top, width, height)
	return a.dimmed(page)
}

// below is the screen under another, or nil.
func (a *app) below(s screen) screen {
	for i := len(a.stack) - 1; i > 0; i-- {
		if a.stack[i] == s {
			return a.stack[i-1]
		}
	}
	return nil
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
	if c.hears != nil {
		return []key.Binding{a.keys.Quit}
	}
	return []key.Binding{
		labelled(a.keys.Keep, "do it"),
		both(a.keys.Up, a.keys.Down, "choose"),
		labelled(a.keys.Back, "leave as it was"),
	}
}
