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
		return asking{listPhrases, before[1:], len(before)}
	case c.mark == "" && strings.HasPrefix(before, "/"):
		return slashAsked(before)
	case c.mark == "" && strings.HasPrefix(before, "#") && !strings.Contains(before, " "):
		return asking{listItems, before[1:], len(before)}
	case c.mark == "+" && !strings.Contains(before, ":") && !strings.Contains(before, ";"):
		name := strings.TrimLeft(before[strings.LastIndexByte(before, ',')+1:], " ")
		if name != "" {
			return asking{listOwners, strings.TrimPrefix(name, "@"), len(name)}
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
		return asking{listSpeakers, name, len(before) - at}
	}
	return asking{}
}

// slashAsked finds which part of a /word is being typed.
func slashAsked(before string) asking {
	word, rest, more := strings.Cut(before, " ")
	if !more {
		return asking{listWords, strings.ToLower(word[1:]), len(before)}
	}
	w, ok := wordCalled(word)
	if !ok || strings.ContainsAny(rest, ";:") {
		return asking{}
	}
	switch w.parts {
	case partItem:
		return asking{listTake, strings.TrimLeft(rest, " #"), len(strings.TrimLeft(rest, " "))}
	case partNames, partMovers:
		from := strings.LastIndexAny(rest, ",/") + 1
		if i := strings.LastIndex(rest, " for "); i >= 0 {
			from = max(from, i+len(" for "))
		}
		name := strings.TrimLeft(rest[from:], " ")
		return asking{listNames, strings.TrimPrefix(name, "@"), len(name)}
	}
	return asking{}
}
