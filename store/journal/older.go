package journal

import (
	"time"
)

// elder is a book that has seen fewer changes than its journal. It stays one
// however many changes it gets since: they are others than those it lacks.
type elder struct {
	Book uint64    `json:"book"` // how many changes it had when it was found out
	Seen uint64    `json:"seen"` // how many there were
	Mark string    `json:"mark,omitempty"`
	At   time.Time `json:"at"`
}

// state is what a journal knows of the changes of its book.
type state struct {
	seq  uint64
	mark string
}

// seeOlder finds out whether the book is an older copy. That it once was is
// remembered until somebody answers, or the file that has all the changes is back.
func (j *Journal) seeOlder(o Options) {
	j.book = state{o.Seq, o.Mark}
	if e := j.head.Older; e != nil {
		if o.Seq >= e.Seen && e.Mark != "" && o.Holds != nil && o.Holds(e.Mark) {
			j.head.Older = nil
			j.seen, j.seenAt, j.mark = o.Seq, j.now().UTC(), o.Mark
			return
		}
		e.Book = min(e.Book, o.Seq)
		j.older = e
		return
	}
	if j.seen > o.Seq {
		j.older = &elder{o.Seq, j.seen, j.mark, j.seenAt}
		j.head.Older = j.older
	}
}

// Older says that the book is an older copy: it lacks changes that the journal
// saw of it, the last of them at a time.
func (j *Journal) Older() (book, seen uint64, at time.Time, ok bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.older == nil {
		return 0, 0, time.Time{}, false
	}
	return j.older.Book, j.older.Seen, j.older.At, true
}

// GoOn takes the book as it is: from now on its number is the newest. It writes a
// new file.
func (j *Journal) GoOn() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.older == nil {
		return nil
	}
	was, seen, at, mark := j.older, j.seen, j.seenAt, j.mark
	j.seen, j.seenAt, j.mark = j.book.seq, j.now().UTC(), j.book.mark
	j.older, j.head.Older = nil, nil
	err := j.renew()
	if err != nil && j.f != nil && j.broken == nil { // it was not noted
		j.older, j.head.Older, j.seen, j.seenAt, j.mark = was, was, seen, at, mark
	}
	return err
}

// Note is for a program that writes a book and types nothing: it says whether the
// book is an older copy, and has the journal remember that, because the numbers of
// the changes will not tell it when more of them have come. The lock of the book
// is to be held.
func Note(o Options) (book, seen uint64, at time.Time, ok bool) {
	j := unbegun(&o)
	j.takeOver(o, j.look(o))
	if j.older == nil {
		return 0, 0, time.Time{}, false
	}
	if !j.noted {
		if j, err := Open(o); j != nil {
			_ = err // what it tells of the place of the file is told to who types
			_ = j.Close()
		}
	}
	return j.Older()
}
