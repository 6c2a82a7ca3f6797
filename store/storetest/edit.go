package storetest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// counter gives out keys that sort in the order they were made.
func counter() func() agenda.Key {
	n := 0
	return func() agenda.Key {
		n++
		return agenda.Key(fmt.Sprintf("meeting/%06d", n)) // with a slash: a key is any words
	}
}

func dump(v any) string {
	text, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// harbour is a small meeting with one of everything that the lists show.
func harbour(key agenda.Key, date agenda.Clock) agenda.Record {
	parts := func(s ...string) []agenda.Point {
		var out []agenda.Point
		for _, text := range s {
			out = append(out, agenda.Point{Text: text})
		}
		return out
	}
	return agenda.Record{
		Open: agenda.Meeting{
			Key: key, Body: "nhc", Kind: "Ordinary", Start: date, Place: "Guildhall, Northmoor", Next: 20,
			Roster: []agenda.Attendee{{ID: 1, Title: "Cllr", Name: "Asha Verma", Voting: true}, {ID: 2, Office: "Harbour Master"}},
			Items: []*agenda.Item{
				{ID: 3, Kind: agenda.KindOpening},
				{ID: 4, Level: 1, Number: "4", Title: "Dredging programme", Entries: []*agenda.Entry{
					{ID: 5, Kind: agenda.Question, Text: "What of the winter tides?"},
					{ID: 6, Kind: agenda.Resolved, Resolution: &agenda.Resolution{Parts: parts("That the programme be approved.", "That “Élan” be thanked.")}},
					{ID: 7, Kind: agenda.ToDo, Text: "bring the June report", Action: &agenda.Action{Owners: []agenda.Who{{ID: 2}, {Words: "the divers"}}, Due: "2026-06-11"}},
				}},
				{ID: 8, Level: 1, Number: "5", Title: "Lease of the east quay", Entries: []*agenda.Entry{
					{ID: 9, Kind: agenda.Resolved, Verb: "noted", Number: "12/26", Resolution: &agenda.Resolution{Parts: parts("the lease")}},
					{ID: 10, Kind: agenda.ToDo, Text: "write to the tenant", Action: &agenda.Action{Due: "the next meeting"}},
					{ID: 11, Kind: agenda.ToDo, Text: "paint the bollards", Action: &agenda.Action{Due: "2026-01-02", State: "done"}},
				}},
			},
		},
		Closed: agenda.Closed{Next: agenda.ID(2).AsClosed(), Items: map[agenda.ID]*agenda.ClosedItem{
			4: {Entries: []*agenda.ClosedEntry{{After: 5, Entry: agenda.Entry{ID: agenda.ID(1).AsClosed(), Kind: agenda.Note, Text: "ask the chair for the figures"}}}},
		}},
	}
}

func add(t tester, r agenda.Record, text string) agenda.Record {
	t.Helper()
	r, _, err := r.Add(r.Open.Items[1].ID, agenda.Entry{Kind: agenda.Narrative, Text: text})
	if err != nil {
		t.Fatalf("add: %v", err)
	}
	return r
}

// edited is r after one change, of whatever sort a clerk can make. A change the
// domain refuses is no change, which a store has to bear too.
func edited(t *rapid.T, r agenda.Record) agenda.Record {
	item := rapid.SampledFrom(r.Open.Items).Draw(t, "item")
	other := rapid.SampledFrom(r.Open.Items).Draw(t, "other item")
	text := strings.TrimSpace(agendatest.Text().Draw(t, "text"))
	by := rapid.IntRange(-3, 3).Draw(t, "by")
	entry := someEntry(t, r, item.ID)
	next, err := r, error(nil)
	switch rapid.IntRange(0, 16).Draw(t, "change") {
	case 0:
		next, _, err = r.Add(item.ID, agenda.Entry{Kind: agenda.Narrative, Text: text})
	case 1:
		next, _, err = r.Add(item.ID, agenda.Entry{Kind: agenda.Resolved, Resolution: &agenda.Resolution{Parts: []agenda.Point{{Text: text}}}})
	case 2:
		next, _, err = r.Add(item.ID, agenda.Entry{Kind: agenda.ToDo, Text: text, Action: &agenda.Action{State: "done"}})
	case 3:
		entry.Text += "!"
		next, err = r.Edit(entry)
	case 4:
		next, _, err = r.Strike(entry.ID)
	case 5:
		next, err = r.Move(entry.ID, by)
	case 6:
		next, err = r.MoveTo(entry.ID, other.ID)
	case 7:
		next, err = r.Rekind(entry.ID, agenda.Resolved)
	case 8:
		next, _, err = r.AddItem(item.ID, agenda.Item{Level: 1, Title: "Any other business"})
	case 9:
		next, err = r.EditItem(item.ID, func(it *agenda.Item) { it.Number, it.Title = "9a", it.Title+" (revised)" })
	case 10:
		next, err = r.RemoveItem(item.ID)
	case 11:
		next, err = r.MoveItem(item.ID, by)
	case 12:
		next, err = r.Take(item.ID, "2026-03-12T18:25")
	case 13:
		next = renamed(r, by)
	case 14:
		what := rapid.SampledFrom([]string{agenda.ClosedUp, agenda.Opened}).Draw(t, "what")
		next, _, err = r.Add(item.ID, agenda.Entry{Kind: agenda.Happening, At: "2026-03-12T20:41", Event: &agenda.Event{What: what}})
	case 15:
		next = replaced(t, r, other)
	case 16:
		next, err = privately(t, r, item.ID, text)
	}
	if err != nil {
		return r
	}
	return next
}

// replaced is what an import may put in place of a meeting: one without an item,
// or quite another.
func replaced(t *rapid.T, r agenda.Record, without *agenda.Item) agenda.Record {
	if without != r.Open.Items[0] {
		r.Open.Items = slices.DeleteFunc(slices.Clone(r.Open.Items), func(it *agenda.Item) bool { return it == without })
		return r
	}
	next := agendatest.Record(t)
	next.Open.Key = r.Open.Key
	return next
}

func someEntry(t *rapid.T, r agenda.Record, item agenda.ID) agenda.Entry {
	it, _ := r.Whole(item)
	if len(it.Entries) == 0 {
		return agenda.Entry{}
	}
	return *rapid.SampledFrom(it.Entries).Draw(t, "entry")
}

// renamed changes what many derived rows show at once: the day, or a name.
func renamed(r agenda.Record, by int) agenda.Record {
	if by < 0 || len(r.Open.Roster) == 0 {
		return r.EditMeeting(func(m *agenda.Meeting) { m.Start = "2027-02-03T10:00" })
	}
	a := r.Open.Roster[0]
	a.Name += " Smith"
	if next, err := r.EditAttendee(a); err == nil {
		return next
	}
	return r
}
