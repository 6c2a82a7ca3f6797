package tui

import (
	"strings"
	"unicode/utf8"
)

// The glyphs of the screen. All take one cell, and each has an ASCII form for
// terminals that cannot draw it: see plainly.
const (
	glyphOpen     = "▸" // open for minuting; the focused row
	glyphLook     = "▹" // looked at, not taken
	glyphDone     = "✓"
	glyphDeferred = "→"
	glyphAgainst  = "✗"
	glyphInterest = "◇"
	glyphExempt   = "⊘"
	glyphPrivate  = "┃"
	glyphSaved    = "●"
	glyphSaving   = "○"
	glyphRule     = "─"
	glyphBar      = "│"
	glyphTee      = "┬"
	glyphSide     = "├"
	glyphSideEnd  = "┤"
	glyphUp       = "↑"
	glyphDown     = "↓"
	glyphCut      = "…"
	glyphDot      = "·"
	glyphBullet   = "•"
)

// ascii is what stands for a glyph on a terminal without Unicode. One cell
// for one cell, so that nothing moves.
var ascii = map[rune]byte{
	'▸': '>', '▹': '~', '✓': 'v', '→': 'd', '←': '<', '✗': 'x', '◇': 'i', '⊘': 'P', '┃': '#', '●': '*', '○': 'o',
	'─': '-', '│': '|', '┬': '+', '├': '+', '┤': '+', '╭': '+', '╮': '+', '╰': '+', '╯': '+',
	'↑': '^', '↓': 'v', '…': '~', '·': ',', '•': '*', '–': '-', '—': '-', '‹': '<', '›': '>',
	'‘': '\'', '’': '\'', '“': '"', '”': '"', '\u00a0': ' ', '\u202f': ' ', '×': 'x',
}

// plainly is a frame in ASCII. Where the terminal is not UTF-8 at all, other
// characters become question marks of the same width; on a console that only
// lacks glyphs they stay.
func plainly(frame string, utf8Too bool) string {
	var b strings.Builder
	b.Grow(len(frame))
	for _, r := range frame {
		switch c, ok := ascii[r]; {
		case ok:
			b.WriteByte(c)
		case r < utf8.RuneSelf || utf8Too:
			b.WriteRune(r)
		default:
			b.WriteString("??"[:min(2, cells(string(r)))])
		}
	}
	return b.String()
}

// unicodeFrom tells from the environment whether the terminal takes UTF-8, and
// whether it can draw the glyphs.
func unicodeFrom(getenv func(string) string) (utf8Too, glyphs bool) {
	locale := getenv("LC_ALL")
	if locale == "" {
		locale = getenv("LC_CTYPE")
	}
	if locale == "" {
		locale = getenv("LANG")
	}
	locale = strings.ToUpper(strings.ReplaceAll(locale, "-", ""))
	utf8Too = strings.Contains(locale, "UTF8")
	t := getenv("TERM")
	return utf8Too, utf8Too && t != "linux" && t != "dumb"
}

// shown is text from data on its way to the terminal, the window title
// included: nothing in it can move the cursor, colour the screen or turn the
// order of what stands beside it. Every such text goes through here.
func shown(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c >= 0x7f {
			return shownSlow(s)
		}
	}
	return s
}

func shownSlow(s string) string {
	if utf8.ValidString(s) && strings.IndexFunc(s, unsafe) < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r == '\n' || r == '\t' || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		case r < ' ':
			b.WriteRune('\u2400' + r) // the picture of the control character
		case r == 0x7f:
			b.WriteRune('\u2421')
		case r < 0xa0 && r > 0x7f:
			b.WriteRune(utf8.RuneError)
		case unsafe(r):
			// An order override or a tag has no width; it is left out.
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// unsafe is whether a character may not reach the terminal as it is.
func unsafe(r rune) bool {
	switch {
	case r < ' ', r >= 0x7f && r < 0xa0: // C0, DEL, C1
		return true
	case r == '\u2028', r == '\u2029':
		return true
	case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069': // order of writing
		return true
	case r == '\u061c', r == '\ufeff':
		return true
	case r >= 0xe0000 && r <= 0xe007f: // tags
		return true
	}
	return false
}
