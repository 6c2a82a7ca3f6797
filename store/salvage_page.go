package store

import "encoding/binary"

// image is the bytes of a broken book. Nothing in it is believed: every place is
// looked up within its bounds.
type image struct {
	file []byte
	page uint64 // the size of a page
}

// leaf is a key and a value as they stand in a page.
type leaf struct {
	key, value []byte
	bucket     bool
}

// whole is the bytes of a page and of those it goes on over; nil where the file
// ends before, or what stands there is not that page.
func (m image) whole(no uint64) []byte {
	count := uint64(len(m.file)) / m.page
	if no >= count {
		return nil
	}
	p := m.file[no*m.page:]
	if binary.NativeEndian.Uint64(p) != no {
		return nil
	}
	over := uint64(binary.NativeEndian.Uint32(p[12:]))
	if over >= count-no {
		return p[:(count-no)*m.page] // what is there of it
	}
	return p[:(over+1)*m.page]
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
	return p[at : at+n]
}

// leaves is what a leaf page holds. An element that leads out of the page is
// left out, and said so.
func leaves(p []byte) (out []leaf, holes bool) {
	flags, count := sortOf(p)
	if flags != leafPage {
		return nil, true
	}
	for i := range count {
		if l, ok := leafAt(p, uint64(pageHeader+i*elementSize)); ok {
			out = append(out, l)
		} else {
			holes = true
		}
	}
	return out, holes
}

// leafAt is what the element at a place of a leaf page leads to.
func leafAt(p []byte, at uint64) (l leaf, ok bool) {
	e := cut(p, at, elementSize)
	if e == nil {
		return leaf{}, false
	}
	order := binary.NativeEndian
	pos, ksize, vsize := uint64(order.Uint32(e[4:])), uint64(order.Uint32(e[8:])), uint64(order.Uint32(e[12:]))
	key, value := cut(p, at+pos, ksize), cut(p, at+pos+ksize, vsize)
	return leaf{key, value, order.Uint32(e)&inBucket != 0}, len(key) > 0 && value != nil
}

// branches is the pages below a branch page.
func branches(p []byte) (out []uint64, holes bool) {
	flags, count := sortOf(p)
	if flags != branchPage {
		return nil, true
	}
	for i := range count {
		e := cut(p, uint64(pageHeader+i*elementSize), elementSize)
		if e == nil {
			return out, true
		}
		out = append(out, binary.NativeEndian.Uint64(e[8:]))
	}
	return out, false
}

// free is the pages that a freelist says hold nothing any more; ok is false
// where it cannot be read.
func (m image) free(no uint64) (out map[uint64]bool, ok bool) {
	p := m.whole(no)
	flags, count := sortOf(p)
	if flags != freePage {
		return nil, false
	}
	n, at := uint64(count), uint64(pageHeader)
	if n == 0xFFFF { // then the first number is how many there are
		first := cut(p, at, 8)
		if first == nil {
			return nil, false
		}
		n, at = binary.NativeEndian.Uint64(first), at+8
	}
	if n > uint64(len(p))/8 || cut(p, at, n*8) == nil {
		return nil, false
	}
	out = make(map[uint64]bool, n)
	for i := range n {
		out[binary.NativeEndian.Uint64(p[at+i*8:])] = true
	}
	return out, true
}

// walk gives every pair below a page. It goes into no page twice and says of no
// hole more than that there is one.
func (m image) walk(no uint64, seen map[uint64]bool, depth int, each func(leaf)) (holes bool) {
	if seen[no] || depth > maxDepth {
		return true
	}
	p := m.whole(no)
	flags, _ := sortOf(p)
	switch flags {
	case leafPage:
		seen[no] = true
		found, holes := leaves(p)
		for _, l := range found {
			each(l)
		}
		return holes
	case branchPage:
		seen[no] = true
		below, holes := branches(p)
		for _, next := range below {
			if m.walk(next, seen, depth+1, each) {
				holes = true
			}
		}
		return holes
	}
	return true
}

// root is the first page of a bucket, and its pairs where it is so small that it
// lies inside another.
func (l leaf) root() (no uint64, inline []byte, ok bool) {
	const header = 16 // of a bucket: its root and its sequence
	if len(l.value) < header {
		return 0, nil, false
	}
	return binary.NativeEndian.Uint64(l.value), l.value[header:], true
}
