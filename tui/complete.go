package tui

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// hit is a row of a completion list.
type hit struct {
	name     string // with the typed letters in bold
	bold, to int    // the bytes of name that were typed
	does     string // in the middle
	state    string // at the right
	put      string // what takes the place of the typed letters; of a person: see named
	rank     int    // a better match comes first
	who      agenda.Attendee
	role     string // of who, by which they were found
	asTyped  bool   // the row that leaves the letters alone
}

// asking is what is being completed: which list, the letters typed for it, and
// how many bytes before the cursor a hit takes the place of.
type asking struct {
	list  listed
	typed string
	n     int
	set   string // of listSaid: which words
}

// listed is which list completes what is typed.
type listed int

const (
	listNone listed = iota
	listSpeakers
	listOwners
	listNames
	listField // people in a field of a phrase
	listPhrases
	listWords
	listItems
	listTake
	listNumbers // items, by number
	listLabels  // motions
	listSaid    // words of the house
)

// people is whether the list is one of people.
func (k listed) people() bool {
	return k == listSpeakers || k == listOwners || k == listNames || k == listField
}

// completion is the list above the composer. It follows what is typed: nothing
// tells it, it looks when it is asked.
type completion struct {
	seen   string // what it was made for
	change int    // of the meeting
	ask    asking
	hits   []hit
	at     int
	shut   string         // the beginning of what it was closed for
	folk   []person       // of the roster and the book
	of     int            // the change folk was made for, and one more
	known  []agenda.Known // what the book knows
	guests []guest        // put in from the book and not on the roster yet
	owner  bool           // an owner was put in just now: a comma asks for another
	spaced bool           // a name was put in just now, with a blank behind it

	tried   string // the line that was tried, at which change and one more
	triedAt int
	stands  bool // it would be kept
}

// offer is the list as it must be for what is typed now, or nil.
func (l *live) offer() *completion {
	if l.finding.on {
		return nil // the keys are those of the search
	}
	c := &l.list
	seen := l.comp.mark + "\x00" + l.comp.words.Before() + "\x00" + l.comp.words.Selected()
	if seen != c.seen || c.change != l.s.change {
		c.seen, c.change = seen, l.s.change
		was := c.ask
		c.ask = l.asked()
		if c.ask.list != was.list || c.ask.typed != was.typed {
			c.at = 0
		}
		if begin := l.beginning(c.ask); begin != c.shut {
			c.shut = ""
		}
		c.hits = nil
		if c.shut == "" {
			c.hits = l.hitsFor(c.ask)
		}
		c.at = min(c.at, max(0, len(c.hits)-1))
		if c.ask.list == listField && c.ask.typed == "" && was != c.ask {
			c.at = -1 // tab goes on to the next field
		}
	}
	if len(c.hits) == 0 {
		return nil
	}
	return c
}

// beginning tells one place where a list opens from another.
func (l *live) beginning(q asking) string {
	if q.list == listNone {
		return ""
	}
	before := l.comp.words.Before()
	return string(rune('0'+q.list)) + before[:max(0, len(before)-q.n)]
}

func (l *live) hitsFor(q asking) []hit {
	switch q.list {
	case listSpeakers, listOwners, listNames, listField:
		return l.people(q)
	case listPhrases:
		return l.phraseHits(q)
	case listWords:
		return l.wordHits(q)
	case listItems, listTake:
		return l.itemHits(q)
	case listNumbers:
		return l.numberHits(q)
	case listLabels:
		return l.labelHits(q)
	case listSaid:
		return l.saidHits(q)
	}
	return nil
}

// completes takes a key that belongs to the list, or to the fields of a phrase.
func (l *live) completes(a *app, msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if l.finding.on {
		return nil, false
	}
	k := &a.keys
	c := l.offer()
	if owner := l.list.owner; owner {
		l.list.owner = false
		if msg.Text == "," && strings.HasSuffix(l.comp.words.Before(), ": ") {
			l.comp.words.ReplaceBefore(2, ", ")
			return nil, true
		}
	}
	if spaced := l.list.spaced; spaced {
		l.list.spaced = false
		if msg.Text != "" && strings.Contains(",;:)", msg.Text) && strings.HasSuffix(l.comp.words.Before(), " ") {
			l.comp.words.ReplaceBefore(1, msg.Text)
			return nil, true
		}
	}
	if c == nil {
		return l.fieldKey(a, msg)
	}
	switch {
	case matches(msg, k.Up) && c.at > 0:
		c.at--
	case matches(msg, k.Up):
	case matches(msg, k.Down):
		c.at = min(c.at+1, len(c.hits)-1)
	case matches(msg, k.Kind) && c.at >= 0:
		l.takeHit(a, c, c.hits[c.at])
	case matches(msg, k.Keep) && c.ask.list == listPhrases:
		l.takeHit(a, c, c.hits[max(0, c.at)])
	case matches(msg, k.Keep) && c.ask.list == listWords && c.at >= 0 && !c.whole():
		l.takeHit(a, c, c.hits[c.at])
		if w, ok := wordCalled(strings.TrimSpace(l.comp.words.Text())); ok && !w.more && w.form == "" {
			return l.keep(a), true
		}
	case matches(msg, k.Keep) && l.enters(a, c) == enterPuts:
		l.takeHit(a, c, c.hits[c.at])
	case matches(msg, k.Back):
		c.close(l)
	default:
		return l.fieldKey(a, msg)
	}
	return nil, true
}

