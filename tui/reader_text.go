package tui

import (
	"strings"
	"unicode/utf8"

	"minutebook/exports"
)

// readText is a document as paragraphs to be laid out in rows.
type readText []readPara

// readMaker makes a readText for a measure, which tables need to know.
type readMaker struct {
	text    readText
	measure int
}

// readPara is a paragraph: its text, how parts of it are set, and where it
// stands.
type readPara struct {
	text    string
	spans   []readSpan // in order; what is in none is plain
	indent  int
	mark    string // a bullet, two cells before the text
	tight   bool   // no blank row above
	heading bool
	fixed   bool // a row of a table: never wrapped
}

// readSpan is a part of a text that is not plain.
type readSpan struct {
	from, to int
	bold     bool // else muted
}

// readRow is a row of the page: a part of a paragraph. para is -1 for a blank.
type readRow struct {
	para, from, to, indent int
	mark                   string
}

// readHit is where a searched text was found.
type readHit struct{ para, from, to int }

func newReadText(d exports.Document, measure int) readText {
	t := readMaker{measure: measure}
	t.blocks(d.Blocks, 0, false)
	return t.text
}

func (t *readMaker) blocks(blocks []exports.Block, indent int, tight bool) {
	for i, b := range blocks {
		switch b := b.(type) {
		case exports.Heading:
			t.add(readPara{indent: indent, heading: b.Level > 1}, exports.Run{Text: b.Text, Emphasis: exports.Bold})
		case exports.Paragraph:
			t.add(readPara{indent: indent, tight: tight && i > 0}, b...)
		case exports.List:
			t.list(b, indent, tight && i > 0)
		case exports.Table:
			t.text = append(t.text, tableParas(b, indent, t.measure-indent)...)
		case exports.Resolution:
			t.resolution(b, indent)
		case exports.Signature:
			t.add(readPara{indent: indent}, exports.Run{Text: string(b)})
		}
	}
}

// list is bullets under each other without blank rows.
func (t *readMaker) list(l exports.List, indent int, tight bool) {
	for i, item := range l {
		first := len(t.text)
		t.blocks(item, indent+2, true)
		if first < len(t.text) {
			t.text[first].mark = glyphBullet
			t.text[first].tight = tight || i > 0
		}
	}
}

// resolution is the verb with its parts, and who proposed and voted.
func (t *readMaker) resolution(r exports.Resolution, indent int) {
	var lead []exports.Run
	if r.Number != "" {
		lead = append(lead, exports.Run{Text: r.Number + " "})
	}
	if r.Verb != "" {
		lead = append(lead, exports.Run{Text: r.Verb, Emphasis: exports.Bold})
		if len(r.Parts) > 0 {
			lead = append(lead, exports.Run{Text: " – "})
		}
	}
	for _, p := range r.Parts {
		in := indent + 4*p.Depth
		for i, text := range p.Text {
			if i == 0 && p.Label != "" {
				text = p.Label + " " + text
			}
			t.add(readPara{indent: in, tight: p.Depth > 0}, append(lead, exports.Run{Text: text})...)
			lead = nil
		}
	}
	if len(lead) > 0 {
		t.add(readPara{indent: indent}, lead...)
	}
	if r.By != "" {
		t.add(readPara{indent: indent}, exports.Run{Text: r.By})
	}
}

// add makes one paragraph of runs; a line break in them begins another row.
func (t *readMaker) add(p readPara, runs ...exports.Run) {
	var b strings.Builder
	for _, r := range runs {
		from := b.Len()
		for i, l := range strings.Split(r.Text, "\n") {
			if i > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(shown(l))
		}
		if r.Emphasis != exports.Plain && r.Text != "" {
			p.spans = append(p.spans, readSpan{from, b.Len(), r.Emphasis == exports.Bold})
		}
	}
	p.text = b.String()
	t.text = append(t.text, p)
}

// inkAt is how the text at a place is set, and up to where.
func (p *readPara) inkAt(a *app, at, end int) (ink, int) {
	for _, s := range p.spans {
		switch {
		case at < s.from:
			return a.st.text, min(end, s.from)
		case at < s.to && s.bold:
			return a.st.strong, min(end, s.to)
		case at < s.to:
			return a.st.muted, min(end, s.to)
		}
	}
	return a.st.text, end
}

// layOut is the rows of the text at a measure.
func (t readText) layOut(measure int) []readRow {
	var rows []readRow
	for i, p := range t {
		if i > 0 && !p.tight {
			rows = append(rows, readRow{para: -1})
		}
		mark, at := p.mark, 0
		add := func(from, to int) {
			rows = append(rows, readRow{i, from, to, p.indent, mark})
			mark = ""
		}
		if p.fixed {
			add(0, len(p.text))
			continue
		}
		for _, r := range wrap(p.text, max(10, measure-p.indent)) {
			// A row is a piece of the text without the blanks it broke at.
			r = strings.TrimRight(r, " ")
			from := strings.Index(p.text[at:], r)
			if from < 0 {
				from = 0 // the row was redrawn, as with a tab: keep the bytes in order
			}
			from += at
			at = min(len(p.text), from+len(r))
			add(from, at)
		}
	}
	return rows
}

// find is every place of a text, in any case; a run of blanks is one.
func (t readText) find(words string) []readHit {
	words = strings.Join(strings.Fields(words), " ")
	if words == "" {
		return nil
	}
	var hits []readHit
	for i, p := range t {
		for at := 0; at < len(p.text); {
			if n := prefixFold(p.text[at:], words); n > 0 {
				hits = append(hits, readHit{i, at, at + n})
				at += n
				continue
			}
			_, size := utf8.DecodeRuneInString(p.text[at:])
			at += size
		}
	}
	return hits
}

// prefixFold is the length of the start of s that is words in any case, or
// zero.
func prefixFold(s, words string) int {
	n := 0
	for _, w := range words {
		r, size := utf8.DecodeRuneInString(s[n:])
		if size == 0 || r != w && !strings.EqualFold(string(r), string(w)) {
			return 0
		}
		n += size
	}
	return n
}
