package storetest

import (
	"errors"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// past: whatever is done to a meeting, every state it had can be brought back,
// the private business of then included; and going back is one more change.
func past(t *testing.T, s agenda.Store) {
	book, ok := s.(agenda.Past)
	if !ok {
		t.Fatal("the store has no history")
	}
	keys := counter()
	rapid.Check(t, func(rt *rapid.T) {
		r := agendatest.Record(rt)
		r.Open.Key = keys()
		at := save(rt, s, agenda.Snapshot{}, r)
		states := []agenda.Record{at.Record}
		for range rapid.IntRange(1, 6).Draw(rt, "steps") {
			next := edited(rt, at.Record)
			if n := rapid.IntRange(0, 3*len(states)).Draw(rt, "back to"); n < len(states) {
				next = states[n].InPlaceOf(at.Record)
			}
			was := at.Revision
			if at = save(rt, s, at, next); at.Revision != was {
				states = append(states, at.Record)
			}
		}
		sameStates(rt, book, states)
	})
}

func sameStates(t *rapid.T, book agenda.Past, states []agenda.Record) {
	meeting := states[0].Open.Key
	changes, err := book.History(ctx, meeting)
	if err != nil || len(changes) != len(states) {
		t.Fatalf("%d states made %d changes: %v", len(states), len(changes), err)
	}
	for i, c := range changes {
		want := states[len(states)-1-i]
		if c.At.IsZero() || c.What == "" {
			t.Fatalf("nobody would recognise %+v", c)
		}
		if got, err := book.At(ctx, meeting, c.Number); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("state %d: %v\n%s\nwas:\n%s", c.Number, err, dump(got), dump(want))
		}
	}
}

func noPast(t *testing.T, s agenda.Store) {
	book := s.(agenda.Past)
	if _, err := book.History(ctx, "m1"); !errors.Is(err, agenda.ErrNotFound) {
		t.Errorf("history: %v", err)
	}
	save(t, s, agenda.Snapshot{}, harbour("m1", "2026-03-12"))
	if _, err := book.At(ctx, "m1", 99); !errors.Is(err, agenda.ErrNotFound) {
		t.Errorf("a state that never was: %v", err)
	}
}
