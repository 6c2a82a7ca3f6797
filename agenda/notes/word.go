package notes

import (
	"slices"
	"strings"
	"unicode"

	"minutebook/agenda"
)

// word applies a "/word" line.
func (s *scribe) word(u *unit, f frag) {
	f = f.from(1)
	end := strings.IndexFunc(f.s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(f.s)
	}
	word, rest := strings.ToLower(f.s[:end]), f.from(end).trim()
	at := frag{f.s[:end], f.at - 1}
	what, room := happenings[word]
	switch {
	case room:
		s.happening(u, what, rest)
	case word == "by":
		s.by(u, rest)
	case word == "number":
		s.numbered(u, rest)
		return // its points belong to the entry
	case word == "caption":
		s.caption(u, rest)
	case word == "style":
		s.style(rest)
	case word == "outcome":
		s.outcome(rest)
	case s.orderWord(word, u, rest), s.motionWord(word, u, rest), s.decisionWord(word, u, rest), s.exemptWord(word, u, rest):
	case slices.Contains(laterWords, word):
		s.expected(at, "/"+word+", which this version cannot keep yet", "a note of your own (%) for now")
	default:
		p := Problem{Found: "/" + word, Expected: "one of the /words, or \\ before the / for plain text"}
		if near := Nearest(word, allWords); near != "" {
			p.Nearest = "/" + near
		}
		s.wrong(at, p)
	}
	if len(u.points) > 0 && !room {
		p := u.points[0]
		s.problems = append(s.problems, Problem{Line: p.line, Col: p.col, Found: "a point under /" + word, Expected: "the points by themselves, behind a blank line"})
	}
}

// happening is something in the room: "NAMES TIME; HOW: WORDS".
func (s *scribe) happening(u *unit, what string, f frag) {
	head, words, _ := f.cutWords()
	head, how, _ := head.cutNames(';')
	day := s.now.Date()
	if day == "" {
		day = s.r.Open.Start.Date()
	}
	if day == "" && s.own {
		day = "0001-01-01" // the date of the meeting was a mistake, and is reported
	}
	head, at, ok := cutWhen(head.trim(), day)
	if !ok {
		s.expected(head, quoted(head.s), "a time like 18:25, or a date and a time like 2026-03-12 18:25")
		return
	}
	ev := &agenda.Event{What: what, How: unescape(how.trim().s, inFields)}
	switch what {
	case agenda.Opened, agenda.ClosedUp:
		if head.s != "" {
			s.expected(head, quoted(head.s), "a time like 18:25, or words behind a colon")
			return
		}
	default:
		if !s.whom(ev, head) {
			return
		}
	}
	if at == "" {
		at = s.clock(what)
	}
	s.entry(agenda.Entry{Kind: agenda.Happening, At: at, Text: strings.Trim(words.s, " \n"), Event: ev, Points: s.points(u.points)}, f)
	s.applied.What = described(&s.r.Open, ev, at)
	if what == agenda.ClosedUp {
		// A meeting that closed minutes no item. Edit takes nothing but the entry
		// from here, and a file has taken no item.
		s.r = s.r.Pause(at)
	}
}

// clock is the minuted time of what is typed as it happens.
func (s *scribe) clock(what string) agenda.Clock {
	switch what {
	case agenda.Opened, agenda.ClosedUp, agenda.Arrived, agenda.Left, agenda.Returned:
		return s.now
	}
	return ""
}

// whom reads the people of an event: names, "A for B", or the public.
func (s *scribe) whom(ev *agenda.Event, f frag) bool {
	before := len(s.problems)
	switch {
	case f.s == "":
		s.expected(f, "nobody", "somebody on the roster, or public")
	case strings.EqualFold(f.s, "public"):
	default:
		if ev.What == agenda.Substitutes || ev.What == agenda.Proxy {
			if who, whom, ok := f.cutFor(); ok {
				if ids := s.ids(whom, ','); len(ids) == 1 {
					ev.For = ids[0]
				} else if len(ids) > 1 {
					s.expected(whom, "several people behind “for”", "one person there")
				}
				f = who
			}
		}
		ev.Who = s.ids(f, ',')
	}
	return len(s.problems) == before
}

