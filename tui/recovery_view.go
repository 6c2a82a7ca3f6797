package tui

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// sideBySide is the width from which the two texts stand beside each other.
const sideBySide = 80

// View draws the book's text and what was typed after it, side by side or one
// above the other, and below them what can become of them.
func (f *recovery) View(a *app, width, height int) page {
	p := page{Title: "Found again", Told: true}
	if !f.known || len(f.lost) == 0 {
		p.Title, p.Where = "Minutebook", "reading the book"
		return p
	}
	l := f.lost[f.at]
	p.Where, p.Band = f.header(a, l), a.stuckBand()
	if f.of > 1 {
		p.Right = []part{{text: fmt.Sprintf("text %d of %d", l.nth, f.of), style: a.st.text, keep: true}}
	}
	if l.secret() && f.bare {
		p.Band = bandOf(a.guards().Stuck(), &band{Word: "PRIVATE", Text: "These words were typed in private business.", kind: bandPrivate})
	}
	m := margin(width)
	airy := height >= 20
	var rows []string
	if airy {
		rows = append(rows, "")
	}
	for _, r := range wrap(f.told(a, l), min(76, width-2*m)) {
		rows = append(rows, blanks(m)+a.st.text.s(r))
	}
	choices, first := f.choiceRows(a, width), 0
	texts := f.texts(a, l, width)
	if rows = append(rows, ""); height < 14 { // the texts and the focused choice are what counts
		rows = nil
		choices, first = f.fewRows(a, choices, height-min(len(texts), 3)-2, m)
	}
	space := max(2, height-len(rows)-len(choices)-2)
	f.most = max(0, len(texts)-space)
	f.top = min(f.top, f.most)
	texts = texts[f.top:min(len(texts), f.top+space)]
	rows = append(rows, texts...)
	rows = append(rows, f.more(a, m))
	if airy && len(texts) < space {
		rows = append(rows, "")
	}
	f.drawn = map[int]int{}
	for i, r := range choices {
		f.drawn[len(rows)] = first + i
		rows = append(rows, r)
	}
	if l.book() != "" && !f.hides(l) && len(rows)+2 < height {
		rows = append(rows, "", blanks(m+2)+a.st.muted.s(cut("Underlined words are only in what was typed.", width-2*m-2)))
	}
	p.Rows = rows
	return p
}

// more says that a text goes on below what is shown of it.
func (f *recovery) more(a *app, m int) string {
	if f.top >= f.most {
		return ""
	}
	return blanks(m+gutter) + a.st.muted.s(glyphDown+" "+count(f.most-f.top, "row", "rows")+" more: "+a.keys.PaperDown.Help().Key)
}

// header says which meeting and item, as the public may know them: the item
// first where there is no room for all of it.
func (f *recovery) header(a *app, l *lost) string {
	if l.err != nil {
		return "a meeting that cannot be read"
	}
	start, item := l.snap.Record.Open.Start, ""
	if l.Field == "" || l.Item != 0 {
		item = l.where()
	}
	parts := []string{l.body.Name, longDay(start), item}
	switch {
	case a.width < 60:
		parts = []string{item, shortDay(start, a.now()), l.body.Name}
	case a.width < 100:
		parts[1] = shortDay(start, a.now())
	}
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.Join(parts, " "+glyphDot+" ")
}

// at is when the last letter was typed.
func (l *lost) at(a *app) string {
	zone := agenda.ZoneOf(l.snap.Record.Open, l.body)
	if l.err != nil {
		zone = a.now().Location()
	}
	if now := a.now().In(zone); now.Format("20060102") != l.Typed.In(zone).Format("20060102") {
		return l.Typed.In(zone).Format("15:04 on 2 Jan 2006")
	}
	return l.Typed.In(zone).Format("15:04")
}

// book is what the book has in the place of the text; empty: nothing.
func (l *lost) book() string {
	if _, e, ok := l.snap.Record.Find(l.Entry); ok && l.err == nil {
		return notes.TextOf(l.snap.Record, *e)
	}
	return ""
}

