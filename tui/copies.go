package tui

import (
	"fmt"
	"os"
	"slices"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// Copy is a full copy of a meeting outside the book, left by a run in which the
// book took nothing. It says more than the book.
type Copy struct {
	Path    string
	Meeting agenda.Key
	Lacks   int // of the things it says, how many the book does not
}

// copyGoneMsg answers the deletion of a copy.
type copyGoneMsg struct {
	path string
	err  error
}

// copiesJump is the row of home for them.
func (h *home) copiesJump(a *app) (homeJump, bool) {
	all := a.copies
	if len(all) == 0 {
		return homeJump{}, false
	}
	words := plural(len(all), "copy of a meeting outside the book", "copies of meetings outside the book")
	return homeJump{len(all), words, "", "decide", func(a *app) tea.Cmd { return h.askCopy(a, all[0]) }}, true
}

// askCopy asks what becomes of a copy. It is never deleted unasked: the book does
// not have all of it.
func (h *home) askCopy(a *app, c Copy) tea.Cmd {
	of := "It is of a meeting"
	if at := slices.IndexFunc(h.meetings, func(m agenda.Summary) bool { return m.Key == c.Meeting }); at >= 0 {
		of = h.meetings[at].Name + ", " + longDay(h.meetings[at].Start)
	}
	why := fmt.Sprintf("%s. The book took no change then; it lacks %s. minutebook import --replace %s brings that back. Private business may be in the copy.",
		of, count(c.Lacks, "thing that the copy says", "things that the copy says"), c.Path)
	return a.push(newConfirm("Delete this copy of a meeting?", why, []choice{
		{"Leave it", "it is named on leaving, and waits here", func(a *app) tea.Cmd { return a.pop() }},
		{"Delete it", "what the book lacks of it is gone", func(a *app) tea.Cmd {
			return tea.Batch(a.pop(), func() tea.Msg { return copyGoneMsg{c.Path, os.Remove(c.Path)} })
		}},
	}))
}

// copyGone takes in what became of a copy that was to be deleted.
func (a *app) copyGone(m copyGoneMsg) {
	if m.err != nil {
		a.say("the copy could not be deleted: " + plainCause(m.err))
		return
	}
	a.copies = slices.DeleteFunc(a.copies, func(c Copy) bool { return c.Path == m.path })
	a.say("the copy is deleted")
}
