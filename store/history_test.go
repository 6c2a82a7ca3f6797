package store

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"minutebook/agenda"
)

// forgetful is an engine that keeps no history, as a Minutebook of before.
type forgetful struct{ engine }

func (f forgetful) Update(fn func(writer) error) error {
	return f.engine.Update(func(tx writer) error { return fn(forgetfulTx{tx}) })
}

type forgetfulTx struct{ writer }

func (tx forgetfulTx) Put(b bucket, key string, value []byte) error {
	if b == historyBucket {
		return nil
	}
	return tx.writer.Put(b, key, value)
}

// saved adds entries to a meeting, one a save.
func saved(t testing.TB, b *Book, at agenda.Snapshot, n int) agenda.Snapshot {
	t.Helper()
	for range n {
		next := sitting(0)
		if at.Revision != "" {
			next = spoken(at.Record)
		}
		var err error
		if at, err = b.Save(ctx, at, next); err != nil {
			t.Fatal(err)
		}
	}
	return at
}

// TestHistoryOfAnEarlierBook: a book made before there was a history can be
// viewed, gets the place for it when it is opened for writing, and has its
// states from then on.
func TestHistoryOfAnEarlierBook(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.book")
	b, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	kv := b.kv
	b.kv = forgetful{kv}
	at := saved(t, b, agenda.Snapshot{}, 3)
	err = errors.Join(
		kv.Update(func(tx writer) error { return put(tx, metaBucket, schemaKey, 1) }),
		kv.(*boltEngine).db.Update(func(tx *bolt.Tx) error { return tx.DeleteBucket([]byte(historyBucket)) }),
	)
	if err != nil || b.Close() != nil {
		t.Fatal(err)
	}
	viewed, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	changes, err := viewed.History(ctx, at.Record.Open.Key)
	if err != nil || len(changes) != 1 || !changes[0].At.IsZero() {
		t.Errorf("viewed: %+v, %v", changes, err)
	}
	if err := viewed.Close(); err != nil {
		t.Fatal(err)
	}
	if b, err = Open(path); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = b.Close() }()
	now := saved(t, b, at, 2)
	changes, err = b.History(ctx, at.Record.Open.Key)
	if err != nil || len(changes) != 3 || !changes[2].At.IsZero() || changes[1].At.IsZero() {
		t.Fatalf("%+v, %v", changes, err)
	}
	for i, entries := range []int{4, 3, 2} {
		r, err := b.At(ctx, at.Record.Open.Key, changes[i].Number)
		if err != nil || len(r.Open.Items[4].Entries) != entries || len(now.Record.Open.Items[4].Entries) != 4 {
			t.Errorf("state %d: %v, %v", i, r.Open.Items, err)
		}
	}
}

// TestHistoryWithAGap: what an earlier Minutebook changed in between is not
// known, so nothing from before it is shown as if it were.
func TestHistoryWithAGap(t *testing.T) {
	b := Memory()
	at := saved(t, b, agenda.Snapshot{}, 3)
	kv := b.kv
	b.kv = forgetful{kv}
	at = saved(t, b, at, 2)
	b.kv = kv
	at = saved(t, b, at, 2)
	changes, err := b.History(ctx, at.Record.Open.Key)
	if err != nil || len(changes) != 3 {
		t.Fatalf("%+v, %v", changes, err)
	}
	if _, err := b.At(ctx, at.Record.Open.Key, 2); err == nil {
		t.Error("a state from before the gap was made up")
	}
}

