package tui

import (
	"fmt"
	"math"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// typing is the composer: its rule, its words, and what is wrong with them.
// The cursor is relative to its first row.
func (l *live) typing(a *app, lay layout, width, height int) ([]string, *tea.Cursor) {
	if l.finding.on {
		return l.findLine(a, lay, width)
	}
	textWidth := lay.measure - gutter
	l.comp.words.SetWidth(textWidth)
	most := max(2, height/3)
	var wrong []string
	switch {
	case l.problem != "":
		wrong = paint(a.st.caution, wrap(l.problem, textWidth))
	case a.message != "" && !l.fitsRule(a, lay, width, a.message):
		wrong = paint(l.s.saying(a, a.message), wrap(shown(a.message), textWidth))
	}
	wrong = wrong[:min(len(wrong), max(1, most-1))]
	row, col := l.comp.words.Cursor()
	n := min(l.comp.words.Height(), max(1, most-len(wrong)))
	from := max(0, row-n+1)
	l.drawn.typed = from
	words := l.comp.words.Rows(from, n)
	rows := []string{l.rule(a, lay, width)}
	for i, text := range words {
		mark := ""
		if i == 0 {
			mark = l.inks(a).mark.s(l.comp.mark)
		}
		rows = append(rows, pad(mark, gutter)+l.marked(a, from+i, strings.ReplaceAll(text, "\t", " ")))
	}
	if l.comp.words.Empty() && len(rows) == 2 {
		rows[1] = pad(l.inks(a).mark.s(l.comp.mark), gutter) + " " + a.st.muted.s(cut(shown(l.hint()), textWidth-1))
	}
	for _, w := range wrong {
		rows = append(rows, blanks(gutter)+w)
	}
	for len(rows) < 3 {
		rows = append(rows, "")
	}
	cursor := tea.NewCursor(lay.mark+gutter+col, 1+row-from)
	cursor.Shape, cursor.Blink = tea.CursorBar, false
	return rows, cursor
}

// marked is a row of the words with what is selected in it standing out.
func (l *live) marked(a *app, row int, text string) string {
	return selected(a, l.comp.words, row, text)
}

// hint is what may be typed in an empty line: the marks, or what the house says
// before the words, so that they are typed as its sentence goes on.
func (l *live) hint() string {
	style := l.house()
	words := map[string]string{
		"": "?  *  >  !  +  |  -  %  /", "+": "who: what is to be done; due when", "|": "cell | cell | cell", "%": "never published",
	}[l.comp.mark]
	before := map[string]agenda.Wording{">": style.Response, ">>": style.Further, "*": style.Comment}[l.comp.mark].House
	if style.Rendering != agenda.Labelled && before != "" {
		words = strings.TrimSpace(before) + " " + glyphCut
	}
	return words
}

// composing is the inks of the composer.
type composing struct{ mark, kind ink }

// inks is the accent, or what is private where the words will be.
func (l *live) inks(a *app) composing {
	if l.drawn.secret {
		return composing{a.st.private, a.st.secret}
	}
	return composing{a.st.accent, a.st.pointer}
}

// fitsRule is whether words have room at the right of the composer's rule.
func (l *live) fitsRule(a *app, lay layout, width int, words string) bool {
	return cells(shown(words)) <= ruleSpace(lay, width)-cells(l.kindSaid(a))-8
}

// kindSaid is what is being typed, for the left of the rule.
func (l *live) kindSaid(a *app) string {
	kind := l.understood(a)
	if l.editing.none() {
		return kind
	}
	return "changing " + kind
}

// rule is the line above the composer: what is being typed at its left, where
// it goes at its right, and there too the one place for messages.
func (l *live) rule(a *app, lay layout, width int) string {
	kind, right := l.kindSaid(a), l.destination()
	elsewhere := l.toElsewhere()
	if l.drawn.secret {
		right += ", private"
	}
	switch m := l.s.meeting(); {
	case elsewhere: // is said alone
	case l.look == 0 && lay.agenda > 0 && m.Current() != 0:
		right += fmt.Sprintf(" %s %d min", glyphDot, m.Minutes(m.Current(), l.s.clock(a)))
	case lay.agenda == 0 && l.look == 0:
		right = strings.TrimSuffix(l.outline.presence, " present")
	}
	if to := l.whither(); to != "" && !elsewhere {
		right = to
	}
	if words, then, ok := l.exempting(ruleSpace(lay, width)); ok {
		return l.ruled(a, lay, width, words, then, a.st.caution)
	}
	told := a.st.muted
	switch {
	case elsewhere && l.exposes():
		return l.ruled(a, lay, width, kind, right, a.st.caution)
	case lay.agenda == 0 && l.look == 0 && l.outline.short != "":
		right, told = l.outline.short, a.st.caution
	}
	if a.message != "" && l.fitsRule(a, lay, width, a.message) {
		right, told = a.message, l.s.saying(a, a.message)
	}
	return l.ruled(a, lay, width, kind, right, told)
}

// ruled is the rule with words at both ends.
func (l *live) ruled(a *app, lay layout, width int, kind, right string, told ink) string {
	tail := ruleTail(width)
	var r line
	switch {
	case lay.agenda == 0 && l.thick(math.MaxInt):
		r.add(a.st.private, glyphPrivate).to(2)
	case lay.agenda == 0:
		r.add(a.st.faint, glyphRule).to(2)
	}
	const least = 8 // for either of them
	space := ruleSpace(lay, width)
	right = shown(right)
	r.add(l.inks(a).kind, cut(kind, max(least, space-r.n-min(least, cells(right))-5))).to(r.n + 1)
	right = cut(right, max(least, space-r.n-4))
	line := max(1, space-r.n-cells(right)-2)
	r.add(a.st.faint, strings.Repeat(glyphRule, line)).to(r.n+1).add(told, right).to(r.n + 1)
	return r.add(a.st.faint, strings.Repeat(glyphRule, tail)).String()
}

// ruleTail is how far the rule goes on behind its words.
func ruleTail(width int) int {
	if width >= 120 {
		return 5
	}
	return 1
}

// ruleSpace is the cells of the rule for words, the line between them included.
func ruleSpace(lay layout, width int) int {
	if lay.agenda == 0 {
		return width - ruleTail(width)
	}
	return width - lay.bar - 3 - ruleTail(width)
}

// kindWords names what is being typed, as people call it.
func kindWords(c *composer) string {
	words := map[agenda.Kind]string{
		agenda.Resolved: "resolution", agenda.ToDo: "action", agenda.Happening: "command",
		agenda.Tabulation: "table", agenda.Note: "private note", agenda.Further: "further comment",
		agenda.Narrative: "minute",
	}
	kind := c.Kind()
	w, ok := words[kind]
	if !ok {
		w = string(kind)
	}
	switch {
	case c.mark == "-":
		w = "point"
	case strings.HasSuffix(c.mark, "="):
		w += ", as typed"
	case c.glued && !c.words.Empty():
		verb, _, _ := strings.Cut(c.words.Text(), " ")
		w += ", verb “" + cut(verb, 16) + "”"
	}
	return w
}
