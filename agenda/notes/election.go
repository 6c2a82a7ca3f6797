package notes

import (
	"regexp"
	"strings"

	"minutebook/agenda"
)

// inOffice are the characters with a meaning in the office of a nomination.
const inOffice = `;"`

// aFigure is what stands behind the name of a candidate: a count in figures of
// any kind, or that it is not known.
var aFigure = regexp.MustCompile(`^(?:\?|\d[\d.,/%½¼¾⅓⅔–-]*)$`)

// nominate reads "NAME for OFFICE by A / B; declined".
func (s *scribe) nominate(f frag) {
	mistakes := len(s.problems)
	head, how, _ := f.cutNames(';')
	v := agenda.Election{What: agenda.Nominated, How: fieldLine(how)}
	names, rest, ok := head.cutWord(true, "for")
	var by frag
	if ok {
		var office frag
		office, by, _ = rest.cutWord(false, "by")
		v.Office = agenda.CleanLine(unescape(unguardWords(office.s), inOffice))
	} else {
		names, by, _ = head.cutWord(true, "by")
	}
	s.candidates(&v, names, "who is nominated, like /nominate Verma for Chair by Pike / Lunt")
	movers, seconders, _ := by.cutNames('/')
	v.Movers, v.Seconders = s.backers(movers), s.backers(seconders)
	s.elected(&v, f, mistakes)
}

// elect reads "NAME, NAME: OFFICE; unopposed".
func (s *scribe) elect(f frag) {
	mistakes := len(s.problems)
	v := agenda.Election{What: agenda.ElectedNow}
	i := f.index(true, func(i int) bool { return f.s[i] == ':' || f.s[i] == ';' })
	names, rest, found := f.cutAt(i)
	if found && f.s[i] == ':' {
		office, how, _ := rest.cut(';')
		v.Office, rest = fieldLine(office), how
	}
	v.How = fieldLine(rest)
	s.candidates(&v, names, "who was elected, like /elect Verma: Chair; unopposed")
	s.elected(&v, f, mistakes)
}

// ballot reads "OFFICE: NAME FIGURES elected; NAME FIGURES; (words)".
func (s *scribe) ballot(f frag) {
	mistakes := len(s.problems)
	v := agenda.Election{What: agenda.Balloted}
	office, rest, ok := f.cut(':')
	if !ok {
		office, rest = frag{}, f
	}
	v.Office = agenda.CleanLine(unescape(office.s, inColons))
	for _, one := range rest.splitNames(';') {
		if strings.HasPrefix(one.s, "(") && strings.HasSuffix(one.s, ")") && v.How == "" {
			v.How = fieldLine(one.from(1).to(len(one.s) - 2))
		} else if one.s != "" {
			s.candidate(&v, one)
		}
	}
	if len(v.Candidates) == 0 && len(s.problems) == mistakes {
		s.expected(rest.trim(), "a ballot without candidates", "who stood, like /ballot Chair: Verma 7 elected; Pike 5")
	}
	s.elected(&v, f, mistakes)
}

// candidate reads "NAME FIGURES elected".
func (s *scribe) candidate(v *agenda.Election, f frag) {
	var c agenda.Candidate
	if name, last := cutLast(f); strings.EqualFold(last.s, "elected") {
		c.Elected, f = true, name
	}
	if name, last := cutLast(f); aFigure.MatchString(last.s) {
		c.Count, f = strings.TrimPrefix(last.s, "?"), name
	}
	var ok bool
	if c.Who, ok = s.somebody(f); ok {
		v.Candidates = append(v.Candidates, c)
	}
}

// cutLast splits the last word off; there is none where it is the only one.
func cutLast(f frag) (before, last frag) {
	i := strings.LastIndexAny(f.s, " \n")
	if i < 0 {
		return f, frag{at: f.at + len(f.s)}
	}
	return f.to(i).trim(), f.from(i + 1)
}

func (s *scribe) candidates(v *agenda.Election, names frag, expected string) {
	mistakes := len(s.problems)
	for _, w := range s.backers(names) {
		v.Candidates = append(v.Candidates, agenda.Candidate{Who: w})
	}
	if len(v.Candidates) == 0 && len(s.problems) == mistakes {
		s.expected(names.trim(), "nobody", expected)
	}
}

// backers reads names with commas between them.
func (s *scribe) backers(f frag) []agenda.Who {
	var out []agenda.Who
	for _, one := range f.splitNames(',') {
		if one.s == "" {
			continue
		}
		if w, ok := s.somebody(one); ok {
			out = append(out, w)
		}
	}
	return out
}

// fieldLine is the value of a field that a ";" ends.
func fieldLine(f frag) string { return agenda.CleanLine(unescape(f.trim().s, inLists)) }

func (s *scribe) elected(v *agenda.Election, f frag, mistakes int) {
	s.decided(agenda.Entry{Kind: agenda.Elected, Election: v}, f, mistakes, electionWords(&s.r.Open, v))
}

// electionWords is a step of an election for a message.
func electionWords(m *agenda.Meeting, v *agenda.Election) string {
	names := make([]string, len(v.Candidates))
	for i, c := range v.Candidates {
		if names[i] = who(m, c.Who); v.What != agenda.Balloted {
			continue
		}
		if names[i] += " " + c.Count; c.Count == "" {
			names[i] += "?"
		}
	}
	words := strings.Join(names, ", ")
	switch {
	case v.What == agenda.Balloted && v.Office != "":
		words = "ballot for " + v.Office + ": " + words
	case v.What == agenda.Balloted:
		words = "ballot: " + words
	case v.What == agenda.Nominated && v.Office != "":
		words += " nominated for " + v.Office
	default:
		words = strings.TrimSpace(words + " " + v.What + " " + v.Office)
	}
	if v.How != "" {
		words += ", " + v.How
	}
	return words
}

func writeNomination(m *agenda.Meeting, v *agenda.Election) string {
	line := "/nominate " + guardWord(guardWord(writeCandidates(m, v), "by"), "for")
	if v.Office != "" {
		line += " for " + guardWord(escape(v.Office, inOffice), "by")
	}
	if v.Movers != nil || v.Seconders != nil {
		by := writePeople(m, v.Movers, writeWho)
		if v.Seconders != nil {
			by = strings.TrimLeft(by+" / "+writePeople(m, v.Seconders, writeWho), " ")
		}
		line += " by " + guardWord(by, "for")
	}
	return line + writeHow(v.How)
}

func writeElected(m *agenda.Meeting, v *agenda.Election) string {
	line := "/elect " + writeCandidates(m, v)
	if v.Office != "" {
		line += ": " + escape(v.Office, inLists)
	}
	return line + writeHow(v.How)
}

func writeBallot(m *agenda.Meeting, v *agenda.Election) string {
	var fields []string
	for _, c := range v.Candidates {
		one := writeWho(m, c.Who) + " ?"
		if c.Count != "" {
			one = one[:len(one)-1] + c.Count
		}
		if c.Elected {
			one += " elected"
		}
		fields = append(fields, one)
	}
	if v.How != "" {
		fields = append(fields, "("+escape(v.How, inLists)+")")
	}
	return strings.TrimRight("/ballot "+escape(v.Office, inColons)+": "+strings.Join(fields, "; "), " ")
}

func writeCandidates(m *agenda.Meeting, v *agenda.Election) string {
	names := make([]string, len(v.Candidates))
	for i, c := range v.Candidates {
		names[i] = writeWho(m, c.Who)
	}
	return strings.Join(names, ", ")
}

func writeHow(how string) string {
	if how == "" {
		return ""
	}
	return "; " + escape(how, inLists)
}
