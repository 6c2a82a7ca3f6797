package store

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"syscall"
	"testing"

	"minutebook/agenda"
)

// evening is a meeting with notes, saved twice, and a copy of it from before the
// last entry.
func evening(t *testing.T, b *Book) (copied, now agenda.Snapshot) {
	t.Helper()
	r := sitting(6)
	r, _, err := r.Add(r.Open.Items[4].ID, agenda.Entry{Kind: agenda.Note, Text: "mind the gap"})
	if err == nil {
		r, _, err = r.Add(r.Open.Items[4].ID, agenda.Entry{Kind: agenda.Resolved, Resolution: &agenda.Resolution{Parts: []agenda.Point{{Text: "That it be done."}}}})
	}
	if err != nil {
		t.Fatal(err)
	}
	if copied, err = b.Save(ctx, agenda.Snapshot{}, r); err != nil {
		t.Fatal(err)
	}
	if now, err = b.Save(ctx, copied, spoken(r)); err != nil {
		t.Fatal(err)
	}
	return copied, now
}

// TestMend: a damaged meeting is brought back alone, whichever record of it is
// broken; nothing of it is damaged then, and what could be read is in its history.
func TestMend(t *testing.T) {
	meeting := sitting(0).Open.Key
	item := sitting(0).Open.Items[4].ID
	for name, broken := range map[string]placeOf{
		"head":          {recordBucket, headKey(meeting)},
		"item":          {recordBucket, itemKey(meeting, item)},
		"entry":         {recordBucket, entryKey(meeting, sitting(3).Open.Items[4].Entries[1].ID)},
		"draft":         {recordBucket, lifeKey(meeting)},
		"head of notes": {closedBucket, headKey(meeting)},
		"notes":         {closedBucket, itemKey(meeting, item)},
	} {
		for engine, b := range map[string]*Book{"memory": Memory(), "file": madeBook(t)} {
			t.Run(name+" "+engine, func(t *testing.T) {
				copied, now := evening(t, b)
				other, err := b.Save(ctx, agenda.Snapshot{}, agenda.New(agenda.Meeting{Key: "01jp0other", Start: "2026-04-09T18:00"}))
				if err != nil {
					t.Fatal(err)
				}
				damage(t, b, broken.bucket, broken.key)
				held, err := b.Load(ctx, meeting)
				if err != nil || len(held.Damage) == 0 {
					t.Fatalf("nothing is damaged: %v", err)
				}
				got, kept, err := b.Mend(ctx, meeting, copied, noon)
				if err != nil || (kept != "") != (engine == "file") {
					t.Fatalf("mend: %q, %v", kept, err)
				}
				after, err := b.Load(ctx, meeting)
				if err != nil || len(after.Damage) > 0 || !reflect.DeepEqual(after, got) {
					t.Fatalf("after it: %v, %v", after.Damage, err)
				}
				if !reflect.DeepEqual(after.Record.Open.Items, copied.Record.Open.Items) || after.Record.Open.Next < now.Record.Open.Next {
					t.Error("it is not as in the copy, or an ID could be given out twice")
				}
				readableState(t, b, held)
				if err := b.kv.View(func(tx reader) error {
					bad, err := disagrees(tx)
					if len(bad) > 0 {
						t.Errorf("the sums of %v are wrong", bad)
					}
					return err
				}); err != nil {
					t.Error(err)
				}
				if page, err := b.Register(ctx, agenda.Query{}); err != nil || page.Total != 1 {
					t.Errorf("%d resolutions, %v", page.Total, err)
				}
				if same, err := b.Load(ctx, other.Record.Open.Key); err != nil || !reflect.DeepEqual(same, other) {
					t.Errorf("another meeting was touched: %v", err)
				}
				if _, err := b.Save(ctx, after, spoken(after.Record)); err != nil {
					t.Errorf("it does not go on: %v", err)
				}
				if engine == "file" {
					if report, err := Check(ctx, b.Path(), nil); err != nil || len(report.Faults) > 0 {
						t.Errorf("check: %+v, %v", report, err)
					}
				}
			})
		}
	}
}