// TestDamagedHistory: a state that cannot be told any more is refused, and those
// after it are there.
func TestDamagedHistory(t *testing.T) {
	b := Memory()
	at := saved(t, b, agenda.Snapshot{}, 5)
	meeting := at.Record.Open.Key
	item := at.Record.Open.Items[4].ID
	damage(t, b, historyBucket, changeKey(meeting, 3)+"record/i/"+number(item))
	for n, sound := range map[uint64]bool{1: true, 2: false, 3: true, 4: true} {
		if _, err := b.At(ctx, meeting, n); (err == nil) != sound {
			t.Errorf("state %d: %v", n, err)
		}
	}
	damage(t, b, historyBucket, changeKey(meeting, 4))
	if changes, err := b.History(ctx, meeting); err != nil || len(changes) != 5 || changes[1].Number != 4 || changes[1].What != agenda.StandIn || changes[2].Added != 1 {
		t.Errorf("%+v, %v", changes, err)
	}
	if lost, err := b.LostChanges(ctx, meeting); err != nil || lost != 1 {
		t.Errorf("%d changes cannot be read, %v", lost, err)
	}
}

// TestHistoryInWords: a person recognises a change by what is said of it, and
// nothing that is closed is said.
func TestHistoryInWords(t *testing.T) {
	b := Memory()
	b.clock = func() time.Time { return time.Date(2026, 3, 12, 19, 2, 3, 0, time.FixedZone("", 3600)) }
	at, err := b.Save(ctx, agenda.Snapshot{}, sitting(0))
	item := at.Record.Open.Items[4].ID
	step := func(next agenda.Record, failed error) {
		t.Helper()
		if err != nil || failed != nil {
			t.Fatal(err, failed)
		}
		at, err = b.Save(ctx, at, next)
	}
	next, first, failed := at.Record.Add(item, agenda.Entry{Kind: agenda.Question, Text: "What of the winter tides, and of all that was said of them in March?"})
	step(next, failed)
	next, failed = at.Record.Edit(agenda.Entry{ID: first, Kind: agenda.Question, Text: "What of the tides?"})
	step(next, failed)
	next, _, failed = at.Record.Add(item, agenda.Entry{Kind: agenda.Note, Text: "QZXCANARY"})
	step(next, failed)
	next, _, failed = at.Record.Strike(first)
	step(next, failed)
	step(at.Record.EditItem(item, func(it *agenda.Item) { it.Title = "Buoys" }))
	step(at.Record.EditMeeting(func(m *agenda.Meeting) { m.Place = "Old Customs House" }), nil)
	if err != nil {
		t.Fatal(err)
	}
	changes, err := b.History(ctx, at.Record.Open.Key)
	var got []string
	for _, c := range slices.Backward(changes) {
		got = append(got, c.What)
		if !c.At.Equal(b.clock()) || c.At.Location() != time.UTC {
			t.Errorf("the time is %v", c.At)
		}
	}
	want := []string{
		"the meeting comes into the book, with 11 items",
		"item 4: question added: “What of the winter tides, and of all that was said of them i…”",
		"item 4: question changed: “What of the tides?”",
		"private business or clerk’s notes: 1 added",
		"item 4: question removed: “What of the tides?”",
		"item 4 changed: “Buoys”",
		"the heading of the meeting",
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v\n%s\nwant\n%s", err, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// BenchmarkHistoryRatio is what a save costs with history and without, in turn,
// in a meeting of 20 entries and in one of 2,000.
func BenchmarkHistoryRatio(b *testing.B) {
	books := map[string]*accepting{}
	times := map[string][]time.Duration{}
	for name, n := range map[string]int{"20": 20, "2000": 2000} {
		books["with"+name] = newAccepting(b, n)
		books["without"+name] = newAccepting(b, n)
		books["without"+name].book.kv = forgetful{books["without"+name].book.kv}
	}
	for b.Loop() {
		for name, a := range books { // in an order that changes
			times[name] = append(times[name], a.step(b).took)
		}
	}
	median := func(name string) float64 {
		slices.Sort(times[name])
		return float64(times[name][len(times[name])/2].Nanoseconds())
	}
	b.ReportMetric(median("with20")/median("without20"), "with/without-20")
	b.ReportMetric(median("with2000")/median("without2000"), "with/without-2000")
	b.ReportMetric(median("with2000")/median("with20"), "2000/20")
	b.ReportMetric(median("with20"), "with20-ns")
}
