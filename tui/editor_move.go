package tui

import (
	"unicode"

	"github.com/clipperhouse/uax29/v2/words"
)

// nextIn is the edge behind the grapheme at a place of a paragraph.
func (e *editor) nextIn(para, at int) int {
	n, _ := clusterAt(e.paras[para].text, at, 0, e.meter)
	return at + n
}

// prevIn is the edge before a place. Where graphemes are not plain it counts
// from the start of the row, which is an edge for certain.
func (e *editor) prevIn(para, at int) int {
	p := &e.paras[para]
	if at >= 2 && p.text[at-1] < 0x80 && p.text[at-2] < 0x80 {
		return at - 1
	}
	from, _ := p.row(p.rowOf(at - 1))
	for {
		next := e.nextIn(para, from)
		if next >= at {
			return from
		}
		from = next
	}
}

// edge is the first edge of a grapheme at a place or behind it.
func (e *editor) edge(para, at int) int {
	p := &e.paras[para]
	if at <= 0 || at >= len(p.text) {
		return max(min(at, len(p.text)), 0)
	}
	if p.text[at] < 0x80 && p.text[at-1] < 0x80 {
		return at
	}
	from, _ := p.row(p.rowOf(at))
	for from < at {
		from = e.nextIn(para, from)
	}
	return from
}

func (e *editor) left(s spot) spot {
	if s.at > 0 {
		return spot{s.para, e.prevIn(s.para, s.at)}
	}
	if s.para > 0 {
		return spot{s.para - 1, len(e.paras[s.para-1].text)}
	}
	return s
}

func (e *editor) right(s spot) spot {
	if s.at < len(e.paras[s.para].text) {
		return spot{s.para, e.nextIn(s.para, s.at)}
	}
	if s.para+1 < len(e.paras) {
		return spot{s.para + 1, 0}
	}
	return s
}

// wordRight is the end of the next word, wherever it is.
func (e *editor) wordRight(s spot) spot {
	for {
		text := e.paras[s.para].text
		it := words.FromString(text[s.at:])
		for it.Next() {
			if spoken(it.Value()) {
				return spot{s.para, e.edge(s.para, s.at+it.End())}
			}
		}
		if s.para+1 == len(e.paras) {
			return spot{s.para, len(text)}
		}
		s = spot{s.para + 1, 0}
	}
}

// wordLeft is the start of the word before, wherever it is.
func (e *editor) wordLeft(s spot) spot {
	for {
		text := e.paras[s.para].text
		for s.at > 0 {
			from := chunkStart(text[:s.at])
			it := words.FromString(text[from:s.at])
			start := -1
			for it.Next() {
				if spoken(it.Value()) {
					start = from + it.Start()
				}
			}
			if at := e.edge(s.para, max(start, 0)); start >= 0 && at < s.at {
				return spot{s.para, at}
			}
			s.at = from
		}
		if s.para == 0 {
			return s
		}
		s = spot{s.para - 1, len(e.paras[s.para-1].text)}
	}
}

// chunkStart is where the last stretch without a blank begins, the blanks
// behind it not counted: a place where a word cannot go on.
func chunkStart(s string) int {
	i := len(s)
	for i > 0 && (s[i-1] == ' ' || s[i-1] == '\t') {
		i--
	}
	for i > 0 && s[i-1] != ' ' && s[i-1] != '\t' {
		i--
	}
	for i < len(s) && s[i] >= 0x80 && i > 0 {
		i-- // a mark may belong to the blank
	}
	return i
}

// spoken tells words from what stands between them.
func spoken(word string) bool {
	for _, r := range word {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return true
		}
	}
	return false
}

// inkEnd is where the cursor stands at the end of a soft row: before the
// blanks that hang over its edge.
func (e *editor) inkEnd(para, row int) int {
	p := &e.paras[para]
	from, to := p.row(row)
	if to == len(p.text) {
		return to
	}
	ink := from
	for i := from; i < to; {
		n := e.nextIn(para, i)
		if !blank(p.text[i:n]) {
			ink = n
		}
		i = n
	}
	return ink
}

// home goes to the start of the row, from there to the start of the paragraph.
func (e *editor) home() {
	from, _ := e.paras[e.cur.para].row(e.row())
	if from == e.cur.at {
		from = 0
	}
	e.settle(spot{e.cur.para, from})
}

// finish goes to the end of the row, from there to the end of the paragraph.
func (e *editor) finish() {
	to := e.inkEnd(e.cur.para, e.row())
	if to <= e.cur.at {
		to = len(e.paras[e.cur.para].text)
	}
	e.settle(spot{e.cur.para, to})
	e.tail = to > 0
}

// vertical goes by rows, keeping the column. It reports false at the edge.
func (e *editor) vertical(by int) bool {
	goal := e.goal
	if !e.keeping {
		_, goal = e.Cursor()
	}
	para, row := e.cur.para, e.row()+by
	switch {
	case e.oneLine:
		return false
	case row < 0:
		if para--; para < 0 {
			return false
		}
		row = e.paras[para].rows() - 1
	case row >= e.paras[para].rows():
		if para++; para == len(e.paras) {
			return false
		}
		row = 0
	}
	e.land(para, row, goal)
	e.goal, e.keeping = goal, true
	return true
}

// land puts the cursor into a row at a column or before it.
func (e *editor) land(para, row, col int) {
	from, to := e.paras[para].row(row)
	end := min(e.inkEnd(para, row), to)
	at := min(from+fitting(e.paras[para].text[from:to], col, e.meter), end)
	e.settle(spot{para, at})
	e.tail = at > from
}

// MoveTo puts the cursor where a row and a column were clicked.
func (e *editor) MoveTo(row, col int) {
	e.ready()
	e.growing = false
	if e.oneLine {
		e.reveal()
		text := e.paras[0].text[e.scroll:]
		e.settle(spot{0, e.scroll + fitting(text, max(col, 0), e.meter)})
		return
	}
	if row >= e.height {
		e.settle(e.end())
		return
	}
	para, in := e.find(max(row, 0))
	e.land(para, in, max(col, 0))
}

// MoveEnd puts the cursor behind the whole text.
func (e *editor) MoveEnd() {
	e.ready()
	e.growing = false
	e.settle(e.end())
}
