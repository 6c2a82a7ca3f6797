package tui

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/agenda"
)

// layout is the columns of the live screen at a width: the agenda, the rule
// between, the mark of the minute, its measure with the gutter, and the rule
// and the measure of what lies beside it, zero where nothing does.
type layout struct{ agenda, bar, mark, measure, side, aside int }

const proseMeasure = 76

func layoutFor(width int) layout {
	l := layout{}
	switch {
	case width < 80:
		return layout{mark: 1, measure: min(proseMeasure, width-2)}
	case width < 100:
		l.agenda = 25
	case width < 120:
		l.agenda = 30
	case width < 160:
		l.agenda = 33
	default:
		l.agenda = 36
	}
	l.bar, l.mark = l.agenda+1, l.agenda+4
	l.measure = min(proseMeasure, width-2-l.mark)
	return l
}

// foldedAgenda is the width of the agenda as marks and numbers.
const foldedAgenda = 8

// withAside makes room beside the minute: below 160 columns the agenda folds.
func (l layout) withAside(width int) layout {
	if width < 160 {
		l.agenda, l.measure = foldedAgenda, 64
		l.bar, l.mark = l.agenda+1, l.agenda+4
	}
	l.side = l.mark + l.measure + 2
	l.aside = min(proseMeasure, width-2-l.side-2)
	return l
}

// View draws the room.
func (l *live) View(a *app, width, height int) page {
	lay, whole := layoutFor(width), width
	if l.sideBeside(width) {
		lay = lay.withAside(width)
		width = lay.side
	}
	m := l.s.meeting()
	it := l.seen(l.shownItem()).item
	if it == nil {
		it = &agenda.Item{}
	}
	l.outline.fit(l.s)
	l.drawn.secret = l.secretly()
	p := page{Joins: []int{lay.bar, lay.side}, Told: true, Right: l.right(a, m), Band: l.band(a, m)}
	p.Title, p.Where = bodyName(l.s.body.Name, whole), l.where(m, whole)
	if lay.agenda == 0 {
		p.Title, p.Where = l.narrowTitle(m, it, titleOf(it)), ""
		if face := l.sight.face; face != nil && it != face {
			p.Window = l.narrowTitle(m, face, titleOf(face)) // which the desktop shows
		}
	}
	typing, cursor := l.typing(a, lay, width, height)
	foot := 0
	if a.airy() {
		foot = 1
	}
	room := max(0, height-len(typing)-foot)
	pane := l.pane(a, lay, it, room)
	l.drawn.lay, l.drawn.room, l.drawn.agenda = lay, room, boolInt(a.airy())
	var left []string
	if lay.agenda > 0 {
		left = l.left(a, lay, m, room, height-foot)
	}
	p.Rows = l.lined(a, lay, left, pane, typing, room, height)
	if lay.side > 0 {
		air := boolInt(a.airy())
		l.besideRows(a, lay, p.Rows, append(make([]string, air), l.asideRows(a, it, lay.aside, height-foot-air)...))
	}
	l.overlaid(a, lay, p.Rows, room)
	cursor.Y += room
	p.Cursor = cursor
	return p
}

// house is the style the minutes are printed in, made once for each reference to
// one: it is data, and much of it.
func (l *live) house() agenda.Style {
	ref := l.s.meeting().Style.Or(l.s.body.Style)
	if l.style.Name == "" || l.styled != ref {
		l.style, l.styled = agenda.StyleNamed(ref), ref
	}
	return l.style
}

// lined is the rows of the screen: the agenda, and at its right the minute
// above the composer.
func (l *live) lined(a *app, lay layout, left, pane, typing []string, room, height int) []string {
	rows := make([]string, 0, height)
	for i := range height {
		right := ""
		switch {
		case i < room && i < len(pane):
			right = pane[i]
		case i >= room && i-room < len(typing):
			right = typing[i-room]
		}
		rows = append(rows, l.joined(a, lay, left, i, right, i == room))
	}
	return rows
}

// besideRows puts the paper at the right of the rows.
func (l *live) besideRows(a *app, lay layout, rows, beside []string) {
	for i := range rows {
		bar := glyphBar
		if i == l.drawn.room {
			bar = glyphSideEnd
		}
		rows[i] = pad(rows[i], lay.side) + a.st.faint.s(bar) + " "
		if i < len(beside) {
			rows[i] += beside[i]
		}
	}
}

