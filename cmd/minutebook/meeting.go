package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// sitting is a meeting in a list and the name a person calls it by.
type sitting struct {
	name string // NHC/2026-03-12, NHC/2026-03-12#2
	agenda.Summary
}

// sittings gives every meeting of a list its name, in the order of the list. A
// second meeting of a body on one day is #2, by the time it was called for.
func sittings(list []agenda.Summary) []sitting {
	out := make([]sitting, len(list))
	sameDay := map[string][]int{}
	for i, s := range list {
		out[i] = sitting{name: cmp.Or(s.Code, string(s.Body)) + "/" + s.Start.Date(), Summary: s}
		sameDay[strings.ToLower(out[i].name)] = append(sameDay[strings.ToLower(out[i].name)], i)
	}
	for _, day := range sameDay {
		slices.SortFunc(day, func(a, b int) int {
			return cmp.Or(cmp.Compare(list[a].Start, list[b].Start), cmp.Compare(list[a].Key, list[b].Key))
		})
		for n, i := range day[1:] {
			out[i].name += fmt.Sprintf("#%d", n+2)
		}
	}
	return out
}

// pick is the meeting that words name: its whole name, or the beginning of
// only one.
func pick(list []agenda.Summary, words string) (sitting, error) {
	all := sittings(list)
	if len(all) == 0 {
		return sitting{}, misuse("minutebook import FILE takes one in; minutebook opens the book to make one",
			"no meeting is called %q: the book has none", words)
	}
	want := strings.TrimSuffix(strings.ToLower(strings.TrimSpace(words)), "#1")
	var fits []sitting
	for _, s := range all {
		name := strings.ToLower(s.name)
		if name == want {
			return s, nil
		}
		if want != "" && strings.HasPrefix(name, want) {
			fits = append(fits, s)
		}
	}
	switch len(fits) {
	case 0:
		return sitting{}, misuse(nearestMeeting(all, want), "no meeting is called %q", words)
	case 1:
		return fits[0], nil
	}
	return sitting{}, misuse("it could be "+some(fits), "%q fits %d meetings", words, len(fits))
}

// some lists the names of a few meetings.
func some(list []sitting) string {
	const few = 8
	var names []string
	for _, s := range list[:min(few, len(list))] {
		names = append(names, s.name)
	}
	if len(list) > few {
		names = append(names, fmt.Sprintf("%d more", len(list)-few))
	}
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

// nearestMeeting is the hint for a name that fits nothing: the meeting whose
// name is a slip or two from it, else where the list is.
func nearestMeeting(all []sitting, want string) string {
	names := make([]string, len(all))
	for i, s := range all {
		names[i] = s.name
	}
	if near := notes.Nearest(want, names); near != "" {
		return "did you mean " + near + "? minutebook meetings lists them"
	}
	return "minutebook meetings lists them; the newest is " + all[0].name
}
