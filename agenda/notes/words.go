package notes

import (
	"slices"
	"strings"

	"minutebook/agenda"
)

// happenings are the words of the room and what they record.
var happenings = map[string]string{
	"open": agenda.Opened, "close": agenda.ClosedUp, "adjourn": agenda.Adjourned, "resume": agenda.Resumed,
	"arrive": agenda.Arrived, "leave": agenda.Left, "return": agenda.Returned, "chair": agenda.Presides,
	"present": agenda.Present, "remote": agenda.Remote, "apologies": agenda.Apologies, "absent": agenda.Absent,
	"substitute": agenda.Substitutes, "proxy": agenda.Proxy, "attending": agenda.Attending,
}

// happeningWord is the word that records what.
func happeningWord(what string) string {
	for word, w := range happenings {
		if w == what {
			return word
		}
	}
	return what
}

// rollWords are the headers of the meeting that make an event of the opening.
var rollWords = []string{"present", "remote", "apologies", "absent", "substitute", "proxy", "attending", "chair"}

var (
	// slashWords are the words that this version of the notation knows.
	slashWords = []string{
		"open", "close", "arrive", "leave", "return", "chair", "present", "remote", "apologies", "absent",
		"substitute", "proxy", "attending", "by", "caption", "number", "style", "outcome",
		"adjourn", "resume", "next", "quorum", "taken", "together", "urgent", "minutes", "correct", "actions", "thanks",
		"motion", "amend", "substantive", "procedure", "vote", "strike",
		"interest", "nominate", "elect", "ballot", "condition", "reasons", "alternatives", "link", "items",
		"exempt", "public",
	}
	bodyWords = []string{"body", "code", "parent", "zone", "style", "lead-in", "report lead-in", "quorum", "place", "time", "cadence", "seat",
		"standing", "phrase", "number"}
	standingWords = []string{"kind", "lead", "every", "recommends"}
	meetingWords  = append([]string{"meeting", "style", "zone", "public", "quorum", "roster", "draft", "copy", "taken"}, rollWords...)
	itemWords     = []string{"kind", "purpose", "paper", "report of", "lead", "sponsor", "contact", "recommends", "asks", "wording", "public title", "public summary"}
	headWords     = append(append([]string{}, bodyWords...), meetingWords...)
	anyWords      = append(append([]string{}, headWords...), itemWords...)
)

// Words is every /word of the notation, without its stroke.
func Words() []string { return slices.Clone(slashWords) }

// header splits a line of a header block: a word, a colon and its value.
// known lists the words that count.
func header(f frag, known []string) (word string, value frag, ok bool) {
	i := strings.IndexByte(f.s, ':')
	if i < 1 || i > 20 {
		return "", f, false
	}
	word = strings.ToLower(strings.Join(strings.Fields(f.s[:i]), " "))
	for _, k := range known {
		if k == word {
			return word, f.from(i + 1).trim(), true
		}
	}
	return word, f, false
}

// nearHeader is the header word that the first words of a line are a slip of,
// or "".
func nearHeader(f frag, known []string) string {
	i := strings.IndexByte(f.s, ':')
	if i < 3 || i > 20 || strings.ContainsAny(f.s[:i], `"“(.,;`) {
		return ""
	}
	return Nearest(strings.Join(strings.Fields(f.s[:i]), " "), known)
}
