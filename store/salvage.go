package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"minutebook/agenda"
)

// Salvaged is what became of a broken book.
type Salvaged struct {
	Records int       // that were recovered
	Bodies  int       // those among them
	Entries int       // public ones
	Missing []Missing // what is known to be lost
	// Earlier: the newest state of the book could not be read, so what was saved
	// last may be missing without being listed.
	Earlier bool
	// Lossy: a part of the file could not be read. What only that part knew of is
	// not in Missing.
	Lossy    bool
	Meetings int
	// Mended: of a meeting, something is lost or stands in another place.
	Mended bool

	names map[agenda.Key]string
}

// Missing is a thing that was not recovered, in the words of a person.
type Missing struct {
	Meeting string // code and day where they are known; empty: of the whole book
	What    string
}

// Salvage reads what can be read of a broken book and makes a new one of it. It
// trusts nothing but the checksum of each record; the lists are made anew. The
// broken file is only read. Returns ErrExists, and ErrNotBook where there is
// nothing to make a book of.
func Salvage(ctx context.Context, broken, path string) (s Salvaged, err error) {
	if _, err := os.Lstat(path); err == nil {
		return s, fmt.Errorf("make the book %s: %w", path, ErrExists)
	}
	info, err := os.Stat(broken)
	if err != nil {
		return s, fmt.Errorf("read %s: %w", broken, missing(err))
	}
	if !info.Mode().IsRegular() {
		return s, fmt.Errorf("read %s: %w: it is no regular file", broken, ErrNotBook)
	}
	file, err := os.ReadFile(broken)
	if err != nil {
		return s, fmt.Errorf("read %s: %w", broken, err)
	}
	f := search(file)
	records, doubtful, earlier := f.settled()
	if len(records) == 0 {
		return s, fmt.Errorf("read %s: %w: no record in it could be read", broken, ErrNotBook)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return s, err
	}
	b, err := Create(path)
	if err != nil {
		return s, err
	}
	s.Earlier, s.Lossy, s.names = earlier, f.lossy, map[agenda.Key]string{}
	r := refilling{Salvaged: &s, records: records, cuts: f.cuts(records), past: withPast(records), latest: latest(records)}
	err = errors.Join(r.refill(ctx, b), s.report(ctx, b, records, doubtful), b.Close())
	return s, err
}

// taken is the buckets whose records are taken over; the others are made of them.
var taken = []bucket{recordBucket, closedBucket, historyBucket}

// refilling is the making of a new book of the records of a broken one.
type refilling struct {
	*Salvaged
	records map[placeOf][]byte
	cuts    []gap               // in the history
	past    map[agenda.Key]bool // the meetings that have one
	latest  uint64              // the greatest number of a change
}

// refill puts records into a new book and makes its lists.
func (r refilling) refill(ctx context.Context, b *Book) error {
	records := r.records
	places := slices.SortedFunc(maps.Keys(records), func(a, b placeOf) int {
		return cmp.Or(cmp.Compare(a.bucket, b.bucket), cmp.Compare(a.key, b.key))
	})
	const chunk = 2000 // in one transaction
	for part := range slices.Chunk(places, chunk) {
		err := b.kv.Update(func(tx writer) error { // under the sums, which are made at the end
			if err := tx.Delete(metaBucket, sumsKey); err != nil {
				return err
			}
			for _, at := range part {
				wanted := slices.Contains(taken, at.bucket) || at.bucket == metaBucket && at.key != schemaKey && at.key != sumsKey
				// The row of a meeting whose head is lost is all that tells its day.
				if wanted || at.bucket == derivedBucket && strings.HasPrefix(at.key, datePrefix) {
					if err := tx.Put(at.bucket, at.key, records[at]); err != nil {
						return err
					}
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return b.update(ctx, func(tx *ledger) error { return r.rebuild(tx) })
}

// resum makes the sums in the heads of a meeting those of the records that are
// there: what is missing has been told, once.
func resum(tx *ledger, meeting agenda.Key) error {
	key := headKey(meeting)
	var open headRecord
	if ok, err := get(tx, recordBucket, key, &open); err != nil {
		return err
	} else if ok {
		if open.Sum, err = tx.sum(recordBucket, meeting, ""); err != nil {
			return err
		}
		if err := put(tx, recordBucket, key, open); err != nil {
			return err
		}
	}
	var closed closedHeadRecord
	ok, err := get(tx, closedBucket, key, &closed)
	if err != nil || !ok {
		return err
	}
	if closed.Sum, err = tx.sum(closedBucket, meeting, ""); err != nil {
		return err
	}
	return put(tx, closedBucket, key, closed)
}

// meetingsOf is the meetings that any record in some parts is of, in the order
// of their keys.
func meetingsOf(records map[placeOf][]byte, in ...bucket) []agenda.Key {
	seen := map[agenda.Key]bool{}
	for at := range records {
		if meeting, ok := meetingOf(at); ok && slices.Contains(in, at.bucket) {
			seen[meeting] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// meetingOf is the meeting that a record is of.
func meetingOf(at placeOf) (agenda.Key, bool) {
	parts := strings.SplitN(at.key, "/", 3)
	name := ""
	switch {
	case (at.bucket == recordBucket || at.bucket == closedBucket) && len(parts) == 3 && parts[0] == "m":
		name = parts[1]
	case at.bucket == derivedBucket && len(parts) == 3 && parts[0] == "date":
		name = parts[2]
	case at.bucket == historyBucket && len(parts) == 3:
		name = parts[0]
	default:
		return "", false
	}
	words, err := url.PathUnescape(name)
	return agenda.Key(words), err == nil
}

// pastPlace is the record that a row of the history is of.
func pastPlace(at placeOf) (placeOf, bool) {
	parts := strings.SplitN(at.key, "/", 4)
	if at.bucket != historyBucket || len(parts) < 4 {
		return placeOf{}, false
	}
	return placeOf{bucket(parts[2]), "m/" + parts[0] + "/" + parts[3]}, true
}
