package tui

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestWrap(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		width      int
		want       []string
	}{
		{"empty", "", 10, []string{""}},
		{"fits", "the tide", 8, []string{"the tide"}},
		{"blank hangs", "the tide turns", 8, []string{"the tide", "turns"}},
		{"many blanks hang", "the tide      turns", 8, []string{"the tide", "turns"}},
		{"blanks at the very end", "the tide     ", 10, []string{"the tide  "}},
		{"long word broken", "a harbourmaster", 6, []string{"a", "harbou", "rmaste", "r"}},
		{"paragraphs", "one\n\ntwo", 10, []string{"one", "", "two"}},
		{"no-break space", "10\u00a0000 tonnes", 8, []string{"10\u00a0000", "tonnes"}},
		{"wide", "世界世界世", 5, []string{"世界", "世界", "世"}},
		{"accents", "cafe\u0301 cafe\u0301", 4, []string{"cafe\u0301", "cafe\u0301"}},
		{"indented", "  tide turns", 7, []string{"  tide", "turns"}},
		{"tabs", "a\tb\tc", 20, []string{"a   b   c"}},
		{"one cell", "ab c", 1, []string{"a", "b", "c"}},
		{"too wide for the row", "a世b", 1, []string{"a", "…", "b"}},
		{"hebrew", "שלום עולם", 5, []string{"שלום", "עולם"}},
	} {
		if got := wrap(c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestRowsJoinToTheText: rows cover the text without a gap, break behind
// blanks or inside words that are wider than a row, and split no grapheme.
func TestRowsJoinToTheText(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := rapid.SampledFrom([]meter{ansi.WcWidth, ansi.GraphemeWidth}).Draw(t, "meter")
		width := rapid.IntRange(8, 40).Draw(t, "width")
		e := newEditor(false)
		text := strings.ReplaceAll(e.clean(editorText(t, "text", 40)), "\n", " ")
		p := para{text: text}
		p.wrap(width, m)
		var joined strings.Builder
		all := editorEdges(text)
		for i := range p.rows() {
			from, to := p.row(i)
			joined.WriteString(text[from:to])
			if _, edge := slices.BinarySearch(all, from); !edge {
				t.Fatalf("row %d of %q starts inside a grapheme", i, text)
			}
			soft := to < len(text)
			drawn := rowText(text[from:to], width, soft, m)
			if w := cellsOf(drawn, m); w > width && i < p.rows() {
				t.Fatalf("row %q takes %d cells of %d", drawn, w, width)
			}
			if soft {
				checkBreak(t, text, from, to, width, m)
			}
		}
		if joined.String() != text {
			t.Fatalf("rows join to %q, not %q", joined.String(), text)
		}
	})
}

// checkBreak: a break is behind a blank and the next word did not fit; or the
// row is full of one word.
func checkBreak(t *rapid.T, text string, from, to, width int, m meter) {
	n, w := clusterAt(text, to, cellsOf(text[from:to], m), m)
	if blank(text[to : to+n]) {
		t.Fatalf("row behind %q starts with a blank", text[from:to])
	}
	gap, gaps := false, 0 // whether the row ends with a blank, how many it has
	for i := from; i < to; {
		n, _ := clusterAt(text, i, 0, m)
		if gap = blank(text[i : i+n]); gap {
			gaps++
		}
		i += n
	}
	if !gap {
		if gaps > 0 {
			t.Fatalf("row %q ends inside a word", text[from:to])
		}
		if cellsOf(text[from:to], m)+w <= width {
			t.Fatalf("%q torn though %q fits", text[from:to], text[to:to+n])
		}
		return
	}
	word := to
	for word < len(text) {
		n, _ := clusterAt(text, word, 0, m)
		if blank(text[word : word+n]) {
			break
		}
		word += n
	}
	if cellsOf(text[from:word], m) <= width {
		t.Fatalf("%q would have fitted behind %q in %d", text[to:word], text[from:to], width)
	}
}