// readableState: what could be read of a damaged meeting is a state of its history.
func readableState(t *testing.T, b *Book, held agenda.Snapshot) {
	t.Helper()
	changes, err := b.History(ctx, held.Record.Open.Key)
	if err != nil || len(changes) < 2 {
		t.Fatalf("%+v, %v", changes, err)
	}
	r, err := b.At(ctx, held.Record.Open.Key, changes[1].Number)
	if err != nil || !reflect.DeepEqual(r.Open.Items, held.Record.Open.Items) {
		t.Errorf("what could be read is not in the history: %v", err)
	}
}

// TestMendFails: where the transaction fails the meeting is as it was.
func TestMendFails(t *testing.T) {
	b := Memory()
	copied, _ := evening(t, b)
	meeting := copied.Record.Open.Key
	damage(t, b, recordBucket, itemKey(meeting, copied.Record.Open.Items[4].ID))
	before, kv := dump(t, b, buckets...), b.kv
	for n := 0; ; n++ {
		left := n
		b.kv = tripping{kv, &left}
		_, _, err := b.Mend(ctx, meeting, copied, noon)
		b.kv = kv
		if err == nil && n > 10 {
			break
		}
		if !errors.Is(err, errTripped) || !reflect.DeepEqual(dump(t, b, buckets...), before) {
			t.Fatalf("write %d: %v", n, err)
		}
	}
}

// TestSoundCopy finds the newest copy in which a meeting is whole.
func TestSoundCopy(t *testing.T) {
	b := madeBook(t)
	copied, now := evening(t, b)
	meeting := copied.Record.Open.Key
	if _, _, _, err := b.SoundCopy(ctx, meeting); !errors.Is(err, agenda.ErrNotFound) {
		t.Errorf("without copies: %v", err)
	}
	sound, err := b.Snapshot(ctx, noon, Daily)
	if err != nil {
		t.Fatal(err)
	}
	damage(t, b, recordBucket, itemKey(meeting, copied.Record.Open.Items[4].ID))
	if _, err := b.keepAside(ctx, noon.AddDate(0, 0, 1), BeforeRestore); err != nil {
		t.Fatal(err)
	}
	path, at, s, err := b.SoundCopy(ctx, meeting)
	if err != nil || path != sound || !at.Equal(noon) || !reflect.DeepEqual(s, now) {
		t.Errorf("%q of %v, %v", path, at, err)
	}
	if _, _, err := b.BringBack(ctx, meeting, path, noon, copied.Revision); !errors.Is(err, agenda.ErrConflict) {
		t.Errorf("in place of a state that is no more: %v", err)
	}
	if _, kept, err := b.BringBack(ctx, meeting, path, noon, now.Revision); err != nil || kept == "" {
		t.Errorf("bring it back: %q, %v", kept, err)
	}
}

// TestSoundCopyUnseen: that no copy could be looked into is not that none is whole.
func TestSoundCopyUnseen(t *testing.T) {
	b := madeBook(t)
	_, now := evening(t, b)
	meeting := now.Record.Open.Key
	if _, err := b.Snapshot(ctx, noon, Daily); err != nil {
		t.Fatal(err)
	}
	ended, end := context.WithCancel(ctx)
	end()
	if _, _, _, err := b.SoundCopy(ended, meeting); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "none"))
	if _, _, _, err := b.SoundCopy(ctx, meeting); err == nil || errors.Is(err, agenda.ErrNotFound) {
		t.Errorf("without a folder to copy to: %v", err)
	}
}

// TestMendLeavesNoCopy: a mending that failed leaves no copy of the whole book.
func TestMendLeavesNoCopy(t *testing.T) {
	b := madeBook(t)
	copied, _ := evening(t, b)
	meeting := copied.Record.Open.Key
	damage(t, b, recordBucket, itemKey(meeting, copied.Record.Open.Items[4].ID))
	b.halted = syscall.EIO
	_, kept, err := b.Mend(ctx, meeting, copied, noon)
	list, listErr := Snapshots(b.Path())
	if !errors.Is(err, ErrHalted) || kept != "" || len(list) > 0 || listErr != nil {
		t.Errorf("%v leaves %q, %+v, %v", err, kept, list, listErr)
	}
}
