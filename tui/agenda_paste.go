package tui

import (
	"regexp"
	"slices"
	"strings"

	"minutebook/agenda"
)

// paste puts a text into the focused row. One of many lines is an agenda: each
// line gets a row, the number before it is its number, how far it is indented
// its level.
func (g *agendaList) paste(text string) {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	if !strings.Contains(strings.Trim(text, "\n"), "\n") {
		if g.row() == nil {
			g.insert()
		}
		was := g.ed.Text()
		g.ed.Insert(strings.TrimSpace(text))
		g.retitle(was)
		return
	}
	g.settle()
	g.note()
	at := 0
	if r := g.row(); r != nil {
		at = g.at + 1
		if r.blank() {
			g.rows = slices.Delete(g.rows, g.at, g.at+1)
			at = g.at
		}
	}
	rows := pastedRows(text, g.bare)
	g.rows = slices.Insert(g.rows, at, rows...)
	g.fit(at, at+len(rows))
	g.at = max(0, at+len(rows)-1)
	g.show()
}

// firmNumber is a number before an item that cannot be anything else: 1. and
// 2) and 4.1 and 196/20 and 7a. softNumber is one that could be the first word
// of a title too.
var (
	firmNumber = regexp.MustCompile(`^\(?(\d{1,4}(?:[./]\d+)*[a-z]{0,3})(?:[.)]+[ \t]+|\t+)|^(\d{1,4}(?:[./]\d+)+[a-z]{0,3}|\d{1,3}[a-z])[ ]+`)
	softNumber = regexp.MustCompile(`^(\d{1,3})[ ]+`)
	bullet     = regexp.MustCompile(`^[-•*·–][ \t]+`)
)

// pastedRows reads an agenda from lines of text. bare is whether the agenda they
// come to has no numbers.
func pastedRows(text string, bare bool) []agendaRow {
	var rows []agendaRow
	var indents []int
	lines := slices.DeleteFunc(strings.Split(text, "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })
	soft := !slices.ContainsFunc(lines, func(l string) bool {
		l = strings.TrimSpace(l)
		return !softNumber.MatchString(l) && !firmNumber.MatchString(l)
	})
	for _, l := range lines {
		words := strings.TrimSpace(l)
		deep := indent(l)
		for len(indents) > 0 && indents[len(indents)-1] >= deep {
			indents = indents[:len(indents)-1]
		}
		indents = append(indents, deep)
		r := agendaRow{item: agenda.Item{Level: len(indents)}, own: bare}
		words = bullet.ReplaceAllString(words, "")
		number := firmNumber.FindStringSubmatch(words)
		if number == nil && soft {
			number = softNumber.FindStringSubmatch(words)
		}
		if number != nil {
			words = words[len(number[0]):]
			r.item.Number = strings.Join(number[1:], "")
			r.item.Level = max(r.item.Level, 1+strings.Count(r.item.Number, "."))
		}
		r.item.Title = agenda.CleanLine(words)
		rows = append(rows, r)
	}
	ownNumbers(rows)
	return rows
}

// ownNumbers settles which of the numbers that were pasted are more than the
// place of a line in its list.
func ownNumbers(rows []agendaRow) {
	items := make([]agenda.Item, len(rows))
	for i, r := range rows {
		items[i] = r.item
	}
	for i, own := range agenda.OwnNumbers(items) {
		if rows[i].item.Number != "" {
			rows[i].own = own
		}
	}
}

// indent is how far a line is indented, in cells.
func indent(line string) int {
	n := 0
	for _, r := range line {
		switch r {
		case ' ', '\u00a0':
			n++
		case '\t':
			n += 4 - n%4
		default:
			return n
		}
	}
	return n
}
