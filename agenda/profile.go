package agenda

import (
	"slices"
	"strings"
	"sync"
)

// profiles are the house styles there are, the usual one first: one table of
// words and sentence forms each. Another language or tradition is another line.
var profiles = []struct {
	name  string
	style func() Style
}{
	{"council", Council},
	{"american", American},
	{"german", German},
	{"french", French},
}

// Profiles lists the names that choose a house style, the usual one first.
func Profiles() []string {
	names := make([]string, len(profiles))
	for i, p := range profiles {
		names[i] = p.name
	}
	return names
}

func profileNamed(name string) Style {
	for _, p := range profiles {
		if strings.EqualFold(p.name, name) {
			return p.style()
		}
	}
	return Council()
}

// results is the words of every house for what became of a motion.
var results = sync.OnceValue(func() []Results {
	list := make([]Results, len(profiles))
	for i, p := range profiles {
		list[i] = p.style().Results
	}
	return list
})

// Declares is whether words begin with one that declares a motion carried or
// lost, in any house: one types in the language of the room, and notes are read
// before anybody knows their body.
func Declares(words string) bool {
	return slices.ContainsFunc(results(), func(res Results) bool { return res.Begins(words) })
}
