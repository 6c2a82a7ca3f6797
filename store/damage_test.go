package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// corpus is a book, a state of it before the last saves, and all it says.
type corpus struct {
	whole, older []byte
	meetings     map[agenda.Key]agenda.Snapshot
	lists        [3]any
	raw          map[string]string // as bbolt reads it
	bytes        map[agenda.Key]string
	pages        map[uint64]map[spot]bool // the items that a page holds something of
	items        int
}

// spot is an item of a meeting; of the meeting itself, item is 0.
type spot struct {
	meeting agenda.Key
	item    agenda.ID
}

// lists is what the lists of a book say.
func lists(b *Book) (all [3]any, err error) {
	var errs [3]error
	all[0], errs[0] = b.Meetings(ctx)
	all[1], errs[1] = b.Actions(ctx, agenda.Query{})
	all[2], errs[2] = b.Bodies(ctx)
	return all, errors.Join(errs[:]...)
}

func newCorpus(t *testing.T) *corpus {
	c := &corpus{meetings: map[agenda.Key]agenda.Snapshot{}}
	path := filepath.Join(t.TempDir(), "a.book")
	b, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = b.Close() }()
	if err := b.SaveBody(ctx, agenda.Body{Key: "nhc", Name: "Harbour", Code: "NHC"}); err != nil {
		t.Fatal(err)
	}
	for i := range 60 {
		r := sitting(10 + i%30)
		r.Open.Key = agenda.Key(fmt.Sprintf("meeting-%d", i))
		r.Open.Start = agenda.Clock(fmt.Sprintf("2026-03-%02dT18:00", 1+i%28))
		r, _, err = r.Add(r.Open.Items[4].ID, agenda.Entry{Kind: agenda.ToDo, Text: "see to it", Action: &agenda.Action{Due: "2026-06-11"}})
		if err == nil {
			r, _, err = r.Add(r.Open.Items[4].ID, agenda.Entry{Kind: agenda.Note, Text: "mind the gap"})
		}
		if err != nil {
			t.Fatal(err)
		}
		if c.meetings[r.Open.Key], err = b.Save(ctx, agenda.Snapshot{}, r); err != nil {
			t.Fatal(err)
		}
	}
	c.older, err = os.ReadFile(path)
	for i := range 20 {
		key := agenda.Key(fmt.Sprintf("meeting-%d", i*3))
		now, saveErr := b.Save(ctx, c.meetings[key], spoken(c.meetings[key].Record))
		c.meetings[key], err = now, errors.Join(err, saveErr)
	}
	var listErr error
	c.lists, listErr = lists(b)
	if err := errors.Join(err, listErr, b.Close()); err != nil {
		t.Fatal(err)
	}
	if c.whole, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	c.raw, err = rawText(path)
	if err != nil || len(c.raw) < 1000 {
		t.Fatalf("%d records, %v", len(c.raw), err)
	}
	c.place(t)
	return c
}

// rawCopy is rawText of a file that nobody else has had open.
func rawCopy(path string, file []byte) (map[string]string, error) {
	defer func() { _ = os.Remove(path) }()
	if err := os.WriteFile(path, file, 0o600); err != nil {
		return nil, err
	}
	return rawText(path)
}

// rawText is what a book says to who reads it with bbolt alone.
func rawText(path string) (all map[string]string, err error) {
	all = map[string]string{}
	read := 0
	err = guard(func() error {
		db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true, Timeout: lockWait})
		if err != nil {
			return err
		}
		defer func() { _ = guard(db.Close) }()
		return db.View(func(tx *bolt.Tx) error {
			for _, b := range buckets {
				in := tx.Bucket([]byte(b))
				if in == nil {
					return ErrNotBook
				}
				err := in.ForEach(func(k, v []byte) error {
					if read++; read > 100_000 {
						return errors.New("it goes in a circle") // for ever, were it not stopped
					}
					all[string(b)+"/"+string(k)] = string(v[min(len(v), envelope):])
					return nil
				})
				if err != nil {
					return err
				}
			}
			return nil
		})
	})
	return all, err
}

