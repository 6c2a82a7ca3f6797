package store

import (
	"errors"
	"slices"

	"minutebook/agenda"
)

// The derived rows hold all that a list shows of a meeting or an entry, but for
// the name and code of the body, which are joined in: a list then decodes no
// meeting, and renaming a body rewrites none.
type (
	summaryRow struct {
		V int `json:"v"`
		agenda.Summary
	}
	decisionRow struct {
		V  int        `json:"v"`
		Of agenda.Key `json:"of"` // the body
		agenda.Decision
	}
	taskRow struct {
		V  int        `json:"v"`
		Of agenda.Key `json:"of"`
		agenda.Task
	}
)

// derive brings the rows of a meeting up to date, of the changed entries only,
// and notes it for the search index.
func derive(tx writer, old, next agenda.Meeting, c changes[agenda.Item, agenda.Entry]) error {
	closed := closedAt(tx, old, next, c)
	gone := map[string]bool{}
	for _, p := range c.was {
		if key, _ := row(old, p.in, p.entry); key != "" {
			gone[key] = true
		}
		if key := back(old, p.entry); key != "" {
			gone[key] = true
		}
	}
	for _, p := range c.now {
		if key := back(next, p.entry); key != "" {
			delete(gone, key)
			if err := put(tx, derivedBucket, key, version); err != nil {
				return err
			}
		}
		key, v := row(next, p.in, p.entry)
		if key == "" {
			continue
		}
		delete(gone, key)
		if err := put(tx, derivedBucket, key, v); err != nil {
			return err
		}
	}
	date := dateKey(next.Start.Date(), next.Key)
	if old.Key != "" {
		if was := dateKey(old.Start.Date(), old.Key); was != date {
			gone[was] = true
		}
	}
	for key := range gone {
		if err := tx.Delete(derivedBucket, key); err != nil {
			return err
		}
	}
	return errors.Join(
		put(tx, derivedBucket, date, newSummary(next, closed)),
		put(tx, derivedBucket, todoKey(next.Key), version),
	)
}

// closedAt is next.ClosedAt, without a walk through every entry where nothing
// that bears on it changed.
func closedAt(tx reader, old, next agenda.Meeting, c changes[agenda.Item, agenda.Entry]) agenda.Clock {
	sameOrder := slices.Equal(old.Taken, next.Taken) && slices.EqualFunc(old.Items, next.Items, func(a, b *agenda.Item) bool {
		return a.ID == b.ID && a.Level == b.Level && a.Kind == b.Kind
	})
	if old.Start != next.Start || !sameOrder || eventful(c.was) || eventful(c.now) {
		return next.ClosedAt()
	}
	var r summaryRow
	if ok, err := get(tx, derivedBucket, dateKey(old.Start.Date(), old.Key), &r); err != nil || !ok {
		return next.ClosedAt()
	}
	return r.Closed
}

func eventful(entries map[agenda.ID]placed[agenda.Item, agenda.Entry]) bool {
	for _, p := range entries {
		if p.entry.Event != nil {
			return true
		}
	}
	return false
}

// row is the derived row of an entry; most have none.
func row(m agenda.Meeting, it *agenda.Item, e *agenda.Entry) (key string, v any) {
	ref := agenda.Ref{Meeting: m.Key, Entry: e.ID}
	switch {
	case e.Resolution != nil:
		return decisionKey(m.Start.Date(), ref), newDecision(m, it, e)
	case e.Action != nil:
		return taskKey(e.Action.State, e.Action.Due, ref), newTask(m, it, e)
	}
	return "", nil
}

// back is the key that an action carried on leaves for the one it carries on,
// which is then listed no more: an action is one, however many meetings go
// through it.
func back(m agenda.Meeting, e *agenda.Entry) string {
	if e.Action == nil || e.Action.Follows == nil {
		return ""
	}
	return backKey(*e.Action.Follows, agenda.Ref{Meeting: m.Key, Entry: e.ID})
}

func newSummary(m agenda.Meeting, closed agenda.Clock) summaryRow {
	entries := 0
	for _, it := range m.Items {
		entries += len(it.Entries)
	}
	return summaryRow{version, agenda.Summary{
		Key: m.Key, Body: m.Body, Kind: m.Kind, Start: m.Start, Place: m.Place,
		Items: titled(m), Entries: entries, Open: m.Current() != 0 && closed == "", At: at(m), Closed: closed,
	}}
}

// at is which of the items, as people count them, is being minuted.
func at(m agenda.Meeting) (n int) {
	for _, it := range m.Items {
		if it.Titled() {
			n++
		}
		if it.ID == m.Current() && it.Titled() {
			return n
		}
	}
	return 0
}

// titled counts the items as people count them: the opening and interludes are
// none.
func titled(m agenda.Meeting) (n int) {
	for _, it := range m.Items {
		if it.Titled() {
			n++
		}
	}
	return n
}

func newDecision(m agenda.Meeting, it *agenda.Item, e *agenda.Entry) decisionRow {
	return decisionRow{version, m.Body, agenda.Decision{
		Ref: agenda.Ref{Meeting: m.Key, Entry: e.ID}, Date: m.Start.Date(), Item: it.Number, Title: it.Title,
		Verb: e.Verb, Number: e.Number, Parts: e.Resolution.Parts,
	}}
}

func newTask(m agenda.Meeting, it *agenda.Item, e *agenda.Entry) taskRow {
	var owners []string
	for _, w := range e.Action.Owners {
		owners = append(owners, m.Call(w))
	}
	return taskRow{version, m.Body, agenda.Task{
		Ref: agenda.Ref{Meeting: m.Key, Entry: e.ID}, Date: m.Start.Date(), Item: it.Number, Title: it.Title,
		Owners: owners, Text: e.Text, Due: e.Action.Due, State: e.Action.State,
	}}
}

// relist makes the lines of a meeting in the lists.
func relist(tx writer, r agenda.Record) error {
	open := compare(nil, openNodes(r.Open), entryID, func(_, _ *agenda.Item) bool { return false })
	if err := derive(tx, agenda.Meeting{}, r.Open, open); err != nil || len(r.Closed.Items) == 0 {
		return err
	}
	closed := compare(nil, closedNodes(r.Closed), closedID, func(_, _ *agenda.ClosedItem) bool { return false })
	return errors.Join(deriveClosed(tx, r, closed), put(tx, closedDerivedBucket, todoKey(r.Open.Key), version))
}
