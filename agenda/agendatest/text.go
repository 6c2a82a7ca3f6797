// Package agendatest makes records and bodies for property tests: every field
// that a record can have, filled with text that tries to break whatever reads
// or prints it. Import it from tests only.
package agendatest

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"pgregory.net/rapid"

	"minutebook/agenda"
)

// pieces are what texts are made of: words, every mark of the notation,
// everything Markdown and HTML read as structure, and scripts and characters
// that programs get wrong.
var pieces = []string{
	"tides", "the fleet", "£4,500", "That the programme be approved.", "a", "RESOLVED", "RESOLVED that", "Chair",
	"?", ">", ">>", "*", "-", "!", "!-", "!!", "!+", "+", "%", "%%", "|", "@", "#7", "#", "==", "===", "=", "/", "\\", "\\\\",
	"/arrive Lunt 18:25", "/vote 3-2", "/public", "@Pike", "@[Jo Lunt]", "== 4 Dredging", "%% hidden", "% hidden",
	"body: x", "Kind:", "purpos: x", "present: Cllr A; B", "recommends:", "(Chair, remote)", "[JB]", "non-voting", "the Mayor",
	"; due 2026-06-11", "; due", "; due ", "; state: done", ";", ",", ":", ": ", "/ ", "18:25", "18.25", "6-?-2", "all", "1#2", "\"plain\"",
	"# head", "## 7. Approved", "1. one", "1)", "- dash", "* star", "> quote", "```", "~~~", "---", "***", "===", "**bold**", "_it_", "`code`",
	"[link](http://example.org)", "![i](x)", "<b>", "<!-- c -->", "</details>", "&amp;", "&#42;", "http://example.org", "| a | b |", "^", "~", "$x$", "{x}",
	"“curly”", "‘single’", "–", "—", "…", "no\u00a0break", "\u00a0", "é", "e\u0301", "\u0301", "日本語", "한국", "👩‍👩‍👧", "🏴‍☠️", "مرحبا", "שלום", "\u200b", "\u200f", "ﬁ", "İ", "ß", "\u2003",
	"  ", "\t", "\r", "\x1b[31m", "\u202e", "\ufeff",
}

// Text makes cleaned text that is never empty and may have several paragraphs.
func Text() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string { return clean(raw(t, true), agenda.Clean) })
}

// Line makes cleaned text of one line that is never empty.
func Line() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string { return clean(raw(t, false), agenda.CleanLine) })
}

// Raw makes text as it may come in: nothing is cleaned.
func Raw() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string { return raw(t, true) })
}

func clean(s string, by func(string) string) string {
	// Twice, because joining lines can leave a blank at an end.
	if s = by(by(s)); s == "" {
		return "x"
	}
	return s
}

func raw(t *rapid.T, breaks bool) string {
	joins := []string{" ", " ", " ", "", "; ", ": "}
	if breaks {
		joins = append(joins, "\n", "\n\n")
	}
	var b strings.Builder
	for i, n := 0, rapid.IntRange(1, 4).Draw(t, "pieces"); i < n; i++ {
		if i > 0 {
			b.WriteString(rapid.SampledFrom(joins).Draw(t, "join"))
		}
		if rapid.IntRange(0, 9).Draw(t, "any") == 0 {
			b.WriteString(rapid.StringN(0, 12, 40).Draw(t, "string"))
		} else {
			b.WriteString(rapid.SampledFrom(pieces).Draw(t, "piece"))
		}
	}
	return b.String()
}

// sometimes makes g now and then, and the zero value otherwise, so that the
// records stay small and the shrunk ones smaller.
func sometimes[V any](t *rapid.T, label string, g func(*rapid.T) V) V {
	var v V
	if rapid.IntRange(0, 2).Draw(t, label) == 0 {
		v = g(t)
	}
	return v
}

func line(t *rapid.T) string { return Line().Draw(t, "line") }
func text(t *rapid.T) string { return Text().Draw(t, "text") }

// word makes one word that begins with a letter: a verb glued to a mark.
func word(t *rapid.T) string {
	return rapid.SampledFrom([]string{"noted", "asked", "acknowledged", "What", "agreed,", "re-affirmed", "décidé", "答复", "What’s"}).Draw(t, "word")
}

func day(t *rapid.T) string {
	return fmt.Sprintf("%04d-%02d-%02d", rapid.IntRange(1851, 2199).Draw(t, "year"),
		rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day"))
}

func clock(t *rapid.T) agenda.Clock {
	d := rapid.OneOf(rapid.Just("2026-03-12"), rapid.Custom(day)).Draw(t, "date")
	if rapid.IntRange(0, 4).Draw(t, "timed") == 0 {
		return agenda.Clock(d)
	}
	return agenda.Clock(fmt.Sprintf("%sT%02d:%02d", d, rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute")))
}

// list makes up to n values; none of them is the nil slice, as it is in a
// record that was read.
func list[V any](t *rapid.T, label string, n int, g func(*rapid.T) V) []V {
	var out []V
	for i, n := 0, rapid.IntRange(0, n).Draw(t, label); i < n; i++ {
		out = append(out, g(t))
	}
	return out
}

// initials makes the letters that stand in square brackets.
func initials(t *rapid.T) string {
	s := rapid.SampledFrom([]string{"JB", "AV", "TP", "X1", "É", "A]", "a.b"}).Draw(t, "initials")
	if !utf8.ValidString(s) {
		return ""
	}
	return s
}
