package tui

import (
	"strings"

	"minutebook/agenda"
	"minutebook/exports"
)

// drawTable sets a table in columns two blanks apart, figures at the right.
// Columns give way to each other until the table fits; what is cut ends in an
// ellipsis, and the whole of it is in the reader.
func drawTable(d drawing, t *agenda.Table, width int) []string {
	var rows []string
	if t.Caption != "" {
		rows = append(rows, paint(d.st.muted, wrap(t.Caption, width))...)
	}
	widths := columnWidths(t.Rows, width)
	figures := make([]bool, len(widths))
	for c := range widths {
		figures[c] = exports.Figures(t.Rows, c)
	}
	for i, cellsOf := range t.Rows {
		i2 := ink{}
		if i == 0 {
			i2 = d.st.muted
		}
		var l line
		for c, text := range cellsOf {
			if c > 0 {
				l.to(l.n + 2)
			}
			text = cut(shown(strings.ReplaceAll(text, "\n", " ")), widths[c])
			start := l.n
			if figures[c] {
				l.to(start + widths[c] - cells(text))
			}
			l.add(i2, text).to(start + widths[c])
		}
		rows = append(rows, strings.TrimRight(l.String(), " "))
	}
	return rows
}

// columnWidths gives each column what it wants, taking from the widest until
// all fit.
func columnWidths(rows [][]string, width int) []int {
	var widths []int
	for _, r := range rows {
		for c, text := range r {
			if c == len(widths) {
				widths = append(widths, 1)
			}
			widths[c] = max(widths[c], cells(shown(text)))
		}
	}
	total := 2 * (len(widths) - 1)
	for _, w := range widths {
		total += w
	}
	for total > width {
		widest := 0
		for c, w := range widths {
			if w > widths[widest] {
				widest = c
			}
		}
		if widths[widest] <= 3 {
			break
		}
		widths[widest]--
		total--
	}
	return widths
}
