package exports

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/agenda"
)

// entry adds an entry that is no part of an exchange.
func (d *builder) entry(it *agenda.Item, e *agenda.Entry) {
	if d.business(it, e) {
		return
	}
	switch e.Kind {
	case agenda.Resolved:
		d.add(d.resolution(e))
		if e.Resolution != nil {
			d.beside(it, e.Resolution)
		}
	case agenda.ToDo:
		d.action(e)
	case agenda.Happening:
		d.event(it, e)
	case agenda.Tabulation:
		d.table(e)
	case agenda.Response, agenda.Further: // what it answered is gone
		if it.Rendering == agenda.Labelled || it.Rendering == "" && d.s.Rendering == agenda.Labelled {
			d.labelled(e)
			return
		}
		d.add(d.exchange(exchange{asked: e})...)
	case agenda.Update:
		said := " "
		if r, _ := utf8.DecodeRuneInString(e.Text); unicode.IsUpper(r) {
			said = d.s.Colon // a sentence of its own
		}
		d.text(numbered(e, trim(d.callFull(e.Speaker)+said+e.Text)))
		d.points(e.Points)
	default:
		d.text(numbered(e, e.Text))
		d.points(e.Points)
	}
}

// business adds an entry that minutes a motion, a vote, an election, an interest
// or a correction; false where it is of another kind, or has words alone.
func (d *builder) business(it *agenda.Item, e *agenda.Entry) bool {
	switch {
	case e.Kind == agenda.Moved && e.Motion != nil:
		d.motion(it, e, "")
	case e.Kind == agenda.Voted && e.Vote != nil:
		d.vote(it, e)
	case e.Kind == agenda.Settled && e.Outcome != nil:
		d.told(e, d.settled(it, e))
	case e.Kind == agenda.TakenBack:
		d.reasoned(e, d.takenBack(it, e))
	case e.Kind == agenda.Elected && e.Election != nil:
		d.election(it, e)
	case e.Kind == agenda.Declared && e.Interest != nil:
		d.interest(e)
	case e.Kind == agenda.Corrected && e.Correction != nil:
		d.correction(e)
	default:
		return false
	}
	return true
}

// resolution numbers the parts of a decision if it has several.
func (d *builder) resolution(e *agenda.Entry) Resolution {
	r := Resolution{Number: e.Number, Verb: d.s.Resolved}
	if e.Verb == agenda.AsTyped {
		r.Verb = ""
	} else if e.Verb != "" {
		r.Verb = strings.TrimRight(strings.ToUpper(e.Verb), ":")
	}
	var parts []agenda.Point
	if e.Resolution != nil {
		parts = e.Resolution.Parts
		if e.Resolution.By != nil {
			r.By = d.by(*e.Resolution.By)
		}
	}
	if e.Text != "" || len(e.Points) > 0 { // not how the notes make one, but no words are dropped
		parts = append([]agenda.Point{{Text: e.Text, Points: e.Points}}, parts...)
	}
	for i, p := range parts {
		label := ""
		if len(parts) > 1 {
			label = fmt.Sprintf("(%d)", i+1)
		}
		r.Parts = appendPart(r.Parts, p, label, 0)
	}
	return r
}

func appendPart(parts []Part, p agenda.Point, label string, depth int) []Part {
	parts = append(parts, Part{Depth: depth, Label: label, Text: paragraphs(p.Text)})
	for i, sub := range p.Points {
		parts = appendPart(parts, sub, subLabel(i, depth+1), depth+1)
	}
	return parts
}

// subLabel numbers sub-point i, counted from nought: (a) at depth 1, (i) at
// depth 2, then (A).
func subLabel(i, depth int) string {
	switch depth {
	case 1:
		return "(" + letters(i+1) + ")"
	case 2:
		return "(" + roman(i+1) + ")"
	}
	return "(" + strings.ToUpper(letters(i+1)) + ")"
}

// letters counts a, b … z, aa, ab ….
func letters(n int) string {
	out := ""
	for ; n > 0; n = (n - 1) / 26 {
		out = string(rune('a'+(n-1)%26)) + out
	}
	return out
}

func roman(n int) string {
	var b strings.Builder
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	for i, sign := range []string{"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"} {
		for ; n >= values[i]; n -= values[i] {
			b.WriteString(sign)
		}
	}
	return b.String()
}

// by is who proposed and seconded and how it was carried, in brackets. A
// figure that nobody stated is left out: it is not nought.
func (p *printer) by(by agenda.By) string {
	var words []string
	if who := p.people(by.Movers); who != "" {
		words = append(words, fill(p.s.Short.Proposed, who))
	}
	if who := p.people(by.Seconders); who != "" {
		words = append(words, fill(p.s.Short.Seconded, who))
	}
	if v := by.Vote; v != nil {
		words = append(words, p.shortVote(v)...)
	}
	if len(words) == 0 {
		return ""
	}
	return "(" + upperFirst(strings.Join(words, ", ")) + ")"
}

// action adds what somebody is to do.
func (d *builder) action(e *agenda.Entry) {
	text, after := e.Text, ""
	if a := e.Action; a != nil {
		if who := d.people(a.Owners); who != "" {
			text = trim(who + d.toDo(text) + text)
		}
		after = d.due(*a)
	}
	texts := paragraphs(numbered(e, text))
	if n := len(texts); n == 0 {
		texts = []string{trim(after)}
	} else {
		texts[n-1] += after
	}
	d.add(labelled(d.tag(d.s.ActionTag), texts[0]))
	for _, t := range texts[1:] {
		d.add(plain(t))
	}
	d.points(e.Points)
}

// toDo is what stands between those who act and what they do: nothing more than
// a colon where the words do not follow "to".
func (d *builder) toDo(text string) string {
	first, _, _ := strings.Cut(text, " ")
	switch r, _ := utf8.DecodeRuneInString(text); {
	case d.s.ActionTo == "":
		return d.s.Colon
	case first == d.s.ActionTo:
		return " "
	case unicode.IsUpper(r) && strings.ToUpper(first) != first:
		return d.s.Colon
	}
	return " " + d.s.ActionTo + " "
}

// due is by when, in brackets behind a blank. How far an action is gets said
// where earlier ones are gone through: what was done since a meeting is no part
// of its minutes, and must not change them.
func (d *builder) due(a agenda.Action) string {
	var words []string
	if a.Due != "" {
		if _, timed, err := agenda.Clock(a.Due).Time(); err == nil && !timed {
			words = append(words, fill(d.s.DueOn, d.day(agenda.Clock(a.Due), d.s.Dates.Short)))
		} else {
			words = append(words, fill(d.s.Due, a.Due))
		}
	}
	if a.State != "" && d.reviews {
		words = append(words, a.State)
	}
	if len(words) == 0 {
		return ""
	}
	return " (" + strings.Join(words, "; ") + ")"
}
