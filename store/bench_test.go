package store

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"minutebook/agenda"
)

// recorder notes what a transaction puts.
type recorder struct {
	engine
	puts []pair
}

type pair struct {
	bucket bucket
	key    string
	value  []byte
}

func (r *recorder) Update(fn func(writer) error) error {
	return r.engine.Update(func(tx writer) error {
		r.puts = nil
		return fn(&recorderTx{tx, r})
	})
}

type recorderTx struct {
	writer
	to *recorder
}

func (tx *recorderTx) Put(b bucket, key string, value []byte) error {
	tx.to.puts = append(tx.to.puts, pair{b, key, value})
	return tx.writer.Put(b, key, value)
}

// sitting is a meeting of eleven items and a roster of twenty, with n entries in
// the item that is being minuted.
func sitting(n int) agenda.Record {
	m := agenda.Meeting{Key: "01jp0sitting", Body: "nhc", Kind: "Ordinary", Start: "2026-03-12T18:00", Place: "Guildhall, Northmoor"}
	for i := range 20 {
		m.Roster = append(m.Roster, agenda.Attendee{Title: "Cllr", Name: fmt.Sprintf("Member %d", i), Voting: true})
	}
	m.Items = append(m.Items, &agenda.Item{Kind: agenda.KindOpening})
	for i := range 11 {
		m.Items = append(m.Items, &agenda.Item{Level: 1, Number: fmt.Sprint(i + 1), Title: "A matter for the committee"})
	}
	r := agenda.New(m)
	for range n {
		r = spoken(r)
	}
	return r
}

func spoken(r agenda.Record) agenda.Record {
	next, _, err := r.Add(r.Open.Items[4].ID, agenda.Entry{Kind: agenda.Question, Text: strings.Repeat("What effect would the winter tides have? ", 5)})
	if err != nil {
		panic(err)
	}
	return next
}

func benchBook(b *testing.B) *Book {
	b.Helper()
	book, err := Create(filepath.Join(b.TempDir(), "bench.book"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = book.Close() })
	return book
}

// accepting is a book with a meeting to which entries are added one at a time.
// Each is struck again, off the clock, so that the item does not grow.
type accepting struct {
	book *Book
	rec  *recorder
	base agenda.Record
	at   agenda.Snapshot
}

type accepted struct {
	took time.Duration
	puts []pair
}

func newAccepting(b *testing.B, n int) *accepting { return acceptingIn(b, benchBook(b), n) }

func acceptingIn(b *testing.B, book *Book, n int) *accepting {
	b.Helper()
	a := &accepting{book: book, base: sitting(n)}
	a.save(b, a.base)
	a.rec = &recorder{engine: book.kv}
	book.kv = a.rec
	return a
}

func (a *accepting) save(b *testing.B, next agenda.Record) {
	b.Helper()
	var err error
	if a.at, err = a.book.Save(context.Background(), a.at, next); err != nil {
		b.Fatal(err)
	}
}

func (a *accepting) step(b *testing.B) accepted {
	b.Helper()
	next := spoken(a.base)
	start := time.Now()
	a.save(b, next)
	out := accepted{time.Since(start), a.rec.puts}
	a.base.Open.Next = next.Open.Next
	a.save(b, a.base)
	return out
}

// BenchmarkAccept is one entry more in an item, on the disk.
func BenchmarkAccept(b *testing.B) {
	for _, n := range []int{20, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { newAccepting(b, n).run(b) })
	}
}

// BenchmarkAcceptMemory is the part of it that is ours, without the disk.
func BenchmarkAcceptMemory(b *testing.B) {
	for _, n := range []int{20, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { acceptingIn(b, Memory(), n).run(b) })
	}
}

func (a *accepting) run(b *testing.B) {
	var last accepted
	var total time.Duration
	for b.Loop() {
		last = a.step(b)
		total += last.took
	}
	size := 0
	for _, p := range last.puts {
		size += len(p.key) + len(p.value)
	}
	b.ReportMetric(float64(total.Nanoseconds())/float64(b.N), "ns/op") // without the striking
	b.ReportMetric(float64(len(last.puts)), "puts/op")
	b.ReportMetric(float64(size), "bytes/op")
}

// BenchmarkBareUpdate is the measure for BenchmarkAccept: what it puts, into a
// bare bbolt bucket; as one value, and value by value.
func BenchmarkBareUpdate(b *testing.B) {
	puts := newAccepting(b, 20).step(b).puts
	var all []byte
	for _, p := range puts {
		all = append(append(all, p.key...), p.value...)
	}
	for name, puts := range map[string][]pair{"one": {{key: "e", value: all}}, "same": puts} {
		b.Run(name, func(b *testing.B) {
			put := newBare(b, puts)
			for b.Loop() {
				put()
			}
		})
	}
}

// newBare makes a bare bbolt file and returns what puts the pairs into it, the
// entry under a new key each time.
func newBare(b *testing.B, puts []pair) func() time.Duration {
	b.Helper()
	db, err := bolt.Open(filepath.Join(b.TempDir(), "bare"), 0o600, &bolt.Options{FreelistType: bolt.FreelistMapType})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	name := []byte("bare")
	if err = db.Update(func(tx *bolt.Tx) error { _, err := tx.CreateBucket(name); return err }); err != nil {
		b.Fatal(err)
	}
	n := 0
	return func() time.Duration {
		n++
		start := time.Now()
		err := db.Update(func(tx *bolt.Tx) error {
			in := tx.Bucket(name)
			for _, p := range puts {
				key := string(p.bucket) + p.key
				if len(puts) == 1 || strings.Contains(key, "/e/") {
					key = fmt.Sprintf("%s%010d", key, n)
				}
				if err := in.Put([]byte(key), p.value); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		return time.Since(start)
	}
}

// BenchmarkAcceptRatio does all three in turn and compares their medians: on a
// machine that others use too, only that tells something.
func BenchmarkAcceptRatio(b *testing.B) {
	small, large := newAccepting(b, 20), newAccepting(b, 2000)
	put := newBare(b, small.step(b).puts)
	var times [3][]time.Duration
	for b.Loop() {
		times[0] = append(times[0], put())
		times[1] = append(times[1], small.step(b).took)
		times[2] = append(times[2], large.step(b).took)
	}
	var median [3]float64
	for i := range times {
		slices.Sort(times[i])
		median[i] = float64(times[i][len(times[i])/2].Nanoseconds())
	}
	b.ReportMetric(median[0], "bare-ns")
	b.ReportMetric(median[1]/median[0], "20/bare")
	b.ReportMetric(median[2]/median[0], "2000/bare")
	b.ReportMetric(median[2]/median[1], "2000/20")
}
