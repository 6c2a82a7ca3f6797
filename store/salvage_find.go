package store

import (
	"bytes"
	"encoding/json"
	"slices"

	"minutebook/agenda"
)

// placeOf is where a record belongs.
type placeOf struct {
	bucket bucket
	key    string
}

// found is what was found of a broken book, each record sound under its place.
type found struct {
	tree  map[placeOf][]byte   // the book as it was last kept
	loose map[placeOf][][]byte // in pages that nothing leads to
	holes bool                 // the tree is not all there
	lossy bool                 // nor is what cannot be made anew
	stale bool                 // which loose pages were given free is not known
	old   bool                 // the newest state could not be read, this is the one before
	gaps  []gap                // in the history
	work  int                  // how many bytes may still be looked into
}

// search reads all that a broken book still says.
func search(file []byte) found {
	f := found{tree: map[placeOf][]byte{}, loose: map[placeOf][][]byte{}}
	newest, page, ok := f.metas(file)
	m := image{bytes.NewReader(file), page, uint64(len(file)) / page}
	if ok {
		f.walk(m, newest.root)
	} else {
		f.holes, f.lossy = true, true
		f.gaps = []gap{{"", ""}}
	}
	if f.holes {
		f.comb(m, file, newest, ok)
	}
	return f
}

// metas finds the newest sound meta page, and the size of the pages.
func (f *found) metas(file []byte) (newest meta, size uint64, ok bool) {
	size = 1 << 12
	sound := 0
	for page := uint64(minPage); page <= maxPage; page *= 2 {
		for _, at := range []uint64{0, page} {
			m, err := readMeta(bytes.NewReader(file), int64(at))
			if err != nil || m.page != page {
				continue
			}
			sound++
			if !ok || m.transaction > newest.transaction {
				newest, ok = m, true
			}
			size = page
		}
	}
	f.old = sound == 1
	return newest, size, ok
}

// gap is a stretch of the history in which something may have stood that cannot
// be read: from a key, of which nothing is known behind, to the next that is
// sound. Empty is no bound.
type gap struct{ from, to string }

// walk takes what the book led to when it was last kept.
func (f *found) walk(m image, root uint64) {
	parts := map[bucket]bool{}
	last, torn := "", false // of the history
	bad := func(part bucket) {
		f.holes = true
		f.lossy = f.lossy || part == "" || slices.Contains(taken, part)
		torn = torn || part == "" || part == historyBucket
	}
	t := &tree{image: m, used: map[uint64]bool{}}
	t.enter = func(part string) { parts[bucket(part)] = true }
	t.broken = func(part string, _ uint64, _ error) { bad(bucket(part)) }
	t.pair = func(part string, l leaf) {
		at := placeOf{bucket(part), string(l.key)}
		if _, err := check(at.bucket, at.key, l.value); err != nil {
			bad(at.bucket)
			return
		}
		f.tree[at] = l.value
		if at.bucket != historyBucket {
			return
		}
		if torn {
			f.gaps = append(f.gaps, gap{last, at.key})
		}
		last, torn = at.key, false
	}
	t.page(root, nil, nil, 0)
	for _, b := range buckets {
		if !parts[b] && b != historyBucket { // a book of before has none
			bad("")
		}
	}
	if torn {
		f.gaps = append(f.gaps, gap{last, ""})
	}
}

// comb looks through every page for records that the tree did not give. What a
// page held before it was given free is no part of the book.
func (f *found) comb(m image, file []byte, newest meta, ok bool) {
	free := map[uint64]bool{}
	f.stale = true
	if ok {
		ids, err := m.free(newest.freelist)
		for _, id := range ids {
			free[id] = true
		}
		f.stale = err != nil
	}
	f.work = 64*len(file) + 1<<24
	for no := range m.count {
		if free[no] || ok && no >= newest.pages {
			continue
		}
		p := file[no*m.page:]
		for _, l := range m.guesses(p) {
			f.hold(l)
			if _, inline, ok := l.root(); l.bucket && ok {
				for _, l := range m.guesses(inline) {
					f.hold(l)
				}
			}
		}
	}
}

// guesses is what stands in a page, whatever the page says of itself: checksums
// tell what of it is true.
func (m image) guesses(p []byte) (out []leaf) {
	const largest = 4 << 20 // of a record
	p = p[:min(len(p), largest)]
	for at := uint64(pageHeader); at+elementSize <= min(m.page, uint64(len(p))); at += elementSize {
		if l, ok := leafAt(p, at); ok {
			out = append(out, l)
		}
	}
	return out
}

// hold keeps a loose record under the place that its checksum says.
func (f *found) hold(l leaf) {
	if len(l.value) < envelope || l.value[0] != format {
		return
	}
	if f.work -= len(buckets) * len(l.value); f.work < 0 {
		return
	}
	for _, b := range buckets {
		at := placeOf{b, string(l.key)}
		if _, err := check(b, at.key, l.value); err != nil {
			continue
		}
		same := func(v []byte) bool { return bytes.Equal(v, l.value) }
		if _, there := f.tree[at]; !there && !slices.ContainsFunc(f.loose[at], same) {
			f.loose[at] = append(f.loose[at], l.value)
		}
	}
}

// settled is what the book said: of the records of which several states were
// found, the one that was written over by none. doubtful is those of which that
// cannot be told; they are left out, because an earlier wording is a wrong one.
func (f found) settled() (records map[placeOf][]byte, doubtful []placeOf, earlier bool) {
	records, earlier = map[placeOf][]byte{}, f.old
	for at, value := range f.tree {
		records[at] = value
	}
	for at, values := range f.loose {
		if at.bucket == historyBucket && len(values) == 1 {
			records[at] = values[0] // it is written once
		}
	}
	past := pastOf(records)
	for at, values := range f.loose {
		if _, done := records[at]; done {
			continue
		}
		left := values
		if f.stale {
			left = unreplaced(at, values, past)
		}
		if len(left) == 1 {
			records[at] = left[0]
			earlier = earlier || f.stale
		} else {
			doubtful = append(doubtful, at)
		}
	}
	return records, doubtful, earlier
}

// pastOf is what each record is known to have said before.
func pastOf(records map[placeOf][]byte) map[placeOf]map[string]bool {
	out := map[placeOf]map[string]bool{}
	for at, value := range records {
		place, ok := pastPlace(at)
		if !ok {
			continue
		}
		if out[place] == nil {
			out[place] = map[string]bool{}
		}
		out[place][string(value[envelope:])] = true
	}
	return out
}

// unreplaced is which of several states of a record nothing was written over.
func unreplaced(at placeOf, values [][]byte, past map[placeOf]map[string]bool) (left [][]byte) {
	if at.bucket == recordBucket && len(at.key) > 2 && at.key[len(at.key)-2:] == "/h" {
		return newestHead(values)
	}
	for _, v := range values {
		if !past[at][string(v[envelope:])] {
			left = append(left, v)
		}
	}
	return left
}

// newestHead is the head with the greatest revision, which every save writes.
func newestHead(values [][]byte) [][]byte {
	var best uint64
	var out [][]byte
	for _, v := range values {
		var head struct {
			Revision agenda.Revision `json:"rev"`
		}
		if json.Unmarshal(v[envelope:], &head) != nil {
			continue
		}
		if seq, err := seqOf(head.Revision); err == nil && seq >= best {
			best, out = seq, [][]byte{v}
		}
	}
	return out
}
