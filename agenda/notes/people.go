package notes

import (
	"strings"

	"minutebook/agenda"
)

// people reads names separated by sep: roster lines, or words in quotes.
// Where own is not nil it decides what a name that is on no roster becomes.
func (s *scribe) people(f frag, sep byte, own func(frag) agenda.Who) []agenda.Who {
	var out []agenda.Who
	for _, one := range f.splitNames(sep) {
		if one.s == "" {
			continue
		}
		if words, ok := inQuotes(one.s); ok {
			out = append(out, agenda.Who{Words: words})
			continue
		}
		if own != nil {
			out = append(out, own(one))
			continue
		}
		id, p := find(&s.r.Open, one)
		if p != nil {
			s.wrong(one, *p)
			continue
		}
		out = append(out, agenda.Who{ID: id})
	}
	return out
}

// ids reads names that must be on the roster.
func (s *scribe) ids(f frag, sep byte) []agenda.ID {
	var out []agenda.ID
	for _, one := range f.splitNames(sep) {
		if one.s == "" {
			continue
		}
		id, p := find(&s.r.Open, one)
		if p != nil {
			s.wrong(one, *p)
			continue
		}
		out = append(out, id)
	}
	return out
}

// inQuotes is the words of a name in quotes: plain words, on no roster.
func inQuotes(s string) (string, bool) {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return "", false
	}
	for i := 1; i < len(s)-1; i++ {
		switch s[i] {
		case '\\':
			if i++; i == len(s)-1 {
				return "", false
			}
		case '"':
			return "", false
		}
	}
	return unname(s[1 : len(s)-1]), true
}

func quoteWords(s string) string { return `"` + escapeName(s) + `"` }

// owner is who an action falls to. A name that is one roster line's is that
// line; a role ("Harbour Master") and anything else stay the words they are.
func (s *scribe) owner(f frag) agenda.Who { return ownerNamed(&s.r.Open, f) }

func ownerNamed(m *agenda.Meeting, f frag) agenda.Who {
	if id, p := find(m, f); p == nil {
		a, _ := m.Attendee(id)
		if cutNth(f.s) > 0 || !byRole(a, unname(strings.TrimPrefix(f.s, `\`))) {
			return agenda.Who{ID: id}
		}
	}
	return agenda.Who{Words: unname(f.s)}
}

// byRole is whether words mean somebody by the role alone, not by the name.
func byRole(a agenda.Attendee, words string) bool {
	if !a.HasRole(words) {
		return false
	}
	a.Roles = nil
	return len(agenda.Meeting{Roster: []agenda.Attendee{a}}.Named(words)) == 0
}

func writePeople(m *agenda.Meeting, who []agenda.Who, one func(*agenda.Meeting, agenda.Who) string) string {
	out := make([]string, len(who))
	for i, w := range who {
		out[i] = one(m, w)
	}
	return strings.Join(out, ", ")
}

func writeWho(m *agenda.Meeting, w agenda.Who) string {
	if w.ID != 0 {
		return refer(m, w.ID)
	}
	return quoteWords(w.Words)
}

func writeOwner(m *agenda.Meeting, w agenda.Who) string {
	if w.ID != 0 {
		return refer(m, w.ID)
	}
	plain := escapeName(w.Words)
	if strings.HasPrefix(plain, `\`) || ownerNamed(m, frag{s: plain}) != w {
		return quoteWords(w.Words)
	}
	return plain
}

// speaker takes "@Name" off the front of f.
func (s *scribe) speaker(f frag) (agenda.Who, frag) {
	if !strings.HasPrefix(f.s, "@") {
		if strings.HasPrefix(f.s, `\@`) || strings.HasPrefix(f.s, `\\`) {
			f = f.from(1)
		}
		return agenda.Who{}, f
	}
	f = f.from(1)
	name, rest := cutSpeaker(f)
	if words, ok := inQuotes(name.s); ok {
		return agenda.Who{Words: words}, rest
	}
	bare := name
	if strings.HasPrefix(name.s, "[") && strings.HasSuffix(name.s, "]") {
		bare = name.from(1)
		bare = bare.to(len(bare.s) - 1).trim()
	}
	id, p := find(&s.r.Open, bare)
	if short := strings.TrimRight(bare.s, ":,"); p != nil && short != bare.s {
		if id, again := find(&s.r.Open, bare.to(len(short))); again == nil {
			return agenda.Who{ID: id}, rest
		}
	}
	if p != nil {
		if bare == name && p.Nearest == "" {
			p.Expected += "; a name with blanks is written @[Jo Lunt], words for somebody else @\"Harbour Office\""
		}
		s.wrong(name, *p)
	}
	return agenda.Who{ID: id}, rest
}

// cutSpeaker splits the name behind "@" from the text: in brackets, in quotes,
// or up to the next blank.
func cutSpeaker(f frag) (name, rest frag) {
	end := strings.IndexAny(f.s, " \n")
	if f.s != "" && (f.s[0] == '[' || f.s[0] == '"') {
		close := byte(']')
		if f.s[0] == '"' {
			close = '"'
		}
		for i := 1; i < len(f.s); i++ {
			if f.s[i] == '\\' {
				i++
			} else if f.s[i] == close {
				end = i + 1
				break
			}
		}
	}
	if end < 0 {
		return f, frag{at: f.at + len(f.s)}
	}
	return f.to(end), f.from(end).trim()
}

// writeSpeaker is "@Name " or, of nobody, "".
func writeSpeaker(m *agenda.Meeting, w agenda.Who) string {
	if w == (agenda.Who{}) {
		return ""
	}
	if w.ID == 0 {
		return "@" + quoteWords(w.Words) + " "
	}
	ref := refer(m, w.ID)
	if strings.ContainsAny(ref, " \n\\") || !wordy(ref) || strings.HasSuffix(ref, ":") || strings.HasSuffix(ref, ",") {
		return "@[" + ref + "] "
	}
	return "@" + ref + " "
}
