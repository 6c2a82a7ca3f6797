package tui

import (
	"fmt"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// aimed is which entry the composer is about. It is let go as one thing, so
// that no part of it points at an entry that another part has left.
type aimed struct {
	chosen  pick      // the entry chosen in the minute; zero: none
	behind  agenda.ID // the entry that a new one goes behind; zero: the last
	editing pick      // the entry in the composer; zero: a new one
}

// letGo begins a new entry at the end of the item.
func (l *live) letGo() {
	l.aimed = aimed{}
	l.predict()
}

// pickUp chooses an entry. Words that are typed from an empty composer then go
// behind it; words typed already go where they were meant to, until the choice
// is let go.
func (l *live) pickUp(p pick) {
	l.chosen = p
	if p.none() {
		l.behind = 0
	}
	l.aim()
}

// aim settles, while nothing is typed, where the next words go and what they
// likely are.
func (l *live) aim() {
	if !l.comp.Empty() || !l.editing.none() {
		return
	}
	l.behind = 0
	if !l.chosen.note {
		l.behind = l.chosen.id
	}
	l.predict()
}

// predict empties the composer for a new entry.
func (l *live) predict() {
	l.list.guests = nil
	if l.behind != 0 && l.editing.none() {
		l.comp.Predict(notes.PredictBehind(l.s.record(), l.behind))
		return
	}
	l.comp.Predict(notes.Predict(l.s.record(), l.target()))
}

// goesTo is the item a new entry goes to, which is not the open one where it
// goes behind an entry of another.
func (l *live) goesTo() agenda.ID {
	if l.behind == 0 {
		return l.target()
	}
	if it, _, ok := l.s.record().Find(l.behind); ok {
		return it.ID
	}
	return l.target()
}

// apply keeps a line at the end of the item or behind the chosen entry.
func (l *live) apply(a *app, text string) (agenda.Record, notes.Applied, error) {
	if l.behind != 0 {
		return notes.ApplyBehind(l.withGuests(text), l.behind, text, l.s.minuted(a))
	}
	return notes.Apply(l.withGuests(text), l.target(), text, l.s.minuted(a))
}

// askedOf is the entry that a line behind another belongs to in the eyes of the
// clerk: for a response its question, else the entry itself; under says which.
func (l *live) askedOf(kind agenda.Kind) (e *agenda.Entry, under bool) {
	if l.behind == 0 {
		return nil, false
	}
	face, e, ok := l.s.record().Find(l.behind)
	if !ok {
		return nil, false
	}
	if !kind.Answers() || !e.Kind.Asks() && !e.Kind.Answers() {
		return e, false
	}
	it, _ := l.whole(face.ID)
	for _, q := range it.Entries {
		if q.ID == e.On {
			e = q
		}
	}
	return e, true
}

// whither says for the composer's rule where a new entry goes that does not go
// to the end of the item.
func (l *live) whither() string {
	switch e, under := l.askedOf(l.comp.Kind()); {
	case e == nil || !l.editing.none():
		return ""
	case under:
		return "to: " + beginsWith(e, 26)
	default:
		return "after: " + beginsWith(e, 26)
	}
}

// beginsWith is the beginning of what an entry says.
func beginsWith(e *agenda.Entry, width int) string {
	text := e.Text
	switch {
	case text != "":
	case e.Resolution != nil && len(e.Resolution.Parts) > 0:
		text = e.Resolution.Parts[0].Text
	case len(e.Points) > 0:
		text = e.Points[0].Text
	}
	if text = agenda.CleanLine(text); text == "" {
		return "the " + e.Kind.Words()
	}
	return cut(text, width)
}

// keptBehind says in a message where an entry was kept, after the fact.
func (l *live) keptBehind(kind agenda.Kind) string {
	switch e, under := l.askedOf(kind); {
	case e == nil:
	case e.ID.Closed():
		return "kept where you chose" // what is private is in no message
	default:
		return fmt.Sprintf("kept %s “%s”", map[bool]string{true: "under", false: "after"}[under], beginsWith(e, 26))
	}
	return ""
}
