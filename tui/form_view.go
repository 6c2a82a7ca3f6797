package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// labelWidth is the column of labels in a form.
func labelWidth(width int) int {
	if width < 60 {
		return 12
	}
	return 15
}

// view draws the form in height rows, scrolled to the focus, and where the
// cursor is.
func (fm *form) view(a *app, width, height int) (rows []string, cursor *tea.Cursor) {
	at, low := 0, 0 // the row with the focus, and the last of the words below it
	for i, f := range fm.fields {
		focused := i == fm.at
		if f.apart() && i > 0 {
			rows = append(rows, "")
		}
		drawn, line, col := f.view(a, width, focused)
		below := f.below(a, width, focused)
		if focused {
			at = len(rows) + line
			low = at
			if len(f.rows) < 2 {
				low += len(below)
			}
			if col >= 0 {
				cursor = tea.NewCursor(col, at)
			}
		}
		rows = append(append(rows, drawn...), below...)
	}
	fm.top = max(fm.top, low+1-height)
	fm.top = max(0, min(fm.top, at, len(rows)-height))
	if cursor != nil {
		cursor.Y -= fm.top
	}
	return rows[fm.top:min(len(rows), fm.top+height)], cursor
}

// page is the form on a screen of its own.
func (fm *form) page(a *app, title, where string, width, height int) page {
	p := page{Title: title, Where: where}
	if a.airy() {
		p.Rows = []string{""}
	}
	rows, cursor := fm.view(a, width, height-1-len(p.Rows))
	if cursor != nil {
		cursor.Y += len(p.Rows)
	}
	p.Rows, p.Cursor = append(p.Rows, rows...), cursor
	return p
}

// apart is whether a blank row parts the field from the one above.
func (f *field) apart() bool { return f.many || f.act != "" || f.gap }

// view draws a field; line and col are where the cursor is in it, col -1 for
// none.
func (f *field) view(a *app, width int, focused bool) (rows []string, line, col int) {
	col = -1
	switch {
	case len(f.options) > 0:
		return []string{f.choiceRow(a, width, focused)}, 0, -1
	case f.act != "":
		l := a.pointer(width, focused)
		l.add(a.st.strong, f.act)
		return []string{a.st.row(l.String(), width, focused)}, 0, -1
	}
	n := 0
	for i, r := range f.rows {
		l := a.pointer(width, focused && i == f.at)
		if i == 0 {
			l.add(a.st.muted, cut(f.label, labelWidth(width)-3))
		}
		l.to(margin(width) + labelWidth(width))
		if f.number {
			var number string
			if number, n = numberOf(r.ed.Text(), n); number != "" {
				l.add(a.st.muted, blanks(2-len(number))+number)
			}
			l.to(margin(width) + labelWidth(width) + 4)
		}
		wide := min(margin(width)+labelWidth(width)+60, width-margin(width)) - l.n
		if f.width > 0 {
			wide = min(wide, f.width)
		}
		r.ed.SetWidth(wide)
		if focused && i == f.at {
			line = i
			_, c := r.ed.Cursor()
			col = l.n + c
		}
		text := shown(r.ed.Rows(0, 1)[0])
		switch {
		case r.bad:
			l.put(a.st.field.over(pad(a.st.found.s(text), wide)))
		case f.many && (!focused || i != f.at):
			l.add(a.st.text, text) // a table: only the row with the focus has a ground
		default:
			l.put(a.st.field.over(pad(text, wide)))
		}
		rows = append(rows, l.String())
	}
	return rows, line, col
}

// numberOf is the number a row of an agenda will get: its own before a bar,
// else the next.
func numberOf(text string, n int) (number string, next int) {
	if strings.TrimSpace(text) == "" || strings.Contains(text, "|") {
		return "", n
	}
	return strconv.Itoa(n + 1), n + 1
}

func (f *field) choiceRow(a *app, width int, focused bool) string {
	l := a.pointer(width, focused)
	l.add(a.st.muted, cut(f.label, labelWidth(width)-3)).to(margin(width) + labelWidth(width))
	l.add(a.st.text, cut(shown(f.text()), width-margin(width)-l.n))
	if n := len(f.options); n > 1 {
		of := strconv.Itoa(f.chosen+1) + " of " + strconv.Itoa(n)
		if l.n+2+cells(of) <= width-margin(width) {
			l.to(l.n+2).add(a.st.muted, of)
		}
	}
	return a.st.row(l.String(), min(width, margin(width)+labelWidth(width)+60), focused)
}

// below is what stands under a field: what is wrong, else what to type.
func (f *field) below(a *app, width int, focused bool) []string {
	words, i := f.hint, a.st.muted
	if f.trouble != "" {
		words, i = f.trouble, a.st.caution
	} else if !focused {
		return nil
	}
	if words == "" {
		return nil
	}
	left := margin(width) + labelWidth(width)
	var rows []string
	for _, r := range wrap(shown(words), min(60, width-margin(width)-left)) {
		rows = append(rows, blanks(left)+i.s(r))
	}
	return rows
}
