package tui

import "minutebook/agenda"

// begun is whether the words in the composer were begun as private business.
// They stay so whatever happens to their item meanwhile: nothing publishes them
// that the clerk was not asked about.
type begun struct {
	typing, secret bool
	unasked        bool      // the words behind /exempt were typed at a question
	wholly         agenda.ID // the item that /exempt closes with all that is in it; zero: none
}

// begunIn notes where words were begun, when the first of them is typed.
func (l *live) begunIn() {
	switch typing := !l.comp.Empty() && l.editing.none(); {
	case !typing:
		l.begun = begun{}
	case !l.begun.typing:
		l.begun = begun{typing: true, secret: l.secretly()}
	}
}

// published is whether keeping the line would make public what was begun as
// private business. It says so the first time. A line that says itself that it
// is for the public, or for another item, is not asked about: its item is as
// private as it was when the line was begun.
func (l *live) published() bool {
	if !l.begun.secret || l.secretly() || l.toElsewhere() || l.toPublic() {
		return false
	}
	l.begun.secret = false
	l.problem = "This was begun as private, and " + l.itemWords(l.goesTo()) + " is public now. Enter again publishes it."
	return true
}
