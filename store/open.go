package store

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"minutebook/agenda"
)

// lockWait is how long to wait for another program to let go of the book.
const lockWait = 900 * time.Millisecond

// Open opens a book for reading and writing; no other program can open it
// meanwhile. Returns ErrNoBook, ErrNotBook, ErrLocked as a *LockedError,
// ErrNewer.
func Open(path string) (*Book, error) {
	kv, err := start(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	b := newBook(path, kv)
	b.beforeUpgrade = kv.beforeUpgrade
	b.reopen = func() (engine, error) { return start(path) }
	b.remember()
	return b, nil
}

// OpenReadOnly opens a book for viewing, also one of a newer Minutebook, one
// that may not be written and one that another program has open. It works on
// copies of the file, of which AsOf tells the time, and takes a new one by
// itself when the book changes: it holds no lock and never makes a writer wait.
// Saving returns ErrReadOnly. Returns ErrNoBook, ErrNotBook.
func OpenReadOnly(path string) (*Book, error) {
	v, err := newViewer(path)
	if err != nil {
		return nil, fmt.Errorf("open %s for viewing: %w", path, err)
	}
	b := newBook(path, v)
	b.halted = ErrReadOnly
	return b, nil
}

// Create makes a new book, with its folders, and opens it. It never writes over
// a file: returns ErrExists.
func Create(path string) (*Book, error) {
	err := create(path)
	if err == nil {
		return Open(path)
	}
	return nil, fmt.Errorf("make the book %s: %w", path, err)
}

// start checks the file and opens it. Whatever is wrong with it, bbolt is asked
// only once we know that the file is long enough for what its meta pages say.
func start(name string) (*boltEngine, error) {
	path, err := resolve(name)
	if err != nil {
		return nil, err
	}
	if err := inspect(path); err != nil {
		return nil, err
	}
	kv, err := openBolt(path, 0)
	if err != nil {
		return nil, err
	}
	kv.place, err = newPlace(name, kv.file)
	if err == nil {
		err = kv.writable()
	}
	n := 0
	if err == nil {
		n, err = schema(kv)
	}
	switch {
	case errors.Is(err, agenda.ErrReplaced):
	case err != nil:
		err = notBook(err)
	case n > Schema:
		err = ErrNewer
	case n < 1:
		err = ErrNotBook
	case n < Schema:
		err = kv.bringUp(name, time.Now())
	}
	if err != nil {
		_ = kv.Close()
		return nil, err
	}
	leaveNote(path)
	kv.note = notePath(path)
	return kv, nil
}

// writable refuses a book that writing could destroy.
func (e *boltEngine) writable() error {
	fault, knot, overlap := walkTree(e.file, e.place.newest())
	e.fault = fault
	switch {
	case knot != nil:
		return notBook(knot)
	case overlap != nil:
		return fmt.Errorf("%w: writing could destroy what it holds (%w); it can be viewed", ErrNotBook, overlap)
	}
	return nil
}

// openBolt opens a file, or makes it where more says os.O_CREATE.
func openBolt(path string, more int) (*boltEngine, error) {
	kv := &boltEngine{}
	err := guard(func() (err error) {
		kv.db, err = bolt.Open(path, 0o600, &bolt.Options{
			Timeout:      lockWait,
			FreelistType: bolt.FreelistMapType,
			OpenFile: func(name string, flag int, mode os.FileMode) (_ *os.File, err error) {
				kv.file, err = os.OpenFile(name, flag&^os.O_CREATE|more, mode)
				return kv.file, err
			},
		})
		return err
	})
	if errors.Is(err, errFault) && kv.file != nil {
		_ = kv.file.Close() // bbolt crashed with the file locked
	}
	switch {
	case err == nil:
		return kv, nil
	case errors.Is(err, berrors.ErrTimeout):
		return nil, locked(path)
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrVersionMismatch), errors.Is(err, berrors.ErrChecksum), errors.Is(err, berrors.ErrInvalidMapping):
		return nil, notBook(err)
	}
	return nil, err
}

func notBook(err error) error {
	if errors.Is(err, ErrNotBook) {
		return err
	}
	return fmt.Errorf("%w (%w)", ErrNotBook, err)
}

// resolve follows a link to the book, but not one that somebody else may have
// planted.
func resolve(path string) (string, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return "", missing(err)
	}
	if info.Mode()&fs.ModeSymlink == 0 {
		return path, nil
	}
	file, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", missing(err)
	}
	folder, err := os.Stat(filepath.Dir(path))
	if err != nil {
		return "", missing(err)
	}
	if runtime.GOOS != "windows" && folder.Mode().Perm()&0o022 != 0 {
		return "", fmt.Errorf("%w: it is a link in a folder that others may write to", ErrNotBook)
	}
	return file, nil
}

func missing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return ErrNoBook
	}
	return err
}

// create makes the book under another name and gives it its own only when it is
// whole and on the disk: a power cut in the middle of making a bbolt file leaves
// one that cannot be opened.
func create(path string) error {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return ErrExists
	}
	temp := filepath.Join(folder, "."+filepath.Base(path)+"."+rand.Text()+".new")
	defer func() { _ = os.Remove(temp) }() // gone already when all went well
	if err := fill(temp); err != nil {
		return err
	}
	if err := settle(temp, path); err != nil {
		return err
	}
	return syncFolder(folder)
}

func fill(temp string) error {
	kv, err := openBolt(temp, os.O_CREATE|os.O_EXCL)
	if err != nil {
		return err
	}
	err = kv.db.Update(func(tx *bolt.Tx) error {
		for _, name := range buckets {
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		return nil
	})
	b := newBook(temp, kv)
	if err == nil {
		err = b.found()
	}
	if err := errors.Join(err, b.Close()); err != nil {
		return err
	}
	return syncFile(temp)
}

// settle gives a file its name without writing over another. Where the file
// system has no links, the look and the renaming are two steps.
func settle(temp, path string) error {
	err := os.Link(temp, path)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist):
		return ErrExists
	}
	if _, err := os.Lstat(path); err == nil {
		return ErrExists
	}
	return os.Rename(temp, path)
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder makes a new name last. Windows cannot and need not.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
