package tui

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// secret is whether the text is one for the clerk's eyes.
func (l *lost) secret() bool { return l.Private || l.Entry.Closed() || l.After.Closed() }

// hides is whether the words of a text are kept off the screen, which may be on
// the wall, until somebody asks for them.
func (f *recovery) hides(l *lost) bool { return l.secret() && !f.bare }

// hidden says that there are private words, and how many, without any of them.
func (f *recovery) hidden(a *app, l *lost, rows []string, width int) []string {
	letters := count(utf8.RuneCountInString(l.Text), "character", "characters")
	words := fmt.Sprintf("Private words, %s. %s shows them, and who can see this screen can read them then.", letters, capital(a.keys.Private.Help().Key))
	m := margin(width)
	for i, r := range wrap(words, min(76, width-2*m-gutter)) {
		var row line
		if i == 0 {
			row.add(a.st.private, glyphExempt)
		}
		rows = append(rows, row.to(gutter).add(a.st.text, strings.TrimRight(r, " ")).String())
	}
	return shifted(rows, m)
}
