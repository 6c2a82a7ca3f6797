package agenda

// Begun is whether what happens to people now is an event of the meeting, and no
// longer part of the roll: as soon as an item was taken.
func (m Meeting) Begun() bool { return len(m.Taken) > 0 }

// Happenings is what can happen to a person who is where Presence says, the
// likely thing first. A line without an ID is the public.
func (m Meeting) Happenings(p Attendee, where string) []string {
	switch {
	case p.ID == 0 && where == Left:
		return []string{Returned}
	case p.ID == 0:
		return []string{Left}
	case !m.Begun() && p.Voting:
		return []string{Present, Apologies, Absent, Remote, Attending}
	case !m.Begun():
		return []string{Attending, Apologies, Present, Absent}
	case IsHere(where):
		return []string{Left, Presides}
	case where == Left:
		return []string{Returned, Arrived}
	}
	return []string{Arrived, Apologies, Absent}
}

// PublicPresence is where the public is: attending, until an event that names
// nobody says that it left.
func (m Meeting) PublicPresence() string {
	where := Attending
	for _, it := range m.Ordered() {
		for _, e := range it.Entries {
			if v := e.Event; v != nil && len(v.Who) == 0 && (v.What == Left || v.What == Returned) {
				where = v.What
			}
		}
	}
	return where
}
