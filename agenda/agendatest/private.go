package agendatest

import (
	"pgregory.net/rapid"

	"minutebook/agenda"
)

// privacy writes the entries of an item that may be private business, all of it
// or parts.
type privacy struct {
	*maker
	it           *agenda.Item
	all          agenda.Item // as the clerk has it, without clerk's notes
	whole        bool
	private      bool
	begun, ended bool
}

func (k *maker) privacy(it *agenda.Item) *privacy {
	p := &privacy{maker: k, it: it, all: *it}
	p.all.Entries = append([]*agenda.Entry(nil), it.Entries...)
	if it.Kind != agenda.KindOpening && rapid.IntRange(0, 4).Draw(k.T, "exempt") == 0 {
		p.whole, p.private, p.begun = true, true, true
		k.parts(it, func(q *agenda.Parts) { q.Close(sometimes(k.T, "ground", ground), sometimes(k.T, "reason", text)) })
	}
	return p
}

func ground(t *rapid.T) string {
	return rapid.OneOf(rapid.SampledFrom([]string{"3", "1, 3", "paragraph 3: a tenant"}), Line()).Draw(t, "ground")
}

// mark begins or ends private business now and then.
func (p *privacy) mark() {
	if rapid.IntRange(0, 4).Draw(p.T, "mark") > 0 || !p.private && len(p.it.Entries) == 0 {
		return
	}
	e := agenda.Exemption(sometimes(p.T, "ground", ground), sometimes(p.T, "reason", text))
	if p.private {
		e = agenda.Reopening()
		p.ended = true
	} else {
		p.begun = true
	}
	e.ID = p.id()
	if p.it.Exempt == nil {
		p.it.Exempt = &agenda.Exempt{}
	}
	p.private = !p.private
	p.it.Entries, p.all.Entries = append(p.it.Entries, &e), append(p.all.Entries, &e)
}

// seen is what an entry that is written now can hang on.
func (p *privacy) seen() *agenda.Item {
	if p.private {
		return &p.all
	}
	return p.it
}

// add puts an entry where it belongs.
func (p *privacy) add(e *agenda.Entry) {
	if fact, words, ok := e.Parted(); ok && p.private {
		p.add(&fact)
		p.add(&words)
		return
	}
	if p.private && !e.Fact() {
		n := &agenda.ClosedEntry{Entry: *e}
		n.ID = p.notes.Next
		p.notes.Next++
		if last := p.it.Last(); last != nil {
			n.After = last.ID
		}
		c := p.closed(p.it.ID)
		c.Entries = append(c.Entries, n)
		p.all.Entries = append(p.all.Entries, &n.Entry)
		return
	}
	p.it.Entries, p.all.Entries = append(p.it.Entries, e), append(p.all.Entries, e)
}

// face gives the item what the public is told, and what became of it in private.
func (p *privacy) face() {
	if p.begun || p.it.Titled() {
		p.parts(p.it, func(q *agenda.Parts) {
			if p.begun && !p.whole {
				q.Closed.Outcome = sometimes(p.T, "closed outcome", outcome)
			}
			if p.whole && p.ended {
				q.Face.Outcome = sometimes(p.T, "open outcome", outcome)
				if p.it.Titled() {
					q.Face.Late = sometimes(p.T, "open late", text)
				}
			}
			if p.begun && p.it.Titled() && (p.whole || q.Face.Late == "") {
				q.Closed.Late = sometimes(p.T, "closed late", text)
			}
			if p.it.Titled() && rapid.IntRange(0, 4).Draw(p.T, "titled") == 0 {
				q.Call(line(p.T))
			}
			if rapid.IntRange(0, 4).Draw(p.T, "summed up") == 0 {
				q.Sum(text(p.T))
			}
		})
	}
}

// closed is the closed part of an item.
func (k *maker) closed(item agenda.ID) *agenda.ClosedItem {
	if k.notes.Items == nil {
		k.notes.Items = map[agenda.ID]*agenda.ClosedItem{}
	}
	if k.notes.Items[item] == nil {
		k.notes.Items[item] = &agenda.ClosedItem{}
	}
	return k.notes.Items[item]
}

func (k *maker) parts(it *agenda.Item, change func(*agenda.Parts)) {
	p := agenda.Parts{Face: *it}
	if c := k.notes.Items[it.ID]; c != nil {
		p.Closed = *c
	}
	change(&p)
	*it = p.Face
	if !p.Closed.Empty() {
		*k.closed(it.ID) = p.Closed
	}
}
