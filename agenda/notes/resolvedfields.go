package notes

import (
	"strings"

	"minutebook/agenda"
)

// resolvedTexts are the words that say more of the resolution above, in any
// words, and where the record has them.
var resolvedTexts = map[string]func(*agenda.Resolution) *string{
	"condition":    func(res *agenda.Resolution) *string { return &res.Condition },
	"reasons":      func(res *agenda.Resolution) *string { return &res.Reasons },
	"alternatives": func(res *agenda.Resolution) *string { return &res.Alternatives },
	"thanks":       func(res *agenda.Resolution) *string { return &res.Thanks },
}

// resolutionWord applies a word that belongs to the resolution above; false
// where it is none, or is a /thanks by itself.
func (s *scribe) resolutionWord(word string, u *unit, f frag) bool {
	text := resolvedTexts[word]
	above := s.above()
	switch {
	case text == nil && word != "items" && word != "link", word == "thanks" && above == nil:
		return false
	case above == nil:
		under := "it directly below a resolution (!)"
		if word == "items" {
			under = "it directly below a motion or a resolution (!)"
		}
		s.expected(f, "/"+word+" with nothing above it that it could belong to", under)
		return true
	case f.s == "" && len(u.points) == 0:
		s.expected(f, "/"+word+" alone", resolvedExpects(word))
		return true
	}
	e, res := *above, *above.Resolution
	var ok bool
	switch word {
	case "items":
		ok = s.resolvedItems(&res, f)
	case "link":
		ok = s.links(&res, f)
	default:
		ok = s.says(text(&res), word, u, f)
	}
	if ok {
		e.Resolution = &res
		s.replace(e)
		s.applied.What = resolvedWords(s.seen()[0], word, &res)
	}
	u.points = nil
	return true
}

func resolvedExpects(word string) string {
	switch word {
	case "items":
		return "the items it decides, like /items 6, 7"
	case "link":
		return "what it does and to what, like /link amends NHC/2026-01-15 4"
	}
	return "words behind it"
}

// says fills a text of a resolution. Indented points are paragraphs of it.
func (s *scribe) says(text *string, word string, u *unit, f frag) bool {
	if word == "thanks" && strings.HasPrefix(f.s, ":") {
		f = f.from(1).trim()
	} else if word == "thanks" && (strings.HasPrefix(f.s, `\:`) || strings.HasPrefix(f.s, `\\`)) {
		f = f.from(1)
	}
	value, _ := s.value(u, f)
	if *text != "" {
		s.twice(word, f)
		return false
	}
	*text = value
	return true
}

func (s *scribe) twice(word string, f frag) {
	expected := "only one below each resolution"
	if word == "thanks" {
		expected += "; /thanks : words is a vote of thanks by itself"
	}
	s.expected(f, "a second /"+word, expected)
}

// resolvedItems fills the items of a resolution that decides several.
func (s *scribe) resolvedItems(res *agenda.Resolution, f frag) bool {
	if res.Items != nil {
		s.twice("items", f)
		return false
	}
	if res.Items = s.items(f); res.Items == nil {
		s.expected(f, quoted(f.s), resolvedExpects("items"))
	}
	return res.Items != nil
}

// links adds what a resolution does to an earlier one: "KIND REF".
func (s *scribe) links(res *agenda.Resolution, f frag) bool {
	kind, to := numberAndEntry(f)
	l := agenda.Link{Kind: agenda.CleanLine(kind), To: agenda.CleanLine(to.s)}
	if l.To == "" {
		s.expected(to, quoted(f.s)+" alone", "a reference or words behind "+quoted(l.Kind)+", like NHC/2026-01-15 4")
		return false
	}
	if near := Nearest(l.Kind, agenda.LinkKinds); near != "" && near != l.Kind {
		s.wrong(f, Problem{Found: quoted(l.Kind) + ", which is kept as it is", Expected: "what it does", Nearest: near, Warning: true})
	}
	res.Links = append(res.Links[:len(res.Links):len(res.Links)], l)
	return true
}

// resolvedWords is what a word added to a resolution, for a message.
func resolvedWords(m *agenda.Meeting, word string, res *agenda.Resolution) string {
	switch word {
	case "items":
		return "decides " + told(m, res.Items...)
	case "link":
		l := res.Links[len(res.Links)-1]
		return l.Kind + " " + l.To
	case "thanks":
		return "thanks in the resolution"
	}
	return word + " of the resolution"
}

// writeResolved writes what a resolution has beside its parts.
func writeResolved(b *strings.Builder, m *agenda.Meeting, res *agenda.Resolution) {
	for _, word := range []string{"condition", "reasons", "alternatives", "thanks"} {
		if text := *resolvedTexts[word](res); text != "" {
			if word == "thanks" && (text[0] == ':' || text[0] == '\\') {
				text = `\` + text // the colon would be taken for that of the word
			}
			writeText(b, "/"+word+" "+text)
		}
	}
	if len(res.Items) > 0 {
		b.WriteString("/items " + writeItems(m, res.Items) + "\n")
	}
	for _, l := range res.Links {
		b.WriteString("/link " + escape(l.Kind, " ") + " " + l.To + "\n")
	}
}
