package exports

import (
	"slices"

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
		d.points(e.Points)
		return
	}
	what := e.Event.What
	switch {
	case it.Kind == agenda.KindOpening && agenda.OnRoll(what):
		d.text(e.Text)
		return
	case what == agenda.Exempted || what == agenda.Reopened:
		d.turn(e)
		return
	case d.wrote(it, e):
		return
	case what == agenda.ActionList:
		d.text(numbered(e, e.Text))
		d.actions()
	case d.label(e) != "":
		d.tagged(d.label(e), numbered(e, d.labelledWords(e)))
	case d.aloud(what):
		d.add(plain(numbered(e, d.happened(e))))
	default:
		d.add(Paragraph{{numbered(e, d.happened(e)), Italic}})
	}
	d.points(e.Points)
}

// aloud says whether an event is told as a sentence of its own.
func (p *printer) aloud(what string) bool { return slices.Contains(p.s.Room.Aloud, what) }

// label is what stands before an event that is words alone: what was said of
// the quorum, thanks, a next meeting whose day is not known.
func (p *printer) label(e *agenda.Entry) string {
	switch what := e.Event.What; {
	case what == agenda.Quorum:
		return p.s.Head.Quorum
	case what == agenda.Thanked:
		return p.s.Order.Thanks
	case what == agenda.NextMeeting && e.Event.To == "" && e.Text != "":
		return p.s.Order.NextTag
	}
	return ""
}

// labelledWords is what stands behind the label of an event.
func (p *printer) labelledWords(e *agenda.Entry) string {
	text := e.Text
	if e.Event.Place != "" {
		text += " " + p.place(e.Event.Place)
	}
	return text
}

// happened is the sentence of an event: who and what, when, why, then the
// clerk's own words.
func (p *printer) happened(e *agenda.Entry) string {
	ev := e.Event
	if ev == nil {
		return ""
	}
	if label := p.label(e); label != "" {
		return stop(label + p.s.Colon + oneLine(p.labelledWords(e)))
	}
	switch ev.What {
	case agenda.Exempted:
		return p.exemption(ev.How, oneLine(e.Text))
	case agenda.Reopened, agenda.ActionList:
		return oneLine(e.Text)
	}
	words, behind := p.occurred(e)
	words += p.moment(e) + behind
	switch ev.How {
	case "":
	case agenda.Interested:
		words += " " + p.s.Room.Interest
	default:
		words += ", " + ev.How
	}
	if e.Text != "" {
		words = p.since(words, oneLine(e.Text))
	}
	if words = whole(words); p.aloud(ev.What) {
		return words
	}
	return "(" + words + ")"
}

// moment is the time of an event, behind its words. What begins or ends a
// sitting tells the day too where that is not the meeting's: the heading names
// another.
func (p *printer) moment(e *agenda.Entry) (words string) {
	if day := e.At.Date(); e.Event.OfSitting() && day != "" && day != p.m.Start.Date() {
		words = " " + fill(p.s.Room.On, p.day(e.At, p.s.Dates.Long))
	}
	if hour := p.hour(e.At); hour != "" {
		words += " " + fill(p.s.Room.At, hour)
	}
	return words
}

// occurred is who did what, or what was done, and what stands behind its time.
func (p *printer) occurred(e *agenda.Entry) (words, behind string) {
	ev, o := *e.Event, p.s.Order
	switch ev.What {
	case agenda.TakenOut:
		words = fill(either(o.Taken, len(ev.Items)), p.items(ev.Items))
		if ev.Before == (agenda.ItemRef{}) {
			words += o.Turn
		}
		ev.Items = nil
	case agenda.Together:
		words = fill(o.Together, p.items(ev.Items))
		ev.Items = nil
	case agenda.MinutesOf:
		of := o.Unnamed
		if len(ev.Meetings) > 0 {
			of = fill(either(o.Minutes, len(ev.Meetings)), p.meetings(ev.Meetings))
		}
		words = fill(o.Submitted, of)
		ev.Meetings = nil
	case agenda.NextMeeting:
		words = fill(o.Next, sentences(p.when(ev.To, o.NextOn, ""), p.placed(ev.Place)))
		ev.To, ev.Place = "", ""
	default:
		words = p.came(&ev)
	}
	if len(ev.Items) > 0 {
		behind += " " + fill(o.For, p.items(ev.Items))
	}
	if ev.Before != (agenda.ItemRef{}) {
		behind += fill(o.Before, p.items([]agenda.ItemRef{ev.Before}))
	}
	if ev.To != "" {
		behind += " " + p.when(ev.To, o.Until, p.dayOn(e))
	}
	behind = sentences(behind, p.placed(ev.Place))
	if len(ev.Meetings) > 0 {
		behind += ", " + p.meetings(ev.Meetings)
	}
	if behind != "" && behind[0] != ' ' && behind[0] != ',' {
		behind = " " + behind
	}
	return words, behind
}

// came is an event of people: "Councillor Lunt arrived".
func (p *printer) came(ev *agenda.Event) string {
	who := p.ids(ev.Who)
	if len(ev.Who) == 0 {
		who = p.s.Room.Public
	}
	phrase, ok := p.s.Room.Happened[ev.What]
	if word := p.s.Head.Alone[ev.What]; word != "" && ev.For == 0 {
		return who + " (" + word + ")" // nobody said for whom
	}
	if !ok {
		phrase = agenda.Title{One: "%s " + ev.What, Many: "%s " + ev.What}
	}
	return fill(either(phrase, max(1, len(ev.Who))), who, p.ids(forWhom(ev)))
}

// when is a day and a time in a phrase of the house that has a place for the
// day. On the day that is given the time alone says it.
func (p *printer) when(c agenda.Clock, phrase, today string) string {
	hour := p.hour(c)
	if hour != "" && c.Date() == today {
		return fill(phrase, hour)
	}
	if c == "" {
		return ""
	}
	words := fill(phrase, p.day(c, p.s.Dates.Long))
	if hour != "" {
		words += " " + fill(p.s.Head.At, hour)
	}
	return words
}

// dayOn is the day of an entry, or of the meeting.
func (p *printer) dayOn(e *agenda.Entry) string {
	if day := e.At.Date(); day != "" {
		return day
	}
	return p.m.Start.Date()
}

func (p *printer) placed(place string) string {
	if place == "" {
		return ""
	}
	return p.place(place)
}

func forWhom(ev *agenda.Event) []agenda.ID {
	if ev.For == 0 {
		return nil
	}
	return []agenda.ID{ev.For}
}
