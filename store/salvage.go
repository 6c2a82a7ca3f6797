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
	err = errors.Join(refill(ctx, b, records), s.report(ctx, b, records, doubtful), b.Close())
	return s, err
}

// taken is the buckets whose records are taken over; the others are made of them.
var taken = []bucket{recordBucket, closedBucket, historyBucket}

// refill puts records into a new book and makes its lists.
func refill(ctx context.Context, b *Book, records map[placeOf][]byte) error {
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
	return b.update(ctx, func(tx *ledger) error { return rebuild(tx, records) })
}

// rebuild makes the lists of a book from its records.
func rebuild(tx *ledger, records map[placeOf][]byte) error {
	var seq uint64
	if _, err := get(tx, metaBucket, seqKey, &seq); err != nil {
		return err
	}
	for _, meeting := range meetingsOf(records) {
		if err := resum(tx, meeting); err != nil {
			return err
		}
		s, err := load(tx, meeting)
		if err != nil {
			return err
		}
		if n, err := seqOf(s.Revision); err == nil {
			seq = max(seq, n)
		}
		if err := relist(tx, s.Record); err != nil {
			return err
		}
	}
	all, err := bodies(tx)
	if err != nil {
		return err
	}
	for _, body := range all {
		if body.Code == "" {
			continue
		}
		if err := put(tx, derivedBucket, codeKey(body.Code), body.Key); err != nil {
			return err
		}
	}
	return put(tx, metaBucket, seqKey, seq)
}

// resum makes the sums in the heads of a meeting those of the records that are
// there: what is missing has been told, once.
func resum(tx *ledger, meeting agenda.Key) error {
	key := headKey(meeting)
	var open headRecord
	if ok, err := get(tx, recordBucket, key, &open); err != nil {
		return err
	} else if ok {
		sum, err := count(tx, account{recordBucket, meetingPrefix(meeting)})
		if open.Sum = sum.String(); err != nil {
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
	sum, err := count(tx, account{closedBucket, meetingPrefix(meeting)})
	if closed.Sum = sum.String(); err != nil {
		return err
	}
	return put(tx, closedBucket, key, closed)
}

// meetingsOf is the meetings that any public record is of, in the order of
// their keys.
func meetingsOf(records map[placeOf][]byte) []agenda.Key {
	seen := map[agenda.Key]bool{}
	for at := range records {
		if meeting, ok := meetingOf(at); ok && at.bucket == recordBucket {
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
