package exports

import (
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// reader is an independent reader of CommonMark and GitHub's additions.
var reader = goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithParserOptions(parser.WithASTTransformers(
	util.Prioritized(unbroken{}, 10000))))

// unbroken reads a line break within a paragraph as the blank it stands for.
type unbroken struct{}

func (unbroken) Transform(doc *ast.Document, _ gmtext.Reader, _ parser.Context) {
	var broken []*ast.Text
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering && t.SoftLineBreak() {
			broken = append(broken, t)
		}
		return ast.WalkContinue, nil
	})
	for _, t := range broken {
		t.SetSoftLineBreak(false)
		t.Parent().InsertAfter(t.Parent(), t, ast.NewString([]byte(" ")))
	}
}

// assertReadBack fails unless a reader finds in the Markdown of a document
// exactly its structure and every character of its text.
func assertReadBack(t interface {
	Helper()
	Fatalf(string, ...any)
}, d Document) {
	t.Helper()
	var md, got bytes.Buffer
	if err := Markdown(&md, d); err != nil {
		t.Fatalf("Markdown: %v", err)
	}
	if err := reader.Convert(md.Bytes(), &got); err != nil {
		t.Fatalf("reading back: %v", err)
	}
	want := expected{}.blocks(d.Blocks, false)
	if got := got.String(); got != want {
		t.Fatalf("another structure was read back: %s\n--- Markdown\n%s", firstDifference(want, got), md.String())
	}
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d: want %q, got %q", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("want %d lines, got %d", len(a), len(b))
}

// expected writes the HTML that a reader has to make of a document. It knows
// nothing of Markdown.
type expected struct{}

func (x expected) blocks(blocks []Block, tight bool) string {
	var b strings.Builder
	for i, bl := range blocks {
		switch bl := bl.(type) {
		case Heading:
			fmt.Fprintf(&b, "<h%d>%s</h%d>\n", min(bl.Level, 6), x.text(bl.Text), min(bl.Level, 6))
		case Paragraph:
			switch {
			case !tight:
				fmt.Fprintf(&b, "<p>%s</p>\n", x.runs(bl))
			default:
				b.WriteString(x.runs(bl))
				if i < len(blocks)-1 {
					b.WriteByte('\n')
				}
			}
		case List:
			b.WriteString(x.list(bl, tight))
		case Table:
			b.WriteString(x.table(bl))
		case Resolution:
			b.WriteString(x.resolution(bl))
		case Signature:
			fmt.Fprintf(&b, "<p>%s</p>\n", x.text(string(bl)))
		}
	}
	return b.String()
}

// list: one with an item of several paragraphs is loose, and so is each list in
// which such a one is.
func (x expected) list(l List, inTight bool) string {
	tight := inTight || isTight(l)
	var b strings.Builder
	b.WriteString("<ul>\n")
	for _, item := range l {
		b.WriteString("<li>")
		if !tight || len(item) == 0 {
			b.WriteByte('\n')
		}
		b.WriteString(x.blocks(item, tight))
		b.WriteString("</li>\n")
	}
	b.WriteString("</ul>\n")
	return b.String()
}

func (x expected) table(t Table) string {
	var b strings.Builder
	cell := func(tag, text string, right bool) {
		style := ""
		if right {
			style = ` style="text-align:right"`
		}
		fmt.Fprintf(&b, "<%s%s>%s</%s>\n", tag, style, x.text(text), tag)
	}
	b.WriteString("<table>\n<thead>\n<tr>\n")
	for i, c := range t.Head {
		cell("th", c, t.Right[i])
	}
	b.WriteString("</tr>\n</thead>\n")
	if len(t.Rows) > 0 {
		b.WriteString("<tbody>\n")
		for _, r := range t.Rows {
			b.WriteString("<tr>\n")
			for i, c := range r {
				cell("td", c, t.Right[i])
			}
			b.WriteString("</tr>\n")
		}
		b.WriteString("</tbody>\n")
	}
	b.WriteString("</table>\n")
	return b.String()
}

func (x expected) resolution(r Resolution) string {
	var b strings.Builder
	lead := ""
	if r.Number != "" {
		lead = x.text(r.Number) + " "
	}
	if r.Verb != "" {
		lead += x.runs(Paragraph{{r.Verb, Bold}})
		if len(r.Parts) > 0 {
			lead += " – "
		}
	}
	begun := false
	paragraph := func(text string) {
		if !begun {
			text = strings.TrimRight(lead+text, " ")
		}
		begun = true
		fmt.Fprintf(&b, "<p>%s</p>\n", text)
	}
	for _, p := range r.Parts {
		indent := strings.Repeat("\u00a0", 3*max(p.Depth-1, 0))
		texts := p.Text
		if len(texts) == 0 && p.Label != "" {
			texts = []string{""}
		}
		for i, text := range texts {
			if i == 0 && p.Label != "" {
				text = strings.TrimRight(p.Label+" "+text, " ")
			}
			paragraph(indent + x.text(text))
		}
	}
	if !begun && lead != "" {
		paragraph("")
	}
	if r.By != "" {
		fmt.Fprintf(&b, "<p>%s</p>\n", x.text(r.By))
	}
	return b.String()
}

func (x expected) runs(p Paragraph) string {
	var b strings.Builder
	for _, r := range p {
		r.Text = oneLine(r.Text)
		tag := ""
		switch r.Emphasis {
		case Bold:
			tag = "strong"
		case Italic:
			tag = "em"
		}
		inner := strings.TrimFunc(r.Text, unicode.IsSpace)
		if tag == "" || inner == "" {
			b.WriteString(x.text(r.Text))
			continue
		}
		before, after, _ := strings.Cut(r.Text, inner)
		fmt.Fprintf(&b, "%s<%s>%s</%s>%s", x.text(before), tag, x.text(inner), tag, x.text(after))
	}
	return b.String()
}

func (expected) text(s string) string {
	s = html.EscapeString(oneLine(s))
	return strings.NewReplacer("&#34;", "&quot;", "&#39;", "'").Replace(s)
}

func TestReaderKnowsForgery(t *testing.T) {
	t.Parallel()
	var got bytes.Buffer
	if err := reader.Convert([]byte("**RESOLVED** – That it be forged."), &got); err != nil {
		t.Fatal(err)
	}
	if want := (expected{}).blocks([]Block{plain("**RESOLVED** – That it be forged.")}, false); got.String() == want {
		t.Fatal("the reader does not tell bold text from asterisks, so the other tests prove nothing")
	}
}
