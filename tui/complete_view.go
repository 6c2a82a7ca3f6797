package tui

import (
	"strconv"
	"strings"

	"minutebook/agenda"
)

// overlaid lays the list over the rows above the composer's rule, at the text
// edge; what is behind it stays as it is, one clear column around it.
func (l *live) overlaid(a *app, lay layout, rows []string, room int) {
	c := l.offer()
	if c == nil || room < 3 {
		return
	}
	narrow := lay.agenda == 0
	width := lay.measure + 1
	left := lay.mark - 1
	tall := min(len(c.hits), 6, room-3)
	if room > 20 {
		tall = min(len(c.hits), 8, room-3)
	}
	if narrow {
		tall, left, width = min(len(c.hits), 3, room-1), lay.mark-1, lay.measure+2
	}
	from := max(0, min(c.at-tall+1, len(c.hits)-tall))
	inner := width
	if !narrow {
		inner = width - 4
	}
	cols := c.columns(inner)
	var box []string
	for i := from; i < from+tall; i++ {
		box = append(box, c.row(a, c.hits[i], cols, inner, i == c.at))
	}
	if !narrow {
		box = a.framed("", c.count(), box, width)
	}
	for i, b := range box {
		at := room - len(box) + i
		if at < 0 {
			continue
		}
		before := blanks(left)
		if lay.agenda > 0 {
			before = keepCells(rows[at], left-1) + " "
		}
		rows[at] = before + b
	}
}

// count is how many there are, where they are more than can be seen.
func (c *completion) count() string {
	n := len(c.hits)
	if n > 0 && c.hits[n-1].asTyped {
		n--
	}
	what := map[listed]string{listPhrases: "phrase", listWords: "command", listItems: "item", listTake: "item"}[c.ask.list]
	if what == "" {
		return ""
	}
	return counted(n, what)
}

// columns is where the middle of the rows begins.
func (c *completion) columns(width int) int {
	wide := 0
	const seen = 40 // enough to tell, however many there are
	for _, h := range c.hits[:min(len(c.hits), seen)] {
		if !h.asTyped {
			wide = max(wide, cells(shown(h.name)))
		}
	}
	return min(wide+4, width/2)
}

// row draws one hit: its name with the typed letters in bold, what it is, and
// its state at the right.
func (c *completion) row(a *app, h hit, middle, width int, focused bool) string {
	var r line
	if focused {
		r.add(a.st.pointer, glyphOpen)
	}
	r.to(2)
	if h.asTyped {
		return a.st.row(r.add(a.st.muted, cut(shown(h.name), width-2)).String(), width, focused)
	}
	state := shown(h.state)
	if width < 50 {
		middle = width - 1 - cells(state)
	}
	name := cut(h.name, middle-r.n-1)
	from, to := min(h.bold, len(name)), min(h.to, len(name))
	if to > from && name[:to] == h.name[:to] {
		r.add(a.st.text, name[:from]).add(a.st.strong, name[from:to]).add(a.st.text, name[to:])
	} else {
		r.add(a.st.text, name)
	}
	if width >= 50 {
		r.to(middle)
		space := width - r.n
		if state != "" {
			state = cut(state, max(0, space/2))
			space -= cells(state) + 2
		}
		does := cut(h.does, space)
		if c.ask.list == listPhrases {
			a.fields(&r, does)
		} else {
			r.add(a.st.muted, does)
		}
	}
	r.to(width-cells(state)).add(a.st.muted, state)
	return a.st.row(r.String(), width, focused)
}

// fields is a phrase with its fields in the accent.
func (a *app) fields(r *line, text string) {
	at := 0
	for _, f := range fieldsIn(text) {
		r.add(a.st.text, text[at:f[0]]).add(a.st.accent, text[f[0]:f[1]])
		at = f[1]
	}
	rest, begun, _ := strings.Cut(text[at:], "‹")
	if r.add(a.st.text, rest); begun != "" {
		r.add(a.st.accent, "‹"+begun) // cut in the middle
	}
}

// keepCells is the start of a styled row, n cells of it with their styles.
func keepCells(styled string, n int) string {
	var b strings.Builder
	for left := n; ; {
		at := strings.IndexByte(styled, '\x1b')
		text := styled
		if at >= 0 {
			text = styled[:at]
		}
		piece := head(text, left)
		b.WriteString(piece)
		left -= cells(piece)
		if at < 0 || len(piece) < len(text) {
			return b.String() + reset + blanks(left)
		}
		end := strings.IndexByte(styled[at:], 'm')
		if end < 0 {
			return b.String()
		}
		b.WriteString(styled[at : at+end+1])
		styled = styled[at+end+1:]
	}
}

// itemHits is the items whose number or title begins with what was typed.
func (l *live) itemHits(q asking) []hit {
	m := l.s.meeting()
	done := map[agenda.ID]bool{}
	for _, s := range m.Taken {
		done[s.Item] = true
	}
	states := map[bool]string{true: "taken"}
	open := m.Current()
	var hits []hit
	for _, it := range m.Items {
		if !it.Titled() || it.Number == "" && q.list == listItems {
			continue
		}
		h := hit{state: states[done[it.ID]]}
		if strings.HasPrefix(it.Number, q.typed) {
			h.to = len(q.typed)
		} else if h.bold = typedIn(it.Title, q.typed); h.bold < 0 {
			continue
		} else if it.Number != "" {
			h.bold += len(it.Number) + 2
		}
		h.to = max(h.to, h.bold+len(q.typed))
		h.name = strings.TrimSpace(it.Number + "  " + it.Title)
		switch {
		case it.ID == open:
			h.state = "open"
		case it.Outcome.Words != "":
			h.state = outcomeSaid(it.Outcome)
		}
		h.put = it.Number
		if h.put == "" {
			h.put = it.Title
		}
		if q.list == listItems {
			h.put = "#" + h.put + " "
		}
		hits = append(hits, h)
	}
	return hits
}

// counted is a number of things in words: "1 item", "12 items".
func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}
