package main

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"minutebook/agenda"
	"minutebook/store"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
)

// bookPath is the book to use: --book, else $MINUTEBOOK, else the one in the
// user's data folder.
func (p *program) bookPath() (string, error) {
	if path := cmp.Or(p.book, os.Getenv("MINUTEBOOK")); path != "" {
		return path, nil
	}
	if !filepath.IsAbs(xdg.DataHome) {
		return "", misuse("name a book: minutebook --book FILE", "this system has no data folder for you")
	}
	return filepath.Join(xdg.DataHome, "minutebook", "default.book"), nil
}

// opener is one of the ways the store opens a book.
type opener func(path string) (*store.Book, error)

// openOrCreate opens a book to write in, and makes it where there is none.
func openOrCreate(path string) (*store.Book, error) {
	book, err := store.Open(path)
	if errors.Is(err, store.ErrNoBook) {
		return store.Create(path)
	}
	return book, err
}

// withBook opens the book, lets work use it and closes it again.
func (p *program) withBook(open opener, work func(*store.Book) error) (err error) {
	path, err := p.bookPath()
	if err != nil {
		return err
	}
	book, err := open(path)
	if err != nil {
		return bookTrouble(path, err)
	}
	defer func() {
		if closed := book.Close(); err == nil && closed != nil {
			err = trouble(closed, "", "could not close "+path)
		}
	}()
	if told := upgraded(book); told != "" {
		p.warn("minutebook: " + told)
	}
	return work(book)
}

// upgraded says that a book of before was brought up to date when it was opened;
// empty: it was not.
func upgraded(book *store.Book) string {
	if book.Upgraded() == "" {
		return ""
	}
	return "the book was brought up to date; as it was before it is the snapshot " + snapshotWords(book.Upgraded())
}

// reading is withBook for the commands that only look.
func (p *program) reading(work func(*store.Book) error) error {
	return p.withBook(store.OpenReadOnly, work)
}

// bookTrouble says why a book did not open and what to do about it.
func bookTrouble(path string, err error) error {
	hint := ""
	switch {
	case errors.Is(err, store.ErrNoBook):
		return &fault{
			status: statusTrouble, cause: err, what: "there is no book at " + path,
			hint: "minutebook makes one and opens it; minutebook --book FILE uses another",
		}
	case errors.Is(err, agenda.ErrReplaced):
		hint = "try again when no program that copies files is at work on it"
	case errors.Is(err, store.ErrLocked):
		hint = "close the other Minutebook that has it open, then try again; meetings, register and export work meanwhile"
	case errors.Is(err, store.ErrRoom), errors.Is(err, agenda.ErrNoRoom):
		hint = "make room on the disk, then try again; nothing has changed"
	case errors.Is(err, store.ErrNewer):
		hint = "use the newer Minutebook that wrote it"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		hint = lockedOut(path)
	case errors.Is(err, store.ErrNotBook), errors.Is(err, store.ErrDamaged):
		hint = waysBack(path)
	}
	// The sentence says the deed and the path already.
	words := plain(err)
	for _, prefix := range []string{"open " + path + ": ", "open " + path + " for viewing: ", "make the book " + path + ": ", "check " + path + ": "} {
		words = strings.TrimPrefix(words, prefix)
	}
	return &fault{status: statusTrouble, cause: err, hint: hint, what: "could not open the book " + path + ": " + words}
}

// meetingCommand finishes a command that writes in the one meeting its argument
// names.
func (p *program) meetingCommand(c *cobra.Command, work func(ctx context.Context, book *store.Book, words string) error) *cobra.Command {
	c.ValidArgsFunction = p.completeMeeting
	return p.command(c, func(c *cobra.Command, args []string) error {
		words, err := oneMeeting(c, args)
		if err != nil {
			return err
		}
		return p.writing(store.Open, func(book *store.Book) error { return work(c.Context(), book, words) })
	})
}

// find is the meeting that words name.
func find(ctx context.Context, book agenda.Store, words string) (sitting, error) {
	list, err := book.Meetings(ctx)
	if err != nil {
		return sitting{}, trouble(err, "", "could not list the meetings")
	}
	return pick(list, words)
}

// load finds the meeting that words name and reads it with its body.
func load(ctx context.Context, book agenda.Store, words string) (sitting, agenda.Snapshot, agenda.Body, error) {
	s, err := find(ctx, book, words)
	if err != nil {
		return sitting{}, agenda.Snapshot{}, agenda.Body{}, err
	}
	snap, err := book.Load(ctx, s.Key)
	if err != nil {
		return sitting{}, agenda.Snapshot{}, agenda.Body{}, trouble(err, "", "could not read "+s.name)
	}
	body, err := book.Body(ctx, snap.Record.Open.Body)
	if err != nil {
		return sitting{}, agenda.Snapshot{}, agenda.Body{}, trouble(err, "", "could not read the body of "+s.name)
	}
	return s, snap, body, nil
}
