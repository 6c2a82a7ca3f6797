package exports

import (
	"unicode"
	"unicode/utf8"
)

// widest is to how many columns a cell is padded. Beyond that a row does not fit
// on a page in any case, and one long cell would fill each row of a long table
// with blanks.
const widest = 120

// table writes a table with its columns padded, so that it can be read as text.
func (m *markdown) table(t Table, indent int) {
	head := cells(t.Head)
	rows := make([][]string, len(t.Rows))
	widths := make([]int, len(head))
	for i := range widths {
		widths[i] = max(3, min(widest, width(head[i])))
	}
	for i, r := range t.Rows {
		rows[i] = cells(r)
		for j, c := range rows[i] {
			widths[j] = max(widths[j], min(widest, width(c)))
		}
	}
	m.row(head, widths, t.Right)
	m.newLine(indent, false)
	for i, w := range widths {
		m.out = append(m.out, "| "...)
		if t.Right[i] {
			m.pad(w-1, '-')
			m.out = append(m.out, ": "...)
		} else {
			m.pad(w, '-')
			m.out = append(m.out, ' ')
		}
	}
	m.out = append(m.out, '|')
	for _, r := range rows {
		m.newLine(indent, false)
		m.row(r, widths, t.Right)
	}
}

func cells(texts []string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		l := newLine([]Run{{Text: t}}, inCell)
		out[i] = string(l.escape(nil))
	}
	return out
}

func (m *markdown) row(cells []string, widths []int, right []bool) {
	for i, c := range cells {
		m.out = append(m.out, "| "...)
		if right[i] {
			m.pad(widths[i]-width(c), ' ')
		}
		m.out = append(m.out, c...)
		if !right[i] {
			m.pad(widths[i]-width(c), ' ')
		}
		m.out = append(m.out, ' ')
	}
	m.out = append(m.out, '|')
}

// width is about how many columns a text takes in a font of one width. It
// needs to be right for tidy columns only, so marks count for nothing and
// everything else but the wide scripts of East Asia for one.
func width(s string) int {
	if n := len(s); utf8.RuneCountInString(s) == n {
		return n
	}
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case r >= 0x1100 && r < 0xFF61 && unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana),
			r >= 0x3000 && r <= 0x303E, r >= 0xFE30 && r <= 0xFE6B, r >= 0xFF01 && r <= 0xFF60, r >= 0xFFE0 && r <= 0xFFE6,
			r >= 0x1F300 && r <= 0x1FAFF, r >= 0x20000 && r <= 0x3FFFD:
			n += 2
		default:
			n++
		}
	}
	return n
}
