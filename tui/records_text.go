package tui

import (
	"strconv"
	"strings"

	"minutebook/agenda"
)

// thousands is a number as people write it, "1,204".
func thousands(n int) string {
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}

// underline adds text to a row with the words that were looked for underlined.
func (a *app) underline(l *line, i ink, text string, words []string) {
	text = shown(text)
	plain := 0
	for at := 0; at < len(text); {
		n := 0
		for _, w := range words {
			n = max(n, prefixFold(text[at:], w))
		}
		if n == 0 {
			at++
			continue
		}
		l.add(i, text[plain:at]).add(i.with(a.st.found), text[at:at+n])
		at += n
		plain = at
	}
	l.add(i, text[plain:])
}

// recordDay is a date in the lists, its day padded, "9 Oct 2025".
func recordDay(date string) string {
	t, _, err := agenda.Clock(date).Time()
	if err != nil {
		return date
	}
	return t.Format("_2 Jan 2006")
}

// facts joins what there is to say with middle dots.
func facts(words ...string) string {
	var said []string
	for _, w := range words {
		if w != "" {
			said = append(said, w)
		}
	}
	return strings.Join(said, " · ")
}
