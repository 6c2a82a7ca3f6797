package notes

import (
	"strings"

	"minutebook/agenda"
)

// exemptWord applies the words of private business; false where word is none
// of them.
func (s *scribe) exemptWord(word string, u *unit, f frag) bool {
	switch word {
	case "exempt":
		s.exempt(f)
	case "public":
		s.reopen(f)
	default:
		return false
	}
	return true
}

// exempt is "/exempt [GROUND][: REASON]". Before the first entry of an item it
// closes the whole of it, later what follows; where the item is private already
// it states ground and reason anew.
func (s *scribe) exempt(f frag) {
	head, words, _ := f.cut(':')
	ground := head.trim().s
	if rest, slip := strings.CutPrefix(ground, ";"); slip { // "/exempt; 3"
		ground = strings.TrimLeft(rest, " ")
	} else if strings.HasPrefix(ground, `\;`) {
		ground = ground[1:]
	}
	ground = agenda.CleanLine(unescape(ground, inColons))
	reason := strings.Trim(words.s, " \n")
	face := s.face()
	switch {
	case s.private():
		s.restate(ground, reason)
	case len(face.Entries) > 0:
		s.keepWhole()
		s.entry(agenda.Exemption(ground, reason), f)
		s.applied.What = "private from here"
	case face.Kind == agenda.KindOpening:
		s.expected(f, "/exempt before the roll", "it in an item: the roll is public")
	default:
		s.parts(func(p *agenda.Parts) { p.Close(ground, reason) })
		s.keepWhole()
		s.changed = true
		s.applied = Applied{Item: s.item, What: "the whole item is private"}
	}
	if s.own {
		s.shut[s.item] = true
	}
}

// restate gives the private business that is going on another ground and reason.
func (s *scribe) restate(ground, reason string) {
	s.changed = true
	s.applied = Applied{Item: s.item, What: "private, on another ground"}
	if ground == "" && reason == "" {
		s.applied.What = "private already"
		return
	}
	if !s.own {
		if next, err := s.r.CloseFrom(s.item, ground, reason); err == nil {
			s.r = next
		}
		return
	}
	if mark := s.marker[s.item]; mark != nil {
		mark.Event.How, mark.Text = ground, reason
		return
	}
	s.parts(func(p *agenda.Parts) { p.Close(ground, reason) })
}

// reopen is "/public": what follows is public again.
func (s *scribe) reopen(f frag) {
	switch {
	case f.s != "":
		s.expected(f, quoted(f.s)+" behind /public", "nothing behind it: what follows is public again")
	case !s.private():
		s.wrong(f, Problem{Found: "/public where the item is public already", Expected: "/exempt above it", Warning: true})
		s.changed = true
		s.applied = Applied{Item: s.item, What: "public already"}
	default:
		s.entry(agenda.Reopening(), f)
		s.applied.What = "public again from here"
		if s.own {
			s.shut[s.item] = false
			delete(s.marker, s.item)
		}
	}
}

// publicHeader is "public title:" or "public summary:"; false where the item is
// neither at its head nor private in any part.
func (s *scribe) publicHeader(f frag) bool {
	word, v, ok := header(f, publicWords)
	if !ok || !s.heads && s.face().Exempt == nil {
		return false
	}
	if !s.face().Titled() && word == "public title" {
		s.expected(f, "“public title:” where there is no title", "it in an item of the agenda")
		return true
	}
	value := strings.Trim(v.s, " \n")
	if value == "" && word == "public summary" {
		s.expected(v, "nothing behind “"+word+":”", "words behind the colon")
		return true
	}
	s.parts(func(p *agenda.Parts) {
		if word == "public title" {
			p.Call(agenda.CleanLine(value))
		} else {
			p.Sum(value)
		}
	})
	s.changed = true
	s.applied = Applied{Item: s.item, What: word}
	return true
}

// publicWords are the header words that count behind /exempt too.
var publicWords = []string{"public title", "public summary"}

// writeExempt is the /word of an entry that begins or ends private business, or
// nothing.
func writeExempt(e *agenda.Entry) string {
	switch {
	case e.Event == nil:
	case e.Event.What == agenda.Exempted:
		return exemptLine(e.Event.How, e.Text)
	case e.Event.What == agenda.Reopened:
		return "/public"
	}
	return ""
}

func exemptLine(ground, reason string) string {
	ground = escape(ground, inColons)
	if strings.HasPrefix(ground, ";") {
		ground = `\` + ground
	}
	line := strings.TrimRight("/exempt "+ground, " ")
	if reason != "" {
		line += ": " + reason
	}
	return line
}
