package store

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"

	"minutebook/agenda"
)

// bucket is a part of the key space. An engine without buckets may put it
// before the key, with a slash.
type bucket string

const (
	metaBucket          bucket = "meta"
	recordBucket        bucket = "record"
	closedBucket        bucket = "closed"
	derivedBucket       bucket = "derived"
	closedDerivedBucket bucket = "closed-derived"
)

var buckets = []bucket{metaBucket, recordBucket, closedBucket, derivedBucket, closedDerivedBucket, historyBucket}

// engine is an ordered key-value store with transactions. The closures passed
// to it are pure: an engine may run one again from the start.
type engine interface {
	View(func(reader) error) error
	// Update keeps what the closure wrote, or nothing if it returns an error.
	// A failure to keep it after the closure was content is a *commitError.
	Update(func(writer) error) error
	Close() error
}

// reader is a consistent state. What it returns must not be changed, and not
// be used after the transaction.
type reader interface {
	// Get is the value of a key, nil if there is none.
	Get(b bucket, key string) ([]byte, error)
	// Scan calls each for the keys from ≤ key < to in the order of their bytes,
	// until it returns an error. The closure must not write.
	Scan(b bucket, from, to string, each func(key string, value []byte) error) error
}

// writer is a state that can be changed; it sees its own changes.
type writer interface {
	reader
	Put(b bucket, key string, value []byte) error
	// Delete removes a key; one that is not there is no error.
	Delete(b bucket, key string) error
	// Make makes a bucket where there is none, as in a book of before.
	Make(b bucket) error
}

// commitError is a transaction that could not be kept, or of which that is not
// known.
type commitError struct{ err error }

func (e *commitError) Error() string { return "write the book: " + e.err.Error() }
func (e *commitError) Unwrap() error { return e.err }

// Is tells a disk without room, which is said in several ways: the engine has
// then written nothing that counts.
func (e *commitError) Is(target error) bool {
	// bbolt gives these words only when it could not make the file longer, which
	// it does before it writes anything, and drops the error below.
	return target == agenda.ErrNoRoom && (noRoom(e.err) || strings.HasPrefix(e.err.Error(), "file resize error"))
}

// noRoom says whether an error of the system is for want of room.
func noRoom(err error) bool {
	for _, no := range []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG} {
		if errors.Is(err, no) {
			return true
		}
	}
	return false
}

var (
	// errFault is a crash inside the engine, which a damaged file provokes.
	errFault  = fmt.Errorf("%w: its inner structure is broken", ErrNotBook)
	errClosed = errors.New("the book is closed")
)

// guard turns a panic and a fault of memory, as a file that was cut short under
// us causes, into an error. What a panic says is dropped unless it comes from
// the Go runtime, because it might hold text of the minutes.
func guard(do func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		switch r := recover().(type) {
		case nil:
		case runtime.Error:
			err = fmt.Errorf("%w (%w)", errFault, r)
		default:
			err = errFault
		}
	}()
	return do()
}
