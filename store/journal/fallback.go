package journal

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// settled is the path of a book's file itself, from the top.
func settled(path string) string {
	if file, err := filepath.EvalSymlinks(path); err == nil {
		path = file
	}
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return path
}

// elsewhere is the journal of a book in the state folder. Two copies of a book in
// two folders have one identity, so the path counts too.
func elsewhere(o Options) string {
	sum := sha256.Sum256([]byte(settled(o.Path)))
	return filepath.Join(o.State, filepath.Base(o.Path)+"."+short(o.Book)+"."+hex.EncodeToString(sum[:4])+".journal")
}

// look reads every file of earlier runs that may be of this book.
func (j *Journal) look(o Options) (old []found) {
	paths := append(slices.Clone(j.places), j.places[0]+"."+short(o.Book))
	for _, path := range paths {
		if f, ok := read(path); ok {
			old = append(old, f)
		}
	}
	if o.State == "" {
		return old
	}
	list, _ := os.ReadDir(o.State) // none: nothing was kept there
	for _, e := range list {
		path := filepath.Join(o.State, e.Name())
		if slices.Contains(paths, path) || !strings.Contains(e.Name(), "."+short(o.Book)+".") || !strings.HasSuffix(e.Name(), ".journal") {
			continue
		}
		if f, ok := read(path); ok && f.whole && f.head.Book == o.Book && moved(f.head.Path) {
			old = append(old, f)
		}
	}
	return old
}

// moved is whether the book that a journal was of is not where it was: then it
// may be this one. Journals of before did not say where.
func moved(path string) bool {
	if path == "" {
		return true
	}
	_, err := os.Lstat(path)
	return err != nil && !errors.Is(err, fs.ErrPermission)
}
