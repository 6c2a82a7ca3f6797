package notes

import (
	"strings"

	"minutebook/agenda"
)

// settled reads "/outcome LABEL WORDS: REASON".
func (s *scribe) settled(f frag) {
	e := agenda.Entry{Kind: agenda.Settled}
	l, rest, _ := cutLabel(f)
	if !s.hangs(&e, l) {
		return
	}
	words, reason, _ := rest.cut(':')
	plain, guarded := unguard(words.trim().s, inColons)
	if plain == "" {
		s.expected(f, "/outcome "+l.said()+" alone", "what became of it, like /outcome "+l.said()+" withdrawn")
		return
	}
	o := agenda.Outcome{Words: agenda.CleanLine(unescape(plain, inColons))}
	if !guarded {
		o = agenda.ReadOutcome(o.Words)
	}
	o.Reason = strings.Trim(reason.s, " \n")
	e.Outcome = &o
	s.entry(e, f)
	s.await(l, s.applied.Entry)
	if !s.own {
		s.applied.What = strings.TrimPrefix(l.said()+" ", noMotion+" ") + o.Said()
	}
}

func writeSettled(label string, o agenda.Outcome) string {
	line := escape(o.Said(), inColons)
	if again := agenda.ReadOutcome(o.Said()); again.To != o.To {
		line = `\` + line
	}
	if o.Reason != "" {
		line += ": " + o.Reason
	}
	return "/outcome " + label + " " + line
}
