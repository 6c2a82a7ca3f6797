package store

import (
	"bytes"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// boltEngine is the engine on a bbolt file. Every access is guarded, because
// bbolt answers damage with a panic and a shortened file with a fault.
type boltEngine struct{ db *bolt.DB }

func (e *boltEngine) View(fn func(reader) error) error {
	err := guard(func() error {
		return e.db.View(func(tx *bolt.Tx) error { return fn(boltTx{tx}) })
	})
	if errors.Is(err, berrors.ErrDatabaseNotOpen) {
		return errClosed
	}
	return err
}

func (e *boltEngine) Update(fn func(writer) error) error {
	var content bool // the closure wants to be kept
	err := guard(func() error {
		return e.db.Update(func(tx *bolt.Tx) error {
			err := fn(boltTx{tx})
			content = err == nil
			return err
		})
	})
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

func (e *boltEngine) Close() error { return guard(e.db.Close) }

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
		return nil // a book that is only viewed, and older than its history
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
