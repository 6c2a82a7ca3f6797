package notes

import (
	"strings"

	"minutebook/agenda"
)

// table is a block of rows: a table, or more rows of the one that ends the
// item where the block was typed by itself.
func (s *scribe) table(u *unit) {
	var rows [][]string
	for _, r := range u.rows {
		rows = append(rows, cells(r.text, u.pasted))
	}
	if last := s.last(); s.joins && s.prefix == nil && s.number == "" && last != nil && last.Table != nil {
		e, t := *last, *last.Table
		t.Rows = append(t.Rows[:len(t.Rows):len(t.Rows)], rows...)
		e.Table = &t
		s.replace(e)
		return
	}
	caption := s.capt
	s.capt = ""
	s.entry(agenda.Entry{Kind: agenda.Tabulation, Table: &agenda.Table{Caption: caption, Rows: rows}}, u.frag())
}

func cells(text string, pasted bool) []string {
	var out []string
	if pasted {
		for cell := range strings.SplitSeq(text, "\t") {
			out = append(out, agenda.CleanLine(cell))
		}
		return out
	}
	f := frag{s: strings.TrimPrefix(text, "|")}
	for _, cell := range f.split('|') {
		out = append(out, unescape(cell.s, inBars))
	}
	if len(out) > 1 && out[len(out)-1] == "" {
		out = out[:len(out)-1] // the trailing bar
	}
	return out
}

func writeRow(cells []string) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString("| " + escape(agenda.CleanLine(c), inBars) + " ")
	}
	return b.String() + "|"
}

// list is points with no line above: an entry of its own, or more points of
// the entry that ends the item where they were typed by themselves.
func (s *scribe) list(u *unit) {
	last := s.last()
	switch {
	case !s.joins || s.number != "" || last == nil || last.Table != nil || last.Interest != nil || last.Election != nil:
		s.entry(agenda.Entry{Kind: agenda.Narrative, Points: s.points(u.points)}, u.frag())
	case last.Resolution != nil:
		e, res := *last, *last.Resolution
		res.Parts = s.graft(res.Parts, u.points, 1)
		e.Resolution = &res
		s.replace(e)
	default:
		e := *last
		e.Points = s.graft(e.Points, u.points, 0)
		s.replace(e)
	}
}

// graft adds points below those that are there, a level down for each two
// blanks of indent.
func (s *scribe) graft(to []agenda.Point, rows []row, level int) []agenda.Point {
	for _, r := range rows {
		text := strings.Trim(r.text, " \n")
		if text == "" {
			s.problems = append(s.problems, Problem{Line: r.line, Col: r.col, Found: "- alone", Expected: "words behind it"})
			continue
		}
		for depth := level + (r.indent+1)/2; depth >= 0; depth-- {
			if grown, ok := hang(to, depth, agenda.Point{Text: text}, false); ok {
				to = grown
				break
			}
		}
	}
	return to
}
