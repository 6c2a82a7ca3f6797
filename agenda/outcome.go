package agenda

import (
	"slices"
	"strings"
)

// goesOn lists the outcomes that name where a thing goes: "deferred to June",
// "referred to the Harbour Board". With any other word, "to" is just a word.
var goesOn = []string{"deferred", "referred", "postponed", "remitted", "adjourned"}

// ReadOutcome is what words say became of an item or a motion, with where it
// goes apart: "deferred to 16 April" is "deferred", to "16 April".
func ReadOutcome(words string) Outcome {
	what, to, ok := strings.Cut(words, " to ")
	if first, _, _ := strings.Cut(what, " "); ok && what != "" && to != "" && slices.Contains(goesOn, strings.ToLower(first)) {
		return Outcome{Words: what, To: to}
	}
	return Outcome{Words: words}
}

// Said is the outcome as one says it, without its reason: "deferred to 16 April".
func (o Outcome) Said() string {
	if o.To == "" {
		return o.Words
	}
	return strings.TrimLeft(o.Words+" to "+o.To, " ")
}
