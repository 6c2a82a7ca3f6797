package exports

import (
	"bufio"
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"minutebook/agenda"
)

// What WriteFile does not replace.
var (
	// ErrForeign says that a file is there which Minutebook did not write.
	ErrForeign = errors.New("it is there already and was not written by Minutebook")
	// ErrAnother says that an export is there, but not of these minutes.
	ErrAnother = errors.New("it is there already and is an export of another meeting or in another format")
)

// notesMark is the first line of every file of notes that is exported: a
// comment of the notation.
const notesMark = "%% written by minutebook"

// FileName is a name for an export that says body and day and is good on every
// system: "nhc-2026-03-12-minutes.md". Two meetings of a body on one day have
// the same; WriteFile keeps the one from replacing the other.
func FileName(b agenda.Body, m agenda.Meeting, ext string) string {
	code := b.Code
	if slug(code) == "" {
		code = b.Name
	}
	var parts []string
	for _, p := range []string{code, m.Start.Date()} {
		if s := slug(p); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(append(parts, "minutes"), "-") + "." + slug(ext)
}

// slug keeps letters and digits of a name, in lower case, joined by hyphens.
func slug(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	out := strings.Join(words, "-")
	return strings.Trim(out[:min(len(out), 40)], "-")
}

// WriteFile makes a file of what write writes. The file appears whole or not at
// all, and takes the place of another only if that is an export of the same
// meeting in the same format or force is set; otherwise it returns ErrForeign or ErrAnother. A link
// is not followed.
//
// An export is recognised by how it begins, because a mark that readers do not
// show would have to be HTML: Markdown by its title and the draft line under
// it, JSON by its format, notes by their first comment. What stands below is not
// looked at: an export that somebody changed further down counts as ours, and
// is replaced. Whoever is at a screen is asked before that; see [Find]. Which meeting it is of, JSON says by the key; Markdown and notes
// by body, kind, day, time and place, so that after a change to one of these the
// old file is another's, and two meetings that agree in all of them pass for one.
func WriteFile(path string, force bool, write func(io.Writer) error) error {
	perm, there, old, err := target(path, force)
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	dir := filepath.Dir(path)
	temp, err := create(dir, perm)
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, plainly(err))
	}
	defer os.Remove(temp.Name()) // gone already when all went well
	if err := fillIn(temp, write); err != nil {
		return fmt.Errorf("writing %s: %w", path, plainly(err))
	}
	if old != "" {
		if which, _, err := minutesIn(temp.Name()); err != nil || which != old {
			return fmt.Errorf("writing %s: %w", path, cmp.Or(plainly(err), ErrAnother))
		}
	}
	if err := moveTo(temp.Name(), path, there || force); err != nil {
		return fmt.Errorf("writing %s: %w", path, plainly(err))
	}
	syncFolder(dir)
	return nil
}

// target looks at what stands where the file is to go: with which permissions
// the new one is made, and which minutes it must hold to take the place of the
// old one; empty where any may.
func target(path string, force bool) (perm fs.FileMode, there bool, old string, err error) {
	if path == "" {
		return 0, false, "", errors.New("there is no name to write to")
	}
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return 0o666, false, "", nil
	case err != nil:
		return 0, false, "", plainly(err)
	case info.IsDir():
		return 0, false, "", errors.New("it is a folder")
	case info.Mode()&fs.ModeSymlink != 0:
		if !force {
			return 0, false, "", fmt.Errorf("%w (it is a link to another file)", ErrForeign)
		}
		return 0o666, true, "", nil
	case !info.Mode().IsRegular():
		return 0, false, "", errors.New("it is no ordinary file")
	case force:
		return info.Mode().Perm(), true, "", nil
	}
	old, ours, err := minutesIn(path)
	if err != nil {
		return 0, false, "", plainly(err)
	}
	if !ours {
		return 0, false, "", ErrForeign
	}
	return info.Mode().Perm(), true, old, nil
}

// create makes a new file in a folder, with the permissions that the system
// gives to new files.
func create(dir string, perm fs.FileMode) (*os.File, error) {
	name := filepath.Join(dir, ".minutebook-"+rand.Text()[:12]+".tmp")
	return os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, perm)
}

// fillIn writes, syncs and closes the file.
func fillIn(f *os.File, write func(io.Writer) error) error {
	w := bufio.NewWriter(f)
	err := write(w)
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = f.Sync()
	}
	if shut := f.Close(); err == nil {
		err = shut
	}
	return err
}

// moveTo gives the finished file its name. Where nothing was there a moment ago
// a link is made, which fails if something is there now.
func moveTo(temp, path string, replace bool) error {
	if !replace {
		err := os.Link(temp, path)
		if err == nil {
			return nil // the other name goes when the caller cleans up
		}
		if errors.Is(err, fs.ErrExist) {
			return ErrForeign
		}
		// Not every file system has links.
	}
	return os.Rename(temp, path)
}

// syncFolder makes the new name last through a power cut. Some systems cannot
// sync a folder; the file is whole all the same.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

// Why is what WriteFile says of a path that the reader of the words can see.
func Why(path string, err error) string {
	words := strings.TrimPrefix(err.Error(), "writing "+path+": ")
	return strings.TrimSuffix(words, ": "+fs.ErrNotExist.Error())
}

// plainly drops the operation and the path from an error of the system: the
// path may be of a temporary file.
func plainly(err error) error {
	var pe *fs.PathError
	var le *os.LinkError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no such folder: %w", fs.ErrNotExist)
	case errors.As(err, &pe):
		return pe.Err
	case errors.As(err, &le):
		return le.Err
	}
	return err
}
