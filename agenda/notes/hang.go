package notes

import (
	"strings"

	"minutebook/agenda"
)

// hangs has an entry hang on the motion that a label means. In a file it may
// wait for it: then await must be told of the entry.
func (s *scribe) hangs(e *agenda.Entry, l label) bool {
	if l.nth >= 0 {
		s.expected(l.at, quoted(l.at.s)+", which is a vote", "the label of a motion, like "+l.said())
		return false
	}
	on, p := s.motion(l)
	return s.hung(e, l, on, p)
}

func (s *scribe) hung(e *agenda.Entry, l label, on agenda.ID, p *Problem) bool {
	e.On, s.open = on, p != nil && s.own
	if p != nil && !s.own {
		s.wrong(l.at, *p)
	}
	return p == nil || s.own
}

// keepOn has an entry that was just put into a record keep what it hangs on
// where that is further down, so that the record, which ends above it, took it
// for gone.
func (s *scribe) keepOn(e agenda.Entry) {
	if s.full == nil || !e.Kind.Refers() {
		return
	}
	if _, added, ok := s.r.Find(e.ID); ok {
		added.On = e.On
	}
}

// voted reads "[LABEL] FIGURES; WORD: NAMES; RESULT".
func (s *scribe) voted(f frag) {
	e := agenda.Entry{Kind: agenda.Voted}
	l, rest, ok := cutLabel(f)
	switch {
	case ok && !s.hangs(&e, l), !ok && !s.undecided(&e, f):
		return
	case rest.s == "":
		s.expected(f, strings.TrimRight("/vote "+f.s, " ")+" alone", "how it went, like 6-1; carried, or ? where nothing is known")
		return
	}
	before := len(s.problems)
	if e.Vote = s.vote(rest.splitNames(';')); mistakes(s.problems[before:]) {
		return
	}
	if e.Vote == nil {
		e.Vote = &agenda.Vote{}
	}
	s.entry(e, f)
	s.await(l, s.applied.Entry)
	if s.own {
		s.arrivedVote(l, e.On)
		return
	}
	s.applied.What = "vote"
	if e.On != 0 {
		s.applied.What = "vote on " + s.called(e.On)
	}
	if e.Vote.Result != "" {
		s.applied.What = strings.TrimPrefix(s.applied.What, "vote on ") + " " + e.Vote.Result
	}
}

func mistakes(p Problems) bool { return p.Mistakes() > 0 }

// undecided has a vote without a label hang on the motion of the item that is
// undecided. A vote of an item without one is on no motion.
func (s *scribe) undecided(e *agenda.Entry, f frag) bool {
	d := s.docket()
	open := d.Undecided()
	switch {
	case len(open) == 1:
		e.On = open[0].ID
	case len(open) > 1:
		labels := s.current().Labels()
		var names []string
		for _, m := range open {
			names = append(names, labels[m.ID])
		}
		s.expected(f, "a vote without a label, where "+andWords(names)+" are undecided", "the one it is on, like /vote "+names[0])
		return false
	case d.Latest() != nil:
		s.wrong(f, Problem{Found: "a vote without a label, where no motion is undecided", Expected: "the motion it is on, like /vote " +
			d.Label(d.Latest().ID) + "; m0 says that none is known", Warning: true})
	}
	return true
}

// docket is which motions of the item being written to are undecided.
func (s *scribe) docket() *agenda.Docket { return s.docketOf(s.current()) }

func (s *scribe) docketOf(it *agenda.Item) *agenda.Docket {
	if !s.own {
		return it.Docket()
	}
	d := s.dockets[it]
	if d == nil {
		if s.dockets == nil {
			s.dockets = map[*agenda.Item]*agenda.Docket{}
		}
		d = &agenda.Docket{}
		s.dockets[it] = d
	}
	d.Read(it)
	return d
}

// andWords lists words: "m1, m2 and a1".
func andWords(words []string) string {
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + " and " + words[n]
}
