package notes

import (
	"regexp"
	"strings"

	"minutebook/agenda"
)

// endWeight is the weight of a vote behind a name: "Verma 120".
var endWeight = regexp.MustCompile(` ([0-9][0-9.,/%]*)$`)

// splitVoters splits a list of names. A comma between figures belongs to a
// weight: "Verma 1,200".
func (f frag) splitVoters() []frag {
	digit := func(i int) bool { return i >= 0 && i < len(f.s) && '0' <= f.s[i] && f.s[i] <= '9' }
	var out []frag
	for {
		i := f.index(true, func(i int) bool { return f.s[i] == ',' && !(digit(i-1) && digit(i+1)) })
		before, after, found := f.cutAt(i)
		out = append(out, before.trim())
		if !found {
			return out
		}
		f = after
	}
}

// cutChoice takes how somebody voted off the end of a name: "Pike against".
func (f frag) cutChoice() (name frag, choice string, ok bool) {
	lower := strings.ToLower(f.s)
	for _, c := range agenda.Choices {
		if rest, cut := strings.CutSuffix(lower, " "+c); cut && len(rest) > 0 {
			return f.to(len(f.s) - len(c) - 1).trim(), c, true
		}
	}
	return f, "", false
}

// voter reads a name with the weight of the vote behind it, as figures or as
// words in brackets.
func voter(m *agenda.Meeting, f frag) (agenda.Who, string, *Problem) {
	if i := openBracket(f.s); i > 0 {
		if who, p := named(m, f.to(i).trim()); p == nil {
			return who, agenda.CleanLine(unname(f.s[i+1 : len(f.s)-1])), nil
		}
	}
	who, p := named(m, f)
	if p == nil {
		return who, "", nil
	}
	if at := endWeight.FindStringSubmatchIndex(f.s); at != nil {
		if who, again := named(m, f.to(at[0]).trim()); again == nil {
			return who, f.s[at[2]:at[3]], nil
		} else if again.Stranger != "" {
			p = again
		}
	}
	return who, "", p
}

func named(m *agenda.Meeting, f frag) (agenda.Who, *Problem) {
	if words, ok := inQuotes(f.s); ok {
		return agenda.Who{Words: words}, nil
	}
	id, p := find(m, f)
	return agenda.Who{ID: id}, p
}

// openBracket is where the bracket begins that s ends with, or -1.
func openBracket(s string) int {
	open := -1
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '(':
			if open < 0 {
				open = i
			}
		case ')':
			if i < len(s)-1 {
				open = -1
			} else if open >= 0 {
				return open
			}
		}
	}
	return -1
}

func writeVoter(m *agenda.Meeting, w agenda.Who, weight string) string {
	name := writeWho(m, w)
	if weight == "" {
		return name
	}
	plain := name + " " + weight
	if endWeight.MatchString(plain) && len((frag{s: plain}).splitVoters()) == 1 {
		if who, again, p := voter(m, frag{s: plain}); p == nil && who == w && again == weight {
			return plain
		}
	}
	return name + " (" + escapeName(weight) + ")"
}
