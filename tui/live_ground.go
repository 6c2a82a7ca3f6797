package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda/notes"
)

// notGround is said where words were meant for the private business that the
// line only begins.
const notGround = "The ground is public. Enter alone makes the item private; then type the words."

// groundRefused keeps an /exempt from publishing what was to be private: an entry
// is no ground, and words that were typed on at the question of f7 are taken for
// one only at the second enter, unless they name a paragraph.
func (l *live) groundRefused(text string) bool {
	if !l.editing.none() || !ordered(text, "/exempt") {
		return false
	}
	_, ground, _ := strings.Cut(strings.TrimSpace(text), " ")
	ground = strings.TrimSpace(ground)
	mark, _, _ := notes.Mark(ground)
	switch {
	case mark != "" || ground != "" && strings.ContainsAny(ground[:1], "?>*!+|%-@/#="):
		l.problem = notGround
		return true
	case !l.begun.unasked || ground == "" || isParagraph(ground):
		return false
	}
	l.begun.unasked = false
	l.problem = "All of this line is public: “" + ground + "”. Enter again makes the item private and publishes it."
	return true
}

// isParagraph is whether a ground begins with the number of a paragraph.
func isParagraph(ground string) bool {
	number, _, _ := strings.Cut(ground, ":")
	return strings.Trim(number, "0123456789., ;") == "" && strings.ContainsAny(number, "0123456789")
}

// typedOn puts words that were typed at the question of f7 into the line.
func (l *live) typedOn(begin tea.Cmd, text string) tea.Cmd {
	l.comp.words.Insert(text)
	l.begun.unasked = true
	return begin
}
