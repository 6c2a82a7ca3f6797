package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// dueWords is what a ";" behind the words of an action is followed by, nearly
// always.
const dueWords = " due "

// offerDue writes the word "due" behind the first ";" of an action. It is an
// offer: typing it all the same types nothing twice, and one backspace takes
// it away.
func (c *composer) offerDue(typed string) {
	if typed != ";" || !c.words.AtEnd() || c.Kind() != agenda.ToDo || strings.Count(c.words.Text(), ";") > 1 {
		return
	}
	c.words.Insert(dueWords)
	c.offered = dueWords
}

// typesOffered takes a key for what is offered already, or takes the offer
// back. Any other key accepts it.
func (c *composer) typesOffered(msg tea.KeyPressMsg, backspace bool) bool {
	offered := c.offered
	c.offered = ""
	switch {
	case offered == "" || !c.words.AtEnd():
		return false
	case msg.Text != "" && strings.HasPrefix(offered, msg.Text):
		c.offered = offered[len(msg.Text):]
		return true
	case backspace && offered == dueWords:
		c.words.ReplaceBefore(len(dueWords), "")
		return true
	}
	return false
}
