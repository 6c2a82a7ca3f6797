package main

import (
	"context"
	"fmt"
	"time"

	"minutebook/store"
	"minutebook/store/journal"
)

// journalOf is whose journal a book has: its lock is the journal's too.
func (p *program) journalOf(ctx context.Context, book *store.Book) (o journal.Options, err error) {
	id, seq, err := book.Identity(ctx)
	if err != nil {
		return o, err
	}
	mark, err := book.Mark(ctx)
	if err != nil {
		mark = "" // a book that is damaged can be minuted all the same
	}
	holds := func(mark string) bool {
		there, err := book.Holds(ctx, mark)
		return err == nil && there
	}
	return journal.Options{Path: book.Path(), Book: id, Seq: seq, Mark: mark, Holds: holds, State: stateFolder(), Now: p.now}, nil
}

// writing is withBook for the commands that write. They say where the book is an
// older copy, as every screen does.
func (p *program) writing(open opener, work func(*store.Book) error) error {
	return p.withBook(open, func(book *store.Book) error {
		ctx := context.Background()
		if o, err := p.journalOf(ctx, book); err == nil && o.Seq > 0 {
			if was, seen, at, ok := journal.Note(o); ok {
				p.warn(fmt.Sprintf("minutebook: this book is an older copy: it lacks %s, the last of %s%s",
					count(int(seen-was), "change"), at.Local().Format("2 Jan 2006, 15:04"), newerWords(newerSnapshot(ctx, book))))
			}
		}
		return work(book)
	})
}

func newerWords(path string) string {
	if path == "" {
		return ""
	}
	return "; the snapshot " + snapshotWords(path) + " is newer"
}

// newerSnapshot is the newest snapshot that holds a change which the book lacks;
// empty: there is none, or none that can be read.
func newerSnapshot(ctx context.Context, book *store.Book) string {
	list, err := store.Snapshots(book.Path())
	if err != nil {
		return ""
	}
	id, _, err := book.Identity(ctx)
	if err != nil {
		return ""
	}
	for _, s := range list {
		if lacks(ctx, book, id, s.Path) {
			return s.Path
		}
	}
	return ""
}

func lacks(ctx context.Context, book *store.Book, id, path string) bool {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	copied, err := store.OpenReadOnly(path)
	if err != nil {
		return false
	}
	defer func() { _ = copied.Close() }()
	of, _, err := copied.Identity(ctx)
	if err != nil || of != id {
		return false
	}
	mark, err := copied.Mark(ctx)
	if err != nil || mark == "" {
		return false
	}
	there, err := book.Holds(ctx, mark)
	return err == nil && !there
}
