package notes

// exemptWord applies the words of private business; false where word is none
// of them.
func (s *scribe) exemptWord(word string, u *unit, f frag) bool {
	return false
}
