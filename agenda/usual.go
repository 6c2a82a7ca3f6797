package agenda

import (
	"slices"
	"strings"
)

// UsualItemKind is the kind an item of that title usually has, empty for most.
func UsualItemKind(title string) string {
	t := strings.ToLower(title)
	switch {
	case strings.HasPrefix(t, "apolog"):
		return KindApologies
	case strings.Contains(t, "declaration") && strings.Contains(t, "interest"):
		return KindInterests
	case strings.HasPrefix(t, "minutes of"), t == "minutes", strings.Contains(t, "previous minutes"):
		return KindMinutes
	case strings.HasPrefix(t, "matters arising"):
		return KindArising
	case strings.Contains(t, "next meeting"):
		return KindNext
	case strings.HasPrefix(t, "actions"), strings.HasPrefix(t, "action list"):
		return KindActions
	}
	return ""
}

// UsualKind is the kind most of these meetings have; of two, the newer. They
// are newest first.
func UsualKind(list []Summary) string {
	counts, most := map[string]int{}, ""
	for _, s := range list {
		counts[s.Kind]++
	}
	for _, s := range list {
		if s.Kind != "" && counts[s.Kind] > counts[most] || most == "" {
			most = s.Kind
		}
	}
	return most
}

// SitsWithoutVote is whether somebody of that role usually has no vote.
func SitsWithoutVote(role string) bool { return role == "Clerk" || role == "In attendance" }

// IsCode is whether words can be the code of a body: none of what parts a code
// from what follows is in them.
func IsCode(words string) bool { return !strings.ContainsAny(words, "/#| ") }

// CodeTaken is whether a body other than own has a code, in any case.
func CodeTaken(bodies []Body, own Key, code string) bool {
	return code != "" && slices.ContainsFunc(bodies, func(b Body) bool {
		return b.Key != own && strings.EqualFold(b.Code, code)
	})
}
