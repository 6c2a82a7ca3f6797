package notes

import (
	"strings"

	"minutebook/agenda"
)

// Verb is the glued word that a typed text would put in place of the house's
// own ("acknowledged" of ">acknowledged it."), [agenda.AsTyped] where the text
// is to be printed as it stands, or "". A clerk who forgot the blank behind a
// mark sees by it what the first word was taken for.
func Verb(text string) string {
	if strings.HasPrefix(text, "#") {
		if ref, rest, _ := strings.Cut(text, " "); hasDigit(ref) {
			return Verb(strings.TrimLeft(rest, " "))
		}
	}
	if rest, ok := strings.CutPrefix(text, "/number "); ok {
		_, entry := numberAndEntry(frag{s: strings.TrimLeft(rest, " ")})
		return Verb(entry.s)
	}
	mark, kind, _ := Mark(text)
	switch {
	case kind.Asks(), kind.Answers():
	case kind == agenda.Resolved && mark != "!-" && mark != "!--" && mark != "!+":
	default:
		return ""
	}
	mark = strings.TrimSuffix(mark, agenda.AsTyped)
	verb, _ := gluedVerb(frag{s: text[len(mark):]})
	return verb
}
