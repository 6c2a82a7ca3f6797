package notes

import (
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
	heads  bool // header words of an item count
	anew   bool // nothing continues the entry above
	unit   *unit
	number string
	capt   string
	prefix *unit // the /number or /caption that waits for its entry

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

func (s *scribe) current() *agenda.Item {
	it, ok := s.r.Open.Item(s.item)
	if !ok {
		return &agenda.Item{}
	}
	return it
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

func (s *scribe) line(u *unit, f frag) {
	r, _ := utf8.DecodeRuneInString(f.s[1:])
	switch f.s[0] {
	case '\\':
		if len(f.s) > 1 {
			f = f.from(1).trim()
		}
		s.narrative(u, f)
		return
	case '%':
		s.note(u, f.from(1).trim())
		return
	case '@':
		who, rest := s.speaker(f)
		s.entry(agenda.Entry{Kind: agenda.Update, Speaker: who, Text: rest.s, Points: s.points(u.points)}, f)
		return
	case '?', '>', '*':
		s.exchange(u, f)
		return
	case '!':
		s.resolution(u, f)
		return
	case '+':
		s.action(u, f.from(1).trim())
		return
	case '/':
		if unicode.IsLetter(r) {
			s.word(u, f)
			return
		}
	case '#':
		if s.elsewhere(u, f) {
			return
		}
	case '-':
		if text, skip, ok := pointText(f.s); ok {
			line, col := u.place(f.at + skip)
			u.points = append([]row{{text: text, line: line, col: col}}, u.points...)
			s.list(u)
			return
		}
	case '=':
		if strings.HasPrefix(f.s, "==") {
			s.heading(u)
			return
		}
	}
	if s.heads && s.itemHeader(u, f) {
		return
	}
	s.narrative(u, f)
}

// entry adds an entry with the number that waits for one.
func (s *scribe) entry(e agenda.Entry, f frag) {
	if e.Text == "" && e.Verb == "" && len(e.Points) == 0 && e.Kind != agenda.Happening &&
		e.Kind != agenda.Resolved && e.Kind != agenda.Tabulation {
		s.expected(f, quoted(s.unit.text)+" alone", "words behind the mark")
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
		it := s.current()
		e.ID = s.r.Open.Next
		s.r.Open.Next++
		it.Entries = append(it.Entries, &e)
	} else {
		next, id, err := s.r.Add(s.item, e)
		if err != nil {
			s.expected(f, "no item to write to", err.Error())
			return
		}
		s.r, e.ID = next, id
	}
	s.applied = Applied{Item: s.item, Entry: e.ID, Kind: e.Kind, What: string(e.Kind)}
}

// replace puts a changed entry in place of the old one.
func (s *scribe) replace(e agenda.Entry) {
	if s.own {
		it := s.current()
		for i := len(it.Entries) - 1; i >= 0; i-- {
			if it.Entries[i].ID == e.ID {
				it.Entries[i] = &e
				break
			}
		}
	} else if next, err := s.r.Edit(e); err == nil {
		s.r = next
	}
	if s.added == 0 {
		s.changed = true
	}
	s.applied = Applied{Item: s.item, Entry: e.ID, Kind: e.Kind, What: string(e.Kind)}
}

// narrative is a paragraph. A first word with a colon that is nearly a header
// word is worth a warning.
func (s *scribe) narrative(u *unit, f frag) {
	if near := nearHeader(f, itemWords); s.heads && near != "" && f.at == 0 {
		s.wrong(f, Problem{Found: quoted(f.s), Expected: "a header word, or text; it was kept as text", Nearest: near + ":", Warning: true})
	} else if word, _, ok := header(f, headWords); ok && f.at == 0 {
		s.wrong(f, Problem{Found: "“" + word + ":” inside an item", Expected: "it in the header of the meeting; it was kept as text", Warning: true})
	}
	s.entry(agenda.Entry{Kind: agenda.Narrative, Text: f.s, Points: s.points(u.points)}, f)
}

// note goes into the closed part, behind the last public entry.
func (s *scribe) note(u *unit, f frag) {
	e := agenda.Entry{Kind: agenda.Note, Text: f.s, Points: s.points(u.points)}
	if e.Text == "" && len(e.Points) == 0 {
		s.expected(f, "% alone", "words behind the mark")
		return
	}
	next, id, err := s.r.Add(s.item, e)
	if err != nil {
		s.expected(f, "no item to write to", err.Error())
		return
	}
	s.r = next
	s.added++
	s.applied = Applied{Item: s.item, Entry: id, Kind: agenda.Note, What: "clerk's note"}
}

// exchange is a question, comment, response or further comment.
func (s *scribe) exchange(u *unit, f frag) {
	e := agenda.Entry{Kind: agenda.Question}
	mark := 1
	switch {
	case strings.HasPrefix(f.s, ">>"):
		e.Kind, mark = agenda.Further, 2
	case f.s[0] == '>':
		e.Kind = agenda.Response
	case f.s[0] == '*':
		e.Kind = agenda.Comment
	}
	var rest frag
	e.Verb, rest = gluedVerb(f.from(mark))
	e.Speaker, rest = s.speaker(rest)
	e.Text, e.Points = rest.s, s.points(u.points)
	if e.Kind == agenda.Response || e.Kind == agenda.Further {
		if e.On = s.current().Asked(); e.On == 0 {
			s.expected(f, "a "+string(e.Kind)+" with nothing above it", "a question (?) or a comment (*) before it in the item")
			return
		}
	}
	s.entry(e, f)
}

// gluedVerb is the word that stands directly behind a mark, up to the next
// blank: it replaces the verb of the house.
func gluedVerb(f frag) (verb string, rest frag) {
	r, _ := utf8.DecodeRuneInString(f.s)
	switch {
	case strings.HasPrefix(f.s, agenda.AsTyped):
		return agenda.AsTyped, f.from(1).trim()
	case !unicode.IsLetter(r):
		return "", f.trim()
	}
	end := strings.IndexAny(f.s, " \n")
	if end < 0 {
		end = len(f.s)
	}
	return f.s[:end], f.from(end).trim()
}

// elsewhere is "#7 …": the rest of the line goes to item 7.
func (s *scribe) elsewhere(u *unit, f frag) bool {
	ref, rest, _ := strings.Cut(f.s[1:], " ")
	to, known := itemCalled(&s.r.Open, ref)
	switch {
	case ref == "" || !known && !hasDigit(ref):
		return false
	case !known:
		s.wrong(f, Problem{Found: "#" + ref, Expected: "the number of an item", Nearest: nearest(ref, itemNumbers(&s.r.Open))})
		return true
	case strings.Trim(rest, " ") == "" && len(u.points) == 0:
		s.expected(f, quoted(f.s)+" alone", "an entry behind it")
		return true
	}
	home, heads := s.item, s.heads
	s.item, s.heads = to, false
	at := f.from(len(f.s) - len(rest)).trim()
	if at.s == "" {
		s.list(u)
	} else {
		s.line(&unit{text: u.text, segs: u.segs, points: u.points}, at)
	}
	s.item, s.heads = home, heads
	return true
}

// points nests the "-" lines of a unit by their indent.
func (s *scribe) points(rows []row) []agenda.Point {
	pts, _ := s.nest(rows, -1)
	return pts
}

// nest reads the points deeper than indent, and returns how many rows it took.
func (s *scribe) nest(rows []row, indent int) (out []agenda.Point, n int) {
	level := -1
	for n < len(rows) {
		r := rows[n]
		if r.indent <= indent {
			return out, n
		}
		if level >= 0 && r.indent > level && len(out) > 0 {
			sub, took := s.nest(rows[n:], level)
			last := &out[len(out)-1]
			last.Points = append(last.Points, sub...)
			n += took
			continue
		}
		level = r.indent
		p := agenda.Point{Text: strings.Trim(r.text, " \n")}
		if p.Text == "" {
			s.problems = append(s.problems, Problem{Line: r.line, Col: r.col, Found: "- alone", Expected: "words behind the mark"})
		}
		out = append(out, p)
		n++
	}
	return out, n
}
