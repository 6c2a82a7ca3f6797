package main

import (
	"context"
	"slices"
	"strings"
	"testing"

	"minutebook/agenda"
)

// office is the example as a person finds it.
type office struct {
	bodies  []agenda.Body
	records []agenda.Record // the newest first
	today   agenda.Meeting
}

func openOffice(t *testing.T) (o office) {
	t.Helper()
	ctx := context.Background()
	book, err := example(ctx, evening)
	if err != nil {
		t.Fatal(err)
	}
	if o.bodies, err = book.Bodies(ctx); err != nil {
		t.Fatal(err)
	}
	list, err := book.Meetings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range list {
		snap, err := book.Load(ctx, s.Key)
		if err != nil {
			t.Fatal(err)
		}
		o.records = append(o.records, snap.Record)
		if s.Open {
			o.today = snap.Record.Open
		}
	}
	return o
}

// some is whether any meeting fits.
func (o office) some(fits func(m agenda.Meeting) bool) bool {
	return slices.ContainsFunc(o.records, func(r agenda.Record) bool { return fits(r.Open) })
}

// item is whether any item fits.
func (o office) item(fits func(it *agenda.Item) bool) bool {
	return o.some(func(m agenda.Meeting) bool { return slices.ContainsFunc(m.Items, fits) })
}

// entry is whether any entry fits.
func (o office) entry(fits func(e *agenda.Entry) bool) bool {
	return o.item(func(it *agenda.Item) bool { return slices.ContainsFunc(it.Entries, fits) })
}

func (o office) kind(k agenda.Kind) bool {
	return o.entry(func(e *agenda.Entry) bool { return e.Kind == k })
}

func (o office) happened(what string) bool {
	return o.entry(func(e *agenda.Entry) bool { return e.Event != nil && e.Event.What == what })
}

func (o office) action(fits func(a *agenda.Action) bool) bool {
	return o.entry(func(e *agenda.Entry) bool { return e.Action != nil && fits(e.Action) })
}

func (o office) resolution(fits func(r *agenda.Resolution) bool) bool {
	return o.entry(func(e *agenda.Entry) bool { return e.Resolution != nil && fits(e.Resolution) })
}

func (o office) standing(fits func(s agenda.Standing) bool) bool {
	return slices.ContainsFunc(o.bodies, func(b agenda.Body) bool { return slices.ContainsFunc(b.Standing, fits) })
}

func (o office) seat(fits func(s agenda.Seat) bool) bool {
	return slices.ContainsFunc(o.bodies, func(b agenda.Body) bool { return slices.ContainsFunc(b.Seats, fits) })
}

// text is whether words stand anywhere in an entry.
func (o office) text(words string) bool {
	return o.entry(func(e *agenda.Entry) bool { return strings.Contains(e.Text, words) })
}
