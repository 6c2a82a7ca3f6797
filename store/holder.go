package store

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"time"

	"minutebook/agenda"
)

// LockedError is the ErrLocked of a book that says who has it open.
type LockedError struct {
	User, Host string
	Since      time.Time
}

// Error is for the person who is kept out.
func (e *LockedError) Error() string {
	words := ErrLocked.Error()
	switch {
	case e.User != "" && e.Host != "":
		words = "the book is open already: " + e.User + " on " + e.Host + " has it"
	case e.User != "":
		words = "the book is open already: " + e.User + " has it"
	}
	if !e.Since.IsZero() {
		words += ", since " + e.Since.Local().Format("15:04 on 2 January 2006")
	}
	return words
}

// Is makes it an ErrLocked.
func (e *LockedError) Is(target error) bool { return target == ErrLocked }

// holder is what lies beside an open book for those who find it locked. The
// lock itself is bbolt's: a note that was left behind keeps nobody out.
type holder struct {
	User  string    `json:"user"`
	Host  string    `json:"host"`
	PID   int       `json:"pid"`
	Since time.Time `json:"since"`
}

const (
	maxNote = 4 << 10 // bytes that are read of a note
	maxName = 64      // letters that are shown of a name
)

func notePath(book string) string { return book + ".open" }

// leaveNote says who has the book open. A folder that cannot be written to is no
// reason not to open a book: then nobody is told.
func leaveNote(book string) {
	h := holder{User: userName(), PID: os.Getpid(), Since: time.Now().Truncate(time.Second)}
	h.Host, _ = os.Hostname()
	text, err := json.Marshal(h)
	if err != nil {
		return
	}
	f, err := os.CreateTemp(filepath.Dir(book), "."+filepath.Base(book)+".*.open")
	if err != nil {
		return
	}
	_, err = f.Write(append(text, '\n'))
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), notePath(book))
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
}

func userName() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return os.Getenv("USER")
}

// locked is the error of a book that another program has open, with what its
// note says. Anybody may have written that, so it is cut and cleaned.
func locked(book string) error {
	e := &LockedError{}
	// A pipe of that name would keep us waiting.
	if info, err := os.Lstat(notePath(book)); err != nil || !info.Mode().IsRegular() {
		return e
	}
	f, err := os.Open(notePath(book))
	if err != nil {
		return e
	}
	defer func() { _ = f.Close() }()
	var h holder
	if err := json.NewDecoder(io.LimitReader(f, maxNote)).Decode(&h); err != nil {
		return e
	}
	e.User, e.Host = shown(h.User), shown(h.Host)
	if year := h.Since.Year(); year > 2000 && year < 10000 {
		e.Since = h.Since
	}
	return e
}

// shown is a name as it may stand on a line.
func shown(name string) string {
	name = agenda.CleanLine(name)
	if letters := []rune(name); len(letters) > maxName {
		return fmt.Sprintf("%s…", string(letters[:maxName]))
	}
	return name
}
