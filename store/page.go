package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
)

// What bbolt writes at the start of a page and of its elements.
const (
	branchPage  = 0x01
	leafPage    = 0x02
	freePage    = 0x10
	elementSize = 16
	inBucket    = 0x01 // the value is a bucket
	bucketSize  = 16   // before the page in such a value: its root and its sequence
	maxDepth    = 40   // far above any tree that fits a file
)

// What can be wrong with a page. errKnot could keep a reader busy for ever or
// use up its memory.
var (
	errKnot    = errors.New("pages lead to each other in a circle")
	errNoPage  = errors.New("there is no such page")
	errBeyond  = errors.New("it goes beyond the end of the book")
	errOther   = errors.New("it is another page, in the wrong place")
	errKind    = errors.New("it is of no kind that is known")
	errCut     = errors.New("a part of it is cut")
	errKeys    = errors.New("its keys are out of order or cut")
	errNowhere = errors.New("it leads nowhere")
)

// image is the pages of a book as they stand in its file. Nothing in it is
// believed: every place is looked up within its bounds.
type image struct {
	file  io.ReaderAt
	page  uint64 // the size of one
	count uint64 // how many there are
}

// leaf is a key and a value as they stand in a page.
type leaf struct {
	key, value []byte
	bucket     bool
	page       uint64 // where it stands, where that is known
}

// whole is a page with those it goes on over. Where that is not all there, it is
// what there is, with an error.
func (m image) whole(no uint64) ([]byte, error) {
	if no < 2 || no >= m.count {
		return nil, errNoPage
	}
	page := make([]byte, m.page)
	if n, err := m.file.ReadAt(page, int64(no*m.page)); err != nil && (err != io.EOF || n < len(page)) {
		return nil, err
	}
	over := uint64(binary.NativeEndian.Uint32(page[12:]))
	switch {
	case binary.NativeEndian.Uint64(page) != no:
		return nil, errOther
	case over == 0:
		return page, nil
	}
	var beyond error
	if over >= m.count-no {
		over, beyond = m.count-no-1, errBeyond
	}
	page = make([]byte, (over+1)*m.page)
	n, err := m.file.ReadAt(page, int64(no*m.page))
	if err != nil && n < len(page) {
		beyond = errBeyond
	}
	return page[:n], beyond
}

// sortOf is the sort of a page and how many elements it says it has.
func sortOf(p []byte) (flags uint16, count int) {
	if len(p) < pageHeader {
		return 0, 0
	}
	return binary.NativeEndian.Uint16(p[8:]), int(binary.NativeEndian.Uint16(p[10:]))
}

// cut is the bytes from at, n of them; nil where they are not there.
func cut(p []byte, at, n uint64) []byte {
	if at > uint64(len(p)) || n > uint64(len(p))-at {
		return nil
	}
	return p[at : at+n : at+n]
}

// element is the bytes of an element of a page; nil where it is not there.
func element(p []byte, i int) []byte { return cut(p, uint64(pageHeader+i*elementSize), elementSize) }

// leafAt is what the element at a place of a leaf page leads to.
func leafAt(p []byte, at uint64) (l leaf, ok bool) {
	e := cut(p, at, elementSize)
	if e == nil {
		return leaf{}, false
	}
	order := binary.NativeEndian
	pos, ksize, vsize := uint64(order.Uint32(e[4:])), uint64(order.Uint32(e[8:])), uint64(order.Uint32(e[12:]))
	key, value := cut(p, at+pos, ksize), cut(p, at+pos+ksize, vsize)
	return leaf{key: key, value: value, bucket: order.Uint32(e)&inBucket != 0}, len(key) > 0 && value != nil
}

// branchAt is the first key and the page that the element i of a branch leads to.
func branchAt(p []byte, i int) (key []byte, no uint64) {
	e, order := element(p, i), binary.NativeEndian
	at := uint64(pageHeader + i*elementSize)
	return cut(p, at+uint64(order.Uint32(e)), uint64(order.Uint32(e[4:]))), order.Uint64(e[8:])
}

// root is the first page of a bucket, and its pairs where it is so small that it
// lies inside another.
func (l leaf) root() (no uint64, inline []byte, ok bool) {
	if len(l.value) < bucketSize {
		return 0, nil, false
	}
	no = binary.NativeEndian.Uint64(l.value)
	return no, l.value[bucketSize:], no != 0 || len(l.value) >= bucketSize+pageHeader
}

// free is the pages that a freelist says hold nothing any more.
func (m image) free(no uint64) (ids []uint64, err error) {
	p, err := m.whole(no)
	if err != nil {
		return nil, err
	}
	flags, count := sortOf(p)
	n, at := uint64(count), uint64(pageHeader)
	if first := cut(p, at, 8); n == 0xFFFF && first != nil { // then that is how many there are
		n, at = binary.NativeEndian.Uint64(first), at+8
	}
	if flags != freePage || n > uint64(len(p))/8 || cut(p, at, n*8) == nil {
		return nil, errors.New("it is damaged")
	}
	for i := range n {
		ids = append(ids, binary.NativeEndian.Uint64(p[at+i*8:]))
	}
	return ids, nil
}

// between says low ≤ key < high; nil is no bound.
func between(key, low, high []byte) bool {
	return bytes.Compare(key, low) >= 0 && (high == nil || bytes.Compare(key, high) < 0)
}
