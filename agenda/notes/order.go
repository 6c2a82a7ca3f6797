package notes

import "minutebook/agenda"

// orderWord applies the words of the room beyond who comes and goes, and of the order of business; false where word is none
// of them.
func (s *scribe) orderWord(word string, u *unit, f frag) bool {
	return false
}

// writeCorrection is the /correct of a correction.
func writeCorrection(m *agenda.Meeting, e *agenda.Entry) string { return "" }
