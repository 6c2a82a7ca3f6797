// Package storetest is the contract of [agenda.Store] as tests. Every store
// runs all of them, so that a screen cannot tell one from another.
package storetest

import (
	"context"
	"errors"
	"reflect"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// Run holds a store to the contract. Open makes an empty one and sees to its
// closing.
func Run(t *testing.T, open func(t *testing.T) agenda.Store) {
	tests := []struct {
		name string
		test func(*testing.T, agenda.Store)
	}{
		{"what is saved is loaded", roundTrip},
		{"edits step by step", edits},
		{"lists follow the records", lists},
		{"closing and renaming show in the lists", closing},
		{"save returns what it was given", samePointers},
		{"the number of the draft is kept", drafts},
		{"what is returned is the caller's", ownCopies},
		{"another revision is a conflict", conflict},
		{"one of many writers wins", writers},
		{"what is not there is not found", notFound},
		{"a cancelled call changes nothing", cancelled},
		{"what cannot be kept is refused", refused},
		{"bodies", bodies},
		{"meetings are listed newest first", meetings},
		{"register", register},
		{"actions", actions},
		{"an action carried on is one", carried},
		{"pages are pieces of the whole", pages},
		{"private business", private},
		{"every state comes back", past},
		{"there is no past before the first state", noPast},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { tt.test(t, open(t)) })
	}
}

var ctx = context.Background()

func roundTrip(t *testing.T, s agenda.Store) {
	keys := counter()
	rapid.Check(t, func(rt *rapid.T) {
		r := agendatest.Record(rt)
		r.Open.Key = keys()
		save(rt, s, agenda.Snapshot{}, r)
	})
}

func edits(t *testing.T, s agenda.Store) {
	keys := counter()
	rapid.Check(t, func(rt *rapid.T) {
		r := agendatest.Record(rt)
		r.Open.Key = keys()
		at := save(rt, s, agenda.Snapshot{}, r)
		for range rapid.IntRange(1, 4).Draw(rt, "steps") {
			if rapid.Bool().Draw(rt, "read again") {
				at = load(rt, s, r.Open.Key)
			}
			at = save(rt, s, at, edited(rt, at.Record))
		}
	})
}

func samePointers(t *testing.T, s agenda.Store) {
	r := harbour("m1", "2026-03-12")
	at := save(t, s, agenda.Snapshot{}, r)
	for i, it := range r.Open.Items {
		if at.Record.Open.Items[i] != it {
			t.Errorf("item %d is another pointer than was saved", i)
		}
	}
	if at.Revision == "" || at.Life != (agenda.Life{Draft: 1}) || at.Damage != nil {
		t.Errorf("snapshot = revision %q, life %v, damage %v", at.Revision, at.Life, at.Damage)
	}
	again := save(t, s, at, at.Record)
	if again.Revision != at.Revision {
		t.Errorf("saving the same made revision %s of %s", again.Revision, at.Revision)
	}
}

func drafts(t *testing.T, s agenda.Store) {
	third := agenda.Life{Draft: 3}
	at := save(t, s, agenda.Snapshot{Life: third}, harbour("m1", "2026-03-12"))
	if at = save(t, s, load(t, s, "m1"), add(t, at.Record, "It is the third.")); at.Life != third {
		t.Errorf("life %v, want %v", at.Life, third)
	}
}

func ownCopies(t *testing.T, s agenda.Store) {
	save(t, s, agenda.Snapshot{}, harbour("m1", "2026-03-12"))
	at := load(t, s, "m1")
	at.Record.Open.Items[1].Title = "scribbled"
	at.Record.Open.Items[1].Entries[0].Text = "scribbled"
	at.Record.Open.Roster[0].Name = "scribbled"
	if got := load(t, s, "m1"); reflect.DeepEqual(got, at) {
		t.Error("a change to what Load returned is in the store")
	}
}

