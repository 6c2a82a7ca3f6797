package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

var ctx = context.Background()

// dump is every value of some buckets, by key.
func dump(t interface{ Fatalf(string, ...any) }, b *Book, in ...bucket) map[string]string {
	out := map[string]string{}
	err := b.view(ctx, func(tx reader) error {
		for _, name := range in {
			err := tx.Scan(name, "", "\xff", func(key string, value []byte) error {
				out[string(name)+"/"+key] = string(value)
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatalf("dump: %v", err)
	}
	return out
}

// TestClosedDoesNotShow: whatever the clerk notes, the public buckets hold the
// same, but for the revision.
func TestClosedDoesNotShow(t *testing.T) {
	rev := regexp.MustCompile(`^{"v":1,"rev":"[^"]*"`)
	rapid.Check(t, func(rt *rapid.T) {
		r := agendatest.Record(rt)
		without := r
		without.Closed = agenda.Closed{}
		var public []map[string]string
		for _, record := range []agenda.Record{r, without} {
			b := Memory()
			b.nonce = func() string { return "NONCE" }
			at, err := b.Save(ctx, agenda.Snapshot{}, record)
			if err != nil {
				rt.Fatalf("save: %v", err)
			}
			noted := record
			if len(record.Closed.Items) > 0 {
				noted, _, err = record.Add(record.Open.Items[0].ID, agenda.Entry{Kind: agenda.Note, Text: "QZXCANARY"})
			}
			if _, err2 := b.Save(ctx, at, noted); errors.Join(err, err2) != nil {
				rt.Fatalf("save a note: %v, %v", err, err2)
			}
			got := dump(rt, b, recordBucket, derivedBucket)
			for key, value := range got {
				if text := value[envelope:]; rev.MatchString(text) {
					got[key] = rev.ReplaceAllString(text, "") // without the checksum, which covers it
				}
				if strings.Contains(value, "QZXCANARY") {
					rt.Fatalf("%s shows a note", key)
				}
			}
			public = append(public, got)
		}
		if !reflect.DeepEqual(public[0], public[1]) {
			rt.Fatalf("with notes:\n%q\nwithout:\n%q", public[0], public[1])
		}
	})
}

// TestReadableBytes pins what a book looks like to somebody without the program.
func TestReadableBytes(t *testing.T) {
	b := Memory()
	b.nonce = func() string { return "NONCE" }
	r := agenda.New(agenda.Meeting{Key: "m1", Body: "nhc", Start: "2026-03-12T18:00", Items: []*agenda.Item{{Kind: agenda.KindOpening}, {Level: 1, Number: "4", Title: "Dredging"}}})
	for _, e := range []agenda.Entry{
		{Kind: agenda.Question, Text: "Is <b> & “c” kept?"},
		{Kind: agenda.Resolved, Resolution: &agenda.Resolution{Parts: []agenda.Point{{Text: "Yes."}}}},
		{Kind: agenda.ToDo, Text: "see to it", Action: &agenda.Action{Due: "2026-06-11"}},
		{Kind: agenda.Note, Text: "mind the gap"},
	} {
		var err error
		if r, _, err = r.Add(r.Open.Items[1].ID, e); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := b.Save(ctx, agenda.Snapshot{}, r); err != nil {
		t.Fatal(err)
	}
	if err := b.SaveBody(ctx, agenda.Body{Key: "nhc", Name: "Harbour", Code: "NHC"}); err != nil {
		t.Fatal(err)
	}
	var got []string
	for key, value := range dump(t, b, recordBucket, closedBucket, derivedBucket, closedDerivedBucket) {
		got = append(got, key+" "+value[envelope:])
	}
	slices.Sort(got)
	want := []string{
		`closed-derived/todo/m1 1`,
		`closed/m/m1/e/0000000001 {"v":1,"after":5,"id":2147483649,"kind":"note","text":"mind the gap"}`,
		`closed/m/m1/h {"v":1,"sum":"b11fb0080b950fbf","next":2147483650}`,
		`closed/m/m1/i/0000000002 {"v":1,"order":"1"}`,
		`derived/a/open/2026-06-11/m1/0000000005 {"v":1,"of":"nhc","ref":{"meeting":"m1","entry":5},"code":"","body":"","date":"2026-03-12","item":"4","title":"Dredging","text":"see to it","due":"2026-06-11"}`,
		`derived/code/NHC "nhc"`,
		`derived/date/2026-03-12/m1 {"v":1,"key":"m1","body":"nhc","code":"","name":"","start":"2026-03-12T18:00","items":1,"entries":3}`,
		`derived/r/7973-96-87/m1/0000000004 {"v":1,"of":"nhc","ref":{"meeting":"m1","entry":4},"code":"","body":"","date":"2026-03-12","item":"4","title":"Dredging","parts":[{"text":"Yes."}]}`,
		`derived/todo/m1 1`,
		`record/b/nhc {"v":1,"key":"nhc","name":"Harbour","code":"NHC"}`,
		`record/m/m1/e/0000000003 {"v":1,"id":3,"kind":"question","text":"Is <b> & “c” kept?"}`,
		`record/m/m1/e/0000000004 {"v":1,"id":4,"kind":"resolution","resolution":{"parts":[{"text":"Yes."}]}}`,
		`record/m/m1/e/0000000005 {"v":1,"id":5,"kind":"action","text":"see to it","action":{"due":"2026-06-11"}}`,
		`record/m/m1/h {"v":1,"rev":"1-NONCE","sum":"65b0a90757f75135","order":"1-2","key":"m1","body":"nhc","start":"2026-03-12T18:00","next":6}`,
		`record/m/m1/i/0000000001 {"v":1,"id":1,"kind":"opening"}`,
		`record/m/m1/i/0000000002 {"v":1,"order":"3-5","id":2,"level":1,"number":"4","title":"Dredging"}`,
		`record/m/m1/life {"v":1,"draft":1}`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestFewPuts: an ordinary save stays far below what an engine takes in one
// transaction, however long the meeting.
func TestFewPuts(t *testing.T) {
	b := Memory()
	at, err := b.Save(ctx, agenda.Snapshot{}, sitting(2000))
	if err != nil {
		t.Fatal(err)
	}
	rec := &recorder{engine: b.kv}
	b.kv = rec
	next := spoken(at.Record)
	if _, err = b.Save(ctx, at, next); err != nil {
		t.Fatal(err)
	}
	if len(rec.puts) > 8 { // two of them for the history, one for the sums
		t.Errorf("accepting an entry took %d puts", len(rec.puts))
	}
}

func TestOrder(t *testing.T) {
	if got := orderText([]agenda.ID{2, 3, 4, 5, 16, 15, 1}); got != "2-5 16 15 1" {
		t.Errorf("order %q", got)
	}
	rapid.Check(t, func(rt *rapid.T) {
		ids := rapid.SliceOf(rapid.Map(rapid.Uint32Range(0, 40), func(n uint32) agenda.ID { return agenda.ID(n) })).Draw(rt, "ids")
		if got, err := orderIDs(orderText(ids)); err != nil || !slices.Equal(got, ids) {
			rt.Fatalf("%v: %q gives %v, %v", ids, orderText(ids), got, err)
		}
	})
	for _, forged := range []string{"1-4294967295", "x", "5-2", "1-", "-", "99999999999", strings.Repeat("1-1000000 ", 9)} {
		if ids, err := orderIDs(forged); !errors.Is(err, ErrDamaged) {
			t.Errorf("%q gives %d IDs, %v", forged, len(ids), err)
		}
	}
}

func TestNewerSchema(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.book")
	b, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err = b.Save(ctx, agenda.Snapshot{}, sitting(3)); err != nil {
		t.Fatal(err)
	}
	newer := b.kv.Update(func(tx writer) error { return put(tx, metaBucket, schemaKey, Schema+1) })
	if err := errors.Join(newer, b.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); !errors.Is(err, ErrNewer) {
		t.Errorf("open: %v", err)
	}
	view, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = view.Close() }()
	if all, err := view.Meetings(ctx); err != nil || len(all) != 1 {
		t.Errorf("viewing: %v, %v", all, err)
	}
}

func TestEnvelope(t *testing.T) {
	value, err := seal(recordBucket, "b/1", "five")
	if err != nil {
		t.Fatal(err)
	}
	for i := range value {
		flipped := bytes.Clone(value)
		flipped[i] ^= 4
		if _, err := check(recordBucket, "b/1", flipped); !errors.Is(err, ErrDamaged) {
			t.Errorf("byte %d changed: %v", i, err)
		}
	}
	for where, err := range map[string]error{
		"another key":    second(check(recordBucket, "b/2", value)),
		"another bucket": second(check(closedBucket, "b/1", value)),
		"cut short":      second(check(recordBucket, "b/1", value[:3])),
	} {
		if !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", where, err)
		}
	}
}

func second(_ []byte, err error) error { return err }

func TestKeysSort(t *testing.T) {
	ref := agenda.Ref{Meeting: "m", Entry: 7}
	for _, keys := range [][]string{
		{entryKey("m", 9), entryKey("m", 10), entryKey("m", 4294967295)},
		{decisionKey("2027-01-02", ref), decisionKey("2026-12-31", ref), decisionKey("1999-01-01", ref), decisionKey("", ref)},
		{taskKey("", "2026-01-02", ref), taskKey("Open", "2026-11-01", ref), taskKey("", "the next meeting", ref)},
	} {
		if !slices.IsSorted(keys) {
			t.Errorf("out of order: %q", keys)
		}
	}
	odd := agenda.Ref{Meeting: "a/b %~", Entry: 3}
	if got, err := refOf(taskKey("in/progress", "", odd)); err != nil || got != odd {
		t.Errorf("ref = %v, %v", got, err)
	}
	if strings.Count(headKey("a/b"), "/") != 2 {
		t.Error("a slash in a key of a meeting is a slash in a key of the book")
	}
	if fmt.Sprint(wordsOf(codeKey("N/H ü"))) != "N/H Ü" {
		t.Error("words of a key")
	}
}
