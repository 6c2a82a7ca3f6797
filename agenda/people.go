package agenda

import (
	"slices"
	"strings"
)

// Known is somebody whom the book knows from elsewhere than the roster of a
// meeting.
type Known struct {
	Attendee        // without an ID: no line of a roster yet
	From     string // where they are known from: "Member 2019–24", "Wexholme Trust"
}

// KnownPeople is everybody the book knows, each once: the seats of the body,
// present and former, the roster of its last meeting, then the seats of the
// other bodies. Only a seat of the body itself that is held on the day gives a
// vote and a role.
func KnownPeople(body Body, bodies []Body, last []Attendee, day string) []Known {
	var out []Known
	seen := map[string]bool{}
	add := func(k Known) {
		name := strings.ToLower(oneSpaced(k.Name + "|" + k.Office))
		if k.Name != "" {
			name = strings.ToLower(oneSpaced(k.Name))
		}
		if name != "|" && !seen[name] {
			seen[name] = true
			out = append(out, k)
		}
	}
	for _, s := range body.Seats {
		add(s.known(s.held(day), seatWords(s)))
	}
	for _, a := range last {
		a.ID, a.Roles, a.Items = 0, slices.Clone(a.Roles), nil // the items were those of that meeting
		add(Known{a, strings.Join(append(slices.Clone(a.Roles), "last meeting"), ", ")})
	}
	for _, b := range bodies {
		if b.Key == body.Key {
			continue
		}
		for _, s := range b.Seats {
			add(s.known(false, b.Name))
		}
	}
	return out
}

// known is who holds the seat; where it is not held here and now, no more than
// the name.
func (s Seat) known(held bool, from string) Known {
	a := s.attendee()
	if !held {
		a.Voting, a.Roles = false, nil
	}
	return Known{a, from}
}

// seatWords is what a seat is and for which years: "Member 2019–24".
func seatWords(s Seat) string {
	words := strings.Join(s.Roles, ", ")
	if words == "" {
		words = "Member"
	}
	from, to := yearOf(s.From), yearOf(s.To)
	switch {
	case from != "" && len(to) == 4 && from[:2] == to[:2]:
		words += " " + from + "–" + to[2:]
	case from != "" && to != "":
		words += " " + from + "–" + to
	case to != "":
		words += " until " + to
	case from != "":
		words += " since " + from
	}
	return words
}

func yearOf(date string) string {
	if len(date) < 4 {
		return ""
	}
	return date[:4]
}

// Knows says whether somebody of that name, or that office, is on the roster.
func (m Meeting) Knows(k Attendee) bool {
	for _, a := range m.Roster {
		if k.Name != "" && strings.EqualFold(oneSpaced(a.Name), oneSpaced(k.Name)) ||
			k.Name == "" && a.Name == "" && strings.EqualFold(oneSpaced(a.Office), oneSpaced(k.Office)) {
			return true
		}
	}
	return false
}
