package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/uax29/v2/graphemes"
	"pgregory.net/rapid"
)

// editorPieces are what random texts are made of: every kind of trouble, and words.
var editorPieces = []string{
	"a", "b", "c", " ", " ", "  ", "word ", "tide", "harbour ", ".", "can’t", "3.5", "– ", "\u00a0",
	"é", "e\u0301", "\u0301", "ŵ", "o\u0302\u0323", "\u1112", "\u1161", "\u11ab", "한글",
	"世界", "你", "\u3000", "👍", "👍🏽", "👩\u200d👩\u200d👧", "\u200d", "👩", "❤\ufe0f", "\ufe0f",
	"🇬🇧", "🇬", "🇫🇷", "क्षि", "नमस्ते ", "क", "\u094d", "שלום ", "محمد ", "\u200f", "ไทย", "\u0600",
	"\n", "\n", "\t", "\r\n", "\r", "\x1b[31m", "\xff", "\xe4\xb8", "\u202e", "\u0007", "\u009b",
	"Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
}

func editorText(t *rapid.T, label string, most int) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(editorPieces), 0, most).Draw(t, label), "")
}

func editorPress(e *editor, name string) (handled, changed bool) {
	return e.Update(editorKeyNamed(name))
}

// editorKeyNamed builds the message of a named key.
func editorKeyNamed(name string) tea.KeyPressMsg {
	codes := map[string]rune{
		"left": tea.KeyLeft, "right": tea.KeyRight, "up": tea.KeyUp, "down": tea.KeyDown, "home": tea.KeyHome,
		"end": tea.KeyEnd, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
	}
	var k tea.Key
	for {
		mod, rest, found := strings.Cut(name, "+")
		if !found {
			break
		}
		k.Mod |= map[string]tea.KeyMod{"ctrl": tea.ModCtrl, "alt": tea.ModAlt, "shift": tea.ModShift}[mod]
		name = rest
	}
	if k.Code = codes[name]; k.Code == 0 {
		k.Code = []rune(name)[0]
	}
	return tea.KeyPressMsg(k)
}

func editorTyping(s string) tea.KeyPressMsg {
	r := []rune(s)
	if len(r) == 1 {
		return tea.KeyPressMsg{Code: r[0], Text: s}
	}
	return tea.KeyPressMsg{Code: tea.KeyExtended, Text: s}
}

// editorOffset is the cursor as a byte of the whole text.
func editorOffset(e *editor) int {
	n := e.cur.at
	for i := range e.cur.para {
		n += len(e.paras[i].text) + 1
	}
	return n
}

// editorEdges are the places a cursor may stand, by the plainest means.
func editorEdges(s string) []int {
	at := []int{0}
	for it := graphemes.FromString(s); it.Next(); {
		at = append(at, it.End())
	}
	return at
}
