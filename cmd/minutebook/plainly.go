package main

import (
	"fmt"
	"io"
	"strings"

	"minutebook/agenda"
)

// tamed is standard error: of what is said there, nothing drives the terminal,
// whatever a file or a book holds that it quotes.
type tamed struct{ io.Writer }

func (w tamed) Write(text []byte) (int, error) {
	said := strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && agenda.Unwelcome(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(string(text), "\uFFFD"))
	if _, err := io.WriteString(w.Writer, said); err != nil {
		return 0, err
	}
	return len(text), nil
}

// escaped writes in JSON, as escapes, the characters that could drive a terminal:
// a program reads the same.
func escaped(text string) string {
	if !strings.ContainsFunc(text, driving) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		switch {
		case !driving(r):
			b.WriteRune(r)
		case r > 0xFFFF:
			r -= 0x10000
			fmt.Fprintf(&b, `\u%04x\u%04x`, 0xD800+r>>10, 0xDC00+r&0x3FF)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

func driving(r rune) bool { return r != '\n' && agenda.Unwelcome(r) }
