package agendatest

import (
	"slices"

	"pgregory.net/rapid"

	"minutebook/agenda"
)

// order fills a correction, or an event of the order of business; false where e is none.
func (k *maker) order(_ *agenda.Item, e *agenda.Entry) bool {
	t := k.T
	switch {
	case e.Kind == agenda.Corrected:
		k.correction(e)
	case e.Kind != agenda.Happening || rapid.Bool().Draw(t, "of the roll"):
		return false
	default:
		e.Event = &agenda.Event{What: rapid.SampledFrom([]string{agenda.Adjourned, agenda.Resumed, agenda.NextMeeting, agenda.Quorum,
			agenda.TakenOut, agenda.TakenOut, agenda.Together, agenda.MinutesOf, agenda.ActionList, agenda.Thanked}).Draw(t, "what")}
		k.orderly(e)
	}
	e.Points = sometimes(t, "points", points)
	return true
}

// orderly fills an event of the order of business.
func (k *maker) orderly(e *agenda.Entry) {
	t, ev := k.T, e.Event
	switch ev.What {
	case agenda.Quorum, agenda.Thanked:
		e.Text = text(t)
		return
	case agenda.ActionList:
		return
	case agenda.NextMeeting:
		if rapid.Bool().Draw(t, "in words") {
			e.Text = rapid.OneOf(Text(), rapid.SampledFrom([]string{"2026-04-16", "3 weeks on", "16 April", `\to be fixed`, "2026-02-30"})).Draw(t, "when")
			return
		}
		ev.To = clock(t)
		ev.Place = sometimes(t, "place", line)
		return
	case agenda.Adjourned:
		ev.To = sometimes(t, "until", clock)
		e.At = sometimes(t, "at", clock)
	case agenda.Resumed:
		e.At = sometimes(t, "at", clock)
	case agenda.MinutesOf:
		ev.Meetings = append(list(t, "meetings", 2, line), line(t))
	case agenda.TakenOut:
		k.refers(&ev.Items, rapid.IntRange(1, 2).Draw(t, "items"))
		if rapid.Bool().Draw(t, "before") {
			var before []agenda.ItemRef
			k.refers(&before, 1)
			k.later = append(k.later, func() { ev.Before = before[0] })
		}
	case agenda.Together:
		k.refers(&ev.Items, rapid.IntRange(2, 3).Draw(t, "items"))
	}
	e.Text = sometimes(t, "event words", text)
}

// refers puts n references to items where they belong, as soon as there are
// items: most are items of the meeting, earlier or later ones.
func (k *maker) refers(to *[]agenda.ItemRef, n int) {
	k.later = append(k.later, func() {
		// An item that the public knows under another title is called by its number.
		called := slices.DeleteFunc(slices.Clone(k.m.Items), func(it *agenda.Item) bool {
			c := k.notes.Items[it.ID]
			secret := it.Exempt != nil || c != nil && c.Title != ""
			return !it.Titled() || it.Number == "" && (it.Title == "" || secret)
		})
		for range n {
			if len(called) > 0 && rapid.IntRange(0, 2).Draw(k.T, "known item") > 0 {
				*to = append(*to, agenda.ItemRef{ID: rapid.SampledFrom(called).Draw(k.T, "item").ID})
			} else {
				*to = append(*to, agenda.ItemRef{Words: k.unknownItem()})
			}
		}
	})
}

// unknownItem is words that call no item as it stands.
func (k *maker) unknownItem() string {
	return rapid.OneOf(rapid.SampledFrom([]string{"99", "1#2", "on", "on 4", "before 4", "the lease", "#7", "196/20"}), Line()).Draw(k.T, "item words")
}

// expertise gives those who attend a body they work for and items they came for.
func (k *maker) expertise() {
	for i := range k.m.Roster {
		a := &k.m.Roster[i]
		a.Organisation = sometimes(k.T, "organisation", line)
		if rapid.IntRange(0, 3).Draw(k.T, "came for items") == 0 {
			k.refers(&a.Items, rapid.IntRange(1, 2).Draw(k.T, "items"))
		}
	}
}

func (k *maker) correction(e *agenda.Entry) {
	t := k.T
	e.Correction = &agenda.Correction{
		Minute:  sometimes(t, "minute", minute),
		Meeting: sometimes(t, "meeting", minute),
		Changes: list(t, "changes", 2, func(t *rapid.T) agenda.Change {
			c := agenda.Change{Delete: sometimes(t, "delete", text), Insert: sometimes(t, "insert", text)}
			if c == (agenda.Change{}) {
				c.Insert = text(t)
			}
			return c
		}),
	}
	if e.Text = sometimes(t, "correction words", text); e.Correction.Changes == nil && e.Text == "" {
		e.Text = rapid.OneOf(Text(), rapid.Just(`delete "a"`), rapid.Just(`\x`)).Draw(t, "correction in words")
	}
}

func minute(t *rapid.T) string {
	return rapid.OneOf(Line(), rapid.SampledFrom([]string{"7", "of", "12 March", "the meeting of the Board", "a of"})).Draw(t, "minute")
}

// outcome is what became of an item or a motion.
func outcome(t *rapid.T) agenda.Outcome {
	o := agenda.Outcome{Words: line(t), Reason: sometimes(t, "reason", text)}
	switch rapid.IntRange(0, 4).Draw(t, "goes on") {
	case 0:
		o.Words = rapid.SampledFrom([]string{"deferred to June", "referred back to the Board", "Withdrawn", "m1 lost", "deferred to"}).Draw(t, "words")
	case 1:
		o.Words, o.To = rapid.SampledFrom([]string{"deferred", "Referred", "referred back", "postponed"}).Draw(t, "words"), line(t)
	}
	return o
}
