package notes

import "minutebook/agenda"

// Refer is the shortest name that means one person of the roster: the surname
// where it is one person's, else the whole name, the initials, or "NAME#2".
func Refer(m agenda.Meeting, who agenda.ID) string { return refer(&m, who) }

// Attributed is "@Name" with the blank behind it, as an entry begins that is
// attributed to somebody.
func Attributed(m agenda.Meeting, who agenda.ID) string {
	return writeSpeaker(&m, agenda.Who{ID: who})
}

// Owns says whether words are the name of somebody on the roster.
func Owns(m agenda.Meeting, words string) bool {
	_, p := find(&m, frag{s: words})
	return p == nil
}
