package notes

import (
	"slices"
	"strings"

	"minutebook/agenda"
)

// File is what a file of notes holds.
type File struct {
	Bodies   []agenda.Body // those that say more than a name, a code and a style
	Meetings []Sitting
	Warnings Problems
	Numbers  []string // what was taken as the number of an item, on lines without a bar
	Public   bool     // it says "copy: public", so the clerk's notes are not in it
}

// Sitting is a meeting of a file. Body has what the header said and no key; of a
// full copy that is all of the body, for a book that does not have it.
// Record has neither key nor body. Draft is 0 where the file says none.
type Sitting struct {
	Body   agenda.Body
	Record agenda.Record
	Draft  int
}

// Parse reads a file of notes. Name is for the error, which is Problems: every
// mistake of the file at once, and the warnings in between, because what one
// says is often why a mistake below it is one.
func Parse(name string, text string) (File, error) {
	r := reader{sec: newSection(agenda.Body{})}
	units := split(text)
	for _, u := range units {
		r.read(u)
	}
	r.finish()
	if len(units) == 0 {
		r.problems = Problems{{Line: 1, Col: 1, Found: "nothing", Expected: "a line “body: NAME” at the top"}}
	}
	mistakes, warnings := r.problems.sorted(name)
	if len(mistakes) > 0 {
		return File{}, r.problems.of(name)
	}
	r.file.Warnings = warnings
	return r.file, nil
}

// reader sorts the units of a file into sections and finishes each when the
// next begins.
type reader struct {
	file     File
	problems Problems
	sec      *section
}

// section is a body and perhaps a meeting of it, as far as it was read.
type section struct {
	scribe
	body    agenda.Body
	inHead  bool // header words of body and meeting count
	ended   bool // a bare "==" stands directly above
	below   bool // the line above is a standing item or goes with it
	defined bool // the body says more than who it is
	said    map[string]bool
	call    *unit // the "meeting:" line
	garbled bool  // a header word is misspelt, perhaps that one
	draft   int
	first   *unit
	roll    []*unit              // header lines of the roll, and clerk's notes among them
	listed  bool                 // a "roster:" line says who is who
	short   map[agenda.ID]string // who a line about substitutes named by the surname alone
	copied  bool                 // a full copy of a meeting: it tells what its body was, and declares none
	taken   *unit                // the "taken:" line, and its value
	order   frag
	items   []*agenda.Item
	steps   []step
}

// step is a unit and the item it stands in, the opening being 0.
type step struct {
	u    *unit
	item int
	head bool // it is the heading itself
}

func newSection(b agenda.Body) *section {
	s := &section{body: b, inHead: true, said: map[string]bool{}}
	s.own = true
	s.r.Open.Next = 1
	s.items = []*agenda.Item{{Kind: agenda.KindOpening}}
	return s
}

func (r *reader) read(u *unit) {
	s := r.sec
	s.scribe.unit = u
	if s.first == nil {
		s.first = u
	}
	word, v, ok := header(u.frag(), headWords)
	ok = ok && u.rows == nil
	switch {
	case ok && (s.inHead && s.said["body"] && word == "body" || s.ended && (word == "body" || word == "meeting")):
		r.next(word)
		r.read(u)
		return
	case ok && s.inHead:
		r.header(u, word, v)
		return
	case s.inHead && s.below && s.standingHeader(u):
		return
	case s.inHead && strings.HasPrefix(u.text, "%"):
		s.roll = append(s.roll, u)
		return
	case s.inHead && s.misspelt(u):
		return
	case s.inHead:
		s.leaveHead(u)
	}
	s.entryLine(r, u)
}

// next finishes a section and begins another; a second meeting is of the same
// body.
func (r *reader) next(word string) {
	b := agenda.Body{}
	if word == "meeting" {
		b = agenda.Body{Name: r.sec.body.Name, Code: r.sec.body.Code, Style: r.sec.body.Style}
	}
	r.finish()
	r.sec = newSection(b)
	r.sec.said["body"] = word == "meeting"
}

// misspelt is whether a line above the "meeting:" line is a header whose word
// is nearly right. No text can stand there, so it is a mistake of its own, and
// the lines below it are still headers.
func (s *section) misspelt(u *unit) bool {
	near := nearHeader(u.frag(), headWords)
	if s.call != nil || near == "" || u.rows != nil {
		return false
	}
	s.garbled = true
	s.wrong(u.frag(), Problem{Found: quoted(u.text), Expected: "a header word", Nearest: near + ":"})
	return true
}

// leaveHead is told of the first line that is no header.
func (s *section) leaveHead(u *unit) {
	s.inHead = false
	f := u.frag()
	if near := nearHeader(f, headWords); near != "" && u.rows == nil {
		s.wrong(f, Problem{Found: quoted(f.s) + ", which is read as text", Expected: "a header word", Nearest: near + ":", Warning: true})
	}
	if s.call == nil && !s.garbled {
		s.expected(f, quoted(u.text), "a line “meeting: KIND, DATE TIME, PLACE” before it")
	}
}

// entryLine keeps a unit for when every item is known, because "#9" may stand
// above item 9.
func (s *section) entryLine(r *reader, u *unit) {
	f := u.frag()
	if u.rows == nil && strings.HasPrefix(u.text, "==") {
		it, bare, taken := heading(f)
		s.ended = bare
		if bare {
			return
		}
		if taken {
			r.file.Numbers = append(r.file.Numbers, it.Number)
		}
		s.items = append(s.items, &it)
		s.steps = append(s.steps, step{u, len(s.items) - 1, true})
		return
	}
	if s.ended && !strings.HasPrefix(u.text, "#") {
		s.ended = false
		s.items = append(s.items, &agenda.Item{Kind: agenda.KindInterlude})
	}
	s.steps = append(s.steps, step{u, len(s.items) - 1, false})
}

// finish makes the body and the record of the section.
func (r *reader) finish() {
	s := r.sec
	if s.first == nil {
		return
	}
	s.scribe.unit = s.first
	if s.body.Name == "" {
		s.expected(s.first.frag(), "no body", "a line “body: NAME” at the top")
	}
	if s.defined && !s.copied || s.call == nil {
		r.file.Bodies = append(r.file.Bodies, s.body)
	}
	if s.call != nil || len(s.steps) > 0 {
		s.minute() // without its call too, for the mistakes further down
	}
	if s.call != nil {
		r.file.Meetings = append(r.file.Meetings, Sitting{Body: s.body, Record: s.scribe.r, Draft: s.draft})
	}
	r.problems = append(r.problems, s.problems...)
}

// minute applies the roll and then every entry.
func (s *section) minute() {
	m := &s.scribe.r.Open
	m.Items = s.items
	for _, it := range m.Items {
		it.ID = m.Next
		m.Next++
	}
	s.item = m.Items[0].ID
	taken := s.takenInOrder() // while every item has its own title
	s.callRoll()
	for _, st := range s.steps {
		if s.item != m.Items[st.item].ID {
			s.dangling()
			s.item, s.heads = m.Items[st.item].ID, m.Items[st.item].Titled()
		}
		if !st.head {
			s.do(st.u)
		}
	}
	s.dangling()
	s.settle()
	m.Roster = slices.Clip(m.Roster)
	m.Taken = taken // the line says what was open when the meeting closed
}
