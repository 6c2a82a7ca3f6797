package notes

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"minutebook/agenda"
)

// mostListed is how many people an error names: more are not read in the room.
const mostListed = 5

// onRoster is what is expected where a name is nobody's: everybody of a small
// roster, those alone of a long one whose names resemble what was typed, the
// closest first.
func onRoster(m *agenda.Meeting, words string) string {
	ids := make([]agenda.ID, 0, len(m.Roster))
	for _, a := range m.Roster {
		ids = append(ids, a.ID)
	}
	many := len(ids) > mostListed
	if many {
		ids = resembling(m, words)
	}
	switch {
	case !many:
		return "somebody on the roster: " + listed(m, ids)
	case len(ids) == 0:
		return fmt.Sprintf("somebody on the roster of %d, where no name is like it", len(m.Roster))
	}
	return fmt.Sprintf("somebody on the roster of %d; nearest: %s", len(m.Roster), listed(m, ids))
}

// resembling is the people of the roster whose names resemble words, the closest
// first.
func resembling(m *agenda.Meeting, words string) []agenda.ID {
	type near struct {
		id  agenda.ID
		far int
	}
	var found []near
	for _, a := range m.Roster {
		if far, ok := likeness(a, words); ok {
			found = append(found, near{a.ID, far})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int { return cmp.Compare(a.far, b.far) })
	ids := make([]agenda.ID, 0, mostListed)
	for _, n := range found[:min(len(found), mostListed)] {
		ids = append(ids, n.id)
	}
	return ids
}

// likeness is how far the nearest words of two names are from each other, and
// whether that is near enough to have been meant: half the letters may differ,
// and what begins the same is nearer than what does not.
func likeness(a agenda.Attendee, words string) (far int, ok bool) {
	const none = 100
	far = none
	_, name, office := nameParts(words)
	for _, typed := range strings.Fields(strings.ToLower(name + " " + office)) {
		t := []rune(typed)
		for _, word := range strings.Fields(strings.ToLower(a.Name + " " + a.Office + " " + a.Initials)) {
			w := []rune(word)
			limit := (max(len(t), len(w)) + 1) / 2
			d := distance(t, w, limit+1)
			begins := len(t) > 1 && (strings.HasPrefix(word, typed) || len(w) > 2 && strings.HasPrefix(typed, word))
			switch {
			case begins:
				d = min(d, 1)
			case d > limit || len(t) < 3 || t[0] != w[0] && d > 1:
				continue
			}
			d *= 2
			if !strings.EqualFold(word, a.Surname()) {
				d++ // a first name is less likely to be what was meant
			}
			far = min(far, d)
		}
	}
	return far, far < none
}
