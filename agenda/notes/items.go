package notes

import (
	"strings"
	"unicode"

	"minutebook/agenda"
)

func hasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

// Heading reads an item line: "== 4 Dredging programme", "=== 4.1 | Phase two",
// "== | Vote of thanks". ok is false where text is none, or is a bare "==".
func Heading(text string) (item agenda.Item, ok bool) {
	units := split(text)
	if len(units) != 1 || !strings.HasPrefix(units[0].text, "==") {
		return agenda.Item{}, false
	}
	it, bare, _ := heading(units[0].frag())
	return it, !bare
}

// heading reads an item line. taken is whether the number was taken from the
// first word of a line without a bar.
func heading(f frag) (it agenda.Item, bare, taken bool) {
	n := len(f.s) - len(strings.TrimLeft(f.s, "="))
	f = f.from(n).trim()
	if f.s == "" {
		return agenda.Item{Kind: agenda.KindInterlude}, true, false
	}
	it.Level = n - 1
	if number, title, ok := f.cut('|'); ok {
		it.Number, it.Title = unescape(number.trim().s, inBars), unescape(title.trim().s, inBars)
		return oneLine(it), false, false
	}
	first, rest, _ := strings.Cut(f.s, " ")
	if hasDigit(first) {
		it.Number, it.Title = unescape(first, inBars), unescape(strings.TrimLeft(rest, " "), inBars)
		return oneLine(it), false, true
	}
	it.Title = unescape(f.s, inBars)
	return oneLine(it), false, false
}

func oneLine(it agenda.Item) agenda.Item {
	it.Number, it.Title = agenda.CleanLine(it.Number), agenda.CleanLine(it.Title)
	return it
}

// writeHeading is the inverse of heading: the short form where it reads back
// the same.
func writeHeading(it *agenda.Item) string {
	if it.Kind == agenda.KindInterlude && it.Level == 0 && it.Number == "" && it.Title == "" {
		return "=="
	}
	marks := strings.Repeat("=", max(it.Level, 1)+1)
	number, title := escape(it.Number, inBars), escape(it.Title, inBars)
	short := marks + " " + strings.Trim(number+" "+title, " ")
	if again, bare, _ := heading(frag{s: short}); !bare && again.Number == it.Number && again.Title == it.Title {
		return short
	}
	return strings.TrimRight(marks+" "+strings.TrimLeft(number+" | ", " ")+title, " ")
}

func itemNumbers(m *agenda.Meeting) []string {
	var out []string
	for _, it := range m.Items {
		if it.Number != "" {
			out = append(out, it.Number)
		}
	}
	return out
}

// heading of a typed line goes to the item that has that number, or adds one.
// A file's headings are read by its reader.
func (s *scribe) heading(u *unit) {
	it, bare, _ := heading(u.frag())
	s.dangling()
	s.changed = true
	if id, ok := s.r.Open.ItemCalled(it.Number); ok && !bare {
		old, _ := s.r.Open.Item(id)
		if it.Title == "" || strings.EqualFold(it.Title, old.Title) || strings.EqualFold(it.Title, s.clerks(id).Title) {
			s.item = id
			s.applied = Applied{Item: id, What: "item " + it.Number}
			s.heads = len(old.Entries) == 0
			return
		}
	}
	next, id, err := s.r.AddItem(s.item, it)
	if err != nil {
		s.expected(u.frag(), quoted(u.text), err.Error())
		return
	}
	s.r, s.item, s.heads = next, id, !bare
	s.applied = Applied{Item: id, What: "new item " + strings.Trim(it.Number+" "+it.Title, " ")}
}

// shown is what the item being written to says of itself to the clerk.
func (s *scribe) shown() agenda.Item { return s.clerks(s.item) }

func (s *scribe) clerks(item agenda.ID) agenda.Item {
	var p agenda.Parts
	if it, ok := s.r.Open.Item(item); ok {
		p.Face = *it
	}
	if c := s.r.Closed.Items[item]; c != nil {
		p.Closed = *c
	}
	return p.Shown()
}

// change alters the item being written to.
func (s *scribe) change(what string, f func(*agenda.Item)) {
	s.changed = true
	s.applied = Applied{Item: s.item, What: what}
	if s.own {
		private := s.private()
		s.parts(func(p *agenda.Parts) { p.Write(private, f) })
		return
	}
	if next, err := s.r.WriteItem(s.item, f); err == nil {
		s.r = next
	}
}

// itemHeader is a header line of an item; false where the line is none.
func (s *scribe) itemHeader(u *unit, f frag) bool {
	word, v, ok := header(f, itemWords)
	if !ok {
		return false
	}
	value, own := s.value(u, v)
	if value == "" {
		s.expected(v, "nothing behind “"+word+":”", "words behind the colon")
	} else if it := s.shown(); word == "kind" && it.Kind != "" && it.Titled() || word == "purpose" && it.Purpose != "" || word == "wording" && it.Wording != "" {
		s.expected(f, "“"+word+":” a second time", "it only once in an item")
	} else {
		s.change(word, func(it *agenda.Item) { setHeader(it, word, value) })
	}
	if len(own) > 0 {
		s.list(&unit{segs: u.segs, points: own})
	}
	return true
}

// value is the value of a header with its continuation. Indented points belong
// to it as paragraphs; a point that is not indented begins a list of its own.
func (s *scribe) value(u *unit, v frag) (value string, rest []row) {
	value = v.s
	for i, p := range u.points {
		if p.indent == 0 {
			return strings.Trim(value, " \n"), u.points[i:]
		}
		value += "\n- " + p.text
	}
	return strings.Trim(value, " \n"), nil
}

// setHeader changes an item whose paper is its own.
func setHeader(it *agenda.Item, word, value string) {
	switch word {
	case "kind":
		it.Kind = value
		return
	case "purpose":
		it.Purpose = value
		return
	case "wording":
		it.Wording = value
		return
	}
	if it.Paper == nil {
		it.Paper = &agenda.Paper{}
	}
	p := it.Paper
	add := func(to *[]string) {
		for _, one := range (frag{s: value}).split(';') {
			if words := unescape(one.s, inLists); words != "" {
				*to = append(*to, words)
			}
		}
	}
	switch word {
	case "paper":
		p.Number, p.Title = paperParts(value)
	case "report of":
		add(&p.Of)
	case "lead":
		add(&p.Leads)
	case "sponsor":
		add(&p.Sponsors)
	case "contact":
		add(&p.Contacts)
	case "recommends":
		p.Recommends = append(p.Recommends, value)
	case "asks":
		p.Asks = append(p.Asks, value)
	}
}

// paperParts reads "NUMBER, TITLE" or "NUMBER | TITLE". What stands before the
// comma is a number only if it has a digit.
func paperParts(value string) (number, title string) {
	f := frag{s: value}
	if n, t, ok := f.cut('|'); ok {
		return unescape(n.trim().s, inCommas), unescape(t.trim().s, inCommas)
	}
	n, t, _ := f.cut(',')
	if words := n.trim().s; hasDigit(words) && (t.s != "" || !strings.Contains(words, " ")) {
		return unescape(words, inCommas), unescape(t.trim().s, inCommas)
	}
	return "", unescape(value, inCommas)
}

func writePaper(p *agenda.Paper) string {
	number, title := escape(p.Number, inCommas), escape(p.Title, inCommas)
	for _, short := range []string{number + ", " + title, title, number} {
		if n, t := paperParts(short); n == p.Number && t == p.Title && short == strings.Trim(short, " ") {
			return short
		}
	}
	return strings.Trim(number+" | "+title, " ")
}
