package tui

import (
	"fmt"
	"strings"
)

// preview is the text of a file, word for word, in pages. Marks of Markdown are
// muted and what they make bold is bold; nothing is left out or put in.
type preview struct {
	text readText
	rows []readRow // of text, laid out at wide
	wide int       // 0: to be laid out
	page int       // rows of a page
	top  int
}

// set takes another text; the place in it stays as far as there is one.
func (p *preview) set(text []byte, markdown bool) {
	p.text, p.wide = nil, 0
	for l := range strings.SplitSeq(strings.TrimSuffix(string(text), "\n"), "\n") {
		para := readPara{text: shown(l), tight: true}
		if markdown {
			para.spans = markSpans(para.text)
		}
		p.text = append(p.text, para)
	}
}

// markSpans is where a line of Markdown is set otherwise: the marks of a heading
// and of bold muted, their text bold.
func markSpans(l string) []readSpan {
	if rest := strings.TrimLeft(l, "#"); len(rest) < len(l) && strings.HasPrefix(rest, " ") {
		n := len(l) - len(rest) + 1
		return []readSpan{{0, n, false}, {n, len(l), true}}
	}
	var spans []readSpan
	open := -1
	for i := 0; i < len(l)-1; i++ {
		switch {
		case l[i] == '\\':
			i++ // what is escaped is text
		case l[i] != '*' || l[i+1] != '*':
		case open < 0:
			open = i
			i++
		default:
			spans = append(spans, readSpan{open, open + 2, false}, readSpan{open + 2, i, true}, readSpan{i, i + 2, false})
			open = -1
			i++
		}
	}
	return spans
}

// view is the page at the top of which the preview stands.
func (p *preview) view(a *app, measure, height int) []string {
	if p.wide != measure {
		p.rows, p.wide = p.text.layOut(measure), measure
	}
	p.page = max(1, height)
	p.scroll(0)
	var out []string
	for i := p.top; i < len(p.rows) && i < p.top+p.page; i++ {
		var l line
		row := p.rows[i]
		para := &p.text[row.para]
		for at := row.from; at < row.to; {
			ink, end := para.inkAt(a, at, row.to)
			l.add(ink, para.text[at:end])
			at = end
		}
		out = append(out, l.String())
	}
	return out
}

// turn goes a page on or back. Pages lie end to end, so that their numbers are
// true.
func (p *preview) turn(by int) {
	if to := p.top + by*p.page; to < len(p.rows) {
		p.top = max(0, to)
	}
}

func (p *preview) scroll(by int) { p.top = max(0, min(p.top+by, len(p.rows)-1)) }

// words says which page is shown.
func (p *preview) words() string {
	pages := max(1, (len(p.rows)+p.page-1)/p.page)
	return fmt.Sprintf("preview, page %d of %d", min(pages, p.top/p.page+1), pages)
}
