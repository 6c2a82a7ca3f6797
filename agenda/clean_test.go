package agenda_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"minutebook/agenda"
)

func TestClean(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"as typed", "the “quay” – £5\u00a0million, e\u0301", "the “quay” – £5\u00a0million, e\u0301"},
		{"two spaces inside", "a  b", "a  b"},
		{"blanks", " \n  a \t\n\n b  \n\t \n", "a\n\nb"},
		{"line breaks", "a\r\nb\rc\u2028d\u2029e\u0085f\vg", "a\nb\nc\nd\ne\nf\ng"},
		{"broken UTF-8", "a\xff\xfeb\xc3", "a\uFFFDb\uFFFD"},
		{"a surrogate", "a\xed\xa0\x80b", "a\uFFFDb"},
		{"terminal sequences", "\x1b[31mred\x1b]0;title\a\x9b2J\u009b2J\x00\b\x7f", "[31mred]0;title\uFFFD2J2J"},
		{"bidi overrides", "a\u202eb\u202c\u2066c\u2069", "abc"},
		{"marks of direction stay", "שלום\u200f!", "שלום\u200f!"},
		{"joiners stay", "👩\u200d🚀 क्\u200dष", "👩\u200d🚀 क्\u200dष"},
		{"tag characters", "a\U000E0041\U000E007Fb", "ab"},
		{"byte order mark", "\ufeffa\ufeff", "a"},
		{"blanks behind what is dropped", "\u202e a \x00\n\x00 b", "a\nb"},
		{"a break in two parts", "a\r\x00\nb", "a\n\nb"},
		{"only what is dropped", "\x00\u202e \n\t", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := agenda.Clean(tt.in); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			wantClean(t, tt.in)
		})
	}
}

func TestCleanLine(t *testing.T) {
	for in, want := range map[string]string{
		"a\nb": "a b", " a \r\n\r\n b\t": "a b", "\n": "", "a  b": "a  b", "a\u2028b": "a b",
	} {
		if got := agenda.CleanLine(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// wantClean wants of any text what Clean promises.
func wantClean(t *testing.T, in string) {
	t.Helper()
	text, line := agenda.Clean(in), agenda.CleanLine(in)
	if agenda.Clean(text) != text || agenda.CleanLine(line) != line || agenda.Clean(line) != line {
		t.Errorf("%q is not clean after one cleaning: %q, %q", in, text, line)
	}
	if !utf8.ValidString(text) || strings.Contains(line, "\n") {
		t.Errorf("%q gives %q and %q", in, text, line)
	}
	for _, l := range strings.Split(text, "\n") {
		if strings.Trim(l, " ") != l || strings.ContainsFunc(l, agenda.Unwelcome) {
			t.Errorf("%q gives the line %q", in, l)
		}
	}
	kept := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r == ' ' || agenda.Unwelcome(r) {
				return -1
			}
			return r
		}, strings.ToValidUTF8(s, "\uFFFD"))
	}
	if kept(text) != kept(in) || kept(line) != kept(in) {
		t.Errorf("%q lost more than blanks and what is unwelcome: %q, %q", in, text, line)
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "plain", " a\r\n\tb ", "\x1b[2J\u202e\xff", "a\u2028\u0085b", "\U000E0041\ufeff"} {
		f.Add(s)
	}
	f.Fuzz(wantClean)
}
