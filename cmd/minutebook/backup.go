package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"minutebook/store"

	"github.com/spf13/cobra"
)

// fullCopy is said of every copy of a book.
const fullCopy = "It is a full copy: private business, the clerk’s notes and the history are in it. Keep it as safe as the book."

func (p *program) backupCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "backup [FILE|FOLDER]",
		Short: "Make a copy of the whole book and check it",
		Long: "Makes a copy of the whole book, reads every record of it back, and says what is in it.\n" +
			"Without a file or folder it is a snapshot beside the book. No file is overwritten.\n" +
			"A copy is full: private business, the clerk's notes and the history are in it.",
		Example: "minutebook backup\nminutebook backup /media/stick/",
	}
	return p.command(c, func(c *cobra.Command, args []string) error {
		if len(args) > 1 {
			return misuse("a name with blanks wants quotes", "backup takes one file or folder, not %d", len(args))
		}
		return p.reading(func(book *store.Book) error {
			path, err := p.backUp(c.Context(), book, args)
			if err != nil {
				return err
			}
			return p.sayCopy(path)
		})
	})
}

func (p *program) backUp(ctx context.Context, book *store.Book, args []string) (path string, err error) {
	if len(args) == 0 {
		path, err = book.Snapshot(ctx, p.now(), store.Asked)
		return path, copyTrouble("make a snapshot", err)
	}
	path = args[0]
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		name := strings.TrimSuffix(filepath.Base(book.Path()), ".book")
		path = filepath.Join(path, name+"-"+p.now().UTC().Format("2006-01-02T150405Z")+".book")
	}
	return path, copyTrouble("make the copy "+path, book.Backup(ctx, path))
}

func copyTrouble(what string, err error) error {
	if err == nil {
		return nil
	}
	hint := ""
	switch {
	case errors.Is(err, store.ErrRoom):
		hint = "make room, or name a folder on another disk: minutebook backup FOLDER"
	case errors.Is(err, store.ErrExists):
		hint = "choose another name: a copy never overwrites a file"
	case errors.Is(err, store.ErrDamaged), errors.Is(err, store.ErrNotBook):
		hint = "the book is damaged; minutebook restore lists the snapshots, minutebook salvage BROKEN NEW.book reads what is left"
	}
	words := strings.TrimPrefix(strings.TrimPrefix(plain(err), "copy the book: "), "keep a snapshot: ")
	return &fault{status: statusTrouble, what: "could not " + what + ": " + words, hint: hint, cause: err}
}

// sayCopy says where a copy is, how large, and what is in it.
func (p *program) sayCopy(path string) error {
	c, err := store.Verify(path)
	if err != nil {
		return trouble(err, "", "could not read the copy back")
	}
	info, err := os.Stat(path)
	if err != nil {
		return trouble(err, "", "could not read the copy back")
	}
	return p.write(func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "%s\n%s: %s\n%s\n", path, size(info.Size()), holds(c), fullCopy)
		return err
	})
}

// holds is what a book holds, in words.
func holds(c store.Contents) string {
	words := count(c.Bodies, "body") + ", " + count(c.Meetings, "meeting") + ", " +
		count(c.Entries, "public entry")
	if c.Newest != "" {
		words += "; the newest meeting is of " + c.Newest.Date()
	}
	return words
}

// size is a number of bytes as people say it.
func size(n int64) string {
	switch {
	case n < 1<<10:
		return fmt.Sprintf("%d bytes", n)
	case n < 1<<20:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20))
}
