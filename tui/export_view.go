package tui

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/exports"
)

// upperFirst is words as a sentence begins with them.
func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// panelWidth is the columns of the fields: beside a preview, or all there are.
func (e *exporter) panelWidth(width int) int {
	switch {
	case width < 100:
		return min(width, 80)
	case width < 120:
		return 42
	}
	return 47
}

// View draws the fields, what is left out, and the preview as far as there is
// room.
func (e *exporter) View(a *app, width, height int) page {
	e.beside = width >= 100
	if e.beside && e.showing == panePreview {
		e.showing = paneFields
	}
	p := page{Title: "Export", Where: e.where(width)}
	full := e.copy().Full
	if full {
		p.Band = &band{Word: "PRIVATE", Text: "This copy holds the clerk’s notes. It is not for members.", kind: bandPrivate}
	}
	height -= boolInt(height > 8) // a blank row above the footer
	left := e.panelWidth(width)
	e.drawn = nil
	switch {
	case e.showing == panePreview:
		m := margin(a.width)
		p.Rows = indented(e.preview.view(a, min(proseMeasure, width-2*m), height), m)
	case e.showing == paneLeft:
		p.Rows = e.leftPage(a, width, height)
	default:
		p.Rows, p.Cursor = e.panel(a, left, height)
	}
	if e.beside {
		p.Joins = []int{left}
		p.Rows = e.joined(a, p.Rows, left, width, height, full)
	}
	if e.beside || e.showing == panePreview {
		p.Right = append(p.Right, part{text: e.preview.words(), style: a.st.text})
	}
	p.Right = append(p.Right, a.keptPart()...)
	return p
}

// keptPart is savingPart of what is open; nothing where nothing is.
func (a *app) keptPart() []part {
	if a.session == nil {
		return nil
	}
	return []part{savingPart(a, a.session)}
}

func indented(rows []string, by int) []string {
	for i := range rows {
		rows[i] = blanks(by) + rows[i]
	}
	return rows
}

// where is the meeting in grey.
func (e *exporter) where(width int) string {
	facts := []string{bodyName(e.body.Name, width), longDay(e.snap.Record.Open.Start)}
	if d := e.snap.Life.Draft; d > 0 {
		facts = append(facts, fmt.Sprintf("Draft %d", d))
	}
	return strings.Join(facts, " "+glyphDot+" ")
}

// joined sets the preview beside the fields.
func (e *exporter) joined(a *app, left []string, at, width, height int, full bool) []string {
	bar := a.st.faint.s(glyphBar)
	if full {
		bar = a.st.private.s(glyphPrivate)
	}
	airy := boolInt(a.airy())
	right := e.preview.view(a, min(proseMeasure, width-at-3-margin(a.width)), height-airy)
	rows := make([]string, 0, height)
	for i := range height {
		cell, text := "", ""
		if i < len(left) {
			cell = left[i]
		}
		if i >= airy && i-airy < len(right) {
			text = "  " + right[i-airy]
		}
		rows = append(rows, pad(cell, at)+bar+text)
	}
	return rows
}

// column is where values stand in a panel.
func (e *exporter) column(a *app) int { return margin(a.width) + 13 }

// panel is the fields, the state of the file, and what is left out. The cursor
// stands where typing goes: in the file's name, or in the path.
func (e *exporter) panel(a *app, width, height int) ([]string, *tea.Cursor) {
	var rows []string
	cursor := tea.NewCursor(0, -1)
	if a.airy() {
		rows = append(rows, "")
	}
	focus, low := 0, 0
	typing := e.name
	if e.field() == e.path {
		typing = e.path
	}
	for i, f := range e.fields {
		if f == e.name {
			rows = append(rows, e.facts(a, height > 8)...)
		}
		for len(e.drawn) < len(rows) {
			e.drawn = append(e.drawn, -1)
		}
		drawn, col := e.fieldRows(a, f, width, i == e.at)
		if f == typing {
			cursor.X, cursor.Y = col, len(rows)
		}
		if i == e.at {
			focus = len(rows)
			low = focus + len(drawn)
		}
		rows = append(rows, drawn...)
		for len(e.drawn) < len(rows) {
			e.drawn = append(e.drawn, i)
		}
	}
	rows = append(rows, e.state(a, width)...)
	if f := e.field(); len(e.said) > 0 || f == e.name || f == e.folder || f == e.path {
		low = len(rows) // what became of the file, or would, is on the screen
	}
	top := max(0, low-height)
	if len(e.said) == 0 {
		top = min(top, focus)
	}
	rows = append(rows, e.leftBelow(a, width, height-len(rows))...)
	e.drawn = e.drawn[min(top, len(e.drawn)):]
	if cursor.Y -= top; cursor.Y < 0 || cursor.Y >= height {
		cursor = nil
	}
	return rows[top:min(len(rows), top+height)], cursor
}

