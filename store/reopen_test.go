package store

import (
	"errors"
	"path/filepath"
	"reflect"
	"syscall"
	"testing"

	"minutebook/agenda"
)

// TestReopen is what a session does that knows no store: after the disk failed
// it opens the book again and saves the same against the same base. Whether the
// write had landed or not, that is no conflict, and it is committed anew.
func TestReopen(t *testing.T) {
	for name, landed := range map[string]bool{"lost": false, "landed": true} {
		t.Run(name, func(t *testing.T) {
			b, err := Create(filepath.Join(t.TempDir(), "a.book"))
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = b.Close() }()
			base, err := b.Save(ctx, agenda.Snapshot{Life: agenda.Life{Draft: 2}}, sitting(3))
			if err != nil {
				t.Fatal(err)
			}
			b.kv = &faulty{engine: b.kv, err: syscall.EIO, after: landed}
			next := spoken(base.Record)
			would, err := b.Save(ctx, base, next)
			if err == nil || errors.Is(err, agenda.ErrUnsure) != landed {
				t.Fatalf("save on a failing disk: %v", err)
			}
			if _, err := b.Save(ctx, base, next); !errors.Is(err, agenda.ErrUnsure) {
				t.Fatalf("save before it is opened again: %v", err)
			}
			if err := b.SaveBody(ctx, agenda.Body{Key: "nhc"}); !errors.Is(err, agenda.ErrUnsure) {
				t.Fatalf("save a body before it is opened again: %v", err)
			}
			var again interface{ Reopen() error } = b
			if err := again.Reopen(); err != nil {
				t.Fatal(err)
			}
			now, err := b.Load(ctx, next.Open.Key)
			if err != nil || (now.Revision == would.Revision) != landed || (now.Revision == base.Revision) == landed {
				t.Fatalf("loaded revision %s of %s, %v", now.Revision, base.Revision, err)
			}
			at, err := b.Save(ctx, base, next)
			if err != nil {
				t.Fatalf("save the same again: %v", err)
			}
			if at.Revision == now.Revision {
				t.Error("what was in doubt was said to be kept without another commit")
			}
			if got, err := b.Load(ctx, next.Open.Key); err != nil || !reflect.DeepEqual(got, at) {
				t.Errorf("after all that: %v", err)
			}
			if _, err := b.Save(ctx, base, spoken(next)); !errors.Is(err, agenda.ErrConflict) {
				t.Errorf("the old base once more: %v", err)
			}
		})
	}
}

// TestNoLife: a book of before has no draft numbers; its meetings are draft 1.
func TestNoLife(t *testing.T) {
	b, r := Memory(), sitting(1)
	if _, err := b.Save(ctx, agenda.Snapshot{}, r); err != nil {
		t.Fatal(err)
	}
	if err := b.kv.Update(func(tx writer) error {
		return errors.Join(tx.Delete(recordBucket, lifeKey(r.Open.Key)), put(tx, recordBucket, headKey(r.Open.Key), newHead(r.Open, "1-x")))
	}); err != nil {
		t.Fatal(err)
	}
	at, err := b.Load(ctx, r.Open.Key)
	if err != nil || at.Life != (agenda.Life{Draft: 1}) || at.Damage != nil {
		t.Errorf("life %v, damage %v, %v", at.Life, at.Damage, err)
	}
}
