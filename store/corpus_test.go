package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"minutebook/agenda"
)

// place notes which items each page of the corpus holds something of, and the
// bytes of each meeting.
func (c *corpus) place(t *testing.T) {
	t.Helper()
	last, err := newestMeta(bytes.NewReader(c.whole))
	if err != nil {
		t.Fatal(err)
	}
	c.pages, c.bytes = map[uint64]map[spot]bool{}, map[agenda.Key]string{}
	for _, s := range c.meetings {
		c.items += len(s.Record.Open.Items)
	}
	texts := map[agenda.Key]*strings.Builder{}
	pages := &tree{image: image{bytes.NewReader(c.whole), last.page, last.pages}, used: map[uint64]bool{}, enter: func(string) {}}
	pages.broken = func(_ string, no uint64, err error) { t.Fatal(no, err) }
	pages.pair = func(part string, l leaf) {
		at := placeOf{bucket(part), string(l.key)}
		meeting, ok := meetingOf(at)
		if !ok || at.bucket != recordBucket && at.bucket != closedBucket {
			return
		}
		if texts[meeting] == nil {
			texts[meeting] = &strings.Builder{}
		}
		fmt.Fprintf(texts[meeting], "%s/%s=%s\n", part, l.key, l.value)
		if c.pages[l.page] == nil {
			c.pages[l.page] = map[spot]bool{}
		}
		c.pages[l.page][spot{meeting, c.itemOf(at, meeting)}] = true
	}
	pages.page(last.root, nil, nil, 0)
	for meeting, text := range texts {
		c.bytes[meeting] = text.String()
	}
}

// itemOf is the item that a record is of; 0: it is of the meeting as a whole.
func (c *corpus) itemOf(at placeOf, meeting agenda.Key) agenda.ID {
	id, err := idOf(at.key)
	if err != nil {
		return 0
	}
	r := c.meetings[meeting].Record
	if strings.Contains(at.key, "/i/") {
		return id
	}
	if at.bucket == closedBucket {
		id = id.AsClosed()
	}
	it, _, ok := r.Find(id)
	if !ok {
		return 0
	}
	return it.ID
}

// hit is the items of which something stands on a page that was changed.
func (c *corpus) hit(damaged []byte) map[spot]bool {
	hit, page := map[spot]bool{}, os.Getpagesize()
	for no := range len(c.whole) / page {
		at := no * page
		if at+page <= len(damaged) && bytes.Equal(damaged[at:at+page], c.whole[at:at+page]) {
			continue
		}
		for of := range c.pages[uint64(no)] {
			hit[of] = true
		}
	}
	return hit
}

// result is what came of one damaged file.
type result struct {
	refused, told, wrong, silent, bare bool

	others, usable, editable int // items that were not hit, those that are as they were, those that can be minuted
	took                     time.Duration
}

// sums is what came of many.
type sums struct{ n, refused, told, wrong, silent, bare, open, others, usable, editable int }

func (s *sums) add(r result) {
	s.n++
	s.bare += one(r.bare)
	s.refused += one(r.refused)
	s.told += one(r.told)
	s.wrong += one(r.wrong)
	s.silent += one(r.silent)
	s.open += one(!r.refused)
	s.others, s.usable, s.editable = s.others+r.others, s.usable+r.usable, s.editable+r.editable
}

func (s sums) String() string {
	part := func(n int) float64 { return 100 * float64(n) / float64(max(1, s.others)) }
	return fmt.Sprintf("%d files: %d refused, %d told of, %d with another text, %d of them without a word (bbolt alone: %d); of the items that were not hit %.2f%% are as they were, %.2f%% can be minuted",
		s.n, s.refused, s.told, s.wrong, s.silent, s.bare, part(s.usable), part(s.editable))
}

