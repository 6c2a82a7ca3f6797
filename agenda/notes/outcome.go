package notes

import (
	"strings"

	"minutebook/agenda"
)

// outcome is what became of the item: "WORDS: REASON".
func (s *scribe) outcome(f frag) {
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
	if labelled(words) || o.To == "" && agenda.OutcomeOf(o.Words) != (agenda.Outcome{Words: o.Words}) {
		words = `\` + words
	}
	if o.Reason != "" {
		words += ": " + o.Reason
	}
	return words
}
