package agenda

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean is the one door for text that comes in. It repairs UTF-8, makes every
// line break a "\n", makes a tab a space, drops control characters, C1, bidi
// overrides and tag characters, and takes the blanks off both ends of each
// line and the empty lines off both ends of the text. It changes nothing else:
// spelling, quotes, dashes and no-break spaces stay as typed.
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	s = strings.ToValidUTF8(s, string(utf8.RuneError))
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\r', r == '\v', r == '\f', r == '\u2028', r == '\u2029', r == '\u0085':
			return '\n'
		case r == '\t':
			return ' '
		case r != '\n' && Unwelcome(r):
			return -1
		}
		return r
	}, s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.Trim(l, " ")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// CleanLine is Clean for a text of one line: a line break becomes a space.
func CleanLine(s string) string {
	return strings.Join(strings.FieldsFunc(Clean(s), func(r rune) bool { return r == '\n' }), " ")
}

// Unwelcome says whether a character could drive a terminal or forge what is
// read: a control, a C1 control, a bidi override or isolate, a tag character,
// a byte order mark.
func Unwelcome(r rune) bool {
	return unicode.Is(unicode.Cc, r) ||
		r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 ||
		r >= 0xE0000 && r <= 0xE007F || r == 0xFEFF || r == 0x2028 || r == 0x2029
}

// isClean finds the common case without copying.
func isClean(s string) bool {
	if s == "" {
		return true
	}
	if !utf8.ValidString(s) || strings.Trim(s, " \n") != s {
		return false
	}
	if strings.Contains(s, " \n") || strings.Contains(s, "\n ") {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return r != '\n' && Unwelcome(r) })
}
