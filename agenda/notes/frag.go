package notes

import "strings"

// frag is a piece of a logical line and where in the line it begins, so that a
// mistake in it can be pointed at.
type frag struct {
	s  string
	at int
}

// from is the fragment without its first n bytes.
func (f frag) from(n int) frag { return frag{f.s[n:], f.at + n} }

// to is the first n bytes of the fragment.
func (f frag) to(n int) frag { return frag{f.s[:n], f.at} }

// trim takes blanks off both ends; text in between, and the no-break spaces of
// the clerk, stay.
func (f frag) trim() frag {
	n := len(f.s) - len(strings.TrimLeft(f.s, " \n"))
	f = f.from(n)
	f.s = strings.TrimRight(f.s, " \n")
	return f
}

// index finds the first byte that is sep and not plain: not behind a \ and,
// among names, not inside a name in quotes. It is -1 where there is none.
func (f frag) index(names bool, sep func(i int) bool) int {
	inside, start := false, true
	for i := 0; i < len(f.s); i++ {
		switch c := f.s[i]; {
		case c == '\\':
			i++
			start = false
		case inside:
			inside = c != '"'
		case sep(i):
			return i
		case names && c == '"' && start && closes(f.s[i+1:]):
			inside = true
		case c == ',' || c == ';' || c == '/' || c == ':':
			start = true
		case c != ' ' && c != '\n':
			start = false
		}
	}
	return -1
}

// closes says whether a quotation ends at all; a lone quote is just text.
func closes(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return true
		}
	}
	return false
}

// cut splits the fragment at the first sep that is not plain.
func (f frag) cut(sep byte) (before, after frag, found bool) {
	return f.cutAt(f.index(false, func(i int) bool { return f.s[i] == sep }))
}

// cutNames is cut for a list of names, of which some may be in quotes.
func (f frag) cutNames(sep byte) (before, after frag, found bool) {
	return f.cutAt(f.index(true, func(i int) bool { return f.s[i] == sep }))
}

func (f frag) cutAt(i int) (before, after frag, found bool) {
	if i < 0 {
		return f, frag{at: f.at + len(f.s)}, false
	}
	return f.to(i), f.from(i + 1), true
}

// split splits the fragment at each sep that is not plain.
func (f frag) split(sep byte) []frag { return f.splitBy(sep, frag.cut) }

// splitNames is split for a list of names.
func (f frag) splitNames(sep byte) []frag { return f.splitBy(sep, frag.cutNames) }

func (f frag) splitBy(sep byte, cut func(frag, byte) (before, after frag, found bool)) []frag {
	var out []frag
	for {
		before, after, found := cut(f, sep)
		out = append(out, before.trim())
		if !found {
			return out
		}
		f = after
	}
}

// cutFor splits "A for B" outside brackets.
func (f frag) cutFor() (who, whom frag, found bool) {
	depth := 0
	for i := 0; i < len(f.s); i++ {
		switch f.s[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			depth--
		case ' ':
			if depth == 0 && strings.HasPrefix(f.s[i:], " for ") {
				return f.to(i).trim(), f.from(i + len(" for ")).trim(), true
			}
		}
	}
	return f, f, false
}

// cutWords splits an event at the colon before its words. A colon between
// figures belongs to a time.
func (f frag) cutWords() (before, after frag, found bool) {
	return f.cutAt(f.index(true, func(i int) bool { return f.s[i] == ':' && !f.inTime(i) }))
}

func (f frag) inTime(i int) bool {
	digit := func(i int) bool { return i >= 0 && i < len(f.s) && '0' <= f.s[i] && f.s[i] <= '9' }
	return digit(i-1) && digit(i+1) && digit(i+2) && !digit(i+3)
}

// The characters with a meaning in each kind of value. A \ before one makes it
// plain; a \ before anything else is only itself.
const (
	inNames  = `;,:/()[]"#|`
	inBars   = `|`
	inFields = `;:"`
	inCommas = `,|`
	inColons = `:`
	inLists  = `;`
)

// escape writes s so that none of set has its meaning.
func escape(s, set string) string {
	if !strings.ContainsAny(s, set+`\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' || strings.IndexByte(set, s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// unescape is the inverse of escape.
func unescape(s, set string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && (s[i+1] == '\\' || strings.IndexByte(set, s[i+1]) >= 0) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// A guard is a \ before a word that would mean something by itself ("public",
// "remote"): it makes the word plain.

func unguard(s, set string) (string, bool) {
	if len(s) > 1 && s[0] == '\\' && s[1] != '\\' && s[1] != ' ' && strings.IndexByte(set, s[1]) < 0 {
		return s[1:], true
	}
	return s, false
}
