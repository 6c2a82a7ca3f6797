package tui

import (
	"slices"
	"strings"

	"minutebook/agenda"
)

// The rows of an agenda in the journal: a line each, with a mark for each level
// below the first, the recommendations of its paper set in below it.
const (
	rowBelow    = ">"
	rowOwn      = " | " // behind a number of its own
	rowParts    = " · " // behind any other
	rowSetsIn   = "  "
	fieldWrites = ": "
)

// draft is the head and the agenda as lines; empty while nothing was changed.
func (s *sheet) draft() string {
	if !s.changed() {
		return ""
	}
	return strings.Join(s.lines(), "\n")
}

// lines is the head and the agenda, a line each.
func (s *sheet) lines() (lines []string) {
	for _, f := range s.fields {
		lines = append(lines, f.label+fieldWrites+f.text())
	}
	for _, r := range s.list.rows {
		lines = append(lines, r.draft())
		if p := r.item.Paper; p != nil {
			for _, words := range p.Recommends {
				lines = append(lines, rowSetsIn+agenda.CleanLine(words))
			}
		}
	}
	return lines
}

// draft is a row as a line.
func (r agendaRow) draft() string {
	parts := rowParts
	if r.own {
		parts = rowOwn
	}
	return strings.Repeat(rowBelow, max(0, r.item.Level-1)) + agenda.CleanLine(r.item.Number) + parts + agenda.CleanLine(r.item.Title)
}

// rowOf is what draft wrote; not ok: it is no row.
func rowOf(text string) (r agendaRow, ok bool) {
	rest := strings.TrimLeft(text, rowBelow)
	at := strings.Index(rest, rowParts)
	if own := strings.Index(rest, rowOwn); own >= 0 && (at < 0 || own < at) {
		at, r.own = own, true
	}
	if at < 0 {
		return r, false
	}
	r.item = agenda.Item{Number: rest[:at], Title: rest[at+len(rowParts):], Level: 1 + len(text) - len(rest)}
	if r.own {
		r.item.Title = rest[at+len(rowOwn):]
	}
	return r, true
}

// TakeBack puts in what draft wrote.
func (s *sheet) TakeBack(text string) {
	lines := strings.Split(text, "\n")
	for _, f := range s.fields {
		words, ok := strings.CutPrefix(lines[0], f.label+fieldWrites)
		if !ok || len(lines) == 1 {
			continue
		}
		if lines = lines[1:]; words != f.text() {
			f.rows[0].ed.SetText(words)
			f.touched = true
		}
	}
	s.list.takeBack(lines)
}

// takeBack makes the rows those of the lines. A row is known again by its title,
// else by its number; one that must not go without a question stays.
func (g *agendaList) takeBack(lines []string) {
	g.note()
	left := slices.Clone(g.rows)
	var rows []agendaRow
	for _, l := range lines {
		row, ok := rowOf(l)
		switch n := len(rows); {
		case strings.HasPrefix(l, rowSetsIn) && n > 0:
			var p agenda.Paper
			if rows[n-1].item.Paper != nil {
				p = *rows[n-1].item.Paper
			}
			p.Recommends = append(p.Recommends, strings.TrimPrefix(l, rowSetsIn))
			rows[n-1].item.Paper = &p
		case ok:
			rows = append(rows, row)
		}
	}
	for _, same := range []func(x, y *agendaRow) bool{
		func(x, y *agendaRow) bool { return agenda.CleanLine(x.item.Title) == y.item.Title },
		func(x, y *agendaRow) bool { return x.item.Number != "" && x.item.Number == y.item.Number },
	} {
		for i := range rows {
			at := slices.IndexFunc(left, func(r agendaRow) bool { return rows[i].item.ID == 0 && r.item.ID != 0 && same(&r, &rows[i]) })
			if at >= 0 {
				rows[i] = left[at].saying(rows[i])
				left = slices.Delete(left, at, at+1)
			}
		}
	}
	for _, r := range left {
		if r.stays != "" || r.asks != "" {
			rows = append(rows, r)
		}
	}
	g.rows = rows
	g.show()
}

// saying is a row with the number, the title, the level and the recommendations
// that were typed.
func (r agendaRow) saying(as agendaRow) agendaRow {
	typed := as.item
	r.item.Title, r.item.Level = typed.Title, typed.Level
	if r.own = r.own || as.own; r.own {
		r.item.Number = typed.Number
	}
	if typed.Paper == nil {
		return r
	}
	var p agenda.Paper
	if r.item.Paper != nil {
		p = *r.item.Paper
	}
	p.Recommends = typed.Paper.Recommends
	r.item.Paper = &p
	return r
}

// draftsItem begins the draft of an item.
const draftsItem = "Item: "

// draft is what was typed of one item, a line a field; empty: nothing was.
func (s *itemSheet) draft() string {
	if !s.touched() {
		return ""
	}
	text := draftsItem + s.title.text()
	for _, f := range s.fields {
		for _, r := range f.rows {
			if f.touched && !r.ed.Empty() {
				text += "\n" + f.label + fieldWrites + r.ed.Text()
			}
		}
	}
	return text
}

// TakeBack puts in what draft wrote.
func (s *itemSheet) TakeBack(text string) {
	taken := map[*field][]*formRow{}
	for _, l := range strings.Split(text, "\n")[1:] {
		for _, f := range s.fields {
			if words, ok := strings.CutPrefix(l, f.label+fieldWrites); ok {
				taken[f] = append(taken[f], newFormRow(words, -1))
				break
			}
		}
	}
	for f, rows := range taken {
		f.rows, f.at, f.touched = rows, 0, true
	}
}
