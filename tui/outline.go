package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"minutebook/agenda"
)

// outline is the agenda at the left of the live screen. What it tells of the
// whole meeting is worked out when the record has changed, not for each key.
type outline struct {
	change    int
	digits    int // the widest number, within reason
	valid     bool
	presence  string   // "8 of 11 present"
	quorum    string   // "quorum 4"
	chair     string   // "Lunt presides"; empty: the usual chair does, or nobody yet
	short     string   // "quorum lost: 3 of 4"; empty: it is there
	happened  []string // the last events, newest first
	first     int      // the first item on the screen
	shown     int      // how many are
	scroll    int      // rows the wheel moved it by
	opened    agenda.Clock
	closed    agenda.Clock // empty: the meeting has not closed
	public    []string     // "The public left at 18:52.", or how to say that it did; then shorter
	adjourned []string     // "ADJOURNED", "to Thu 19 Mar", "19:00"; nil: it is not
}

// rows is the agenda in a pane of width columns, with the looked-at or open
// item in sight.
func (o *outline) rows(a *app, m agenda.Meeting, l *live, width, height int) []string {
	focus := m.Current()
	if l.look != 0 {
		focus = l.look
	}
	at := max(0, slices.IndexFunc(m.Items, func(it *agenda.Item) bool { return it.ID == focus }))
	first := 0
	if len(m.Items) > height {
		least := min(max(0, at-height/2), len(m.Items)-height)
		first = min(max(0, least+o.scroll), len(m.Items)-height)
		o.scroll = first - least
	}
	var rows []string
	o.first, o.shown = first, max(0, min(len(m.Items), first+height)-first)
	for _, it := range m.Items[first:min(len(m.Items), first+height)] {
		rows = append(rows, o.row(a, m, it, l, width))
	}
	return rows
}

func (o *outline) row(a *app, m agenda.Meeting, it *agenda.Item, of *live, width int) string {
	state, look := m.State(it.ID), of.look
	glyph, glyphInk, title, number := " ", a.st.muted, a.st.text, a.st.muted
	switch {
	case state == agenda.Open:
		glyph, glyphInk, title, number = glyphOpen, a.st.pointer, a.st.strong, a.st.strong
	case it.ID == look:
		glyph, glyphInk = glyphLook, a.st.accent
	case state == agenda.Done:
		glyph, title = glyphDone, a.st.muted
	case state == agenda.SetAside:
		glyph, title = outcomeGlyph(it.Outcome.Said()), a.st.muted
	}
	gap := 1
	if width >= 33 {
		gap = 2
	}
	digits := o.digits
	num := cut(it.Number, digits)
	in := max(0, min(it.Level, 4)-1)
	var l line
	l.to(2).add(glyphInk, glyph).to(3+1+digits-cells(num)+boolInt(gap == 2)).add(number, num)
	if width == foldedAgenda {
		return a.st.row(l.String(), width, it.ID == look || look == 0 && state == agenda.Open)
	}
	l.to(l.n + gap + in)
	end := ""
	if it.Exempt != nil {
		end = " " + glyphExempt
	}
	l.add(title, cut(shown(of.title(it)), width-l.n-2*cells(end)+boolInt(end != "")))
	if end != "" {
		l.to(width-cells(end)-1).add(a.st.private, end)
	}
	focused := it.ID == look || look == 0 && state == agenda.Open
	return a.st.row(l.String(), width, focused)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// titleOf names an item in a list, an untitled one by what it is.
func titleOf(it *agenda.Item) string {
	switch {
	case it.Title != "":
		return it.Title
	case it.Kind == agenda.KindOpening:
		return "Opening"
	case it.Kind == agenda.KindInterlude:
		return "(between items)"
	case it.Exempt != nil && it.Exempt.Whole:
		return exemptTitle("")
	}
	return "(no title)"
}

// exemptTitle is the public title of private business, or the clerk's words for
// an item that has none.
func exemptTitle(title string) string { return cmp.Or(title, "Exempt item") }

func outcomeGlyph(words string) string {
	if strings.HasPrefix(strings.ToLower(words), "withdrawn") {
		return glyphAgainst
	}
	return glyphDeferred
}

// fit works out what the foot says, once for each change.
func (o *outline) fit(s *session) {
	if o.valid && o.change == s.change {
		return
	}
	m := s.meeting()
	o.valid, o.change, o.digits = true, s.change, 2
	for _, it := range m.Items {
		o.digits = max(o.digits, min(6, cells(it.Number)))
	}
	o.opened, o.closed = m.OpenedAt(), m.ClosedAt()
	now := s.room()
	o.adjourned, o.public = adjournedWords(m), publicLeft(now.scene.Public())
	o.presence = fmt.Sprintf("%d of %d present", now.present, now.places)
	o.quorum, o.short, o.chair = now.said(), now.short, presiding(m, now)
	o.happened = o.happened[:0]
	items := m.Ordered()
	for i := len(items) - 1; i >= 0 && len(o.happened) < 2; i-- {
		for j := len(items[i].Entries) - 1; j >= 0 && len(o.happened) < 2; j-- {
			e := items[i].Entries[j]
			if e.Event != nil && comings(e.Event) && (items[i].Kind != agenda.KindOpening || e.At != "") {
				o.happened = append(o.happened, happening(m, e))
			}
		}
	}
}

// happening is an event in three words: "18:25  Lunt arrived".
func happening(m agenda.Meeting, e *agenda.Entry) string {
	return strings.TrimSpace(e.At.TimeOfDay() + "  " + eventWords(m, e.Event))
}

func first(ids []agenda.ID) agenda.ID {
	if len(ids) == 0 {
		return 0
	}
	return ids[0]
}

// foot is the room in two or three rows, level with the composer.
func (o *outline) foot(a *app, height int, width int) []string {
	var l line
	count, rest, _ := strings.Cut(o.presence, " ")
	if width == foldedAgenda {
		voting, _, _ := strings.Cut(strings.TrimPrefix(rest, "of "), " ")
		rows := []string{l.to(2).add(a.st.strong, count).add(a.st.text, "/"+voting).String()}
		if o.short != "" {
			rows = append(rows, blanks(2)+a.st.caution.s("quorum"))
		}
		return rows
	}
	if o.quorum != "" && 2+cells(o.presence)+3+cells(o.quorum) > width {
		rest = strings.TrimSuffix(rest, " present") // the quorum says more than the word
	}
	l.to(2).add(a.st.strong, count).add(a.st.text, " "+rest)
	if o.quorum != "" && l.n+3+cells(o.quorum) <= width {
		l.add(a.st.muted, " "+glyphDot+" "+cut(o.quorum, width-l.n-3))
	}
	rows := []string{l.String()}
	if o.short != "" && len(rows) < height {
		rows = append(rows, blanks(2)+a.st.caution.s(cut(o.short, width-2)))
	}
	if o.chair != "" && len(rows) < height {
		rows = append(rows, blanks(2)+a.st.text.s(cut(shown(o.chair), width-2)))
	}
	for _, h := range o.happened {
		if len(rows) < height {
			rows = append(rows, blanks(2)+a.st.muted.s(cut(shown(h), width-2)))
		}
	}
	return rows
}
