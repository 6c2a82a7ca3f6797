package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/agenda"
)

// Mark tells what a text would become if it were kept: the mark it begins
// with, the kind of entry, and the words behind the mark, a glued verb among
// them.
//
//	Mark("? What effect?")    // "?", Question, "What effect?"
//	Mark(">acknowledged it.") // ">", Response, "acknowledged it."
//	Mark("/arrive Lunt")      // "/arrive", Happening, "Lunt"
//	Mark("#7 > yes")          // "#7 >", Response, "yes"
//	Mark("The Chair spoke.")  // "", Narrative, "The Chair spoke."
//
// What makes no entry, such as "== 4 Dredging" or "/by", has no kind.
func Mark(text string) (mark string, kind agenda.Kind, rest string) {
	for _, m := range marks {
		if rest, ok := strings.CutPrefix(text, m.text); ok {
			return m.text, m.kind, strings.TrimLeft(rest, " ")
		}
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "/#-"))
	switch {
	case strings.HasPrefix(text, "-"):
		if point, _, ok := pointText(text); ok {
			return "-", agenda.Narrative, point
		}
	case strings.HasPrefix(text, "/") && unicode.IsLetter(r):
		return slashMark(text)
	case strings.HasPrefix(text, "#"):
		ref, rest, ok := strings.Cut(text, " ")
		if ok && hasDigit(ref) {
			mark, kind, rest := Mark(strings.TrimLeft(rest, " "))
			return strings.TrimRight(ref+" "+mark, " "), kind, rest
		}
	case strings.HasPrefix(text, `\`) && len(text) > 1:
		return `\`, agenda.Narrative, text[1:]
	}
	return "", agenda.Narrative, text
}

// marks lists the marks, a longer one before what it begins with.
var marks = []struct {
	text string
	kind agenda.Kind
}{
	{"%%", ""}, {"%", agenda.Note}, {"==", ""}, {"@", agenda.Update},
	{"?=", agenda.Question}, {"?", agenda.Question}, {"*=", agenda.Comment}, {"*", agenda.Comment},
	{">>=", agenda.Further}, {">>", agenda.Further}, {">=", agenda.Response}, {">", agenda.Response},
	{"!--", agenda.Resolved}, {"!-", agenda.Resolved}, {"!!", agenda.Resolved}, {"!+", agenda.Resolved},
	{"!=", agenda.Resolved}, {"!", agenda.Resolved},
	{"+", agenda.ToDo}, {"|", agenda.Tabulation},
}

func slashMark(text string) (mark string, kind agenda.Kind, rest string) {
	end := strings.IndexFunc(text[1:], func(r rune) bool { return !unicode.IsLetter(r) }) + 1
	if end == 0 {
		end = len(text)
	}
	word := strings.ToLower(text[1:end])
	if _, room := happenings[word]; room {
		kind = agenda.Happening
	} else {
		kind = slashKind(word)
	}
	return text[:end], kind, strings.TrimLeft(text[end:], " ")
}

// Predict is the mark that the next entry of an item likely begins with: ">"
// after a question or comment, "?" after what answers one, "!" after "!" and "!-"
// after "!-", "-"
// and "|" after a list and a table, "-" after an update that announces a list;
// else nothing. People coming and going do not break into a discussion.
func Predict(r agenda.Record, item agenda.ID) string {
	it, ok := r.Open.Item(item)
	if !ok {
		return ""
	}
	if it.Private() {
		it = unnoted(r, item)
	}
	between := false
	for i := len(it.Entries) - 1; i >= 0; i-- {
		e := it.Entries[i]
		switch {
		case writeExempt(e) != "":
			return ""
		case e.Kind == agenda.Happening:
			between = true
			continue
		case e.Kind == agenda.Question, e.Kind == agenda.Comment:
			return ">"
		case e.Kind == agenda.Response, e.Kind == agenda.Further:
			return "?"
		case between:
		case e.Kind == agenda.Resolved:
			return "!" + deeper(e.Resolution)
		case e.Kind == agenda.Tabulation:
			return "|"
		case len(e.Points) > 0, announces(e):
			return "-"
		}
		return ""
	}
	return ""
}

// deeper is the dashes of the sub-point that a resolution ends with.
func deeper(res *agenda.Resolution) string {
	if res == nil || len(res.Parts) == 0 {
		return ""
	}
	last := res.Parts[len(res.Parts)-1]
	switch {
	case len(last.Points) == 0:
		return ""
	case len(last.Points[len(last.Points)-1].Points) == 0:
		return "-"
	}
	return "--"
}

// announces is whether an update ends as the lead-in of a list does. A
// narrative that does may as well lead in a discussion.
func announces(e *agenda.Entry) bool {
	return e.Kind == agenda.Update && (strings.HasSuffix(e.Text, ":") || strings.HasSuffix(e.Text, ":-"))
}

// slashKind is the kind of entry a /word makes; empty where it makes none.
func slashKind(word string) agenda.Kind {
	if kind, ok := orderKinds[word]; ok {
		return kind
	}
	if kind, ok := declarations[word]; ok {
		return kind
	}
	return motionKinds[word]
}
