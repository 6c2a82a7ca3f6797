package exports

import (
	"strings"

	"minutebook/agenda"
)

// exchange is a question or comment and what was said to it.
type exchange struct {
	asked   *agenda.Entry
	answers []*agenda.Entry
}

// all is the entries of the exchange, in the order they are printed. Nothing
// was said yet that the first answer to a question could go further than, so it
// reads as a response whatever it was typed as.
func (x exchange) all() []*agenda.Entry {
	out := append([]*agenda.Entry{x.asked}, x.answers...)
	if x.asked.Kind == agenda.Question && len(x.answers) > 0 && out[1].Kind == agenda.Further {
		first := *out[1]
		first.Kind = agenda.Response
		out[1] = &first
	}
	return out
}

// answers sorts the responses of an item by what they answer. One that answers
// nothing of this item is not in it.
func answers(it *agenda.Item) map[agenda.ID][]*agenda.Entry {
	var by map[agenda.ID][]*agenda.Entry
	for _, e := range it.Entries {
		if !e.Kind.Answers() {
			continue
		}
		if by == nil {
			by = map[agenda.ID][]*agenda.Entry{}
			for _, q := range it.Entries {
				if q.Kind.Asks() {
					by[q.ID] = nil
				}
			}
		}
		if _, ok := by[e.On]; ok {
			by[e.On] = append(by[e.On], e)
		}
	}
	return by
}

// entries adds the entries of an item. Questions and comments in a row make a
// group; a response is printed with what it answers, wherever it stands.
func (d *builder) entries(it *agenda.Item) {
	by := answers(it)
	answered := func(e *agenda.Entry) bool {
		_, ok := by[e.On]
		return ok && e.Kind.Answers()
	}
	d.note(0)
	talk := talk{it: it}
	for i := 0; i < len(it.Entries); {
		e := it.Entries[i]
		if answered(e) || e == d.closing {
			if e == d.closing {
				d.note(e.ID)
			}
			i++
			continue
		}
		if !e.Kind.Asks() {
			n := d.single(it, i)
			for _, e := range it.Entries[i : i+n] {
				d.note(e.ID)
				talk.interrupt(e)
			}
			i += n
			continue
		}
		var group []exchange
		for ; i < len(it.Entries) && (it.Entries[i].Kind.Asks() || answered(it.Entries[i])); i++ {
			if q := it.Entries[i]; q.Kind.Asks() {
				group = append(group, exchange{q, by[q.ID]})
			}
		}
		d.group(&talk, group)
	}
}

// single adds the entry at an index, with the next one where both make one
// paragraph, and says how many it has added.
func (d *builder) single(it *agenda.Item, i int) int {
	e := it.Entries[i]
	if e.Kind == agenda.Moved && e.Motion != nil && i+1 < len(it.Entries) {
		if fate := d.fate(it, e, it.Entries[i+1]); fate != "" {
			d.motion(it, e, fate)
			return 2
		}
	}
	d.entry(it, e)
	return 1
}

// talk is how far the questions and comments of an item have come.
type talk struct {
	it      *agenda.Item
	led     bool // the clerk's own words lead into what follows
	running bool // bullets have begun, and nothing but an event came between
}

// interrupt notes an entry that is neither question nor comment.
func (t *talk) interrupt(e *agenda.Entry) {
	if e.Kind == agenda.Happening {
		return
	}
	t.running = false
	t.led = (e.Kind == agenda.Narrative || e.Kind == agenda.Update) && len(e.Points) == 0 &&
		(strings.HasSuffix(e.Text, ":") || strings.HasSuffix(e.Text, ":-"))
}

