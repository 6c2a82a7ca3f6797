package tui

import (
	"strings"

	"minutebook/agenda"
	"minutebook/exports"
)

// readStart is where the reader begins: at a passage, below a heading.
type readStart struct{ heading, words string }

// newReaderAt is the reader with the passage of an entry on the page.
func newReaderAt(body agenda.Body, m agenda.Meeting, life agenda.Life, entry agenda.ID) screen {
	r := newReader(body, m, life).(*reader)
	if it, e, ok := m.Find(entry); ok {
		r.start = &readStart{heading: exports.ItemTitle(it), words: e.Text}
		if e.Resolution != nil && len(e.Resolution.Parts) > 0 {
			r.start.words = e.Resolution.Parts[0].Text
		}
	}
	return r
}

// begin brings the start on the page, its item's heading above it where both
// have room.
func (r *reader) begin() {
	start := r.start
	r.start = nil
	item, passage := -1, -1
	for i, row := range r.rows {
		switch {
		case row.para < 0:
		case item < 0 && r.text[row.para].heading && start.heading != "" && strings.HasSuffix(r.text[row.para].text, shown(start.heading)):
			item = i
		case passage < 0 && (item >= 0 || start.heading == "") && row.from == 0 && strings.Contains(r.text[row.para].text, shown(start.words)):
			passage = i
		}
	}
	switch {
	case passage >= 0 && (item < 0 || passage-item >= r.page-2):
		r.top = max(0, passage-2)
	case item >= 0:
		r.top = item
	}
}
