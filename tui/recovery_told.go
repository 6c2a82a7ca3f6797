package tui

import (
	"fmt"
	"slices"
	"strings"

	"minutebook/agenda"
)

// partly is a journal that may not have been read to its end.
type partly interface {
	// Unread is where the files are of which a part could not be read.
	Unread() []string
}

// told is what happened, in a few sentences. Nothing is said to be safe that
// nobody could read.
func (f *recovery) told(a *app, l *lost) string {
	words := []string{fmt.Sprintf("Minutebook ended at %s before these words were kept.", l.at(a))}
	unread := a.unread()
	switch copied := a.copyOf(l.Meeting); {
	case copied != "":
		words = append(words, "A copy outside the book says more than the book: minutebook import --replace "+copied+" brings that back.")
	case len(unread) == 0:
		words = append(words, "Nothing is lost.")
	}
	if len(unread) > 0 {
		words = append(words, "A part of the journal could not be read; what is shown is what could be. The unread file is "+
			strings.Join(unread, " and ")+".")
	}
	said := slices.DeleteFunc(strings.Split(a.message, "\n"), func(m string) bool {
		return slices.ContainsFunc(unread, func(path string) bool { return strings.Contains(m, path) })
	})
	switch {
	case l.err != nil:
		words = append(words, lacking(l.err))
	case strings.Join(said, "") != "":
		for _, m := range said {
			words = append(words, sentence(m))
		}
	case l.book() != "":
		words = append(words, "Both texts stay until you choose.")
	default:
		words = append(words, "They stay in the journal until you choose.")
	}
	return strings.Join(words, " ")
}

// copyOf is where a copy is that says more than the book, of this meeting if any
// is; empty: there is none.
func (a *app) copyOf(meeting agenda.Key) string {
	for _, c := range a.copies {
		if c.Meeting == meeting {
			return c.Path
		}
	}
	if len(a.copies) > 0 {
		return a.copies[0].Path
	}
	return ""
}

// unread is where the parts of the journal are that could not be read.
func (a *app) unread() []string {
	if j, ok := a.journal.(partly); ok {
		return j.Unread()
	}
	return nil
}

// sentence is words with a capital and a full stop.
func sentence(s string) string {
	if s = capital(s); s != "" && !strings.ContainsAny(s[len(s)-1:], ".?!") {
		s += "."
	}
	return s
}
