package journal

import (
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"minutebook/agenda"
)

// Options is whose journal it is.
type Options struct {
	Path   string                 // of the book's file
	Book   string                 // its identity
	Seq    uint64                 // how many changes it has seen
	Mark   string                 // of the newest of them
	Holds  func(mark string) bool // whether the book has a change; nil: nobody knows
	State  string                 // the user's folder for what is not to be lost, where the book's cannot be written; empty: none
	Now    func() time.Time
	put    func(*os.File, []byte) (int, error)
	syncer func(*os.File) error
}

// Beside is the journal's own name beside a book.
func Beside(book string) string {
	if file, err := filepath.EvalSymlinks(book); err == nil {
		book = file
	}
	return book + ".journal"
}

// Open begins a journal and takes over what earlier runs have left: it is in the
// new file, on the disk, before anything of the old one goes. There is always a
// journal; the error tells of one that is not beside the book, or nowhere yet.
func Open(o Options) (*Journal, error) {
	j := unbegun(&o)
	err := j.begins(o)
	j.keepsSyncing(false)
	return j, err
}

// unbegun is a journal that has no file yet.
func unbegun(o *Options) *Journal {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.put == nil {
		o.put = (*os.File).Write
	}
	if o.syncer == nil {
		o.syncer = synced
	}
	beside, state := Beside(o.Path), ""
	if o.State != "" {
		state = elsewhere(*o)
	}
	j := &Journal{
		now: o.Now, places: []string{beside, state}, put: o.put, sync: o.syncer,
		start: o.Now().UTC().Format("20060102-150405"),
		dirty: make(chan struct{}, 1), stop: make(chan struct{}), stopped: make(chan struct{}),
	}
	j.content = content{
		run: rand.Text(), head: head{Book: o.Book, Path: settled(o.Path)},
		seen: o.Seq, seenAt: o.Now().UTC(), mark: o.Mark, drafts: map[uint64]*draft{},
	}
	return j
}

// begins takes over what there is and makes the first file.
func (j *Journal) begins(o Options) error {
	old := j.look(o)
	j.takeOver(o, old)
	aside := j.putAside(o, old)
	var why error
	for i := range j.places {
		if why = errors.Join(why, j.first(i)); j.f != nil {
			break
		}
	}
	if j.f == nil {
		j.broken = why
		return errors.Join(errNowhere, why, aside)
	}
	for _, f := range old { // all of it is in the new file
		if f.path != j.places[j.place] && (f.aside || f.head.Book == o.Book && f.whole) {
			_ = os.Remove(f.path)
		}
	}
	if j.place > 0 {
		aside = errors.Join(&agenda.JournalMoved{To: j.places[j.place], Why: why}, aside)
	}
	return aside
}

// first makes the file of a run in a place, whole and on the disk before it gets
// its name.
func (j *Journal) first(place int) error {
	path := j.places[place]
	f, size, top, err := j.create(path)
	if err != nil {
		return err
	}
	if err = j.sync(f); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err == nil {
		err = syncFolder(filepath.Dir(path))
	}
	if err != nil {
		discard(f)
		return err
	}
	j.f, j.size, j.top, j.place = f, size, top, place
	return nil
}

// takeOver carries the drafts of earlier runs of this book, and knows the
// newest state of the book that any of them saw.
func (j *Journal) takeOver(o Options, old []found) {
	slices.SortStableFunc(old, func(a, b found) int { return cmp.Compare(b.seq, a.seq) })
	gone := map[string]bool{}
	for _, f := range old {
		for _, run := range f.head.Taken {
			gone[run] = true
		}
	}
	var all []*draft
	for _, f := range old {
		if f.head.Book != o.Book || f.run == "" {
			continue
		}
		if f.seen > j.seen {
			j.seen, j.seenAt, j.mark = f.seen, f.seenAt, f.mark
		}
		if f.head.Older != nil && j.head.Older == nil {
			j.head.Older, j.noted = f.head.Older, true
		}
		if gone[f.run] {
			continue // another run, or another file of this one, has them all
		}
		gone[f.run] = true
		j.head.Taken = append(j.head.Taken, f.run)
		for _, n := range f.numbers() {
			if d := f.drafts[n]; d.text != "" {
				d.rescued = true
				all = append(all, d)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *draft) int { return a.typed.Compare(b.typed) })
	for _, d := range all {
		j.next++
		j.drafts[j.next] = d
	}
	j.seeOlder(o)
}

// putAside gives another name to what stands in the way and is not this book's,
// or could not be read to its end: a person may want to look at it.
func (j *Journal) putAside(o Options, old []found) error {
	var told error
	for i := range old {
		f, name := &old[i], ""
		switch {
		case f.run != "" && f.whole && f.head.Book != o.Book:
			name = f.path + "." + short(f.head.Book) // that book finds it there
		case !f.whole:
			name = f.path + ".unread-" + j.start
		default:
			continue
		}
		if _, err := os.Lstat(name); err == nil {
			name += "-" + short(rand.Text())
		}
		// A second name: the first stays until the new file has it.
		if os.Link(f.path, name) != nil && os.Rename(f.path, name) != nil {
			continue // then the new file cannot be there either, and is elsewhere
		}
		f.aside = true
		if !f.whole {
			j.unread = append(j.unread, name)
			told = errors.Join(told, fmt.Errorf("part of the journal could not be read; it is kept as %s", name))
		}
	}
	return told
}

// numbers is the drafts in the order they were begun.
func (c *content) numbers() []uint64 { return slices.Sorted(maps.Keys(c.drafts)) }

// short is enough of a name made of letters to tell it from another; what else
// stands in it is no part of a file name.
func short(id string) string {
	id = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, id)
	return strings.ToLower(id[:min(8, len(id))])
}
