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
	if path == "" {
		return errors.New("writing a file: there is no name to write to")
	}
	return inFolder(path, func(folder *os.Root, name string) error {
		perm, there, old, err := target(folder, name, force)
		if err != nil {
			return err
		}
		return writeIn(folder, name, goal{perm, old, there || force}, write)
	})
}

// WritePrivate makes a file of what write writes that is its owner's alone, in
// the place of whatever has its name. The file appears whole or not at all.
func WritePrivate(path string, write func(io.Writer) error) error {
	return inFolder(path, func(folder *os.Root, name string) error {
		return writeIn(folder, name, goal{perm: 0o600, replace: true}, write)
	})
}

// inFolder opens the folder of a path. Everything happens inside this one
// folder: whoever swaps it or a file in it for a link cannot lead us out.
func inFolder(path string, do func(folder *os.Root, name string) error) error {
	folder, err := os.OpenRoot(filepath.Dir(path))
	if err == nil {
		err = do(folder, filepath.Base(path))
		_ = folder.Close()
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, plainly(err))
	}
	return nil
}

// goal is what a new file is to be.
type goal struct {
	perm    fs.FileMode
	old     string // the minutes it must hold; empty: any
	replace bool   // it may take the place of another file
}

func writeIn(folder *os.Root, name string, to goal, write func(io.Writer) error) error {
	temp := ".minutebook-" + rand.Text()[:12] + ".tmp"
	f, err := folder.OpenFile(temp, os.O_CREATE|os.O_EXCL|os.O_WRONLY, to.perm)
	if err != nil {
		return err
	}
	defer func() { _ = folder.Remove(temp) }() // gone already when all went well
	if err := fillIn(f, write); err != nil {
		return err
	}
	if to.old != "" {
		if which, _, err := minutesIn(folder, temp); err != nil || which != to.old {
			return cmp.Or(err, ErrAnother)
		}
	}
	if err := moveTo(folder, temp, name, to.replace); err != nil {
		return err
	}
	syncFolder(folder)
	return nil
}

// target looks at what stands where the file is to go: with which permissions
// the new one is made, and which minutes it must hold to take the place of the
// old one; empty where any may.
func target(folder *os.Root, name string, force bool) (perm fs.FileMode, there bool, old string, err error) {
	info, err := folder.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return 0o666, false, "", nil
	case err != nil:
		return 0, false, "", err
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
	old, ours, err := minutesIn(folder, name)
	if err != nil {
		return 0, false, "", err
	}
	if !ours {
		return 0, false, "", ErrForeign
	}
	return info.Mode().Perm(), true, old, nil
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
func moveTo(folder *os.Root, temp, name string, replace bool) error {
	if !replace {
		err := folder.Link(temp, name)
		if err == nil {
			return nil // the other name goes when the caller cleans up
		}
		if errors.Is(err, fs.ErrExist) {
			return ErrForeign
		}
		// Not every file system has links.
	}
	return folder.Rename(temp, name)
}

// syncFolder makes the new name last through a power cut. Some systems cannot
// sync a folder; the file is whole all the same.
func syncFolder(folder *os.Root) {
	if d, err := folder.Open("."); err == nil {
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
	var link *os.LinkError
	if errors.As(err, &link) {
		err = link.Err
	}
	switch plain := agenda.Plainly(err); {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no such folder: %w", fs.ErrNotExist)
	case plain != err.Error():
		return plainError{err, plain}
	}
	return err
}

// plainError is an error of the system in words for a person.
type plainError struct {
	error
	words string
}

func (e plainError) Error() string { return e.words }
func (e plainError) Unwrap() error { return e.error }
