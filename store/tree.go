package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// tree goes through the pages of a book in the order of their keys. It goes into
// no page twice and on behind whatever is broken.
type tree struct {
	image
	used   map[uint64]bool
	seen   uint64                                  // elements; a sound file has no more than fit into it
	part   string                                  // the bucket it is in
	pair   func(part string, l leaf)               // told of what each bucket holds
	enter  func(part string)                       // told of each bucket
	broken func(part string, no uint64, err error) // told of what is not as it must be
}

// page goes through all below a page; low and high are the bounds of its keys.
func (t *tree) page(no uint64, low, high []byte, depth int) {
	if t.used[no] || depth > maxDepth {
		t.broken(t.part, no, errKnot)
		return
	}
	page, err := t.whole(no)
	if err != nil {
		t.broken(t.part, no, err)
	}
	if page == nil {
		return
	}
	for n := range uint64(len(page)) / t.image.page {
		t.used[no+n] = true
	}
	t.elements(no, page, low, high, depth)
}

func (t *tree) elements(no uint64, page, low, high []byte, depth int) {
	flags, count := sortOf(page)
	if flags != branchPage && flags != leafPage {
		t.broken(t.part, no, errKind)
		return
	}
	if flags == branchPage && count == 0 {
		t.broken(t.part, no, errNowhere)
	}
	if room := max(0, len(page)-pageHeader) / elementSize; count > room {
		t.broken(t.part, no, errCut)
		count = room
	}
	if flags == branchPage {
		t.branches(no, page, count, low, high, depth)
		return
	}
	for i := range count {
		if t.seen++; t.seen > t.count*t.image.page/elementSize {
			t.broken(t.part, no, errKnot) // several lead to the same bytes
			return
		}
		l, ok := leafAt(page, uint64(pageHeader+i*elementSize))
		if !ok || !between(l.key, low, high) {
			t.broken(t.part, no, errKeys)
		} else {
			low = append(bytes.Clone(l.key), 0)
		}
		l.page = no
		switch {
		case ok && l.bucket:
			t.bucket(no, l, depth)
		case ok:
			t.pair(t.part, l)
		}
	}
}

func (t *tree) branches(no uint64, page []byte, count int, low, high []byte, depth int) {
	keys, below := make([][]byte, count+1), make([]uint64, count)
	keys[count] = high
	for i := range count {
		key, next := branchAt(page, i)
		if key == nil || !between(key, low, high) {
			t.broken(t.part, no, errKeys)
			key = low
		}
		keys[i], below[i], low = key, next, key
	}
	for i, next := range below {
		t.page(next, keys[i], keys[i+1], depth+1)
	}
}

// bucket walks into a bucket, which is a tree of its own or, while it is small,
// a page within the value.
func (t *tree) bucket(no uint64, l leaf, depth int) {
	defer func(outer string) { t.part = outer }(t.part)
	if t.part != "" {
		t.part += "/"
	}
	t.part += string(l.key)
	t.enter(t.part)
	root, inline, ok := l.root()
	switch {
	case !ok:
		t.broken(t.part, no, errCut)
	case root != 0:
		t.page(root, nil, nil, depth+1)
	default:
		t.elements(no, inline, nil, nil, depth+1)
	}
}

// walkTree looks at every page that a reader can come to before bbolt does: a
// page that leads back to itself would end the program, and nothing in Go can
// catch that. Fault is damage that can be read around, the first that was found;
// knot must not be read, and overlap not be written: a page in use is said to be
// free.
func walkTree(f io.ReaderAt, m meta) (fault, knot, overlap error) {
	t := &tree{image: image{f, m.page, m.pages}, used: map[uint64]bool{}, pair: func(string, leaf) {}, enter: func(string) {}}
	t.broken = func(_ string, no uint64, err error) {
		err = fmt.Errorf("page %d: %w", no, err)
		switch {
		case errors.Is(err, errKnot) && knot == nil:
			knot = err
		case !errors.Is(err, errKnot) && fault == nil:
			fault = err
		}
	}
	t.page(m.root, nil, nil, 0)
	if knot == nil {
		overlap = t.overlap(m.freelist)
	}
	return fault, knot, overlap
}

// overlap compares the list of free pages with those in use.
func (t *tree) overlap(freelist uint64) error {
	ids, err := t.free(freelist)
	if err != nil {
		return fmt.Errorf("the list of free pages: %w", err)
	}
	for _, id := range ids {
		if id < 2 || id >= t.count || t.used[id] || id == freelist {
			return fmt.Errorf("page %d is in use and in the list of free pages", id)
		}
	}
	return nil
}
