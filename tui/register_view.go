package tui

import (
	"strings"

	"minutebook/agenda"
)

// widePreview is the width from which a resolution stands beside its list.
const widePreview = 120

func (r *register) View(a *app, width, height int) page {
	l := &r.list
	where := "every resolution of " + a.book
	if name := l.filterName(); name != "" {
		where = name + " · " + a.book
	}
	p := page{Title: "Register", Where: where, Right: []part{{text: r.counted(), style: a.st.text, keep: true}}}
	left, height := width, height-1
	if r.alone = width < widePreview; !r.alone && l.page.Hits > 0 {
		left = width * 3 / 5
		p.Joins = []int{left}
	}
	l.begin(a, &p, left, "newest first")
	if a.airy() && l.page.Hits > 0 {
		p.Rows = append(p.Rows, r.heads(a, left))
	}
	preview := r.preview(a, width, left)
	rows := height - len(p.Rows)
	if p.Joins == nil && height >= 14 && len(preview) > 0 {
		below := min(len(preview), max(5, rows/3))
		rows -= below
		preview = preview[:below]
	} else if p.Joins == nil {
		preview = nil
	}
	p.Rows = append(p.Rows, r.rows(a, left, rows, len(p.Rows))...)
	switch {
	case p.Joins != nil:
		p.Rows = a.paned(p.Rows, preview, left, height)
	case preview != nil:
		for len(p.Rows) < height-len(preview) {
			p.Rows = append(p.Rows, "")
		}
		p.Rows = append(p.Rows, preview...)
	}
	return p
}

// counted is how many of how many are listed.
func (r *register) counted() string {
	page := r.list.page
	switch {
	case !r.list.known:
		return ""
	case page.Hits == page.Total && page.Total == 1:
		return "1 resolution"
	case page.Hits == page.Total:
		return thousands(page.Total) + " resolutions"
	}
	return thousands(page.Hits) + " of " + thousands(page.Total)
}

// paned sets rows of a second pane behind a rule.
func (a *app) paned(rows, pane []string, left, height int) []string {
	for len(rows) < height {
		rows = append(rows, "")
	}
	for i := range rows[:height] {
		rows[i] = pad(rows[i], left) + a.st.faint.s(glyphBar)
		if at := i - 1; at >= 0 && at < len(pane) {
			rows[i] += "  " + pane[at]
		}
	}
	return rows
}

// columns is where a row's code, item and words begin; an item column of 0 has
// no room.
func (r *register) columns(a *app, width int) (code, item, words int) {
	date := margin(a.width) + 2
	code = date + 13
	switch {
	case width < 60:
		return 0, 0, date + 13
	case width < 100 && r.alone:
		return code, 0, code + 7
	}
	return code, code + 7, code + 14
}

func (r *register) heads(a *app, width int) string {
	code, item, words := r.columns(a, width)
	var l line
	l.to(margin(a.width)+2).add(a.st.muted, "Date")
	if code > 0 {
		l.to(code).add(a.st.muted, "Body")
	}
	if item > 0 {
		l.to(item).add(a.st.muted, "Item")
	}
	return l.to(words).add(a.st.muted, "Decided").String()
}

// rows draws the part of the list that is on the screen.
func (r *register) rows(a *app, width, height, above int) []string {
	l := &r.list
	l.lines = make([]int, above)
	for i := range l.lines {
		l.lines[i] = -1
	}
	if l.page.Hits == 0 {
		if !l.known && l.trouble == "" {
			return nil
		}
		return l.nothing(a, width, l.page.Total, "resolutions", "No resolutions yet. They appear here as you keep them.")
	}
	l.scroll(height, func(int, int) int { return 0 })
	words := l.query().Words
	var rows []string
	for i := l.top; i < min(l.page.Hits, l.top+height); i++ {
		rows = append(rows, r.row(a, i, width, words))
		l.lines = append(l.lines, i)
	}
	return rows
}

func (r *register) row(a *app, i, width int, words []string) string {
	focused := i == r.list.at
	out := a.pointer(width, focused)
	d, ok := r.list.row(i)
	if !ok {
		return a.st.row(out.add(a.st.muted, glyphCut).String(), width, focused)
	}
	code, item, text := r.columns(a, width)
	out.add(a.st.text, recordDay(d.Date))
	if code > 0 {
		out.to(code).add(a.st.muted, cut(shown(d.Code), 6))
	}
	if item > 0 {
		n := cut(shown(d.Item), 6)
		out.to(item+max(0, 3-cells(n))).add(a.st.muted, n)
	}
	said := d.Said()
	if said == "" {
		said = d.Title
	}
	out.to(text)
	a.underline(out, a.st.text, cut(shown(said), max(1, width-margin(a.width)-text)), words)
	return a.st.row(out.String(), width, focused)
}

// preview is the focused resolution in full: beside the list, or below it
// under a rule that names it.
func (r *register) preview(a *app, width, left int) []string {
	d, ok := r.list.row(r.list.at)
	if !ok {
		return nil
	}
	words := r.list.query().Words
	if left == width {
		m := margin(a.width)
		rows := []string{a.namedRule(facts(strings.TrimSpace(recordDay(d.Date)), itemOf(d.Item, d.Title)), width)}
		for _, row := range a.decision(d, words, min(76, width-2*m), false) {
			rows = append(rows, blanks(m)+row)
		}
		return rows
	}
	measure := min(76, width-left-3-margin(a.width))
	item := ""
	if d.Item != "" {
		item = "item " + d.Item
	}
	rows := wrap(shown(d.Title), measure)
	for i := range rows {
		rows[i] = a.st.strong.s(rows[i])
	}
	for _, row := range wrap(shown(facts(d.Body, strings.TrimSpace(recordDay(d.Date)), item)), measure) {
		rows = append(rows, a.st.muted.s(row))
	}
	return append(append(rows, ""), a.decision(d, words, measure, true)...)
}

// namedRule is a rule with words in it.
func (a *app) namedRule(words string, width int) string {
	var l line
	l.add(a.st.faint, strings.Repeat(glyphRule, margin(a.width))).to(l.n+1).add(a.st.muted, cut(shown(words), width-2*margin(a.width)-4)).to(l.n + 1)
	return l.add(a.st.faint, strings.Repeat(glyphRule, max(0, width-l.n))).String()
}

// decision is the words of a resolution as the minutes have them, what was
// looked for underlined, and that nothing later is recorded.
func (a *app) decision(d *agenda.Decision, words []string, measure int, airy bool) []string {
	verb, lines := d.Lines()
	var rows []string
	if len(lines) == 0 {
		rows = append(rows, a.st.strong.s(shown(verb)))
	}
	for i, part := range lines {
		text, bold, in := part.Text, 0, 3*part.Depth
		if i == 0 && verb != "" {
			text, bold = verb+" – "+text, len(shown(verb))
		} else if i > 0 && airy && part.Depth == 0 {
			rows = append(rows, "")
		}
		for _, row := range wrap(shown(text), max(10, measure-in)) {
			var l line
			l.to(in)
			n := min(bold, len(row))
			l.add(a.st.strong, row[:n])
			a.underline(&l, a.st.text, row[n:], words)
			rows = append(rows, l.String())
			bold = 0
		}
	}
	if airy {
		rows = append(rows, "")
	}
	return append(rows, a.st.muted.s("No later change recorded."))
}
