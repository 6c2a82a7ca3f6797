package tui

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/exports"
)

// reader is the minutes as members will see them: what a public export holds,
// set on the screen. It is given no closed text and so can show none; the full
// copy is read when it is asked for, and let go with the way back.
type reader struct {
	body    agenda.Body
	m       agenda.Meeting
	life    agenda.Life
	doc     exports.Document
	text    readText
	rows    []readRow // of text
	wide    int       // the measure of both; 0: to be laid out
	page    int       // rows of a page
	above   int       // rows above the text
	measure int       // the last one
	top     int

	load  loader    // the whole meeting, for the full copy and an export; nil: from the book
	full  bool      // the clerk's notes are on the screen
	start agenda.ID // the entry to begin at, once the text is laid out
	item  agenda.ID // the item, where the entry is not in this copy

	finding bool
	find    *editor
	hits    []readHit
	hit     int
}

func newReader(body agenda.Body, m agenda.Meeting, life agenda.Life) *reader {
	return &reader{body: body, m: m, life: life, find: newEditor(true), doc: exports.Build(body, m, life)}
}

// Name is the name of the screen in its help.
func (r *reader) Name() string { return "reading the minutes" }

func (r *reader) Init(*app) tea.Cmd { return nil }

// Restyle lays the text out again, for the measure of text may have changed.
func (r *reader) Restyle(*app) { r.wide = 0 }

func (r *reader) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case openExportMsg:
		return msg.shows(a, r)
	case fullMsg:
		r.showFull(a, msg)
	case tea.PasteMsg:
		r.finding = true
		r.find.Insert(msg.Content)
		r.search()
	case tea.KeyPressMsg:
		return r.key(a, msg)
	}
	return nil
}

func (r *reader) key(a *app, msg tea.KeyPressMsg) tea.Cmd {
	k := &a.keys
	switch {
	case matches(msg, k.Back):
		if !r.finding {
			return a.pop()
		}
		r.finding = false
		r.find.SetText("")
		r.search()
	case matches(msg, k.NextItem):
		r.top += max(1, r.page-1)
	case matches(msg, k.PrevItem):
		r.top -= max(1, r.page-1)
	case r.finding && matches(msg, k.Down, k.Keep, k.Find):
		r.goTo(r.hit + 1)
	case r.finding && matches(msg, k.Up):
		r.goTo(r.hit - 1)
	case matches(msg, k.Find):
		r.finding = true
	case matches(msg, k.Down):
		r.step(1)
	case matches(msg, k.Up):
		r.step(-1)
	case !r.finding && matches(msg, k.First):
		r.top = 0
	case !r.finding && matches(msg, k.Last):
		r.top = len(r.rows)
	case matches(msg, k.Kind):
		return r.turn(a)
	case matches(msg, k.Export):
		return openExport(r, r.loader(a))
	default:
		if _, changed := r.find.Update(msg); changed {
			r.finding = true
			r.search()
		}
	}
	return nil
}

// step moves to the heading after or before the top of the page.
func (r *reader) step(by int) {
	for i := r.top + by; i >= 0 && i < len(r.rows); i += by {
		if row := r.rows[i]; row.para >= 0 && r.text[row.para].heading && row.from == 0 {
			r.top = i
			return
		}
	}
	if by < 0 {
		r.top = 0
	}
}

// search finds what is typed and shows the first hit from the page on.
func (r *reader) search() {
	r.hits = r.text.find(r.find.Text())
	for i, h := range r.hits {
		if r.rowOf(h) >= r.top {
			r.goTo(i)
			return
		}
	}
	r.goTo(0)
}

// goTo makes a hit the current one and brings it on the page.
func (r *reader) goTo(hit int) {
	n := len(r.hits)
	if n == 0 {
		r.hit = 0
		return
	}
	r.hit = (hit + n) % n
	at := r.rowOf(r.hits[r.hit])
	if at < r.top || at >= r.top+r.page {
		r.top = at - r.page/3
	}
}

