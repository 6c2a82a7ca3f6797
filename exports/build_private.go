package exports

import (
	"strings"

	"minutebook/agenda"
)

// private is what a full copy knows besides what it prints: the public face of
// each item, and the clerk's notes, by the entry they are printed behind.
type private struct {
	faces map[agenda.ID]*agenda.Item
	notes map[agenda.ID]map[agenda.ID][]*agenda.Entry
}

// opened is a meeting of whole items, the clerk's notes apart, because they
// part no exchange and no group of questions.
func opened(r agenda.Record) (agenda.Meeting, *private) {
	m := r.Open
	p := &private{map[agenda.ID]*agenda.Item{}, map[agenda.ID]map[agenda.ID][]*agenda.Entry{}}
	items := make([]*agenda.Item, len(m.Items))
	for i, face := range m.Items {
		it, ok := r.Whole(face.ID)
		if !ok {
			it = face
		}
		p.faces[face.ID] = face
		items[i], p.notes[face.ID] = unnoted(it)
	}
	m.Items = items
	return m, p
}

// unnoted is an item without the clerk's notes, and those by the entry that
// stands before them, zero for those before the first.
func unnoted(it *agenda.Item) (*agenda.Item, map[agenda.ID][]*agenda.Entry) {
	c := *it
	c.Entries = nil
	notes := map[agenda.ID][]*agenda.Entry{}
	var above agenda.ID
	for _, e := range it.Entries {
		if e.Kind == agenda.Note {
			notes[above] = append(notes[above], e)
			continue
		}
		above = e.ID
		c.Entries = append(c.Entries, e)
	}
	return &c, notes
}

// begin starts an item: what the public is told of private business, and in a
// full copy where that begins. It returns the item's public face in a full copy,
// nil in a public one.
func (d *builder) begin(it *agenda.Item) (face *agenda.Item) {
	d.behind, d.summary, d.inPrivate = nil, "", false
	hidden := ""
	if d.full != nil {
		face, d.behind = d.full.faces[it.ID], d.full.notes[it.ID]
		if face != nil && face.Title != it.Title {
			hidden = fill(d.s.Private.PublicTitle, d.titleOf(face))
		}
	}
	x := it.Exempt
	if x == nil {
		x = &agenda.Exempt{}
	}
	if x.Whole {
		d.mark(hidden)
		d.exempt(d.exemption(x.Ground, x.Reason), x.Summary)
		return face
	}
	if hidden != "" {
		d.add(labelled(d.s.Private.OwnTitle, hidden))
	}
	for _, e := range it.Entries {
		if e.Event != nil && e.Event.What == agenda.Exempted {
			d.summary = x.Summary // stands where that begins
			return face
		}
	}
	d.text(x.Summary)
	return face
}

// mark says in a full copy that private business follows.
func (d *builder) mark(words string) {
	if d.full != nil && !d.inPrivate {
		d.add(labelled(d.s.Private.Begins, words))
	}
	d.inPrivate = true
}

// end says in a full copy that private business is over.
func (d *builder) end() {
	if d.full != nil && d.inPrivate {
		d.add(labelled(d.s.Private.Ends, ""))
	}
	d.inPrivate = false
}

// turn adds the event with which private business begins or ends.
func (d *builder) turn(e *agenda.Entry) {
	if e.Event.What == agenda.Reopened {
		d.end()
		d.text(numbered(e, e.Text))
	} else {
		d.mark("")
		d.exempt(numbered(e, d.exemption(e.Event.How, oneLine(e.Text))), d.summary)
		d.summary = ""
	}
	d.points(e.Points)
}

// exempt adds why business is private, and what the public is told instead.
func (d *builder) exempt(why, summary string) {
	p := Paragraph{{why, Italic}}
	texts := paragraphs(summary)
	if len(texts) > 0 {
		p = append(p, Run{Text: " " + texts[0]})
		texts = texts[1:]
	}
	d.add(p)
	for _, t := range texts {
		d.add(plain(t))
	}
}

// exemption is on what grounds business is private: "Exempt under paragraph 3:
// the business affairs of a tenant."
func (p *printer) exemption(ground, reason string) string {
	words := p.s.Private.Exempt
	if ground != "" {
		words = fill(p.s.Private.Under, p.ground(ground))
	}
	if reason != "" {
		words += p.s.Colon + reason
	}
	return stop(words)
}

// ground is paragraph numbers with the word for them, or words as typed.
func (p *printer) ground(typed string) string {
	list := strings.FieldsFunc(typed, func(r rune) bool { return r == ',' || r == ' ' || r == '&' })
	var numbers []string
	for _, n := range list {
		switch {
		case n == p.s.Head.And:
		case isDigit(n[0]) && len(n) <= 5:
			numbers = append(numbers, n)
		default:
			return typed
		}
	}
	if len(numbers) == 0 {
		return typed
	}
	return fill(either(p.s.Private.Paragraph, len(numbers)), p.join(numbers))
}

// note adds the clerk's notes that stand right behind an entry of the item.
func (d *builder) note(after agenda.ID) {
	for _, e := range d.behind[after] {
		d.tagged(d.s.NoteTag, numbered(e, e.Text))
		d.points(e.Points)
	}
}
