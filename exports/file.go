package exports

import (
	"bufio"
	"bytes"
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

// ErrForeign says that a file is there which Minutebook did not write.
var ErrForeign = errors.New("it is there already and was not written by Minutebook")

// notesMark is the first line of every file of notes that is exported: a
// comment of the notation.
const notesMark = "%% written by minutebook"

// FileName is a name for an export that says body and day and is good on every
// system: "nhc-2026-03-12-minutes.md".
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
// all, and takes the place of another only if that is an export of Minutebook
// or force is set; otherwise it returns ErrForeign. A link is not followed.
//
// An export is recognised by how it begins, because a mark that readers do not
// show would have to be HTML: Markdown by its title and the draft line under
// it, JSON by its format, notes by their first comment.
func WriteFile(path string, force bool, write func(io.Writer) error) error {
	perm, there, err := target(path, force)
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
	if err := moveTo(temp.Name(), path, there || force); err != nil {
		return fmt.Errorf("writing %s: %w", path, plainly(err))
	}
	syncFolder(dir)
	return nil
}

// target looks at what stands where the file is to go, and with which
// permissions the new one is made.
func target(path string, force bool) (perm fs.FileMode, there bool, err error) {
	if path == "" {
		return 0, false, errors.New("there is no name to write to")
	}
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return 0o666, false, nil
	case err != nil:
		return 0, false, plainly(err)
	case info.IsDir():
		return 0, false, errors.New("it is a folder")
	case info.Mode()&fs.ModeSymlink != 0:
		if !force {
			return 0, false, fmt.Errorf("%w (it is a link to another file)", ErrForeign)
		}
		return 0o666, true, nil
	case !info.Mode().IsRegular():
		return 0, false, errors.New("it is no ordinary file")
	case force:
		return info.Mode().Perm(), true, nil
	}
	ours, err := written(path)
	if err != nil {
		return 0, false, plainly(err)
	}
	if !ours {
		return 0, false, ErrForeign
	}
	return info.Mode().Perm(), true, nil
}

// written says whether a file begins like an export. An empty one is nobody's
// work and may be replaced.
func written(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	head := make([]byte, 4096)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return false, err
	}
	return n == 0 || isExport(head[:n]), nil
}

func isExport(head []byte) bool {
	lines := bytes.SplitN(head, []byte{'\n'}, 4)
	first := lines[0]
	switch {
	case bytes.Equal(first, []byte(notesMark)):
		return true
	case bytes.Equal(first, []byte("{")) && len(lines) > 1:
		return bytes.HasPrefix(lines[1], []byte(`  "format": "`+jsonFamily))
	case bytes.HasPrefix(first, []byte("# ")) && len(lines) > 2:
		return len(lines[1]) == 0 && isDraftLine(lines[2])
	}
	return isDraftLine(first) // a body without a name
}

// isDraftLine knows the line under the title by its beginning, whatever the
// number of the draft.
func isDraftLine(line []byte) bool {
	h := agenda.Council().Head
	before, _, _ := strings.Cut(h.Draft, "%d")
	return bytes.HasPrefix(line, []byte("**"+before)) || bytes.HasPrefix(line, []byte("**"+h.Unnumbered+"**"))
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
