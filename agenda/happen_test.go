package agenda

import (
	"slices"
	"strings"
	"testing"
)

func TestHappenings(t *testing.T) {
	before, begun := Meeting{}, Meeting{Items: []*Item{{ID: 9, Level: 1}}, Taken: []Span{{Item: 9}}}
	member, clerk := Attendee{ID: 1, Voting: true}, Attendee{ID: 2}
	for _, c := range []struct {
		m          Meeting
		p          Attendee
		at         Place
		interested bool
		want       string
	}{
		{before, member, Place{}, false, "present apologies absent remote substitutes proxy presides attending"},
		{before, member, Place{What: Present}, false, "apologies absent remote substitutes proxy presides attending"}, // the roll can be put right
		{before, member, Place{What: Apologies}, false, "present apologies absent remote substitutes proxy presides attending"},
		{before, clerk, Place{What: Substitutes, For: 1}, false, "apologies absent present remote proxy presides attending"}, // not in attendance by the likely thing
		{before, Attendee{ID: 3, Roles: []string{"Substitute"}}, Place{}, false, "substitutes present apologies absent remote proxy presides attending"},
		{before, clerk, Place{What: Attending}, false, "apologies absent remote present substitutes presides"},
		{before, clerk, Place{}, false, "attending apologies remote present absent substitutes presides"},
		{begun, member, Place{}, false, "arrived apologies absent remote substitutes proxy attending attending:item"},
		{begun, member, Place{What: Apologies}, false, "arrived apologies absent remote substitutes proxy attending attending:item"},
		{begun, member, Place{What: Present}, false, "left left:interest presides remote substitutes proxy attending"},
		{begun, member, Place{What: Present}, true, "left:interest left presides remote substitutes proxy attending"},
		{begun, member, Place{What: Substitutes, For: 3}, false, "left left:interest presides remote proxy attending"},
		{begun, member, Place{What: Remote}, false, "left left:interest presides substitutes proxy attending"},
		{begun, clerk, Place{What: Attending}, false, "left left:interest presides remote substitutes proxy"},
		{begun, clerk, Place{What: Left}, false, "returned remote apologies"},
		{begun, clerk, Place{}, false, "arrived arrived:item apologies remote absent substitutes"},
		{begun, Attendee{}, Place{What: Attending}, false, "left"},
		{begun, Attendee{}, Place{What: Left}, false, "returned"},
	} {
		var got []string
		for _, ev := range c.m.Happenings(c.p, c.at, c.interested) {
			word := ev.What
			if ev.How != "" {
				word += ":" + ev.How
			}
			if ev.Items != nil {
				word += ":item"
			}
			got = append(got, word)
		}
		if words := strings.Join(got, " "); words != c.want {
			t.Errorf("to %+v, who is %+v: %s, want %s", c.p, c.at, words, c.want)
		}
	}
}

func TestWhereThePublicIs(t *testing.T) {
	var m Meeting
	add := func(what string, who ...ID) {
		m.Items = append(m.Items, &Item{ID: ID(len(m.Items) + 1), Entries: []*Entry{{Kind: Happening, Event: &Event{What: what, Who: who}}}})
	}
	var got []string
	say := func() { got = append(got, m.Scene().Public().What) }
	say()
	add(Left, 1) // somebody, not the public
	say()
	add(Left)
	say()
	add(ClosedUp)
	say()
	add(Returned)
	say()
	if want := []string{Attending, Attending, Left, Left, Returned}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestHappenForOneItem(t *testing.T) {
	r := New(Meeting{Items: []*Item{{Level: 1, Title: "Roof"}}})
	r, who := r.AddAttendee(Attendee{Name: "Ola Brandt"})
	item := r.Open.Items[1].ID
	r, err := r.Take(item, "2026-03-12T18:00")
	if err != nil {
		t.Fatal(err)
	}
	ev := Event{What: Arrived, Who: []ID{who}, Items: []ItemRef{{ID: item}}}
	next, entry, err := r.Happen(item, ev, "2026-03-12T18:10")
	if err != nil {
		t.Fatal(err)
	}
	_, e, _ := next.Open.Find(entry)
	if a, _ := next.Open.Attendee(who); len(a.Items) != 1 || a.Items[0].ID != item || e.Event.Items != nil || e.Event.What != Arrived {
		t.Errorf("%+v, %+v", a, e.Event)
	}
	if a, _ := r.Open.Attendee(who); a.Items != nil {
		t.Error("the receiver changed")
	}
	for range 2 {
		if next, _, err = next.Happen(next.Open.Opening(), Event{What: Presides, Who: []ID{who}}, ""); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(next.Open.Items[0].Entries); n != 1 {
		t.Errorf("the roll says %d times who presides", n)
	}
	if _, _, err := r.Happen(item, Event{What: Arrived, Who: []ID{99}, Items: ev.Items}, ""); err == nil {
		t.Error("nobody arrived")
	}
}
