package main

import (
	"encoding/json"
	"io"
	"strings"

	"minutebook/agenda"

	"github.com/clipperhouse/displaywidth"
)

// table prints rows in columns as wide as their widest cell; the last column
// is never padded. A column that is empty in every row is left out.
func table(w io.Writer, head []string, rows [][]string) error {
	widths := make([]int, len(head))
	for _, row := range rows {
		for i, cell := range row {
			row[i] = agenda.CleanLine(cell)
			if row[i] != "" {
				widths[i] = max(widths[i], displaywidth.String(row[i]), displaywidth.String(head[i]))
			}
		}
	}
	var b strings.Builder
	for _, row := range append([][]string{head}, rows...) {
		line, gap := "", 0
		for i, cell := range row {
			if widths[i] == 0 {
				continue
			}
			line += strings.Repeat(" ", gap) + cell
			gap = widths[i] - displaywidth.String(cell) + 2
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// printJSON prints a list for programs: two blanks of indent, no HTML escaping,
// and [] rather than null.
func printJSON[T any](w io.Writer, list []T) error {
	if list == nil {
		list = []T{}
	}
	var text strings.Builder
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(list); err != nil {
		return err
	}
	_, err := io.WriteString(w, escaped(text.String()))
	return err
}
