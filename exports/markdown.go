package exports

import (
	"io"
	"strings"
)

// Markdown writes a document as CommonMark with the tables of GitHub. A
// paragraph is one line, because readers wrap for themselves; text that is not
// rendered reads well all the same.
func Markdown(w io.Writer, d Document) error {
	md := markdown{out: make([]byte, 0, 256*(1+len(d.Blocks)))}
	md.blocks(d.Blocks, 0, false)
	md.out = append(md.out, '\n')
	_, err := w.Write(md.out)
	return err
}

// markdown is a document being written. Blocks end without a line break, so
// that what follows decides how many there are.
type markdown struct {
	out []byte
}

// blocks writes blocks one under the other, indented, the first one where the
// line stands already. A list right behind a list takes another bullet: that
// is what makes it another list.
func (m *markdown) blocks(blocks []Block, indent int, tight bool) {
	bullet := byte('-')
	for i, b := range blocks {
		if i > 0 {
			m.newLine(indent, !tight)
		}
		list, isList := b.(List)
		if !isList {
			bullet = '-'
			m.block(b, indent)
			continue
		}
		if i > 0 {
			if _, again := blocks[i-1].(List); again {
				bullet ^= '-' ^ '*'
			}
		}
		m.list(list, bullet, indent)
	}
}

func (m *markdown) newLine(indent int, blank bool) {
	if blank {
		m.out = append(m.out, '\n')
	}
	m.out = append(m.out, '\n')
	m.pad(indent, ' ')
}

func (m *markdown) pad(n int, c byte) {
	for range n {
		m.out = append(m.out, c)
	}
}

func (m *markdown) block(b Block, indent int) {
	switch b := b.(type) {
	case Heading:
		m.pad(min(max(b.Level, 1), 6), '#')
		m.out = append(m.out, ' ')
		m.text(b.Text, inHeading)
	case Paragraph:
		m.runs(b, atStart)
	case Table:
		m.table(b, indent)
	case Resolution:
		m.resolution(b, indent)
	case Signature:
		m.text(string(b), atStart)
	}
}

func (m *markdown) text(text string, p place) { m.runs([]Run{{Text: text}}, p) }

func (m *markdown) runs(runs []Run, p place) {
	l := newLine(runs, p)
	m.out = l.escape(m.out)
}

// list writes a list. It is tight, its items without blank lines, when nothing
// in it has two paragraphs; a list within a list follows the outer one, because
// readers differ over a loose list in a tight one.
func (m *markdown) list(l List, bullet byte, indent int) {
	tight := isTight(l)
	for i, item := range l {
		if i > 0 {
			m.newLine(indent, !tight)
		}
		m.out = append(m.out, bullet, ' ')
		if p, ok := item[0].(Paragraph); ok {
			m.runs(p, inItem)
			item = item[1:]
			if len(item) > 0 {
				m.newLine(indent+2, !tight)
			}
		}
		m.blocks(item, indent+2, tight)
	}
}

func isTight(l List) bool {
	for _, item := range l {
		for i, b := range item {
			switch b := b.(type) {
			case Paragraph:
				if i > 0 {
					return false
				}
			case List:
				if i > 1 || !isTight(b) {
					return false
				}
			default:
				return false
			}
		}
	}
	return true
}

// deeper stands before sub-sub-points. Four blanks would make a code block, so
// the rest of their indent is no-break spaces.
const deeper = "\u00a0\u00a0\u00a0"

// resolution writes the verb, then each part as a paragraph. A sub-point is
// indented by three blanks: readers drop them, people do not.
func (m *markdown) resolution(r Resolution, indent int) {
	lead := leadRuns(r)
	paragraphs := 0
	next := func(runs []Run, in int) {
		if paragraphs > 0 {
			m.newLine(indent+in, true)
		}
		paragraphs++
		m.runs(runs, atStart)
	}
	for _, p := range r.Parts {
		in, inner := 0, ""
		if p.Depth > 0 {
			in, inner = 3, strings.Repeat(deeper, p.Depth-1)
		}
		texts := p.Text
		if p.Label != "" && len(texts) == 0 {
			texts = []string{""}
		}
		for i, text := range texts {
			if i == 0 && p.Label != "" {
				text = strings.TrimRight(p.Label+" "+text, " ")
			}
			next(append(lead, Run{Text: inner + text}), in)
			lead = nil
		}
	}
	if paragraphs == 0 && lead != nil {
		next(lead, 0)
	}
	if r.By != "" {
		next([]Run{{Text: r.By}}, 0)
	}
}

// leadRuns is what stands before the first part: number, verb and dash.
func leadRuns(r Resolution) []Run {
	var runs []Run
	if r.Number != "" {
		runs = append(runs, Run{Text: r.Number + " "})
	}
	if r.Verb == "" {
		return runs
	}
	runs = append(runs, Run{r.Verb, Bold})
	if len(r.Parts) > 0 {
		runs = append(runs, Run{Text: " – "})
	}
	return runs
}
