package tui

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"minutebook/agenda"
)

func TestEditorPaste(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, paste, want, line string }{
		{"line ends", "a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne", "a b c d e"},
		{"tabs stay for tables", "Lunt\t5\r\n", "Lunt\t5\n", "Lunt 5 "},
		{"blanks stay", "  a  \n", "  a  \n", "  a   "},
		{"escape", "\x1b[31mred\x1b[0m\a", "[31mred[0m", "[31mred[0m"},
		{"C1, bidi, tags", "a\u009b\u202eb\u2066c\U000e0041\ufeffd", "abcd", "abcd"},
		{"joiners stay", "a\u200db\u200cc\u200f", "a\u200db\u200cc\u200f", "a\u200db\u200cc\u200f"},
		{"broken UTF-8", "a\xff\xfeb\xe4\xb8", "a\ufffdb\ufffd", "a\ufffdb\ufffd"},
		{"composed", "cafe\u0301", "café", "café"},
		{"nothing left", "\x1b\a", "", ""},
	} {
		for _, one := range []bool{false, true} {
			e, heard, want := newEditor(one), 0, c.want
			if one {
				want = c.line
			}
			e.OnChange(func(string) { heard++ })
			e.Insert(c.paste)
			if e.Text() != want || (heard == 1) != (want != "") {
				t.Errorf("%s: %q, want %q; heard %d times", c.name, e.Text(), want, heard)
			}
		}
	}
}

func TestEditorPasteOf2000LinesIsWhole(t *testing.T) {
	t.Parallel()
	text := minuteLines(2000)
	e := editorAfter("before  after", "left", "left", "left", "left", "left", "left")
	e.Insert(strings.ReplaceAll(text, "\n", "\r\n"))
	if e.Text() != "before "+text+" after" {
		t.Fatal("not whole")
	}
	if !e.Undo() || e.Text() != "before  after" || e.Undo() {
		t.Fatalf("a paste is not one step: %q", e.Text())
	}
	if !e.Redo() || e.Text() != "before "+text+" after" {
		t.Fatal("not whole again")
	}
}

func FuzzEditorPaste(f *testing.F) {
	for _, p := range editorPieces {
		f.Add(p, p+p, 8)
	}
	f.Fuzz(func(t *testing.T, first, second string, width int) {
		e := newEditor(false)
		e.SetWidth(2 + max(width, -width, 0)%100)
		e.Insert(first)
		editorPress(e, "left")
		was := e.Text()
		e.Insert(second)
		text := e.Text()
		bad := func(r rune) bool { return r != '\n' && r != '\t' && agenda.Unwelcome(r) }
		if !utf8.ValidString(text) || strings.ContainsFunc(text, bad) || !norm.NFC.IsNormalString(text) {
			t.Fatalf("%q", text)
		}
		for _, row := range e.Rows(0, e.Height()) {
			if cells(row) > e.width {
				t.Fatalf("row %q wider than %d", row, e.width)
			}
		}
		if e.Undo() && e.Text() != was && was != text {
			t.Fatalf("undone to %q, want %q", e.Text(), was)
		}
	})
}
