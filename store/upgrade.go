package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
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
			step, known := upgrades[n]
			if !known {
				return ErrNotBook // no layout was ever given that number
			}
			if err := step(l); err != nil {
				return fmt.Errorf("from layout %d: %w", n, err)
			}
		}
		return errors.Join(put(l, metaBucket, schemaKey, n), l.settle())
	})
}

// ofBefore says whether a book is still of an older layout.
func ofBefore(tx reader) (bool, error) {
	n := Schema
	_, err := get(tx, metaBucket, schemaKey, &n)
	return n < Schema, err
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
		if errors.Is(err, agenda.ErrNotFound) || len(s.Damage) > 0 {
			continue // not found: no more than the number of its draft is left
		}
		if err != nil {
			return err
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
func (b *Book) Upgraded() (path string) { return b.beforeUpgrade }

// bringUp keeps a copy of a book of an older layout among its snapshots and
// brings it up to date. Where that fails the book is as it was.
func (e *boltEngine) bringUp(name string, now time.Time) error {
	copied, err := newBook(name, e).keepAside(context.Background(), now, BeforeUpgrade)
	if err != nil {
		return &upgradeError{err: err}
	}
	if err = upgrade(e); err == nil {
		e.beforeUpgrade = copied
		return nil
	}
	return notUpgraded(err, copied)
}

// notUpgraded drops the copy of a book that has not changed, and tells of any
// other.
func notUpgraded(err error, copied string) error {
	if unchanged(err) {
		_ = os.Remove(copied)
		copied = ""
	}
	return &upgradeError{err, copied}
}

// unchanged says of an error of a transaction that nothing of it was kept for
// certain.
func unchanged(err error) bool {
	var failed *commitError
	return !errors.As(err, &failed) && !errors.Is(err, agenda.ErrReplaced) || errors.Is(err, agenda.ErrNoRoom)
}

// upgradeError is a book of before that was not brought up to date.
type upgradeError struct {
	err  error
	kept string // a copy of the book as it was, where it may have changed
}

func (e *upgradeError) Error() string {
	words := e.err.Error()
	var file *fs.PathError
	if errors.As(e.err, &file) { // of a copy nobody asked for by name
		words = strings.Replace(words, file.Error(), file.Err.Error(), 1)
	}
	words = "it is of an older Minutebook and was not brought up to date, so it can only be viewed: " + words
	if e.kept != "" {
		words += "; as it was before it is the snapshot " + filepath.Base(e.kept)
	}
	return words
}

func (e *upgradeError) Unwrap() error { return e.err }

// Is tells a disk that had no room for the copy either.
func (e *upgradeError) Is(target error) bool { return target == agenda.ErrNoRoom && noRoom(e.err) }

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

// upToDate is a private copy of a book in the layout of today: the one it is
// given or another, so that two may have to be closed. What cannot be brought
// there, because it is broken or there is no room, is seen as it is; so is one of
// which a page in use is said to be free, because writing would destroy it.
func upToDate(kv *boltEngine) *boltEngine {
	if n, err := schema(kv); err != nil || n >= Schema || kv.overlap != nil {
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
