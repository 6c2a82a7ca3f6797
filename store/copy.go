package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	bolt "go.etcd.io/bbolt"
)

// copyTries is how often a book that is being written is copied before we give
// up.
const copyTries = 5

var errUnsteady = errors.New("the book is being changed so fast that no whole copy of it can be made; try again")

// stamp tells one state of a file from the next.
type stamp struct {
	info fs.FileInfo
	last meta
}

// stampOf looks at a file by its name.
func stampOf(path string) (stamp, error) {
	f, err := os.Open(path)
	if err != nil {
		return stamp{}, missing(err)
	}
	defer func() { _ = f.Close() }()
	return stampFile(f)
}

func stampFile(f *os.File) (s stamp, err error) {
	if s.info, err = f.Stat(); err == nil {
		s.last, err = newestMeta(f)
	}
	return s, err
}

func (s stamp) same(o stamp) bool {
	return s.last == o.last && os.SameFile(s.info, o.info) && s.info.Size() == o.info.Size() && s.info.ModTime().Equal(o.info.ModTime())
}

// takeCopy copies a book, which another program may be writing, into a private
// file without a name and opens that. It asks for no lock. A copy is taken as it
// is, damaged or not, if nothing happened meanwhile.
func takeCopy(path string) (kv *boltEngine, of stamp, err error) {
	file, err := resolve(path)
	if err != nil {
		return nil, stamp{}, err
	}
	for range copyTries {
		if err := inspect(file); err != nil {
			return nil, stamp{}, err
		}
		var steady bool
		kv, of, steady, err = copyOnce(file)
		if err == nil && !steady {
			_ = kv.Close()
			err = errUnsteady
		}
		if err == nil || steady {
			break
		}
	}
	if err != nil {
		return nil, stamp{}, err
	}
	return kv, of, nil
}

// copyOnce also says whether the book was left alone meanwhile. A transaction
// that was begun but not ended does no harm, because it writes only where
// nothing of the last one lies.
func copyOnce(path string) (kv *boltEngine, of stamp, steady bool, err error) {
	from, err := os.Open(path)
	if err != nil {
		return nil, of, true, missing(err)
	}
	defer func() { _ = from.Close() }()
	to, err := scratch()
	if err != nil {
		return nil, of, true, fmt.Errorf("make a copy to look at: %w", err)
	}
	before, err := from.Stat()
	if err == nil {
		_, err = io.Copy(to, from)
	}
	if err == nil {
		of.info = before
		of.last, err = newestMeta(to)
	}
	now, nowErr := stampFile(from)
	steady = nowErr == nil && of.same(now)
	if info, statErr := to.Stat(); err == nil && (statErr != nil || of.last.size() > uint64(info.Size())) {
		err = notBook(errors.New("the file was cut short while it was read"))
	}
	if err != nil {
		_ = to.Close()
		drop(to)
		return nil, of, steady, err
	}
	if kv, err = openCopy(to); err != nil {
		drop(to)
	}
	return kv, of, steady, err
}

// scratch is a private file that goes away by itself, where the system lets
// open files be without a name.
func scratch() (*os.File, error) {
	f, err := os.CreateTemp("", "minutebook-*.copy")
	if err == nil {
		_ = os.Remove(f.Name())
	}
	return f, err
}

// drop removes what scratch could not.
func drop(f *os.File) { _ = os.Remove(f.Name()) }

// openCopy opens a scratch file; closing the engine drops it.
func openCopy(file *os.File) (*boltEngine, error) {
	kv := &boltEngine{file: file, scratch: true}
	err := guard(func() (err error) {
		kv.db, err = bolt.Open(file.Name(), 0o600, &bolt.Options{
			ReadOnly: true, Timeout: lockWait,
			OpenFile: func(string, int, os.FileMode) (*os.File, error) { return file, nil },
		})
		return err
	})
	n := 0
	if err != nil {
		_ = file.Close()
		return nil, notBook(err)
	}
	if n, err = schema(kv); err != nil || n < 1 {
		_ = kv.Close()
		return nil, notBook(err)
	}
	return kv, nil
}
