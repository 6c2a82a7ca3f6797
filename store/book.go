// Package store keeps a book: the bodies and meetings of an office, in one
// file or in memory.
//
// A [Book] is all the logic, once: which records a meeting has, what differs
// between two of its states, what the lists need. Below it lies an ordered
// key-value engine of four calls, which knows nothing of meetings; there is one
// on bbolt and one in memory, and [minutebook/store/storetest] holds both to
// the same contract.
//
//	meta            schema, book, seq, sums
//	record          b/<body>  m/<meeting>/{h, life, i/<id>, e/<id>}
//	closed          m/<meeting>/{h, i/<id>, e/<id>}
//	derived         date/<date>/<meeting>  code/<CODE>  r/<^date>/<ref>  a/<state>/<due>/<ref>  todo/<meeting>
//	closed-derived  todo/<meeting>
//	history         <meeting>/<seq>/<bucket>/{h, i/<id>, e/<id>}  <meeting>/<seq>/
//
// Every value is a format byte, a checksum over key and value, and JSON, so a
// book can be read with strings(1) when nothing else is left.
package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"sync"
	"time"

	"minutebook/agenda"
)

// Schema is the number of the layout that this program writes. A book with a
// greater one is only viewed; one with a lesser one is brought up to date when it
// is opened.
const Schema = 2

// What can be wrong with a book as a whole.
var (
	ErrNoBook   = errors.New("there is no book")
	ErrNotBook  = errors.New("this is not a book, or it is damaged")
	ErrLocked   = errors.New("the book is open in another program")
	ErrNewer    = errors.New("the book was written by a newer Minutebook: it can be viewed, not changed")
	ErrExists   = errors.New("there is a file of that name already")
	ErrReadOnly = errors.New("the book is open for viewing only")
	// ErrHalted: after a failure of the disk nothing more is written until the
	// book is opened again, by Reopen or by another start of the program. It is
	// an agenda.ErrUnsure too, so that who knows no store knows when to reopen.
	ErrHalted error = haltedError{}
	// ErrDamaged: what is to be written over or read is there but unreadable.
	ErrDamaged = agenda.ErrDamaged
)

type haltedError struct{}

func (haltedError) Error() string {
	return "the disk failed while the book was written; open the book again before changing it"
}

func (haltedError) Is(target error) bool { return target == agenda.ErrUnsure }

// Book is a store of bodies and meetings over an engine. It is safe for several
// goroutines.
type Book struct {
	path   string
	nonce  func() string
	clock  func() time.Time       // for the times of changes, which are kept as UTC
	reopen func() (engine, error) // nil where there is nothing to open again

	mu       sync.Mutex // one writer; guards halted and attempts
	halted   error      // the commit error after which nothing is written
	attempts map[agenda.Key]attempt

	committed func(seq uint64, mark string) // told after each commit; nil: nobody asks

	// What the file behind the name has to be when it is opened again; guarded
	// by mu. An empty id is not known.
	id  string
	seq uint64 // of the last change that was kept

	beforeUpgrade string // the copy made before the book was brought up to date
	rescue        string // the copy of a file that lost its name; guarded by mu
	spare         string // the folder for it where there is no room beside the book

	handle sync.RWMutex // held while kv is used, so that Reopen may replace it
	kv     engine
}

// attempt is a save whose commit failed in a way that left it in doubt: who
// finds its revision in the book finds his own write.
type attempt struct {
	base, made agenda.Revision
	next       agenda.Record
}

// Memory is an empty book that lasts as long as the program.
func Memory() *Book {
	b := newBook("", newMemory())
	if err := b.found(); err != nil {
		// The memory engine has no disk that could fail.
		b.halted = err
	}
	return b
}

func newBook(path string, kv engine) *Book {
	return &Book{path: path, kv: kv, nonce: rand.Text, clock: time.Now, attempts: map[agenda.Key]attempt{}}
}

// Path is the file of the book, empty for one in memory.
func (b *Book) Path() string { return b.path }

// Close waits for what is under way and gives the file free.
func (b *Book) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.handle.Lock()
	defer b.handle.Unlock()
	b.halted, b.reopen = errClosed, nil
	if err := b.kv.Close(); err != nil {
		return fmt.Errorf("close the book: %w", err)
	}
	return nil
}

// Reopen closes the file and opens it again, with every check of Open. It is
// the way on after ErrHalted and ErrUnsure: what the book holds then is what
// the disk holds.
func (b *Book) Reopen() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.reopenLocked()
}

