package tui

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// toldMost is how many messages are remembered.
const toldMost = 200

// told is a message and when it was shown.
type told struct {
	at    time.Time
	words string
}

// remember puts words on the list of messages.
func (a *app) remember(words string) {
	if words == "" {
		return
	}
	a.told = append(a.told, told{a.now(), words})
	if n := len(a.told) - toldMost; n > 0 {
		a.told = slices.Clone(a.told[n:])
	}
}

// mind puts it on the list when the book takes no change any more, once for
// each reason, and when it does again.
func (a *app) mind(stuck string) {
	if stuck == a.stuck {
		return
	}
	if stuck == "" {
		a.remember("saved again")
	} else {
		a.remember("NOT SAVED: " + a.cause())
	}
	a.stuck = stuck
}

// retry says what to do about what is wrong, the gravest first; where nothing is,
// it lists the messages.
func (a *app) retry() tea.Cmd {
	if _, ok := a.top().(*messages); ok {
		return a.pop()
	}
	for _, s := range a.sessions {
		if !s.conflicting() {
			continue
		}
		if _, ok := a.top().(*confirm); ok {
			return nil
		}
		return s.conflict(a)
	}
	if a.guards().Stuck() != "" {
		return a.whatToDo()
	}
	if cmd, ok := a.askOlder(); ok {
		return cmd
	}
	if l, ok := a.top().(*live); ok && l.damaged > 0 && a.mender() != nil {
		return l.seekCopy(a)
	}
	return a.push(&messages{})
}

// messages is all that was said in this run, the newest first.
type messages struct{ top int }

// Name is what the help calls the screen.
func (m *messages) Name() string { return "messages" }

// Init starts nothing.
func (m *messages) Init(*app) tea.Cmd { return nil }

// Update takes keys.
func (m *messages) Update(a *app, msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch {
	case matches(press, a.keys.Back, a.keys.Keep):
		return a.pop()
	case matches(press, a.keys.Down, a.keys.NextItem):
		m.top += a.step(press)
	case matches(press, a.keys.Up, a.keys.PrevItem):
		m.top -= a.step(press)
	}
	return nil
}

// Click does nothing: a message is only read.
func (m *messages) Click(*app, int, int) tea.Cmd { return nil }

// Wheel turns the list.
func (m *messages) Wheel(_ *app, _, _, by int) tea.Cmd {
	m.top += by
	return nil
}

// View draws the list, a long message in several rows.
func (m *messages) View(a *app, width, height int) page {
	left := margin(width)
	rows := []string{""}
	for i := len(a.told) - 1; i >= 0; i-- {
		t := a.told[i]
		for n, text := range wrap(shown(t.words), min(76, width-2*left-7)) {
			var l line
			l.to(left)
			if n == 0 {
				l.add(a.st.muted, t.at.Format("15:04"))
			}
			rows = append(rows, l.to(left+7).add(a.st.text, text).String())
		}
	}
	if len(a.told) == 0 {
		rows = append(rows, blanks(left)+a.st.muted.s("Nothing has been said yet."))
	}
	m.top = max(0, min(m.top, len(rows)-height))
	return page{Title: "Messages", Where: "of this run, newest first", Rows: rows[m.top:]}
}

// Keys is what works here.
func (m *messages) Keys(a *app) []key.Binding {
	k := &a.keys
	return []key.Binding{labelled(k.Back, "back"), both(k.Up, k.Down, "scroll"), labelled(k.NextItem, "page"),
		labelled(k.PrevItem, "page back"), k.Commands, labelled(k.Retry, "back"), labelled(k.Keep, "back")}
}
