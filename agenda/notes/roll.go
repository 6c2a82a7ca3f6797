package notes

import (
	"slices"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// person reads "Cllr Joan Barker [JB] (Chair, remote)", "the Harbour Master"
// (an office) or "Dana Holt (the Harbour Master)" (both).
func (s *scribe) person(f frag, seat bool) (p person, ok bool) {
	f = f.trim()
	p.words = f
	for {
		open, inner := bracketed(f)
		if open < 0 {
			break
		}
		if f.s[open] == '[' {
			p.Initials = agenda.CleanLine(unescape(inner.s, inNames))
		} else if !s.brackets(&p, inner, seat) {
			return p, false
		}
		f = f.to(open).trim()
	}
	if p.nth = cutNth(f.s); p.nth > 0 {
		f = f.to(strings.LastIndexByte(f.s, '#'))
	}
	p.words = f
	title, name, office := nameParts(f.s)
	if plain, guarded := unguard(f.s, inNames); guarded {
		title, name, office = "", unname(plain), ""
	}
	p.Title, p.Name = agenda.CleanLine(title), agenda.CleanLine(name)
	if p.Name == "" && office != "" {
		p.Office = agenda.CleanLine(office)
	}
	if p.Name == "" && p.Office == "" {
		s.expected(f, "no name", "a name, or “the” and an office")
		return p, false
	}
	return p, true
}

// bracketed finds the bracket that ends f: where it opens, or -1.
func bracketed(f frag) (open int, inner frag) {
	open = -1
	var last byte
	end := -1
	for i := 0; i < len(f.s); i++ {
		switch c := f.s[i]; c {
		case '\\':
			i++
		case '(', '[':
			open, last = i, c
		case ')', ']':
			if open >= 0 && (c == ')') == (last == '(') {
				end = i
			}
		}
	}
	if open < 0 || end != len(f.s)-1 || end < open {
		return -1, f
	}
	return open, f.from(open + 1).to(end - open - 1)
}

// brackets reads the words in brackets behind a name.
func (s *scribe) brackets(p *person, f frag, seat bool) bool {
	for _, one := range f.split(',') {
		plain, guarded := unguard(one.s, inNames)
		word := unescape(plain, inNames)
		lower := strings.ToLower(word)
		yes, no := true, false
		day, dated := strings.CutPrefix(lower, "from ")
		till, ends := strings.CutPrefix(lower, "to ")
		switch {
		case word == "":
		case guarded:
			p.Roles = append(p.Roles, word)
		case lower == "non-voting":
			p.voting = &no
		case lower == "voting":
			p.voting = &yes
		case lower == "remote" && !seat:
			p.remote = true
		case strings.HasPrefix(plain, "the "):
			p.Office = agenda.CleanLine(unescape(plain[4:], inNames))
		case seat && (dated && hasDigit(day) || ends && hasDigit(till)):
			if !s.term(p, one, dated) {
				return false
			}
		case !seat && strings.HasPrefix(lower, "of "):
			p.Organisation = agenda.CleanLine(word[len("of "):])
		case !seat && strings.HasPrefix(lower, "for item "):
			p.Items = append(p.Items, itemRef(&s.r.Open, strings.TrimLeft(plain[len("for item "):], " ")))
		default:
			p.Roles = append(p.Roles, word)
		}
	}
	return true
}

// term reads "from DATE" or "to DATE" of a seat.
func (s *scribe) term(p *person, f frag, from bool) bool {
	_, date, _ := strings.Cut(f.s, " ")
	day, rest, _, ok := cutDay(strings.TrimLeft(date, " "))
	switch {
	case !ok || rest != "":
		s.expected(f, quoted(f.s), "a day of the calendar, like 2026-03-12")
		return false
	case from:
		p.from = day
	default:
		p.to = day
	}
	return true
}

// writePerson is the inverse of person: voting is the word about voting, if it
// needs one.
func writePerson(a agenda.Attendee, voting string, more ...string) string {
	line := writeName(a.Title, a.Name, a.Office)
	if a.Initials != "" {
		line += " [" + escape(a.Initials, inNames) + "]"
	}
	var words []string
	for _, r := range a.Roles {
		word := escape(r, inNames)
		lower := strings.ToLower(r)
		if slices.Contains([]string{"voting", "non-voting", "remote"}, lower) || strings.HasPrefix(r, "the ") ||
			strings.HasPrefix(lower, "from ") || strings.HasPrefix(lower, "to ") ||
			strings.HasPrefix(lower, "of ") || strings.HasPrefix(lower, "for item ") {
			word = `\` + word
		}
		words = append(words, word)
	}
	if a.Name != "" && a.Office != "" {
		words = append(words, "the "+escape(a.Office, inNames))
	}
	if voting != "" {
		words = append(words, voting)
	}
	if words = append(words, more...); len(words) > 0 {
		line += " (" + strings.Join(words, ", ") + ")"
	}
	return line
}

// callRoll reads the header lines of the room: first everybody, then, in the
// order of the lines, who was there and who was not. "chair:" may so stand
// above "present:".
func (s *section) callRoll() {
	called := make([][]agenda.Event, len(s.roll))
	for i, u := range s.roll {
		s.scribe.unit = u
		if word, v, ok := header(u.frag(), headWords); ok && word != "chair" {
			called[i] = s.called(word, v)
		}
	}
	for i, u := range s.roll {
		s.scribe.unit = u
		word, v, ok := header(u.frag(), headWords)
		switch {
		case !ok:
			s.note(u, u.frag().from(1).trim())
		case word == "chair":
			if ids := s.ids(v, ';'); len(ids) > 0 {
				called[i] = []agenda.Event{{What: agenda.Presides, Who: ids}}
			}
		}
		for _, ev := range called[i] {
			s.entry(agenda.Entry{Kind: agenda.Happening, Event: &ev}, u.frag())
		}
	}
}

// called reads one line of the roll: the people it names go on the roster and
// into events.
func (s *section) called(word string, v frag) (events []agenda.Event) {
	what := happenings[word]
	var here, remote []agenda.ID
	for _, one := range v.splitNames(';') {
		if one.s == "" {
			continue
		}
		var stands, found agenda.ID
		if what == agenda.Substitutes || what == agenda.Proxy {
			who, whom, both := one.cutFor()
			_, stands, _ = s.named(who, word, nil)
			if both {
				_, found, _ = s.named(whom, word, []agenda.ID{stands})
			}
			if stands != 0 {
				events = append(events, agenda.Event{What: what, Who: []agenda.ID{stands}, For: found})
			}
			continue
		}
		p, id, ok := s.named(one, word, append(here, remote...))
		switch {
		case !ok:
		case p.remote:
			remote = append(remote, id)
		default:
			here = append(here, id)
		}
	}
	if what == agenda.Attending { // remotely too: they are no members
		here = append(here, remote...)
	}
	if what != "" && here != nil {
		events = append(events, agenda.Event{What: what, Who: here})
	}
	if what != "" && remote != nil {
		events = append(events, agenda.Event{What: agenda.Remote, Who: remote})
	}
	return events
}

// named is the roster line of somebody a header names: the one that has the
// name already, or a new one. The same name twice in one line is two people,
// unless a "roster:" line says who there is.
func (s *section) named(f frag, word string, line []agenda.ID) (person, agenda.ID, bool) {
	m := &s.scribe.r.Open
	p, ok := s.person(f, false)
	if !ok {
		return p, 0, false
	}
	if word != "roster" {
		ids := s.mentioned(p)
		switch {
		case p.nth > 0 && p.nth <= len(ids):
			ids = ids[p.nth-1 : p.nth]
		case p.nth > 0:
			s.expected(p.words, quoted(p.words.s), "no higher number than there are people of that name")
			return p, 0, false
		case len(ids) > 1:
			s.expected(p.words, quoted(p.words.s)+", which fits "+strconv.Itoa(len(ids))+" people", "one of "+listed(m, ids))
			return p, 0, false
		}
		if len(ids) == 1 && (s.listed || !slices.Contains(line, ids[0])) {
			s.merge(ids[0], p)
			return p, ids[0], true
		}
		if id, ok := s.filled(p); !ok || id != 0 {
			if ok {
				s.merge(id, p)
			}
			return p, id, ok
		}
	}
	a := p.Attendee
	a.ID, a.Voting = m.Next, word != "attending"
	if p.voting != nil {
		a.Voting = *p.voting
	}
	m.Next++
	m.Roster = append(m.Roster, a)
	if word == happeningWord(agenda.Substitutes) || word == happeningWord(agenda.Proxy) {
		s.shortly(a.ID, p)
	}
	return p, a.ID, true
}
