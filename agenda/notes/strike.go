package notes

import (
	"strconv"
	"strings"

	"minutebook/agenda"
)

// struck reads "LABEL [NAME]: REASON".
func (s *scribe) struck(f frag) {
	e := agenda.Entry{Kind: agenda.TakenBack, Strike: &agenda.Strike{}}
	head, reason, _ := f.cutNames(':')
	l, name, ok := cutLabel(head.trim())
	if !ok {
		s.expected(f, strings.TrimRight("/strike "+quotedOr(head.s), " ")+" without a label", "the motion whose vote is taken back, like /strike m1: the count was wrong")
		return
	}
	on, p := s.voteOf(false)(l)
	if !s.hung(&e, l, on, p) {
		return
	}
	if name.s != "" {
		who := s.people(name, ',', nil)
		if len(who) > 1 {
			s.expected(name, quoted(name.s), "one name, or none for the whole vote")
		}
		if len(who) != 1 {
			return
		}
		e.Strike.Who = who[0]
	}
	e.Text = strings.Trim(reason.s, " \n")
	s.entry(e, f)
	s.await(l, s.applied.Entry)
	if !s.own {
		s.applied.What = "vote on " + l.said() + " taken back"
		if name.s != "" {
			s.applied.What = name.s + ": " + s.applied.What
		}
	}
}

func quotedOr(s string) string {
	if s == "" {
		return ""
	}
	return quoted(s)
}

// voteOf finds the vote that a label means: the latest on its motion that was
// not taken back, or the one of that number. Late looks further down too.
func (s *scribe) voteOf(late bool) func(label) (agenda.ID, *Problem) {
	return func(l label) (agenda.ID, *Problem) {
		motion, p := s.motion(l)
		if p != nil {
			return 0, p
		}
		seen := s.seen()
		above, all := seen[0], seen[len(seen)-1].Items
		here, _ := above.Item(s.item)
		switch {
		case l.nth == 0:
			return 0, nil
		case l.nth > 0:
			if v := nthVote(all, motion, l.nth); v != 0 {
				return v, nil
			}
		default:
			if v := latestVote(above, here, motion); v != 0 {
				return v, nil
			}
			if late || !s.own {
				if v := nthVote(all, motion, -1); v != 0 {
					return v, nil
				}
			}
		}
		return 0, &Problem{Found: l.said() + ", and there is no vote on it to take back", Expected: "a motion that was voted on"}
	}
}

// nthVote is the nth vote on a motion, or on none, in the order of the items; the
// last where nth is negative. Zero: there is none.
func nthVote(items []*agenda.Item, motion agenda.ID, nth int) agenda.ID {
	var last agenda.ID
	for _, it := range items {
		for _, e := range it.Entries {
			if e.Kind == agenda.Voted && e.On == motion {
				last = e.ID
				if nth--; nth == 0 {
					return last
				}
			}
		}
	}
	if nth > 0 {
		return 0
	}
	return last
}

// latestVote is the latest vote on a motion that no strike took back: of the
// item as far as it goes, else of the items before it. Zero: there is none.
func latestVote(m *agenda.Meeting, it *agenda.Item, motion agenda.ID) agenda.ID {
	items := []*agenda.Item{}
	for _, other := range m.Items {
		if other.ID == it.ID {
			break
		}
		items = append(items, other)
	}
	items = append(items, it)
	back := map[agenda.ID]bool{}
	for i := len(items) - 1; i >= 0; i-- {
		entries := items[i].Entries
		for j := len(entries) - 1; j >= 0; j-- {
			switch e := entries[j]; {
			case e.Kind == agenda.TakenBack && e.Strike != nil && e.Strike.Who == agenda.Who{}:
				back[e.On] = true
			case e.Kind == agenda.Voted && e.On == motion && !back[e.ID]:
				return e.ID
			}
		}
	}
	return 0
}

func writeStrike(v *view, home *agenda.Item, e *agenda.Entry) string {
	l := noMotion + "/0"
	if _, vote, ok := v.find(e.On); ok && e.On != 0 {
		if l = v.label(home, vote.On); home == nil || v.above(e.ID).latest(vote.On) != e.On {
			name, item, where := strings.Cut(l, "#")
			if nth := v.which(e.On); nth > 0 {
				name += "/" + strconv.Itoa(nth)
			}
			if l = name; where {
				l += "#" + item
			}
		}
	}
	line := "/strike " + l
	if e.Strike.Who != (agenda.Who{}) {
		line += " " + writeWho(v.Meeting, e.Strike.Who)
	}
	if e.Text != "" {
		line += ": " + e.Text
	}
	return line
}
