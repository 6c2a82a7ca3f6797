package journal

import (
	"errors"
	"os"
	"path/filepath"
	"time"
)

const (
	syncAfter   = 200 * time.Millisecond // with the sync itself less than a quarter of a second
	closeLimit  = 300 * time.Millisecond
	shrinkAbove = 4 << 20
)

// keepsSyncing runs syncing in a goroutine. A panic in it is a failure of the
// file, and it begins again: what is typed next must be on the disk too.
func (j *Journal) keepsSyncing(mistaken bool) {
	spawn(func() {
		if mistaken {
			time.Sleep(syncAfter) // should that go wrong every time
			j.fails(errors.New("a mistake in the journal"))
		}
		j.syncing()
	}, func() { j.keepsSyncing(true) })
}

// syncing sees to it that the disk has what was written, a moment after the first
// of it.
func (j *Journal) syncing() {
	for {
		select {
		case <-j.stop:
			j.settle()
			close(j.stopped)
			return
		case <-j.dirty:
		}
		select {
		case <-j.stop:
			j.settle()
			close(j.stopped)
			return
		case <-time.After(syncAfter):
		}
		j.settle()
		if j.tooLong() {
			j.shrinks()
		}
	}
}

// settle syncs the file and, where it is new, its name. A file that did not sync
// is not trusted again: the next sync may say yes and have lost it.
func (j *Journal) settle() {
	j.mu.Lock()
	f, renamed := j.f, j.renamed
	j.mu.Unlock()
	if f == nil {
		return
	}
	err := j.sync(f)
	if err == nil && renamed {
		err = syncFolder(filepath.Dir(j.at()))
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	switch {
	case j.f != f: // another one by now, which is still to be synced
	case err != nil:
		j.begin(err)
	default:
		j.renamed = j.renamed && !renamed
	}
}

func (j *Journal) at() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.places[j.place]
}

// fails is for a failure outside a write: the file is not trusted any more.
func (j *Journal) fails(err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.begin(err)
}

// tooLong is whether the file holds much that has ended, or what was private.
func (j *Journal) tooLong() bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	held := int64(0)
	for _, d := range j.drafts {
		held += int64(len(d.text))
	}
	return j.f != nil && (j.shrink || j.size > shrinkAbove+4*held)
}

// shorter is a new file on its way to take the place of the old one.
type shorter struct {
	f         *os.File
	path      string
	size, top int64
	files     int
}

// shrinks writes what is still there into a new file, which takes the place of
// the old one once it is on the disk. Meanwhile the old one goes on.
func (j *Journal) shrinks() {
	if s := j.shorten(); s != nil {
		j.shortened(s, j.sync(s.f))
	}
}

// shorten begins a new file; nil: the old one is as good, only longer.
func (j *Journal) shorten() *shorter {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.f == nil {
		return nil
	}
	s := &shorter{path: j.places[j.place], files: j.files}
	var err error
	s.f, s.size, s.top, err = j.create(s.path)
	j.shrink = false
	j.begun, j.tail = err == nil, nil
	if err != nil {
		return nil
	}
	return s
}

func (j *Journal) shortened(s *shorter, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err != nil || j.files != s.files || !j.begun {
		discard(s.f)
		return
	}
	j.takeOn(s.f, s.path, s.size, s.top)
}

// renew puts the journal into a new file at once, in the place it has.
func (j *Journal) renew() error {
	if j.f == nil {
		return j.append(nil)
	}
	path := j.places[j.place]
	f, size, top, err := j.create(path)
	if err != nil {
		return err
	}
	j.begun, j.tail = false, nil
	j.takeOn(f, path, size, top)
	return j.told()
}

// takeOn has a new file take the place of the old one, with what was written
// since it was begun.
func (j *Journal) takeOn(f *os.File, path string, size, top int64) {
	if n, err := j.put(f, j.tail); err != nil || n < len(j.tail) {
		discard(f)
		j.begun, j.tail = false, nil
		return
	}
	if err := os.Rename(f.Name(), path); err != nil {
		discard(f)
		j.begun, j.tail = false, nil
		return
	}
	_ = j.f.Close()
	j.f, j.size, j.top = f, size+int64(len(j.tail)), top
	j.files++
	j.begun, j.tail, j.renamed = false, nil, true
	j.wake()
}

// Close has the disk keep what was written, for as long as a person who closed
// the window waits, and gives the file up.
func (j *Journal) Close() error {
	j.stopOnce.Do(func() { close(j.stop) })
	select {
	case <-j.stopped:
	case <-time.After(closeLimit):
		return errors.New("the disk did not say that it has the journal")
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.f == nil {
		return nil
	}
	err := j.f.Close()
	j.f, j.broken = nil, os.ErrClosed
	return err
}
