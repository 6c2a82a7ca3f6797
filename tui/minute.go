package tui

import (
	"slices"

	"minutebook/agenda"
)

// gutter is the columns of a mark and the blanks behind it.
const gutter = 3

// minute draws the entries of one item. Rows of an entry are drawn once and
// kept: entries never change behind their pointer, so only the window costs
// anything when a key is pressed.
type minute struct {
	blocks map[*agenda.Entry]*block
	width  int
	roster *agenda.Attendee // names stand in the rows
	bottom int              // entries up to here are shown; follows the last one
	item   agenda.ID
	page   int // entries shown last time

	bearings map[agenda.ID]bearing
	borne    *agenda.Item // bearings are of it

	scrolled bool   // the wheel says what is shown
	owners   []pick // what each row shown last time belongs to
}

// scroll moves the window by the wheel, an entry at a time.
func (v *minute) scroll(it *agenda.Item, by int) {
	n := len(it.Entries)
	v.bottom = max(min(n, 1), min(n, v.bottom+by))
	v.scrolled = true
}

// block is a drawn entry: its mark and its rows beside it.
type block struct {
	mark   string
	ink    ink
	indent int
	rows   []string // styled
	at     bearing
}

// keepBlocks bounds the memory of rows drawn and scrolled away.
const keepBlocks = 300

func (v *minute) forget() { v.blocks = nil }

// fit drops the rows when what they depend on has changed.
func (v *minute) fit(m agenda.Meeting, width int) {
	var roster *agenda.Attendee
	if len(m.Roster) > 0 {
		roster = &m.Roster[0]
	}
	if v.blocks == nil || v.width != width || v.roster != roster || len(v.blocks) > keepBlocks {
		v.blocks = make(map[*agenda.Entry]*block)
		v.width, v.roster, v.borne = width, roster, nil
	}
}

// drawing is what a minute is drawn with.
type drawing struct {
	st      *styles
	style   agenda.Style
	m       agenda.Meeting
	airy    bool
	chosen  pick
	measure int  // gutter included
	parted  bool // private entries stand among public ones

	bearings map[agenda.ID]bearing
}

// rows is the part of an item's minute that fits into height rows: its end,
// or the surroundings of the chosen entry. above counts the entries over it.
func (v *minute) rows(d drawing, it *agenda.Item, height int) (rows []string, above int) {
	v.fit(d.m, d.measure-gutter)
	if v.borne != it {
		v.borne, v.bearings = it, bearingsIn(d.m, it)
	}
	d.bearings = v.bearings
	n := len(it.Entries)
	if v.item != it.ID || d.chosen.none() && !v.scrolled {
		v.item, v.bottom = it.ID, n
	}
	v.bottom = min(v.bottom, n)
	if v.scrolled {
		rows, above = v.window(d, it, height)
		if above == 0 && v.bottom < n && len(rows) < height { // the first entries fill the pane
			for v.bottom < n && above == 0 && len(rows) < height {
				v.bottom++
				rows, above = v.window(d, it, height)
			}
		}
		return rows, above
	}
	at := -1
	if !d.chosen.none() {
		at = slices.IndexFunc(it.Entries, func(e *agenda.Entry) bool { return e.ID == d.chosen.id })
	}
	if at >= v.bottom {
		v.bottom = at + 1
	}
	rows, above = v.window(d, it, height)
	if at >= 0 && at < above {
		v.bottom = min(n, at+max(1, (v.bottom-above+1)/2))
		if rows, above = v.window(d, it, height); at < above {
			v.bottom = at + 1
			rows, above = v.window(d, it, height)
		}
	}
	v.page = max(1, v.bottom-above-1)
	return rows, above
}

// window is the rows that end with entry bottom-1.
func (v *minute) window(d drawing, it *agenda.Item, height int) ([]string, int) {
	var parts [][]ownRow
	left, i := height, v.bottom
	for i > 0 && left > 0 {
		e := it.Entries[i-1]
		var part []ownRow
		if i > 1 && gapBefore(d.airy, it.Entries[i-2], e) {
			part = append(part, ownRow{})
		}
		for _, row := range v.entry(d, e) {
			part = append(part, ownRow{row, pick{e.ID, e.Kind == agenda.Note}})
		}
		if len(part) > left {
			if len(parts) > 0 {
				break
			}
			part = part[len(part)-left:]
		}
		left -= len(part)
		parts = append(parts, part)
		i--
	}
	var rows []ownRow
	for j := len(parts) - 1; j >= 0; j-- {
		if part := parts[j]; j == len(parts)-1 && len(rows) == 0 && len(part) > 1 && part[0].text == "" {
			rows = append(rows, part[1:]...)
		} else {
			rows = append(rows, part...)
		}
	}
	rows = rows[max(0, len(rows)-height):]
	texts := make([]string, len(rows))
	v.owners = v.owners[:0]
	for j, row := range rows {
		texts[j] = row.text
		v.owners = append(v.owners, row.of)
	}
	return texts, i
}

// ownRow is a row and what it is a row of.
type ownRow struct {
	text string
	of   pick
}

// gapBefore is the rhythm: air between entries on a tall screen, never between
// a question and its responses, always before a resolution.
func gapBefore(airy bool, before, e *agenda.Entry) bool {
	switch {
	case e.Kind == agenda.Response, e.Kind == agenda.Further, e.Kind == agenda.Note:
		return false
	case (e.Kind == agenda.Voted || e.Kind == agenda.Settled || e.Kind == agenda.TakenBack) && of(e) != 0 && of(before) == of(e):
		return false
	}
	return airy || e.Kind == agenda.Resolved && before.Kind != agenda.Resolved
}

// of is the motion that an entry is, or is about.
func of(e *agenda.Entry) agenda.ID {
	if e.Motion != nil {
		return e.ID
	}
	return e.On
}

// entry is the rows of one entry, from the mark's column on.
func (v *minute) entry(d drawing, e *agenda.Entry) []string {
	b, at := v.blocks[e], d.bearings[e.ID]
	if b == nil || b.at != at {
		b = drawEntry(d, e, v.width)
		v.blocks[e] = b
	}
	rows := make([]string, len(b.rows))
	chosen := e.ID == d.chosen.id
	for i, row := range b.rows {
		mark := ""
		if i == 0 {
			mark = b.marked(d, e)
			if chosen {
				mark = pad(d.st.pointer.s(glyphOpen), cells(b.mark))
			}
		}
		rows[i] = blanks(b.indent) + gutterOf(mark) + row
		if chosen {
			rows[i] = d.st.row(rows[i], d.measure, true)
		}
	}
	return rows
}

// marked is the mark of an entry. Among public entries that of a private one has
// the colour of what is private.
func (b *block) marked(d drawing, e *agenda.Entry) string {
	if d.parted && e.ID.Closed() {
		return d.st.private.s(b.mark)
	}
	return b.ink.s(b.mark)
}

// gutterOf is a mark and the blanks behind it; a long one pushes its own row.
func gutterOf(mark string) string {
	if visible(mark) < gutter {
		return pad(mark, gutter)
	}
	return mark + " "
}
