package exports

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/agenda"
)

// Build is the minutes of a meeting in the house style of its body. It is the
// only way from a record to a document that the public may see; nothing closed
// can be reached from what it is given.
func Build(b agenda.Body, m agenda.Meeting, life agenda.Life) Document {
	return newBuilder(b, m).document(b, life)
}

// BuildFull is the same with the private business and the clerk's notes, and it
// says so. It is never to be published.
func BuildFull(b agenda.Body, r agenda.Record, life agenda.Life) Document {
	m, full := opened(r)
	d := newBuilder(b, m)
	d.full = full
	return d.document(b, life)
}

// Entry is what the minutes print of one entry when it stands by itself, for a
// screen that shows it. What the roll says is printed above the minutes, so of
// that it is empty.
func Entry(s agenda.Style, m agenda.Meeting, e agenda.Entry) []Block {
	it, _, ok := m.Find(e.ID)
	if !ok {
		it = &agenda.Item{}
	}
	d := &builder{printer: newPrinter(s, m)}
	d.entry(it, &e)
	return d.out
}

// builder collects the blocks of a document.
type builder struct {
	*printer
	out     []Block
	closing *agenda.Entry // printed behind everything else
	full    *private      // nil in a public copy

	// Of the item being built.
	behind    map[agenda.ID][]*agenda.Entry // the clerk's notes
	summary   string                        // what the public is still to be told of private business
	inPrivate bool
	reviews   bool // it goes through the actions of earlier meetings
}

func newBuilder(b agenda.Body, m agenda.Meeting) *builder {
	s := agenda.StyleNamed(m.Style.Or(b.Style))
	d := &builder{printer: newPrinter(s, m), out: make([]Block, 0, 256)}
	d.code = b.Code
	return d
}

func (d *builder) document(b agenda.Body, life agenda.Life) Document {
	d.heading(b, life)
	d.closing = d.m.Closing()
	for _, it := range d.m.Ordered() {
		d.item(it)
	}
	if d.closing != nil {
		d.event(&agenda.Item{}, d.closing)
	}
	if d.s.Head.Sign != "" {
		d.add(Signature(d.s.Head.Sign))
	}
	return Document{Blocks: d.out}
}

func (d *builder) add(blocks ...Block) { d.out = append(d.out, blocks...) }

// text adds each paragraph of a text.
func (d *builder) text(text string) {
	for _, p := range paragraphs(text) {
		d.add(plain(p))
	}
}

// paragraphs is a text split where it was; empty paragraphs are none.
func paragraphs(text string) []string {
	if text == "" {
		return nil
	}
	if strings.IndexByte(text, '\n') < 0 {
		return []string{text}
	}
	return strings.FieldsFunc(text, func(r rune) bool { return r == '\n' })
}

// upperFirst is a sentence of the house that begins with a word as typed.
func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// points adds a list of points, if there are any.
func (d *builder) points(points []agenda.Point) {
	if l := list(points); len(l) > 0 {
		d.add(l)
	}
}

// list makes bullets of points. A point without words gives its sub-points to
// the list it is in.
func list(points []agenda.Point) List {
	if len(points) == 0 {
		return nil
	}
	l := make(List, 0, len(points))
	for _, p := range points {
		texts, below := paragraphs(p.Text), list(p.Points)
		if len(texts) == 0 {
			l = append(l, below...)
			continue
		}
		var item ListItem
		for _, t := range texts {
			item = append(item, plain(t))
		}
		if len(below) > 0 {
			item = append(item, below)
		}
		l = append(l, item)
	}
	return l
}