// TestCellsAreTheRenderers draws each text and looks where the next cell went.
func TestCellsAreTheRenderers(t *testing.T) {
	t.Parallel()
	for _, m := range []meter{ansi.WcWidth, ansi.GraphemeWidth} {
		rapid.Check(t, func(t *rapid.T) {
			e := newEditor(true)
			// U+0600 makes one grapheme with what follows it, the end mark too.
			text := strings.ReplaceAll(e.clean(editorText(t, "text", 8)), "\u0600", "")
			buf := uv.NewScreenBuffer(300, 1)
			buf.Method = m
			uv.NewStyledString("."+text+"|").Draw(buf, buf.Bounds())
			want := -1
			for x := range 300 {
				if c := buf.CellAt(x, 0); c != nil && strings.HasPrefix(c.Content, "|") {
					want = x - 1
				}
			}
			if got := cellsOf("."+text, m) - 1; got != want {
				t.Fatalf("%q: %d cells, drawn in %d", text, got, want)
			}
		})
	}
}

func TestIdeographsAreWideAndAlone(t *testing.T) {
	t.Parallel()
	for _, m := range []meter{ansi.WcWidth, ansi.GraphemeWidth} {
		for r := rune(0x5000); r <= 0x9fff; r++ {
			cluster, w := ansi.FirstGraphemeCluster(string(r)+string(r), m)
			if !ideograph(cluster, 0) || len(cluster) != 3 || w != 2 {
				t.Fatalf("%U: %d bytes, %d cells", r, len(cluster), w)
			}
		}
	}
	for r := rune(0x80); r < 0x20000; r++ {
		if s := string(r); utf8.ValidRune(r) && ideograph(s, 0) != (r >= 0x5000 && r <= 0x9fff) {
			t.Fatalf("%U taken for an ideograph, or not", r)
		}
	}
}

func TestCut(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		s     string
		width int
		want  string
	}{
		{"", 0, ""}, {"tide", 4, "tide"}, {"tides", 4, "tid…"}, {"tide turns", 6, "tide…"}, {"tide", 1, "…"}, {"tide", 0, ""},
		{"世界世", 5, "世界…"}, {"世界", 4, "世界"}, {"世界", 3, "世…"}, {"世界", 2, "…"},
		{"e\u0301e\u0301e\u0301", 2, "e\u0301…"}, {"🇬🇧🇫🇷", 3, "🇬🇧…"},
	} {
		if got := cut(c.s, c.width); got != c.want {
			t.Errorf("cut(%q, %d) = %q, want %q", c.s, c.width, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s, width := newEditor(true).clean(editorText(t, "text", 12)), rapid.IntRange(0, 30).Draw(t, "width")
		got := cut(s, width)
		if cells(got) > width || cells(s) <= width && got != s {
			t.Fatalf("cut(%q, %d) = %q", s, width, got)
		}
	})
}

// TestMeterFollowsTheTerminal is not parallel: the meter is the screen's.
func TestMeterFollowsTheTerminal(t *testing.T) {
	defer setMeter(ansi.WcWidth)
	const family = "👩\u200d👩\u200d👧"
	if got := cells(family); got != 6 {
		t.Fatalf("%d cells by code point", got)
	}
	e := newEditor(false)
	e.SetWidth(6)
	e.SetText(family + family)
	if e.Height() != 2 {
		t.Fatalf("%d rows by code point", e.Height())
	}
	for _, msg := range []tea.ModeReportMsg{
		{Mode: ansi.ModeSynchronizedOutput, Value: ansi.ModeReset},
		{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeNotRecognized},
	} {
		if meterFrom(msg) {
			t.Fatalf("%v changed the meter", msg)
		}
	}
	if !meterFrom(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset}) {
		t.Fatal("mode 2027 did not change the meter")
	}
	if got := cells(family); got != 2 {
		t.Fatalf("%d cells by grapheme", got)
	}
	if e.SetWidth(6); e.Height() != 1 {
		t.Fatalf("%d rows by grapheme", e.Height())
	}
}
