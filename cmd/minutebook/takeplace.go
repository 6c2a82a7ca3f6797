package main

import (
	"fmt"
	"slices"

	"minutebook/agenda/notes"
)

// passage is lines of the input that are read together, and where each of them
// stands there.
type passage struct {
	text string
	rows []int
}

func (p passage) none() bool { return len(p.rows) == 0 }

// then is the passage with a line more.
func (p passage) then(text string, row int) passage { return p.with(passage{text, []int{row}}) }

// with is the passage with those of another behind it.
func (p passage) with(more passage) passage {
	switch {
	case p.none():
		return more
	case more.none():
		return p
	}
	return passage{p.text + "\n" + more.text, slices.Concat(p.rows, more.rows)}
}

// placed is what is wrong with a line, and where in the input: a line is applied
// together with those it goes on with, and the mistake may be in one of them.
func (t *taker) placed(p notes.Problem) string {
	line := t.line
	if p.Line >= 1 && p.Line <= len(t.reading.rows) {
		line = t.reading.rows[p.Line-1]
	}
	return fmt.Sprintf("line %d, column %d: %s", line, p.Col, p.Words())
}
