package tui

import (
	"slices"
	"strings"

	"minutebook/agenda/notes"
)

// entering is what enter does while a list of parts is open.
type entering int

const (
	enterKeeps    entering = iota // the line as it stands
	enterPuts                     // the hit, for the line would be refused
	enterComplain                 // says what is missing: nothing is typed to be completed
)

// enters is what enter does now. A line that can be kept is kept as it stands;
// one that would be refused gets the hit instead, so that the list never
// promises what the line cannot hold.
func (l *live) enters(a *app, c *completion) entering {
	switch c.ask.list {
	case listPhrases, listField, listTake:
		return enterKeeps // these have ways of their own
	case listWords:
		switch w, whole := wordCalled("/" + c.ask.typed); {
		case !whole:
			return enterPuts
		case w.more:
			return enterComplain
		}
		return enterKeeps
	}
	if l.stands(a, c) {
		return enterKeeps
	}
	anyWords := c.ask.list == listSaid || c.ask.list == listOwners // what is refused is something else
	if anyWords || c.at < 0 || c.ask.typed == "" && c.at == 0 || l.typedOut(c, c.hits[c.at]) {
		return enterComplain
	}
	return enterPuts
}

// typedOut is whether the letters are all that the hit would put there.
func (l *live) typedOut(c *completion, h hit) bool {
	put := h.put
	if c.ask.list.people() && !h.asTyped {
		put = l.named(c.ask.list, h.who)
	}
	return !h.asTyped && strings.EqualFold(strings.Trim(put, "@[]: "), strings.Trim(c.ask.typed, "[] "))
}

// stands is whether the line would be kept as it is typed.
func (l *live) stands(a *app, c *completion) bool {
	text := l.comp.Text()
	if c.tried == text && c.triedAt == l.s.change+1 {
		return c.stands
	}
	var err error
	if l.editing.none() {
		if _, _, err = l.apply(a, text); err != nil {
			if _, _, _, kept := l.applyStranger(a, text, err); kept {
				err = nil
			}
		}
	} else {
		_, err = notes.Edit(l.withGuests(text), l.editing.id, text)
	}
	c.tried, c.triedAt, c.stands = text, l.s.change+1, err == nil
	return c.stands
}

// quotable is whether somebody on no roster may be named where the cursor is:
// in quotes, by every word but those of the room.
func (l *live) quotable() bool {
	word, _, _ := strings.Cut(l.comp.words.Before(), " ")
	return !slices.ContainsFunc(roomWords(), func(w liveWord) bool { return strings.EqualFold(w.text, word) })
}
