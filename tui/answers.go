package tui

import tea "charm.land/bubbletea/v2"

// answer is what a command found out, for the one screen that asked: another
// of its kind may be open by the time it comes.
type answer struct {
	to  screen
	msg tea.Msg
}

// answers has the answer of a command reach that screen and no other.
func answers(to screen, cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg { return answer{to, cmd()} }
}

// answered gives an answer to the screen that asked. Where it has been left,
// what it asked to keep is in the book all the same: the screen on top reads anew.
func (a *app) answered(msg answer) tea.Cmd {
	for _, s := range a.stack {
		if s == msg.to {
			return s.Update(a, msg.msg)
		}
	}
	if h, ok := a.top().(*home); ok {
		return h.list(a)
	}
	return nil
}

// leaveUnder takes a question off, and the screen that it was asked over, where
// that has not gone on by itself meanwhile.
func (a *app) leaveUnder(s screen) tea.Cmd {
	cmd := a.pop()
	if a.top() != s {
		return cmd
	}
	return tea.Batch(cmd, a.pop())
}
