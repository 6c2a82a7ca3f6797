package tui

import (
	"slices"
	"unicode"
)

// How well a text fits what was typed; less is better.
const (
	fitStart   = iota // it begins so
	fitWord           // a word of it does
	fitWithin         // it is somewhere in it
	fitLetters        // its letters are there, in order
	fitNot
)

// fit is how well a text fits the letters, which are in lower case, and which
// runes of it they are.
func fit(text string, letters []rune) (how int, at []int) {
	runes := []rune(text)
	for i, r := range runes {
		runes[i] = unicode.ToLower(r)
	}
	how = fitNot
	for i := 0; i+len(letters) <= len(runes); i++ {
		if !slices.Equal(runes[i:i+len(letters)], letters) {
			continue
		}
		now := fitWithin
		switch {
		case i == 0:
			now = fitStart
		case !unicode.IsLetter(runes[i-1]) && !unicode.IsDigit(runes[i-1]):
			now = fitWord
		}
		if now < how {
			how, at = now, at[:0]
			for j := range letters {
				at = append(at, i+j)
			}
		}
	}
	if how != fitNot || len(letters) < 2 {
		return how, at
	}
	for i, r := range runes {
		if len(at) < len(letters) && r == letters[len(at)] {
			at = append(at, i)
		}
	}
	if len(at) < len(letters) {
		return fitNot, nil
	}
	return fitLetters, at
}

// addFound puts a text into the row with the found runes in bold.
func (l *line) addFound(plain, hit ink, text string, at []int) *line {
	if len(at) == 0 {
		return l.add(plain, text)
	}
	runes, from := []rune(text), 0
	for from < len(runes) {
		in, to := slices.Contains(at, from), from+1
		for to < len(runes) && slices.Contains(at, to) == in {
			to++
		}
		if in {
			l.add(hit, string(runes[from:to]))
		} else {
			l.add(plain, string(runes[from:to]))
		}
		from = to
	}
	return l
}
