package agenda

import "strings"

// Brief is what a screen calls somebody of the roster: the surname, or the
// whole name where another has the same surname. It is empty where the roster
// has no such line.
func (m Meeting) Brief(id ID) string {
	who, ok := m.Attendee(id)
	if !ok {
		return ""
	}
	for _, a := range m.Roster {
		if a.ID != id && strings.EqualFold(a.Surname(), who.Surname()) && who.Name != "" {
			return who.Name
		}
	}
	return who.Surname()
}
