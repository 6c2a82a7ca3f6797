package tui

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// command is what the palette can do: a key, a word, or both by the name of
// what they do.
type command struct {
	name, word string
	key        key.Binding // none where it has no keys
	do         func(a *app) tea.Cmd
	not        string // why it does not work now; empty: it does
}

// chooser is a screen where more keys work once a thing on it is chosen.
type chooser interface {
	// ChosenKeys is what works then.
	ChosenKeys(a *app) []key.Binding
	// ToChoose says how it gets chosen.
	ToChoose(a *app) string
}

// commands is every command of a screen, the likeliest first: its keys, its
// words, and what can be done anywhere. What does not work now is among them,
// with the reason.
func (a *app) commands(over screen) []command {
	all := a.keyCommands(over)
	if s, ok := over.(speaker); ok {
		all = addWords(a, all, s)
	}
	if c, ok := over.(chooser); ok {
		for _, b := range c.ChosenKeys(a) {
			all = a.ifChosen(all, b, c.ToChoose(a))
		}
	}
	return append(all, a.everywhere(over, all)...)
}

// keyCommands is the keys that work on a screen, in the screen's order.
func (a *app) keyCommands(over screen) []command {
	var all []command
	here := over.Keys(a)
	for _, r := range a.keys.rows() {
		words := keyWords(r, here, a.keys.anywhere())
		if words == "" || a.keys.idle(r.binding) {
			continue
		}
		if sameKeys(r.binding, a.keys.Help) {
			words = "help with this screen"
		}
		all = append(all, command{name: capital(words), key: r.binding, do: pressing(r.binding)})
	}
	place := func(c command) int {
		for i, b := range here {
			if slices.Contains(b.Keys(), c.key.Keys()[0]) {
				return i
			}
		}
		return len(here)
	}
	slices.SortStableFunc(all, func(x, y command) int { return place(x) - place(y) })
	return all
}

// pressing is the command that sends a key to the screen on top.
func pressing(b key.Binding) func(a *app) tea.Cmd {
	return func(a *app) tea.Cmd {
		press, ok := pressOf(b)
		if !ok {
			return nil
		}
		return a.key(press)
	}
}

// addWords adds the words of a screen; one that a key of the table has too
// becomes one row with it.
func addWords(a *app, all []command, s speaker) []command {
	for _, w := range s.Words(a) {
		b, keyed := a.keys.saying(w.text)
		if keyed && sameKeys(b, a.keys.Retry) && a.guards().Stuck() != "" {
			keyed = false // the key says what to do about that first
		}
		at := slices.IndexFunc(all, func(c command) bool { return keyed && sameKeys(c.key, b) })
		if at >= 0 && w.not == "" {
			all[at].name, all[at].word = capital(w.name), w.shown()
			continue
		}
		if at >= 0 {
			all = slices.Delete(all, at, at+1)
		}
		all = append(all, command{name: capital(w.name), word: w.shown(), not: w.not,
			do: func(a *app) tea.Cmd { return s.Speak(a, w) }})
	}
	return all
}

// shown is a word as the palette has it, open where more must be typed.
func (w word) shown() string {
	if w.more {
		return w.text + " " + glyphCut
	}
	return w.text
}

// ifChosen adds a key that would work if something were chosen.
func (a *app) ifChosen(all []command, b key.Binding, why string) []command {
	for _, r := range a.keys.rows() {
		words := keyWords(r, []key.Binding{b}, nil)
		known := func(c command) bool { return sameKeys(c.key, r.binding) || r.word != "" && c.word == r.word }
		if words != "" && !a.keys.idle(r.binding) && !slices.ContainsFunc(all, known) {
			all = append(all, command{name: capital(words), key: r.binding, not: why})
		}
	}
	return all
}

// everywhere is what can be done on any screen and has no key there.
func (a *app) everywhere(over screen, all []command) []command {
	var more []command
	k := &a.keys
	if home := a.stack[0]; over != home {
		more = append(more, command{name: "Home", do: func(a *app) tea.Cmd { return a.goHome() }})
		for _, r := range k.rows() {
			if !sameKeys(r.binding, k.Register) && !sameKeys(r.binding, k.Actions) ||
				keyWords(r, home.Keys(a), nil) == "" ||
				slices.ContainsFunc(all, func(c command) bool { return sameKeys(c.key, r.binding) }) {
				continue
			}
			more = append(more, command{name: capital(r.long), do: func(a *app) tea.Cmd { return a.goHome(r.binding) }})
		}
	}
	const found = "Words found again"
	if _, on := over.(*recovery); !on && a.notWaiting() == "" && !slices.ContainsFunc(all, func(c command) bool { return c.name == found }) {
		more = append(more, command{name: found, do: func(a *app) tea.Cmd { return a.openWaiting() }})
	}
	for _, name := range Themes {
		c := command{name: "Theme: " + themeWords[name], do: func(a *app) tea.Cmd {
			a.wear(name)
			a.say("theme: " + themeWords[name] + "; minutebook --theme " + name + " keeps it")
			return nil
		}}
		if name == a.look {
			c.not = "it is on"
		}
		more = append(more, c)
	}
	return more
}

// goHome leaves every screen but the first and presses keys there. Words that
// are not kept, and changes that are not in the book, hold it back.
func (a *app) goHome(then ...key.Binding) tea.Cmd {
	for _, s := range a.stack {
		if p, ok := s.(pending); ok && p.Pending() != "" {
			a.say("words are typed and not kept: keep them or take them back first")
			return nil
		}
	}
	if all := a.guards(); !all.Clean() {
		a.say("not all is in the book yet")
		return all.Flush()
	}
	clear(a.stack[1:])
	a.stack = a.stack[:1]
	var cmds []tea.Cmd
	if r, ok := a.top().(resumer); ok {
		cmds = append(cmds, r.Resume(a))
	}
	for _, b := range then {
		if press, ok := pressOf(b); ok {
			cmds = append(cmds, a.key(press))
		}
	}
	return tea.Batch(cmds...)
}

// rows is every row of the key table.
func (k keymap) rows() []keyRow {
	var all []keyRow
	for _, g := range k.groups {
		all = append(all, g.rows...)
	}
	return all
}

// saying is the key that is the same command as a word.
func (k *keymap) saying(word string) (key.Binding, bool) {
	for _, r := range k.rows() {
		if r.word != "" && r.word == word {
			return r.binding, true
		}
	}
	return key.Binding{}, false
}

// idle is whether a key is no command to look for: the palette's own, and
// those that only move.
func (k *keymap) idle(b key.Binding) bool {
	for _, c := range []key.Binding{k.Commands, k.Up, k.Down, k.Left, k.Right, k.Erase} {
		if sameKeys(b, c) {
			return true
		}
	}
	return false
}

// capital is words as they begin a line.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
