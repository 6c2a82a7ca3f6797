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
	for _, words := range problemWords(err) {
		fmt.Fprintf(t.p.err, "line %d: %s\n", t.line, words)
	}
	return nil
}

func (t *taker) keepLine(text string) error {
	switch {
	case text == "":
		t.gap = "\n"
		return nil
	case strings.HasPrefix(text, "%%"):
		return nil // a comment of the file is no entry and ends none
	case t.continues(text):
		return t.continued(text)
	}
	t.typed, t.gap, t.leftOut = "", "", false
	item, taking := itemLine(text)
	var err error
	switch {
	case isPrefix(text):
		return t.hold(text)
	case taking:
		lost := t.held
		t.held = ""
		if err = t.item(item); err == nil && lost != "" {
			err = fmt.Errorf("found an item; expected the entry that %s above it belongs to", lost)
		}
	case t.held != "":
		text, t.held = t.held+"\n"+text, ""
		err = t.entry(text)
	default:
		err = t.entry(text)
	}
	t.leftOut = err != nil
	return err
}

// hold waits with a /caption or /number: it is kept and answered with the entry
// it belongs to. A second one takes the place of the first.
func (t *taker) hold(text string) error {
	word, _, _ := strings.Cut(text, " ")
	if !strings.Contains("\n"+t.held+" ", "\n"+word+" ") {
		t.held = strings.TrimLeft(t.held+"\n"+text, "\n")
		return nil
	}
	lost := t.held
	t.held = text
	return fmt.Errorf("found a second %s; expected the entry that %s above it belongs to", word, lost)
}

// isPrefix tells whether a line says something of the entry below it.
func isPrefix(text string) bool {
	word, rest, _ := strings.Cut(text, " ")
	return word == "/caption" || word == "/number" && !strings.Contains(strings.TrimSpace(rest), " ")
}

// entry keeps a line that begins an entry.
func (t *taker) entry(text string) error {
	r, item, err := t.place(text)
	if err != nil {
		return err
	}
	next, did, err := notes.Apply(r, item, text, t.minuted())
	if err != nil {
		return err
	}
	if err := t.keep(next); err != nil {
		return err
	}
	t.typed, t.typedIn, t.before = text, item, r
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
		return t.held == "" && (t.typed != "" || t.leftOut && t.gap == "")
	}
	return false
}

// continued applies the entry above anew with one line more.
func (t *taker) continued(text string) error {
	switch {
	case t.leftOut:
		return errors.New("left out with the line it continues")
	case t.typed == "":
		return errors.New("found an indented line; expected an entry above that it continues")
	case strings.TrimSpace(text) == `\`:
		t.gap += "\n" + text
		return nil
	}
	whole := t.typed + t.gap + "\n" + text
	next, did, err := notes.Apply(t.before, t.typedIn, whole, t.minuted())
	if err != nil {
		return err
	}
	if err := t.keep(next); err != nil {
		return err
	}
	t.typed, t.gap = whole, ""
	return t.say(did)
}

// problemWords is what is wrong with a line. Its place in the entry is left
// out: the answer names the line of the input.
func problemWords(err error) []string {
	var problems notes.Problems
	if !errors.As(err, &problems) {
		return []string{plain(err)}
	}
	var words []string
	for _, p := range problems {
		words = append(words, p.Words())
	}
	return words
}
