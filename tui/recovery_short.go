package tui

import (
	"fmt"
	"slices"
	"strings"
)

// fewRows is as many of the choices as there is room for, the focused one always,
// and how many more there are; first is the one they begin with.
func (f *recovery) fewRows(a *app, choices []string, room, m int) (rows []string, first int) {
	if len(choices) <= room {
		return choices, 0
	}
	room = max(1, room-1) // a row says that there are more
	first = max(0, min(f.choice-room/2, len(choices)-room))
	var more []string
	if first > 0 {
		more = append(more, fmt.Sprintf("%d more %s", first, glyphUp))
	}
	if below := len(choices) - first - room; below > 0 {
		more = append(more, fmt.Sprintf("%d more %s", below, glyphDown))
	}
	return append(slices.Clone(choices[first:first+room]), blanks(m+2)+a.st.muted.s(strings.Join(more, "  "))), first
}

// news is a text as it is shown: of an agenda the rows that the book has not, so
// that they are seen among those it has.
func (l *lost) news() string {
	if l.Field != "agenda" || l.err != nil {
		return l.Text
	}
	h := newHeldMeeting(l.Meeting)
	h.of = l.body
	h.fill(l.snap.Record)
	there := map[string]bool{}
	for _, row := range h.sheet.lines() {
		there[unnumbered(row)] = true
	}
	var news []string
	row, told := "", false // the row that what is set in stands below
	for _, text := range strings.Split(l.Text, "\n") {
		in := strings.HasPrefix(text, rowSetsIn)
		if !in {
			row, told = text, false
		}
		if there[unnumbered(text)] {
			continue
		}
		if in && !told {
			news = append(news, row)
		}
		news, told = append(news, text), true
	}
	if len(news) == 0 {
		return l.Text // it is in another order, or rows went
	}
	return strings.Join(slices.Compact(news), "\n")
}

// unnumbered is a row without a number that follows from its place.
func unnumbered(text string) string {
	if r, ok := rowOf(text); ok && !r.own && !strings.HasPrefix(text, rowSetsIn) {
		return strings.Repeat(rowBelow, r.item.Level-1) + rowParts + r.item.Title
	}
	return text
}
