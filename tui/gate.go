package tui

import (
	"strings"
	"unicode/utf8"
)

// gated is a frame as it may leave the program. Text from data has been through
// shown before it was drawn; this is the second door, for what somebody forgot:
// of the control characters only line breaks come through, and of the escape
// sequences only those that choose how letters look.
func gated(frame string) string {
	if at := firstUngated(frame); at < 0 {
		return frame
	}
	var b strings.Builder
	b.Grow(len(frame))
	for frame != "" {
		at := firstUngated(frame)
		if at < 0 {
			b.WriteString(frame)
			break
		}
		b.WriteString(frame[:at])
		_, size := utf8.DecodeRuneInString(frame[at:])
		b.WriteString(shown(frame[at : at+size]))
		frame = frame[at+size:]
	}
	return b.String()
}

// firstUngated is where the first character stands that must not leave as it
// is; negative where there is none.
func firstUngated(s string) int {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '\x1b':
			n := lookLen(s[i:])
			if n == 0 {
				return i
			}
			i += n
		case c == '\n' || c >= ' ' && c < 0x7f:
			i++
		case c < utf8.RuneSelf:
			return i
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 || unsafe(r) {
				return i
			}
			i += size
		}
	}
	return -1
}

// lookLen is how long the sequence is that a text begins with, if it is one
// that chooses how letters look: ESC [ figures m. Otherwise zero.
func lookLen(s string) int {
	if len(s) < 3 || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case (c < '0' || c > '9') && c != ';' && c != ':':
			return 0
		}
	}
	return 0
}
