package store

import (
	"errors"
	"io"
	"sync"
	"time"
)

// lookAgain is how often a viewer looks whether the book has changed.
const lookAgain = time.Second

// viewer is an engine on a copy of a book. It holds no lock on the book and
// never makes its writer wait, and takes another copy when there is something
// new to see.
type viewer struct {
	path string
	now  func() time.Time

	mu     sync.RWMutex // held to read while the copy is used
	kv     *boltEngine
	of     state
	asOf   time.Time
	looked time.Time
}

func newViewer(path string) (*viewer, error) {
	v := &viewer{path: path, now: time.Now}
	return v, v.renew()
}

// renew takes a copy in place of the one there is.
func (v *viewer) renew() error {
	at := v.now()
	v.looked = at
	kv, of, err := takeCopy(v.path)
	if err != nil {
		return err
	}
	if v.kv != nil {
		_ = v.kv.Close() // a copy has nothing to lose
	}
	v.kv, v.of, v.asOf = kv, of, at
	return nil
}

// refresh renews the copy if the book has changed. Where others are reading
// just now, or no copy can be made, the one there is stays good for what it is:
// the book as of the time it was made.
func (v *viewer) refresh() {
	if !v.mu.TryLock() {
		return
	}
	defer v.mu.Unlock()
	now := v.now()
	if v.kv == nil || now.Sub(v.looked) < lookAgain {
		return
	}
	v.looked = now
	file, err := resolve(v.path)
	if err != nil {
		return
	}
	if of, err := stateOf(file); err == nil && !of.same(v.of) {
		_ = v.renew()
	}
}

// View implements engine.
func (v *viewer) View(fn func(reader) error) error {
	v.refresh()
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.kv == nil {
		return errClosed
	}
	return v.kv.View(fn)
}

// copyTo writes the copy as it is, if there is room: whoever looks may make a
// backup too.
func (v *viewer) copyTo(w io.Writer, room func(size int64) error) error {
	v.refresh()
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.kv == nil {
		return errClosed
	}
	return v.kv.copyTo(w, room)
}

// Update implements engine: it refuses.
func (v *viewer) Update(func(writer) error) error { return ErrReadOnly }

// Close implements engine.
func (v *viewer) Close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.kv == nil {
		return nil
	}
	err := v.kv.Close()
	v.kv = nil
	return err
}

// AsOf is the time at which the book looked as a viewer sees it; zero for a
// book that is open to be written, which is always seen as it is now.
func (b *Book) AsOf() time.Time {
	b.handle.RLock()
	defer b.handle.RUnlock()
	v, ok := b.kv.(*viewer)
	if !ok {
		return time.Time{}
	}
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.asOf
}

// identity reads which book this is and how many changes it has seen.
func identity(tx reader) (id string, seq uint64, err error) {
	_, idErr := get(tx, metaBucket, bookKey, &id)
	_, seqErr := get(tx, metaBucket, seqKey, &seq)
	return id, seq, errors.Join(idErr, seqErr)
}

// peek reads the identity of the book behind a name without opening it.
func peek(path string) (id string, seq uint64, err error) {
	kv, _, err := takeCopy(path)
	if err != nil {
		return "", 0, err
	}
	defer func() { _ = kv.Close() }()
	err = kv.View(func(tx reader) (err error) {
		id, seq, err = identity(tx)
		return err
	})
	return id, seq, err
}
