package store_test

import (
	"errors"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"minutebook/agenda"
	"minutebook/store"
	"minutebook/store/storetest"
)

func TestMemory(t *testing.T) {
	storetest.Run(t, func(t *testing.T) agenda.Store { return store.Memory() })
}

func TestFile(t *testing.T) {
	storetest.Run(t, func(t *testing.T) agenda.Store { return create(t) })
}

// create makes a book in a folder of its own; after the test bbolt checks that
// the file is consistent.
func create(t testing.TB) *store.Book {
	t.Helper()
	path := filepath.Join(t.TempDir(), "office", "test.book")
	b, err := store.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
		consistent(t, path)
	})
	return b
}

func reopen(t testing.TB, path string) *store.Book {
	t.Helper()
	b, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	return b
}

func consistent(t testing.TB, path string) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	err = db.View(func(tx *bolt.Tx) error {
		var all []error
		for err := range tx.Check() {
			all = append(all, err)
		}
		return errors.Join(all...)
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Errorf("%s is not consistent: %v", path, err)
	}
}
