package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Click goes to a row; a second one changes it.
func (e *exporter) Click(a *app, x, y int) tea.Cmd {
	if e.showing != paneFields || y < 0 || y >= len(e.drawn) || e.drawn[y] < 0 || x >= e.panelWidth(a.width) {
		return nil
	}
	was := e.at
	e.at = e.drawn[y]
	if f := e.field(); was == e.at && len(f.options) > 1 {
		f.chosen = (f.chosen + 1) % len(f.options)
		f.touched = true
		return e.changed()
	}
	return nil
}

// Wheel reads on or back.
func (e *exporter) Wheel(a *app, x, y, by int) tea.Cmd {
	switch {
	case e.showing == paneLeft:
		e.leftFrom = max(0, e.leftFrom+by)
	case e.showing == panePreview, e.beside && x > e.panelWidth(a.width):
		e.preview.scroll(3 * by)
	}
	return nil
}

// Keys is what works now, likeliest first; the narrower the screen, the fewer
// words.
func (e *exporter) Keys(a *app) []key.Binding {
	k := &a.keys
	on, back := labelled(k.NextItem, "read on"), labelled(k.PrevItem, "read back")
	write, leave := labelled(k.Keep, "write the file"), labelled(k.Back, "leave, nothing written")
	if !e.beside {
		write, leave = labelled(k.Keep, "write it"), labelled(k.Back, "leave")
	}
	if e.written {
		leave = labelled(k.Back, "back")
	}
	if e.showing != paneFields {
		same := labelled(k.Paper, "back")
		if e.showing == paneLeft {
			same = labelled(k.Kind, "back")
		}
		return []key.Binding{on, labelled(k.Back, "back"), back, write, same, k.Commands, k.Quit}
	}
	change, field := both(k.Left, k.Right, "change"), both(k.Up, k.Down, "next field")
	change.SetEnabled(len(e.field().options) > 1)
	tab := labelled(k.Kind, "next field")
	if e.hidden {
		tab = labelled(k.Kind, "left out")
	}
	before, look := labelled(k.KindBack, "field before"), labelled(k.Paper, "preview")
	switch {
	case e.beside:
		return []key.Binding{write, change, field, on, leave, k.Commands, k.Quit, tab, before, back}
	case a.width < 60:
		return []key.Binding{write, tab, look, leave, change, field, k.Commands, k.Quit, before}
	}
	return []key.Binding{write, change, field, look, leave, k.Commands, k.Quit, tab, before}
}
