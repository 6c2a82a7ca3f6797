package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// stroke is a key by its name alone. A key that prints is named by what it
// prints, and an input method may well print "end"; so names are only asked of
// keys that print nothing.
type stroke string

func (s stroke) String() string { return string(s) }

// printable is the text a key types, "" for a command. Alt and a letter is a
// command everywhere; ctrl and alt together are AltGr on Windows, which types.
func printable(k tea.Key) string {
	const altGr = tea.ModCtrl | tea.ModAlt
	mods := k.Mod & (altGr | tea.ModMeta | tea.ModHyper | tea.ModSuper)
	if mods != 0 && mods != altGr {
		return ""
	}
	return k.Text
}

// Update takes a key. It reports whether the key meant anything here, and
// whether the text changed by it. Up in the first row and down in the last are
// left to the screen.
func (e *editor) Update(msg tea.KeyPressMsg) (handled, changed bool) {
	e.ready()
	if text := printable(msg.Key()); text != "" {
		return true, e.replace(e.cur, e.cur, e.clean(text), typed)
	}
	name := stroke(msg.Keystroke())
	if handled = e.move(name); handled {
		e.growing = false
		return true, false
	}
	return e.erase(name)
}

// move does the keys that only move the cursor.
func (e *editor) move(name stroke) bool {
	k := e.keys
	switch {
	case key.Matches(name, k.Left):
		e.settle(e.left(e.cur))
	case key.Matches(name, k.Right):
		e.settle(e.right(e.cur))
	case key.Matches(name, k.WordLeft):
		e.settle(e.wordLeft(e.cur))
	case key.Matches(name, k.WordRight):
		e.settle(e.wordRight(e.cur))
	case key.Matches(name, k.Home):
		e.home()
	case key.Matches(name, k.End):
		e.finish()
	case key.Matches(name, k.TextStart):
		e.settle(spot{})
	case key.Matches(name, k.TextEnd):
		e.settle(e.end())
	case key.Matches(name, k.Up):
		return e.vertical(-1)
	case key.Matches(name, k.Down):
		return e.vertical(1)
	default:
		return false
	}
	return true
}

// erase does the keys that take text away. "Line" means the paragraph: that is
// the line a person typed, whatever the width of the window.
func (e *editor) erase(name stroke) (handled, changed bool) {
	k, here := e.keys, e.cur
	switch {
	case key.Matches(name, k.Backspace):
		return true, e.replace(e.left(here), here, "", erased)
	case key.Matches(name, k.Delete):
		return true, e.replace(here, e.right(here), "", deleted)
	case key.Matches(name, k.EraseWord):
		return true, e.replace(e.wordLeft(here), here, "", apart)
	case key.Matches(name, k.DeleteWord):
		return true, e.replace(here, e.wordRight(here), "", apart)
	case key.Matches(name, k.EraseToLineStart):
		return true, e.replace(spot{here.para, 0}, here, "", apart)
	case key.Matches(name, k.DeleteToLineEnd):
		return true, e.replace(here, spot{here.para, len(e.paras[here.para].text)}, "", apart)
	}
	return false, false
}
