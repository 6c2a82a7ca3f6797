package main

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"time"

	"minutebook/agenda"
	"minutebook/store"
	"minutebook/store/journal"
	"minutebook/tui"

	"github.com/adrg/xdg"
)

// stateFolder is where this person's programs keep what must not be lost and
// belongs to no document; empty: this system has none.
func stateFolder() string {
	if !filepath.IsAbs(xdg.StateHome) {
		return ""
	}
	return filepath.Join(xdg.StateHome, "minutebook")
}

// minuting runs the interface on a book that is open for writing, with its
// journal. The lock of the book is the journal's too.
func (p *program) minuting(ctx context.Context, book *store.Book, meeting agenda.Key) error {
	of, err := p.journalOf(ctx, book)
	if err != nil {
		return trouble(err, "", "could not read the book "+book.Path())
	}
	j, told := journal.Open(of)
	book.OnCommit(j.Committed)
	book.RescueIn(stateFolder())
	begun := p.now().Add(-time.Second) // a file system may keep whole seconds only
	copies := rescueCopies(ctx, book, stateFolder(), begun)
	err = p.screens(ctx, book, book.Path(), meeting, func(o *tui.Options) {
		o.Journal, o.Rescue, o.Copies = j, stateFolder(), copies
		o.Newer = func() string {
			if path := newerSnapshot(ctx, book); path != "" {
				return snapshotWords(path)
			}
			return ""
		}
		o.Told = upgraded(book)
		if told != nil {
			o.Told = strings.TrimPrefix(o.Told+"; "+told.Error(), "; ")
		}
	})
	left := rescueCopies(ctx, book, stateFolder(), begun)
	if errors.Is(err, tui.ErrUnsaved) && len(left) > 0 {
		err = &fault{status: statusTrouble, cause: err} // what is said of the copies says it
	}
	for _, left := range left {
		p.warn("minutebook: not all of a meeting is saved in the book: a full copy of it, private business too, is in " + left.Path)
	}
	if closed := j.Close(); err == nil && closed != nil {
		err = trouble(closed, "", "the end of the journal of "+book.Path())
	}
	return err
}
