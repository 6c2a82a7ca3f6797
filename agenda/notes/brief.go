package notes

import (
	"maps"
	"slices"
	"strings"

	"minutebook/agenda"
)

// shortly remembers who was named by the surname alone in a line about a
// substitute or a proxy: a line further down may have the whole name.
func (s *section) shortly(id agenda.ID, p person) {
	if p.Name == "" || strings.Contains(p.Name, " ") || p.nth > 0 {
		return
	}
	if s.short == nil {
		s.short = map[agenda.ID]string{}
	}
	s.short[id] = p.Name
}

// filled is whoever was named by the surname alone above, now that p has the
// whole name; 0: nobody was. Where two whole names have that surname, nobody can
// say which of them was meant.
func (s *section) filled(p person) (agenda.ID, bool) {
	m := &s.scribe.r.Open
	if s.listed || !strings.Contains(p.Name, " ") {
		return 0, true
	}
	for _, id := range slices.Sorted(maps.Keys(s.short)) {
		i := slices.IndexFunc(m.Roster, func(a agenda.Attendee) bool { return a.ID == id })
		a := &m.Roster[i]
		if !strings.EqualFold(s.short[id], p.Surname()) || a.Title != "" && p.Title != "" && !sameTitle(a.Title, p.Title) {
			continue
		}
		if a.Name != s.short[id] {
			s.expected(p.words, quoted(s.short[id])+" above, which fits "+a.Full()+" and "+p.Full(), "the whole name there")
			return 0, false
		}
		a.Title, a.Name = p.Title, p.Name
		return id, true
	}
	return 0, true
}
