package exports

import (
	"slices"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// calls is what an item is called: its number and its title, as far as it has
// them. A reference to no item of this meeting has a number alone.
func (p *printer) calls(ref agenda.ItemRef) (number, title string) {
	if it, ok := p.m.Item(ref.ID); ok && ref.ID != 0 {
		return it.Number, p.titleOf(it)
	}
	return ref.Words, ""
}

// items names items in a sentence, by number and title: "items 4 (Dredging
// programme) and 5 (A lease)".
func (p *printer) items(refs []agenda.ItemRef) string {
	o := p.s.Order
	var alone, list []string
	numbered := true
	for _, ref := range refs {
		number, title := p.calls(ref)
		switch {
		case number == "" && title == "":
			alone, numbered = append(alone, o.Nameless), false
			continue
		case number == "":
			alone, numbered = append(alone, fill(o.Quoted, title)), false
			continue
		case title != "":
			number = fill(o.Named, number, title)
		}
		list = append(list, number)
		alone = append(alone, fill(o.Item, number))
	}
	if numbered && len(list) > 1 {
		return fill(o.Items, p.join(list))
	}
	return p.join(alone)
}

// numbers names items as shortly as can be.
func (p *printer) numbers(refs []agenda.ItemRef) string {
	var list []string
	for _, ref := range refs {
		number, _ := p.calls(ref)
		if number == "" {
			return p.items(refs)
		}
		list = append(list, number)
	}
	switch len(list) {
	case 0:
		return ""
	case 1:
		return fill(p.s.Order.Item, list[0])
	}
	return fill(p.s.Order.Items, p.join(list))
}

// dayOf is the day of a meeting that was typed as a day, or as a day of this
// body ("NHC/2026-01-15"), in words; anything else as typed.
func (p *printer) dayOf(typed string) string {
	if code, rest, ok := strings.Cut(typed, "/"); ok && p.code != "" && strings.EqualFold(code, p.code) && !strings.Contains(rest, "#") {
		if _, timed, err := agenda.Clock(rest).Time(); err == nil && !timed {
			typed = rest
		}
	}
	return p.day(agenda.Clock(typed), p.s.Dates.Short)
}

// meetings names meetings: by their day where one was typed, else as typed.
func (p *printer) meetings(typed []string) string {
	var list, days []string
	for _, t := range typed {
		if day := p.dayOf(t); day != t || isDay(t) {
			days = append(days, day)
			t = fill(p.s.Order.Meeting, day)
		}
		list = append(list, t)
	}
	if len(days) > 1 && len(days) == len(list) {
		return fill(p.s.Order.Meetings, p.join(days))
	}
	return p.join(list)
}

// isDay says whether words are a day as one writes it: "15 January 2026".
func isDay(words string) bool {
	f := strings.Fields(words)
	return len(f) == 3 && isFigure(f[0]) && len(f[0]) <= 2 && isFigure(f[2]) && len(f[2]) == 4
}

// minute names a minute of another meeting; both may be unknown.
func (p *printer) minute(minute, meeting string) string {
	o := p.s.Order
	if minute != "" && isDigit(minute[0]) {
		minute = fill(o.Minute, minute)
	}
	switch of := p.meetings(list1(meeting)); {
	case minute != "" && of != "":
		return fill(o.MinuteOf, minute, of)
	case minute != "":
		return minute
	case of != "":
		return fill(o.Minutes.One, of)
	}
	return o.Unnamed
}

// list1 is a list of words, empty where there are none.
func list1(words string) []string {
	if words == "" {
		return nil
	}
	return []string{words}
}

// decision names another decision: "NHC/2026-01-15 4" is minute 4 of that
// meeting, other words stay as typed.
func (p *printer) decision(typed string) string {
	meeting, minute, _ := strings.Cut(typed, " ")
	if p.dayOf(meeting) == meeting {
		return typed
	}
	return p.minute(minute, meeting)
}

// correction adds a change to earlier minutes.
func (d *builder) correction(e *agenda.Entry) {
	c, o := e.Correction, d.s.Order
	what := d.minute(c.Minute, c.Meeting)
	var changes []string
	for _, ch := range c.Changes {
		switch {
		case ch.Delete != "" && ch.Insert != "":
			changes = append(changes, fill(o.Change, ch.Delete, ch.Insert))
		case ch.Delete != "":
			changes = append(changes, fill(o.Delete, ch.Delete))
		case ch.Insert != "":
			changes = append(changes, fill(o.Insert, ch.Insert))
		}
	}
	switch texts := paragraphs(e.Text); {
	case len(changes) > 0:
		d.told(e, whole(fill(o.CorrectedTo, what, strings.Join(changes, "; "))))
	case len(texts) > 0:
		rest := *e
		rest.Text = strings.Join(texts[1:], "\n")
		d.told(&rest, whole(fill(o.CorrectedTo, what, texts[0])))
	default:
		d.told(e, whole(fill(o.Corrected, what)))
	}
}

// beside adds what a resolution of an item says besides its parts.
func (d *builder) beside(it *agenda.Item, r *agenda.Resolution) {
	o := d.s.Order
	d.tagged(o.Condition, r.Condition)
	d.tagged(o.Reasons, r.Reasons)
	d.tagged(o.Alternatives, r.Alternatives)
	if len(r.Items) > 0 {
		d.add(plain(whole(fill(o.Decides, d.items(r.Items)))))
	}
	for _, l := range r.Links {
		d.add(plain(whole(trim(d.linked(it, l)))))
	}
	d.tagged(o.Thanks, r.Thanks)
}

// linked is what a resolution does to an earlier one. A question that the paper
// of its item asks is told in full: its number says nothing to a reader who
// does not have the paper.
func (p *printer) linked(it *agenda.Item, l agenda.Link) string {
	o := p.s.Order
	if n, err := strconv.Atoi(l.To); l.Kind == agenda.Answers && err == nil && it.Paper != nil && n > 0 && n <= len(it.Paper.Asks) {
		return fill(o.AnswersAsked, oneLine(it.Paper.Asks[n-1]))
	}
	if phrase, ok := o.Links[l.Kind]; ok {
		return fill(phrase, p.decision(l.To))
	}
	return fill(o.OtherLink, l.Kind, p.decision(l.To))
}

// actions adds the list of what is to be done after this meeting. What earlier
// meetings asked for stands where their actions are gone through.
func (d *builder) actions() {
	o := d.s.Order
	t := Table{Head: slices.Clone(o.Actions[:]), Right: make([]bool, len(o.Actions))}
	for _, it := range d.m.Ordered() {
		for _, e := range it.Entries {
			a := e.Action
			if e.Kind != agenda.ToDo || a == nil || a.Follows != nil {
				continue
			}
			place := it.Number
			if place == "" {
				place = d.titleOf(it)
			}
			if e.ID.Closed() {
				place = trim(place + " " + o.PrivateActions)
			}
			words := oneLine(e.Text)
			for _, pt := range e.Points {
				words = trim(words + " " + oneLine(pt.Text))
			}
			t.Rows = append(t.Rows, []string{place, words, d.people(a.Owners), d.day(agenda.Clock(a.Due), d.s.Dates.Short)})
		}
	}
	if len(t.Rows) == 0 {
		d.add(plain(whole(o.NoActions)))
		return
	}
	d.add(t)
}
