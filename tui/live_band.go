package tui

import (
	"fmt"
	"strings"

	"minutebook/agenda"
)

// right is the clock, for how long the meeting has been open, and whether all
// of it is in the book.
func (l *live) right(a *app, m agenda.Meeting) []part {
	now := l.s.clock(a)
	parts := []part{{text: now.TimeOfDay(), style: a.st.text, keep: a.width >= 60}}
	closed := l.outline.closed
	switch n, ok := l.outline.opened.MinutesUntil(now); {
	case l.outline.adjourned != nil:
		parts = append(parts, part{text: adjournedFor(l.outline.adjourned, a.width), style: a.st.strong, keep: true})
	case closed != "":
		parts = append(parts, part{text: "closed " + closed.TimeOfDay(), style: a.st.muted})
	case ok && n >= 0 && n < 24*60 && len(m.Taken) > 0:
		parts = append(parts, part{text: fmt.Sprintf("open %d min", n), style: a.st.muted})
	}
	return append(parts, savingPart(a, l.s))
}

// adjournedFor is as much of an adjournment as a header of that width has room
// for: the word always.
func adjournedFor(words []string, width int) string {
	switch {
	case width < 60:
		words = words[:1]
	case width < 100:
		words = words[:min(2, len(words))]
	}
	return strings.Join(words, " ")
}

// band says the state that must not be missed, the gravest first.
func (l *live) band(a *app, m agenda.Meeting) *band {
	private := l.privateBand(a, m)
	it, looking := m.Item(l.look)
	switch why := l.s.Stuck(); {
	case why != "":
		return bandOf(why, private)
	case private != nil:
		return private
	case looking:
		return l.lookingBand(m, it)
	case l.damaged > 0:
		text := count(l.damaged, "part", "parts") + " of this meeting cannot be read."
		b := &band{Word: "DAMAGED", Text: text, kind: bandNotSaved}
		if a.mender() != nil {
			b.Right = a.keys.Retry.Help().Key + " what to do"
		}
		return b
	}
	return nil
}

// privateBand is the band for as long as anything is on the screen that the
// public must not see; nil while nothing is.
func (l *live) privateBand(a *app, m agenda.Meeting) *band {
	b := &band{Word: "PRIVATE", kind: bandPrivate}
	open, _ := m.Item(l.target())
	closing := open != nil && open.Exempt != nil && open.Private()
	shown := l.seen(l.shownItem())
	switch {
	case l.look != 0 && shown.secret && shown.exempt():
		b.Text, b.Right = "You are looking at "+exemptWords(l.itemWords(l.look), shown.face)+".", l.wayBack(m)
	case l.look != 0 && closing:
		b.Text, b.Right = capital(l.itemWords(open.ID))+" is open. You are looking at "+l.itemWords(l.look)+".", l.wayBack(m)
	case closing:
		b.Text = capital(isExempt(l.itemWords(open.ID), open))
		b.Right = a.keys.Private.Help().Key + " public again"
		for _, words := range l.outline.public {
			if l.fits(a, b, words) {
				break
			}
		}
	case l.look != 0 && shown.secret:
		b.Text, b.Right = "Your own notes are on the screen. You are looking at "+l.itemWords(l.look)+".", a.keys.Notes.Help().Key+" hides them"
	case shown.secret && shown.exempt() && shown.face.Exempt.Whole:
		b.Text = capital(exemptWords(l.itemWords(open.ID), shown.face)) + ", is public again: you write in public."
	case shown.secret && shown.exempt():
		b.Text = "Part of " + isExempt(l.itemWords(open.ID), open) + " You are writing in public."
	case shown.secret && shown.face.Title != shown.item.Title:
		b.Text = "The public sees another title of " + l.itemWords(open.ID) + "."
	case shown.secret, l.noted:
		b.Text, b.Right = "Your own notes are on the screen.", a.keys.Notes.Help().Key+" hides them"
	default:
		return nil
	}
	if a.width < 60 {
		b.Text = ""
	}
	return b
}

// exempt is whether private business of the item is on the screen.
func (s *seenItem) exempt() bool { return s.face != nil && s.face.Exempt != nil }

// fits adds a sentence to a band that has room for it.
func (l *live) fits(a *app, b *band, sentence string) bool {
	fits := sentence != "" && 2*margin(a.width)+cells(b.Word+b.Text+sentence+b.Right)+6 <= a.width
	if fits {
		b.Text += " " + sentence
	}
	return fits
}

// exemptWords is an item and why it is private: "item 5, exempt, paragraph 3".
func exemptWords(words string, it *agenda.Item) string {
	return commas(words+", exempt", groundWords(it.Ground()))
}

// isExempt is that as a sentence.
func isExempt(words string, it *agenda.Item) string {
	return commas(words+" is exempt", groundWords(it.Ground())) + "."
}

// groundWords is the ground of private business in words: numbers are those of
// paragraphs.
func groundWords(ground string) string {
	if ground == "" || strings.Trim(ground, "0123456789, ") != "" {
		return ground
	}
	numbers := strings.FieldsFunc(ground, func(r rune) bool { return r == ',' || r == ' ' })
	switch n := len(numbers); n {
	case 0:
		return ground
	case 1:
		return "paragraph " + numbers[0]
	default:
		return "paragraphs " + strings.Join(numbers[:n-1], ", ") + " and " + numbers[n-1]
	}
}

// wayBack is how one comes back to the open item.
func (l *live) wayBack(m agenda.Meeting) string {
	if open := m.Current(); open != 0 {
		return "esc back to " + strings.TrimPrefix(l.itemWords(open), "item ")
	}
	return "esc back"
}

func (l *live) lookingBand(m agenda.Meeting, it *agenda.Item) *band {
	text := "at " + l.itemWords(it.ID) + "."
	if open := m.Current(); open != 0 {
		text += " " + capital(l.itemWords(open)) + " is open and its clock runs."
	}
	return &band{Word: "LOOKING", Text: text, Right: l.wayBack(m), kind: bandLooking}
}

// thick is whether a row of the screen stands beside the thick line: those of
// what is private in the minute, those of the composer while what is typed will
// be, and all of them while the clerk's notes are shown.
func (l *live) thick(row int) bool {
	s := &l.sight
	switch {
	case s.face == nil || l.noted:
		return l.noted
	case row >= l.drawn.room:
		return l.drawn.secret
	case !s.secret:
		return false
	case !s.parted:
		return true
	}
	at := row - l.drawn.entries
	if at >= len(l.minute.owners) {
		return l.drawn.secret && l.look == 0 // where the next words will stand
	}
	return at >= 0 && l.minute.owners[at].id.Closed()
}