// try does with a damaged file all that people do with a book.
func (c *corpus) try(t *testing.T, path string, damaged []byte) (r result) {
	t.Helper()
	if err := os.WriteFile(path, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Remove(path) }()
	began, hit := time.Now(), c.hit(damaged)
	v, err := OpenReadOnly(path)
	if err != nil {
		r.refused, r.told = true, true
		if !errors.Is(err, ErrNotBook) {
			t.Errorf("refused for viewing, but with %v", err)
		}
	} else {
		c.read(v, hit, &r)
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
		c.read(b, hit, &again)
		_ = b.Close()
		// bbolt follows an element out of its page. What it finds there depends on
		// where the file lies in memory: one finds what no checksum fits, the other
		// nothing at all. Both say so.
		if again.usable != r.usable {
			t.Logf("viewed, %d items are as they were, and opened %d", r.usable, again.usable)
		}
	} else if !errors.Is(err, ErrNotBook) {
		t.Errorf("refused, but with %v", err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, damaged) {
		t.Error("looking changed the file")
	}
	c.write(path, hit, &r)
	r.took = time.Since(began)
	r.silent = r.wrong && !r.told
	return r
}

// read reads every meeting and counts the items that are as they were. Whose
// bytes are all the same is not decoded again: that gives the same.
func (c *corpus) read(b *Book, hit map[spot]bool, r *result) {
	for key, want := range c.meetings {
		var got agenda.Snapshot
		text, err := meetingText(b, key)
		if err == nil && text == c.bytes[key] {
			got = want
		} else if got, err = b.Load(ctx, key); err != nil || len(got.Damage) > 0 {
			r.told = true
		} else if !reflect.DeepEqual(got, want) {
			r.wrong = true
		}
		c.count(got, want, hit, r)
	}
	all, err := lists(b)
	if err != nil {
		r.told = true
	} else if !reflect.DeepEqual(all, c.lists) {
		r.wrong = true
	}
}

// count counts the items of a meeting that were not hit, and those of them that
// are as they were.
func (c *corpus) count(got, want agenda.Snapshot, hit map[spot]bool, r *result) (usable int) {
	key := want.Record.Open.Key
	for _, it := range want.Record.Open.Items {
		if hit[spot{key, it.ID}] {
			continue
		}
		r.others++
		now, ok := got.Record.Open.Item(it.ID)
		same := ok && (now == it || reflect.DeepEqual(now, it)) && reflect.DeepEqual(got.Record.Closed.Items[it.ID], want.Record.Closed.Items[it.ID])
		usable += one(same)
	}
	r.usable += usable
	return usable
}

// meetingText is the bytes of a meeting, read as loading it does.
func meetingText(b *Book, meeting agenda.Key) (string, error) {
	var text strings.Builder
	err := b.view(ctx, func(tx reader) error {
		text.Reset()
		prefix := meetingPrefix(meeting)
		for _, in := range []bucket{closedBucket, recordBucket} {
			err := tx.Scan(in, prefix, end(prefix), func(key string, value []byte) error {
				fmt.Fprintf(&text, "%s/%s=%s\n", in, key, value)
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return text.String(), err
}

// write goes on with the meetings that were hit and some others, and counts the
// items that can be minuted.
func (c *corpus) write(path string, hit map[spot]bool, r *result) {
	b, err := Open(path)
	if err != nil {
		return
	}
	defer func() { _ = b.Close() }()
	tried := map[agenda.Key]bool{"meeting-0": true, "meeting-31": true, "meeting-59": true}
	for of := range hit {
		tried[of.meeting] = true
	}
	for key, want := range c.meetings {
		var mine result
		text, err := meetingText(b, key)
		if sound := err == nil && text == c.bytes[key]; sound && !tried[key] {
			r.editable += c.count(want, want, hit, &mine)
			continue
		}
		at, err := b.Load(ctx, key)
		if err != nil {
			continue
		}
		usable := c.count(at, want, hit, &mine)
		for _, it := range at.Record.Open.Items {
			next, _, err := at.Record.Add(it.ID, agenda.Entry{Kind: agenda.Comment, Text: "Go on."})
			if err != nil {
				continue
			}
			if _, err := b.Save(ctx, at, next); err == nil {
				r.editable += usable
				break
			}
		}
	}
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