func (f *recovery) texts(a *app, l *lost, width int) []string {
	m, book := margin(width), l.book()
	what := "Typed afterwards"
	switch l.Field {
	case "":
	case "vote":
		what = "Typed of a vote"
	case "agenda":
		what = "Typed of the agenda, where it differs"
	default:
		what = "Typed of the " + l.Field
	}
	when := l.at(a) + ", not kept"
	if f.hides(l) {
		return f.hidden(a, l, f.headed(a, what, when, min(width-2*m, 76+gutter), width), width)
	}
	if book == "" {
		column := min(width-2*m, 76+gutter)
		return shifted(append(f.headed(a, what, when, column, width), f.text(a, l.news(), "", column)...), m)
	}
	if width < sideBySide {
		column := width - 2*m
		rows := append([]string{f.heading(a, what, when, column)}, f.text(a, l.Text, book, column)...)
		rows = append(rows, "", f.heading(a, "In the book", "", column))
		return shifted(append(rows, f.text(a, book, "", column)...), m)
	}
	column := (width - 2*m - 5) / 2
	left := append([]string{f.heading(a, "In the book", "", column), ""}, f.text(a, book, "", column)...)
	right := append([]string{f.heading(a, what, when, column), ""}, f.text(a, l.Text, book, column)...)
	rows := make([]string, max(len(left), len(right)))
	for i := range rows {
		var l, r string
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		rows[i] = pad(l, column+2) + a.st.faint.s(glyphBar) + "  " + r
	}
	return shifted(rows, m)
}

// headed is a heading, and a blank row below it where there is room.
func (f *recovery) headed(a *app, words, right string, column, width int) []string {
	rows := []string{f.heading(a, words, right, column)}
	if width >= sideBySide {
		rows = append(rows, "")
	}
	return rows
}

func shifted(rows []string, by int) []string {
	for i, r := range rows {
		rows[i] = blanks(by) + r
	}
	return rows
}

func (f *recovery) heading(a *app, words, right string, width int) string {
	var l line
	l.add(a.st.strong, cut(words, width))
	if width-l.n < cells(right)+2 {
		return l.String()
	}
	return l.to(width-cells(right)).add(a.st.muted, right).String()
}

// text is an entry as the notation has it, its mark in the gutter. Where the book
// has another, what that lacks is underlined.
func (f *recovery) text(a *app, text, other string, width int) []string {
	c, o := newComposer(), newComposer()
	c.SetText(text)
	o.SetText(other)
	words := c.words.Text()
	from, to := 0, 0
	if other != "" {
		from, to = differs(letters(o.words.Text()), letters(words))
	}
	var rows []string
	seen := 0
	for _, r := range wrapLines(words, width-gutter) {
		var l line
		if len(rows) == 0 {
			l.add(a.st.muted, c.mark)
		}
		l.to(gutter)
		for _, run := range runsOf(strings.TrimRight(r, " "), &seen, from, to) {
			i := a.st.text
			if run.new {
				i = i.with(a.st.found)
			}
			l.add(i, run.text)
		}
		rows = append(rows, l.String())
	}
	return rows
}

// letters is a text without its blanks.
func letters(s string) []rune {
	var out []rune
	for _, r := range shown(strings.ReplaceAll(s, "\n", " ")) {
		if !unicode.IsSpace(r) {
			out = append(out, r)
		}
	}
	return out
}

// differs is from which letter to which one a text differs from an older one.
func differs(old, next []rune) (from, to int) {
	for from < min(len(old), len(next)) && old[from] == next[from] {
		from++
	}
	end := 0
	for end < min(len(old), len(next))-from && old[len(old)-1-end] == next[len(next)-1-end] {
		end++
	}
	return from, len(next) - end
}

// markedRun is letters of a row that are new, or that are not.
type markedRun struct {
	text string
	new  bool
}

// runsOf parts a row where new letters begin and end; seen counts the letters of
// the rows before it.
func runsOf(row string, seen *int, from, to int) (out []markedRun) {
	for _, r := range row {
		fresh := *seen >= from && *seen < to
		if unicode.IsSpace(r) {
			fresh = fresh && *seen > from
		} else {
			*seen++
		}
		if n := len(out); n > 0 && out[n-1].new == fresh {
			out[n-1].text += string(r)
		} else {
			out = append(out, markedRun{string(r), fresh})
		}
	}
	return out
}

// choiceRows is a row for each choice: the verb, and what it does in grey.
func (f *recovery) choiceRows(a *app, width int) []string {
	m, wide := margin(width), 0
	choices := f.choices(a)
	for _, c := range choices {
		wide = max(wide, cells(c.verb))
	}
	var rows []string
	for i, c := range choices {
		var l line
		l.to(m)
		if i == f.choice {
			l.add(a.st.pointer, glyphOpen)
		}
		ink := a.st.text
		if i == f.choice {
			ink = a.st.strong
		}
		l.to(m+2).add(ink, c.verb).to(m + 2 + wide + 2)
		if left := width - m - l.n; left > 12 {
			l.add(a.st.muted, cut(c.does, left))
		}
		rows = append(rows, a.st.row(l.String(), width, i == f.choice))
	}
	return rows
}
