package tui

import (
	"strings"

	"minutebook/agenda"
)

// unwrapped is wider than any entry, so that no row of it is broken in words
// that are looked for.
const unwrapped = 1 << 20

// sought is all the words of an entry as the screen shows them, and the whole
// names of those it shows by a part of theirs or counts.
func sought(d drawing, e *agenda.Entry) string {
	var text []string
	add := func(words ...string) { text = append(text, words...) }
	if e.Table != nil { // drawn, it would be as wide as the screen
		add(e.Table.Caption)
		for _, row := range e.Table.Rows {
			add(row...)
		}
	} else {
		b := drawEntry(d, e, unwrapped)
		add(e.Number, b.mark)
		add(b.rows...)
	}
	e.WithRefs(agenda.Refs{Person: func(id agenda.ID) agenda.ID {
		add(d.m.Call(agenda.Who{ID: id}))
		return id
	}})
	return strings.Join(strings.Fields(strings.Join(text, " ")), " ")
}
