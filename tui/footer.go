package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// hint is a place in the footer and the key that a click on it sends.
type hint struct {
	from, to int // columns
	key      string
}

// footer is the last row: what works now, falling off from the right, and at
// the far right always the help. The way back never falls off where a screen
// has it among its likeliest.
func (a *app) footer(bindings []key.Binding) string {
	m := margin(a.width)
	help := a.keys.Help
	list := make([]key.Binding, 0, len(bindings))
	for _, b := range bindings {
		switch {
		case sameKeys(b, a.keys.Help):
			help = b
		case b.Enabled() && b.Help().Desc != "":
			list = append(list, b)
		}
	}
	end := a.width - m - hintCells(help)
	a.hints = a.hints[:0]
	var l line
	l.to(m)
	for i, b := range a.fitting(list, end-2-m) {
		if i > 0 {
			l.to(l.n + 3)
		}
		a.hint(&l, b)
	}
	a.hint(l.to(end), help)
	return l.String()
}

// fitting is the hints there is room for, the back key among them.
func (a *app) fitting(list []key.Binding, space int) []key.Binding {
	most, need := hintsMost, 0
	back := -1
	for i, b := range list {
		if i < hintsMost && sameKeys(b, a.keys.Back) {
			back = i
		}
	}
	if back >= 0 {
		most, need = most-1, hintCells(list[back])
	}
	var out []key.Binding
	full := false
	for i, b := range list {
		if i == back {
			out = append(out, b)
			continue
		}
		gap := 0
		if need > 0 {
			gap = 3
		}
		if full = full || most == 0 || need+gap+hintCells(b) > space; full {
			continue
		}
		most, need = most-1, need+gap+hintCells(b)
		out = append(out, b)
	}
	return out
}

func hintCells(b key.Binding) int {
	return cells(b.Help().Key) + 1 + cells(b.Help().Desc)
}

// hint draws a hint and remembers where. One of two keys, ↑↓, has a place for
// each: the last of its cells is the second key's.
func (a *app) hint(l *line, b key.Binding) {
	h, keys, from := b.Help(), b.Keys(), l.n
	l.add(a.st.text, h.Key).to(l.n+1).add(a.st.muted, h.Desc)
	if len(keys) == 0 {
		return
	}
	if split := from + cells(h.Key) - 1; twoKeys(h.Key) {
		a.hints = append(a.hints, hint{from, split, keys[0]}, hint{split, l.n, keys[len(keys)-1]})
		return
	}
	a.hints = append(a.hints, hint{from, l.n, keys[0]})
}

// twoKeys is whether a label ends in two arrows.
func twoKeys(label string) bool {
	r := []rune(label)
	arrow := func(r rune) bool { return r == '↑' || r == '↓' || r == '←' || r == '→' }
	return len(r) > 1 && arrow(r[len(r)-1]) && arrow(r[len(r)-2])
}

// clickHint sends the key of the hint in a column of the footer.
func (a *app) clickHint(x int) tea.Cmd {
	for _, h := range a.hints {
		if x < h.from || x >= h.to {
			continue
		}
		press, ok := pressOf(key.NewBinding(key.WithKeys(h.key)))
		if !ok || press.String() != h.key {
			return nil // a hint about typing
		}
		return a.key(press)
	}
	return nil
}