func (b *Book) reopenLocked() error {
	if b.reopen == nil {
		return b.halted
	}
	if errors.Is(b.halted, agenda.ErrReplaced) {
		// The handle is let go only when there is something better: it may be the
		// last that leads to what was kept.
		if err := b.mine(peek(b.path)); err != nil {
			b.halted = err
			return err
		}
	}
	b.handle.Lock()
	defer b.handle.Unlock()
	// A close that fails after a failed commit has nothing left to lose.
	_ = b.kv.Close()
	kv, err := b.reopen()
	if err != nil {
		b.halted = fmt.Errorf("%w (%w)", ErrHalted, err)
		return fmt.Errorf("open the book again: %w", err)
	}
	b.kv, b.halted, b.rescue = kv, nil, ""
	if err := b.mine(identityOf(kv)); err != nil {
		b.halted = err
		return err
	}
	return nil
}

// remember notes what tells this book from any other file.
func (b *Book) remember() {
	if id, seq, err := identityOf(b.kv); err == nil {
		b.id, b.seq = id, seq
	}
}

func identityOf(kv engine) (id string, seq uint64, err error) {
	err = kv.View(func(tx reader) (err error) {
		id, seq, err = identity(tx)
		return err
	})
	return id, seq, err
}

// mine says whether what was found is this book, with all that was kept in it.
func (b *Book) mine(id string, seq uint64, err error) error {
	switch {
	case err != nil:
		return replaced("the file that has its name now cannot be read (%v)", err)
	case b.id == "":
		return nil
	case id != b.id:
		return replaced("the file that has its name now is another book")
	case seq < b.seq:
		return replaced("the file that has its name now is an older copy, of %d changes and not %d", seq, b.seq)
	}
	return nil
}

// Identity is what tells a book from every other, and how many changes it has
// seen. A book with fewer changes than it once had is an older copy.
func (b *Book) Identity(ctx context.Context) (id string, seq uint64, err error) {
	err = b.view(ctx, func(tx reader) (err error) {
		id, seq, err = identity(tx)
		return err
	})
	return id, seq, err
}

// OnCommit lets somebody know of each change that is in the book, by its
// number and its mark (empty where it is of no meeting), before the save that made it answers. It is to be set before the book
// is used by several goroutines; do must not use the book.
func (b *Book) OnCommit(do func(seq uint64, mark string)) { b.committed = do }

// view runs a closure over a consistent state of the book.
func (b *Book) view(ctx context.Context, fn func(reader) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	b.handle.RLock()
	defer b.handle.RUnlock()
	return b.kv.View(fn)
}

// update runs a closure as one transaction; the caller holds mu. A commit that
// failed comes back as a *commitError, and stops the book.
func (b *Book) update(ctx context.Context, fn func(*ledger) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := b.ready(); err != nil {
		return err
	}
	b.handle.RLock()
	defer b.handle.RUnlock()
	var seq uint64
	var mark string
	err := b.kv.Update(func(tx writer) error {
		l := newLedger(tx)
		if err := fn(l); err != nil {
			return err
		}
		mark = l.mark
		_, err := get(tx, metaBucket, seqKey, &seq)
		return errors.Join(err, l.settle())
	})
	if err == nil {
		b.seq = seq
		if b.committed != nil {
			b.committed(seq, mark)
		}
	}
	if errors.Is(err, agenda.ErrReplaced) {
		err = b.rescued(err)
	}
	var failed *commitError
	if errors.As(err, &failed) || errors.Is(err, errFault) || errors.Is(err, agenda.ErrReplaced) {
		b.halted = err
	}
	return err
}

// ready says whether the book takes writes. A full disk is no reason to stop
// for good: the file was left as it was, so it is opened again by itself. After
// any other failure a person has to decide, because a disk that failed to sync
// may say yes the next time and still have lost pages.
func (b *Book) ready() error {
	if b.halted == nil {
		return nil
	}
	if errors.Is(b.halted, agenda.ErrNoRoom) || errors.Is(b.halted, agenda.ErrReplaced) {
		return b.reopenLocked()
	}
	for _, final := range []error{errClosed, ErrReadOnly, ErrHalted} {
		if errors.Is(b.halted, final) {
			return b.halted
		}
	}
	return fmt.Errorf("%w (%v)", ErrHalted, b.halted) // not wrapped: this call tried no commit
}

// found writes what makes an empty engine a book.
func (b *Book) found() error {
	id := rand.Text()
	return b.update(context.Background(), func(tx *ledger) error {
		return errors.Join(
			put(tx, metaBucket, schemaKey, Schema),
			put(tx, metaBucket, bookKey, id),
			put(tx, metaBucket, seqKey, 0),
		)
	})
}

// schema reads the number of the layout.
func schema(kv engine) (n int, err error) {
	err = kv.View(func(tx reader) error {
		ok, err := get(tx, metaBucket, schemaKey, &n)
		if err == nil && !ok {
			err = ErrNotBook
		}
		return err
	})
	return n, err
}
