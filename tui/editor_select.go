package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
)

// span is the selected text's two ends; the same twice where nothing is.
func (e *editor) span() (from, to spot) {
	from, to = e.cur, e.cur
	if e.selecting {
		from, to = e.anchor, e.cur
	}
	if to.para < from.para || to.para == from.para && to.at < from.at {
		from, to = to, from
	}
	return from, to
}

// Selected is the text that typing would take the place of.
func (e *editor) Selected() string {
	from, to := e.span()
	if from == to {
		return ""
	}
	return e.slice(from, to)
}

// selectTo selects from one place to another, where the cursor then stands.
func (e *editor) selectTo(from, to spot) {
	e.growing = false
	e.settle(to)
	e.anchor, e.selecting = from, from != to
}

// extend does a movement held with shift: the text passed over is selected.
func (e *editor) extend(name stroke) bool {
	plain := stroke(strings.Replace(string(name), "shift+", "", 1))
	if plain == name {
		return false
	}
	anchor := e.cur
	if e.selecting {
		anchor = e.anchor
	}
	was, moves := e.cur, e.moves(plain)
	if !moves {
		return false
	}
	if !e.move(plain) { // up in the first row, down in the last
		if e.cur = was; key.Matches(plain, e.keys.Up) {
			e.settle(spot{})
		} else {
			e.settle(e.end())
		}
	}
	e.anchor, e.selecting = anchor, anchor != e.cur
	return true
}

// moves is whether a key only moves the cursor.
func (e *editor) moves(name stroke) bool {
	k := e.keys
	return key.Matches(name, k.Left, k.Right, k.WordLeft, k.WordRight, k.Up, k.Down, k.Home, k.End, k.TextStart, k.TextEnd)
}

// cutOut takes text away and holds it for yank: kills in a row are one.
func (e *editor) cutOut(from, to spot, backwards bool) (handled, changed bool) {
	text := e.slice(from, to)
	switch {
	case text == "":
		return true, false
	case !e.killing:
		e.killed = text
	case backwards:
		e.killed = text + e.killed
	default:
		e.killed += text
	}
	changed = e.replace(from, to, "", apart)
	e.killing = true
	return true, changed
}

// SelectedIn is the columns of a row that are selected.
func (e *editor) SelectedIn(row int) (from, to int) {
	a, b := e.span()
	if a == b || e.oneLine || row >= e.height {
		return 0, 0
	}
	n, in := e.find(row)
	if n < a.para || n > b.para {
		return 0, 0
	}
	p := &e.paras[n]
	start, end := p.row(in)
	left, right := start, end
	if n == a.para {
		left = min(max(a.at, start), end)
	}
	if n == b.para {
		right = min(max(b.at, start), end)
	}
	if left >= right {
		return 0, 0
	}
	return e.clip(cellsOf(p.text[start:left], e.meter)), e.clip(cellsOf(p.text[start:right], e.meter))
}

// editorHelp is what the keys of the line do, for the help.
func editorHelp() helpGroup {
	k := &stdEditorKeys
	g := helpGroup{title: "In the line"}
	for _, b := range []key.Binding{k.Left, k.Right, k.WordLeft, k.WordRight, k.Up, k.Down, k.Home, k.End, k.TextStart, k.TextEnd,
		k.Select, k.Backspace, k.Delete, k.EraseWord, k.DeleteWord, k.EraseToLineStart, k.DeleteToLineEnd, k.Yank} {
		g.rows = append(g.rows, [2]string{b.Help().Key, b.Help().Desc})
	}
	return g
}
