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
		v.width, v.roster = width, roster
	}
}

// drawing is what a minute is drawn with.
type drawing struct {
	st      *styles
	style   agenda.Style
	m       agenda.Meeting
	airy    bool
	chosen  pick
	notes   map[agenda.ID][]*agenda.ClosedEntry // by the entry they stand behind; nil: not shown
	measure int                                 // gutter included
}

// holds is whether the chosen thing is an entry or a note right behind it.
func (d drawing) holds(entry agenda.ID) bool {
	if !d.chosen.note {
		return d.chosen.id == entry
	}
	return slices.ContainsFunc(d.notes[entry], func(n *agenda.ClosedEntry) bool { return n.ID == d.chosen.id })
}

// rows is the part of an item's minute that fits into height rows: its end,
// or the surroundings of the chosen entry. above counts the entries over it.
func (v *minute) rows(d drawing, it *agenda.Item, height int) (rows []string, above int) {
	v.fit(d.m, d.measure-gutter)
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
		at = slices.IndexFunc(it.Entries, func(e *agenda.Entry) bool { return d.holds(e.ID) })
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
			part = append(part, ownRow{row, pick{id: e.ID}})
		}
		part = append(part, v.notes(d, e.ID)...)
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
	if i == 0 {
		rows = append(rows, v.notes(d, 0)...)
	}
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
	if e.Kind == agenda.Response || e.Kind == agenda.Further {
		return false
	}
	return airy || e.Kind == agenda.Resolved && before.Kind != agenda.Resolved
}

// entry is the rows of one entry, from the mark's column on.
func (v *minute) entry(d drawing, e *agenda.Entry) []string {
	b := v.blocks[e]
	if b == nil {
		b = drawEntry(d, e, v.width)
		v.blocks[e] = b
	}
	rows := make([]string, len(b.rows))
	for i, row := range b.rows {
		mark := ""
		if i == 0 {
			mark = b.ink.s(b.mark)
			if (pick{id: e.ID}) == d.chosen {
				mark = d.st.pointer.s(glyphOpen)
			}
		}
		rows[i] = blanks(b.indent) + pad(mark, gutter) + row
		if (pick{id: e.ID}) == d.chosen {
			rows[i] = d.st.row(rows[i], d.measure, true)
		}
	}
	return rows
}

// notes is the clerk's notes that stand behind an entry.
func (v *minute) notes(d drawing, after agenda.ID) []ownRow {
	var rows []ownRow
	for _, n := range d.notes[after] {
		chosen := d.chosen == pick{n.ID, true}
		for i, text := range wrap(n.Text, v.width) {
			mark := ""
			switch {
			case i == 0 && chosen:
				mark = d.st.pointer.s(glyphOpen)
			case i == 0:
				mark = d.st.private.s("%")
			}
			row := pad(mark, gutter) + shown(text)
			if chosen {
				row = d.st.row(row, d.measure, true)
			}
			rows = append(rows, ownRow{row, pick{n.ID, true}})
		}
	}
	return rows
}