// whole is whether a word was typed to its end, and needs no list any more.
func (c *completion) whole() bool {
	_, ok := wordCalled("/" + c.ask.typed)
	return ok
}

// close keeps the list away until something else is completed.
func (c *completion) close(l *live) {
	c.shut, c.hits = l.beginning(c.ask), nil
}

// takeHit puts a hit into the line.
func (l *live) takeHit(a *app, c *completion, h hit) {
	switch {
	case h.asTyped && (c.ask.list == listSpeakers || c.ask.list == listNames):
		at := map[listed]string{listSpeakers: "@"}[c.ask.list]
		l.comp.words.ReplaceBefore(c.ask.n, at+`"`+c.ask.typed+`" `)
		l.offer()
		c.close(l)
		return
	case h.asTyped:
		c.close(l)
		return
	case c.ask.list == listPhrases:
		l.comp.PutPhrase(h.put)
		return
	}
	if c.ask.list.people() {
		h.put = l.named(c.ask.list, h.who)
		if ids := l.s.meeting().Named(h.role); c.ask.list == listOwners && h.role != "" && len(ids) == 1 {
			h.put = h.role + ": " // the office acts, whoever holds it
		}
	}
	l.comp.predicted = false
	if l.comp.words.Selected() != "" {
		l.comp.words.Insert(h.put)
	} else {
		l.comp.words.ReplaceBefore(c.ask.n, h.put)
	}
	c.owner = c.ask.list == listOwners
	c.spaced = c.ask.list == listNames && strings.HasSuffix(h.put, " ")
	if c.ask.list.people() && h.who.ID == 0 && c.ask.list != listField {
		c.guests = append(c.guests, guest{h.who, strings.TrimRight(h.put, "] :")})
		a.say(h.who.Full() + " joins the roster when this is kept")
	}
	if c.ask.list != listWords { // what was chosen is not asked again, but its parts are
		l.offer()
		c.close(l)
	}
}

// listKeys is what works while a list is open; nil: none is.
func (l *live) listKeys(a *app) []key.Binding {
	k := &a.keys
	c := l.offer()
	switch {
	case l.finding.on:
		return nil
	case c == nil && l.comp.unfilled():
		return []key.Binding{labelled(k.Kind, "next field"), labelled(k.KindBack, "field before"), k.Keep, k.Newline, k.Undo, k.Redo}
	case c == nil:
		return nil
	}
	tab := labelled(k.Kind, "complete")
	keep := labelled(k.Keep, "keep as it stands")
	if c.ask.list == listField && c.at < 0 {
		tab = labelled(k.Kind, "next field")
	}
	if c.ask.list == listPhrases {
		if tab, keep = labelled(k.Kind, "put in and fill the fields"), labelled(k.Keep, "put it in"); a.width < 60 {
			tab = labelled(k.Kind, "put in")
		}
	}
	keys := []key.Binding{tab, both(k.Up, k.Down, "choose"), keep, labelled(k.Back, "close the list"), k.Newline, k.Undo, k.Redo}
	switch l.enters(a, c) {
	case enterPuts:
		keys[2] = labelled(k.Keep, "complete too")
	case enterComplain:
		keys = slices.Delete(keys, 2, 3)
	}
	return keys
}

// typedIn is where the typed letters begin a word of a name; -1: nowhere.
func typedIn(name, typed string) int {
	if typed == "" {
		return 0
	}
	for i := 0; i < len(name); {
		if len(name)-i >= len(typed) && strings.EqualFold(name[i:i+len(typed)], typed) {
			return i
		}
		for i < len(name) { // to the next word
			r, n := utf8.DecodeRuneInString(name[i:])
			if i += n; !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '\'' && r != '’' {
				break
			}
		}
	}
	return -1
}
