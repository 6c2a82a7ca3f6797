package tui

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"
)

// elder is a journal that knows a newer state of the book than the file holds:
// somebody put an older copy in its place.
type elder interface {
	Older() (book, seen uint64, at time.Time, ok bool)
	// GoOn takes the book as it is. It writes to the disk.
	GoOn() error
}

// goneOnMsg answers that the clerk goes on with an older copy.
type goneOnMsg struct{ err error }

// goneOn tells where that could not be noted: it is asked again at the next start.
func (a *app) goneOn(m goneOnMsg) tea.Cmd {
	if m.err != nil {
		a.say("that could not be noted: " + plainCause(m.err))
	}
	return nil
}

// olderBand says that the book is an older copy; nil: it is not.
func (a *app) olderBand() *band {
	j, ok := a.journal.(elder)
	if !ok {
		return nil
	}
	book, seen, at, ok := j.Older()
	if !ok {
		return nil
	}
	return &band{
		Word: "OLDER COPY", kind: bandNotSaved, Right: a.keys.Retry.Help().Key + " what to do",
		Text: fmt.Sprintf("It lacks %s up to %s.", count(int(seen-book), "change", "changes"), at.Local().Format("2 Jan 2006, 15:04")),
	}
}

// olderMsg has the clerk asked, with the newest snapshot that says what the book
// lacks.
type olderMsg struct{ newer string }

// askOlder looks for what is newer and asks whether to go on with an older copy;
// false: the book is none.
func (a *app) askOlder() (tea.Cmd, bool) {
	if a.olderBand() == nil {
		return nil, false
	}
	if _, asked := a.top().(*confirm); asked {
		return nil, true
	}
	newer := a.newer
	return func() tea.Msg {
		if newer == nil {
			return olderMsg{}
		}
		return olderMsg{newer()}
	}, true
}

func (a *app) askGoOn(m olderMsg) tea.Cmd {
	j, ok := a.journal.(elder)
	if _, asked := a.top().(*confirm); asked || !ok || a.olderBand() == nil {
		return nil
	}
	why := "A newer state of this book was here. Look for it before you minute anything."
	if m.newer != "" {
		why += " The snapshot " + m.newer + " is newer: minutebook restore brings it back."
	}
	return a.push(newConfirm("Go on with this older copy?", why, []choice{
		{"Not yet", "look for the newer file first", func(a *app) tea.Cmd { return a.pop() }},
		{"Go on with it", "from now on this is the newest state", func(a *app) tea.Cmd {
			return tea.Batch(a.pop(), func() tea.Msg { return goneOnMsg{j.GoOn()} })
		}},
	}))
}
