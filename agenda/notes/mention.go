package notes

import (
	"slices"
	"strings"

	"minutebook/agenda"
)

// mentioned lists who on the roster a header may mean.
func (s *section) mentioned(p person) []agenda.ID {
	m := &s.scribe.r.Open
	plain, _ := unguard(p.words.s, inNames)
	words := unname(plain)
	if ids := exactly(m, words); len(ids) > 0 {
		return ids
	}
	if ids := exactly(m, p.Full()); len(ids) > 0 {
		return ids
	}
	if p.Name != "" && !strings.Contains(words, " ") && p.Roles == nil && p.Initials == "" {
		return slices.DeleteFunc(m.Named(words), func(id agenda.ID) bool {
			a, _ := m.Attendee(id)
			return byRole(a, words)
		})
	}
	if p.Title != "" && p.Name != "" && p.Roles == nil && p.Initials == "" {
		return slices.DeleteFunc(m.Named(p.Name), func(id agenda.ID) bool {
			a, _ := m.Attendee(id)
			return !strings.EqualFold(a.Surname(), p.Name) || !sameTitle(a.Title, p.Title)
		})
	}
	return nil
}

// sameTitle is whether two titles have a word in common, as the house spells
// them: "Cllr Dr" and "Councillor".
func sameTitle(a, b string) bool {
	spelt := func(title string) (words []string) {
		for w := range strings.FieldsSeq(title) {
			if t, ok := agenda.Council().Titles[w]; ok {
				w = t.One
			}
			words = append(words, strings.ToLower(strings.TrimSuffix(w, ".")))
		}
		return words
	}
	other := spelt(b)
	return slices.ContainsFunc(spelt(a), func(w string) bool { return slices.Contains(other, w) })
}

// merge adds what a second mention says of somebody.
func (s *section) merge(id agenda.ID, p person) {
	m := &s.scribe.r.Open
	i := slices.IndexFunc(m.Roster, func(a agenda.Attendee) bool { return a.ID == id })
	a := &m.Roster[i]
	for _, r := range p.Roles {
		if !slices.Contains(a.Roles, r) {
			a.Roles = append(a.Roles, r)
		}
	}
	if a.Initials == "" {
		a.Initials = p.Initials
	}
	if a.Office == "" && a.Name != "" && p.Name != "" {
		a.Office = p.Office
	}
	if a.Organisation == "" {
		a.Organisation = p.Organisation
	}
	for _, ref := range p.Items {
		if !slices.Contains(a.Items, ref) {
			a.Items = append(a.Items, ref)
		}
	}
	if p.voting != nil {
		a.Voting = *p.voting
	}
}
