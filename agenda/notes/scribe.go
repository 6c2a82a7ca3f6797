package notes

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/agenda"
)

// scribe applies logical lines to a record. It is the one path from text to
// entries. Its fields hold nothing that outlives the text it was given.
type scribe struct {
	r    agenda.Record
	item agenda.ID
	now  agenda.Clock // minuted where a word of the room states no time; may be empty

	own    bool // the record was made by this scribe, and may be changed in place
	joins  bool // a list or table goes on with the one that ends the item
	lone   bool // the text is this unit alone
	heads  bool // header words of an item count
	anew   bool // nothing continues the entry above
	unit   *unit
	number string
	capt   string
	prefix *unit          // the /number or /caption that waits for its entry
	full   *agenda.Record // all of the meeting, where r ends above the place that is written at
	// Of a file: what waits for a motion further down, and all that ever waited.
	awaiting map[awaited]*waits
	waiters  []*waiting
	open     bool          // the entry being read waits
	atEnd    bool          // everything is read
	reads    *agenda.Entry // that waited, and is read now

	// Of a record that is the scribe's own: which items are private now, and those
	// in which private business was begun as the clerk has them.
	shut   map[agenda.ID]bool
	wholes map[agenda.ID]*agenda.Item
	marker map[agenda.ID]*agenda.Entry // that began it, where it began inside the item
	// dockets is those of its items, read as far as the last vote.
	dockets map[*agenda.Item]*agenda.Docket

	applied  Applied
	added    int  // entries and notes
	changed  bool // something other than an entry
	problems Problems
}

// wrong notes a mistake at f.
func (s *scribe) wrong(f frag, p Problem) {
	p.Line, p.Col = s.unit.place(f.at)
	s.problems = append(s.problems, p)
}

func (s *scribe) expected(f frag, found, expected string) {
	s.wrong(f, Problem{Found: found, Expected: expected})
}

// do applies one unit.
func (s *scribe) do(u *unit) {
	s.unit = u
	f := u.frag()
	switch {
	case u.rows != nil:
		s.table(u)
	case u.text == "":
		s.list(u)
	default:
		s.line(u, f)
	}
	s.joins = false
}

// line applies a unit that is no bare list or table, told by its first mark.
func (s *scribe) line(u *unit, f frag) {
	switch f.s[0] {
	case '\\':
		if len(f.s) > 1 {
			f = f.from(1).trim()
		}
		s.narrative(u, f)
	case '%':
		s.note(u, f.from(1).trim())
	case '@':
		who, rest := s.speaker(f)
		s.entry(agenda.Entry{Kind: agenda.Update, Speaker: who, Text: rest.s, Points: s.points(u.points)}, f)
	case '?', '>', '*':
		s.exchange(u, f)
	case '!':
		s.resolution(u, f)
	case '+':
		s.action(u, f.from(1).trim())
	default:
		if !s.perhaps(u, f) {
			s.narrative(u, f)
		}
	}
}

// perhaps applies a line whose first character is a mark only before certain
// others; false where it is just text.
func (s *scribe) perhaps(u *unit, f frag) bool {
	switch f.s[0] {
	case '/':
		if r, _ := utf8.DecodeRuneInString(f.s[1:]); unicode.IsLetter(r) {
			s.word(u, f)
			return true
		}
	case '#':
		return s.elsewhere(u, f)
	case '-':
		if text, skip, ok := pointText(f.s); ok {
			line, col := u.place(f.at + skip)
			u.points = append([]row{{text: text, line: line, col: col}}, u.points...)
			s.list(u)
			return true
		}
	case '=':
		if strings.HasPrefix(f.s, "==") {
			s.heading(u)
			return true
		}
	}
	return s.publicHeader(f) || s.heads && s.itemHeader(u, f)
}

// entry adds an entry with the number that waits for one.
func (s *scribe) entry(e agenda.Entry, f frag) {
	if e.Text == "" && e.Verb == "" && len(e.Points) == 0 && (e.Kind.Textual() || e.Kind == agenda.Moved || e.Kind == agenda.ToDo) {
		s.expected(f, quoted(s.unit.text)+" alone", "words behind it")
		return
	}
	if s.tooLong(e, f) {
		return
	}
	if s.capt != "" {
		s.dangling()
	}
	e.Number = s.number
	s.number, s.prefix = "", nil
	s.heads = false
	s.added++
	if s.own {
		e.ID = s.put(e)
	} else {
		var ok bool
		if e.ID, ok = s.add(e, f); !ok {
			return
		}
		s.keepOn(e)
	}
	s.applied = Applied{Item: s.item, Entry: e.ID, Kind: e.Kind, What: e.Kind.Words()}
}

// tooLong tells an entry that no entry can be, and says so.
func (s *scribe) tooLong(e agenda.Entry, f frag) bool {
	n := e.Size()
	if n > agenda.EntryMost {
		s.expected(f, fmt.Sprintf("an entry of %d KB", (n+1023)>>10), fmt.Sprintf("%d KB at most: part it in several", agenda.EntryMost>>10))
	}
	return n > agenda.EntryMost
}

// add adds an entry or a note to a record that others may hold.
func (s *scribe) add(e agenda.Entry, f frag) (agenda.ID, bool) {
	next, id, err := s.r.Add(s.item, e)
	if err != nil {
		s.expected(f, "no item to write to", err.Error())
		return 0, false
	}
	s.r = next
	return id, true
}

// replace puts a changed entry in place of the old one.
func (s *scribe) replace(e agenda.Entry) {
	if s.tooLong(e, s.unit.frag()) {
		return
	}
	if s.own {
		s.swap(e)
	} else if next, err := s.r.Edit(e); err != nil {
		s.expected(s.unit.frag(), quoted(s.unit.text), err.Error())
		return
	} else {
		s.r = next
		s.keepOn(e)
	}
	if s.added == 0 {
		s.changed = true
	}
	s.applied = Applied{Item: s.item, Entry: e.ID, Kind: e.Kind, What: e.Kind.Words()}
}

// narrative is a paragraph. A first word with a colon that is nearly a header
// word is worth a warning.
func (s *scribe) narrative(u *unit, f frag) {
	if near := nearHeader(f, itemWords); s.heads && near != "" && f.at == 0 {
		s.wrong(f, Problem{Found: quoted(f.s) + ", which is read as text", Expected: "a header word", Nearest: near + ":", Warning: true})
	} else if word, _, ok := header(f, headWords); ok && f.at == 0 {
		s.wrong(f, Problem{Found: "“" + word + ":” inside an item, which is read as text", Expected: "it above the first item", Warning: true})
	}
	s.entry(agenda.Entry{Kind: agenda.Narrative, Text: f.s, Points: s.points(u.points)}, f)
}

// note goes into the closed part, behind the last public entry.
func (s *scribe) note(u *unit, f frag) {
	e := agenda.Entry{Kind: agenda.Note, Text: f.s, Points: s.points(u.points)}
	if e.Text == "" && len(e.Points) == 0 {
		s.expected(f, "% alone", "words behind it")
		return
	}
	if s.tooLong(e, f) {
		return
	}
	if s.own {
		e.ID = s.putClosed(e).ID
	} else {
		var ok bool
		if e.ID, ok = s.add(e, f); !ok {
			return
		}
	}
	s.added++
	s.applied = Applied{Item: s.item, Entry: e.ID, Kind: agenda.Note, What: e.Kind.Words()}
}
