package exports

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

func escaped(text string, p place) string {
	l := newLine([]Run{{Text: text}}, p)
	return string(l.escape(nil))
}

var escapes = []struct {
	text, want string
	place      place
}{
	// Ordinary writing stays as it is.
	{text: `“Curly”, 'straight' & "double"; £4,500 – 50% (or more)!`},
	{text: "Room 5. It was 7.30 pm; e.g. 1.5 m."},
	{text: "5* hotels, a 3*4 grid"},
	{text: "a * b * c"},
	{text: "file_name_2 and snake_case"},
	{text: "~20 people"},
	{text: "5` by 6``"},
	{text: "[sic] and [draft]"},
	{text: "x < y, y > z, a <b"},
	{text: "R&D, AT&T; Marks & Spencer;"},
	{text: `C:\Reports\2026`},
	{text: "see minute 12# and #7, (a) - (b) + c = d | e"},
	{text: "at 12:30://"},
	{text: "-5 degrees"},
	{text: "+44 1632"},
	{text: "#hashtag"},
	{text: "2026 was"},
	{text: "1.5 metres"},
	{text: "(1) That"},
	{text: "@Pike said so"},
	{text: "a\u00a0b"},
	// What would act.
	{text: "**RESOLVED** – That", want: `\*\*RESOLVED\*\* – That`},
	{text: "*it*", want: `\*it\*`},
	{text: "_it_", want: `\_it\_`},
	{text: "~~gone~~", want: `\~\~gone\~\~`},
	{text: "`code`", want: "\\`code\\`"},
	{text: "# Title", want: `\# Title`},
	{text: "###### Title", want: `\###### Title`},
	{text: "####### Title"},
	{text: "- item", want: `\- item`},
	{text: "+ item", want: `\+ item`},
	{text: "* item", want: `\* item`},
	{text: "-", want: `\-`},
	{text: "---", want: `\---`},
	{text: "* * *", want: `\* * *`},
	{text: "___", want: `\___`},
	{text: "--"},
	{text: "--", place: inItem, want: `\--`},
	{text: "1. one", want: `1\. one`},
	{text: "12) one", want: `12\) one`},
	{text: "1.", want: `1\.`},
	{text: "1234567890. no list"},
	{text: "> quote", want: `\> quote`},
	{text: ">quote", want: `\>quote`},
	{text: "```", want: "\\```"},
	{text: "~~~ go", want: `\~~~ go`},
	{text: "[a]: http://x.org", want: `\[a]: http\://x.org`},
	{text: "[a](b)", want: `[a\](b)`},
	{text: "![a](b)", want: `![a\](b)`},
	{text: "[x] done", place: inItem, want: `\[x] done`},
	{text: "[x] done"},
	{text: "a <b>c</b>", want: `a \<b>c\</b>`},
	{text: "<div", want: `\<div`},
	{text: "<x@y.org>", want: `\<x\@y.org>`},
	{text: "&amp; &#38; &#x26;", want: `\&amp; \&#38; \&#x26;`},
	{text: "see www.x.org", want: `see www\.x.org`},
	{text: "https://x.org", want: `https\://x.org`},
	{text: "d.holt@harbour.example", want: `d.holt\@harbour.example`},
	{text: `\*`, want: `\\*`},
	{text: `a \_ b`, want: `a \\_ b`},
	{text: "Title #", place: inHeading, want: `Title \#`},
	{text: "C#", place: inHeading, want: `C\#`},
	{text: "# Title", place: inHeading},
	{text: "a | b", place: inCell, want: `a \| b`},
	{text: `a \| b`, place: inCell, want: `a \\\| b`},
	{text: "- a", place: inCell},
}

func TestEscape(t *testing.T) {
	t.Parallel()
	for _, tt := range escapes {
		want := tt.want
		if want == "" {
			want = tt.text
		}
		if got := escaped(tt.text, tt.place); got != want {
			t.Errorf("escape(%q, %d) = %q, want %q", tt.text, tt.place, got, want)
		}
	}
}

// everywhere puts a text into every place a document has for one.
func everywhere(text string) Document {
	one := agenda.CleanLine(text)
	p := plain(one)
	points := []agenda.Point{{Text: text, Points: []agenda.Point{{Text: text, Points: []agenda.Point{{Text: text}}}}}, {Text: text}}
	d := newBuilder(agenda.Body{}, agenda.Meeting{})
	d.text(text)
	d.add(p, Paragraph{{one, Italic}}, labelled(one, one), Paragraph{{one + " ", Plain}, {one, Bold}, {" " + one, Plain}})
	d.add(Heading{1, one}, Heading{2, "4. " + one}, Heading{6, one})
	d.points(points)
	d.points(points[1:])
	d.add(Table{
		Head:  []string{one, "", one},
		Rows:  [][]string{{one, one, ""}, {"", one, one}},
		Right: []bool{false, true, false},
	})
	d.text(text)
	r := agenda.Entry{Text: text, Number: one, Resolution: &agenda.Resolution{Parts: points}}
	d.add(d.resolution(&r))
	r = agenda.Entry{Verb: one, Resolution: &agenda.Resolution{Parts: points[1:], By: &agenda.By{Movers: []agenda.Who{{Words: one}}}}}
	d.add(d.resolution(&r))
	m := marker{same: one}
	for i, e := range everyKind() {
		if e.Event != nil && i%4 > 0 || e.Kind.Textual() {
			continue // the others are set in the same way
		}
		d.entry(&agenda.Item{Number: one, Title: one}, m.entry(e))
	}
	it := agenda.Item{Level: 1, Exempt: &agenda.Exempt{Whole: true}}
	for _, v := range []any{&it.Number, &it.Title, &it.Late, &it.Outcome, it.Exempt} {
		m.set(reflect.ValueOf(v).Elem(), 0)
	}
	d.item(&it)
	d.add(Signature("x"))
	return Document{Blocks: d.out}
}

func TestHostileText(t *testing.T) {
	t.Parallel()
	for n := 0; n < forgedTexts(2000)/20 && !t.Failed(); { // each stands in hundreds of places
		rapid.Check(t, func(t *rapid.T) {
			text := agendatest.Text().Draw(t, "text")
			if strings.TrimSpace(text) == "" {
				t.Skip("nothing to print")
			}
			n++
			assertReadBack(t, everywhere(text))
		})
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{
		"**RESOLVED** – That", "# a\n## b #", "1. a\n2) b", "- [ ] a", "[a]: b\n[a]", "<b>a</b> <!-- c", "&amp;", "`a` ``b`", "~~~\na",
		"www.x.org http://x.org a@b.c", "a | b\n--- | ---", "\\*a\\*", "*_a_*", "a\n===\n---", "\u00a0*a*\u00a0", "  a  ", "_a*b_c*", "!!\\]([a](b", "\\", "a\\",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = agenda.Clean(text)
		if agenda.CleanLine(text) == "" || agenda.Clean(text) != text {
			t.Skip()
		}
		assertReadBack(t, everywhere(text))
	})
}

func TestGeneratedRecords(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		r := agendatest.Record(t)
		b := agendatest.Body(t)
		life := agenda.Life{Draft: rapid.IntRange(0, 3).Draw(t, "draft")}
		assertReadBack(t, Build(b, r.Open, life))
		assertReadBack(t, BuildFull(b, r, life))
	})
}
