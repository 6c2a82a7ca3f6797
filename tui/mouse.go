package tui

import (
	tea "charm.land/bubbletea/v2"
)

// mouse passes a click or a turn of the wheel to the screen on top, in the
// cells of its own rows.
func (a *app) mouse(msg tea.Msg) tea.Cmd {
	if click, ok := msg.(tea.MouseClickMsg); ok && click.Button == tea.MouseLeft && click.Y == a.height-1 {
		return a.clickHint(click.X)
	}
	top, ok := a.top().(pointed)
	if !ok {
		return nil
	}
	within := func(m tea.Mouse) (x, y int, ok bool) {
		y = m.Y - (frameRows - 1)
		return m.X, y, y >= 0 && y < a.height-frameRows
	}
	switch msg := msg.(type) {
	case tea.MouseClickMsg:
		if x, y, ok := within(msg.Mouse()); ok && msg.Button == tea.MouseLeft {
			a.message = ""
			return top.Click(a, x, y)
		}
	case tea.MouseWheelMsg:
		x, y, _ := within(msg.Mouse())
		switch msg.Button {
		case tea.MouseWheelUp:
			return top.Wheel(a, x, y, -1)
		case tea.MouseWheelDown:
			return top.Wheel(a, x, y, 1)
		}
	}
	return nil
}
