package agenda

import (
	"fmt"
	"strings"
	"testing"
)

// decidable is an item of entries with the IDs 1, 2, 3…
func decidable(entries ...Entry) *Item {
	it := &Item{}
	for i, e := range entries {
		e.ID = ID(i + 1)
		it.Entries = append(it.Entries, &e)
	}
	return it
}

func ids(states []MotionState) string {
	var out []ID
	for _, s := range states {
		out = append(out, s.Motion.ID)
	}
	return fmt.Sprint(out)
}

func TestUndecidedAndToResolve(t *testing.T) {
	moved := func(class string, on ID) Entry { return Entry{Kind: Moved, On: on, Motion: &Motion{Class: class}} }
	voted := func(on ID, result string) Entry { return Entry{Kind: Voted, On: on, Vote: &Vote{Result: result}} }
	strike := func(vote ID, who Who) Entry { return Entry{Kind: TakenBack, On: vote, Strike: &Strike{Who: who}} }
	for _, test := range []struct {
		name               string
		item               *Item
		undecided, resolve string
	}{
		{"nothing", decidable(), "[]", "[]"},
		{"a motion", decidable(moved(MainMotion, 0)), "[1]", "[]"},
		{"and its amendment", decidable(moved(MainMotion, 0), moved(Amendment, 1)), "[1 2]", "[]"},
		{"the amendment carried", decidable(moved(MainMotion, 0), moved(Amendment, 1), voted(2, "carried")), "[1]", "[]"},
		{"the motion as amended", decidable(moved(MainMotion, 0), moved(Amendment, 1), voted(2, "carried"), moved(Substantive, 1)), "[4]", "[]"},
		{"carried", decidable(moved(MainMotion, 0), voted(1, "carried unanimously")), "[]", "[1]"},
		{"two carried", decidable(moved(MainMotion, 0), voted(1, "carried"), moved(MainMotion, 0), voted(3, "agreed")), "[]", "[3 1]"},
		{"resolved", decidable(moved(MainMotion, 0), voted(1, "carried"), Entry{Kind: Resolved, On: 1, Resolution: &Resolution{}}), "[]", "[]"},
		{"lost", decidable(moved(MainMotion, 0), voted(1, "lost")), "[]", "[]"},
		{"not carried", decidable(moved(MainMotion, 0), voted(1, "not carried")), "[]", "[]"},
		{"withdrawn", decidable(moved(MainMotion, 0), Entry{Kind: Settled, On: 1, Outcome: &Outcome{Words: "withdrawn"}}), "[]", "[]"},
		{"taken back", decidable(moved(MainMotion, 0), voted(1, "carried"), strike(2, Who{})), "[1]", "[]"},
		{"one ballot taken back", decidable(moved(MainMotion, 0), voted(1, "carried"), strike(2, Who{ID: 9})), "[]", "[1]"},
		{"taken back and voted again", decidable(moved(MainMotion, 0), voted(1, "lost"), strike(2, Who{}), voted(1, "carried")), "[]", "[1]"},
		{"procedure", decidable(moved(Procedure, 0), voted(1, "carried")), "[]", "[]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := ids(test.item.Undecided()); got != test.undecided {
				t.Errorf("undecided %s, want %s", got, test.undecided)
			}
			if got := ids(test.item.ToResolve(Council().Results)); got != test.resolve {
				t.Errorf("to resolve %s, want %s", got, test.resolve)
			}
		})
	}
}

func TestCarries(t *testing.T) {
	res := Council().Results
	for words, want := range map[string]bool{
		"carried": true, "Carried, with thanks": true, "lost": false, "equal": false, "not carried": false, "struck": false, "": false,
	} {
		if got := res.Carries(&Vote{Result: words}); got != want {
			t.Errorf("%q carries: %t", words, got)
		}
	}
	if !res.Carries(&Vote{Method: "unanimous"}) || res.Carries(&Vote{Method: "ballot"}) {
		t.Error("a method alone says how it went, or not")
	}
}

// TestElectors sees who may vote, and what is proposed for each.
func TestElectors(t *testing.T) {
	var m Meeting
	for i, a := range []Attendee{
		{Name: "Here", Voting: true}, {Name: "Late", Voting: true}, {Name: "Gone", Voting: true}, {Name: "Interested", Voting: true},
		{Name: "Back", Voting: true}, {Name: "Sorry", Voting: true}, {Name: "Replaced", Voting: true}, {Name: "Instead"},
		{Name: "Proxied", Voting: true}, {Name: "Clerk"}, {Name: "Silent", Voting: true}, {Name: "Spare", Voting: true, Roles: []string{"Substitute"}},
	} {
		a.ID = ID(i + 1)
		m.Roster = append(m.Roster, a)
	}
	happened := func(what, how string, forWhom ID, who ...ID) *Entry {
		return &Entry{Kind: Happening, Event: &Event{What: what, How: how, For: forWhom, Who: who}}
	}
	m.Items = []*Item{
		{ID: 100, Kind: KindOpening, Entries: []*Entry{
			happened(Present, "", 0, 1, 3, 4, 5, 11), happened(Apologies, "", 0, 6, 7), happened(Attending, "", 0, 10),
			happened(Substitutes, "", 7, 8), happened(Proxy, "", 9, 1), happened(Presides, "", 0, 5),
		}},
		{ID: 101, Level: 1, Number: "1", Entries: []*Entry{
			happened(Left, "", 0, 3), happened(Left, Interested, 0, 4, 5), happened(Returned, "", 0, 5),
			{Kind: Declared, Interest: &Interest{Items: []ItemRef{{ID: 101}}, Effect: "took no part", Holders: []Holder{{Who: Who{ID: 11}}}}},
		}},
	}
	got := func(item ID) (out string) {
		for _, v := range m.Electors(item) {
			out += v.Name + " " + v.Choice + "\n"
		}
		return out
	}
	want := "Here for\nLate absent\nGone absent\nInterested interest\nBack for\nSorry absent\nInstead for\nProxied for\nSilent interest\n"
	if got(101) != want {
		t.Errorf("voters:\n%s\nwant:\n%s", got(101), want)
	}
	m.Items = append(m.Items, &Item{ID: 102, Level: 1, Number: "2", Entries: []*Entry{
		{Kind: Declared, Interest: &Interest{Items: []ItemRef{{ID: 102}}, Effect: "left", Holders: []Holder{{Who: Who{ID: 5}}}}},
		happened(Left, "", 0, 1),
	}})
	if all := got(102); !strings.Contains(all, "Back interest") || !strings.Contains(all, "Here absent") {
		t.Errorf("who came back before the item was taken has not come back to it:\n%s", all)
	}
	if got(101) != want {
		t.Errorf("what happened later is in the room of an earlier item:\n%s", got(101))
	}
	m.Items = m.Items[:2]
	if all := got(100); all == want {
		t.Error("an interest in one item keeps nobody from voting in another")
	}
	if chair := m.Scene().Presides([]string{"Chair"}); chair != 5 {
		t.Errorf("the casting vote is %d's", chair)
	}
	m.Items[0].Entries = m.Items[0].Entries[:1]
	m.Roster[0].Roles = []string{"Chair"}
	if chair := m.Scene().Presides([]string{"Chair"}); chair != 1 {
		t.Errorf("the casting vote is %d's", chair)
	}
}
