package tui

import (
	"strings"
	"unicode/utf8"

	"minutebook/agenda/notes"
)

// asked finds what of the line is being completed.
func (l *live) asked() asking {
	before, c := l.comp.words.Before(), l.comp
	if q, ok := c.fieldAsked(); ok {
		return q
	}
	if c.words.cur.para > 0 || c.words.Selected() != "" || c.raw {
		return asking{}
	}
	switch {
	case strings.HasPrefix(before, ";") && utf8.RuneCountInString(before) < 30:
		return asking{list: listPhrases, typed: before[1:], n: len(before)}
	case c.mark == "" && strings.HasPrefix(before, "/"):
		return slashAsked(before)
	case c.mark == "" && strings.HasPrefix(before, "#") && !strings.Contains(before, " "):
		return asking{list: listItems, typed: before[1:], n: len(before)}
	case c.mark == "+" && !strings.Contains(before, ":") && !strings.Contains(before, ";"):
		name := strings.TrimLeft(before[strings.LastIndexByte(before, ',')+1:], " ")
		if name != "" {
			return asking{list: listOwners, typed: strings.TrimPrefix(name, "@"), n: len(name)}
		}
	default:
		return c.speakerAsked(before)
	}
	return asking{}
}

// speakerAsked finds an "@" where the notation takes one: directly behind the
// mark, behind a verb of one's own, or behind "#7 ?".
func (c *composer) speakerAsked(before string) asking {
	at := strings.LastIndexByte(before, '@')
	if at < 0 {
		return asking{}
	}
	lead, name := strings.TrimSpace(before[:at]), before[at+1:]
	if bracketed, ok := strings.CutPrefix(name, "["); ok {
		if strings.Contains(bracketed, "]") {
			return asking{}
		}
		name = bracketed
	} else if strings.Contains(name, " ") {
		return asking{}
	}
	mark, _, rest := notes.Mark(lead)
	elsewhere := strings.HasPrefix(lead, "#") && rest == "" && mark != ""
	attributes := c.mark == "" || strings.ContainsAny(c.mark[:1], "?>*")
	if attributes && (lead == "" || elsewhere || c.glued && !strings.Contains(lead, " ")) {
		return asking{list: listSpeakers, typed: name, n: len(before) - at}
	}
	return asking{}
}

// slashAsked finds which part of a /word is being typed.
func slashAsked(before string) asking {
	word, rest, more := strings.Cut(before, " ")
	if !more {
		return asking{list: listWords, typed: strings.ToLower(word[1:]), n: len(before)}
	}
	return partAsked(strings.ToLower(word), rest)
}
