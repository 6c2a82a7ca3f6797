package tui

import (
	"cmp"
	"fmt"
	"strings"

	"minutebook/agenda"
)

// View draws the motion, the count, the roll, and the line below them.
func (v *vote) View(a *app, width, height int) page {
	p := page{Title: "Vote", Where: v.where(), Band: v.band(),
		Right: []part{{text: v.l.s.clock(a).TimeOfDay(), style: a.st.text, keep: width >= 60}, savingPart(a, v.l.s)}}
	if width < 60 {
		p.Title = strings.TrimSpace("Vote " + v.facts().labels[v.motion])
	}
	if v.stage == stating {
		v.stateView(a, &p, width, height)
		return p
	}
	foot, cursor := v.foot(a, width, height)
	if a.airy() {
		foot = append(foot, "")
	}
	head := v.head(a, width, height-len(foot))
	p.Rows = append(p.Rows, head...)
	space := height - len(head) - len(foot)
	p.Rows = append(p.Rows, v.rollRows(a, width, space)...)
	for len(p.Rows) < height-len(foot) {
		p.Rows = append(p.Rows, "")
	}
	p.Rows = p.Rows[:max(0, min(len(p.Rows), height-len(foot)))]
	cursor.Y += len(p.Rows)
	p.Rows, p.Cursor = append(p.Rows, foot...), cursor
	return p
}

// where is the body, the item, the motion, and how the vote is taken.
func (v *vote) where() string {
	f := v.facts()
	item := v.l.itemWords(v.item)
	if title := titleOf(f.item); f.item.Number != "" && title != "" {
		item += ", " + title
	}
	facts := []string{v.l.s.body.Name, item}
	if label := f.labels[v.motion]; label != "" {
		facts = append(facts, label)
	}
	switch {
	case v.stage == stating && v.stated.class == agenda.Substantive:
		facts = append(facts, "the motion as amended")
	case v.stage == stating:
		facts = append(facts, "a motion")
	case f.byName:
		facts = append(facts, "recorded by name")
	}
	if v.l.s.body.Name == "" {
		facts = facts[1:]
	}
	return strings.Join(facts, " "+glyphDot+" ")
}

// band says what must not be missed.
func (v *vote) band() *band {
	var private *band
	if it, ok := v.l.s.meeting().Item(v.item); ok && (it.Private() || v.motion.Closed()) {
		private = &band{Word: "PRIVATE", Text: "The vote is private business.", kind: bandPrivate}
	}
	return bandOf(v.l.s.Stuck(), private)
}

// head is who moved what, and the count.
func (v *vote) head(a *app, width, height int) []string {
	m := margin(width)
	var rows []string
	if a.airy() {
		rows = append(rows, "")
	}
	roomy := width >= 60 && height >= 12
	if roomy {
		rows = append(rows, v.movedRow(a, width))
		if a.airy() {
			rows = append(rows, "")
		}
	}
	if e := v.decided(); e != nil && (roomy || !v.facts().byName) {
		most := max(2, height/3)
		if !roomy {
			most = height - 1
		}
		rows = append(rows, v.motionRows(a, e.Text, min(72, width-2*m), most, m)...)
	}
	if a.airy() {
		rows = append(rows, "")
	}
	rows = append(rows, v.countRows(a, width)...)
	if roomy {
		if a.airy() {
			rows = append(rows, "")
		}
		rows = append(rows, a.st.faint.s(strings.Repeat(glyphRule, width)))
	}
	if a.airy() {
		rows = append(rows, "")
	}
	return rows
}

// movedRow is who moved and seconded the motion.
func (v *vote) movedRow(a *app, width int) string {
	var l line
	l.to(margin(width))
	e := v.decided()
	if e == nil {
		return l.add(a.st.muted, "A vote with no motion. "+a.keys.Vote.Help().Key+" states one.").String()
	}
	m := v.l.s.meeting()
	labels, words := [2]string{"Moved", "seconded"}, [2]string{shortNames(m, e.Motion.Movers), shortNames(m, e.Motion.Seconders)}
	if words[0] == "" && words[1] == "" {
		l.add(a.st.muted, "No mover is stated.")
	}
	for i, names := range words {
		if names == "" {
			continue
		}
		if l.n > margin(width) {
			l.to(l.n + 3)
		}
		l.add(a.st.muted, labels[i]).to(l.n+2).add(a.st.text, cut(shown(names), max(8, (width-l.n)/2)))
	}
	if open := v.facts().item.Undecided(); len(open) > 1 && v.editing == nil {
		right := fmt.Sprintf("%d motions wait: ↑↓", len(open))
		l.to(width-margin(width)-cells(right)).add(a.st.muted, right)
	}
	return l.String()
}

