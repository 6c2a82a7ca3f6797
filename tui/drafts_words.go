package tui

import (
	"errors"
	"io/fs"
	"strings"
)

// plainCause is the innermost reason of an error: the sentence around it says
// already what was being done and where.
func plainCause(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	words, _, _ := strings.Cut(err.Error(), "\n")
	return words
}

// typingPart is the part of the header while words are typed that are not in
// the minutes; false: there are none, or no journal that could have them.
func (a *app) typingPart() (part, bool) {
	switch {
	case a.journal == nil || len(a.drafts) == 0:
		return part{}, false // and the next letter tries the journal again
	case a.loose != "" && a.width < 100:
		return part{mark: glyphSaving, text: "NOT IN JOURNAL", style: a.st.alarm, keep: true}, true
	case a.loose != "":
		return part{mark: glyphSaving, text: "typing is NOT in the journal", style: a.st.alarm, keep: true}, true
	case a.width < 100:
		return part{mark: glyphSaved, text: "typing", style: a.st.text, keep: true}, true
	}
	return part{mark: glyphSaved, text: "typing, journalled", style: a.st.text, keep: true}, true
}
