package tui

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// composer is where an entry is typed: the mark of its kind in the gutter and
// the words beside it, as they will stand in the minute.
//
// A mark is predicted, or typed as the first thing of the line. A typed mark
// with words directly behind it is glued: its first word is the entry's own
// verb (">acknowledged that …").
type composer struct {
	words     *editor
	mark      string
	predicted bool
	guess     string // the mark that was predicted for this line
	glued     bool
	raw       bool   // the words are lines of the notation already
	loaded    bool   // the words were put in, not typed
	was       string // the predicted mark that the ";" of a phrase took away
	due       dueOffer
	phrased   bool     // the words came from a phrase: its fields are to be filled
	stand     slot     // the field one stands in
	openers   []string // words that are no verb of a glued mark
}

// marks are the marks that take the gutter, longest first so that a prefix
// never hides a longer one. Others ("/", "#7", "@", "==") stay in the words.
var marks = []string{">>=", "!--", ">=", "?=", "*=", "!=", ">>", "!-", "!!", "!+", "?", ">", "*", "!", "+", "-", "%", "|"}

// kinds is the round that tab goes.
var kinds = []string{"", "?", ">", "*", ">>", "!", "+", "-", "%"}

func newComposer() *composer { return &composer{words: newEditor(false)} }

// Empty is whether no words have been typed; a mark alone is none.
func (c *composer) Empty() bool { return c.words.Empty() }

// Predict begins a new line with the mark that is likeliest.
func (c *composer) Predict(mark string) {
	c.words.SetText("")
	c.due = dueOffer{}
	c.mark, c.predicted, c.glued, c.raw = strings.TrimSpace(mark), true, false, false
	c.was, c.phrased, c.stand, c.loaded = "", false, slot{}, false
	if !slices.Contains(marks, c.mark) {
		c.mark = ""
	}
	c.guess = c.mark
}

// Text is the line in the notation, continuation lines and all.
func (c *composer) Text() string {
	text := c.words.Text()
	switch {
	case c.mark == "":
	case c.mark == "-" && !c.loaded && strings.HasPrefix(text, "- "):
		text = nested(text)
	case c.glued || text == "":
		text = c.mark + text
	default:
		text = c.mark + " " + text
	}
	if c.raw {
		return text
	}
	return continued(text)
}

// SetText puts an entry into the composer as the notation writes it. Where its
// lines cannot be shown as paragraphs and be the same again, they stay as they
// are.
func (c *composer) SetText(text string) {
	c.due, c.guess = dueOffer{}, ""
	c.mark, c.predicted, c.glued, c.raw = "", false, false, false
	c.was, c.phrased, c.stand, c.loaded = "", false, slot{}, true
	if shownAs := uncontinued(text); continued(shownAs) == text {
		text = shownAs
	} else {
		c.raw = true
	}
	c.words.SetText(c.unmarked(text))
}

// unmarked takes the mark off a text, into the gutter.
func (c *composer) unmarked(text string) string {
	for _, m := range marks {
		if rest, ok := strings.CutPrefix(text, m); ok {
			c.mark, c.glued = m, !strings.HasPrefix(rest, " ")
			return strings.TrimPrefix(rest, " ")
		}
	}
	return text
}

// Kind is what the line would become if it were kept now.
func (c *composer) Kind() agenda.Kind {
	_, kind, _ := notes.Mark(c.Text())
	return kind
}

// Turn goes to the next kind of the round, or to the one before.
func (c *composer) Turn(by int) {
	at := slices.Index(kinds, strings.TrimRight(c.mark, "="))
	if at < 0 {
		at = 0
	}
	c.mark = kinds[(at+by+len(kinds))%len(kinds)]
	c.predicted, c.glued = c.words.Empty(), false
}

// Paste puts a block at the cursor, whole and as one entry; its first
// characters may be its mark.
func (c *composer) Paste(text string) {
	if !dayWhole(strings.TrimSpace(text)) {
		c.settleDue()
	}
	c.due.on = false
	if c.words.Empty() && (c.mark == "" || c.predicted) {
		predicted := c.mark
		c.mark, c.glued = "", false
		if text = c.unmarked(text); c.mark == "" {
			c.mark = predicted
		}
	}
	c.predicted = false
	c.words.Insert(text)
}

// Update takes a key. It is not handled where the line has no use for it, such
// as an arrow at its first row.
func (c *composer) Update(msg tea.KeyPressMsg, backspace bool) (handled bool) {
	if c.typesOffered(msg, backspace) {
		return true
	}
	if c.words.Empty() {
		if backspace && c.mark != "" {
			c.mark, c.predicted, c.glued = "", false, false
			return true
		}
		if c.first(msg.Text) {
			return true
		}
	}
	empty := c.words.Empty()
	handled, changed := c.words.Update(msg)
	if changed {
		c.guessAgain()
		c.offerDue(msg.Text)
		switch { // what follows a mark in haste is no verb: "?What", ">the county"
		case c.words.Empty():
			c.predicted, c.glued = true, false // the mark alone, as if it had been proposed
		case !c.glued || strings.HasSuffix(c.mark, "="):
		case empty && startsUpper(msg.Text):
			c.glued = false
		case msg.Text == " ":
			word, _, _ := strings.Cut(c.words.Text(), " ")
			c.glued = !slices.Contains(c.openers, strings.ToLower(word))
		}
	}
	return handled
}

// guessAgain says after a change of the words whether the mark is typing: once
// all words are gone, what was predicted is no more than that.
func (c *composer) guessAgain() {
	c.predicted = c.words.Empty() && c.guess != "" && c.mark == c.guess
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// first takes the first characters of a line, which may be its mark.
func (c *composer) first(typed string) bool {
	if typed == "" {
		return false
	}
	if typed == " " && c.mark != "" {
		c.predicted, c.glued = false, false // a blank ends the mark and is no text
		return true
	}
	switch {
	case typed == "=" && !c.predicted && strings.HasSuffix(c.mark, "="):
		c.mark, c.glued = "", false // "==" begins an item, whatever was predicted
		c.words.Type("==")
		return true
	case c.lengthens(typed):
		c.setMark(c.mark + typed)
	case (c.predicted || c.mark == "" || c.glued) && slices.Contains(marks, typed):
		c.setMark(typed)
	case c.predicted && strings.ContainsAny(typed[:1], `/#\;`):
		c.was, c.mark, c.predicted = c.mark, "", false // a command or plain text, not the predicted kind
		return false
	default:
		return false
	}
	c.predicted = false
	return true
}

// lengthens is whether a character makes the mark a longer one. Typing what was
// predicted only says yes to it, and an action behind a resolution is one of
// its own.
func (c *composer) lengthens(typed string) bool {
	switch {
	case c.mark == "" || !slices.Contains(marks, c.mark+typed):
		return false
	case c.predicted:
		return typed == "=" || typed == "-"
	}
	return c.glued || c.mark == "!-"
}

// setMark puts a mark that was typed; until a blank follows, the first word
// behind it is glued to it where the kind has a verb.
func (c *composer) setMark(mark string) {
	c.mark = mark
	c.glued = slices.Contains([]string{"?", ">", ">>", "*", "!"}, mark) || strings.HasSuffix(mark, "=")
}
