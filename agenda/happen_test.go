package agenda

import (
	"slices"
	"testing"
)

func TestHappenings(t *testing.T) {
	before, begun := Meeting{}, Meeting{Taken: []Span{{}}}
	member, clerk := Attendee{ID: 1, Voting: true}, Attendee{ID: 2}
	for _, c := range []struct {
		m     Meeting
		p     Attendee
		where string
		first string
		n     int
	}{
		{before, member, "", Present, 5},
		{before, member, Present, Present, 5}, // the roll can be put right
		{before, clerk, "", Attending, 4},
		{begun, member, "", Arrived, 3},
		{begun, member, Apologies, Arrived, 3},
		{begun, member, Present, Left, 2},
		{begun, clerk, Attending, Left, 2},
		{begun, clerk, Left, Returned, 2},
		{begun, Attendee{}, Attending, Left, 1},
		{begun, Attendee{}, Left, Returned, 1},
	} {
		if got := c.m.Happenings(c.p, c.where); got[0] != c.first || len(got) != c.n {
			t.Errorf("to %+v, who is %q: %q, want %d beginning with %q", c.p, c.where, got, c.n, c.first)
		}
	}
}

func TestPublicPresence(t *testing.T) {
	var m Meeting
	add := func(what string, who ...ID) {
		m.Items = append(m.Items, &Item{ID: ID(len(m.Items) + 1), Entries: []*Entry{{Kind: Happening, Event: &Event{What: what, Who: who}}}})
	}
	var got []string
	say := func() { got = append(got, m.PublicPresence()) }
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
