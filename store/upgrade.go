package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	bolt "go.etcd.io/bbolt"

	"minutebook/agenda"
)

// upgrades has for each layout of before the step that makes the next one of
// it. A layout once given out keeps its step; a new one adds a row and raises
// Schema.
var upgrades = map[int]func(*ledger) error{
	1: addSums,
}

// upgrade brings a book to the layout of today, all in one transaction: whatever
// fails, it is as it was. The number of changes stays, because nothing that
// somebody wrote has changed.
func upgrade(kv engine) error {
	return kv.Update(func(tx writer) error {
		l, n := newLedger(tx), 0
		if _, err := get(l, metaBucket, schemaKey, &n); err != nil {
			return err
		}
		for ; n < Schema; n++ {
			if err := upgrades[n](l); err != nil {
				return fmt.Errorf("from layout %d: %w", n, err)
			}
		}
		return errors.Join(put(l, metaBucket, schemaKey, n), l.settle())
	})
}

// addSums gives a book of layout 1 what the builds of its time wrote in part or
// not at all: the place of the history, the sums, and every line of the lists. A
// damaged meeting stays as it is, because a sum made now would call it whole.
func addSums(tx *ledger) error {
	for _, b := range buckets {
		if err := tx.Make(b); err != nil {
			return err
		}
	}
	meetings, err := meetingsIn(tx)
	if err != nil {
		return err
	}
	for _, meeting := range meetings {
		s, err := load(tx, meeting)
		if err != nil {
			return err
		}
		if len(s.Damage) > 0 {
			continue
		}
		if err := errors.Join(resum(tx, meeting), relist(tx, s.Record)); err != nil {
			return err
		}
	}
	return nil
}

// meetingsIn is the meetings that have a public record.
func meetingsIn(tx reader) ([]agenda.Key, error) {
	records := map[placeOf][]byte{}
	err := tx.Scan(recordBucket, "m/", end("m/"), func(key string, _ []byte) error {
		records[placeOf{recordBucket, key}] = nil
		return nil
	})
	return meetingsOf(records, recordBucket), err
}

// Upgraded is the copy that was made of the book before Open brought it to the
// layout of this program; empty: there was nothing to do.
func (b *Book) Upgraded() (path string) { return b.before }

// bringUp keeps a copy of a book of an older layout among its snapshots and
// brings it up to date. Where that fails the book is as it was.
func (e *boltEngine) bringUp(name string, now time.Time) error {
	copied, err := newBook(name, e).keepAside(context.Background(), now, BeforeUpgrade)
	if err == nil {
		if err = upgrade(e); err == nil {
			e.before = copied
			return nil
		}
		var failed *commitError
		if !errors.As(err, &failed) || errors.Is(err, agenda.ErrNoRoom) {
			_ = os.Remove(copied) // of a book that has not changed
		}
	}
	var file *fs.PathError
	if errors.As(err, &file) {
		err = file.Err // a copy nobody asked for by name
	}
	return fmt.Errorf("it is of an older Minutebook and was not brought up to date, so it can only be viewed: %w", err)
}

// bringUpCopy brings a file up to date of which there is another copy.
func bringUpCopy(path string) error {
	kv, err := openBolt(path, 0)
	if err != nil {
		return err
	}
	n, err := schema(kv)
	if err == nil && n < Schema {
		err = upgrade(kv)
	}
	return errors.Join(err, kv.Close())
}

// upToDate is a private copy of a book in the layout of today. One that cannot
// be brought there, which only a broken one cannot, is seen as it is.
func upToDate(kv *boltEngine) *boltEngine {
	if n, err := schema(kv); err != nil || n >= Schema {
		return kv
	}
	newer, err := writableCopy(kv)
	if err != nil {
		return kv
	}
	if err := upgrade(newer); err != nil {
		_ = newer.Close()
		return kv
	}
	_ = kv.Close()
	return newer
}

// writableCopy copies a private copy once more, to write in it.
func writableCopy(kv *boltEngine) (*boltEngine, error) {
	info, err := kv.file.Stat()
	if err != nil {
		return nil, err
	}
	to, err := scratch()
	if err != nil {
		return nil, err
	}
	e := &boltEngine{file: to, scratch: true, fault: kv.fault}
	if _, err = io.Copy(to, io.NewSectionReader(kv.file, 0, info.Size())); err == nil {
		err = guard(func() (err error) {
			e.db, err = bolt.Open(to.Name(), 0o600, &bolt.Options{
				NoSync: true, Timeout: lockWait, FreelistType: bolt.FreelistMapType,
				OpenFile: func(string, int, os.FileMode) (*os.File, error) { return to, nil },
			})
			return err
		})
	}
	if err != nil {
		_ = to.Close()
		drop(to)
		return nil, err
	}
	return e, nil
}
