package tui

import (
	"errors"

	"minutebook/agenda"
)

// drafter is a screen with words that are on their way into a meeting. It says
// what stands in its fields; what becomes of the words need not be told: where
// they go as the meeting changes they were kept, where it does not change they
// were taken back.
type drafter interface{ Typed(a *app) []fieldWords }

// fieldWords is the words of one field.
type fieldWords struct {
	field any      // whose: what is compared to know it again
	s     *session // the open meeting; nil: it is not open
	agenda.Draft
}

// drafted is words that are in the journal.
type drafted struct {
	fieldWords
	change int           // of the session when they were written
	before agenda.Record // as it was then
}

// typed is what stands in the fields of all screens now.
func (a *app) typed() (all []fieldWords) {
	for _, s := range a.stack {
		if d, ok := s.(drafter); ok {
			all = append(all, d.Typed(a)...)
		}
	}
	for _, s := range a.sessions {
		for _, v := range s.away {
			all = append(all, v.Typed(a)...)
		}
	}
	return all
}

// draft has the journal say what the fields say. It is called after every
// message and before anything is drawn: a letter that was on the screen is in
// the journal.
func (a *app) draft() {
	if a.journal == nil {
		return
	}
	old := a.drafts
	a.drafts = nil
	for _, t := range a.typed() {
		if t.Text == "" {
			continue
		}
		var was *drafted
		for i, d := range old {
			if d != nil && d.field == t.field {
				was, old[i] = d, nil
				break
			}
		}
		a.drafts = append(a.drafts, a.draftOf(was, t))
	}
	for _, d := range old {
		if d != nil {
			a.letDraftGo(d)
		}
	}
	for _, s := range a.sessions {
		for _, number := range s.landed() {
			a.journalled(a.journal.End(number))
		}
	}
}

// draftOf writes the words of a field where they are others than before.
func (a *app) draftOf(was *drafted, t fieldWords) *drafted {
	if was != nil && (was.changed() && was.Text != t.Text || was.Entry != t.Entry || was.Meeting != t.Meeting) {
		a.letDraftGo(was) // those words are gone, and these are others
		was = nil
	}
	if was != nil {
		t.Number = was.Number
	} else {
		t.Number = a.journal.Next()
	}
	if was == nil || was.Draft != t.Draft || a.loose != "" {
		a.journalled(a.journal.Write(t.Draft))
	}
	d := &drafted{fieldWords: t}
	if t.s != nil {
		d.change, d.before = t.s.change, t.s.record()
	}
	return d
}

// changed is whether the meeting is another one than when the words were
// written.
func (d *drafted) changed() bool { return d.s != nil && d.s.change != d.change }

// letDraftGo is for words that stand in no field any more. Those that were kept
// stay in the journal until the book has them.
func (a *app) letDraftGo(d *drafted) {
	if !d.changed() {
		a.journalled(a.journal.End(d.Number))
		return
	}
	d.Kept, d.Became = true, d.Entry
	if d.Entry == 0 {
		d.Became = agenda.Newest(d.before, d.s.record())
	}
	a.journalled(a.journal.Write(d.Draft))
	d.s.hold(d.Number)
}

// journalled tells the clerk what the journal answered: once that it is
// elsewhere, and for as long as it is so that it is nowhere.
func (a *app) journalled(err error) {
	var moved *agenda.JournalMoved
	switch {
	case err == nil:
		if a.loose != "" {
			a.say("typing is in the journal again")
		}
		a.loose = ""
	case errors.As(err, &moved):
		a.loose = ""
		a.say("what you type is kept in " + moved.To + " now: " + plainCause(moved.Why))
	default:
		why := plainCause(err)
		if a.loose != why {
			a.say("typing is NOT in the journal: " + why)
		}
		a.loose = why
	}
}

// heldDraft is a draft that was kept: it ends when a change is in the book.
type heldDraft struct {
	change int
	number uint64
}

// hold has a draft end once what is newest now is in the book.
func (s *saver[T]) hold(number uint64) { s.held = append(s.held, heldDraft{s.change, number}) }

// landed is the drafts that the book has now, once each.
func (s *saver[T]) landed() (numbers []uint64) {
	for len(s.held) > 0 && s.held[0].change <= s.kept {
		numbers = append(numbers, s.held[0].number)
		s.held = s.held[1:]
	}
	return numbers
}

// holdOn has what is not in the book yet wait for the change that comes next.
func (s *saver[T]) holdOn() {
	for i := range s.held {
		s.held[i].change = s.change + 1
	}
}

// Typed is the words in the composer.
func (l *live) Typed(*app) []fieldWords {
	if l.comp.Empty() {
		return nil
	}
	d := agenda.Draft{Meeting: l.s.meeting().Key, Item: l.goesTo(), Entry: l.editing.id, After: l.behind}
	d.Text = l.comp.withoutDue(l.comp.Text())
	if d.Entry != 0 {
		d.Item, d.After = l.shownItem(), 0
	}
	d.Private = l.begun.secret || l.secretly() || l.editing.note || d.Entry.Closed() || l.comp.Kind() == agenda.Note
	return []fieldWords{{field: l.s, s: l.s, Draft: d}}
}

// Typed is what was typed about a vote, the line and the words of a motion.
func (v *vote) Typed(*app) []fieldWords {
	d := agenda.Draft{Meeting: v.l.s.meeting().Key, Item: v.item, After: v.on(), Field: "vote", Text: v.draft(), Private: v.l.private(v.item)}
	return []fieldWords{{field: v, s: v.l.s, Draft: d}}
}

// Typed is the set-up of a meeting as it stands in the fields.
func (h *heldMeeting) Typed(*app) []fieldWords {
	if !h.loaded {
		return nil
	}
	return []fieldWords{{field: h, s: h.s, Draft: agenda.Draft{Meeting: h.meeting, Field: "agenda", Text: h.sheet.draft()}}}
}

// Typed is what was typed of one item of an agenda, a line a field.
func (s *itemSheet) Typed(a *app) []fieldWords {
	var h *heldMeeting
	for _, under := range a.stack {
		if held, ok := under.(*heldMeeting); ok && s.list == &held.list {
			h = held
		}
	}
	if h == nil {
		return nil
	}
	d := agenda.Draft{Meeting: h.meeting, Field: "paper", Text: s.draft()}
	if r := s.list.row(); r != nil {
		d.Item = r.item.ID
	}
	return []fieldWords{{field: s, s: h.s, Draft: d}}
}
