package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"minutebook/agenda"
)

// rescue copies the file of a book that has lost its name, as long as our
// handle still leads to it, beside the one that took its place: nobody else can
// find what was kept in it; in the spare folder where there is no room. The name
// is empty where the file has its name still.
func (e *boltEngine) rescue(spare string) (name string, err error) {
	if e.place == nil {
		return "", nil
	}
	if info, err := os.Stat(e.place.path); err == nil && os.SameFile(info, e.place.info) {
		return "", nil
	}
	info, err := e.file.Stat()
	if err != nil {
		return "", err
	}
	now, err := newestMeta(e.file)
	if err != nil || now.transaction < e.place.newest().transaction || info.Size() < e.place.size {
		return "", err
	}
	name, err = e.rescueAs(e.place.path, info.Size())
	if err == nil || spare == "" {
		return name, err
	}
	if made := os.MkdirAll(spare, 0o700); made != nil {
		return "", err // which a person can do more about
	}
	base := filepath.Base(e.place.path)
	name, again := e.rescueAs(filepath.Join(spare, strings.ToValidUTF8(base[:min(len(base), 100)], "")), info.Size())
	if again != nil {
		return "", err
	}
	return name, nil
}

// rescueAs copies the file to the first name of its kind that is free.
func (e *boltEngine) rescueAs(path string, size int64) (name string, err error) {
	for n := 1; ; n++ {
		name = fmt.Sprintf("%s.rescued-%d", path, n)
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = io.Copy(f, io.NewSectionReader(e.file, 0, size))
		err = errors.Join(err, f.Sync(), f.Close())
		if err == nil {
			return name, syncFolder(filepath.Dir(name))
		}
		return "", errors.Join(err, os.Remove(name))
	}
}

// RescueIn names a folder for the copy of a file that was replaced, where it
// cannot be made beside the book; empty: there is none. Call it before saving.
func (b *Book) RescueIn(folder string) { b.spare = folder }

// rescuedError is the error of a book that was replaced, and what became of all
// that was kept in it.
type rescuedError struct {
	err  error
	told string
}

func (e *rescuedError) Error() string        { return e.err.Error() + ". " + e.told }
func (e *rescuedError) Is(target error) bool { return errors.Is(e.err, target) }
func (e *rescuedError) As(target any) bool   { return errors.As(e.err, target) }

// rescued adds to the error of a book that was replaced where all that was kept
// in it is now, or that no copy of it could be made, and sees to it once.
func (b *Book) rescued(err error) error {
	e, ok := b.kv.(interface{ rescue(string) (string, error) })
	if !ok || b.rescue != "" {
		return err
	}
	name, failed := e.rescue(b.spare)
	switch {
	case failed != nil:
		told := "No copy of what was kept in it could be made: " + agenda.Plainly(failed)
		if b.spare != "" {
			told += ". A copy of the open meeting is in " + b.spare + ", where there is room for it"
		}
		return &rescuedError{err, told}
	case name == "":
		return err
	}
	b.rescue = name
	return &rescuedError{err, "All that was kept is also in " + name}
}
