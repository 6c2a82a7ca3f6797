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
		if closed := r.Closed.Items[it.ID]; closed != nil {
			t.notes = len(closed.Entries)
		}
		if hidden {
			t.speakers = speakers(it)
		}
		if it.Titled() {
			out = append(out, t.omissions(placeOf(it))...)
		} else {
			meeting.notes += t.notes
			meeting.speakers += t.speakers
		}
	}
	for id, closed := range r.Closed.Items {
		if !seen[id] {
			meeting.notes += len(closed.Entries)
		}
	}
	return append(out, meeting.omissions("meeting")...)
}

// tally is how much of an item is left out.
type tally struct{ notes, speakers int }

func (t tally) omissions(place string) []Omission {
	var out []Omission
	switch {
	case t.notes == 1:
		out = append(out, Omission{place, "1 clerk’s note"})
	case t.notes > 1:
		out = append(out, Omission{place, fmt.Sprintf("%d clerk’s notes", t.notes)})
	}
	switch {
	case t.speakers == 1:
		out = append(out, Omission{place, "who spoke, in 1 entry"})
	case t.speakers > 1:
		out = append(out, Omission{place, fmt.Sprintf("who spoke, in %d entries", t.speakers)})
	}
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
