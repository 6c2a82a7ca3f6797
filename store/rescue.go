package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// rescue copies the file of a book that has lost its name, as long as our
// handle still leads to it, beside the one that took its place: nobody else can
// find what was kept in it. The name is empty where the file has its name still.
func (e *boltEngine) rescue() (name string, err error) {
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
	for n := 1; ; n++ {
		name = fmt.Sprintf("%s.rescued-%d", e.place.path, n)
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = io.Copy(f, io.NewSectionReader(e.file, 0, info.Size()))
		err = errors.Join(err, f.Sync(), f.Close())
		if err == nil {
			return name, syncFolder(filepath.Dir(name))
		}
		return "", errors.Join(err, os.Remove(name))
	}
}

// rescued adds to the error of a book that was replaced where all that was kept
// in it is now, and sees to it once.
func (b *Book) rescued(err error) error {
	e, ok := b.kv.(interface{ rescue() (string, error) })
	if !ok || b.rescue != "" {
		return err
	}
	name, failed := e.rescue()
	if failed != nil || name == "" {
		return err
	}
	b.rescue = name
	return fmt.Errorf("%w. All that was kept is also in %s", err, name)
}
