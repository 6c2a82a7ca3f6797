package tui

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/agenda"
)

// layout is the columns of the live screen at a width: the agenda, the rule
// between, the mark of the minute, and its measure with the gutter.
type layout struct{ agenda, bar, mark, measure int }

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

// View draws the room.
func (l *live) View(a *app, width, height int) page {
	lay := layoutFor(width)
	m := l.s.meeting()
	it, ok := m.Item(l.shownItem())
	if !ok {
		it = &agenda.Item{}
	}
	l.outline.fit(l.s)
	p := page{Join: lay.bar, Told: true, Right: l.right(a, m), Band: l.band(m)}
	p.Title, p.Where = bodyName(l.s.body.Name, width), l.where(m, width)
	if lay.agenda == 0 {
		p.Title, p.Where = l.narrowTitle(m, it), ""
	}
	typing, cursor := l.typing(a, lay, width, height)
	foot := 0
	if a.airy() {
		foot = 1
	}
	room := max(0, height-len(typing)-foot)
	pane := l.pane(a, lay, it, room)
	var left []string
	if lay.agenda > 0 {
		left = l.left(a, lay, m, room, height-foot)
	}
	p.Rows = make([]string, 0, height)
	for i := range height {
		right := ""
		switch {
		case i < room && i < len(pane):
			right = pane[i]
		case i >= room && i-room < len(typing):
			right = typing[i-room]
		}
		p.Rows = append(p.Rows, l.joined(a, lay, left, i, right, i == room))
	}
	cursor.Y += room
	p.Cursor = cursor
	return p
}

// joined is one row of the screen: the agenda, the bar, the minute.
func (l *live) joined(a *app, lay layout, left []string, i int, right string, rule bool) string {
	if lay.agenda == 0 {
		if rule {
			return right
		}
		return blanks(lay.mark) + right
	}
	cell := ""
	if i < len(left) {
		cell = left[i]
	}
	bar, between := a.st.faint.s(glyphBar), blanks(lay.mark-lay.bar-1)
	switch {
	case rule:
		bar, between = a.st.faint.s(glyphSide+glyphRule), blanks(1)
	case l.private:
		bar = a.st.private.s(glyphPrivate)
	}
	return pad(cell, lay.bar) + bar + between + right
}

func (l *live) left(a *app, lay layout, m agenda.Meeting, room, height int) []string {
	var left []string
	if a.airy() {
		left = append(left, "")
	}
	left = append(left, l.outline.rows(a, m, l.look, m.Current(), lay.agenda, room-len(left)-1)...)
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
		rows = append(rows, "")
	}
	gap := boolInt(height >= 8)
	d := drawing{
		st: &a.st, style: agenda.StyleNamed(l.s.meeting().Style.Or(l.s.body.Style)), m: l.s.meeting(),
		airy: a.airy(), chosen: l.chosen, measure: lay.measure,
	}
	d.notes = l.shownNotes(it.ID)
	if len(it.Entries) == 0 && len(d.notes) == 0 {
		return append(rows, l.emptyItem(a, it, lay.measure)...)
	}
	entries, above := l.minute.rows(d, it, height-len(rows)-gap)
	if above > 0 && lay.agenda > 0 {
		rows[headAt] = l.heading(a, it, lay.measure, above)[0]
	}
	return append(rows, entries...)
}

// heading is the number, the title, and a grey line of what is known of the
// paper. above says how many entries the minute goes on upward.
func (l *live) heading(a *app, it *agenda.Item, measure, above int) []string {
	more := ""
	if above > 0 {
		more = glyphUp + " " + strconv.Itoa(above) + " more"
	}
	var h line
	if it.Number != "" {
		h.add(a.st.strong, it.Number).to(max(gutter, h.n+2))
	}
	h.to(gutter).add(a.st.strong, cut(shown(titleOf(it)), measure-h.n-cells(more)-2))
	h.to(measure-cells(more)).add(a.st.muted, more)
	rows := []string{h.String()}
	if facts := itemFacts(it); facts != "" {
		rows = append(rows, blanks(gutter)+a.st.muted.s(cut(shown(facts), measure-gutter)))
	}
	return rows
}

