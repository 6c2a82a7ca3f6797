package tui

import (
	"slices"
	"sort"
)

// para is one paragraph with its soft rows.
type para struct {
	text string
	more []int // the first bytes of the rows behind the first
}

func (p *para) rows() int { return len(p.more) + 1 }

// row gives the bytes of a row.
func (p *para) row(i int) (from, to int) {
	if i > 0 {
		from = p.more[i-1]
	}
	if i < len(p.more) {
		return from, p.more[i]
	}
	return from, len(p.text)
}

// rowOf is the row that byte at is in; a row's first byte is in that row.
func (p *para) rowOf(at int) int {
	return sort.Search(len(p.more), func(i int) bool { return p.more[i] > at })
}

// wrap lays the whole paragraph out.
func (p *para) wrap(width int, m meter) {
	p.more = p.more[:0]
	if width <= 0 {
		return
	}
	for at := 0; ; {
		end := rowEnd(p.text, at, width, m)
		if end == len(p.text) {
			return
		}
		p.more = append(p.more, end)
		at = end
	}
}

// rewrap lays the rows out anew that a change of the text can have moved:
// gone bytes at byte at became come bytes. It starts before the row that
// changed, as the first word of that may now fit on the one before, and stops
// where a row starts at the same text as before. It need not look for the start
// of a word torn over many rows: one of which a whole row is unchanged still
// fits nowhere else. (The second row back is for graphemes that change width.)
func (p *para) rewrap(at, gone, come, width int, m meter) {
	if width <= 0 {
		p.more = p.more[:0]
		return
	}
	r := max(p.rowOf(max(at-1, 0))-2, 0)
	old, shift := p.more, come-gone
	from, _ := p.row(r)
	var fresh []int
	k := r // old[k] starts the row behind r
	for {
		end := rowEnd(p.text, from, width, m)
		if end == len(p.text) {
			p.more = append(old[:r], fresh...)
			return
		}
		for k < len(old) && (old[k] < at+gone || old[k]+shift < end) {
			k++
		}
		if k < len(old) && old[k]+shift == end {
			break
		}
		fresh = append(fresh, end)
		from = end
	}
	for i := k; i < len(old); i++ {
		old[i] += shift
	}
	p.more = slices.Replace(old, r, k, fresh...)
}

// SetWidth lays the text out for w cells. Ask for a column less than there is:
// behind a full row the cursor stands in column w.
func (e *editor) SetWidth(w int) {
	e.ready()
	w = max(w, 1)
	if m := theMeter(); w != e.width || m != e.meter {
		e.width, e.meter = w, m
		e.rewrapAll()
	}
}

func (e *editor) rewrapAll() {
	e.height = 0
	for i := range e.paras {
		e.paras[i].wrap(e.wrapWidth(), e.meter)
		e.height += e.paras[i].rows()
	}
}

// wrapWidth is the width rows break at, 0 for never.
func (e *editor) wrapWidth() int {
	if e.oneLine {
		return 0
	}
	return e.width
}

// Height is the number of soft rows, at least one.
func (e *editor) Height() int { return max(e.height, 1) }

// Rows gives n rows from row from on as plain text, fewer where the text ends.
// Only these rows are looked at.
func (e *editor) Rows(from, n int) []string {
	e.ready()
	if n <= 0 || from < 0 || from >= e.height {
		return nil
	}
	if e.oneLine {
		e.reveal()
		return []string{e.drawn(e.paras[0].text[e.scroll:], false)}
	}
	i, from := e.find(from)
	rows := make([]string, 0, min(n, e.height))
	for ; i < len(e.paras) && len(rows) < n; i++ {
		p := &e.paras[i]
		for ; from < p.rows() && len(rows) < n; from++ {
			a, b := p.row(from)
			rows = append(rows, e.drawn(p.text[a:b], b < len(p.text)))
		}
		from = 0
	}
	return rows
}

// find gives the paragraph of a row, and which row of it that is.
func (e *editor) find(row int) (para, in int) {
	if row < e.height/2 {
		for ; row >= e.paras[para].rows(); para++ {
			row -= e.paras[para].rows()
		}
		return para, row
	}
	para, row = len(e.paras)-1, row-e.height
	for ; row < -e.paras[para].rows(); para-- {
		row += e.paras[para].rows()
	}
	return para, row + e.paras[para].rows()
}

// above is the number of rows before a paragraph.
func (e *editor) above(para int) (rows int) {
	if para <= len(e.paras)/2 {
		for i := range para {
			rows += e.paras[i].rows()
		}
		return rows
	}
	for i := para; i < len(e.paras); i++ {
		rows += e.paras[i].rows()
	}
	return e.height - rows
}

func (e *editor) drawn(s string, soft bool) string {
	switch {
	case e.width <= 0:
		return untab(s, e.meter)
	case e.oneLine:
		return s[:fitting(s, e.width, e.meter)]
	}
	return rowText(s, e.width, soft, e.meter)
}

// fitting is how many bytes of s fit into width cells.
func fitting(s string, width int, m meter) int {
	col := 0
	for i := 0; i < len(s); {
		n, w := clusterAt(s, i, col, m)
		if col += w; col > width {
			return i
		}
		i += n
	}
	return len(s)
}

// Cursor is where the hardware cursor belongs: its row, and its column, which
// is the width where it stands behind a full row or behind hanging blanks.
func (e *editor) Cursor() (row, col int) {
	e.ready()
	p := &e.paras[e.cur.para]
	if e.oneLine {
		e.reveal()
		return 0, e.clip(cellsOf(p.text[e.scroll:e.cur.at], e.meter))
	}
	r := e.row()
	from, _ := p.row(r)
	return e.above(e.cur.para) + r, e.clip(cellsOf(p.text[from:e.cur.at], e.meter))
}

func (e *editor) clip(col int) int {
	if e.width > 0 {
		return min(col, e.width)
	}
	return col
}

// row is the cursor's row in its paragraph.
func (e *editor) row() int {
	p := &e.paras[e.cur.para]
	r := p.rowOf(e.cur.at)
	if from, _ := p.row(r); e.tail && r > 0 && from == e.cur.at {
		r--
	}
	return r
}

// reveal scrolls a one-line editor so that its cursor is seen and no room is
// wasted on its right.
func (e *editor) reveal() {
	text, at := e.paras[0].text, e.cur.at
	stops, total := columns(text, e.meter)
	if e.width <= 0 || total <= e.width {
		e.scroll = 0
		return
	}
	first := func(fit func(s stop) bool) stop {
		return stops[sort.Search(len(stops)-1, func(i int) bool { return fit(stops[i]) })]
	}
	col := first(func(s stop) bool { return s.at >= at }).col
	least := first(func(s stop) bool { return col-s.col <= e.width }).at
	most := first(func(s stop) bool { return total-s.col <= e.width }).at
	e.scroll = first(func(s stop) bool { return s.at >= e.scroll }).at
	e.scroll = min(max(min(e.scroll, at), least), most)
}

// stop is the edge of a grapheme and its column.
type stop struct{ at, col int }

// columns gives every edge of a text, its end last.
func columns(s string, m meter) (stops []stop, total int) {
	for i := 0; i < len(s); {
		stops = append(stops, stop{i, total})
		n, w := clusterAt(s, i, total, m)
		total += w
		i += n
	}
	return append(stops, stop{len(s), total}), total
}