func conflict(t *testing.T, s agenda.Store) {
	first := save(t, s, agenda.Snapshot{}, harbour("m1", "2026-03-12"))
	second := save(t, s, first, add(t, first.Record, "We were here first."))
	for name, base := range map[string]agenda.Snapshot{"an old revision": first, "no revision": {}} {
		got, err := s.Save(ctx, base, add(t, first.Record, "We were not."))
		if !errors.Is(err, agenda.ErrConflict) || !reflect.DeepEqual(got, agenda.Snapshot{}) {
			t.Errorf("save over %s: %v, %v", name, got, err)
		}
	}
	stranger := first
	stranger.Record = harbour("m2", "2026-03-12")
	if _, err := s.Save(ctx, stranger, stranger.Record); !errors.Is(err, agenda.ErrConflict) {
		t.Errorf("save over a revision of a meeting that is not there: %v", err)
	}
	if got := load(t, s, "m1"); !reflect.DeepEqual(got, second) {
		t.Error("a refused save changed something")
	}
	if _, err := s.Load(ctx, "m2"); !errors.Is(err, agenda.ErrNotFound) {
		t.Errorf("load what was refused: %v", err)
	}
}

func writers(t *testing.T, s agenda.Store) {
	base := save(t, s, agenda.Snapshot{}, harbour("m1", "2026-03-12"))
	next := add(t, base.Record, "Somebody wins.")
	var wg sync.WaitGroup
	results := make([]error, 8)
	for i := range results {
		wg.Go(func() { _, results[i] = s.Save(ctx, base, next) })
	}
	wg.Wait()
	won := 0
	for _, err := range results {
		switch {
		case err == nil:
			won++
		case !errors.Is(err, agenda.ErrConflict):
			t.Errorf("a loser got %v", err)
		}
	}
	if won != 1 {
		t.Errorf("%d of %d writers won", won, len(results))
	}
}

func notFound(t *testing.T, s agenda.Store) {
	if _, err := s.Load(ctx, "m1"); !errors.Is(err, agenda.ErrNotFound) {
		t.Errorf("load: %v", err)
	}
	if _, err := s.Body(ctx, "b1"); !errors.Is(err, agenda.ErrNotFound) {
		t.Errorf("body: %v", err)
	}
}

func cancelled(t *testing.T, s agenda.Store) {
	ctx, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := s.Save(ctx, agenda.Snapshot{}, harbour("m1", "2026-03-12")); !errors.Is(err, context.Canceled) {
		t.Errorf("save: %v", err)
	}
	if err := s.SaveBody(ctx, agenda.Body{Key: "b1"}); !errors.Is(err, context.Canceled) {
		t.Errorf("save a body: %v", err)
	}
	if _, err := s.Meetings(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("meetings: %v", err)
	}
	notFound(t, s)
}

func refused(t *testing.T, s agenda.Store) {
	twice := harbour("m1", "2026-03-12")
	it := *twice.Open.Items[1]
	it.Entries = append(it.Entries, it.Entries[0])
	twice.Open.Items[1] = &it
	public := harbour("m1", "2026-03-12")
	it = *public.Open.Items[1]
	it.Entries = append(it.Entries, &agenda.Entry{ID: 99, Kind: agenda.Note, Text: "not for the public"})
	public.Open.Items[1] = &it
	for name, r := range map[string]agenda.Record{
		"no key":                      {},
		"two entries of one ID":       twice,
		"a note among public entries": public,
		"an item that is nil":         {Open: agenda.Meeting{Key: "m1", Items: []*agenda.Item{nil}}},
		"an item without an ID":       {Open: agenda.Meeting{Key: "m1", Items: []*agenda.Item{{}}}},
	} {
		var plain *agenda.Error
		if _, err := s.Save(ctx, agenda.Snapshot{}, r); !errors.As(err, &plain) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if all, err := s.Meetings(ctx); err != nil || len(all) != 0 {
		t.Errorf("a refused meeting is in the list: %v, %v", all, err)
	}
}

// tester is what *testing.T and *rapid.T share.
type tester interface {
	Helper()
	Fatalf(string, ...any)
}

// save saves and checks that the same is loaded.
func save(t tester, s agenda.Store, base agenda.Snapshot, next agenda.Record) agenda.Snapshot {
	t.Helper()
	at, err := s.Save(ctx, base, next)
	if err != nil {
		t.Fatalf("save: %v", err)
	}
	if got := load(t, s, next.Open.Key); !reflect.DeepEqual(got, at) {
		t.Fatalf("loaded:\n%s\nsaved:\n%s", dump(got), dump(at))
	}
	return at
}

func load(t tester, s agenda.Store, meeting agenda.Key) agenda.Snapshot {
	t.Helper()
	at, err := s.Load(ctx, meeting)
	if err != nil {
		t.Fatalf("load: %v", err)
	}
	return at
}
