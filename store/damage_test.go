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
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"minutebook/agenda"
)

// corpus is a book, a state of it before the last saves, and all it says.
type corpus struct {
	whole, older []byte
	meetings     map[agenda.Key]agenda.Snapshot
	lists        [3]any
	raw          map[string]string // as bbolt reads it
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
	return c
}

// rawCopy is rawText of a file that nobody else has had open.
func rawCopy(t *testing.T, file []byte) (map[string]string, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "raw.book")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return rawText(path)
}

// rawText is what a book says to who reads it with bbolt alone.
func rawText(path string) (all map[string]string, err error) {
	all = map[string]string{}
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

// result is what came of one damaged file.
type result struct {
	refused, told, wrong, silent bool
	usable                       int
}

// try does with a damaged file all that people do with a book.
func (c *corpus) try(t *testing.T, path string, damaged []byte) (r result) {
	t.Helper()
	if err := os.WriteFile(path, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	v, err := OpenReadOnly(path)
	if err != nil {
		r.refused, r.told = true, true
		if !errors.Is(err, ErrNotBook) {
			t.Errorf("refused for viewing, but with %v", err)
		}
	} else {
		r.usable = c.read(v, &r)
		if err := v.Close(); err != nil && !errors.Is(err, ErrNotBook) {
			t.Errorf("close: %v", err)
		}
		report, err := Check(ctx, path, nil)
		if err != nil || len(report.Faults) > 0 {
			r.told = true
		}
	}
	if b, err := Open(path); err == nil {
		var again result
		c.read(b, &again)
		_ = b.Close()
	} else if !errors.Is(err, ErrNotBook) {
		t.Errorf("refused, but with %v", err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, damaged) {
		t.Error("looking changed the file")
	}
	c.write(path)
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
	if err := os.WriteFile(path, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	r.silent = r.wrong && !r.told
	return r
}

// read loads everything, and counts the meetings that are as they were.
func (c *corpus) read(b *Book, r *result) (usable int) {
	for key, want := range c.meetings {
		got, err := b.Load(ctx, key)
		switch {
		case err != nil || len(got.Damage) > 0:
			r.told = true
		case !reflect.DeepEqual(got, want):
			r.wrong = true
		default:
			usable++
		}
	}
	all, err := lists(b)
	if err != nil {
		r.told = true
	} else if !reflect.DeepEqual(all, c.lists) {
		r.wrong = true
	}
	return usable
}

// write goes on with the meetings of a damaged book; that nothing crashes is
// all that is asked.
func (c *corpus) write(path string) {
	b, err := Open(path)
	if err != nil {
		return
	}
	for _, key := range []agenda.Key{"meeting-0", "meeting-31", "meeting-59"} {
		if at, err := b.Load(ctx, key); err == nil {
			_, _ = b.Save(ctx, at, spoken(at.Record))
		}
	}
	_ = b.Close()
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
	c, random := newCorpus(t), rand.New(rand.NewPCG(5, 6))
	folder, page := t.TempDir(), os.Getpagesize()
	pages := len(c.whole) / page
	t.Logf("%d bytes, %d records", len(c.whole), len(c.raw))
	for _, how := range []struct {
		name string
		n    int
		do   func(b []byte) []byte
	}{
		{"a byte changed", 1000, func(b []byte) []byte { b[random.IntN(len(b))] ^= byte(1 + random.IntN(255)); return b }},
		{"a byte at the start of a page", 300, func(b []byte) []byte {
			b[random.IntN(pages)*page+random.IntN(80)] ^= byte(1 + random.IntN(255))
			return b
		}},
		{"cut", 200, func(b []byte) []byte { return b[:random.IntN(len(b))] }},
		{"a sector of zeros", 60, func(b []byte) []byte { clear(b[random.IntN(len(b)/512)*512:][:512]); return b }},
		{"a page in the wrong place", 60, func(b []byte) []byte {
			copy(b[random.IntN(pages)*page:][:page], b[random.IntN(pages)*page:][:page])
			return b
		}},
		{"a page of before", 60, func(b []byte) []byte {
			at := random.IntN(len(c.older)/page) * page
			copy(b[at:at+page], c.older[at:at+page])
			return b
		}},
	} {
		t.Run(how.name, func(t *testing.T) {
			var sum struct{ n, refused, told, wrong, silent, bare, open, usable int }
			for range max(3, how.n/share) {
				damaged := how.do(bytes.Clone(c.whole))
				if bytes.Equal(damaged, c.whole) {
					continue
				}
				path := filepath.Join(folder, fmt.Sprint(how.name, sum.n)) // what crashed may still hold the one before
				r := c.try(t, path, damaged)
				raw, err := rawCopy(t, damaged)
				sum.n++
				sum.bare += one(err == nil && !maps.Equal(raw, c.raw))
				sum.refused += one(r.refused)
				sum.told += one(r.told)
				sum.wrong += one(r.wrong)
				sum.silent += one(r.silent)
				if !r.refused {
					sum.open, sum.usable = sum.open+1, sum.usable+r.usable
				}
			}
			part := 100 * float64(sum.usable) / float64(max(1, sum.open*len(c.meetings)))
			t.Logf("%d files: %d refused, %d told of, %d with another text, %d of them without a word (bbolt alone: %d); %.1f%% of the meetings of the others usable",
				sum.n, sum.refused, sum.told, sum.wrong, sum.silent, sum.bare, part)
			if sum.silent > 0 {
				t.Error("another text was shown without a word")
			}
			if part < 95 && sum.open >= 20 && strings.HasPrefix(how.name, "a byte") { // of a few files it says nothing
				t.Error("too little can be used")
			}
			if sum.bare == 0 && how.name == "a byte changed" {
				t.Error("no text was changed at all: the test tests nothing")
			}
		})
	}
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
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
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("took %v", took)
		}
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
		if _, err := Check(ctx, path, nil); !errors.Is(err, ErrNotBook) {
			t.Errorf("%s: check: %v", name, err)
		}
	}
}
