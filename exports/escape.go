package exports

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// place is where a line of text stands, because that decides what Markdown
// would read into it.
type place int

const (
	atStart   place = iota // a paragraph of its own
	inItem                 // the first paragraph of a list item
	inHeading              // behind the # of a heading
	inCell                 // a cell of a table
)

// line is the text of one paragraph, heading or cell, with the delimiters that
// the document itself puts into it. A line never holds a line break.
type line struct {
	text  string
	place place
	marks []mark
	pairs [3]pair // of * _ ~
	ticks bool    // backticks would make code
	tags  int     // where the last > stands, which could end a tag

	from, to int // the run of delimiters that was looked at last
}

// mark is a delimiter of the document's own, before the byte at.
type mark struct {
	at    int
	delim string
	opens bool
}

// pair is where a delimiter could first open and last close.
type pair struct{ open, shut int }

const paired = "*_~"

func newLine(runs []Run, p place) line {
	l := line{place: p}
	if len(runs) == 1 && runs[0].Emphasis == Plain {
		l.text = strings.Trim(oneLine(runs[0].Text), " ")
	} else {
		l.join(runs)
	}
	if strings.ContainsAny(l.text, "*_~`<") {
		l.tags = strings.LastIndexByte(l.text, '>')
		l.survey()
	}
	return l
}

// oneLine makes a stray line break a blank: one in the output would begin a
// new line of Markdown, with all that may mean.
func oneLine(s string) string {
	if strings.IndexByte(s, '\n') < 0 {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' }), " ")
}

// join makes one text of the runs. Blanks at the ends of an emphasised run are
// left outside its delimiters, which would not work with them inside.
func (l *line) join(runs []Run) {
	var b strings.Builder
	for _, r := range runs {
		text := oneLine(r.Text)
		inner := strings.TrimFunc(text, unicode.IsSpace)
		if r.Emphasis == Plain || inner == "" {
			b.WriteString(text)
			continue
		}
		delim := "**"
		if r.Emphasis == Italic {
			delim = "*"
		}
		lead := strings.Index(text, inner)
		b.WriteString(text[:lead])
		l.marks = append(l.marks, mark{b.Len(), delim, true})
		b.WriteString(inner)
		l.marks = append(l.marks, mark{b.Len(), delim, false})
		b.WriteString(text[lead+len(inner):])
	}
	l.text = strings.TrimRight(b.String(), " ")
}

// survey finds out which delimiters could pair, so that a lone one stays as
// typed. It takes every delimiter that touches text for one that could open or
// close: readers differ over what counts as punctuation.
func (l *line) survey() {
	for k := range l.pairs {
		l.pairs[k] = pair{open: len(l.text), shut: -1}
	}
	var seen uint64 // lengths of the runs of backticks
	for i := 0; i < len(l.text); i++ {
		c := l.text[i]
		if c == '`' {
			n := runLength(l.text[i:])
			bit := uint64(1) << min(n, 63)
			l.ticks = l.ticks || seen&bit != 0
			seen |= bit
			i += n - 1
			continue
		}
		k := strings.IndexByte(paired, c)
		if k < 0 {
			continue
		}
		opens, shuts := l.flanks(i)
		if opens {
			l.pairs[k].open = min(l.pairs[k].open, i)
		}
		if shuts {
			l.pairs[k].shut = i
		}
	}
}

// runLength is how often the first byte of s is repeated at its start.
func runLength(s string) int {
	n := 1
	for n < len(s) && s[n] == s[0] {
		n++
	}
	return n
}

// run is from where to where the delimiter at i is repeated. It remembers the
// last one, or a million asterisks would take hours.
func (l *line) run(i int) (from, to int) {
	if i >= l.from && i < l.to {
		return l.from, l.to
	}
	from, to = i, i+1
	for from > 0 && l.text[from-1] == l.text[i] && !l.marked(from) {
		from--
	}
	for to < len(l.text) && l.text[to] == l.text[i] && !l.marked(to) {
		to++
	}
	l.from, l.to = from, to
	return from, to
}

// flanks says whether the delimiter at i could open and could close.
func (l *line) flanks(i int) (opens, shuts bool) {
	from, to := l.run(i)
	opens = l.marked(to) || to < len(l.text) && l.text[to] != ' '
	shuts = l.marked(from) || from > 0 && l.text[from-1] != ' '
	if l.text[i] == '_' && opens && shuts && !l.marked(from) && !l.marked(to) {
		before, _ := utf8.DecodeLastRuneInString(l.text[:from])
		after, _ := utf8.DecodeRuneInString(l.text[to:])
		if isWord(before) && isWord(after) {
			return false, false // an underscore within a word is one
		}
	}
	return opens, shuts
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// marked says whether a delimiter of the document stands before byte i.
func (l *line) marked(i int) bool {
	for _, m := range l.marks {
		if m.at == i {
			return true
		}
	}
	return false
}

// emphasised says whether byte i is inside emphasis of the document.
func (l *line) emphasised(i int) bool {
	in := false
	for _, m := range l.marks {
		if m.at <= i {
			in = m.opens
		}
	}
	return in
}

const active = "\\*_~`[]<>&:.@#-+)|"

var isActive = func() (t [256]bool) {
	for _, c := range []byte(active) {
		t[c] = true
	}
	return t
}()

// escape appends the line as Markdown: a backslash stands before a character
// only where it would otherwise act.
func (l *line) escape(dst []byte) []byte {
	from, next := 0, 0
	for i := 0; i < len(l.text); i++ {
		for next < len(l.marks) && l.marks[next].at == i {
			dst = append(append(dst, l.text[from:i]...), l.marks[next].delim...)
			from = i
			next++
		}
		if isActive[l.text[i]] && l.acts(i) {
			dst = append(append(dst, l.text[from:i]...), '\\')
			from = i
		}
	}
	dst = append(dst, l.text[from:]...)
	for ; next < len(l.marks); next++ {
		dst = append(dst, l.marks[next].delim...)
	}
	return dst
}
