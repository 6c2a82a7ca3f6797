package notes

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"minutebook/agenda"
)

// person is somebody as a header names them.
type person struct {
	agenda.Attendee
	nth      int    // "#2": the second of that name
	words    frag   // the name as it stands there
	remote   bool   // a word in brackets
	voting   *bool  // nil: not said
	from, to string // of a seat
}

// A \ with a blank behind it ends a title that is not in the list, or says
// that there is none: "Baroness\ Ann Tull", "\ Lord Byron".
const titleEnd = `\ `

// nameParts reads the title and the name, or the office.
func nameParts(s string) (title, name, office string) {
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '\\' {
			continue
		}
		if s[i+1] == ' ' {
			return unescape(strings.Trim(s[:i], " "), inNames), unname(strings.Trim(s[i+2:], " ")), ""
		}
		i++
	}
	if office, ok := strings.CutPrefix(s, "the "); ok {
		return "", "", unname(strings.Trim(office, " "))
	}
	rest := s
	for {
		n := titleLength(rest)
		more := strings.TrimLeft(rest[n:], " ")
		if n == 0 || more == "" {
			break
		}
		rest = more
	}
	title = strings.TrimRight(s[:len(s)-len(rest)], " ")
	return title, unname(rest), ""
}

// name is escaped like any value, and " for " in it too, because "A for B" is
// two people.
func escapeName(s string) string {
	return everywhere(escape(s, inNames), " for ", ` \for `)
}

func unname(s string) string { return unescape(unguardWords(s), inNames) }

// everywhere is ReplaceAll that also finds what its own blanks make.
func everywhere(s, old, by string) string {
	for strings.Contains(s, old) {
		s = strings.ReplaceAll(s, old, by)
	}
	return s
}

// writeName is the inverse of nameParts.
func writeName(title, name, office string) string {
	if name == "" {
		return "the " + escapeName(office)
	}
	plain := escapeName(strings.TrimLeft(title+" "+name, " "))
	if t, n, o := nameParts(plain); t == title && n == name && o == "" && cutNth(plain) == 0 {
		return plain
	}
	return escape(title, inNames) + titleEnd + escapeName(name)
}

// cutNth is the N of "NAME#N", or 0.
func cutNth(s string) int {
	i := strings.LastIndexByte(s, '#')
	if i < 1 || len(s)-i > 5 || (i-len(strings.TrimRight(s[:i], `\`)))%2 == 1 {
		return 0
	}
	n, err := strconv.Atoi(s[i+1:])
	if err != nil || n < 1 {
		return 0
	}
	return n
}

// exactly lists the roster lines of exactly that name, whatever stands in it.
func exactly(m *agenda.Meeting, words string) []agenda.ID {
	var out []agenda.ID
	for _, a := range m.Roster {
		if strings.EqualFold(words, a.Full()) || a.Name != "" && strings.EqualFold(words, a.Name) {
			out = append(out, a.ID)
		}
	}
	return out
}

func lookup(m *agenda.Meeting, words string) []agenda.ID {
	if words == "" {
		return nil
	}
	if ids := exactly(m, words); len(ids) > 0 {
		return ids
	}
	if ids := m.Named(words); len(ids) > 0 {
		return ids
	}
	return titled(m, words)
}

// find is the roster line that f means. Where it is none or several, the
// problem says who it could be.
func find(m *agenda.Meeting, f frag) (agenda.ID, *Problem) {
	s, _ := unguard(f.s, inNames)
	nth := cutNth(s)
	if nth > 0 {
		s = s[:strings.LastIndexByte(s, '#')]
	}
	words := unname(s)
	ids := lookup(m, words)
	switch {
	case nth > 0 && nth <= len(ids):
		return ids[nth-1], nil
	case nth == 0 && len(ids) == 1:
		return ids[0], nil
	case len(ids) > 1:
		return 0, &Problem{Found: quoted(words) + ", which fits " + strconv.Itoa(len(ids)) + " people", Expected: "one of " + listed(m, ids)}
	}
	p := &Problem{Stranger: words, Found: quoted(words) + ", who is not on the roster", Expected: "somebody on the roster"}
	if words == "" {
		p.Found = "no name"
	}
	var known []string
	for _, a := range m.Roster {
		known = append(known, a.Full(), a.Surname())
	}
	if p.Nearest = Nearest(words, known); p.Nearest == "" && len(m.Roster) > 0 {
		p.Expected = onRoster(m, words)
	}
	return 0, p
}

// listed names people for an error, the first few of many.
func listed(m *agenda.Meeting, ids []agenda.ID) string {
	var out []string
	for _, id := range ids {
		if len(out) == mostListed {
			out = append(out, "…")
			break
		}
		a, _ := m.Attendee(id)
		full := a.Full()
		if a.Initials != "" {
			full += " [" + a.Initials + "]"
		}
		out = append(out, full)
	}
	return strings.Join(out, ", ")
}

// reserved words are no names where a name is expected, unless guarded.
func reserved(s string) bool {
	switch strings.ToLower(s) {
	case "public":
		return true
	}
	return strings.HasPrefix(s, `"`) || isVote(s) || labelled(s) || slices.Contains(agenda.Choices, strings.ToLower(s))
}

// refer writes a reference to a roster line: the surname if it is one person's,
// else the name, the initials, or "NAME#2".
func refer(m *agenda.Meeting, id agenda.ID) string {
	a, ok := m.Attendee(id)
	if !ok {
		return ""
	}
	return referBy(m, a, []string{a.Surname(), a.Full(), a.Initials})
}

// referFull is refer with the whole name, as headers have it.
func referFull(m *agenda.Meeting, id agenda.ID) string {
	a, ok := m.Attendee(id)
	if !ok {
		return ""
	}
	return referBy(m, a, []string{a.Full()})
}

func referBy(m *agenda.Meeting, a agenda.Attendee, words []string) string {
	for _, w := range words {
		if ids := lookup(m, w); len(ids) != 1 || ids[0] != a.ID || !wordy(w) {
			continue
		}
		ref := escapeName(w)
		if reserved(w) {
			ref = `\` + ref
		}
		if id, p := find(m, frag{s: ref}); p == nil && id == a.ID && !timely(ref) {
			return ref
		}
	}
	full := a.Full()
	for i, id := range lookup(m, full) {
		if id == a.ID {
			return escapeName(full) + "#" + strconv.Itoa(i+1)
		}
	}
	return escapeName(full)
}

// wordy is whether a name begins as names do, so that it can stand by itself.
func wordy(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r)
	}
	return false
}

// timely is whether a time behind the name would be read as a part of it, or a
// part of it as a time.
func timely(ref string) bool {
	f := frag{s: ref + " 18:25"}
	rest, _, ok := cutWhen(f, "2026-03-12")
	if !ok || rest.s != ref {
		return true
	}
	alone, at, ok := cutWhen(rest, "2026-03-12")
	return !ok || at != "" || alone.s != ref
}
