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
	killing := e.killing
	e.killing = false
	from, to := e.span()
	if text := printable(msg.Key()); text != "" {
		return true, e.replace(from, to, e.clean(text), typed)
	}
	name := stroke(msg.Keystroke())
	if e.extend(name) {
		e.growing = false
		return true, false
	}
	if handled = e.move(name); handled {
		e.growing = false
		return true, false
	}
	e.killing = killing
	handled, changed = e.erase(name)
	e.killing = e.killing && handled && !key.Matches(name, e.keys.Backspace, e.keys.Delete, e.keys.Yank)
	return handled, changed
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
	if from, to := e.span(); from != to {
		switch {
		case key.Matches(name, k.Backspace, k.Delete):
			return true, e.replace(from, to, "", apart)
		case key.Matches(name, k.EraseWord, k.DeleteWord, k.EraseToLineStart, k.DeleteToLineEnd):
			return e.cutOut(from, to, false)
		}
	}
	switch {
	case key.Matches(name, k.Yank):
		from, to := e.span()
		return true, e.replace(from, to, e.clean(e.killed), apart)
	case key.Matches(name, k.Backspace):
		return true, e.replace(e.left(here), here, "", erased)
	case key.Matches(name, k.Delete):
		return true, e.replace(here, e.right(here), "", deleted)
	case key.Matches(name, k.EraseWord):
		return e.cutOut(e.wordLeft(here), here, true)
	case key.Matches(name, k.DeleteWord):
		return e.cutOut(here, e.wordRight(here), false)
	case key.Matches(name, k.EraseToLineStart):
		return e.cutOut(spot{here.para, 0}, here, true)
	case key.Matches(name, k.DeleteToLineEnd):
		return e.cutOut(here, spot{here.para, len(e.paras[here.para].text)}, false)
	}
	return false, false
}
