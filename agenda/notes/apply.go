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
	Private     bool     // it is private business; What may say some of it
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
	if s.applied.Entry != 0 {
		s.applied.Private = s.applied.Entry.Closed()
	} else {
		s.applied.Private = s.face().Private()
	}
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

// errPrivateWords is for words that were put beside a fact of the meeting.
var errPrivateWords = Problems{{Line: 1, Col: 1, Found: "words that would be private in an entry that is public",
	Expected: "who came or went and when, and the words in an entry of their own"}}

// read is an entry as text says it, read where the entry stands; what the
// notation cannot say of it is as it was.
func read(r agenda.Record, entry agenda.ID, text string) (agenda.Entry, error) {
	it, old, ok := r.Find(entry)
	if !ok {
		return agenda.Entry{}, fmt.Errorf("entry %d is %w", entry, agenda.ErrNotFound)
	}
	whole, _ := r.Whole(it.ID)
	at := slices.IndexFunc(whole.Entries, func(e *agenda.Entry) bool { return e.ID == entry })
	hung := slices.ContainsFunc(whole.Entries, func(e *agenda.Entry) bool { return e.Kind.Answers() && e.On == entry })
	s := scribe{r: r.Cut(it.ID, at), item: it.ID, anew: true, full: &r}
	text = strings.TrimLeft(text, " \n")
	if old.Kind == agenda.Note {
		text = noteText(text)
	}
	if err := s.all(text); err != nil {
		return agenda.Entry{}, err
	}
	now, _ := s.r.Whole(it.ID)
	_, made, ok := s.r.Find(s.applied.Entry)
	if parted := ok && made.Fact() && len(now.Entries) == at+2 && now.Last().ID.Closed(); parted || ok && made.ID.Closed() && !entry.Closed() {
		return agenda.Entry{}, errPrivateWords
	}
	if s.added != 1 || s.changed || !ok || len(now.Entries) != at+1 {
		return agenda.Entry{}, Problems{{Line: 1, Col: 1, Found: "more than one entry, or none", Expected: "one entry here: keep this one, then write the others"}}
	}
	e := *made
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

// noteText is the text of a clerk's note with its %, which may be left out.
func noteText(text string) string {
	switch {
	case strings.HasPrefix(text, "%"):
		return text
	case strings.HasPrefix(text, "-"):
		return "%\n" + text
	}
	return "% " + text
}
