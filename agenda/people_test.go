package agenda

import (
	"slices"
	"testing"
)

func TestKnownPeople(t *testing.T) {
	harbour := Body{Key: "h", Name: "Harbour", Seats: []Seat{
		{Title: "Cllr", Name: "Jo Lunt", From: "2023-05-01"},
		{Name: "Ned Lupton", Roles: []string{"Chair"}, From: "2019-05-01", To: "2024-05-01"},
		{Name: "Una Moss", From: "2026-05-01"},
		{Name: "Sam Rhee", Roles: []string{"Clerk"}, NonVoting: true},
	}}
	trust := Body{Key: "t", Name: "Wexholme Trust", Seats: []Seat{{Name: "Piers Lumb", Roles: []string{"Chair"}}, {Name: "jo  lunt"}}}
	var got []string
	for _, k := range KnownPeople(harbour, []Body{harbour, trust}, []Attendee{{ID: 7, Name: "Dana Holt", Roles: []string{"Harbour Master"}, Voting: true}}, "2026-03-12") {
		votes := " no vote"
		if k.Voting {
			votes = " votes"
		}
		if k.ID != 0 {
			t.Errorf("%s has an ID of another meeting", k.Name)
		}
		for _, role := range k.Roles {
			votes += " " + role
		}
		got = append(got, k.Name+": "+k.From+votes)
	}
	want := []string{"Jo Lunt: Member since 2023 votes", "Ned Lupton: Chair 2019–24 no vote", "Una Moss: Member since 2026 no vote", "Sam Rhee: Clerk no vote Clerk",
		"Dana Holt: Harbour Master, last meeting votes Harbour Master", "Piers Lumb: Wexholme Trust no vote"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	m := Meeting{Roster: []Attendee{{Name: "Jo Lunt"}}}
	if !m.Knows(Attendee{Name: "jo lunt"}) || m.Knows(Attendee{Name: "Ned Lupton"}) {
		t.Error("Knows is wrong about the roster")
	}
}