// described is an event for a message: "Cllr Jo Lunt arrived 18:25".
func described(m *agenda.Meeting, ev *agenda.Event, at agenda.Clock) string {
	var who []string
	for _, id := range ev.Who {
		a, _ := m.Attendee(id)
		who = append(who, a.Short())
	}
	words := strings.Join(who, ", ")
	switch {
	case ev.What == agenda.Opened, ev.What == agenda.ClosedUp:
		words = "meeting"
	case words == "":
		words = "the public"
	}
	if words += " " + ev.What; ev.For != 0 {
		a, _ := m.Attendee(ev.For)
		words += " for " + a.Short()
	}
	if t := at.TimeOfDay(); t != "" {
		words += " " + t
	}
	return words
}

// numberAndEntry splits what stands behind /number: a number, and perhaps the
// entry on the same line.
func numberAndEntry(f frag) (number string, entry frag) {
	i := 0
	for i < len(f.s) && f.s[i] != ' ' && f.s[i] != '\n' {
		if i++; f.s[i-1] == '\\' && i < len(f.s) {
			i++
		}
	}
	return unescape(f.s[:i], " "), f.from(i).trim()
}

// numbered gives the next entry, or the one that follows on the line, a number
// of its own.
func (s *scribe) numbered(u *unit, f frag) {
	if s.capt == "" || s.number != "" {
		s.dangling()
	}
	number, rest := numberAndEntry(f)
	if s.number = number; number == "" {
		s.expected(f, "/number alone", "the number, then the entry it belongs to")
		return
	}
	if s.prefix = u; rest.s == "" {
		return
	}
	s.line(&unit{text: u.text, segs: u.segs, points: u.points}, rest)
	s.number, s.prefix = "", nil
}

func (s *scribe) caption(u *unit, f frag) {
	if s.prefix == nil || s.capt != "" {
		s.dangling()
	}
	if s.capt = agenda.CleanLine(f.s); s.capt == "" {
		s.expected(f, "/caption alone", "the words that stand above the table")
		return
	}
	last := s.last()
	if s.joins && s.lone && last != nil && last.Table != nil && last.Table.Caption == "" {
		e, t := *last, *last.Table
		t.Caption, s.capt = s.capt, ""
		e.Table = &t
		s.replace(e)
		return
	}
	s.prefix = u
}

// dangling complains about a /number or /caption that no entry followed.
func (s *scribe) dangling() {
	if s.prefix == nil {
		return
	}
	at, expected := s.prefix, "the entry it belongs to below it"
	if s.capt != "" {
		expected = "the rows of its table directly below it"
	}
	line, col := at.place(0)
	s.problems = append(s.problems, Problem{Line: line, Col: col, Found: quoted(at.text) + " alone", Expected: expected})
	s.prefix, s.number, s.capt = nil, "", ""
}

// style chooses how this item sets out its questions and answers.
func (s *scribe) style(f frag) {
	r := agenda.Rendering(strings.ToLower(f.s))
	if !slices.Contains(agenda.Renderings, r) {
		s.wrong(f, Problem{Found: quoted(f.s), Expected: "bullets, paragraphs or labelled", Nearest: Nearest(f.s, renderings())})
		return
	}
	s.change("set out as "+string(r), func(it *agenda.Item) { it.Rendering = r })
}

func renderings() []string {
	var out []string
	for _, r := range agenda.Renderings {
		out = append(out, string(r))
	}
	return out
}

// outcome is what became of the item: "WORDS: REASON".
func (s *scribe) outcome(f frag) {
	words, reason, _ := f.cut(':')
	o := agenda.Outcome{Reason: strings.Trim(reason.s, " \n")}
	plain, guarded := unguard(words.trim().s, inColons)
	switch first, _, _ := strings.Cut(plain, " "); {
	case plain == "":
		s.expected(f, "/outcome alone", "what became of the item, like /outcome deferred to June: the hour was late")
		return
	case !guarded && isLabel(first):
		s.expected(f, quoted(first)+", a motion, which this version cannot keep yet", "what became of the item")
		return
	}
	o.Words = agenda.CleanLine(unescape(plain, inColons))
	s.change(o.Words, func(it *agenda.Item) { it.Outcome = o })
}

func writeOutcome(o agenda.Outcome) string {
	words := escape(o.Words, inColons)
	if first, _, _ := strings.Cut(o.Words, " "); isLabel(first) {
		words = `\` + words
	}
	if o.Reason != "" {
		words += ": " + o.Reason
	}
	return "/outcome " + words
}

// isLabel is whether a word is the label of a motion: m1, a1.2, p1, m1#7.
func isLabel(word string) bool {
	return len(word) > 1 && strings.IndexByte("map", word[0]) >= 0 && word[1] >= '0' && word[1] <= '9'
}
