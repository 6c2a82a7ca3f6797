package exports

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Markdown writes a document as CommonMark with the tables of GitHub. A
// paragraph is one line, because readers wrap for themselves; in a list the
// lines are broken, so that unrendered text stands beside its bullet.
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
			from := len(m.out)
			m.runs(p, inItem)
			m.wrap(from, indent+2)
			item = item[1:]
			if len(item) > 0 {
				m.newLine(indent+2, !tight)
			}
		}
		m.blocks(item, indent+2, tight)
	}
}

// measure is how wide a line of a list is, at most: one column less than 120,
// as terminals wrap a full line.
const measure = 119

// wrap breaks what was written from a byte on into lines that are indented. It
// breaks only before a letter: no line that begins with one can be anything but
// the text going on.
func (m *markdown) wrap(from, indent int) {
	text := string(m.out[from:])
	m.out = m.out[:from]
	for room := measure - indent; ; {
		at := lastBreak(text, room)
		if at < 0 {
			break
		}
		m.out = append(m.out, text[:at]...)
		m.newLine(indent, false)
		text = text[at+1:]
	}
	m.out = append(m.out, text...)
}

// lastBreak is the blank at which a text is best broken so that what is before
// it takes no more columns than there are: the last that fits, else the first
// there is. It is negative where the text fits or has no such blank.
func lastBreak(text string, room int) int {
	best, used, counted := -1, 0, 0
	for i := 0; i < len(text); i++ {
		if text[i] != ' ' || !breaks(text, i) {
			continue
		}
		used += width(text[counted:i])
		counted = i
		if used > room && best >= 0 {
			return best
		}
		best = i
	}
	if used+width(text[counted:]) <= room {
		return -1
	}
	return best
}

// breaks says whether the blank at i can be a line break: one blank alone,
// before a letter, that nothing escapes.
func breaks(text string, i int) bool {
	if i == 0 || text[i-1] == ' ' || text[i-1] == '\\' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i+1:])
	return unicode.IsLetter(r)
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
