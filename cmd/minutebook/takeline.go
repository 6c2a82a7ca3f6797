package main

import (
	"errors"
	"fmt"
	"strings"

	"minutebook/agenda/notes"
)

// take keeps one line. It returns an error only where going on makes no sense.
func (t *taker) take(text string) error {
	err := t.keepLine(text)
	var lost *fault
	if err == nil || errors.As(err, &lost) {
		return err
	}
	t.bad++
	var problems notes.Problems
	if !errors.As(err, &problems) {
		fmt.Fprintf(t.p.err, "line %d: %s\n", t.line, plain(err))
		return nil
	}
	for _, p := range problems {
		fmt.Fprintln(t.p.err, t.placed(p))
	}
	return nil
}

func (t *taker) keepLine(text string) error {
	switch {
	case text == "":
		t.gap = passage{}.then("", t.line)
		return nil
	case strings.HasPrefix(text, "%%"):
		return nil // a comment of the file is no entry and ends none
	case t.continues(text):
		return t.continued(text)
	}
	t.typed, t.gap, t.leftOut = passage{}, passage{}, false
	item, taking := itemLine(text)
	var err error
	switch {
	case isPrefix(text):
		return t.hold(text)
	case taking:
		lost := t.held.text
		t.held = passage{}
		if err = t.item(item); err == nil && lost != "" {
			err = fmt.Errorf("found an item; expected the entry that %s above it belongs to", lost)
		}
	default:
		whole := t.held.then(text, t.line)
		t.held = passage{}
		err = t.entry(whole)
	}
	t.leftOut = err != nil
	return err
}

// hold waits with a /caption or /number: it is kept and answered with the entry
// it belongs to. A second one takes the place of the first.
func (t *taker) hold(text string) error {
	word, _, _ := strings.Cut(text, " ")
	if !strings.Contains("\n"+t.held.text+" ", "\n"+word+" ") {
		t.held = t.held.then(text, t.line)
		return nil
	}
	lost := t.held.text
	t.held = passage{}.then(text, t.line)
	return fmt.Errorf("found a second %s; expected the entry that %s above it belongs to", word, lost)
}

// isPrefix tells whether a line says something of the entry below it.
func isPrefix(text string) bool {
	word, rest, _ := strings.Cut(text, " ")
	return word == "/caption" || word == "/number" && !strings.Contains(strings.TrimSpace(rest), " ")
}

// entry keeps a line that begins an entry.
func (t *taker) entry(whole passage) error {
	r, item, err := t.place(whole.text)
	if err != nil {
		return err
	}
	t.reading = whole
	next, did, err := notes.Apply(r, item, whole.text, t.minuted())
	if err != nil {
		return err
	}
	if err := t.keep(next); err != nil {
		return err
	}
	t.typed, t.typedIn, t.before = whole, item, r
	return t.say(did)
}

// continues tells whether a line is read together with those above it: it is
// indented, or it is a point or a row of a table, which only the lines above
// can place.
func (t *taker) continues(text string) bool {
	switch text[0] {
	case ' ', '\t':
		return true
	case '-', '|':
		return t.held.none() && (!t.typed.none() || t.leftOut && t.gap.none())
	}
	return false
}

// continued applies the entry above anew with one line more.
func (t *taker) continued(text string) error {
	switch {
	case t.leftOut:
		return errors.New("left out with the line it continues")
	case t.typed.none():
		return errors.New("found an indented line; expected an entry above that it continues")
	case strings.TrimSpace(text) == `\`:
		t.gap = t.gap.then(text, t.line)
		return nil
	}
	whole := t.typed.with(t.gap).then(text, t.line)
	t.reading = whole
	next, did, err := notes.Apply(t.before, t.typedIn, whole.text, t.minuted())
	if err != nil {
		return err
	}
	if err := t.keep(next); err != nil {
		return err
	}
	t.typed, t.gap = whole, passage{}
	return t.say(did)
}