// rowOf is the row on which a hit begins.
func (r *reader) rowOf(h readHit) int {
	for i, row := range r.rows {
		if row.para == h.para && h.from < row.to {
			return i
		}
	}
	return 0
}

func (r *reader) View(a *app, width, height int) page {
	m := margin(width)
	measure := min(76, width-2*m)
	left := max(m, (width-measure)/2)
	if width < 100 {
		left = m
	}
	if r.wide != measure {
		r.lay(measure)
	}
	var top []string
	p := page{Title: r.body.Name, Where: longDay(r.m.Start), Band: r.band()}
	if r.finding {
		top, p.Cursor = r.findRow(a, width)
	} else if a.airy() {
		top = []string{""}
	}
	r.above = len(top)
	r.page = max(1, height-1-len(top))
	r.top = max(0, min(r.top, len(r.rows)-r.page))
	p.Rows = top
	for i := r.top; i < len(r.rows) && i < r.top+r.page; i++ {
		p.Rows = append(p.Rows, r.draw(a, r.rows[i], left))
	}
	p.Right = r.right(a)
	return p
}

func (r *reader) right(a *app) []part {
	read := 100
	if len(r.rows) > r.page {
		read = r.top * 100 / (len(r.rows) - r.page)
	}
	return []part{
		{text: r.copyWords(), style: a.st.text},
		{text: draftWords(r.life), style: a.st.strong, keep: true},
		{text: fmt.Sprintf("%d %%", read), style: a.st.text},
	}
}

func (r *reader) findRow(a *app, width int) ([]string, *tea.Cursor) {
	m := margin(width)
	var l line
	l.to(m).add(a.st.muted, "Find").to(l.n + 2)
	wide := min(40, width-m-l.n-16)
	r.find.SetWidth(wide)
	_, col := r.find.Cursor()
	cursor := tea.NewCursor(l.n+col, 0)
	l.put(a.st.field.over(pad(shown(r.find.Rows(0, 1)[0]), wide))).to(l.n + 2)
	words := ""
	switch {
	case len(r.hits) > 0:
		words = fmt.Sprintf("%d of %d", r.hit+1, len(r.hits))
	case !r.find.Empty():
		words = "not in here"
	}
	l.add(a.st.muted, words)
	return []string{l.String(), ""}, cursor
}

// draw is a row with its emphasis and the hits underlined.
func (r *reader) draw(a *app, row readRow, left int) string {
	var l line
	l.to(left)
	if row.para < 0 {
		return ""
	}
	p := r.text[row.para]
	if row.mark != "" {
		l.to(left+row.indent-2).add(a.st.muted, row.mark)
	}
	l.to(left + row.indent)
	for at := row.from; at < row.to; {
		i, end := p.inkAt(a, at, row.to)
		if h, ok := r.hitAt(row.para, at); ok {
			end = min(end, r.hits[h].to)
			over := a.st.found
			if h == r.hit {
				over = a.st.foundHere
			}
			i = i.with(over)
		} else if next := r.nextHit(row.para, at); next > at {
			end = min(end, next)
		}
		l.add(i, p.text[at:end])
		at = end
	}
	return l.String()
}

func (r *reader) Keys(a *app) []key.Binding {
	k := &a.keys
	page, before := labelled(k.NextItem, "page"), labelled(k.PrevItem, "page back")
	if r.finding {
		return []key.Binding{
			labelled(k.Keep, "next hit"), both(k.Up, k.Down, "hits"), page,
			labelled(k.Back, "close find"), k.Export, labelled(k.Kind, r.otherCopy()), k.Commands, k.Quit, before,
		}
	}
	return []key.Binding{page, both(k.Up, k.Down, "item"), k.Find, labelled(k.Kind, r.otherCopy()), k.Back, k.Export,
		k.Commands, k.Quit, before, k.First, k.Last, k.Register, k.Actions}
}
