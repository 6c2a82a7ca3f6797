package store

import (
	"fmt"
	"reflect"
	"strings"

	"minutebook/agenda"
)

// fewWords is how much of an entry is shown beside a change.
const fewWords = 60

// reckoning counts what became of entries, and remembers the last one.
type reckoning struct {
	added, changed, removed int
	items                   map[agenda.ID]bool
	where, last             string
}

func (t *reckoning) count() int { return t.added + t.changed + t.removed }

func (t *reckoning) words() string {
	var out []string
	for _, n := range []struct {
		n    int
		what string
	}{{t.added, "added"}, {t.changed, "changed"}, {t.removed, "removed"}} {
		if n.n > 0 {
			out = append(out, fmt.Sprintf("%d %s", n.n, n.what))
		}
	}
	return strings.Join(out, ", ")
}

// tallied is what became of the entries that a comparison counted in. A pointer
// that differs need not be another text: after going back, every one does.
func tallied[I, E any](c changes[I, E], tell func(in *I, e *E, what string) (item agenda.ID, where, words string)) reckoning {
	t := reckoning{items: map[agenda.ID]bool{}}
	note := func(n *int, p placed[I, E], what string) {
		*n++
		var id agenda.ID
		id, t.where, t.last = tell(p.in, p.entry, what)
		t.items[id] = true
	}
	for id, now := range c.now {
		was, there := c.was[id]
		switch {
		case !there:
			note(&t.added, now, "added")
		case was.entry != now.entry && !reflect.DeepEqual(was.entry, now.entry):
			note(&t.changed, now, "changed")
		}
	}
	for id, was := range c.was {
		if _, kept := c.now[id]; !kept {
			note(&t.removed, was, "removed")
		}
	}
	return t
}

// told is a change as a person would recognise it. What is closed is counted,
// and nothing is quoted that is private business before the change or after it.
func told(base, next agenda.Record, open changes[agenda.Item, agenda.Entry], closed changes[agenda.ClosedItem, agenda.ClosedEntry]) agenda.PastChange {
	private := tallied(closed, func(*agenda.ClosedItem, *agenda.ClosedEntry, string) (agenda.ID, string, string) { return 0, "", "" })
	d := discreet{exempt: exemptIn(base, next)}
	public := tallied(open, func(in *agenda.Item, e *agenda.Entry, what string) (agenda.ID, string, string) {
		words := e.Kind.Words() + " " + what
		if private.count() == 0 { // else words may have moved between what is public and what is not
			words += d.quoted(in, opening(e))
		}
		return in.ID, d.name(in), words
	})
	c := agenda.PastChange{
		Added: public.added + private.added, Changed: public.changed + private.changed, Removed: public.removed + private.removed,
	}
	if base.Open.Key == "" {
		items := "1 item"
		if n := titled(next.Open); n != 1 {
			items = fmt.Sprintf("%d items", n)
		}
		c.What = "the meeting comes into the book, with " + items
		return c
	}
	var words []string
	switch {
	case public.count() == 1:
		words = append(words, public.where+": "+public.last)
	case len(public.items) == 1:
		words = append(words, public.where+": "+public.words())
	case public.count() > 1:
		words = append(words, fmt.Sprintf("entries of %d items: %s", len(public.items), public.words()))
	}
	if private.count() > 0 {
		words = append(words, "private business or clerk’s notes: "+private.words())
	}
	words = append(words, itemsTold(base.Open, next.Open, open, d)...)
	if len(words) == 0 && !closed.none() {
		words = append(words, "what an item says in private, or the order of it")
	}
	if len(words) == 0 {
		words = append(words, "the order of things")
	}
	c.What = strings.Join(words, "; ")
	return c
}

// itemsTold says what became of the agenda and of the heading.
func itemsTold(base, next agenda.Meeting, c changes[agenda.Item, agenda.Entry], d discreet) (words []string) {
	for _, n := range c.items {
		was, there := base.Item(n.id)
		switch {
		case !there:
			words = append(words, d.name(n.item)+" added"+d.quoted(n.item, quoted(n.item.Title)))
		case !sameFace(was, n.item):
			words = append(words, d.name(n.item)+" changed"+d.quoted(n.item, quoted(n.item.Title)))
		}
	}
	for _, id := range c.gone {
		if was, there := base.Item(id); there {
			words = append(words, d.name(was)+" removed"+d.quoted(was, quoted(was.Title)))
		}
	}
	const most = 3
	if n := len(words) - most; n > 0 {
		words = append(words[:most], fmt.Sprintf("%d items more", n))
	}
	if len(c.gone) == 0 && len(base.Items) == len(next.Items) && newHead(base, "").Order != newHead(next, "").Order {
		words = append(words, "items in another order")
	}
	if !reflect.DeepEqual(base.Roster, next.Roster) {
		words = append(words, "who is on the roster")
	}
	if !reflect.DeepEqual(base.Taken, next.Taken) {
		words = append(words, takenNow(next))
	}
	base.Roster, base.Taken, base.Items, base.Next = next.Roster, next.Taken, next.Items, next.Next
	if !reflect.DeepEqual(base, next) {
		words = append(words, "the heading of the meeting")
	}
	return words
}

func sameFace(a, b *agenda.Item) bool {
	x, y := *a, *b
	x.Entries, y.Entries = nil, nil
	return reflect.DeepEqual(x, y)
}

// opening is the first words of an entry.
func opening(e *agenda.Entry) string {
	words := e.Text
	switch {
	case words != "":
	case e.Resolution != nil && len(e.Resolution.Parts) > 0:
		words = e.Resolution.Parts[0].Text
	case len(e.Points) > 0:
		words = e.Points[0].Text
	}
	return quoted(words)
}

func quoted(words string) string {
	if much := 8 * fewWords; len(words) > much {
		words = strings.ToValidUTF8(words[:much], "")
	}
	words = agenda.CleanLine(words)
	if words == "" {
		return ""
	}
	if r := []rune(words); len(r) > fewWords {
		words = strings.TrimSpace(string(r[:fewWords])) + "…"
	}
	return ": “" + words + "”"
}

// takenNow is which item is being minuted after a change of that.
func takenNow(m agenda.Meeting) string {
	if it, ok := m.Item(m.Current()); ok {
		return itemName(it) + " is taken"
	}
	return "no item is taken"
}
