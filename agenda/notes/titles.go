package notes

import (
	"slices"
	"strings"

	"minutebook/agenda"
)

// titles are the words that stand before a name and are no part of it, in any
// case and with a point or without; longer ones before those they begin with.
var titles = []string{
	"County Cllr", "County Councillor", "District Cllr", "District Councillor", "Borough Cllr", "Borough Councillor",
	"Town Cllr", "Town Councillor", "City Cllr", "City Councillor", "Parish Cllr", "Parish Councillor",
	"Council Member", "Council President Pro Tem", "Council President", "Council Vice President",
	"Mayor Pro Tem", "Deputy Mayor", "Vice Mayor", "Lord Mayor", "Rt Hon", "Lt Col", "Lt. Col",
	"Cllr", "Cllrs", "Clr", "Cr", "Crs", "Councillor", "Councillors", "Councilor", "Councilmember", "Councilman", "Councilwoman", "Mayor",
	"Commissioner", "Ald", "Alderman", "Alderwoman", "Alderperson", "Baroness",
	"Dr", "Mr", "Mrs", "Ms", "Miss", "Mx", "Prof", "Professor", "Rev", "Revd", "Hon",
	"Sir", "Dame", "Lady", "Lord", "Judge", "Captain", "Capt", "Colonel", "Major",
	"Herr", "Frau", "Bürgermeister", "Bürgermeisterin", "Oberbürgermeister", "Oberbürgermeisterin", "Stadtrat", "Stadträtin",
	"Gemeinderat", "Gemeinderätin", "GR", "GRin", "StR", "StRin", "Dipl.-Ing", "Dr.-Ing", "Mag",
	"Mme", "Mlle", "Monsieur", "Madame", "Mademoiselle", "Maître",
	"Sr", "Sra", "Srta", "Señor", "Señora", "Cyng", "Y Cyng", "Cynghorydd", "Y Cynghorydd",
}

// titleLength is how much of the front of s is a title; 0 where it is none.
// "M." is one before a whole name, and an initial everywhere else.
func titleLength(s string) int {
	for _, t := range titles {
		if len(s) <= len(t) || !strings.EqualFold(s[:len(t)], t) {
			continue
		}
		n := len(t)
		if s[n] == '.' {
			n++
		}
		if n < len(s) && s[n] == ' ' {
			return n
		}
	}
	first, rest, _ := strings.Cut(s, " ")
	if words := strings.Fields(rest); (first == "M." || first == "M") && len(words) > 1 && len(strings.TrimSuffix(words[0], ".")) > 1 {
		return len(first)
	}
	return 0
}

// titled is whom words mean that begin with a title which the roster writes in
// another way: "Cllr Pike" of "Councillor T. J. Pike", "M. d’Aubigné" of "M.
// Jean-Luc d’Aubigné". Where several have the name, those who have the title.
func titled(m *agenda.Meeting, words string) []agenda.ID {
	title, name, _ := nameParts(words)
	if first, rest, _ := strings.Cut(words, " "); title == "" && (first == "M." || first == "M") {
		return slices.DeleteFunc(m.Named(rest), func(id agenda.ID) bool {
			a, _ := m.Attendee(id)
			return strings.TrimSuffix(a.Title, ".") != "M"
		})
	}
	if title == "" || name == "" {
		return nil
	}
	ids := exactly(m, name)
	if len(ids) == 0 {
		ids = slices.DeleteFunc(m.Named(name), func(id agenda.ID) bool {
			a, _ := m.Attendee(id)
			return a.Name == "" || !strings.EqualFold(name, a.Surname()) && byRole(a, name)
		})
	}
	if len(ids) < 2 {
		return ids
	}
	has := func(id agenda.ID) bool {
		a, _ := m.Attendee(id)
		return strings.Contains(strings.ToLower(a.Title)+" ", strings.ToLower(title)+" ")
	}
	if some := slices.DeleteFunc(slices.Clone(ids), func(id agenda.ID) bool { return !has(id) }); len(some) > 0 {
		return some
	}
	return ids
}
