package notes

import (
	"strings"

	"minutebook/agenda"
)

// orderKinds is what the words of the order of business make.
var orderKinds = map[string]agenda.Kind{
	"next": agenda.Happening, "quorum": agenda.Happening, "taken": agenda.Happening, "together": agenda.Happening,
	"minutes": agenda.Happening, "actions": agenda.Happening, "thanks": agenda.Happening, "correct": agenda.Corrected,
}

// orderWord applies the words of the room beyond who comes and goes, and of the order of business; false where word is none
// of them.
func (s *scribe) orderWord(word string, u *unit, f frag) bool {
	switch word {
	case "next":
		s.nextMeeting(u, f)
	case "quorum":
		s.saying(u, f, agenda.Quorum, "what was said of the quorum, like /quorum 4 of 7 members, stated at the opening")
	case "taken":
		s.taken(u, f)
	case "together":
		s.together(u, f)
	case "urgent":
		s.urgent(f)
	case "minutes":
		s.minutesOf(u, f)
	case "correct":
		s.correct(u, f)
	case "actions":
		s.actionList(u, f)
	case "thanks":
		if s.above() != nil && !s.parted(f) {
			return false // the resolution's
		}
		s.saying(u, f.from(len(f.s)-len(strings.TrimPrefix(f.s, ":"))).trim(), agenda.Thanked, "who is thanked for what")
	default:
		return false
	}
	return true
}

// event adds an event with the points below it, and says what it did.
func (s *scribe) event(u *unit, f frag, ev *agenda.Event, text, what string) {
	points := s.points(u.points)
	u.points = nil // they are told for
	s.entry(agenda.Entry{Kind: agenda.Happening, Text: text, Event: ev, Points: points}, f)
	s.applied.What = what
}

// parted is whether a blank stands before the colon of a word: "/thanks : words"
// is a vote of thanks by itself, below a resolution too.
func (s *scribe) parted(f frag) bool {
	return strings.HasPrefix(f.s, ":") && f.at > 0 && s.unit.text[f.at-1] == ' '
}

// saying is an event that is its words.
func (s *scribe) saying(u *unit, f frag, what, expected string) {
	if f.s == "" {
		s.expected(f, "nothing behind the word", expected)
		return
	}
	s.event(u, f, &agenda.Event{What: what}, f.s, what+": "+short(f.s))
}

// short is words for a message.
func short(words string) string {
	words = strings.ReplaceAll(words, "\n", " ")
	if r := []rune(words); len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return words
}

// listed reads "ITEM, ITEM", of which there must be least.
func (s *scribe) listed(f frag, least int, expected string) ([]agenda.ItemRef, bool) {
	refs := s.items(f)
	switch {
	case len(refs) >= least:
		return refs, true
	case len(refs) == 0:
		s.expected(f, "no item", expected)
	default:
		s.expected(f, "only "+quoted(f.s), expected)
	}
	return nil, false
}

// taken is "ITEM, ITEM before ITEM: WORDS".
func (s *scribe) taken(u *unit, f frag) {
	const form = "the number of an item, like /taken 7 before 4: for the contractor"
	head, words, _ := f.cutWords()
	first, before, ok := head.cutBefore()
	refs, some := s.listed(first.trim(), 1, form)
	if !some {
		return
	}
	ev := &agenda.Event{What: agenda.TakenOut, Items: refs}
	what := "item " + told(s.seen()[0], refs...) + " taken out of turn"
	if ok {
		if ev.Before = itemRef(s.seen()[0], before.trim().s); ev.Before == (agenda.ItemRef{}) {
			s.expected(before, "no item behind “before”", form)
			return
		}
		s.unlisted(before.trim(), ev.Before)
		what = "item " + told(s.seen()[0], refs...) + " taken before item " + told(&s.r.Open, ev.Before)
	}
	s.event(u, f, ev, words.trim().s, what)
}

// cutBefore splits "ITEMS before ITEM".
func (f frag) cutBefore() (items, before frag, ok bool) {
	const word = "before"
	at := func(i int) bool {
		return strings.HasPrefix(f.s[i:], word+" ") && (i == 0 || f.s[i-1] == ' ') || f.s[i:] == word && i > 0 && f.s[i-1] == ' '
	}
	i := f.index(true, at)
	if i < 0 {
		return f, frag{at: f.at + len(f.s)}, false
	}
	return f.to(i), f.from(i + len(word)), true
}

// together is "ITEM, ITEM: WORDS".
func (s *scribe) together(u *unit, f frag) {
	head, words, _ := f.cutWords()
	refs, ok := s.listed(head.trim(), 2, "two items or more, like /together 5, 6")
	if !ok {
		return
	}
	what := "items " + told(s.seen()[0], refs...) + " taken together"
	s.event(u, f, &agenda.Event{What: agenda.Together, Items: refs}, words.trim().s, what)
}

// urgent says why the item is taken that no notice was given of.
func (s *scribe) urgent(f frag) {
	switch {
	case !s.current().Titled():
		s.expected(f, "/urgent outside an item", "it below the item (==) that is urgent")
	case f.s == "":
		s.expected(f, "/urgent alone", "why the item cannot wait, like /urgent the grant ends on Friday")
	default:
		s.change("urgent: "+short(f.s), func(it *agenda.Item) { it.Late = f.s })
	}
}

// orderWriters write back the events that are read here. What is not in the
// notation of one, such as a time, has no place there.
var orderWriters = map[string]func(*agenda.Meeting, *agenda.Entry) string{
	agenda.NextMeeting: writeNext,
	agenda.Quorum:      func(_ *agenda.Meeting, e *agenda.Entry) string { return "/quorum " + e.Text },
	agenda.Thanked:     writeThanked,
	agenda.ActionList:  func(*agenda.Meeting, *agenda.Entry) string { return "/actions" },
	agenda.MinutesOf: func(_ *agenda.Meeting, e *agenda.Entry) string {
		return behindColon("/minutes "+writeMeetings(e.Event.Meetings), e.Text)
	},
	agenda.Together: func(m *agenda.Meeting, e *agenda.Entry) string {
		return behindColon("/together "+writeItems(m, e.Event.Items), e.Text)
	},
	agenda.TakenOut: func(m *agenda.Meeting, e *agenda.Entry) string {
		line := "/taken " + writeItems(m, e.Event.Items)
		if e.Event.Before != (agenda.ItemRef{}) {
			line += " before " + writeItem(m, e.Event.Before)
		}
		return behindColon(line, e.Text)
	},
}

// above is an item as it was when an entry of it was not there yet.
func above(it *agenda.Item, entry agenda.ID) *agenda.Item {
	cut := *it
	for i, e := range it.Entries {
		if e.ID == entry {
			cut.Entries = it.Entries[:i]
			break
		}
	}
	return &cut
}

// writeThanked is a vote of thanks by itself, which below a resolution would be
// the resolution's.
func writeThanked(m *agenda.Meeting, e *agenda.Entry) string {
	if home, _, ok := m.Find(e.ID); ok && rowAbove(above(home, e.ID).Entries) != nil {
		return "/thanks : " + e.Text
	}
	return "/thanks: " + e.Text
}

func behindColon(line, words string) string {
	if words != "" {
		line += ": " + words
	}
	return line
}
