package notes

import (
	"fmt"
	"slices"
	"strings"

	"minutebook/agenda"
)

// Applied tells what a line did.
type Applied struct {
	Item, Entry agenda.ID
	Kind        agenda.Kind
	What        string   // for a message: "question", "Cllr Lunt arrived 18:25"
	Warnings    Problems // what was kept and is perhaps not what was meant
}

// Apply keeps one typed entry at the end of an item: its mark first,
// continuation lines and points below. Where a word of the room states no time
// it is minuted at now. A text of several entries is kept whole, in order.
// Points or table rows by themselves go on with the entry that ends the item,
// an indented point a level down; behind a blank line they begin one of their
// own. A /caption by itself is that of the table that ends the item. On an
// error, which is Problems, the record is as it was.
func Apply(r agenda.Record, item agenda.ID, text string, now agenda.Clock) (agenda.Record, Applied, error) {
	start, apart := begun(text)
	s := scribe{r: r, item: item, now: now, joins: !apart}
	it, ok := r.Open.Item(item)
	if !ok {
		return r, Applied{}, fmt.Errorf("item %d is %w", item, agenda.ErrNotFound)
	}
	s.heads = len(it.Entries) == 0 && it.Titled()
	if err := s.all(start); err != nil {
		return r, Applied{}, err
	}
	return s.r, s.applied, nil
}

// begun is a text without the blanks around it, but for the indent of a point,
// and whether a blank line parts it from what is above.
func begun(text string) (start string, apart bool) {
	text = strings.TrimRight(text, " \n")
	start = strings.TrimLeft(text, " \n")
	blanks := text[:len(text)-len(start)]
	if strings.HasPrefix(start, "-") {
		start = text[strings.LastIndexByte(blanks, '\n')+1:]
	}
	return start, strings.Contains(blanks, "\n")
}

// all applies every unit of a text. It returns the mistakes.
func (s *scribe) all(text string) error {
	units := split(text)
	s.lone = len(units) == 1
	for _, u := range units {
		s.do(u)
	}
	s.dangling()
	if len(units) == 0 && strings.HasPrefix(text, "%%") {
		s.applied = Applied{Item: s.item, What: "comment, not kept"}
	} else if len(units) == 0 {
		s.problems = Problems{{Line: 1, Col: 1, Found: "nothing", Expected: "an entry"}}
	}
	mistakes, warnings := s.problems.sorted("")
	if len(mistakes) > 0 {
		return mistakes
	}
	s.applied.Warnings = warnings
	return nil
}

// Edit replaces an entry by what text says, read where the entry stands. It is
// the inverse of [Text]: what the notation cannot say of the entry stays. The
// text must be one entry. On an error the record is as it was.
func Edit(r agenda.Record, entry agenda.ID, text string) (agenda.Record, error) {
	e, err := read(r, entry, text)
	if err != nil {
		return r, err
	}
	return r.Edit(e)
}

// Split puts two entries in place of one: what the two texts say, both read
// where the entry stands. It returns the ID of the second. On an error the
// record is as it was.
func Split(r agenda.Record, entry agenda.ID, first, second string) (agenda.Record, agenda.ID, error) {
	a, err := read(r, entry, first)
	if err != nil {
		return r, 0, err
	}
	b, err := read(r, entry, second)
	if err != nil {
		return r, 0, err
	}
	if a.Kind == agenda.Update && b.Kind == agenda.Narrative {
		b.Kind = agenda.Update // the speaker is named once
	}
	return r.Split(a, b)
}

// read is an entry as text says it, read where the entry stands; what the
// notation cannot say of it is as it was.
func read(r agenda.Record, entry agenda.ID, text string) (agenda.Entry, error) {
	it, old, ok := r.Open.Find(entry)
	if !ok {
		return agenda.Entry{}, fmt.Errorf("entry %d is %w", entry, agenda.ErrNotFound)
	}
	before := it.Entries[:slices.IndexFunc(it.Entries, func(e *agenda.Entry) bool { return e.ID == entry })]
	hung := slices.ContainsFunc(it.Entries, func(e *agenda.Entry) bool { return e.Kind.Answers() && e.On == entry })
	s := scribe{r: upTo(r, it.ID, before), item: it.ID, anew: true, full: &r.Open}
	if err := s.all(strings.TrimLeft(text, " \n")); err != nil {
		return agenda.Entry{}, err
	}
	now, _ := s.r.Open.Item(it.ID)
	if s.added != 1 || s.changed || len(now.Entries) != len(before)+1 {
		return agenda.Entry{}, Problems{{Line: 1, Col: 1, Found: "more than one entry, or none", Expected: "one entry here: keep this one, then write the others"}}
	}
	e := *now.Last()
	if hung && !e.Kind.Asks() {
		return agenda.Entry{}, Problems{{Line: 1, Col: 1, Found: e.Kind.One(), Expected: "a question or a comment, because it has a response"}}
	}
	e.ID = entry
	if e.Event == nil {
		e.At = old.At
	}
	if e.Kind.Answers() && old.On != 0 {
		e.On = old.On
	}
	if e.Action != nil && old.Action != nil {
		e.Action.Follows = old.Action.Follows
	}
	return e, nil
}

// upTo is the record as it was when an item had no more entries than before.
func upTo(r agenda.Record, item agenda.ID, before []*agenda.Entry) agenda.Record {
	r.Open.Items = slices.Clone(r.Open.Items)
	for i, it := range r.Open.Items {
		if it.ID == item {
			cut := *it
			cut.Entries = slices.Clone(before)
			r.Open.Items[i] = &cut
		}
	}
	return r
}

// EditNote is Edit for a clerk's note; its text may have its % or not.
func EditNote(r agenda.Record, item, note agenda.ID, text string) (agenda.Record, error) {
	closed := r.Closed.Items[item]
	if closed == nil {
		return r, fmt.Errorf("note %d is %w", note, agenda.ErrNotFound)
	}
	for _, old := range closed.Entries {
		if old.ID != note {
			continue
		}
		units := split(strings.TrimLeft(text, " \n"))
		if len(units) != 1 || units[0].rows != nil {
			return r, Problems{{Line: 1, Col: 1, Found: "more than one note, or none", Expected: "one note here: keep this one, then write the others"}}
		}
		s := scribe{r: r, item: item, unit: units[0]}
		e := *old
		e.Text = strings.Trim(strings.TrimPrefix(units[0].text, "%"), " \n")
		e.Points = s.points(units[0].points)
		if len(s.problems) > 0 {
			return r, s.problems
		}
		return r.Edit(e.Entry)
	}
	return r, fmt.Errorf("note %d is %w", note, agenda.ErrNotFound)
}
