package notes

// What the words of the room ask for, and an example of each, for one that was
// typed alone.
var (
	roomForms = map[string]string{
		"arrive": "who arrived", "leave": "who left", "return": "who came back", "chair": "who took the chair",
		"present": "who is there", "remote": "who is there remotely", "apologies": "who sent apologies", "absent": "who is absent",
		"attending": "who attends", "substitute": "who sits for whom", "proxy": "who votes for whom",
	}
	roomLikes = map[string]string{
		"arrive": "Lunt 18:25", "leave": "Lunt 19:00, or /leave public", "return": "Lunt 19:20, or /return public", "chair": "Pike",
		"present": "Verma, Pike", "remote": "Lunt", "apologies": "Reeve", "absent": "Reeve",
		"attending": "Holt", "substitute": "Lunt for Reeve", "proxy": "Pike for Reeve",
	}
)

// motionLikes is an example of what stands behind each word that moves
// something.
var motionLikes = map[string]string{
	"motion": "Verma / Lunt: That the quay be let.", "amend": "Pike / Lunt: That “for 2026” be inserted after “let”.",
	"substantive": ": That the quay be let for 2026.", "procedure": "Pike / Lunt: That the vote be now taken.",
}

// classWord is the word that moves a motion of a class.
func classWord(class string) string {
	for word, c := range classes {
		if c == class {
			return word
		}
	}
	return "motion"
}

// unsaid complains about a motion with no colon: alone, or without its words.
func (s *scribe) unsaid(class string, f frag) {
	word := classWord(class)
	found := quoted(f.s) + " with no colon"
	if f.s == "" {
		found = "/" + word + " alone"
	}
	s.expected(f, found, "who moved and seconded it, a colon and the words, like /"+word+" "+motionLikes[word])
}
