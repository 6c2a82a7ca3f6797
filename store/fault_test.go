package store

import (
	"bytes"
	"errors"
	"maps"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"

	"minutebook/agenda"
)

// faulty is an engine whose next commit fails: after is whether what it was to
// keep is there all the same.
type faulty struct {
	engine
	err   error
	after bool
	blind bool // nothing can be read after it
}

var errRollback = errors.New("rolled back")

func (f *faulty) Update(fn func(writer) error) error {
	if f.err == nil {
		return f.engine.Update(fn)
	}
	err := f.engine.Update(func(tx writer) error {
		if err := fn(tx); err != nil || f.after {
			return err
		}
		return errRollback
	})
	if err != nil && !errors.Is(err, errRollback) {
		return err
	}
	return &commitError{f.err}
}

func (f *faulty) View(fn func(reader) error) error {
	if f.blind && f.err != nil {
		return errFault
	}
	return f.engine.View(fn)
}

func TestCommitFails(t *testing.T) {
	for name, tt := range map[string]struct {
		err          error
		after, blind bool
		unsure       bool
		stops        bool
	}{
		"full disk":                {err: syscall.ENOSPC},
		"sync of the text failed":  {err: syscall.EIO, stops: true},
		"sync of the pages failed": {err: syscall.EIO, after: true, unsure: true, stops: true},
		"nothing can be read":      {err: syscall.EIO, blind: true, unsure: true, stops: true},
		"unreadable, but there":    {err: syscall.EIO, blind: true, after: true, unsure: true, stops: true},
	} {
		t.Run(name, func(t *testing.T) {
			commitFails(t, faulty{err: tt.err, after: tt.after, blind: tt.blind}, tt.unsure, tt.stops)
		})
	}
}

