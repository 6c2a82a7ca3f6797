package exports

import (
	"strings"
	"unicode/utf8"

	"minutebook/agenda"
)

// whole makes a sentence of words: it begins with a capital and has an end.
func whole(words string) string { return upperFirst(stop(words)) }

// stop ends a sentence with a full stop, unless it has an end of its own.
func stop(words string) string {
	if words == "" || ended(words) {
		return words
	}
	return words + "."
}

// ended says whether a text ends as a sentence does, a closing quotation mark
// or bracket behind the full stop included.
func ended(text string) bool {
	text = strings.TrimRight(text, "\"”“’'»)]\u00a0\u202f")
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".?!…。？！", r)
}

// since puts a reason behind what it is given for: with a blank where the clerk
// wrote it as the rest of the sentence ("so that …"), else behind a colon.
func (p *printer) since(words, reason string) string {
	for _, flow := range p.s.Order.Flows {
		if strings.HasPrefix(reason, flow+" ") {
			return words + " " + reason
		}
	}
	return words + p.s.Colon + reason
}

// tag is words of the house that stand before others, with a colon.
func (p *printer) tag(label string) string { return label + strings.TrimRight(p.s.Colon, " ") }

// either is the one form of a word or the other, by how many there are.
func either(t agenda.Title, n int) string {
	if n == 1 {
		return t.One
	}
	return t.Many
}

// sentences joins those that say something.
func sentences(list ...string) string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " ")
}

// tagged adds a text behind words of the house in bold, and its further
// paragraphs below; nothing where the text is empty.
func (d *builder) tagged(label, text string) {
	for i, p := range paragraphs(text) {
		if i == 0 {
			d.add(labelled(d.tag(label), p))
		} else {
			d.add(plain(p))
		}
	}
}

// told adds a sentence of the house, with the number the entry has of its own,
// and what the clerk wrote besides: its text and its points.
func (d *builder) told(e *agenda.Entry, sentence string) {
	if words := numbered(e, sentence); words != "" {
		d.add(plain(words))
	}
	d.text(e.Text)
	d.points(e.Points)
}
