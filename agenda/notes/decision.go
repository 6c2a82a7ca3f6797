package notes

import "minutebook/agenda"

// declarations are the words that make an entry of their own, and its kind.
var declarations = map[string]agenda.Kind{
	"interest": agenda.Declared, "nominate": agenda.Elected, "elect": agenda.Elected, "ballot": agenda.Elected,
}

// decisionWord applies the words of interests, elections and what belongs to a
// resolution; false where word is none of them.
func (s *scribe) decisionWord(word string, u *unit, f frag) bool {
	switch word {
	case "interest":
		s.interest(f)
	case "nominate":
		s.nominate(f)
	case "elect":
		s.elect(f)
	case "ballot":
		s.ballot(f)
	default:
		return s.resolutionWord(word, u, f)
	}
	return true
}

// writeDeclared is the /word of an interest or of a step of an election.
func writeDeclared(m *agenda.Meeting, e *agenda.Entry) string {
	switch {
	case e.Interest != nil:
		return writeInterest(m, e.Interest)
	case e.Election.What == agenda.Nominated:
		return writeNomination(m, e.Election)
	case e.Election.What == agenda.Balloted:
		return writeBallot(m, e.Election)
	}
	return writeElected(m, e.Election)
}

// somebody reads one name: a roster line, or in quotes somebody who is on none.
func (s *scribe) somebody(f frag) (agenda.Who, bool) {
	if words, ok := inQuotes(f.s); ok {
		return agenda.Who{Words: agenda.CleanLine(words)}, true
	}
	id, p := find(&s.r.Open, f)
	if p != nil {
		if p.Nearest == "" {
			p.Expected += `; words for somebody else in quotes, like "Pat Rowe"`
		}
		s.wrong(f, *p)
	}
	return agenda.Who{ID: id}, p == nil
}

// decided adds an entry and says what was understood, unless something in its
// line was wrong.
func (s *scribe) decided(e agenda.Entry, f frag, mistakes int, what string) {
	if s.problems[mistakes:].Mistakes() > 0 {
		return
	}
	s.entry(e, f)
	s.applied.What = what
}

// who names people for a message: "Cllr Verma, Pat Rowe".
func who(m *agenda.Meeting, of agenda.Who) string {
	if a, ok := m.Attendee(of.ID); ok {
		return a.Short()
	}
	return of.Words
}
