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
	o, ok := s.readOutcome(rest)
	if !ok {
		s.expected(f, "/outcome "+l.said()+" alone", "what became of it, like /outcome "+l.said()+" withdrawn")
		return
	}
	e.Outcome = &o
	s.entry(e, f)
	s.await(l, s.applied.Entry)
	if !s.own {
		s.applied.What = strings.TrimPrefix(l.said()+" ", noMotion+" ") + o.Said()
	}
}

func writeSettled(label string, o agenda.Outcome) string {
	return "/outcome " + label + " " + outcomeWords(o)
}
