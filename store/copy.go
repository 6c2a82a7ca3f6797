package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// copyTries is how often a book that is being written is copied before we give
// up.
const copyTries = 5

var errUnsteady = errors.New("the book is being changed so fast that no whole copy of it can be made; try again")

// state tells one state of a file from the next.
type state struct {
	info fs.FileInfo
	last meta
}

// stateOf looks at a file by its name.
func stateOf(path string) (state, error) {
	f, err := os.Open(path)
	if err != nil {
		return state{}, missing(err)
	}
	defer func() { _ = f.Close() }()
	return stateFile(f)
}

func stateFile(f *os.File) (s state, err error) {
	if s.info, err = f.Stat(); err == nil {
		s.last, err = newestMeta(f)
	}
	return s, err
}

func (s state) same(o state) bool {
	return s.last == o.last && os.SameFile(s.info, o.info) && s.info.Size() == o.info.Size() && s.info.ModTime().Equal(o.info.ModTime())
}

// takeCopy is takeRaw, brought up to date.
func takeCopy(path string) (kv *boltEngine, of state, err error) {
	raw, of, err := takeRaw(path)
	if err != nil {
		return nil, of, err
	}
	if kv = upToDate(raw); kv != raw {
		_ = raw.Close() // a copy has nothing to lose
	}
	return kv, of, nil
}

// takeRaw copies a book, which another program may be writing, into a private
// file without a name and opens that. It asks for no lock. A copy is taken as it
// is if nothing happened meanwhile, damaged or not; else only if every page,
// checksum and sum in it agrees.
func takeRaw(path string) (kv *boltEngine, of state, err error) {
	file, err := resolve(path)
	if err != nil {
		return nil, state{}, err
	}
	for range copyTries {
		if err := inspect(file); err != nil {
			return nil, state{}, err
		}
		var steady bool
		kv, of, steady, err = copyOnce(file)
		if err == nil && !steady && !agrees(kv) {
			_ = kv.Close()
			err = errUnsteady
		}
		if err == nil || steady {
			break
		}
	}
	if err != nil {
		return nil, state{}, err
	}
	return kv, of, nil
}

// copyOnce also says whether the book was left alone meanwhile. A transaction
// that was begun but not ended does no harm, because it writes only where
// nothing of the last one lies.
func copyOnce(path string) (kv *boltEngine, of state, steady bool, err error) {
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
	now, nowErr := stateFile(from)
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
	last, err := newestMeta(file)
	if err == nil {
		kv.fault, err, kv.overlap = walkTree(file, last)
	}
	if err != nil {
		_ = file.Close()
		return nil, notBook(err)
	}
	err = guard(func() (err error) {
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

// agrees says whether all that a copy holds fits together: it may have been
// made of two states.
func agrees(kv *boltEngine) bool {
	if kv.fault != nil {
		return false
	}
	return kv.View(func(tx reader) error {
		if bad, err := disagrees(tx); err != nil || len(bad) > 0 {
			return errors.Join(err, errStale)
		}
		for _, b := range buckets {
			w := &walk{in: b}
			if err := errors.Join(tx.Scan(b, "", "\xff", w.record), w.end()); err != nil {
				return err
			}
		}
		return nil
	}) == nil
}

// walk checks the records of a bucket, and the sum of each meeting as it goes
// by; a head comes behind the entries and before the items.
type walk struct {
	in    bucket
	of    account
	said  string
	found tally
}

func (w *walk) record(key string, value []byte) error {
	text, err := check(w.in, key, value)
	if err != nil {
		return err
	}
	of, _ := accountOf(w.in, key)
	head := of.prefix == "" && strings.HasPrefix(key, "m/")
	if head {
		of.prefix = strings.TrimSuffix(key, "h")
	}
	if of != w.of {
		if err := w.end(); err != nil {
			return err
		}
		w.of, w.said, w.found = of, "", 0
	}
	if !head {
		w.found += share(w.in, key, value)
		return nil
	}
	var h struct {
		Sum string `json:"sum"`
	}
	err = json.Unmarshal(text, &h)
	w.said = h.Sum
	return err
}

func (w *walk) end() error {
	if w.of.prefix == "" || summed("", w.said, w.found) == nil {
		return nil
	}
	return errStale
}
