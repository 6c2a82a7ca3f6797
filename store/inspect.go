package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
)

// What bbolt writes at the start of its two meta pages, behind the page header:
// magic, version, page size, flags, root page, sequence, freelist, pages,
// transaction, checksum; in the byte order of the machine.
const (
	pageHeader  = 16
	metaSize    = 64
	boltMagic   = 0xED0CDAED
	boltVersion = 2
	minPage     = 1 << 10
	maxPage     = 1 << 16
)

// inspect reads both meta pages before bbolt does. It makes an empty file into
// a new book, and a shortened one kills the program.
func inspect(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return missing(err)
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	switch {
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return fmt.Errorf("%w: it is no regular file", ErrNotBook)
	case info.Size() == 0:
		return fmt.Errorf("%w: the file is empty; if there was a book, put back a copy of it", ErrNotBook)
	}
	newest, err := newestMeta(f)
	if err == nil {
		// A book that is being written gets longer before a meta page says so:
		// the length is looked at after what it has to hold.
		info, err = f.Stat()
	}
	if err != nil {
		return err
	}
	if newest.size() > uint64(info.Size()) {
		return fmt.Errorf("%w: the file was cut short: it has %d of %d bytes; put back a copy of it", ErrNotBook, info.Size(), newest.size())
	}
	return nil
}

// meta is what a sound meta page says, and its checksum over all of it.
type meta struct{ page, root, freelist, pages, transaction, sum uint64 }

func (m meta) size() uint64 { return m.page * m.pages }

func newestMeta(f io.ReaderAt) (newest meta, err error) {
	found := false
	take := func(at int64) (meta, error) {
		m, err := readMeta(f, at)
		if err == nil && (!found || m.transaction > newest.transaction) {
			newest, found = m, true
		}
		return m, err
	}
	first, err := take(0)
	if err == nil {
		_, _ = take(int64(first.page)) // bbolt does with one, after a power cut
		return newest, nil
	}
	for page := int64(minPage); page <= maxPage; page *= 2 {
		if second, err := take(page); err == nil && second.page == uint64(page) {
			return newest, nil
		}
	}
	return meta{}, err
}

func readMeta(f io.ReaderAt, at int64) (meta, error) {
	var p [metaSize]byte
	if _, err := f.ReadAt(p[:], at+pageHeader); err != nil {
		if errors.Is(err, io.EOF) {
			return meta{}, fmt.Errorf("%w: the file is too short", ErrNotBook)
		}
		return meta{}, err
	}
	order := binary.NativeEndian
	if order.Uint32(p[0:]) != boltMagic || order.Uint32(p[4:]) != boltVersion {
		return meta{}, fmt.Errorf("%w: its first pages are empty or of another program", ErrNotBook)
	}
	h := fnv.New64a()
	_, _ = h.Write(p[:56])
	if h.Sum64() != order.Uint64(p[56:]) {
		return meta{}, fmt.Errorf("%w: its first pages are damaged; put back a copy of it", ErrNotBook)
	}
	m := meta{page: uint64(order.Uint32(p[8:])), root: order.Uint64(p[16:]), freelist: order.Uint64(p[32:]), pages: order.Uint64(p[40:]), transaction: order.Uint64(p[48:]), sum: h.Sum64()}
	if m.page < minPage || m.page > maxPage || m.page&(m.page-1) != 0 || m.pages > 1<<40 {
		return meta{}, fmt.Errorf("%w: its first pages make no sense", ErrNotBook)
	}
	return m, nil
}

// bothMetas says whether both meta pages are whole and follow each other. Where
// one is not, a reader goes back to the transaction before without a word.
func bothMetas(f io.ReaderAt) bool {
	newest, err := newestMeta(f)
	if err != nil {
		return false
	}
	first, firstErr := readMeta(f, 0)
	second, secondErr := readMeta(f, int64(newest.page))
	return firstErr == nil && secondErr == nil &&
		(first.transaction+1 == second.transaction || second.transaction+1 == first.transaction)
}
