package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"sync/atomic"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// boltEngine is the engine on a bbolt file. Every access is guarded, because
// bbolt answers damage with a panic and a shortened file with a fault.
type boltEngine struct {
	db    *bolt.DB
	file  *os.File
	place *place // nil for a file that only we know
	// scratch: the file is dropped with the engine.
	scratch bool
	fault   error  // of the tree of pages; what lies behind it cannot be read
	overlap error  // a page in use is said to be free: it must not be written
	note    string // who has the book open; removed with the engine
	// beforeUpgrade is the copy that was made before it was brought up to date.
	beforeUpgrade string
	// stuck: a crash inside bbolt has left its locks held, so it is asked nothing
	// more.
	stuck atomic.Bool
}

func (e *boltEngine) View(fn func(reader) error) error {
	if e.stuck.Load() {
		return errFault
	}
	begun := false
	err := guard(func() error {
		return e.db.View(func(tx *bolt.Tx) error {
			begun = true
			return fn(boltTx{tx})
		})
	})
	if errors.Is(err, errFault) && !begun {
		e.stuck.Store(true)
	}
	if errors.Is(err, berrors.ErrDatabaseNotOpen) {
		return errClosed
	}
	return err
}

func (e *boltEngine) Update(fn func(writer) error) error {
	if e.stuck.Load() {
		return errFault
	}
	if e.place != nil {
		if err := e.place.unchanged(); err != nil {
			return err
		}
	}
	var content bool // the closure wants to be kept
	var transaction uint64
	err := guard(func() error {
		return e.db.Update(func(tx *bolt.Tx) error {
			err := fn(boltTx{tx})
			content, transaction = err == nil, uint64(tx.ID())
			return err
		})
	})
	if errors.Is(err, errFault) {
		e.stuck.Store(true) // it may not have let go of its lock
	}
	if e.place != nil {
		switch {
		case err == nil:
			err = e.place.written(transaction)
		case !content, errors.Is(err, errFault):
			// What was read in a file that somebody is writing over means nothing.
			if changed := e.place.unchanged(); changed != nil {
				err = changed
			}
		}
	}
	switch {
	case err == nil:
		return nil
	case content:
		return &commitError{err}
	case errors.Is(err, berrors.ErrDatabaseReadOnly):
		return ErrReadOnly
	case errors.Is(err, berrors.ErrDatabaseNotOpen):
		return errClosed
	}
	return err
}

// Close gives the file free. Where bbolt is stuck it would wait for ever, so
// only its file is closed, and with it the lock on it.
func (e *boltEngine) Close() error {
	if e.note != "" {
		_ = os.Remove(e.note) // while the lock is ours, so that it is nobody else's
	}
	if e.scratch {
		defer drop(e.file)
	}
	if e.stuck.Load() {
		return e.file.Close()
	}
	err := guard(e.db.Close)
	if err != nil {
		_ = e.file.Close() // bbolt gave up half-way, with the lock on it
	}
	return err
}

type boltTx struct{ tx *bolt.Tx }

// bucket is nil, with an error, in a file that somebody else wrote.
func (t boltTx) bucket(b bucket) (*bolt.Bucket, error) {
	if found := t.tx.Bucket([]byte(b)); found != nil {
		return found, nil
	}
	return nil, fmt.Errorf("%w: it has no part %q", ErrNotBook, b)
}

func (t boltTx) Get(b bucket, key string) ([]byte, error) {
	in, err := t.bucket(b)
	if err != nil {
		return nil, err
	}
	return in.Get([]byte(key)), nil
}

func (t boltTx) Scan(b bucket, from, to string, each func(string, []byte) error) error {
	in, err := t.bucket(b)
	if b == historyBucket && in == nil {
		return nil // the first books had none, and not every copy can be brought up to date
	}
	if err != nil {
		return err
	}
	c, end := in.Cursor(), []byte(to)
	for k, v := c.Seek([]byte(from)); k != nil && bytes.Compare(k, end) < 0; k, v = c.Next() {
		if err := each(string(k), v); err != nil {
			return err
		}
	}
	return nil
}

func (t boltTx) Put(b bucket, key string, value []byte) error {
	in, err := t.bucket(b)
	if err != nil {
		return err
	}
	return in.Put([]byte(key), value)
}

func (t boltTx) Delete(b bucket, key string) error {
	in, err := t.bucket(b)
	if err != nil {
		return err
	}
	return in.Delete([]byte(key))
}

func (t boltTx) Make(b bucket) error {
	_, err := t.tx.CreateBucketIfNotExists([]byte(b))
	return err
}
