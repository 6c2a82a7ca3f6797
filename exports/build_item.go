package exports

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/agenda"
)

// ItemTitle is the heading of an item: its number as typed, with a dot where
// the number has no end of its own, and its title.
func ItemTitle(it *agenda.Item) string { return headed(it.Number, it.Title) }

func headed(number, title string) string {
	if r, _ := utf8.DecodeLastRuneInString(number); unicode.IsLetter(r) || unicode.IsDigit(r) {
		number += "."
	}
	return trim(number + " " + title)
}

// titleOf is the title of an item, or what the house calls private business
// whose title nobody may know.
func (p *printer) titleOf(it *agenda.Item) string {
	if it.Title == "" && it.Exempt != nil && it.Exempt.Whole {
		return p.s.Private.Title
	}
	return it.Title
}

func (d *builder) item(it *agenda.Item) {
	if title := headed(it.Number, d.titleOf(it)); title != "" && it.Titled() {
		d.add(Heading{Level: 1 + max(it.Level, 1), Text: title})
	}
	if it.Late != "" {
		d.add(Paragraph{{stop(fill(d.s.Order.Late, it.Late)), Italic}})
	}
	face := d.begin(it)
	d.paper(it)
	if it.Kind == agenda.KindApologies {
		d.apologies(it)
	}
	d.reviews = it.Kind == agenda.KindActions
	d.entries(it)
	if face != nil && face.Outcome != it.Outcome {
		d.outcome(it.Outcome)
		d.end()
		d.outcome(face.Outcome)
		return
	}
	d.end()
	d.outcome(it.Outcome)
}

// outcome says what became of an item.
func (d *builder) outcome(o agenda.Outcome) {
	if o == (agenda.Outcome{}) {
		return
	}
	text := upperFirst(trim(o.Said()))
	if text != "" && o.Reason != "" {
		text = d.since(text, o.Reason)
	} else {
		text += o.Reason
	}
	d.add(Paragraph{{stop(text), Italic}})
}

// apologies writes the sentence under the item where apologies are received,
// unless the clerk wrote one.
func (d *builder) apologies(it *agenda.Item) {
	for _, e := range it.Entries {
		if e.Kind != agenda.Happening {
			return
		}
	}
	if who := d.join(d.groups(d.roll().apologies)); who != "" {
		d.add(plain(fill(d.s.Head.ApologiesFrom, who)))
	}
}

// wrote says whether the clerk told in words of their own, in the item that is
// there for it, what an event of that item records: the words name all of it.
func (d *builder) wrote(it *agenda.Item, e *agenda.Entry) bool {
	ev := e.Event
	var named []string
	switch {
	case e.Text != "" || e.Number != "" || len(e.Points) > 0:
		return false
	case ev.What == agenda.MinutesOf && it.Kind == agenda.KindMinutes:
		for _, m := range ev.Meetings {
			named = append(named, d.dayOf(m))
		}
	case ev.What == agenda.NextMeeting && it.Kind == agenda.KindNext && ev.To != "":
		named = append(named, d.day(ev.To, d.s.Dates.Short))
		if hour := d.hour(ev.To); hour != "" {
			named = append(named, hour)
		}
		if ev.Place != "" {
			named = append(named, ev.Place)
		}
	}
	return len(named) > 0 && slices.ContainsFunc(it.Entries, func(e *agenda.Entry) bool {
		return e.Kind == agenda.Narrative && !slices.ContainsFunc(named, func(n string) bool { return !strings.Contains(e.Text, n) })
	})
}
