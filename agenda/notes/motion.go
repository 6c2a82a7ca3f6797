package notes

import "minutebook/agenda"

// motionWord applies the words of motions and votes; false where word is none
// of them.
func (s *scribe) motionWord(word string, u *unit, f frag) bool {
	return false
}

// writeMotion is the /word of a motion, a vote, an outcome or a strike.
func writeMotion(m *agenda.Meeting, e *agenda.Entry) string { return "" }