// group adds exchanges in a row. As bullets they have one lead-in; an event
// between them does not ask for another.
func (d *builder) group(t *talk, group []exchange) {
	rendering := t.it.Rendering
	if rendering == "" {
		rendering = d.s.Rendering
	}
	bullets := rendering != agenda.Paragraphs && rendering != agenda.Labelled && (t.running || len(group) > 1)
	if bullets && !t.led && !t.running {
		d.text(d.leadIn(t.it))
	}
	var l List
	for _, x := range group {
		switch {
		case bullets:
			if item := d.exchange(x); len(item) > 0 {
				l = append(l, ListItem(item))
			}
		case rendering == agenda.Labelled:
			for _, e := range x.all() {
				d.labelled(e)
			}
		default:
			d.add(d.exchange(x)...)
		}
		if !bullets {
			d.notesOf(x)
		}
	}
	if bullets {
		if len(l) > 0 {
			d.add(l)
		}
		for _, x := range group {
			d.notesOf(x)
		}
	}
	t.running, t.led = bullets, false
}

func (d *builder) notesOf(x exchange) {
	for _, e := range x.all() {
		d.note(e.ID)
	}
}

func (d *builder) leadIn(it *agenda.Item) string {
	if p := it.Paper; p != nil && (len(p.Of) > 0 || p.Title != "" || p.Number != "") {
		return fill(d.s.LeadInReport, d.members())
	}
	return fill(d.s.LeadIn, d.members())
}

// exchange sets an exchange as running text: question, then each response and
// further comment, joined by blanks. It begins with a paragraph.
func (d *builder) exchange(x exchange) []Block {
	var f flow
	for _, e := range x.all() {
		f.say(numbered(e, d.sentence(e)))
		if l := list(e.Points); len(l) > 0 {
			f.blocks = append(f.blocks, l)
		}
	}
	if len(f.blocks) == 1 {
		if l, ok := f.blocks[0].(List); ok { // points and no words at all
			return l[0]
		}
	}
	return f.blocks
}

// flow is text that runs on until a paragraph break or a list.
type flow struct{ blocks []Block }

func (f *flow) say(text string) {
	for i, p := range paragraphs(text) {
		if n := len(f.blocks); i == 0 && n > 0 {
			if last, ok := f.blocks[n-1].(Paragraph); ok {
				f.blocks[n-1] = plain(last[0].Text + " " + p)
				continue
			}
		}
		f.blocks = append(f.blocks, plain(p))
	}
}

// sentence is what a question, comment, response or further comment says, in
// the words of the house.
func (d *builder) sentence(e *agenda.Entry) string {
	name := d.speaker(e)
	w := d.wording(e.Kind, name != "")
	house := func(phrase string) string {
		if strings.HasPrefix(phrase, "%s") {
			return fill(phrase, upperFirst(name))
		}
		return fill(phrase, name)
	}
	switch {
	case e.Verb == agenda.AsTyped:
		return e.Text
	case e.Verb == "" && e.Text == "":
		return ""
	case e.Verb == "":
		return house(w.House) + e.Text
	}
	return trim(house(w.Own) + e.Verb + " " + e.Text)
}

func (d *builder) wording(k agenda.Kind, named bool) agenda.Wording {
	s := d.s
	plain, own := s.Question, s.Asked
	switch k {
	case agenda.Comment:
		plain, own = s.Comment, s.Commented
	case agenda.Response:
		plain, own = s.Response, s.Answered
	case agenda.Further:
		plain, own = s.Further, s.Added
	}
	if named {
		return own
	}
	return plain
}

// labelled sets one entry as a paragraph that says what it is. The name of the
// speaker stands outside the bold words, where nothing typed ever is.
func (d *builder) labelled(e *agenda.Entry) {
	text := e.Text
	if e.Verb != "" && e.Verb != agenda.AsTyped {
		text = trim(e.Verb + " " + text)
	}
	if name := d.speaker(e); name != "" {
		text = "(" + upperFirst(name) + ") " + text
	}
	label := d.tag(d.wording(e.Kind, false).Label)
	for i, p := range paragraphs(numbered(e, text)) {
		if i == 0 {
			d.add(labelled(label, p))
		} else {
			d.add(plain(p))
		}
	}
	d.points(e.Points)
}

// numbered is a text with the number of its entry before it.
func numbered(e *agenda.Entry, text string) string {
	if e.Number == "" {
		return text
	}
	return trim(e.Number + " " + text)
}
