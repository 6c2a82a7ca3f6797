package exports

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/agenda"
)

// Build is the minutes of a meeting in the house style of its body. It is the
// only way from a record to a document that the public may see; the clerk's
// notes cannot be reached from what it is given.
func Build(b agenda.Body, m agenda.Meeting, life agenda.Life) Document {
	return newBuilder(b, m).document(b, life)
}

// BuildFull is the same with the clerk's notes, and it says so. It is never to
// be published.
func BuildFull(b agenda.Body, r agenda.Record, life agenda.Life) Document {
	d := newBuilder(b, r.Open)
	d.full = &r
	return d.document(b, life)
}

// builder collects the blocks of a document.
type builder struct {
	*printer
	out     []Block
	closing *agenda.Entry                       // printed behind everything else
	full    *agenda.Record                      // nil in a public copy
	behind  map[agenda.ID][]*agenda.ClosedEntry // the clerk's notes of the item being built
	reviews bool                                // the item goes through the actions of earlier meetings
}

func newBuilder(b agenda.Body, m agenda.Meeting) *builder {
	s := agenda.StyleNamed(m.Style.Or(b.Style))
	return &builder{printer: newPrinter(s, m), out: make([]Block, 0, 256)}
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

// ItemTitle is the heading of an item: its number as typed, with a dot where
// the number has no end of its own, and its title.
func ItemTitle(it *agenda.Item) string {
	number := it.Number
	if r, _ := utf8.DecodeLastRuneInString(number); unicode.IsLetter(r) || unicode.IsDigit(r) {
		number += "."
	}
	return trim(number + " " + it.Title)
}

func (d *builder) item(it *agenda.Item) {
	if title := ItemTitle(it); title != "" && it.Titled() {
		d.add(Heading{Level: 1 + max(it.Level, 1), Text: title})
	}
	if it.Kind == agenda.KindApologies {
		d.apologies(it)
	}
	if d.full != nil {
		d.behind = d.full.Notes(it.ID)
	}
	d.reviews = it.Kind == agenda.KindActions
	d.entries(it)
	if o := it.Outcome; o != (agenda.Outcome{}) {
		text := upperFirst(o.Said())
		if text != "" && o.Reason != "" {
			text += ": "
		}
		d.add(Paragraph{{text + o.Reason, Italic}})
	}
}

// upperFirst is a sentence of the house that begins with a word as typed.
func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// apologies writes the sentence under the item where apologies are received,
// unless the clerk wrote one.
func (d *builder) apologies(it *agenda.Item) {
	for _, e := range it.Entries {
		if e.Kind != agenda.Happening {
			return
		}
	}
	if who := d.join(d.groups(d.roll().apologies)); who != "" {
		d.add(plain(fill(d.s.Head.ApologiesFrom, who)))
	}
}

// note adds the clerk's notes that stand right behind an entry of the item.
func (d *builder) note(after agenda.ID) {
	for _, e := range d.behind[after] {
		d.clerksNote(e)
	}
}

func (d *builder) clerksNote(e *agenda.ClosedEntry) {
	label := d.s.NoteTag + ":"
	for i, p := range paragraphs(e.Text) {
		if i == 0 {
			d.add(labelled(label, p))
		} else {
			d.add(plain(p))
		}
	}
	d.points(e.Points)
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