// facts is the rows that cannot be changed: the state of the minutes, and that a
// format which holds the record names everybody.
func (e *exporter) facts(a *app, apart bool) []string {
	var rows []string
	fact := func(label string, i ink, words string) {
		var l line
		l.to(margin(a.width)+2).add(a.st.muted, label).to(e.column(a)).add(i, words)
		rows = append(rows, l.String())
	}
	if !e.copy().Format.Prints {
		fact("Names", a.st.text, "all that were minuted")
	}
	fact("Version", a.st.strong, draftWords(e.snap.Life))
	if apart {
		rows = append(rows, "")
	}
	return rows
}

// fieldRows draws a field; col is where the cursor stands, -1 for nowhere. A
// long folder takes as many rows as it needs.
func (e *exporter) fieldRows(a *app, f *field, width int, focused bool) (rows []string, col int) {
	l := a.pointer(width, focused)
	l.add(a.st.muted, f.label).to(e.column(a))
	end := width - margin(a.width)
	if width > 60 {
		end = min(end, e.column(a)+50)
	}
	if len(f.options) == 0 {
		ed := f.rows[0].ed
		ed.SetWidth(end - l.n)
		_, at := ed.Cursor()
		col = l.n + at
		l.put(a.st.field.over(pad(shown(ed.Rows(0, 1)[0]), end-l.n)))
		return []string{l.String()}, col
	}
	hint := e.hint(f)
	room := end - l.n - cells(hint) - 1
	if cells(shown(f.text())) > room {
		hint, room = "", end-l.n
	}
	value := a.st.text
	if f == e.which {
		value = a.st.strong
	}
	for i, words := range wrap(shown(f.text()), max(8, room)) {
		if i > 0 {
			l = &line{}
			l.to(e.column(a))
		}
		l.add(value, words)
		if i == 0 {
			l.to(end-cells(hint)).add(a.st.muted, hint)
		}
		rows = append(rows, a.st.row(l.to(end).String(), min(width, end+margin(a.width)), focused))
	}
	return rows, -1
}

// hint is what stands at the right of a choice.
func (e *exporter) hint(f *field) string {
	m := e.snap.Record.Open
	house := agenda.StyleNamed(m.Style.Or(e.body.Style))
	of := func(own, used string) string {
		switch {
		case f.text() != used:
			return "for this file"
		case own != "":
			return "of the meeting"
		}
		return "of the body"
	}
	switch f {
	case e.which:
		return copyPublic + ", " + copyFull
	case e.rendering:
		return of(string(m.Style.Rendering), string(house.Rendering))
	case e.names:
		return of(string(m.Style.Names), string(naming(house)))
	}
	return fmt.Sprintf("%d of %d", f.chosen+1, len(f.options))
}

// naming is whether a house shows names.
func naming(s agenda.Style) agenda.Naming {
	if s.Names {
		return agenda.NamesShown
	}
	return agenda.NamesHidden
}

// state is what stands where the file is to go, or what became of it.
func (e *exporter) state(a *app, width int) []string {
	ink, words := a.st.muted, e.said
	switch {
	case len(words) > 0:
		ink = a.st.text
	case e.trouble != "":
		ink, words = a.st.text, []string{e.trouble}
	case e.writing:
		words = []string{"writing"}
	case !e.looked:
		words = []string{"looking"}
	default:
		words = []string{e.standing()}
	}
	var rows []string
	for _, w := range words {
		for _, r := range wrap(shown(w), width-margin(a.width)-e.column(a)) {
			rows = append(rows, blanks(e.column(a))+ink.s(r))
		}
	}
	if n := len(e.snap.Damage); n > 0 {
		rows = append(rows, blanks(e.column(a))+a.st.caution.s(fmt.Sprintf("%d not readable", n))+a.st.muted.s(" and missing from this file"))
	}
	return rows
}

func (e *exporter) standing() string {
	switch e.found.Standing {
	case exports.Same:
		return "it is there, word for word"
	case exports.Earlier:
		return "replaces " + e.earlier()
	case exports.Other:
		return "another meeting’s file has that name: it is not replaced"
	case exports.Stranger:
		return "there is another file of that name: it is not replaced"
	}
	return "no such file yet"
}