// joined is one row of the screen: the agenda, the bar, the minute.
func (l *live) joined(a *app, lay layout, left []string, i int, right string, rule bool) string {
	thick := l.thick(i)
	if lay.agenda == 0 {
		switch {
		case rule:
			return right
		case thick:
			return a.st.private.s(glyphPrivate) + right
		}
		return blanks(lay.mark) + right
	}
	cell := ""
	if i < len(left) {
		cell = left[i]
	}
	bar, between := a.st.faint.s(glyphBar), blanks(lay.mark-lay.bar-1)
	switch {
	case rule && thick:
		bar, between = a.st.private.s(glyphPrivate)+a.st.faint.s(glyphRule), blanks(1)
	case rule:
		bar, between = a.st.faint.s(glyphSide+glyphRule), blanks(1)
	case thick:
		bar = a.st.private.s(glyphPrivate)
	}
	return pad(cell, lay.bar) + bar + between + right
}

func (l *live) left(a *app, lay layout, m agenda.Meeting, room, height int) []string {
	var left []string
	if a.airy() {
		left = append(left, "")
	}
	left = append(left, l.outline.rows(a, m, l, lay.agenda, room-len(left)-1)...)
	for len(left) < room {
		left = append(left, "")
	}
	return append(left, l.outline.foot(a, height-room, lay.agenda)...)
}

// pane is the minute of the item: its heading, then its entries.
func (l *live) pane(a *app, lay layout, it *agenda.Item, height int) []string {
	var rows []string
	if a.airy() {
		rows = append(rows, "")
	}
	headAt := len(rows)
	if lay.agenda > 0 {
		rows = append(rows, l.heading(a, it, lay.measure, 0)...)
	}
	rows = append(rows, l.lostRows(a, it, lay.measure)...)
	if lay.agenda > 0 {
		rows = append(rows, "")
	}
	if l.side.what != asideNone && lay.side == 0 {
		return append(rows, l.asideRows(a, it, lay.measure, height-len(rows)-1)...)
	}
	gap := boolInt(height >= 8)
	d := drawing{
		st: &a.st, style: l.house(), m: l.s.meeting(),
		airy: a.airy(), chosen: l.chosen, measure: lay.measure, parted: l.sight.parted,
	}
	if len(it.Entries) == 0 {
		l.minute.owners = l.minute.owners[:0]
		return append(rows, l.emptyItem(a, it, lay.measure)...)
	}
	l.drawn.entries = len(rows)
	entries, above := l.minute.rows(d, it, height-len(rows)-gap)
	if above > 0 && lay.agenda > 0 {
		rows[headAt] = l.heading(a, it, lay.measure, above)[0]
	}
	rows = append(rows, entries...)
	if l.finding.on {
		l.underline(rows)
	}
	return rows
}

// narrowTitle is the header where there is no room for the agenda.
func (l *live) narrowTitle(m agenda.Meeting, it *agenda.Item, title string) string {
	glyph := glyphOpen
	if l.look != 0 {
		glyph = glyphLook
	}
	if m.State(it.ID) != agenda.Open && l.look == 0 {
		glyph = " "
	}
	return strings.TrimSpace(glyph+" "+it.Number) + "  " + title
}

// where is the meeting in grey: its kind, day and draft, as far as there is
// room.
func (l *live) where(m agenda.Meeting, width int) string {
	day := string(m.Start)
	if t, _, err := m.Start.Time(); err == nil {
		day = t.Format("Mon 2 Jan 2006")
		if width < 100 {
			day = t.Format("Mon 2 Jan")
		}
	}
	facts := []string{day, "Draft " + strconv.Itoa(max(1, l.s.base.Life.Draft))}
	if width >= 120 && m.Kind != "" {
		facts = append([]string{m.Kind}, facts...)
	}
	return strings.Join(facts, " "+glyphDot+" ")
}

// bodyName is the name of a body in the header: where there is no room for it,
// without the first word, which an office's bodies share, unless the rest would
// be another name.
func bodyName(name string, width int) string {
	const beside = 58 // date, draft, clock and saved
	_, rest, ok := strings.Cut(name, " ")
	if !ok || cells(name) <= width-beside || cells(rest) < 8 {
		return name
	}
	if first, _ := utf8.DecodeRuneInString(rest); !unicode.IsUpper(first) {
		return name // "and Foreshore Committee": the header cuts its end
	}
	return rest
}
