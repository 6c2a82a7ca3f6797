package tui

import (
	"cmp"
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// What every screen needs at least.
const (
	leastWidth  = 40
	leastHeight = 10
	frameRows   = 3 // header, rule, footer
	hintsMost   = 7
)

// margin is the blank columns left and right of a screen.
func margin(width int) int {
	if width < 80 {
		return 1
	}
	return 2
}

// airy is whether the terminal is tall enough for blank rows between things.
func (a *app) airy() bool { return a.height >= 30 }

// line is a row being built: styled text whose width is known as it grows, so
// that nothing is measured twice.
type line struct {
	b strings.Builder
	n int // cells so far
}

// add puts text from data or from the program into the row.
func (l *line) add(i ink, text string) *line {
	text = shown(text)
	l.n += cells(text)
	l.b.WriteString(i.opens)
	l.b.WriteString(text)
	l.b.WriteString(i.closes)
	return l
}

// to fills the row with blanks up to a column.
func (l *line) to(column int) *line {
	if column > l.n {
		l.b.WriteString(blanks(column - l.n))
		l.n = column
	}
	return l
}

// put adds a styled text as it is.
func (l *line) put(styled string) *line {
	l.n += visible(styled)
	l.b.WriteString(styled)
	return l
}

func (l *line) String() string { return l.b.String() }

// frame draws the whole terminal around what the screen on top shows, and
// says where the cursor is.
func (a *app) frame() (content string, cursor *tea.Cursor, title string) {
	if a.width < leastWidth || a.height < leastHeight {
		return a.tooSmall(), nil, "Minutebook"
	}
	top := a.top()
	if top == nil {
		return "", nil, "Minutebook"
	}
	height := a.height - frameRows
	p := top.View(a, a.width, height)
	if len(p.Rows) > height {
		p.Rows = p.Rows[:height]
	}
	var b strings.Builder
	b.Grow(a.width * a.height * 2)
	b.WriteString(a.header(p))
	b.WriteByte('\n')
	b.WriteString(a.rule(p))
	for i := range height {
		b.WriteByte('\n')
		if i < len(p.Rows) {
			b.WriteString(p.Rows[i])
		}
	}
	b.WriteByte('\n')
	if p.Foot != "" {
		a.hints = nil
		b.WriteString(p.Foot)
	} else {
		b.WriteString(a.footer(a.answering(p, top.Keys(a))))
	}
	if p.Cursor != nil {
		c := *p.Cursor
		c.Y += frameRows - 1
		cursor = &c
	}
	title = "Minutebook"
	if named := cmp.Or(p.Window, p.Title); named != "" && named != title {
		title = shown(named) + " – Minutebook"
	}
	return b.String(), cursor, title
}

func (a *app) tooSmall() string {
	words := fmt.Sprintf("Minutebook needs %d × %d; this window is %d × %d. Everything is kept.",
		leastWidth, leastHeight, a.width, a.height)
	rows := wrap(words, max(1, a.width))
	return strings.Join(rows[:min(len(rows), max(1, a.height))], "\n")
}

// header is the first row: the title, where we are, and at the right what must
// always be seen. As it narrows the grey goes first, then the right from its
// start; what is marked to keep stays, and the title is cut.
func (a *app) header(p page) string {
	m := margin(a.width)
	where := p.Where
	if a.message != "" && !p.Told {
		where = a.message
	}
	space := a.width - 2*m
	right, taken := a.rightEnd(p.Right, space-min(cells(shown(p.Title)), space/2)-2)
	space -= taken
	if taken > 0 {
		space -= 2
	}
	title, grey := a.st.strong, a.st.muted
	if p.Dim {
		title, grey = a.st.dim, a.st.dim
	}
	var l line
	l.to(m).add(title, cut(shown(p.Title), space))
	if left := space - (l.n - m) - 2; where != "" && left >= 6 {
		if l.n > m {
			l.to(l.n + 2)
		}
		l.add(grey, cut(shown(where), left))
	}
	return l.to(a.width - m - taken).put(right).String()
}

// rightEnd is the right of the header in at most space cells.
func (a *app) rightEnd(parts []part, space int) (styled string, width int) {
	parts = append([]part(nil), parts...)
	for {
		var l line
		for i, p := range parts {
			if i > 0 {
				l.to(l.n + 3)
			}
			if p.mark != "" {
				l.add(a.st.muted, p.mark).to(l.n + 1)
			}
			l.add(p.style, p.text)
		}
		if l.n <= space {
			return l.String(), l.n
		}
		drop := 0
		for drop < len(parts) && parts[drop].keep {
			drop++
		}
		if drop == len(parts) {
			return l.String(), l.n
		}
		parts = append(parts[:drop], parts[drop+1:]...)
	}
}

// rule is the second row: a rule, or the band that replaces it.
func (a *app) rule(p page) string {
	if p.Title != "" && p.Band == nil {
		p.Band = a.olderBand() // on every screen until it is answered
	}
	if p.Band != nil {
		return a.band(*p.Band)
	}
	if p.Title == "" {
		return ""
	}
	var b strings.Builder
	b.Grow(a.width * len(glyphRule))
	at := 0
	for _, x := range p.Joins { // from left to right
		if x > at && x < a.width {
			b.WriteString(strings.Repeat(glyphRule, x-at))
			b.WriteString(glyphTee)
			at = x + 1
		}
	}
	b.WriteString(strings.Repeat(glyphRule, a.width-at))
	return a.st.faint.s(b.String())
}

// band is a state over the whole row. Its word never goes; its text is cut
// before the key at its right does.
func (a *app) band(b band) string {
	i := a.st.looking
	switch b.kind {
	case bandPrivate:
		i = a.st.privately
	case bandNotSaved:
		i = a.st.unsaved
	}
	m := margin(a.width)
	var l line
	l.to(m).add(a.st.bold, b.Word)
	right := b.Right
	if a.width-2*m-l.n < cells(right)+4 {
		right = ""
	}
	space := a.width - m - l.n - 2
	if right != "" {
		space -= cells(shown(right)) + 2
	}
	if b.waits {
		b.Text = within(b.Text, a.waitWords(), space)
	}
	if b.Text != "" && space > 3 {
		l.to(l.n+2).add(ink{}, cut(shown(b.Text), space))
	}
	l.to(a.width-m-cells(shown(right))).add(ink{}, right)
	return i.over(l.to(a.width).String())
}

// sameKeys is whether two bindings are one, whatever their words.
func sameKeys(b, c key.Binding) bool {
	x, y := b.Keys(), c.Keys()
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	return x[0] == y[0]
}
