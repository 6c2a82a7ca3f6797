package notes

import (
	"regexp"
	"strings"

	"minutebook/agenda"
)

// The tails of an action. Odd backslashes before one make it plain text.
var (
	dueTail   = regexp.MustCompile(`(\\*); due(?: |\n|$)`)
	stateTail = regexp.MustCompile(`(\\*); state:(?: |\n|$)`)
	anyTail   = regexp.MustCompile(`(\\*)(; (?:due|state:)(?: |\n|$))`)
)

// cutTails splits an action's text from "; due …" and "; state: …". The text
// is still escaped: bare takes that off.
func cutTails(s string) (text, due, state string) {
	text = s
	if i, j := lastTail(stateTail, text); i >= 0 {
		text, state = text[:i], strings.Trim(text[j:], " \n")
	}
	if i, j := lastTail(dueTail, text); i >= 0 {
		text, due = text[:i], strings.Trim(text[j:], " \n")
	}
	return strings.TrimRight(text, " \n"), agenda.CleanLine(bare(due)), agenda.CleanLine(bare(state))
}

// lastTail finds the last tail that is not made plain: where the text before
// it ends, half of the backslashes taken off, and where its value begins.
func lastTail(tail *regexp.Regexp, s string) (begin, value int) {
	all := tail.FindAllStringSubmatchIndex(s, -1)
	for i := len(all) - 1; i >= 0; i-- {
		if m := all[i]; (m[3]-m[2])%2 == 0 {
			return m[2] + (m[3]-m[2])/2, m[1]
		}
	}
	return -1, 0
}

// bare takes off the backslashes that made tails plain.
func bare(s string) string {
	s = anyTail.ReplaceAllStringFunc(s, func(m string) string {
		n := len(m) - len(strings.TrimLeft(m, `\`))
		return m[n-n/2:]
	})
	return s
}

// plainTails makes what looks like a tail plain text.
func plainTails(s string) string {
	return anyTail.ReplaceAllStringFunc(s, func(m string) string {
		n := len(m) - len(strings.TrimLeft(m, `\`))
		return strings.Repeat(`\`, n+1) + m
	})
}

// action reads "+ OWNER, OWNER: text; due …". A colon with no blank behind it
// is part of a word.
func (s *scribe) action(u *unit, f frag) {
	var a agenda.Action
	i := f.index(true, func(i int) bool { return f.s[i] == ':' && (i+1 == len(f.s) || f.s[i+1] == ' ' || f.s[i+1] == '\n') })
	rest := f
	if i >= 0 {
		a.Owners, rest = s.people(f.to(i).trim(), ',', s.owner), f.from(i+1).trim()
	} else if name := leadingName(&s.r.Open, f); name != "" {
		s.wrong(f, Problem{Found: quoted(f.s) + " with no colon behind a name, which makes it an action of nobody",
			Expected: "+ " + name + ": and what is to be done", Warning: true})
	}
	text, due, state := cutTails(rest.s)
	a.Due, a.State = readDue(due, s.r.Open.Start), state
	text = strings.Trim(bare(text), " \n")
	if text == "" {
		s.expected(f, "an action without words", "what is to be done, like + Clerk: write to the owner; due 2026-06-11")
		return
	}
	s.entry(agenda.Entry{Kind: agenda.ToDo, Text: text, Points: s.points(u.points), Action: &a}, f)
}

// leadingName is the first words of f as far as they name somebody of the
// roster, or begin a name of it, or "".
func leadingName(m *agenda.Meeting, f frag) string {
	words := strings.Fields(f.s)
	for n := min(len(words)-1, 5); n > 0; n-- {
		if name := strings.Join(words[:n], " "); len(m.Named(name)) > 0 {
			return name
		}
	}
	for _, a := range m.Roster {
		if given, _, more := strings.Cut(a.Name, " "); more && len(words) > 1 && strings.EqualFold(words[0], given) {
			return a.Full()
		}
	}
	return ""
}

func writeAction(m *agenda.Meeting, e *agenda.Entry) string {
	owners := ""
	if len(e.Action.Owners) > 0 {
		owners = writePeople(m, e.Action.Owners, writeOwner)
	}
	text := plainTails(e.Text)
	tail := func(word, value string) {
		if value == "" {
			return
		}
		// A \ at the end of the text would make the tail plain.
		n := len(text) - len(strings.TrimRight(text, `\`))
		text += strings.Repeat(`\`, n) + word + plainTails(value)
	}
	tail("; due ", writeDue(e.Action.Due, m.Start))
	tail("; state: ", e.Action.State)
	return "+ " + owners + ": " + text
}
