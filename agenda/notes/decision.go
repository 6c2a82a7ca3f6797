package notes

import "minutebook/agenda"

// decisionWord applies the words of interests, elections and what belongs to a resolution; false where word is none
// of them.
func (s *scribe) decisionWord(word string, u *unit, f frag) bool {
	return false
}

// writeDeclared is the /word of an interest or of a step of an election.
func writeDeclared(m *agenda.Meeting, e *agenda.Entry) string { return "" }
