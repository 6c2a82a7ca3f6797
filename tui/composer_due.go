package tui

import (
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// dueWords is what a ";" behind the words of an action is followed by, nearly
// always.
const dueWords = " due "

// dueOffer is the word "due" as it was written ahead of the clerk. It stands
// there only for as long as what is typed may be that word, or a day behind it;
// else the line is what was typed and nothing more.
type dueOffer struct {
	on    bool
	steps int    // of undo there were before it
	over  string // what was typed over the offer
	day   string // what was typed behind it
}

// offerDue writes the word "due" behind the first ";" of an action. It is an
// offer: typing it all the same types nothing twice, and one backspace takes
// it away.
func (c *composer) offerDue(typed string) {
	if typed != ";" || !c.words.AtEnd() || c.Kind() != agenda.ToDo || strings.Count(c.words.Text(), ";") > 1 {
		return
	}
	c.due = dueOffer{on: true, steps: len(c.words.past)}
	c.words.Insert(dueWords)
}

// typesOffered takes a key that has to do with the offer: one that types it all
// the same, one that begins or goes on with a day behind it, or one that
// departs from it and so takes it out.
func (c *composer) typesOffered(msg tea.KeyPressMsg, backspace bool) bool {
	d := &c.due
	text := printable(msg.Key())
	switch {
	case !d.on:
		return false
	case text == "" && !backspace:
		c.settleDue()
		return false
	case !c.words.AtEnd():
		d.on = false
		return false
	case backspace && len(d.day) > 1:
		d.day = d.day[:len(d.day)-1] // a day in the making is ASCII
		return false
	case backspace:
		_, last := utf8.DecodeLastRuneInString(d.over + d.day)
		c.departDue((d.over + d.day)[:len(d.over+d.day)-last])
		return true
	case d.day == "" && strings.HasPrefix(dueWords, d.over+text):
		d.over += text
		d.on = d.over != dueWords
		return true
	case dayBegun(d.day + text):
		d.day += text
		return false
	case dayWhole(d.day) && !startsWord(text):
		d.on = false // a day stands there: what follows is the clerk's
		return false
	}
	c.departDue(d.over + d.day + text)
	return true
}

// settleDue ends the offer where something else than typing follows: with a day
// behind it the word stays, else it goes.
func (c *composer) settleDue() {
	if c.due.on && c.words.AtEnd() && !dayWhole(c.due.day) {
		c.departDue(c.due.over + c.due.day)
	}
	c.due.on = false
}

// Undo takes back the last step of typing. An offer goes at once, and with it
// what was typed over it or behind it.
func (c *composer) Undo() bool {
	if !c.due.on {
		done := c.words.Undo()
		if done {
			c.guessAgain()
		}
		return done
	}
	c.due.on = false
	for len(c.words.past) > c.due.steps && c.words.Undo() {
	}
	return true
}

// withoutDue is a text less the offer that nobody has taken yet.
func (c *composer) withoutDue(text string) string {
	if before, ok := strings.CutSuffix(text, dueWords); ok && c.due.on && c.due.day == "" {
		return before + c.due.over
	}
	return text
}

// departDue makes the line what was typed, as if nothing had been offered: the
// steps of undo too.
func (c *composer) departDue(typed string) {
	for len(c.words.past) > c.due.steps && c.words.Undo() {
	}
	c.words.future, c.due = nil, dueOffer{}
	c.words.Type(typed)
}

// A day behind the offer as it is typed, in the two ways the notation reads.
var (
	wordyBegun = regexp.MustCompile(`^\d{1,2}(?:st?|nd?|rd?|th?)?(?: ([A-Za-z]*))?$`)
	wordyWhole = regexp.MustCompile(`^\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9}$`)
	isoBegun   = regexp.MustCompile(`^\d{1,4}$|^\d{4}(?:-\d{0,2}){1,2}$`)
	isoWhole   = regexp.MustCompile(`^\d{4}-\d{1,2}-\d{1,2}$`)
)

// dayBegun is whether a text may become a day as one goes on typing.
func dayBegun(s string) bool {
	if isoBegun.MatchString(s) {
		return true
	}
	m := wordyBegun.FindStringSubmatch(s)
	if m == nil {
		return false
	}
	for month := time.January; month <= time.December; month++ {
		if name := month.String(); len(m[1]) <= len(name) && strings.EqualFold(name[:len(m[1])], m[1]) {
			return true
		}
	}
	return false
}

// dayWhole is whether it can stand as a day.
func dayWhole(s string) bool {
	return dayBegun(s) && (wordyWhole.MatchString(s) || isoWhole.MatchString(s))
}

func startsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
