package agenda_test

import (
	"slices"
	"testing"

	"minutebook/agenda"
)

// after is a meeting in which items were taken one after the other; zero is a
// pause.
func after(t *testing.T, r agenda.Record, items ...agenda.ID) agenda.Meeting {
	t.Helper()
	for _, it := range items {
		if it == 0 {
			r = r.Pause("")
			continue
		}
		next, err := r.Take(it, "")
		r = must(t, next, err)
	}
	return r.Open
}

func TestWhereWordsGoAndWhatIsNext(t *testing.T) {
	r := build(t, "", "", "", "")
	one, two, three, four := id(t, r, "Item 1"), id(t, r, "Item 2"), id(t, r, "Item 3"), id(t, r, "Item 4")
	r, err := r.EditItem(three, func(it *agenda.Item) { it.Outcome.Words = "withdrawn" })
	must(t, r, err)
	r, _, err = r.AddItem(one, agenda.Item{Kind: agenda.KindInterlude})
	must(t, r, err)
	opening := r.Open.Opening()
	for _, tt := range []struct {
		taken         []agenda.ID
		writing, next agenda.ID
	}{
		{nil, opening, one},
		{[]agenda.ID{opening}, opening, one},
		{[]agenda.ID{one}, one, two},
		{[]agenda.ID{one, 0}, one, two},
		{[]agenda.ID{two}, two, four},         // three was withdrawn
		{[]agenda.ID{four}, four, one},        // nothing behind it
		{[]agenda.ID{four, 0}, four, one},     // nothing is open
		{[]agenda.ID{one, four, two}, two, 0}, // all done
		{[]agenda.ID{four, one}, one, two},
	} {
		m := after(t, r, tt.taken...)
		if got := m.Writing(); got != tt.writing {
			t.Errorf("taken %v: words go to %d, want %d", tt.taken, got, tt.writing)
		}
		if got := m.NextItem(); got != tt.next {
			t.Errorf("taken %v: next is %d, want %d", tt.taken, got, tt.next)
		}
	}
	if m := (agenda.Meeting{}); m.Writing() != 0 || m.NextItem() != 0 {
		t.Error("an empty meeting has an item")
	}
}

func TestItemCalled(t *testing.T) {
	r := agenda.New(agenda.Meeting{Items: []*agenda.Item{
		{Kind: agenda.KindOpening}, {Number: "1", Level: 1}, {Number: "1", Level: 1}, {Number: "4.4.5iv", Level: 1}, {Level: 1}, {Number: "x#2", Level: 1},
	}})
	for ref, want := range map[string]int{
		"1": 1, "1#1": 1, "1#2": 2, "1#3": 0, "1#0": 0, "1#-1": 0, "1#x": 0, "4.4.5IV": 3, "x#2": 5, "": 0, "#": 0, "#1": 0, "9": 0,
	} {
		id, ok := r.Open.ItemCalled(ref)
		got := max(0, slices.IndexFunc(r.Open.Items, func(it *agenda.Item) bool { return it.ID == id }))
		if got != want || ok != (want > 0) {
			t.Errorf("%q: got item %d, %t, want %d", ref, got, ok, want)
		}
	}
}

func TestOnRoll(t *testing.T) {
	for what, want := range map[string]bool{
		agenda.Present: true, agenda.Remote: true, agenda.Apologies: true, agenda.Absent: true, agenda.Attending: true,
		agenda.Substitutes: true, agenda.Proxy: true, agenda.Presides: true,
		agenda.Arrived: false, agenda.Left: false, agenda.Returned: false, agenda.Opened: false, agenda.ClosedUp: false, "": false,
	} {
		if agenda.OnRoll(what) != want {
			t.Errorf("%q is on the roll: %t", what, !want)
		}
	}
}

// Who takes the chair or votes for somebody else is present besides.
func TestTheRollNamesTheChairTwice(t *testing.T) {
	r := build(t, "")
	r, verma := r.AddAttendee(agenda.Attendee{Name: "Asha Verma", Voting: true})
	for _, what := range []string{agenda.Present, agenda.Presides, agenda.Proxy, agenda.Present} {
		next, _, err := r.Mark(r.Open.Opening(), agenda.Event{What: what, Who: []agenda.ID{verma}}, "")
		r = must(t, next, err)
	}
	if n := len(r.Open.Items[0].Entries); n != 3 {
		t.Errorf("the roll has %d lines, want 3", n)
	}
}

func TestPublicFace(t *testing.T) {
	b := agenda.Body{
		Name: "Harbour", Phrases: []agenda.Phrase{{Name: "x", Text: "offered"}},
		Standing: []agenda.Standing{{Title: "Apologies", Wording: "offered", Recommends: []string{"That it be."}}},
	}
	m := build(t, "a", "b").Open
	m.Items[1].Wording = "offered"
	face, open := agenda.PublicFace(b, m)
	if face.Phrases != nil || face.Standing[0].Wording != "" || open.Items[1].Wording != "" {
		t.Errorf("what is offered is public: %+v %+v", face, open.Items[1])
	}
	if face.Name != "Harbour" || face.Standing[0].Recommends == nil || open.Items[1].Entries[0].Text != "a" || open.Items[2] != m.Items[2] {
		t.Errorf("something else is gone: %+v %+v", face, open.Items[1])
	}
	if b.Phrases == nil || b.Standing[0].Wording == "" || m.Items[1].Wording == "" {
		t.Error("the body or the meeting was changed")
	}
}
