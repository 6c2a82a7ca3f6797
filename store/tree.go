package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// What bbolt writes at the start of a page and of its elements.
const (
	branchPage  = 0x01
	leafPage    = 0x02
	freePage    = 0x10
	elementSize = 16
	inBucket    = 0x01 // the value is a bucket
	maxDepth    = 40   // far above any tree that fits a file
)

// errKnot is damage that could keep a reader busy for ever or use up its memory:
// pages that lead back to themselves.
var errKnot = errors.New("pages lead to each other in a circle")

// tree walks the pages of a book itself before bbolt does: a page that leads
// back to itself would end the program, and nothing in Go can catch that.
type tree struct {
	f     io.ReaderAt
	meta  meta
	used  map[uint64]bool
	fault error // the first that was found; it breaks what lies behind it only
}

// walkTree looks at every page that a reader can come to. Fault is damage that
// can be read around; knot must not be read, and overlap not be written: a page
// in use is said to be free.
func walkTree(f io.ReaderAt, m meta) (fault, knot, overlap error) {
	t := &tree{f: f, meta: m, used: map[uint64]bool{}}
	knot = t.page(m.root, nil, nil, 0)
	if knot == nil {
		overlap = t.free()
	}
	return t.fault, knot, overlap
}

func (t *tree) broken(id uint64, format string, args ...any) error {
	if t.fault == nil {
		t.fault = fmt.Errorf("page %d: %s", id, fmt.Sprintf(format, args...))
	}
	return nil
}

func (t *tree) page(id uint64, low, high []byte, depth int) error {
	if id < 2 || id >= t.meta.pages {
		return t.broken(id, "there is no such page")
	}
	if t.used[id] || depth > maxDepth {
		return fmt.Errorf("page %d: %w", id, errKnot)
	}
	t.used[id] = true
	page, err := t.read(id)
	if err != nil {
		return t.broken(id, "%v", err)
	}
	for n := uint64(1); n < uint64(len(page))/t.meta.page; n++ {
		t.used[id+n] = true
	}
	return t.elements(id, page, low, high, depth)
}

// read reads a page with what overflows it.
func (t *tree) read(id uint64) ([]byte, error) {
	at := int64(id * t.meta.page)
	page := make([]byte, t.meta.page)
	if _, err := t.f.ReadAt(page, at); err != nil {
		return nil, err
	}
	order := binary.NativeEndian
	over := uint64(order.Uint32(page[12:]))
	switch {
	case order.Uint64(page) != id:
		return nil, errors.New("it is another page, in the wrong place")
	case id+over >= t.meta.pages:
		return nil, errors.New("it goes beyond the end of the book")
	case over == 0:
		return page, nil
	}
	page = make([]byte, (1+over)*t.meta.page)
	_, err := t.f.ReadAt(page, at)
	return page, err
}

func (t *tree) elements(id uint64, page, low, high []byte, depth int) error {
	order := binary.NativeEndian
	flags, count := order.Uint16(page[8:]), int(order.Uint16(page[10:]))
	switch {
	case flags != branchPage && flags != leafPage:
		return t.broken(id, "it is of no kind that is known")
	case flags == branchPage && count == 0:
		return t.broken(id, "it leads nowhere")
	case pageHeader+count*elementSize > len(page):
		return t.broken(id, "it says it has %d parts", count)
	}
	if flags == branchPage {
		return t.branches(id, page, count, low, high, depth)
	}
	for i := range count {
		at := pageHeader + i*elementSize
		e := page[at : at+elementSize]
		key, ok := span(page, at, order.Uint32(e[4:]), order.Uint32(e[8:]))
		value, whole := span(page, at, order.Uint32(e[4:])+order.Uint32(e[8:]), order.Uint32(e[12:]))
		if !ok || !whole || !between(key, low, high) {
			_ = t.broken(id, "its keys are out of order or cut")
			continue
		}
		low = append(bytes.Clone(key), 0)
		if order.Uint32(e)&inBucket != 0 {
			if err := t.bucket(id, value, depth); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *tree) branches(id uint64, page []byte, count int, low, high []byte, depth int) error {
	order := binary.NativeEndian
	keys := make([][]byte, count+1)
	keys[count] = high
	for i := range count {
		at := pageHeader + i*elementSize
		key, ok := span(page, at, order.Uint32(page[at:]), order.Uint32(page[at+4:]))
		if !ok || !between(key, low, high) {
			_ = t.broken(id, "its keys are out of order or cut")
			key = low
		}
		keys[i], low = key, key
	}
	for i := range count {
		at := pageHeader + i*elementSize
		if err := t.page(order.Uint64(page[at+8:]), keys[i], keys[i+1], depth+1); err != nil {
			return err
		}
	}
	return nil
}

// free compares the list of free pages with those in use.
func (t *tree) free() error {
	page, err := t.read(t.meta.freelist)
	if err != nil {
		return fmt.Errorf("the list of free pages: %w", err)
	}
	order := binary.NativeEndian
	ids, count := page[pageHeader:], uint64(order.Uint16(page[10:]))
	if count == 0xFFFF {
		ids, count = ids[8:], order.Uint64(ids)
	}
	if order.Uint16(page[8:]) != freePage || count > uint64(len(ids))/8 {
		return errors.New("the list of free pages is damaged")
	}
	for i := range count {
		if id := order.Uint64(ids[8*i:]); id < 2 || id >= t.meta.pages || t.used[id] || id == t.meta.freelist {
			return fmt.Errorf("page %d is in use and in the list of free pages", id)
		}
	}
	return nil
}

// bucket walks into a bucket, which is a tree of its own or, while it is small,
// a page within the value.
func (t *tree) bucket(id uint64, value []byte, depth int) error {
	if len(value) < 16 {
		return t.broken(id, "a part of it is cut")
	}
	if root := binary.NativeEndian.Uint64(value); root != 0 {
		return t.page(root, nil, nil, depth+1)
	}
	if len(value) < 16+pageHeader {
		return t.broken(id, "a part of it is cut")
	}
	return t.elements(id, value[16:], nil, nil, depth+1)
}

// span is a part of a page, whose place is told from that of its element.
func span(page []byte, at int, pos, size uint32) ([]byte, bool) {
	from := uint64(at) + uint64(pos)
	if to := from + uint64(size); to <= uint64(len(page)) {
		return page[from:to:to], true
	}
	return nil, false
}

// between says low ≤ key < high; nil is no bound.
func between(key, low, high []byte) bool {
	return bytes.Compare(key, low) >= 0 && (high == nil || bytes.Compare(key, high) < 0)
}
