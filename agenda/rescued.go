package agenda

import (
	"strings"
	"unicode"
)

// In is whether the book has the words of a draft that an earlier run left
// behind, so that nobody need be asked about it: the entry that it made or
// changed is there and says what was typed. read is how the notation writes an
// entry. A doubt is no: being asked once too often loses nothing.
func (d Draft) In(r Record, read func(Record, Entry) string) bool {
	id := d.Became
	if d.Entry != 0 {
		id = d.Entry
	}
	_, e, ok := r.Find(id)
	switch {
	case !ok:
		return false
	case d.Field != "":
		return d.Kept
	}
	return lettersOf(read(r, *e)) == lettersOf(d.Text)
}

// lettersOf is a text without all that the notation may write otherwise than it
// was typed: blanks, marks and quotes.
func lettersOf(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// Newest is the entry that a change has made, the last of several; zero where it
// made none.
func Newest(before, after Record) ID {
	for id := after.Closed.Next; id > max(before.Closed.Next, 1); id-- {
		if _, _, ok := after.Find((id - 1) | closedBit); ok {
			return (id - 1) | closedBit
		}
	}
	for id := after.Open.Next; id > max(before.Open.Next, 1); id-- {
		if _, _, ok := after.Find(id - 1); ok {
			return id - 1
		}
	}
	return 0
}
