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
)

// lockWait is how long to wait for another program to let go of the book.
const lockWait = time.Second

// Open opens a book for reading and writing; no other program can open it
// meanwhile. Returns ErrNoBook, ErrNotBook, ErrLocked, ErrNewer.
func Open(path string) (*Book, error) {
	b, err := open(path, false)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return b, nil
}

// OpenReadOnly opens a book for viewing, also one of a newer Minutebook and one
// that may not be written. Saving returns ErrReadOnly. It holds a lock that
// other viewers share and that keeps a writer out. Returns ErrNoBook,
// ErrNotBook, ErrLocked.
func OpenReadOnly(path string) (*Book, error) {
	b, err := open(path, true)
	if err != nil {
		return nil, fmt.Errorf("open %s for viewing: %w", path, err)
	}
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

func open(path string, viewing bool) (*Book, error) {
	file, err := resolve(path)
	if err != nil {
		return nil, err
	}
	start := func() (engine, error) { return start(file, viewing) }
	kv, err := start()
	if err != nil {
		return nil, err
	}
	b := newBook(path, kv)
	if viewing {
		b.halted = ErrReadOnly
	} else {
		b.reopen = start
	}
	return b, nil
}

// start checks the file and opens it. Whatever is wrong with it, bbolt is asked
// only once we know that the file is long enough for what its meta pages say.
func start(path string, viewing bool) (engine, error) {
	if err := inspect(path); err != nil {
		return nil, err
	}
	db, err := openBolt(path, viewing, func(name string, flag int, mode os.FileMode) (*os.File, error) {
		return os.OpenFile(name, flag&^os.O_CREATE, mode)
	})
	if err != nil {
		return nil, err
	}
	kv := &boltEngine{db}
	n, err := schema(kv)
	switch {
	case err != nil:
		err = notBook(err)
	case n > Schema && !viewing:
		err = ErrNewer
	case n < 1:
		err = ErrNotBook
	case !viewing:
		err = kv.complete()
	}
	if err != nil {
		_ = kv.Close()
		return nil, err
	}
	return kv, nil
}

func openBolt(path string, viewing bool, openFile func(string, int, os.FileMode) (*os.File, error)) (db *bolt.DB, err error) {
	err = guard(func() (err error) {
		db, err = bolt.Open(path, 0o600, &bolt.Options{
			Timeout:      lockWait,
			ReadOnly:     viewing,
			FreelistType: bolt.FreelistMapType,
			OpenFile:     openFile,
		})
		return err
	})
	switch {
	case err == nil:
		return db, nil
	case errors.Is(err, berrors.ErrTimeout):
		return nil, ErrLocked
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
	db, err := openBolt(temp, false, func(name string, flag int, mode os.FileMode) (*os.File, error) {
		return os.OpenFile(name, flag|os.O_CREATE|os.O_EXCL, mode)
	})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) error {
		for _, name := range buckets {
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		return nil
	})
	b := newBook(temp, &boltEngine{db})
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
