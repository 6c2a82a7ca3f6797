package agenda

import (
	"slices"
	"strings"
	"unicode"
)

// Lookback is how many meetings of the body back one must look to know which of
// its standing items are due, and what an imported body usually does.
func (b Body) Lookback() int {
	n := 0
	switch {
	case b.Imported():
		n = 2
	case len(b.Seats) == 0:
		n = 1 // its people
	}
	for _, s := range b.Standing {
		if s.Yearly {
			n = max(n, 1)
		}
		n = max(n, s.Every-1)
	}
	return n
}

// Due says whether a standing item is on the agenda of a meeting. One of every
// nth meeting is due when none of the n-1 meetings before had it, so it comes
// at the first of all, and putting it on or taking it off once moves what
// follows with it. One of each year is due when no meeting before was in the
// year of this one. before is newest first.
func (s Standing) Due(start Clock, before []Meeting) bool {
	if s.Yearly && len(before) > 0 && year(start) != "" && year(start) == year(before[0].Start) {
		return false
	}
	for _, m := range before[:min(len(before), max(0, s.Every-1))] {
		if slices.ContainsFunc(m.Items, s.Is) {
			return false
		}
	}
	return true
}

// Is says whether an item of a meeting is the standing item: by its title, to
// which the day of the last meeting may be added.
func (s Standing) Is(it *Item) bool {
	rest, ok := cutFold(it.Title, s.Title)
	return ok && (rest == "" || s.Kind == KindMinutes && strings.HasPrefix(rest, " "))
}

func cutFold(s, prefix string) (rest string, ok bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return "", false
	}
	return s[len(prefix):], true
}

func year(c Clock) string {
	day := c.Date()
	return day[:min(4, len(day))]
}

// Imported says whether nothing of the body is known but its meetings, as
// after its minutes were taken in from files.
func (b Body) Imported() bool {
	return len(b.Seats)+len(b.Standing) == 0 && b.Place == "" && b.Time == ""
}

// From is a body with what its last meetings show, for the next one to begin
// with: where it has no seats the people of the last; of an imported body also
// its place and time, and the items that both of the last two had, else those of
// a kind the program knows. before is newest first.
func (b Body) From(before []Meeting) Body {
	imported := b.Imported()
	if len(b.Seats) == 0 {
		b.Seats = lastSeats(before)
	}
	if len(before) == 0 || !imported {
		return b
	}
	last := before[0]
	b.Place, b.Time = last.Place, last.Start.TimeOfDay()
	if b.Quorum == "" {
		b.Quorum = last.Quorum
	}
	for _, it := range last.Items {
		if !it.Titled() || it.Level > 1 {
			continue
		}
		s := Standing{Title: it.Title, Kind: it.Kind, Wording: it.Wording}
		if s.Kind == "" {
			s.Kind = UsualItemKind(it.Title)
		}
		if s.Kind == KindMinutes {
			s.Title = undated(s.Title)
		}
		known := slices.Contains([]string{KindApologies, KindInterests, KindMinutes, KindArising, KindActions, KindNext}, s.Kind)
		if known || len(before) > 1 && slices.ContainsFunc(before[1].Items, s.Is) {
			b.Standing = append(b.Standing, s)
		}
	}
	return b
}

// lastSeats is the people of the last meeting that names any: its members,
// whether they came or not, and those who attend all of it. Who came for one item
// alone, or sat for somebody else, has no seat.
func lastSeats(before []Meeting) (seats []Seat) {
	for _, m := range before {
		scene := m.Scene()
		for _, a := range m.Roster {
			if a.HasRole("Substitute") || scene.Place(a.ID).For != 0 || len(a.Items) > 0 {
				continue
			}
			seats = append(seats, Seat{Title: a.Title, Name: a.Name, Initials: a.Initials, Office: a.Office,
				Roles: slices.Clone(a.Roles), NonVoting: !a.Voting})
		}
		if len(seats) > 0 {
			break
		}
	}
	return seats
}

// undated is the title of the item that approves the minutes without the day
// of one meeting: "Minutes (15 January 2026)" and "Minutes of the meeting held on
// 15 January" are both Minutes.
func undated(title string) string {
	if !strings.ContainsFunc(title, unicode.IsDigit) {
		return title
	}
	at := len(title)
	for _, mark := range []string{" (", " of the ", " of "} {
		if i := strings.Index(title, mark); i > 0 {
			at = min(at, i)
		}
	}
	return strings.TrimRight(title[:at], " ,:;-–")
}
