package tui

import (
	"strings"

	"minutebook/agenda"
	"minutebook/exports"
)

// drawTable sets a table in columns two blanks apart, figures at the right.
// Columns give way to each other until the table fits, and what does not fit in
// one is wrapped in it: nothing in the minute is cut.
func drawTable(d drawing, t *agenda.Table, width int) []string {
	var rows []string
	if t.Caption != "" {
		rows = append(rows, paint(d.st.muted, wrap(t.Caption, width))...)
	}
	right := make([]bool, tableColumns(t.Rows))
	for c := range right {
		right[c] = exports.Figures(t.Rows, c)
	}
	for _, l := range tableLines(t.Rows, right, width) {
		i := ink{}
		if l.head {
			i = d.st.muted
		}
		rows = append(rows, i.s(l.text))
	}
	return rows
}

// tableLine is a row of the screen that belongs to a table.
type tableLine struct {
	text string
	head bool
}

// leastColumn is how narrow a column may become. A table with so many columns
// that this is not enough is set as a list, a cell a line.
const leastColumn = 3

// tableLines sets rows of cells, the first the head, at a width.
func tableLines(rows [][]string, right []bool, width int) []tableLine {
	widths := columnWidths(rows, width)
	total := 2 * (len(widths) - 1)
	for _, w := range widths {
		total += w
	}
	if total > width {
		return stackedLines(rows, width)
	}
	var out []tableLine
	for i, cols := range rows {
		for _, text := range readColumns(cols, widths, right) {
			out = append(out, tableLine{text, i == 0})
		}
	}
	return out
}

// stackedLines is a table as a list: under each cell of the head what stands
// below it, row by row.
func stackedLines(rows [][]string, width int) []tableLine {
	var out []tableLine
	for i, cols := range rows {
		if i == 0 && len(rows) > 1 {
			continue
		}
		for c, text := range cols {
			if c < len(rows[0]) && i > 0 {
				out = append(out, wrapped(rows[0][c], width, true)...)
			}
			out = append(out, wrapped(text, width, i == 0)...)
		}
	}
	return out
}

func wrapped(text string, width int, head bool) []tableLine {
	var out []tableLine
	for _, r := range wrap(shown(text), max(1, width)) {
		out = append(out, tableLine{strings.TrimRight(r, " "), head})
	}
	return out
}

// tableColumns is how many columns the widest row has.
func tableColumns(rows [][]string) int {
	n := 0
	for _, r := range rows {
		n = max(n, len(r))
	}
	return n
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
		if widths[widest] <= leastColumn {
			break
		}
		widths[widest]--
		total--
	}
	return widths
}
