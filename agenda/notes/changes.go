package notes

import (
	"strings"

	"minutebook/agenda"
)

// changeWord takes "delete" or "insert" off the front of f, where a quotation
// follows it.
func changeWord(f frag) (word string, rest frag, ok bool) {
	for _, word := range []string{"delete", "insert"} {
		if len(f.s) < len(word) || !strings.EqualFold(f.s[:len(word)], word) {
			continue
		}
		rest := f.from(len(word)).trim()
		if strings.HasPrefix(rest.s, `"`) || strings.HasPrefix(rest.s, "“") {
			return word, rest, true
		}
	}
	return "", f, false
}

// changes reads what is deleted and what is inserted; an insertion behind a
// deletion and a comma is in its place. What does not begin so is words, and so
// is what stands behind another colon.
func (s *scribe) changes(f frag) (changes []agenda.Change, rest frag, ok bool) {
	if _, _, is := changeWord(f); !is {
		if plain, guarded := strings.CutPrefix(f.s, `\`); guarded {
			return nil, f.from(len(f.s) - len(plain)), true
		}
		return nil, f, true
	}
	joins := false
	for {
		word, after, is := changeWord(f)
		if !is {
			s.expected(f, quoted(f.s), `delete or insert, with the words in quotes`)
			return nil, f, false
		}
		words, rest, closed := quotation(after)
		if !closed {
			s.expected(after, quoted(after.s), `another " where the words end`)
			return nil, f, false
		}
		n := len(changes)
		switch {
		case word == "delete":
			changes = append(changes, agenda.Change{Delete: words})
		case joins && changes[n-1].Insert == "":
			changes[n-1].Insert = words
		default:
			changes = append(changes, agenda.Change{Insert: words})
		}
		if rest = rest.trim(); rest.s == "" {
			return changes, rest, true
		}
		switch rest.s[0] {
		case ':':
			return changes, rest.from(1), true
		case ',', ';':
			joins = rest.s[0] == ','
			f = rest.from(1).trim()
		default:
			s.expected(rest, quoted(rest.s), "a comma and another change, or a colon and words")
			return nil, f, false
		}
	}
}

// quotation reads words in quotes; \" is a quote within them.
func quotation(f frag) (words string, rest frag, closed bool) {
	begin, end := `"`, `"`
	if strings.HasPrefix(f.s, "“") {
		begin, end = "“", "”"
	}
	for i := len(begin); i < len(f.s); i++ {
		if f.s[i] == '\\' {
			i++
		} else if strings.HasPrefix(f.s[i:], end) {
			return unescape(f.s[len(begin):i], `"`), f.from(i + len(end)), true
		}
	}
	return "", f, false
}

func writeChanges(changes []agenda.Change) string {
	var out []string
	for _, c := range changes {
		var words []string
		if c.Delete != "" {
			words = append(words, `delete "`+escape(c.Delete, `"`)+`"`)
		}
		if c.Insert != "" {
			words = append(words, `insert "`+escape(c.Insert, `"`)+`"`)
		}
		out = append(out, strings.Join(words, ", "))
	}
	return strings.Join(out, "; ")
}
