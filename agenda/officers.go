package agenda

import "strings"

// Officer is somebody whom the meeting elected.
type Officer struct {
	Entry  ID // the entry that says so first
	Who    Who
	Office string // as typed; empty: the source does not say
	How    string // unopposed, co-opted, any words
}

// Officers lists whom the meeting has elected so far, in the order taken: by a
// ballot or by being said to be. A ballot and the words that confirm it are one
// election. Nobody is taken off the list: an office may have several holders,
// and a vacancy is no step of an election.
func (m Meeting) Officers() []Officer {
	var out []Officer
	for _, it := range m.Ordered() {
		for _, e := range it.Entries {
			if e.Election == nil || e.Election.What == Nominated {
				continue
			}
			for _, c := range e.Election.Candidates {
				if c.Elected || e.Election.What == ElectedNow {
					out = elects(out, Officer{Entry: e.ID, Who: c.Who, Office: e.Election.Office, How: e.Election.How})
				}
			}
		}
	}
	return out
}

// elects adds an officer, or what is told anew of one.
func elects(officers []Officer, o Officer) []Officer {
	for i, old := range officers {
		if old.Who == o.Who && strings.EqualFold(old.Office, o.Office) {
			if o.How != "" {
				officers[i].How = o.How
			}
			return officers
		}
	}
	return append(officers, o)
}
