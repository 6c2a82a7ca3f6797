package agenda

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// NewMeeting makes a meeting of a body: its seats as the roster, those of its
// standing items that are due, in order, then what the last meeting left: items
// it deferred, and its open actions under the standing item of that kind or one
// of their own. What it deferred of its private business is private again, in the
// closed part. last is nil for the first meeting. before is the meetings of the
// body before this one, newest first, as far back as [Body.Lookback] says; they
// tell which standing items are due. Attendance is not assumed: the roll is
// empty until somebody is marked.
func NewMeeting(b Body, key Key, start Clock, place string, last *Record, before ...Meeting) Record {
	m := Meeting{
		Key: key, Body: b.Key, Kind: StyleNamed(b.Style).Next.Kind, Start: start, Place: place, Quorum: b.Quorum,
	}
	for _, s := range b.Seats {
		if s.held(start.Date()) {
			m.Roster = append(m.Roster, s.attendee())
		}
	}
	style := StyleNamed(b.Style)
	var items []Parts
	for _, s := range b.Standing {
		if s.Due(start, before) {
			items = append(items, Parts{Face: *s.item(style, last)})
		}
	}
	if last != nil {
		items = carry(items, style.Next, *last)
	}
	n := 0
	for i := range items {
		if it := &items[i].Face; it.Titled() && it.Level <= 1 {
			n++
			it.Level, it.Number = 1, strconv.Itoa(n)
		}
	}
	return Convene(m, items)
}

func (s Seat) held(day string) bool {
	return (s.From == "" || day == "" || s.From <= day) && (s.To == "" || day == "" || day <= s.To)
}

func (s Seat) attendee() Attendee {
	return Attendee{
		Title: s.Title, Name: s.Name, Initials: s.Initials, Office: s.Office,
		Roles: slices.Clone(s.Roles), Voting: !s.NonVoting,
	}
}

func (s Standing) item(style Style, last *Record) *Item {
	it := &Item{Title: s.Title, Kind: s.Kind, Level: 1, Wording: s.Wording}
	recommends := slices.Clone(s.Recommends)
	if s.Kind == KindMinutes && last != nil {
		if day := style.Dates.Spell(last.Open.Start, style.Dates.Short); day != "" {
			it.Title = fmt.Sprintf(style.Next.Minutes, s.Title, day)
			recommends = append(recommends, fmt.Sprintf(style.Next.Approve, day))
		}
	}
	if len(recommends) > 0 || s.Lead != "" {
		it.Paper = &Paper{Recommends: recommends}
	}
	if s.Lead != "" {
		it.Paper.Of = []string{s.Lead}
	}
	return it
}

// carry puts what the last meeting left on the agenda: before the date of the
// next meeting if that closes the agenda, else at its end.
func carry(items []Parts, style Agenda, last Record) []Parts {
	left := last.deferred(style)
	actions := openActions(last.Open)
	standing := slices.IndexFunc(items, func(p Parts) bool { return p.Face.Kind == KindActions })
	switch {
	case len(actions) == 0:
	case standing >= 0:
		items[standing].Face.Entries = actions
	default:
		left = append(left, Parts{Face: Item{Title: style.Actions, Kind: KindActions, Level: 1, Entries: actions}})
	}
	at := len(items)
	if at > 0 && items[at-1].Face.Kind == KindNext {
		at--
	}
	return slices.Insert(items, at, left...)
}

// openActions are the actions of a meeting that are still to be done, as
// entries of the next: owners by name, because roster lines are of one meeting.
// Those agreed in private are not gone through in public: they stay where they
// are, and the clerk's list of actions has them.
func openActions(last Meeting) []*Entry {
	var out []*Entry
	for _, it := range last.Items {
		for _, e := range it.Entries {
			if e.Action == nil || !e.Action.Pending() {
				continue
			}
			a := Action{Due: e.Action.Due, Follows: &Ref{Meeting: last.Key, Entry: e.ID}}
			for _, o := range e.Action.Owners {
				a.Owners = append(a.Owners, Who{Words: last.Call(o)})
			}
			out = append(out, &Entry{Kind: ToDo, Text: e.Text, Action: &a})
		}
	}
	return out
}

// Call is the words for somebody: a roster line's full name, or the words
// themselves.
func (m Meeting) Call(w Who) string {
	if a, ok := m.Attendee(w.ID); ok && w.ID != 0 {
		return a.Full()
	}
	return w.Words
}

// Code is a short code for a body made of the initials of its name, which
// taken does not know yet: "NHC", then "NHC2".
func Code(name string, taken func(string) bool) string {
	var b strings.Builder
	apart := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' }
	for _, w := range strings.FieldsFunc(name, apart) {
		w = strings.Trim(w, "'’")
		switch strings.ToLower(w) {
		case "", "of", "the", "and", "for", "to", "in", "a":
			continue
		}
		b.WriteRune(unicode.ToUpper([]rune(w)[0]))
	}
	code := b.String()
	if code == "" {
		code = "B"
	}
	if !taken(code) {
		return code
	}
	for n := 2; ; n++ {
		if next := code + strconv.Itoa(n); !taken(next) {
			return next
		}
	}
}
