package tui

import (
	"strings"

	"minutebook/exports"
)

// tableParas is a table as rows of text: columns two cells apart, figures to
// the right, the head bold. A table wider than the page has its widest columns
// wrapped.
func tableParas(t exports.Table, indent, measure int) []readPara {
	rows := append([][]string{t.Head}, t.Rows...)
	var out []readPara
	for i, l := range tableLines(rows, t.Right, measure) {
		p := readPara{text: l.text, indent: indent, tight: i > 0, fixed: true}
		if l.head {
			p.spans = []readSpan{{0, len(l.text), true}}
		}
		out = append(out, p)
	}
	return out
}

// readColumns is one row of a table as lines of text.
func readColumns(cols []string, widths []int, right []bool) []string {
	wrapped := make([][]string, len(widths))
	tall := 1
	for i := range widths {
		if i < len(cols) {
			wrapped[i] = wrap(shown(cols[i]), max(1, widths[i]))
		}
		tall = max(tall, len(wrapped[i]))
	}
	out := make([]string, tall)
	for n := range out {
		var b strings.Builder
		for i, w := range widths {
			text := ""
			if n < len(wrapped[i]) {
				text = strings.TrimRight(wrapped[i][n], " ")
			}
			if i < len(right) && right[i] {
				text = padLeft(text, w)
			}
			b.WriteString(pad(text, w))
			if i < len(widths)-1 {
				b.WriteString("  ")
			}
		}
		out[n] = strings.TrimRight(b.String(), " ")
	}
	return out
}
