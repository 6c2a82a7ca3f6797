package tui

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// causes is why a book takes no change, in words short enough for the band of a
// narrow screen.
var causes = []struct {
	err   error
	words string
}{
	{agenda.ErrNoRoom, "The disk is full."},
	{syscall.ENOSPC, "The disk is full."},
	{syscall.EDQUOT, "The disk is full."},
	{syscall.EROFS, "The book may not be written."},
	{fs.ErrPermission, "The book may not be written."},
	{syscall.EIO, "The disk failed."},
}

// causeCells is the room that the band of a screen of 80 columns has for a cause,
// beside its word and its key.
const causeCells = 50

// shortCause is why a save failed in words that fit into a band. All of it is in
// what causeFirst says.
func shortCause(err error) string {
	if errors.Is(err, agenda.ErrReplaced) && causeOf(err) == "" {
		return "Another program changed the file."
	}
	for _, why := range []string{causeFirst(err), sentence(deepest(err).Error())} {
		if cells(shown(why)) <= causeCells {
			return why
		}
	}
	return "The book could not be written."
}

// deepest is the error below all that says what was being done.
func deepest(err error) error {
	for next := errors.Unwrap(err); next != nil; next = errors.Unwrap(err) {
		err = next
	}
	return err
}

// causeOf is the plain words of a cause that is known; empty: it is not.
func causeOf(err error) string {
	for _, c := range causes {
		if errors.Is(err, c.err) {
			return c.words
		}
	}
	return ""
}

// roomless is whether a save failed because nothing more fits on the disk, which
// somebody may be making room on right now.
func roomless(err error) bool {
	return errors.Is(err, agenda.ErrNoRoom) || errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// causeFirst is why a save failed: the cause in plain words where it is known,
// for a band is cut at its end; else what the store says.
func causeFirst(err error) string {
	if words := causeOf(err); words != "" {
		return words
	}
	if errors.Is(err, agenda.ErrReplaced) {
		return sentence(inner(err, agenda.ErrReplaced).Error())
	}
	return failed("The book could not be written", err)
}

// inner is what is said by the part of an error that wraps a cause itself,
// without what was being done around it.
func inner(err, cause error) error {
	below := []error{errors.Unwrap(err)}
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		below = several.Unwrap()
	}
	for _, b := range below {
		if b != nil && b != cause && errors.Is(b, cause) {
			return inner(b, cause)
		}
	}
	return err
}

// lostBy is what leaving would do to what the book did not take: words that were
// typed into a meeting are offered again where the journal has them, and no
// other change is in it.
func (a *app) lostBy() string {
	words, rest := false, !a.changes.Clean()
	for _, s := range a.stack {
		if g, ok := s.(guarding); ok && !g.Guards().Clean() {
			rest = true
		}
	}
	for _, s := range a.sessions {
		words = words || len(s.held) > 0
		rest = rest || !s.Clean() && s.rescue.path == ""
	}
	switch {
	case a.journal == nil || a.loose != "" || !words:
		return "what was kept since the last save is lost"
	case rest:
		return "the words are offered at the next start; other changes are lost"
	}
	return "the words are offered at the next start"
}

// tryAgain saves once more because the clerk asked, who is answered when it is
// known how it went.
func (a *app) tryAgain() tea.Cmd {
	a.answers = true
	return a.guards().Flush()
}

// tried answers the clerk who asked to try again.
func (a *app) tried() {
	if !a.answers {
		return
	}
	switch why := a.guards().Stuck(); {
	case a.guards().Clean():
		if a.message == "" { // what was kept may have said so in better words
			a.say("saved")
		}
	case why != "" && !a.guards().Running():
		a.say("tried again: " + stillSo(why))
	default:
		return // it is under way
	}
	a.answers = false
}

// stillSo is a cause that has not gone away.
func stillSo(why string) string {
	why = strings.TrimSuffix(why, ".")
	if rest, ok := strings.CutPrefix(why, "The disk is "); ok {
		return "the disk is still " + rest
	}
	return lower(why) + ", still"
}