// TestFaultyFiles damages a book in every way that disks and people do. Nothing
// crashes or hangs, no text that changed is shown without a word, and what was
// not hit can be used.
func TestFaultyFiles(t *testing.T) {
	share := 30 // a thirtieth of the long one
	if os.Getenv("MINUTEBOOK_FAULTS") != "" {
		share = 1
	} else if testing.Short() {
		share = 100
	}
	c := newCorpus(t)
	folder, page := t.TempDir(), os.Getpagesize()
	pages := len(c.whole) / page
	t.Logf("%d bytes, %d records", len(c.whole), len(c.raw))
	for _, how := range []struct {
		name string
		n    int
		do   func(random *rand.Rand, b []byte) []byte
	}{
		{"a byte changed", 1000, func(random *rand.Rand, b []byte) []byte {
			b[random.IntN(len(b))] ^= byte(1 + random.IntN(255))
			return b
		}},
		{"a byte at the start of a page", 300, func(random *rand.Rand, b []byte) []byte {
			b[random.IntN(pages)*page+random.IntN(80)] ^= byte(1 + random.IntN(255))
			return b
		}},
		{"cut", 200, func(random *rand.Rand, b []byte) []byte { return b[:random.IntN(len(b))] }},
		{"a sector of zeros", 60, func(random *rand.Rand, b []byte) []byte { clear(b[random.IntN(len(b)/512)*512:][:512]); return b }},
		{"a page in the wrong place", 60, func(random *rand.Rand, b []byte) []byte {
			copy(b[random.IntN(pages)*page:][:page], b[random.IntN(pages)*page:][:page])
			return b
		}},
		{"a page of before", 60, func(random *rand.Rand, b []byte) []byte {
			at := random.IntN(len(c.older)/page) * page
			copy(b[at:at+page], c.older[at:at+page])
			return b
		}},
	} {
		t.Run(how.name, func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(5, uint64(how.n)))
			var sum sums
			for sum.n < max(3, how.n/share) {
				damaged := how.do(random, bytes.Clone(c.whole))
				if bytes.Equal(damaged, c.whole) {
					continue
				}
				path := filepath.Join(folder, fmt.Sprint(how.name, sum.n)) // what crashed may still hold the one before
				r := c.try(t, path, damaged)
				raw, err := rawCopy(path+" raw", damaged)
				r.bare = err == nil && !maps.Equal(raw, c.raw)
				sum.add(r)
				agendatest.Quick(t, "a damaged file", r.took, 10*time.Second)
			}
			t.Log(sum)
			if sum.silent > 0 {
				t.Error("another text was shown without a word")
			}
			if sum.open >= 20 && 100*sum.usable < 95*sum.others { // of a few files it says nothing
				t.Error("too little can be used")
			}
			if sum.bare == 0 && how.name == "a byte changed" {
				t.Error("no text was changed at all: the test tests nothing")
			}
		})
	}
}

// TestFaultyPages has bbolt look at damaged pages too: whatever becomes of it,
// it is said within the limit.
func TestFaultyPages(t *testing.T) {
	n := 10
	if os.Getenv("MINUTEBOOK_FAULTS") != "" {
		n = 300
	}
	c, random := newCorpus(t), rand.New(rand.NewPCG(7, 8))
	path, page := filepath.Join(t.TempDir(), "b.book"), os.Getpagesize()
	defer func(limit time.Duration) { checkLimit = limit }(checkLimit)
	checkLimit = 8 * time.Second
	unread, told := 0, 0
	for range n {
		damaged := bytes.Clone(c.whole)
		damaged[random.IntN(len(damaged)/page)*page+random.IntN(80)] ^= byte(1 + random.IntN(255))
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		report, err := Check(context.Background(), path, child)
		if errors.Is(err, ErrNotBook) {
			unread++
		} else if err != nil {
			t.Error(err)
		}
		told += one(len(report.Faults) > 0)
		agendatest.Quick(t, "a damaged file", time.Since(began), 10*time.Second)
	}
	t.Logf("%d files: %d refused, %d told of", n, unread, told)
}

// TestForeignFiles: what is no book is left as it is, and said to be none.
func TestForeignFiles(t *testing.T) {
	random := rand.NewChaCha8([32]byte{9})
	noise := make([]byte, 256<<10)
	_, _ = random.Read(noise)
	c := newCorpus(t)
	headless := bytes.Clone(c.whole)
	clear(headless[:2*os.Getpagesize()])
	files := map[string][]byte{
		"text":     bytes.Repeat([]byte("Minutes of a meeting. "), 9000),
		"noise":    noise,
		"SQLite":   append([]byte("SQLite format 3\x00\x10\x00\x01\x01"), make([]byte, 64<<10)...),
		"gzip":     append([]byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0}, noise...),
		"zeros":    make([]byte, 256<<10),
		"empty":    nil,
		"one byte": {0},
		"headless": headless,
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(t.TempDir(), "foreign.book")
		r := c.try(t, path, files[name])
		if !r.refused || r.usable > 0 {
			t.Errorf("%s: %+v", name, r)
		}
		if err := os.WriteFile(path, files[name], 0o600); err != nil { // try leaves none
			t.Fatal(err)
		}
		if _, err := Check(ctx, path, nil); !errors.Is(err, ErrNotBook) {
			t.Errorf("%s: check: %v", name, err)
		}
	}
}
