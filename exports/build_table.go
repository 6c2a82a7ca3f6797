package exports

import (
	"strings"

	"minutebook/agenda"
)

// table adds a table and the words above it. They are not bold, because they
// are typed.
func (d *builder) table(e *agenda.Entry) {
	if e.Table == nil {
		d.text(numbered(e, e.Text))
		d.points(e.Points)
		return
	}
	if caption := numbered(e, e.Table.Caption); caption != "" {
		d.add(Paragraph{{caption, Italic}})
	}
	columns := 0
	for _, r := range e.Table.Rows {
		columns = max(columns, len(r))
	}
	if columns > 0 {
		t := Table{Right: make([]bool, columns)}
		for i, r := range e.Table.Rows {
			row := make([]string, columns)
			copy(row, r)
			if i == 0 {
				t.Head = row
			} else {
				t.Rows = append(t.Rows, row)
			}
		}
		for i := range t.Right {
			t.Right[i] = Figures(e.Table.Rows, i)
		}
		d.add(t)
	}
	d.text(e.Text)
	d.points(e.Points)
}

// Figures says whether a column of a table holds figures below the head, which
// is its first row, and nothing else but blanks and dashes. Such a column is
// set to the right, on paper and on the screen.
func Figures(rows [][]string, column int) bool {
	found := false
	for _, r := range rows[min(1, len(rows)):] {
		if column >= len(r) {
			continue
		}
		switch {
		case strings.Trim(r[column], "-–—− \u00a0") == "":
		case isFigure(r[column]):
			found = true
		default:
			return false
		}
	}
	return found
}

// isFigure: "4", "1,250.50", "£19m", "-3", "(12)", "45 %".
func isFigure(s string) bool {
	s = strings.Trim(s, "()+-–−£$€% \u00a0")
	s = strings.TrimRight(s, "kKmMbn")
	if !strings.ContainsAny(s, "0123456789") || s[0] < '0' && s[0] != '.' || s[0] > '9' {
		return false
	}
	return strings.Trim(s, "0123456789.,'’ \u00a0\u202f") == ""
}
