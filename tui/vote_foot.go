package tui

import (
	"cmp"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// foot is the line, what it was understood as, and the outcome. The cursor is
// relative to its first row.
func (v *vote) foot(a *app, width, height int) ([]string, *tea.Cursor) {
	left := margin(width)
	ed, in := v.field(), left+gutter
	ed.SetWidth(width - in - left - 1)
	var typed line
	typed.to(left).add(a.st.accent, "/").to(in).add(ink{}, strings.Join(ed.Rows(0, 1), ""))
	_, col := ed.Cursor()
	rows := []string{v.rule(a, width), typed.String()}
	small := height < 12
	said := v.saidRows(a, width, in, small)
	switch {
	case small && len(said) > 0:
		return append(rows, said[:1]...), newBar(in+col, 1)
	case small:
		return append(rows, blanks(in)+v.choiceLine(a, "", v.outcomes(), v.shownOutcome(), width-in-left)), newBar(in+col, 1)
	}
	rows = append(rows, said...)
	for (len(rows) < 4 && a.airy()) || len(rows) < 3 {
		rows = append(rows, "")
	}
	var hows []string
	for _, h := range voteHows {
		hows = append(hows, h.words)
	}
	rows = append(rows, blanks(in)+v.choiceLine(a, "Outcome", v.outcomes(), v.shownOutcome(), width-in-left))
	return append(rows, blanks(in)+v.choiceLine(a, "How", hows, v.shownHow(), width-in-left)), newBar(in+col, 1)
}

// rule is the line above what is typed.
func (v *vote) rule(a *app, width int) string {
	left := margin(width)
	kind, right := "vote", v.keeps()
	if v.editing != nil {
		kind = "changing the vote"
	}
	if v.field() == v.words {
		kind = "result in other words"
	}
	var r line
	r.add(a.st.faint, strings.Repeat(glyphRule, left)).to(left+1).add(a.st.pointer, kind).to(r.n + 1)
	right = cut(right, max(8, width-r.n-6))
	r.add(a.st.faint, strings.Repeat(glyphRule, max(1, width-r.n-cells(right)-left-2)))
	return r.to(r.n+1).add(a.st.muted, right).to(r.n+1).add(a.st.faint, strings.Repeat(glyphRule, left)).String()
}

// outcomes is the outcomes to choose from, other words as they are typed.
func (v *vote) outcomes() []string {
	list := append([]string(nil), voteOutcomes...)
	if v.shownOutcome() == outcomeOther && v.result() != "" {
		list[outcomeOther] = "“" + cut(v.result(), 30) + "”"
	}
	return list
}

// shownHow is how the vote would be kept: as typed, else as chosen.
func (v *vote) shownHow() int {
	f := v.facts()
	for i, h := range voteHows {
		if f.method != "" && h.method == f.method {
			return i
		}
	}
	if f.method == "" && f.figures && !f.byName && v.how == 0 {
		return howFigures
	}
	return v.how
}

// choiceLine is words to choose from on one row, from where the chosen one can
// be seen; where not all can, it says which of how many that is.
func (v *vote) choiceLine(a *app, label string, words []string, at, width int) string {
	if l, last := v.choicesFrom(a, label, words, at, 0, width); last == len(words)-1 {
		return l.String()
	}
	nth := fmt.Sprintf("%d of %d", at+1, len(words))
	for from := 0; ; from++ {
		l, last := v.choicesFrom(a, label, words, at, from, width-cells(nth)-2)
		if last >= at || from >= at {
			return l.to(max(l.n+2, width-cells(nth))).add(a.st.muted, nth).String()
		}
	}
}

// choicesFrom is the words from one on that have room, and the last of them.
func (v *vote) choicesFrom(a *app, label string, words []string, at, from, width int) (l *line, last int) {
	l = &line{}
	chosen := a.st.strong
	if v.doubtful() {
		chosen = a.st.muted
	}
	if label != "" {
		l.add(a.st.muted, label).to(9)
	}
	if from > 0 {
		l.to(l.n+2).add(a.st.muted, glyphCut).to(l.n + 1)
	}
	last = from - 1
	for i, word := range words[from:] {
		room := 2 // for what says that there are more
		if from+i == len(words)-1 {
			room = 0
		}
		if l.n+2+cells(word)+room > width {
			break
		}
		if last = from + i; last == at {
			l.add(a.st.pointer, glyphOpen).to(l.n+1).add(chosen, word)
		} else {
			l.to(l.n+2).add(a.st.muted, word)
		}
		l.to(l.n + 1)
	}
	if last < len(words)-1 {
		l.add(a.st.muted, " "+glyphCut)
	}
	return l, last
}

// saidRows is what is wrong, the people a word can mean, or what the last word
// was understood as.
func (v *vote) saidRows(a *app, width, in int, small bool) []string {
	f := v.facts()
	space := width - in - margin(width)
	put := func(i ink, words string) []string {
		rows := wrap(shown(words), space)
		for n, row := range rows {
			rows[n] = blanks(in) + i.s(row)
		}
		return rows
	}
	switch {
	case v.problem != "":
		return put(a.st.caution, v.problem)
	case f.unclear == nil && v.caution() != "":
		return put(a.st.caution, v.caution())
	case f.unclear != nil:
		return v.unclearRows(a, f.unclear, width, in, small)
	}
	if last := f.last; last != nil && v.field() == v.line && !small {
		w := f.roll.voters[last.who]
		var l line
		l.to(in).add(a.st.muted, last.typed).to(l.n+3).add(a.st.text, w.filed).to(l.n+3).add(a.st.muted, last.choice)
		return []string{l.String()}
	}
	if c := v.casting(); c != nil && !small {
		who := shortNames(v.l.s.meeting(), []agenda.Who{c.Who})
		words := "Casting vote: " + cmp.Or(who, "nobody is named") + ", " + cmp.Or(c.Choice, "not known how") + ". casting: NAME for says another."
		return put(a.st.muted, words)[:1]
	}
	if v.line.Empty() && v.field() == v.line && !small {
		return put(a.st.muted, v.hint())[:1]
	}
	return nil
}

// unclearRows is the people that a word can mean.
func (v *vote) unclearRows(a *app, u *unclear, width, in int, small bool) []string {
	f := v.facts()
	most := 5
	if small {
		most = 1
	}
	v.at = min(v.at, len(u.who)-1)
	from := max(0, v.at-most+1)
	var rows []string
	for i := from; i < min(len(u.who), from+most); i++ {
		w, name := f.roll.voters[u.who[i]], a.st.text
		var l line
		l.to(in - 2)
		if i == v.at {
			l.add(a.st.pointer, glyphOpen)
			name = a.st.strong
		}
		l.to(in).add(name, w.filed).to(l.n+3).add(a.st.muted, w.initials)
		if i == from {
			l.to(l.n+3).add(a.st.muted, fmt.Sprintf("“%s” can be %d people", u.typed, len(u.who)))
		}
		rows = append(rows, a.st.row(l.String(), width, i == v.at))
	}
	return rows
}

// newBar is the cursor of a field.
func newBar(x, y int) *tea.Cursor {
	c := tea.NewCursor(x, y)
	c.Shape, c.Blink = tea.CursorBar, false
	return c
}
