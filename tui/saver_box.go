package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// faulty is something guarded that tells the whole of why it is not saved, where
// Stuck has room for a short cause only.
type faulty interface{ Fault() error }

// fault is why the first that is stuck fails; nil where none tells.
func (all guards) fault() error {
	for _, g := range all {
		if f, ok := g.(faulty); ok && g.Stuck() != "" {
			return f.Fault()
		}
	}
	return nil
}

// cause says in full why saving fails; empty while it does not. What stuck says
// has words of its own for two versions of a thing.
func (a *app) cause() string {
	all := a.guards()
	short := all.Stuck()
	if err := all.fault(); short != "" && err != nil {
		if why := causeFirst(err); shortCause(err) == short {
			return why
		}
	}
	return short
}

// entriesWaiting is how many lines were kept that the book does not have. They
// are in the journal, as far as it takes anything.
func (a *app) entriesWaiting() int {
	n := 0
	for _, s := range a.sessions {
		n += len(s.held)
	}
	return n
}

// journals is whether the journal takes what is typed.
func (a *app) journals() bool { return a.journal != nil && a.loose == "" }

// waitWords is what a band says of that, the fullest words first.
func (a *app) waitWords() []string {
	n := a.entriesWaiting()
	if n == 0 || !a.journals() {
		return []string{"What you keep stays here, and is tried again.", "What you keep stays here."}
	}
	entries, are, wait := count(n, "entry", "entries"), "are", "wait"
	if n == 1 {
		are, wait = "is", "waits"
	}
	return []string{
		fmt.Sprintf("%s %s safe in the journal.", entries, are),
		fmt.Sprintf("%s %s in the journal.", entries, wait),
		fmt.Sprintf("%s %s.", entries, wait),
	}
}

// within is a text with the fullest of some words behind it that there is room
// for.
func within(text string, more []string, space int) string {
	for _, words := range more {
		if cells(text)+1+cells(words) <= space {
			return text + " " + words
		}
	}
	return text
}

// answering is the keys of a screen, the one that its band names among them: the
// footer never lacks what the band says.
func (a *app) answering(p page, list []key.Binding) []key.Binding {
	retry := a.keys.Retry
	what, named := "", false
	if p.Band != nil && !p.Dim {
		what, named = strings.CutPrefix(p.Band.Right, retry.Help().Key+" ")
	}
	if !named || len(list) > 0 && sameKeys(list[0], retry) {
		return list
	}
	list = slices.DeleteFunc(slices.Clone(list), func(b key.Binding) bool { return sameKeys(b, retry) })
	return slices.Insert(list, 0, labelled(retry, what))
}

// stuckWords is what the clerk wants to know of a book that takes nothing: why,
// and what is where meanwhile.
func (a *app) stuckWords() string {
	words := []string{a.cause()}
	switch n := a.entriesWaiting(); {
	case n > 0 && a.journals():
		words = append(words, a.waitWords()[1])
	case n > 0:
		words = append(words, fmt.Sprintf("%s in this window only.", areCounted(n)))
	default:
		words = append(words, "What you keep stays here.")
	}
	for _, s := range a.sessions {
		if s.rescue.path != "" {
			words = append(words, "The whole meeting is also in "+s.rescue.path)
		} else if s.rescue.err != nil {
			words = append(words, "No copy outside the book could be made: "+sentence(plainCause(s.rescue.err)))
		}
	}
	return strings.Join(words, " ")
}

// areCounted is a number of entries and its verb.
func areCounted(n int) string {
	if n == 1 {
		return "1 entry is"
	}
	return fmt.Sprintf("%d entries are", n)
}

// explain lays open why the book takes nothing and what can be done.
func (a *app) explain() tea.Cmd {
	a.stuckBox = newConfirm("This is not in the book yet", a.stuckWords(), []choice{
		{"Try again", "save once more now", func(a *app) tea.Cmd { return tea.Batch(a.pop(), a.tryAgain()) }},
		{"Go on", "it is tried again by itself", func(a *app) tea.Cmd { return a.pop() }},
		{"Read the messages", "all that was said in this run", func(a *app) tea.Cmd { return a.replace(&messages{}) }},
	})
	return a.push(a.stuckBox)
}

// whatToDo answers the key of the band while something is not saved: it opens
// the box, and in a question that is open already it tries again.
func (a *app) whatToDo() tea.Cmd {
	c, asking := a.top().(*confirm)
	switch {
	case asking && c == a.stuckBox:
		return tea.Batch(a.pop(), a.tryAgain())
	case asking:
		return a.tryAgain()
	}
	return a.explain()
}

// retold keeps what the box says true while it is open: it goes once all is
// saved.
func (a *app) retold() tea.Cmd {
	box := a.stuckBox
	at := slices.IndexFunc(a.stack, func(s screen) bool { return box != nil && s == screen(box) })
	switch {
	case at < 0:
		a.stuckBox = nil
	case a.guards().Stuck() != "":
		box.why = a.stuckWords()
	case a.guards().Clean():
		a.stuckBox = nil
		if at == len(a.stack)-1 {
			a.say("saved")
			return a.pop()
		}
		a.stack = slices.Delete(a.stack, at, at+1)
	}
	return nil
}
