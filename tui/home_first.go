package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// begins is the ways to begin an empty book.
func (h *home) begins(a *app) []choice {
	list := []choice{{"A committee of yours", "Name it, say who sits on it and what it takes at every meeting.", func(a *app) tea.Cmd {
		return a.push(newBodyForm())
	}}}
	if a.example != nil {
		list = append(list, choice{"An example office", "Bodies and meetings to try. Nothing is kept.", func(a *app) tea.Cmd {
			return a.openExample()
		}})
	}
	if a.imports != nil {
		list = append(list, choice{"Minutes you already have", "Notes or JSON files.", func(a *app) tea.Cmd {
			return a.push(newImporter())
		}})
	}
	return list
}

func (h *home) firstKey(a *app, msg tea.KeyPressMsg) tea.Cmd {
	list := h.begins(a)
	switch {
	case matches(msg, a.keys.Up):
		h.first = max(0, h.first-1)
	case matches(msg, a.keys.Down):
		h.first = min(len(list)-1, h.first+1)
	case matches(msg, a.keys.Keep):
		return list[h.first].do(a)
	}
	return nil
}

func (h *home) firstKeys(a *app) []key.Binding {
	return []key.Binding{
		labelled(a.keys.Keep, "begin"),
		both(a.keys.Up, a.keys.Down, "choose"),
		a.keys.Commands, a.keys.Quit,
	}
}

// firstView is an empty book: what this is, and three ways in. A low terminal
// leaves out the second lines.
func (h *home) firstView(a *app, width, height int) page {
	indent := min(14, max(margin(width)+2, (width-72)/2))
	measure := min(66, width-indent-margin(width))
	tall := height >= 16
	var rows []string
	add := func(i ink, text string) {
		for _, r := range wrap(text, measure) {
			rows = append(rows, blanks(indent)+i.s(r))
		}
	}
	if tall {
		rows = append(rows, "", "")
	}
	add(a.st.strong, "Minutebook")
	if tall {
		add(a.st.muted, "Minutes, decisions and actions of your committees, in one file on this computer. Nothing is sent anywhere.")
		rows = append(rows, "")
	}
	if h.trouble != "" {
		add(a.st.text, shown(h.trouble))
	} else {
		add(a.st.text, "This book is empty. Begin with")
	}
	for i, c := range h.begins(a) {
		if tall {
			rows = append(rows, "")
		}
		if !tall {
			c.does = ""
		}
		rows = append(rows, h.begin(a, c, indent, width, i == h.first)...)
	}
	if tall {
		var l line
		l.to(indent)
		for _, w := range []string{"You need three keys to start:  ", "enter", " keeps,  ", "tab", " changes,  ", "esc", " goes back."} {
			i := a.st.muted
			if len(w) < 7 && w[0] != ' ' {
				i = a.st.text
			}
			l.add(i, w)
		}
		rows = append(rows, "")
		if l.n < width {
			rows = append(rows, l.String())
		}
	}
	return page{Right: []part{{text: a.book + " · new", style: a.st.muted}}, Rows: rows}
}

// begin is a way to begin: a block of two rows, tinted when it has the focus.
func (h *home) begin(a *app, c choice, indent, width int, focused bool) []string {
	wide := min(72, width-indent+3)
	measure := wide - 6
	var verb, does line
	verb.to(2)
	if focused {
		verb.add(a.st.pointer, glyphOpen)
	}
	verb.to(5).add(a.st.strong, cut(c.verb, measure))
	rows := []string{blanks(indent-3) + a.st.row(verb.String(), wide, focused)}
	if c.does != "" {
		does.to(5).add(a.st.muted, cut(c.does, measure))
		rows = append(rows, blanks(indent-3)+a.st.row(does.String(), wide, focused))
	}
	return rows
}
