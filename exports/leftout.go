package exports

import (
	"fmt"
	"strings"

	"minutebook/agenda"
)

// Omission is something of the record that a public file leaves out: where it
// stands, and what it is in words that give nothing of it away.
type Omission struct {
	Item  string // "item 5", its title, or "meeting"
	Words string // "2 clerk’s notes"
}

// LeftOut lists what the public file of a record leaves out, in the order of
// the agenda. Everything in Closed is counted: what belongs to no titled item is
// of the meeting. Printed minutes also leave out who spoke where the house shows
// no names; formats that hold the record keep them. Of a full copy it is what the
// copy holds and the public file does not.
func LeftOut(c Copy, b agenda.Body, r agenda.Record) []Omission {
	r = c.Of(r)
	var meeting tally
	seen := map[agenda.ID]bool{}
	hidden := c.Format.Prints && !c.Full && !agenda.StyleNamed(r.Open.Style.Or(b.Style)).Names
	var out []Omission
	for _, it := range r.Open.Items {
		var t tally
		seen[it.ID] = true
		t.count(r.Closed.Items[it.ID])
		if hidden {
			t.speakers = speakers(it)
		}
		if it.Titled() {
			out = append(out, t.omissions(placeOf(it))...)
		} else {
			meeting.add(t)
		}
	}
	for id, closed := range r.Closed.Items {
		if !seen[id] {
			meeting.count(closed)
		}
	}
	return append(out, meeting.omissions("meeting")...)
}

// tally is how much of an item is left out.
type tally struct{ titles, papers, private, outcomes, notes, speakers int }

// count adds what is closed of an item.
func (t *tally) count(c *agenda.ClosedItem) {
	if c == nil {
		return
	}
	for _, e := range c.Entries {
		if e.Kind == agenda.Note {
			t.notes++
		} else {
			t.private++
		}
	}
	t.titles += one(c.Title != "")
	t.papers += one(c.Paper != nil) + one(c.Purpose != "") + one(c.Wording != "")
	t.outcomes += one(c.Outcome != (agenda.Outcome{})) + one(c.Late != "")
}

func one(there bool) int {
	if there {
		return 1
	}
	return 0
}

func (t *tally) add(o tally) {
	t.titles += o.titles
	t.papers += o.papers
	t.private += o.private
	t.outcomes += o.outcomes
	t.notes += o.notes
	t.speakers += o.speakers
}

func (t *tally) omissions(place string) []Omission {
	var out []Omission
	say := func(n int, one, many string) {
		switch {
		case n == 1:
			out = append(out, Omission{place, one})
		case n > 1:
			out = append(out, Omission{place, fmt.Sprintf(many, n)})
		}
	}
	say(t.titles, "its own title", "the titles of %d items")
	say(min(t.papers, 1), "what is said of its paper", "")
	say(t.private, "1 entry of private business", "%d entries of private business")
	say(min(t.outcomes, 1), "what became of it", "")
	say(t.notes, "1 clerk’s note", "%d clerk’s notes")
	say(t.speakers, "who spoke, in 1 entry", "who spoke, in %d entries")
	return out
}

// speakers counts the questions and answers of an item that say who spoke.
func speakers(it *agenda.Item) int {
	n := 0
	for _, e := range it.Entries {
		if (e.Kind.Asks() || e.Kind.Answers()) && e.Speaker != (agenda.Who{}) {
			n++
		}
	}
	return n
}

// placeOf names an item in a list: by its number, else by its public title.
func placeOf(it *agenda.Item) string {
	switch {
	case it.Number != "":
		return "item " + it.Number
	case strings.TrimSpace(it.Title) != "":
		return it.Title
	}
	return "an item"
}
