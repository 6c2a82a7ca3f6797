package notes

import (
	"slices"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// header applies a header line of a body or a meeting.
func (r *reader) header(u *unit, word string, v frag) {
	s := r.sec
	value, points := s.value(u, v)
	v.s = value
	s.below = word == "standing" && v.s != ""
	switch word {
	case "seat", "standing", "phrase", "roster":
	default:
		key := word
		if s.call != nil && slices.Contains([]string{"style", "lead-in", "report lead-in", "zone", "quorum"}, word) {
			key = "meeting " + word
		}
		if s.said[key] && !slices.Contains(rollWords, word) {
			s.expected(u.frag(), "“"+word+":” a second time", "it only once")
		}
		s.said[key] = true
	}
	switch {
	case slices.Contains(rollWords, word), word == "roster":
		s.roll = append(s.roll, u)
		s.listed = s.listed || word == "roster"
	case word == "copy":
		r.copied(v)
	case word == "taken" && v.s != "":
		s.taken, s.order = u, v
	case v.s == "":
	case s.call != nil && s.meetingHeader(word, v):
	case s.call == nil && slices.Contains([]string{"public"}, word):
		s.scribe.r.Open.Public = v.s
	default:
		s.bodyHeader(u, word, v)
	}
	if len(points) > 0 {
		r.read(&unit{segs: u.segs, points: points})
	}
}

func (r *reader) copied(v frag) {
	switch strings.ToLower(v.s) {
	case "public":
		r.file.Public = true
	case "full":
		r.sec.copied = true
	default:
		r.sec.expected(v, quoted(v.s), "copy: public, or copy: full")
	}
}

// meetingHeader is a header below "meeting:"; false where the word is the
// body's.
func (s *section) meetingHeader(word string, v frag) bool {
	m := &s.scribe.r.Open
	switch word {
	case "zone":
		m.Zone = v.s
	case "quorum":
		m.Quorum = v.s
	case "public":
		m.Public = v.s
	default:
		return s.styleHeader(&m.Style, word, v)
	}
	return true
}

func (s *section) bodyHeader(u *unit, word string, v frag) {
	b := &s.body
	switch word {
	case "body":
		b.Name = agenda.CleanLine(v.s)
		return
	case "code":
		b.Code = agenda.CleanLine(v.s)
		return
	case "meeting":
		s.call = u
		s.calls(v)
		return
	case "draft":
		n, err := strconv.Atoi(v.s)
		if err != nil || n < 1 {
			s.expected(v, quoted(v.s), "the number of the draft, like 2")
		}
		s.draft = n
		return
	}
	if s.styleHeader(&b.Style, word, v) {
		return
	}
	s.defined = true
	s.define(b, word, v)
}

// define is a header that says more of a body than who it is.
func (s *section) define(b *agenda.Body, word string, v frag) {
	switch word {
	case "parent":
		b.Parent = v.s
	case "zone":
		b.Zone = v.s
	case "quorum":
		b.Quorum = v.s
	case "place":
		b.Place = v.s
	case "time":
		clock, ok := timeOfDay(v.s)
		if b.Time = clock; !ok {
			s.expected(v, quoted(v.s), "a time like 18:00")
		}
	case "cadence":
		b.Cadence = v.s
	case "number":
		b.Number = v.s
	case "seat":
		s.seat(v)
	case "standing":
		title, wording, _ := v.cut('|')
		b.Standing = append(b.Standing, agenda.Standing{Title: agenda.CleanLine(unescape(title.trim().s, inBars)), Wording: wording.trim().s})
	case "phrase":
		name, text, ok := v.cut('|')
		p := agenda.Phrase{Name: agenda.CleanLine(unescape(name.trim().s, inBars)), Text: text.trim().s}
		if !ok {
			p = agenda.Phrase{Text: v.s}
		}
		b.Phrases = append(b.Phrases, p)
	}
}

// standingHeader is a header directly below a standing item.
func (s *section) standingHeader(u *unit) bool {
	word, v, ok := header(u.frag(), standingWords)
	if !ok || u.rows != nil {
		return false
	}
	value, _ := s.value(&unit{points: indented(u.points)}, v)
	last := &s.body.Standing[len(s.body.Standing)-1]
	switch {
	case value == "":
	case word == "kind":
		last.Kind = value
	case word == "lead":
		last.Lead = value
	case word == "every":
		s.every(last, v)
	default:
		last.Recommends = append(last.Recommends, value)
	}
	return true
}

// every is how often a standing item comes: a number of meetings, or "year".
func (s *section) every(st *agenda.Standing, v frag) {
	if strings.EqualFold(v.s, "year") {
		st.Yearly = true
		return
	}
	n, err := strconv.Atoi(v.s)
	if err != nil || n < 1 {
		s.expected(v, quoted(v.s), "a number of meetings like 3, or year")
		return
	}
	st.Every = n
}

func indented(rows []row) []row {
	rows = slices.Clone(rows)
	for i := range rows {
		rows[i].indent = max(rows[i].indent, 1)
	}
	return rows
}

func (s *section) seat(v frag) {
	p, ok := s.person(v, true)
	if !ok {
		return
	}
	seat := agenda.Seat{
		Title: p.Title, Name: p.Name, Initials: p.Initials, Office: p.Office, Roles: p.Roles,
		NonVoting: p.voting != nil && !*p.voting, From: p.from, To: p.to,
	}
	s.body.Seats = append(s.body.Seats, seat)
}

func isRendering(s string) bool { return slices.Contains(agenda.Renderings, agenda.Rendering(s)) }

// calls reads "KIND, DATE TIME, PLACE": the kind is what stands before the
// date, the place all that follows the time.
func (s *section) calls(v frag) {
	m := &s.scribe.r.Open
	fields := v.split(',')
	i := slices.IndexFunc(fields[1:], func(f frag) bool { _, _, like, _ := cutDay(f.s); return like }) + 1
	if i == 0 {
		if _, _, like, _ := cutDay(fields[0].s); !like {
			s.expected(fields[min(1, len(fields)-1)], quoted(fields[min(1, len(fields)-1)].s), "the kind of meeting, a comma and the date, like Ordinary, 2026-03-12 18:00")
			return
		}
	}
	f := v.from(fields[i].at - v.at)
	kind := strings.TrimRight(strings.TrimSuffix(strings.TrimRight(v.s[:fields[i].at-v.at], " \n"), ","), " \n")
	m.Kind = agenda.CleanLine(unescape(weekday.ReplaceAllString(kind, ""), inCommas))
	day, rest, _, ok := cutDay(f.s)
	if !ok {
		s.expected(f, quoted(fields[i].s), "a day of the calendar, like 2026-03-12")
		return
	}
	m.Start = agenda.Clock(day)
	at, place, _ := strings.Cut(rest, ",")
	words := strings.TrimPrefix(strings.Trim(at, " \n"), "T")
	m.Place = agenda.CleanLine(place)
	if words = atTime.ReplaceAllString(words, ""); words == "" {
		return
	}
	clock, ok := timeOfDay(words)
	if !ok {
		s.expected(f.from(len(f.s)-len(rest)).trim(), quoted(words), "a time like 18:00, then a comma and the place")
		return
	}
	m.Start = agenda.Clock(day + "T" + clock)
}
