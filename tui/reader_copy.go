package tui

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/exports"
)

var _ pointed = (*reader)(nil)

// draftWords is which state of the minutes a text says it holds.
func draftWords(l agenda.Life) string {
	if l.Draft > 0 {
		return fmt.Sprintf("DRAFT %d", l.Draft)
	}
	return "DRAFT"
}

// loader reads the whole meeting, for what the reader itself does not hold.
func (r *reader) loader(a *app) loader {
	if r.load != nil {
		return r.load
	}
	return a.loading(r.m.Key)
}

// fullMsg answers turn: the full copy.
type fullMsg struct {
	asked *reader
	doc   exports.Document
	err   error
}

// turn goes to the full copy or back to the public one.
func (r *reader) turn(a *app) tea.Cmd {
	if r.full {
		r.full = false
		r.set(exports.Build(r.body, r.m, r.life))
		return nil
	}
	load, asked := r.loader(a), r
	return func() tea.Msg {
		snap, body, err := load()
		m := fullMsg{asked: asked, err: err}
		if err == nil {
			m.doc = exports.BuildFull(body, snap.Record, snap.Life)
		}
		return m
	}
}

// showFull puts the full copy on the screen, unless another screen has come
// over it: closed text appears where the clerk looks and nowhere else.
func (r *reader) showFull(a *app, msg fullMsg) {
	switch {
	case msg.asked != r || a.top() != screen(r):
	case msg.err != nil:
		a.say(failed("The full copy could not be read", msg.err))
	default:
		r.full = true
		r.set(msg.doc)
	}
}

// set changes the text and stays at the heading that was at the top: the one of
// the same words, else, where the other copy has another title there, the one as
// far down.
func (r *reader) set(doc exports.Document) {
	heading, down := r.under(r.top)
	title := ""
	if heading >= 0 {
		title = r.headings()[heading].text
	}
	r.doc, r.wide = doc, 0
	r.lay(r.measure)
	now := r.headings()
	if i := slices.IndexFunc(now, func(h readHeading) bool { return h.text == title }); i >= 0 {
		heading = i
	}
	if heading >= 0 && heading < len(now) {
		r.top = now[heading].row + down
	}
}

// readHeading is a heading and the row it begins on.
type readHeading struct {
	text string
	row  int
}

func (r *reader) headings() (out []readHeading) {
	for i, row := range r.rows {
		if row.para >= 0 && r.text[row.para].heading && row.from == 0 {
			out = append(out, readHeading{r.text[row.para].text, i})
		}
	}
	return out
}

// under is the heading that a row stands under, -1 for none, and how far down.
func (r *reader) under(row int) (heading, down int) {
	heading = -1
	for i, h := range r.headings() {
		if h.row <= row {
			heading, down = i, row-h.row
		}
	}
	return heading, down
}

// lay lays the text out at a measure.
func (r *reader) lay(measure int) {
	r.text, r.wide, r.measure = newReadText(r.doc, measure), measure, measure
	r.rows = r.text.layOut(measure)
	r.hits = r.text.find(r.find.Text())
	r.hit = max(0, min(r.hit, len(r.hits)-1))
	r.begin()
}

func (r *reader) copyWords() string {
	if r.full {
		return "full copy"
	}
	return "public copy"
}

// otherCopy is what the key that turns the copy leads to.
func (r *reader) otherCopy() string {
	if r.full {
		return "public copy"
	}
	return "full copy"
}

func (r *reader) band() *band {
	if !r.full {
		return nil
	}
	return &band{Word: "PRIVATE", Text: "The full copy, with the clerk’s notes.", Right: "tab public copy", kind: bandPrivate}
}

// startAt makes the page begin at an entry: at its words, else at its item.
func (r *reader) startAt(entry agenda.ID) { r.start = entry }

// startIn makes it begin at an item.
func (r *reader) startIn(item agenda.ID) { r.item = item }

// begin goes to the entry to start at, once.
func (r *reader) begin() {
	it, e, ok := r.m.Find(r.start)
	if !ok {
		e = &agenda.Entry{}
		it, ok = r.m.Item(r.item)
	}
	r.start, r.item = 0, 0
	if !ok {
		return
	}
	from := 0
	if title := exports.ItemTitle(it); title != "" && it.Titled() {
		from = max(0, r.paraWith(0, title, true))
	}
	at := from
	if words := spokenOf(e); words != "" {
		at = max(from, r.paraWith(from, words, false))
	}
	r.top = max(0, r.rowOf(readHit{para: at, to: 1})-boolInt(at > from))
}

// paraWith is the first paragraph from one on that holds words, or -1.
func (r *reader) paraWith(from int, words string, heading bool) int {
	for i := from; i < len(r.text); i++ {
		if r.text[i].heading == heading && strings.Contains(r.text[i].text, words) {
			return i
		}
	}
	return -1
}

// spokenOf is the first line an entry is printed with.
func spokenOf(e *agenda.Entry) string {
	words := e.Text
	if e.Resolution != nil && len(e.Resolution.Parts) > 0 && words == "" {
		words = e.Resolution.Parts[0].Text
	}
	words, _, _ = strings.Cut(words, "\n")
	return shown(words)
}

// Click on a hit makes it the current one.
func (r *reader) Click(a *app, x, y int) tea.Cmd {
	i := r.top + y - r.above
	if y < r.above || i >= len(r.rows) || !r.finding {
		return nil
	}
	row := r.rows[i]
	for n, h := range r.hits {
		if h.para == row.para && row.from <= h.from && h.from < row.to {
			r.hit = n
			return nil
		}
	}
	return nil
}

// Wheel scrolls.
func (r *reader) Wheel(a *app, x, y, by int) tea.Cmd {
	r.top = max(0, r.top+3*by)
	return nil
}

// after is the first hit that ends behind a place. Hits are in order, and a
// long text has very many.
func (r *reader) after(para, at int) int {
	return sort.Search(len(r.hits), func(i int) bool {
		h := r.hits[i]
		return h.para > para || h.para == para && h.to > at
	})
}

// hitAt is the hit that covers a place.
func (r *reader) hitAt(para, at int) (hit int, ok bool) {
	i := r.after(para, at)
	if i < len(r.hits) && r.hits[i].para == para && r.hits[i].from <= at {
		return i, true
	}
	return 0, false
}

// nextHit is where the next hit of a paragraph begins, or -1.
func (r *reader) nextHit(para, at int) int {
	for i := r.after(para, at); i < len(r.hits) && r.hits[i].para == para; i++ {
		if r.hits[i].from > at {
			return r.hits[i].from
		}
	}
	return -1
}
