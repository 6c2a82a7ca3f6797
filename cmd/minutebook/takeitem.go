package main

import (
	"fmt"
	"strings"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// itemLine reads "== 4", "== 9 | Any other business" and "/take 4"; ok is false
// where a line is neither. The zero item is a bare "==".
func itemLine(text string) (it agenda.Item, ok bool) {
	if to, taking := strings.CutPrefix(text, "/take "); taking {
		text = "== " + to
	}
	if !strings.HasPrefix(text, "==") {
		return agenda.Item{}, false
	}
	it, _ = notes.Heading(text)
	return it, true
}

// item does an item line: it takes the item the line names, adds one that is
// not on the agenda, or ends the open item.
func (t *taker) item(it agenda.Item) error {
	r := t.snap.Record
	if it.Number == "" && it.Title == "" {
		t.ended = true
		open := r.Open.Current()
		if open == 0 {
			return nil
		}
		if err := t.keep(r.Pause(t.minuted())); err != nil {
			return err
		}
		return t.answer("ended: " + t.label(open))
	}
	verb := "taken"
	id, ok := findItem(r, it.Number, it.Title)
	if !ok {
		if it.Title == "" {
			return fmt.Errorf("no item is called %q; == %s | TITLE adds one", it.Number, it.Number)
		}
		verb = "added"
		var after agenda.ID // at the end, but a part of an item behind that item
		if it.Level > 1 {
			after = r.Open.Current()
		}
		var err error
		if r, id, err = r.AddItem(after, it); err != nil {
			return err
		}
	}
	r, err := r.Take(id, t.minuted())
	if err != nil {
		return err
	}
	if err := t.keep(r); err != nil {
		return err
	}
	t.ended = false
	return t.answer(verb + ": " + t.label(id))
}

// label is how an answer calls an item: number and title.
func (t *taker) label(id agenda.ID) string {
	it, _ := t.snap.Record.Open.Item(id)
	if label := strings.TrimSpace(it.Number + " " + it.Title); label != "" {
		return label
	}
	return "between items"
}

// findItem is the item of a number or, without one, of a title, which may be the
// one that only the clerk sees: another item of that title would be public.
func findItem(r agenda.Record, number, title string) (agenda.ID, bool) {
	if number != "" {
		return r.Open.ItemCalled(number)
	}
	for _, it := range r.Open.Items {
		whole, _ := r.Whole(it.ID)
		if it.Titled() && (strings.EqualFold(it.Title, title) || strings.EqualFold(whole.Title, title)) {
			return it.ID, true
		}
	}
	return 0, false
}
