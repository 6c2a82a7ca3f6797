package store

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// childCheck names the file to a child process of the test that checks pages.
const childCheck = "MINUTEBOOK_TEST_CHILD_CHECK"

func child(ctx context.Context, file string) *exec.Cmd {
	c := exec.CommandContext(ctx, os.Args[0])
	c.Env = append(os.Environ(), childCheck+"="+file)
	return c
}

// TestSoundBooksPass: whatever is kept, the check has nothing to say of it.
func TestSoundBooksPass(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.book")
	b, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = b.Close() }()
	at := map[agenda.Key]agenda.Snapshot{}
	rapid.Check(t, func(rt *rapid.T) {
		r := agendatest.Record(rt)
		r.Open.Key = agenda.Key(rapid.SampledFrom([]string{"m1", "m/2", "m"}).Draw(rt, "meeting"))
		now, err := b.Save(ctx, at[r.Open.Key], r)
		if err != nil {
			rt.Fatal(err)
		}
		at[r.Open.Key] = now
		report, err := Check(ctx, path, nil)
		if err != nil || len(report.Faults) > 0 || report.Meetings != len(at) {
			rt.Fatalf("%+v, %v", report, err)
		}
	})
	if report, err := Check(ctx, path, child); err != nil || len(report.Faults) > 0 {
		t.Errorf("with the pages: %+v, %v", report, err)
	}
}

// TestCheckTells: each sort of damage is reported, in its place.
func TestCheckTells(t *testing.T) {
	r := sitting(6)
	r, _, err := r.Add(r.Open.Items[4].ID, agenda.Entry{Kind: agenda.ToDo, Text: "see to it", Action: &agenda.Action{Due: "2026-06-11"}})
	if err != nil {
		t.Fatal(err)
	}
	m, entry := r.Open.Key, r.Open.Items[4].Entries[2].ID
	raw := func(do func(tx writer) error) func(*Book) error {
		return func(b *Book) error { return b.kv.Update(do) }
	}
	for name, tt := range map[string]struct {
		do    func(b *Book) error
		where string
	}{
		"an entry":        {func(b *Book) error { damage(t, b, recordBucket, entryKey(m, entry)); return nil }, "item 4, entry 3"},
		"a body":          {func(b *Book) error { damage(t, b, recordBucket, bodyKey("nhc")); return nil }, "a body"},
		"a line":          {func(b *Book) error { damage(t, b, derivedBucket, dateKey("2026-03-12", m)); return nil }, "a line of the lists"},
		"the sums":        {func(b *Book) error { damage(t, b, metaBucket, sumsKey); return nil }, "what the book says of itself"},
		"a body gone":     {raw(func(tx writer) error { return tx.Delete(recordBucket, bodyKey("nhc")) }), "the list of meetings and bodies"},
		"a life gone":     {raw(func(tx writer) error { return tx.Delete(recordBucket, lifeKey(m)) }), "the public minutes"},
		"a line gone":     {raw(func(tx writer) error { return tx.Delete(derivedBucket, dateKey("2026-03-12", m)) }), "the lists"},
		"a line too many": {raw(func(tx writer) error { return put(tx, derivedBucket, dateKey("2026-03-13", "x"), version) }), "the meeting"},
	} {
		t.Run(name, func(t *testing.T) {
			b, err := Create(filepath.Join(t.TempDir(), "a.book"))
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = b.Close() }()
			_, err = b.Save(ctx, agenda.Snapshot{}, r)
			if err = errors.Join(err, b.SaveBody(ctx, agenda.Body{Key: "nhc", Name: "Harbour", Code: "NHC"}), tt.do(b)); err != nil {
				t.Fatal(err)
			}
			report, err := Check(ctx, b.path, child)
			if err != nil || len(report.Faults) == 0 || report.Faults[0].Where != tt.where {
				t.Fatalf("%+v, %v", report, err)
			}
		})
	}
}

// TestCheckOfAChild: however the look at the pages ends, it is said in words.
func TestCheckOfAChild(t *testing.T) {
	b, _, _ := minuted(t)
	shell := func(script string) func(context.Context, string) *exec.Cmd {
		return func(ctx context.Context, _ string) *exec.Cmd { return exec.CommandContext(ctx, "sh", "-c", script) }
	}
	defer func(limit time.Duration) { checkLimit = limit }(checkLimit)
	for script, want := range map[string]string{
		"exit 0":                       "",
		"echo page 7 is odd; exit 1":   "page 7: it is not as it was written",
		"kill -9 $$":                   "crashed",
		"exit 2":                       "crashed",
		"exec sleep 100":               "does not come to an end",
		"yes | head -c 300000; exit 1": "a page: it is not as it was written",
	} {
		if checkLimit = time.Minute; strings.Contains(script, "sleep") {
			checkLimit = time.Second
		}
		report, err := Check(ctx, b.path, shell(script))
		got := ""
		if len(report.Faults) > 0 {
			got = report.Faults[0].What
		}
		if err != nil || !strings.Contains(got, want) || (got == "") != (want == "") {
			t.Errorf("%s: %q, %v", script, got, err)
		}
	}
	if _, err := Check(ctx, b.path, func(ctx context.Context, _ string) *exec.Cmd { return exec.CommandContext(ctx, "/no/such/program") }); err == nil {
		t.Error("a check that could not be made was passed over")
	}
	ended, end := context.WithCancel(ctx)
	end()
	if _, err := Check(ended, b.path, child); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
