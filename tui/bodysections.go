package tui

import (
	"slices"
	"time"

	"minutebook/agenda"
)

// bodySection is a part of what a body is: a table whose rows come and go, or
// one form.
type bodySection struct {
	name, short string
	one         string // what a row is called; empty: a form
	note        string // in grey below
	fields      []bodyField
	main        int  // the field that no row is without
	inline      bool // a row is changed where it stands in the table
	sample      bool // shows a sample of minutes
	zoned       bool // one of its fields names a zone
	first       int  // how many fields are columns; the others show below

	rows  func(b *agenda.Body, today string) []bodyRow
	keep  func(k bodyKeep) (agenda.Body, *fieldTrouble)
	drop  func(b agenda.Body, at int) agenda.Body
	swap  func(b agenda.Body, i, j int) agenda.Body
	fresh func(b *agenda.Body) []string // what a new row begins with
}

// bodyField is a field of a row.
type bodyField struct {
	label, hint string
	choices     []string
	only        bool   // nothing but a choice
	long        bool   // several lines
	upper       bool   // what is typed is in capitals
	wrap        bool   // one line, in as many rows as it needs
	less, more  string // what < and > type; empty: themselves
	width       int    // of its column; 0: what is left
	from        int    // the least width of the table that shows it
}

// bodyRow is a row as it is shown: at is its place in the body, -1 for one that
// is new.
type bodyRow struct {
	at     int
	values []string // as typed
	shown  string   // in place of the first value in the table; empty: the same
	group  string   // a heading of its own
	quiet  bool     // muted
}

// first is what the row is called.
func (r *bodyRow) first() string {
	if r.shown != "" {
		return r.shown
	}
	for _, v := range r.values {
		if v != "" {
			return v
		}
	}
	return ""
}

// bodyKeep is what a section keeps: a row's fields as typed, as they were, and
// where the row belongs.
type bodyKeep struct {
	body        agenda.Body
	at, after   int // at -1: a new row behind after
	values, was []string
	now         time.Time
	others      []agenda.Body
}

// same is whether a field is as it was: then what the body holds stays, in
// whatever words a file gave it.
func (k *bodyKeep) same(i int) bool {
	return k.at >= 0 && i < len(k.was) && k.values[i] == k.was[i]
}

// fieldTrouble is what is wrong with a field.
type fieldTrouble struct {
	field int
	words string
}

// bodyList is one of a body's lists.
type bodyList[T any] func(b *agenda.Body) *[]T

// own gives the body a list of its own, because what undo keeps shares the old.
func (l bodyList[T]) own(b *agenda.Body) *[]T {
	list := l(b)
	*list = slices.Clone(*list)
	return list
}

// old is the row that is changed; the zero one for a new row.
func (l bodyList[T]) old(k bodyKeep) (v T) {
	if k.at >= 0 {
		v = (*l(&k.body))[k.at]
	}
	return v
}

func (l bodyList[T]) put(k bodyKeep, v T) agenda.Body {
	list := l.own(&k.body)
	if k.at >= 0 {
		(*list)[k.at] = v
	} else {
		*list = slices.Insert(*list, min(k.after+1, len(*list)), v)
	}
	return k.body
}

func (l bodyList[T]) drop(b agenda.Body, at int) agenda.Body {
	list := l.own(&b)
	*list = slices.Delete(*list, at, at+1)
	return b
}

func (l bodyList[T]) swap(b agenda.Body, i, j int) agenda.Body {
	list := l.own(&b)
	(*list)[i], (*list)[j] = (*list)[j], (*list)[i]
	return b
}

// bodySections is every section, in order.
func bodySections() []bodySection {
	return []bodySection{seatSection(), standingSection(), calendarSection(), nameSection(), styleSection(), phraseSection()}
}

// formRows is the one row of a section that is a form.
func formRows(values ...string) []bodyRow { return []bodyRow{{values: values}} }

func calendarSection() bodySection {
	return bodySection{
		name: "Calendar and place", short: "Calendar", zoned: true,
		note: "A new meeting is proposed from these, and all of it can be changed there. Meetings that are made already stay as they are.",
		fields: []bodyField{
			{label: "How often", hint: "In words: second Thursday, every 2 weeks, quarterly. It may stay empty."},
			{label: "Time", hint: "When it usually begins: 18:00, or 6.30 pm."},
			{label: "Place", hint: "Where it usually meets: Guildhall, Northmoor."},
			{label: "Zone", hint: "Its clock, by the name of a city: Europe/London. Empty: the clock of this computer."},
		},
		rows: func(b *agenda.Body, _ string) []bodyRow { return formRows(b.Cadence, b.Time, b.Place, b.Zone) },
		keep: func(k bodyKeep) (agenda.Body, *fieldTrouble) {
			v, b := k.values, k.body
			clock, ok := readTime(v[1])
			if !ok && !k.same(1) {
				return b, &fieldTrouble{1, "This is no time of day. 18:00 is one."}
			}
			if !k.same(1) {
				b.Time = clock
			}
			b.Cadence, b.Place, b.Zone = v[0], v[2], v[3]
			return b, nil
		},
	}
}

// zoneField is the field of the calendar that names a zone, which is looked up
// in the computer's own files.
const zoneField = 3

func nameSection() bodySection {
	return bodySection{
		name: "Name and quorum", short: "Name",
		note: "The minutes of every meeting are headed by this name as soon as it is kept.",
		fields: []bodyField{
			{label: "Name", hint: "As it stands at the head of the minutes."},
			{label: "Code", hint: "A few letters for lists and files.", upper: true},
			{label: "Part of", hint: "The body it answers to. It may stay empty."},
			{label: "Quorum", hint: "As its rules state it: 4, or one third of the members."},
		},
		rows: func(b *agenda.Body, _ string) []bodyRow { return formRows(b.Name, b.Code, b.Parent, b.Quorum) },
		keep: func(k bodyKeep) (agenda.Body, *fieldTrouble) {
			v, b := k.values, k.body
			switch {
			case v[0] == "":
				return b, &fieldTrouble{0, "A body needs a name."}
			case !k.same(1) && !agenda.IsCode(v[1]):
				return b, &fieldTrouble{1, "A code is letters and figures, without blanks."}
			case !k.same(1) && agenda.CodeTaken(k.others, b.Key, v[1]):
				return b, &fieldTrouble{1, "Another body has this code."}
			}
			b.Name, b.Code, b.Parent, b.Quorum = v[0], v[1], v[2], v[3]
			return b, nil
		},
	}
}