// itemFacts is what is known of an item in one grey line.
func itemFacts(it *agenda.Item) string {
	var facts []string
	if p := it.Paper; p != nil {
		if len(p.Of) > 0 {
			facts = append(facts, "Report of "+strings.Join(p.Of, ", "))
		}
		if p.Number != "" {
			facts = append(facts, p.Number)
		}
		if n := len(p.Recommends); n == 1 {
			facts = append(facts, "1 recommendation")
		} else if n > 1 {
			facts = append(facts, fmt.Sprintf("%d recommendations", n))
		}
	}
	if it.Outcome.Words != "" {
		facts = append(facts, it.Outcome.Words)
	}
	return strings.Join(facts, " "+glyphDot+" ")
}

// emptyItem is what an item without entries shows: its usual wording in grey.
func (l *live) emptyItem(a *app, it *agenda.Item, measure int) []string {
	var rows []string
	if it.Wording != "" {
		for _, row := range wrap(it.Wording, measure-gutter) {
			rows = append(rows, blanks(gutter)+a.st.muted.s(shown(row)))
		}
	}
	if it.Kind == agenda.KindOpening && len(l.s.meeting().Taken) == 0 {
		hint := a.keys.Room.Help().Key + " says who is here; " + a.keys.NextItem.Help().Key + " takes the first item."
		rows = append(rows, blanks(gutter)+a.st.muted.s(hint))
	}
	return rows
}

// narrowTitle is the header where there is no room for the agenda.
func (l *live) narrowTitle(m agenda.Meeting, it *agenda.Item) string {
	glyph := glyphOpen
	if l.look != 0 {
		glyph = glyphLook
	}
	if m.State(it.ID) != agenda.Open && l.look == 0 {
		glyph = " "
	}
	return strings.TrimSpace(glyph+" "+it.Number) + "  " + titleOf(it)
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

// right is the clock, for how long the meeting has been open, and whether all
// of it is in the book.
func (l *live) right(a *app, m agenda.Meeting) []part {
	now := l.s.clock(a)
	parts := []part{{text: now.TimeOfDay(), style: a.st.text, keep: a.width >= 60}}
	closed := l.outline.closed
	switch n, ok := l.outline.opened.MinutesUntil(now); {
	case closed != "":
		parts = append(parts, part{text: "closed " + closed.TimeOfDay(), style: a.st.muted})
	case ok && n >= 0 && n < 24*60 && len(m.Taken) > 0:
		parts = append(parts, part{text: fmt.Sprintf("open %d min", n), style: a.st.muted})
	}
	return append(parts, l.s.saving(a))
}

// band says the state that must not be missed, the gravest first.
func (l *live) band(m agenda.Meeting) *band {
	private := "Your own notes are on the screen."
	it, looking := m.Item(l.look)
	switch why := l.s.Stuck(); {
	case why != "" && l.private:
		return &band{Word: "NOT SAVED · PRIVATE", Text: why + " " + private, Right: "f9 try now", kind: bandNotSaved}
	case why != "":
		return notSaved(why)
	case l.private && looking:
		return &band{Word: "PRIVATE", Text: private + " You are looking at " + l.itemWords(it.ID) + ".", Right: "f7 hides them", kind: bandPrivate}
	case l.private:
		return &band{Word: "PRIVATE", Text: private, Right: "f7 hides them", kind: bandPrivate}
	case looking:
		return l.lookingBand(m, it)
	case l.damaged > 0:
		text := fmt.Sprintf("%d parts of this meeting could not be read; the rest is whole.", l.damaged)
		return &band{Word: "DAMAGED", Text: text, kind: bandNotSaved}
	}
	return nil
}

func (l *live) lookingBand(m agenda.Meeting, it *agenda.Item) *band {
	text, right := "at "+l.itemWords(it.ID)+".", "esc back"
	if open := m.Current(); open != 0 {
		words := l.itemWords(open)
		first, size := utf8.DecodeRuneInString(words)
		text += " " + string(unicode.ToUpper(first)) + words[size:] + " is open and its clock runs."
		right += " to " + strings.TrimPrefix(words, "item ")
	}
	return &band{Word: "LOOKING", Text: text, Right: right, kind: bandLooking}
}

// bodyName is the name of a body in the header: on a narrow screen without its
// first words, which its meetings share.
func bodyName(name string, width int) string {
	for width < 100 && cells(name) > 22 {
		_, rest, ok := strings.Cut(name, " ")
		if !ok || cells(rest) < 8 {
			break
		}
		name = rest
	}
	return name
}
