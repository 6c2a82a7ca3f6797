package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// wideBody is the width from which the sections stand at the left.
const wideBody = 100

// sectionsWide is the column of the rule behind them.
const sectionsWide = 29

// bodyPane is a part of the body screen while it is drawn: its rows, where the
// cursor is, and what can be clicked.
type bodyPane struct {
	a      *app
	width  int
	rows   []string
	cursor *tea.Cursor
	hits   []bodyHit
}

// bodyHit is where something stands that can be clicked.
type bodyHit struct {
	y, from, to int
	kind        bodyHitKind
	i           int
}

// bodyHitKind is what was clicked.
type bodyHitKind int

const (
	hitSection bodyHitKind = iota
	hitRow
	hitField
)

func (p *bodyPane) add(rows ...string) { p.rows = append(p.rows, rows...) }

// hit notes what the next row holds between two columns.
func (p *bodyPane) hit(kind bodyHitKind, i, from, to int) {
	p.hits = append(p.hits, bodyHit{len(p.rows), from, to, kind, i})
}

// grey adds a text in grey at the text edge, wrapped.
func (p *bodyPane) grey(text string) {
	left := p.left()
	for _, r := range wrap(shown(text), min(64, p.width-left-margin(p.a.width))) {
		p.add(blanks(left) + p.a.st.muted.s(r))
	}
}

// left is the text edge.
func (p *bodyPane) left() int { return margin(p.a.width) + 2 }

// View draws the sections and one of them beside or below.
func (s *bodyScreen) View(a *app, width, height int) page {
	p := page{Title: bodyName(s.body.Name, width), Where: s.where(), Right: s.saved(a), Band: a.stuckBand()}
	if !s.known {
		if p.Title = "Body"; s.trouble != "" {
			p.Rows = []string{"", blanks(margin(width)+2) + a.st.text.s(cut(shown(s.trouble), width-2*margin(width)-2))}
		}
		return p
	}
	height -= boolInt(height > 10)
	if width >= wideBody {
		p.Joins = []int{sectionsWide}
		s.beside(a, &p, width, height)
		return p
	}
	pane := bodyPane{a: a, width: width}
	s.sectionLine(&pane)
	s.pane(&pane, height)
	s.hits, p.Rows, p.Cursor = pane.hits, pane.rows, pane.cursor
	return p
}

// beside draws the sections at the left of a rule.
func (s *bodyScreen) beside(a *app, p *page, width, height int) {
	left, right := bodyPane{a: a, width: sectionsWide}, bodyPane{a: a, width: width - sectionsWide - 1}
	if a.airy() {
		left.add("")
		right.add("")
	}
	s.sectionList(&left)
	s.pane(&right, height)
	for i := range height {
		var l, r string
		if i < len(left.rows) {
			l = left.rows[i]
		}
		if i < len(right.rows) {
			r = right.rows[i]
		}
		p.Rows = append(p.Rows, pad(l, sectionsWide)+a.st.faint.s(glyphBar)+r)
	}
	s.hits = left.hits
	for _, h := range right.hits {
		h.from, h.to = h.from+sectionsWide+1, h.to+sectionsWide+1
		s.hits = append(s.hits, h)
	}
	if p.Cursor = right.cursor; p.Cursor != nil {
		p.Cursor.X += sectionsWide + 1
	}
}

func (s *bodyScreen) where() string {
	profile := cmp.Or(s.body.Style.Profile, "council") + " style"
	if s.body.Code == "" {
		return profile
	}
	return s.body.Code + " " + glyphDot + " " + profile
}

// saved is whether all is in the book, at the right of the header.
func (s *bodyScreen) saved(a *app) []part {
	if !s.known {
		return nil
	}
	return []part{savingPart(a, s.saver)}
}

// pane draws the section: its title, its table or form, and a note below.
func (s *bodyScreen) pane(p *bodyPane, height int) {
	if p.a.width >= wideBody {
		s.paneTitle(p)
	}
	var note bodyPane
	if height >= 18 {
		note = bodyPane{a: p.a, width: p.width}
		note.grey(s.sec().note)
	}
	room := height - len(note.rows) - boolInt(len(note.rows) > 0)
	switch {
	case s.form(), s.edit != nil && !s.inTable(p):
		s.formView(p, room)
	default:
		s.table(p, room)
	}
	if len(note.rows) > 0 && len(p.rows) <= room {
		for len(p.rows) < height-len(note.rows) {
			p.add("")
		}
		p.add(note.rows...)
	}
	p.rows = p.rows[:min(len(p.rows), height)]
}

// inTable is whether a row is changed where it stands. A field that the table
// has no column for then takes the place of another.
func (s *bodyScreen) inTable(p *bodyPane) bool {
	return s.sec().inline && p.width >= s.sec().fields[seatFrom].from
}

func (s *bodyScreen) paneTitle(p *bodyPane) {
	a := p.a
	facts := ""
	rows := s.rows(a)
	former := 0
	for _, r := range rows {
		former += boolInt(r.group != "")
	}
	switch {
	case s.form():
	case s.edit != nil && s.edit.row.at < 0:
		facts = "new " + s.sec().one
	case s.edit != nil && !s.inTable(p):
		facts = fmt.Sprintf("%s %d of %d", s.sec().one, s.at+1, len(rows))
	case former > 0:
		facts = fmt.Sprintf("%d now, %d former", len(rows)-former, former)
	default:
		facts = count(len(rows), s.sec().one, s.sec().one+"s")
	}
	var l line
	l.to(p.left()).add(a.st.strong, s.sec().name)
	if former == 0 && len(rows) == 0 {
		facts = ""
	}
	l.to(p.width-margin(a.width)-cells(facts)).add(a.st.muted, facts)
	p.add(l.String(), "")
}

// preview is the fields of a row that its table has no room for.
func (s *bodyScreen) preview(p *bodyPane) []string {
	r, ok := s.row(p.a)
	if !ok || s.sec().inline || !s.inside {
		return nil
	}
	a, left := p.a, p.left()
	var out []string
	for i, f := range s.sec().fields {
		if !f.long || strings.TrimSpace(r.values[i]) == "" {
			continue
		}
		at := left + labelWidth(a.width)
		label := f.label
		for _, text := range wrapLines(r.values[i], min(64, p.width-at-margin(a.width))) {
			var l line
			l.to(left).add(a.st.muted, label).to(at)
			a.withFields(&l, text)
			label = ""
			out = append(out, l.String())
		}
	}
	return out
}

// bodyColumns is the fields of a section that a table of that width shows.
func bodyColumns(sec *bodySection, width int) []int {
	var out []int
	for i, f := range sec.fields[:min(sec.first, len(sec.fields))] {
		if width >= f.from {
			out = append(out, i)
		}
	}
	return slices.Clip(out)
}

// wrapLines is a text from data in rows, its own line breaks kept.
func wrapLines(text string, width int) []string {
	var rows []string
	for _, l := range strings.Split(text, "\n") {
		rows = append(rows, wrap(shown(l), width)...)
	}
	return rows
}

// withFields adds a text in which ‹words› to fill stand out.
func (a *app) withFields(l *line, text string) {
	for text != "" {
		from := strings.Index(text, "‹")
		to := strings.Index(text, "›")
		if from < 0 || to < from {
			break
		}
		to += len("›")
		l.add(a.st.text, text[:from]).add(a.st.accent, text[from:to])
		text = text[to:]
	}
	l.add(a.st.text, text)
}
