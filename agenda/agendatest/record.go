package agendatest

import (
	"pgregory.net/rapid"

	"minutebook/agenda"
)

// maker hands out the IDs of one record.
type maker struct {
	*rapid.T
	m      agenda.Meeting
	notes  agenda.Closed
	people []agenda.ID
}

func (k *maker) id() agenda.ID {
	k.m.Next++
	return k.m.Next - 1
}

// Record makes a meeting that a clerk could have minuted: IDs are given out,
// a response belongs to the latest question or comment of its item, and a slice
// or map without values is nil, as in a record that was read from a book.
func Record(t *rapid.T) agenda.Record {
	k := &maker{T: t}
	k.m = agenda.Meeting{
		Key:    agenda.Key(rapid.StringMatching(`[a-z2-7]{8}`).Draw(t, "key")),
		Body:   agenda.Key(rapid.StringMatching(`[a-z2-7]{8}`).Draw(t, "of body")),
		Kind:   sometimes(t, "kind", line),
		Start:  clock(t),
		Place:  sometimes(t, "place", line),
		Zone:   sometimes(t, "zone", zone),
		Style:  sometimes(t, "style", style),
		Public: sometimes(t, "public", line),
		Quorum: sometimes(t, "quorum", line),
		Next:   1,
	}
	k.notes.Next = 1<<31 | 1
	k.m.Roster = list(t, "roster", 5, k.attendee)
	k.item(agenda.Item{Kind: agenda.KindOpening}, k.roll())
	for i, n := 0, rapid.IntRange(0, 3).Draw(t, "items"); i < n; i++ {
		k.item(k.heading(), nil)
	}
	k.forward()
	k.taken()
	if len(k.notes.Items) == 0 {
		k.notes = agenda.Closed{}
	}
	return agenda.Record{Open: k.m, Closed: k.notes}
}

func (k *maker) attendee(t *rapid.T) agenda.Attendee {
	s := seat(t)
	a := agenda.Attendee{
		ID: k.id(), Title: s.Title, Name: s.Name, Initials: s.Initials, Office: s.Office,
		Roles: s.Roles, Voting: !s.NonVoting,
	}
	k.people = append(k.people, a.ID)
	return a
}

// roll is the first entries of the opening: who is here and who is not.
func (k *maker) roll() []*agenda.Entry {
	if len(k.people) == 0 {
		return nil
	}
	return list(k.T, "roll", 3, func(t *rapid.T) *agenda.Entry {
		e := &agenda.Entry{ID: k.id(), Kind: agenda.Happening, Event: &agenda.Event{}}
		e.Event.What = rapid.SampledFrom([]string{agenda.Present, agenda.Remote, agenda.Apologies, agenda.Absent,
			agenda.Attending, agenda.Substitutes, agenda.Proxy, agenda.Presides}).Draw(t, "roll event")
		k.whom(e.Event)
		return e
	})
}

// whom puts people into an event. One person stands for one.
func (k *maker) whom(ev *agenda.Event) {
	if ev.What == agenda.Substitutes || ev.What == agenda.Proxy {
		ev.Who, ev.For = []agenda.ID{k.person()}, k.person()
		return
	}
	for i, n := 0, rapid.IntRange(1, 3).Draw(k.T, "people"); i < n; i++ {
		ev.Who = append(ev.Who, k.person())
	}
}

func (k *maker) person() agenda.ID { return rapid.SampledFrom(k.people).Draw(k.T, "person") }

// who is a roster line, or words where there is none or the source has none.
func (k *maker) who(t *rapid.T) agenda.Who {
	if len(k.people) > 0 && rapid.IntRange(0, 2).Draw(t, "known") > 0 {
		return agenda.Who{ID: k.person()}
	}
	return agenda.Who{Words: line(t)}
}

func itemKind(t *rapid.T) string {
	return rapid.SampledFrom([]string{agenda.KindApologies, agenda.KindInterests, agenda.KindMinutes, agenda.KindNext, "for decision", "x: y"}).Draw(t, "item kind")
}

// heading is an item without its entries: an interlude, or any other.
func (k *maker) heading() agenda.Item {
	t := k.T
	if rapid.IntRange(0, 4).Draw(t, "interlude") == 0 {
		return agenda.Item{Kind: agenda.KindInterlude}
	}
	return agenda.Item{
		Level:     rapid.IntRange(1, 3).Draw(t, "level"),
		Number:    rapid.OneOf(rapid.SampledFrom([]string{"", "4", "196/20", "4.4.5iv", "1", "A", "Item 5"}), Line()).Draw(t, "number"),
		Title:     sometimes(t, "title", line),
		Kind:      sometimes(t, "item kind", itemKind),
		Purpose:   sometimes(t, "purpose", text),
		Wording:   sometimes(t, "wording", text),
		Rendering: sometimes(t, "rendering", rendering),
		Outcome: sometimes(t, "outcome", func(t *rapid.T) agenda.Outcome {
			return agenda.Outcome{Words: line(t), Reason: sometimes(t, "reason", text)}
		}),
		Paper: sometimes(t, "paper", paper),
	}
}

func paper(t *rapid.T) *agenda.Paper {
	p := &agenda.Paper{
		Number:     sometimes(t, "paper number", line),
		Title:      line(t), // a paper that says nothing is none
		Of:         list(t, "of", 2, line),
		Leads:      list(t, "leads", 2, line),
		Sponsors:   list(t, "sponsors", 1, line),
		Contacts:   list(t, "contacts", 2, line),
		Recommends: list(t, "recommends", 2, text),
		Asks:       list(t, "asks", 1, text),
	}
	return p
}

// taken is the order in which items were minuted, the last perhaps still open.
func (k *maker) taken() {
	for i, n := 0, rapid.IntRange(0, 3).Draw(k.T, "spans"); i < n; i++ {
		it := rapid.SampledFrom(k.m.Items).Draw(k.T, "taken")
		s := agenda.Span{Item: it.ID, From: clock(k.T), To: clock(k.T)}
		if i == n-1 {
			s.To = sometimes(k.T, "to", clock)
		}
		k.m.Taken = append(k.m.Taken, s)
	}
}
