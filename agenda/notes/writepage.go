package notes

import "minutebook/agenda"

// page is an item as it is written: its two parts, and the entries in the order
// in which the clerk sees them. Of a public copy nothing in it is closed.
type page struct {
	agenda.Parts
	face    *agenda.Item
	entries []*agenda.Entry
}

func (w *writer) page(it *agenda.Item) page {
	p := page{Parts: agenda.Parts{Face: *it}, face: it}
	if c := w.r.Closed.Items[it.ID]; c != nil {
		p.Closed = *c
	}
	whole, _ := w.r.Whole(it.ID)
	p.entries = whole.Entries
	return p
}

func (p *page) whole() bool { return p.face.Exempt != nil && p.face.Exempt.Whole }

// header is what stands above the first entry: the item's own title and paper.
// What became of it stands where it was said, which in private business is
// behind the /exempt; that of an item which is closed as a whole is closed with
// it, and so is why it was urgent.
func (p *page) header() agenda.Item {
	it := p.Shown()
	it.Late, it.Outcome = p.face.Late, p.face.Outcome
	if p.whole() {
		it.Outcome = p.Closed.Outcome
		if it.Late = p.Closed.Late; it.Late == "" && !p.happens(agenda.Reopened) {
			it.Late = p.face.Late // public in a record of before
		}
	}
	return it
}

// nothing is whether there is nothing to write: what stands in an interlude is
// what makes it one.
func (p *page) nothing() bool {
	it := p.header()
	return writeHeading(&it) == "==" && len(p.entries) == 0 && p.face.Exempt == nil &&
		it.Outcome == (agenda.Outcome{}) && it.Rendering == "" && it.Late == ""
}

// exemption writes that an item is private as a whole, and what the public is
// told of it. Of an item that is private in part this stands where that begins.
func (w *writer) exemption(p page) {
	switch {
	case p.whole():
		writeText(&w.Builder, exemptLine(p.face.Exempt.Ground, p.face.Exempt.Reason))
		w.told(p)
	case !p.happens(agenda.Exempted):
		w.told(p)
	}
}

// happens says whether an event of this name stands in the public part of the
// item: private business begins or ends there.
func (p *page) happens(what string) bool {
	for _, e := range p.face.Entries {
		if e.Event != nil && e.Event.What == what {
			return true
		}
	}
	return false
}

// told writes what the public is told of private business.
func (w *writer) told(p page) {
	if title := p.face.Title; p.whole() && title != "" || !p.whole() && p.Closed.Title != "" {
		writeText(&w.Builder, "public title: "+title)
	}
	if x := p.face.Exempt; x != nil {
		w.head("public summary", x.Summary)
	}
}

// entries writes the entries of an item from index i, closed ones where they
// stand.
func (w *writer) entries(p page, i int) {
	var public, all []*agenda.Entry
	first, published := !p.whole(), p.whole()
	for at, e := range p.entries {
		if at >= i {
			w.entry(e, public, all)
		}
		if e.Kind == agenda.Note {
			continue
		}
		all = append(all, e)
		if !e.ID.Closed() {
			public = append(public, e)
		}
		switch {
		case e.Event == nil:
		case e.Event.What == agenda.Exempted && first:
			first = false
			w.told(p)
			w.fields(&agenda.Item{Outcome: p.Closed.Outcome, Late: p.Closed.Late})
		case e.Event.What == agenda.Reopened && published:
			published = false
			w.fields(&agenda.Item{Outcome: p.face.Outcome, Late: p.face.Late})
		}
	}
}

// entry writes an entry as it reads behind those above it: public ones by what
// is public, closed ones by the whole.
func (w *writer) entry(e *agenda.Entry, public, all []*agenda.Entry) {
	v, above := w.face, public
	if e.ID.Closed() {
		v, above = w.whole, all
	}
	if e.Table != nil || e.Kind == agenda.Narrative && e.Text == "" {
		w.WriteByte('\n') // nothing above it takes its rows or points
	}
	first := "!"
	if e.Resolution != nil && e.Number == "" && rowAbove(above) != nil {
		first = "!!"
	}
	writeEntry(&w.Builder, v, e, first)
}