// motionRows is the exact words of a motion, never cut: what there is no room
// for is reached by a key.
func (v *vote) motionRows(a *app, text string, measure, most, left int) []string {
	all := wrap(text, measure)
	if v.more = false; len(all) <= most {
		v.top = 0
		most = len(all)
	} else {
		most = max(1, most-1)
		v.top = min(v.top, len(all)-most)
	}
	var rows []string
	for _, row := range all[v.top : v.top+most] {
		rows = append(rows, blanks(left)+a.st.strong.s(shown(strings.TrimRight(row, " "))))
	}
	if len(all) > most {
		below := len(all) - v.top - most
		v.more = below > 0
		words := count(below, "more row", "more rows") + ": " + a.keys.NextItem.Help().Key
		if below == 0 {
			words = "from its beginning: " + a.keys.PrevItem.Help().Key
		}
		rows = append(rows, blanks(left)+a.st.muted.s(words+" "+glyphDot+" "+a.keys.ReadBack.Help().Key+" shows all"))
	}
	return rows
}

// countColumn is one figure with its name.
type countColumn struct{ label, count string }

// countColumns is the figures as typed, or the count of the names, which is no figure
// of the minutes until the clerk makes it one; and which of the two it is.
func (v *vote) countColumns() (columns []countColumn, what string) {
	f := v.facts()
	if len(f.tallies) > 0 {
		for _, t := range f.tallies {
			columns = append(columns, countColumn{t.Choice, cmp.Or(t.Count, "?")})
		}
		return columns, "figures as typed"
	}
	if !f.byName {
		return nil, ""
	}
	choices := append([]string{}, countedChoices...)
	for _, c := range append(choices, agenda.NoVote, agenda.Away, agenda.Conflict, agenda.NotThere) {
		if n := f.counts[c]; n > 0 || c == agenda.For || c == agenda.Against {
			if f.byMode != nil { // figures are to come
				columns = append(columns, countColumn{c, "?"})
				continue
			}
			columns = append(columns, countColumn{c, fmt.Sprint(n)})
		}
	}
	if what = "counted from the names of " + count(len(f.roll.voters), "member", "members"); v.counted {
		what = "the count is kept as figures"
	}
	return columns, what
}

// countRows draws the figures, and in grey which way they lean.
func (v *vote) countRows(a *app, width int) []string {
	f, m := v.facts(), margin(width)
	columns, right := v.countColumns()
	airy, figure := a.airy() && width >= 100, v.figureInk(a)
	if columns == nil {
		rows := []string{blanks(m) + a.st.muted.s(cut(v.ways(width), width-2*m))}
		if airy {
			rows = append(rows, "")
		}
		return rows
	}
	leaning := ""
	if n, known := f.lean(); known && f.byMode == nil && !v.doubtful() {
		leaning = map[int]string{1: "would be carried", -1: "would be lost", 0: "equal votes"}[n]
	}
	end := width - m
	if !airy {
		return []string{v.countLine(a, columns, leaning, m, end)}
	}
	var labels, counts line
	for i, c := range columns {
		labels.to(m+13*i).add(a.st.muted, capital(c.label))
		counts.to(m+13*i).add(figure, c.count)
	}
	labels.to(end-cells(right)).add(a.st.muted, right)
	counts.to(end-cells(leaning)).add(a.st.muted, leaning)
	return []string{labels.String(), counts.String()}
}

// countLine is the figures on one row.
func (v *vote) countLine(a *app, columns []countColumn, leaning string, m, end int) string {
	var l line
	l.to(m)
	for i, c := range columns {
		if i > 0 {
			l.to(l.n + 2)
		}
		l.add(a.st.muted, cut(c.label, max(0, end-l.n-4))).to(l.n+1).add(v.figureInk(a), c.count)
	}
	if v.counted && l.n+13 <= end {
		l.to(l.n+2).add(a.st.muted, "as figures")
	}
	if n := cells(leaning); l.n+n+2 <= end {
		l.to(end-n).add(a.st.muted, leaning)
	}
	return l.String()
}

// figureInk is that of a figure; grey where it does not hold.
func (v *vote) figureInk(a *app) ink {
	if v.doubtful() {
		return a.st.muted
	}
	return a.st.strong
}

// ways is what can be typed, while nothing is.
func (v *vote) ways(width int) string {
	if h := voteHows[v.how]; h.method != "" {
		return capital(h.words) + ", with no names and no figures."
	} else if v.how == howFigures {
		return "Figures: for-against-abstained, like 6-2-1; ? is not known."
	}
	if width < 60 {
		return "all, initials against, or 6-2-1"
	}
	return v.mayVote() + ": all, the initials of those against, or 6-2-1."
}
