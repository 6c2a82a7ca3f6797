package agenda

import (
	"slices"
	"strconv"
	"strings"
)

// The words of a quorum are kept as stated, and what they ask for is worked out
// only where they are plain.

// portions are the words of a quorum that are a part of the voting places: the
// part as a fraction, and how many more than it there must be.
var portions = []struct {
	words    string
	of, in   int
	moreThan int
}{
	{"one third", 1, 3, 0}, {"a third", 1, 3, 0}, {"third", 1, 3, 0}, {"1/3", 1, 3, 0},
	{"two thirds", 2, 3, 0}, {"2/3", 2, 3, 0},
	{"one quarter", 1, 4, 0}, {"a quarter", 1, 4, 0}, {"quarter", 1, 4, 0}, {"1/4", 1, 4, 0},
	{"three quarters", 3, 4, 0}, {"3/4", 3, 4, 0},
	{"one half", 1, 2, 0}, {"a half", 1, 2, 0}, {"half", 1, 2, 0}, {"1/2", 1, 2, 0},
	{"more than half", 1, 2, 1}, {"more than one half", 1, 2, 1}, {"a majority", 1, 2, 1}, {"majority", 1, 2, 1},
	{"simple majority", 1, 2, 1}, {"a simple majority", 1, 2, 1},
}

// beside are words that say nothing about how many.
var beside = []string{
	"of", "the", "its", "all", "is", "be", "must", "present", "in", "person",
	"persons", "people", "voting", "whole", "number", "membership", "committee", "council", "board", "body", "places", "seats",
	"member", "members", "councillor", "councillors", "governor", "governors", "trustee", "trustees", "director", "directors",
	"commissioner", "commissioners", "delegate", "delegates", "minimum", "quorum",
}

// floors are phrases before what is the least that must be there. "Less than" by
// itself is none of them, and says nothing plain.
var floors = []string{"at least", "not less than", "no less than", "not fewer than", "no fewer than", "a minimum of", "minimum of"}

var numerals = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"}

// Needed is how many must be there for a quorum stated in words, of a number of
// voting places: "4", "four members", "one third of the members", "half", "a
// majority", "40%". A part of a person is a person. ok is false where the
// words say anything else.
func Needed(words string, places int) (n int, ok bool) {
	plain := strings.NewReplacer("-", " ", "–", " ", ",", " ", "⅓", "1/3", "½", "1/2", "⅔", "2/3", "¼", "1/4", "¾", "3/4").
		Replace(strings.ToLower(words))
	said := strings.Fields(strings.NewReplacer(". ", " ", ": ", " ").Replace(plain + " ")) // a dot inside a figure counts
	plain = " " + strings.Join(said, " ") + " "
	for _, w := range floors {
		plain = strings.Replace(plain, " "+w+" ", " ", 1)
	}
	fields := slices.DeleteFunc(strings.Fields(plain), func(w string) bool { return slices.Contains(beside, w) })
	plain = strings.Join(fields, " ")
	for _, p := range portions {
		if plain == p.words {
			if p.moreThan > 0 {
				return places*p.of/p.in + p.moreThan, true
			}
			return (places*p.of + p.in - 1) / p.in, true
		}
	}
	if percent, cut := strings.CutSuffix(strings.ReplaceAll(strings.Replace(plain, "per cent", "%", 1), " ", ""), "%"); cut {
		return share(percent, places)
	}
	if n = slices.Index(numerals, plain); n >= 0 {
		return n, true
	}
	n, err := strconv.Atoi(plain)
	if err != nil || n < 0 {
		return 0, false
	}
	return n, true
}

// share is a part of the voting places in per cent, of which the figure may have
// decimals.
func share(percent string, places int) (int, bool) {
	whole, decimals, _ := strings.Cut(percent, ".")
	if len(decimals) > 3 {
		return 0, false
	}
	of := 100
	for range decimals {
		of *= 10
	}
	n, err := strconv.Atoi(whole + decimals)
	return (places*n + of - 1) / of, whole != "" && err == nil && n >= 0 && n <= of
}

// Strength is whether enough are there.
type Strength struct {
	Present, Need int
	Known         bool // what the quorum asks for is plain, and the roll was called
}

// Short is whether too few are there, as far as that is known.
func (s Strength) Short() bool { return s.Known && s.Present < s.Need }

// Strength is whether enough are in the room for a quorum stated in words.
func (s Scene) Strength(quorum string) Strength {
	present, places := s.Count()
	n, ok := Needed(quorum, places)
	return Strength{present, n, ok && s.Called()}
}

// Turn is a moment at which a meeting lost its quorum or had it again.
type Turn struct {
	Item, Entry ID
	At          Clock
	Strength
}

// Turns is when a quorum stated in words was lost and regained, in the order in
// which it happened. The roll is called first: whom it does not name has not
// gone. A meeting that begins with too few has lost nothing, but may gain it.
func (m Meeting) Turns(quorum string) []Turn {
	var out []Turn
	s, short, opened := m.scene(), false, false
	for _, part := range m.stretches() {
		if part.item.ID == m.Opening() {
			s.pass(part.entries)
			continue
		}
		for _, e := range part.entries {
			if !opened {
				short, opened = s.Strength(quorum).Short(), true
			}
			if !e.moves() {
				continue
			}
			s.happens(e)
			if now := s.Strength(quorum); now.Known && now.Short() != short {
				short = now.Short()
				out = append(out, Turn{part.item.ID, e.ID, e.At, now})
			}
		}
	}
	return out
}
