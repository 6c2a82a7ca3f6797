package notes

import (
	"strings"

	"minutebook/agenda"
)

// outcome is what became of the item: "WORDS: REASON".
func (s *scribe) outcome(f frag) {
	plain, guarded := unguard(f.s, inColons)
	switch first, _, _ := strings.Cut(plain, " "); {
	case !guarded && isLabel(first):
		s.expected(f, quoted(first)+", a motion, which this version cannot keep yet", "what became of the item")
		return
	}
	o, ok := s.readOutcome(f)
	if !ok {
		s.expected(f, "/outcome alone", "what became of the item, like /outcome deferred to June: the hour was late")
		return
	}
	s.change(o.Said(), func(it *agenda.Item) { it.Outcome = o })
}

// readOutcome reads "WORDS: REASON", the words of an item or of a motion; false
// where there are none.
func (s *scribe) readOutcome(f frag) (o agenda.Outcome, ok bool) {
	words, reason, _ := f.cut(':')
	plain, guarded := unguard(words.trim().s, inColons)
	said := agenda.CleanLine(unescape(plain, inColons))
	if o = agenda.OutcomeOf(said); guarded {
		o = agenda.Outcome{Words: said}
	}
	o.Reason = strings.Trim(reason.s, " \n")
	return o, said != ""
}

func writeOutcome(o agenda.Outcome) string { return "/outcome " + outcomeWords(o) }

// outcomeWords is the inverse of readOutcome.
func outcomeWords(o agenda.Outcome) string {
	words := escape(o.Said(), inColons)
	first, _, _ := strings.Cut(o.Said(), " ")
	if isLabel(first) || o.To == "" && agenda.OutcomeOf(o.Words) != (agenda.Outcome{Words: o.Words}) {
		words = `\` + words
	}
	if o.Reason != "" {
		words += ": " + o.Reason
	}
	return words
}

// isLabel is whether a word is the label of a motion: m1, a1.2, p1, m1#7.
func isLabel(word string) bool {
	return len(word) > 1 && strings.IndexByte("map", word[0]) >= 0 && word[1] >= '0' && word[1] <= '9'
}