func commitFails(t *testing.T, how faulty, unsure, stops bool) {
	b, err := Create(filepath.Join(t.TempDir(), "a.book"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = b.Close() }()
	base, err := b.Save(ctx, agenda.Snapshot{}, sitting(3))
	if err != nil {
		t.Fatal(err)
	}
	how.engine = b.kv
	b.kv = &how
	first := spoken(base.Record)
	would, err := b.Save(ctx, base, first)
	if err == nil || errors.Is(err, agenda.ErrUnsure) != unsure {
		t.Fatalf("save: %v", err)
	}
	if stops {
		if _, err := b.Save(ctx, base, first); !errors.Is(err, ErrHalted) || !errors.Is(err, agenda.ErrUnsure) {
			t.Fatalf("save after a failure: %v", err)
		}
		if err := b.Reopen(); err != nil {
			t.Fatal(err)
		}
	}
	if unsure {
		now, err := b.Load(ctx, base.Record.Open.Key)
		if own := now.Revision == would.Revision; err != nil || own != how.after {
			t.Errorf("own write there: %v, %v", own, err)
		}
	}
	// The session goes on from what it knows: the base, and newer text.
	at, err := b.Save(ctx, base, spoken(first))
	if err != nil {
		t.Fatalf("save again: %v", err)
	}
	if got, err := b.Load(ctx, base.Record.Open.Key); err != nil || !reflect.DeepEqual(got, at) {
		t.Errorf("after all that: %v", err)
	}
}

func TestUnsureIsNoLicence(t *testing.T) {
	b := Memory()
	base, err := b.Save(ctx, agenda.Snapshot{}, sitting(3))
	if err != nil {
		t.Fatal(err)
	}
	kv := b.kv
	b.kv = &faulty{kv, syscall.EIO, false, true}
	if _, err := b.Save(ctx, base, spoken(base.Record)); !errors.Is(err, agenda.ErrUnsure) {
		t.Fatal(err)
	}
	b.kv, b.halted = kv, nil
	other := newBook("", kv)
	if _, err := other.Save(ctx, base, spoken(base.Record)); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Save(ctx, base, spoken(base.Record)); !errors.Is(err, agenda.ErrConflict) {
		t.Errorf("save over somebody else's: %v", err)
	}
}

// damage flips a byte in the value of a key.
func damage(t *testing.T, b *Book, in bucket, key string) {
	t.Helper()
	err := b.kv.Update(func(tx writer) error {
		value, err := tx.Get(in, key)
		if err != nil || value == nil {
			return errors.Join(err, errors.New("no such key"))
		}
		value = bytes.Clone(value)
		value[len(value)-4] ^= 1
		return tx.Put(in, key, value)
	})
	if err != nil {
		t.Fatalf("%s: %v", key, err)
	}
}

func TestDamagedRecords(t *testing.T) {
	r := sitting(6)
	item := r.Open.Items[4]
	r, note, err := r.Add(item.ID, agenda.Entry{Kind: agenda.Note, Text: "mind the gap"})
	if err != nil {
		t.Fatal(err)
	}
	entries := r.Open.Items[4].Entries
	for name, tt := range map[string]struct {
		in    bucket
		key   string
		where string
		lost  func(agenda.Record) bool
	}{
		"entry": {recordBucket, entryKey(r.Open.Key, entries[2].ID), "item 4, entry 3",
			func(got agenda.Record) bool { return len(got.Open.Items[4].Entries) == 5 }},
		"item": {recordBucket, itemKey(r.Open.Key, item.ID), "the title of item 4 of the agenda",
			func(got agenda.Record) bool {
				return got.Open.Items[4].Title == standIn && reflect.DeepEqual(got.Open.Items[4].Entries, entries)
			}},
		"draft": {recordBucket, lifeKey(r.Open.Key), "the number of the draft",
			func(got agenda.Record) bool { return reflect.DeepEqual(got.Open.Items[4].Entries, entries) }},
		"note": {closedBucket, entryKey(r.Open.Key, note.Nth()), "item 4, note 1",
			func(got agenda.Record) bool { return len(got.Closed.Items[item.ID].Entries) == 0 }},
		"item of notes": {closedBucket, itemKey(r.Open.Key, item.ID), "the notes of item 4",
			func(got agenda.Record) bool { return len(got.Closed.Items[item.ID].Entries) == 1 }},
		"head of notes": {closedBucket, headKey(r.Open.Key), "the head of the notes",
			func(got agenda.Record) bool { return len(got.Closed.Items[item.ID].Entries) == 1 }},
	} {
		t.Run(name, func(t *testing.T) {
			b := Memory()
			if _, err := b.Save(ctx, agenda.Snapshot{}, r); err != nil {
				t.Fatal(err)
			}
			damage(t, b, tt.in, tt.key)
			got, err := b.Load(ctx, r.Open.Key)
			if err != nil || len(got.Damage) != 1 || got.Damage[0].Where != tt.where || !errors.Is(got.Damage[0].Err, ErrDamaged) {
				t.Fatalf("load: %v, damage %v", err, got.Damage)
			}
			if !tt.lost(got.Record) {
				t.Errorf("the rest: %+v", got.Record)
			}
			if _, again, err := got.Record.Add(item.ID, agenda.Entry{Kind: agenda.Note, Text: "and the step"}); err != nil || again.Nth() <= note.Nth() {
				t.Errorf("a note gets %d, %v", again, err)
			}
			goesOn(t, b, got, string(tt.in)+"/"+tt.key)
		})
	}
}

// goesOn checks that the rest of a damaged meeting can be minuted, and that no
// save touches the broken record, not even one that replaces the meeting.
func goesOn(t *testing.T, b *Book, at agenda.Snapshot, key string) {
	t.Helper()
	broken := dump(t, b, buckets...)[key]
	next, id, err := at.Record.Add(at.Record.Open.Items[6].ID, agenda.Entry{Kind: agenda.Comment, Text: "Go on."})
	if err != nil {
		t.Fatal(err)
	}
	if id < at.Record.Open.Next {
		t.Errorf("ID %d was given out again", id)
	}
	at, err = b.Save(ctx, at, next)
	if err != nil || len(at.Damage) != 1 {
		t.Errorf("save the rest: %v, damage %v", err, at.Damage)
	}
	if _, err := b.Save(ctx, at, agenda.New(agenda.Meeting{Key: next.Open.Key})); err != nil && !errors.Is(err, ErrDamaged) {
		t.Errorf("replace the meeting: %v", err)
	}
	if dump(t, b, buckets...)[key] != broken {
		t.Error("the damaged record was written over")
	}
}

func TestDamagedHead(t *testing.T) {
	b, r := Memory(), sitting(6)
	at, err := b.Save(ctx, agenda.Snapshot{}, r)
	if err != nil {
		t.Fatal(err)
	}
	damage(t, b, recordBucket, headKey(r.Open.Key))
	got, err := b.Load(ctx, r.Open.Key)
	if err != nil || len(got.Damage) != 1 {
		t.Fatalf("load: %v, %v", err, got.Damage)
	}
	if m := got.Record.Open; m.Start != r.Open.Start || m.Place != r.Open.Place || !reflect.DeepEqual(m.Items, r.Open.Items) {
		t.Errorf("what is left: %+v", m)
	}
	before := dump(t, b, buckets...)
	for _, base := range []agenda.Snapshot{got, at, {}} {
		if _, err := b.Save(ctx, base, spoken(r)); !errors.Is(err, ErrDamaged) {
			t.Errorf("save: %v", err)
		}
	}
	if !maps.Equal(dump(t, b, buckets...), before) {
		t.Error("a refused save changed something")
	}
}

func TestDamagedRowsAndBodies(t *testing.T) {
	b := Memory()
	for _, body := range []agenda.Body{{Key: "nhc", Name: "Harbour", Code: "NHC"}, {Key: "lib", Name: "Library", Code: "LIB"}} {
		if err := b.SaveBody(ctx, body); err != nil {
			t.Fatal(err)
		}
	}
	r := sitting(1)
	r, _, err := r.Add(r.Open.Items[1].ID, agenda.Entry{Kind: agenda.Resolved, Resolution: &agenda.Resolution{Parts: []agenda.Point{{Text: "Yes."}}}})
	if err != nil {
		t.Fatal(err)
	}
	r, _, err = r.Add(r.Open.Items[1].ID, agenda.Entry{Kind: agenda.ToDo, Action: &agenda.Action{}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Save(ctx, agenda.Snapshot{}, r); err != nil {
		t.Fatal(err)
	}
	read := func() (all [3]any) {
		var err [3]error
		all[0], err[0] = b.Meetings(ctx)
		all[1], err[1] = b.Register(ctx, agenda.Query{})
		all[2], err[2] = b.Actions(ctx, agenda.Query{})
		if err := errors.Join(err[:]...); err != nil {
			t.Fatal(err)
		}
		return all
	}
	before := read()
	for key := range dump(t, b, derivedBucket) {
		if !strings.HasPrefix(key, "derived/code/") {
			damage(t, b, derivedBucket, strings.TrimPrefix(key, "derived/"))
		}
	}
	if got := read(); !reflect.DeepEqual(got, before) {
		t.Errorf("lists from damaged rows: %+v, want %+v", got, before)
	}
	damage(t, b, recordBucket, bodyKey("nhc"))
	all, err := b.Bodies(ctx)
	if err != nil || len(all) != 2 || all[0].Code != "NHC" || all[0].Name != standIn {
		t.Errorf("bodies: %+v, %v", all, err)
	}
	if err := b.SaveBody(ctx, agenda.Body{Key: "nhc", Name: "New"}); !errors.Is(err, ErrDamaged) {
		t.Errorf("write over a damaged body: %v", err)
	}
}
