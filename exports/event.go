package exports

import (
	"slices"
	"strings"

	"minutebook/agenda"
)

// Event is the printed words of one thing that happened in the room:
// "(Councillor Lunt arrived at 6.25 pm.)". It is empty for an entry that is no
// event.
func Event(s agenda.Style, m agenda.Meeting, e agenda.Entry) string {
	return newPrinter(s, m).happened(&e)
}

// event adds an event. What the roll of the opening says is in the heading.
func (d *builder) event(it *agenda.Item, e *agenda.Entry) {
	if e.Event == nil {
		d.text(numbered(e, e.Text))
		return
	}
	what := e.Event.What
	if it.Kind == agenda.KindOpening && agenda.OnRoll(what) {
		d.text(e.Text)
		return
	}
	sentence := numbered(e, d.happened(e))
	if slices.Contains(d.s.Room.Aloud, what) {
		d.add(plain(sentence))
	} else {
		d.add(Paragraph{{sentence, Italic}})
	}
	d.points(e.Points)
}

// happened is the sentence of an event: who and what, when, why, then the
// clerk's own words.
func (p *printer) happened(e *agenda.Entry) string {
	ev := e.Event
	if ev == nil {
		return ""
	}
	room := p.s.Room
	who := p.ids(ev.Who)
	if len(ev.Who) == 0 {
		who = room.Public
	}
	phrase, ok := room.Happened[ev.What]
	if !ok {
		phrase = "%s " + ev.What
	}
	words := fill(phrase, who, p.ids(forWhom(ev)))
	if hour := p.hour(e.At); hour != "" {
		words += " " + fill(room.At, hour)
	}
	switch ev.How {
	case "":
	case "interest":
		words += " " + room.Interest
	default:
		words += ", " + ev.How
	}
	if e.Text != "" {
		words += ": " + oneLine(e.Text)
	}
	if !strings.HasSuffix(words, ".") && !strings.HasSuffix(words, "?") && !strings.HasSuffix(words, "!") {
		words += "."
	}
	if slices.Contains(room.Aloud, ev.What) {
		return words
	}
	return "(" + words + ")"
}

func forWhom(ev *agenda.Event) []agenda.ID {
	if ev.For == 0 {
		return nil
	}
	return []agenda.ID{ev.For}
}
