package store_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"minutebook/agenda"
	"minutebook/store"
)

var ctx = context.Background()

// long is a meeting that fills some pages.
func long() agenda.Record {
	r := agenda.New(agenda.Meeting{Key: "m1", Body: "nhc", Start: "2026-03-12", Items: []*agenda.Item{{Kind: agenda.KindOpening}, {Level: 1, Number: "4", Title: "Dredging"}}})
	for range 150 {
		r = more(r, strings.Repeat("The winter tides were discussed. ", 10))
	}
	return r
}

func more(r agenda.Record, text string) agenda.Record {
	next, _, err := r.Add(r.Open.Items[1].ID, agenda.Entry{Kind: agenda.Narrative, Text: text})
	if err != nil {
		panic(err)
	}
	return next
}

// filled makes a book of one long meeting, closed again, and returns its bytes.
func filled(t testing.TB) (path string, whole []byte, at agenda.Snapshot) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "a.book")
	b, err := store.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err = b.SaveBody(ctx, agenda.Body{Key: "nhc", Name: "Northmoor Harbour Committee", Code: "NHC"}); err != nil {
		t.Fatal(err)
	}
	if at, err = b.Save(ctx, agenda.Snapshot{}, long()); err != nil {
		t.Fatal(err)
	}
	if err = b.Close(); err != nil {
		t.Fatal(err)
	}
	if whole, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	return path, whole, at
}

func TestOpenRefuses(t *testing.T) {
	path, whole, _ := filled(t)
	folder := filepath.Dir(path)
	file := func(name string, content []byte) string {
		p := filepath.Join(folder, name)
		if err := os.WriteFile(p, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return p
	}
	foreign := filepath.Join(folder, "foreign.db")
	db, err := bolt.Open(foreign, 0o600, nil)
	if err = errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	bad := bytes.Clone(whole)
	bad[16+40] ^= 1        // pages, in the first meta page
	bad[4096*1+16+40] ^= 1 // and in the second
	public := filepath.Join(folder, "public")
	if err := errors.Join(os.Mkdir(public, 0o700), os.Chmod(public, 0o777), os.Symlink(path, filepath.Join(public, "link"))); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		path string
		want error
	}{
		"missing":                {filepath.Join(folder, "none.book"), store.ErrNoBook},
		"missing folder":         {filepath.Join(folder, "none", "none.book"), store.ErrNoBook},
		"empty":                  {file("empty", nil), store.ErrNotBook},
		"text":                   {file("text", bytes.Repeat([]byte("These are not minutes. "), 900)), store.ErrNotBook},
		"zeros":                  {file("zeros", make([]byte, 64<<10)), store.ErrNotBook},
		"SQLite":                 {file("sqlite", append([]byte("SQLite format 3\x00"), make([]byte, 8<<10)...)), store.ErrNotBook},
		"short":                  {file("short", whole[:40]), store.ErrNotBook},
		"another bbolt file":     {foreign, store.ErrNotBook},
		"both meta pages":        {file("meta", bad), store.ErrNotBook},
		"a folder":               {folder, store.ErrNotBook},
		"a link others may make": {filepath.Join(public, "link"), store.ErrNotBook},
	} {
		before, _ := os.ReadFile(tt.path)
		for how, open := range map[string]func(string) (*store.Book, error){"": store.Open, " for viewing": store.OpenReadOnly} {
			if b, err := open(tt.path); !errors.Is(err, tt.want) {
				t.Errorf("open%s, %s: %v, %v; want %v", how, name, b, err, tt.want)
			}
		}
		if after, _ := os.ReadFile(tt.path); !bytes.Equal(before, after) {
			t.Errorf("%s: the refused file was changed", name)
		}
	}
}

func TestOpenFollowsOwnLink(t *testing.T) {
	path, _, at := filled(t)
	link := filepath.Join(t.TempDir(), "link.book")
	if err := errors.Join(os.Chmod(filepath.Dir(link), 0o700), os.Symlink(path, link)); err != nil {
		t.Skip(err)
	}
	if got, err := reopen(t, link).Load(ctx, "m1"); err != nil || !reflect.DeepEqual(got, at) {
		t.Errorf("load through a link: %v", err)
	}
}

func TestCutFiles(t *testing.T) {
	path, whole, _ := filled(t)
	for n := range 48 {
		size := int64(len(whole)) * int64(n) / 48
		if err := errors.Join(os.WriteFile(path, whole, 0o600), os.Truncate(path, size)); err != nil {
			t.Fatal(err)
		}
		b, err := store.Open(path)
		if err == nil { // cut in the tail that nothing uses
			_, err = b.Load(ctx, "m1")
			err = errors.Join(err, b.Close())
		} else if !errors.Is(err, store.ErrNotBook) {
			t.Errorf("cut to %d bytes: open: %v", size, err)
			continue
		}
		if err != nil && !errors.Is(err, store.ErrNotBook) {
			t.Errorf("cut to %d bytes: %v", size, err)
		}
	}
}

// TestFlippedBytes damages one byte at a time: no crash, and no text other than
// what was saved without a word about it.
func TestFlippedBytes(t *testing.T) {
	path, whole, at := filled(t)
	random := rand.New(rand.NewPCG(1, 2))
	told := 0
	for range 300 {
		flipped := bytes.Clone(whole)
		i := random.IntN(len(flipped))
		flipped[i] ^= byte(1 + random.IntN(255))
		if err := os.WriteFile(path, flipped, 0o600); err != nil {
			t.Fatal(err)
		}
		b, err := store.Open(path)
		if err != nil {
			told++
			continue
		}
		got, err := b.Load(ctx, "m1")
		_, _ = b.Meetings(ctx)
		_, _ = b.Register(ctx, agenda.Query{})
		_, _ = b.Bodies(ctx)
		switch {
		case err != nil || len(got.Damage) > 0:
			told++
		case got.Revision == at.Revision && !reflect.DeepEqual(got, at):
			t.Errorf("byte %d: another text was shown as sound", i)
		}
		if err := b.Close(); err != nil && !errors.Is(err, store.ErrNotBook) {
			t.Errorf("byte %d: close: %v", i, err)
		}
	}
	if told == 0 {
		t.Error("no flip was noticed: the test tests nothing")
	}
}

func TestLocked(t *testing.T) {
	b := create(t)
	if _, err := store.Open(b.Path()); !errors.Is(err, store.ErrLocked) {
		t.Errorf("open a book that is open: %v", err)
	}
	if _, err := b.Save(ctx, agenda.Snapshot{}, long()); err != nil {
		t.Errorf("save after others knocked: %v", err)
	}
}

func TestViewing(t *testing.T) {
	path, whole, at := filled(t)
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	b, err := store.OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := b.Load(ctx, "m1"); err != nil || !reflect.DeepEqual(got, at) {
		t.Errorf("load: %v", err)
	}
	if _, err := b.Save(ctx, at, more(at.Record, "No.")); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("save: %v", err)
	}
	if err := b.SaveBody(ctx, agenda.Body{Key: "b"}); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("save a body: %v", err)
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, whole) {
		t.Error("viewing changed the file")
	}
}

func TestCreate(t *testing.T) {
	b := create(t)
	for path, want := range map[string]fs.FileMode{b.Path(): 0o600, filepath.Dir(b.Path()): fs.ModeDir | 0o700} {
		if info, err := os.Stat(path); err != nil || info.Mode() != want {
			t.Errorf("%s: %v, %v; want %v", path, info.Mode(), err, want)
		}
	}
	if _, err := store.Create(b.Path()); !errors.Is(err, store.ErrExists) {
		t.Errorf("create over a book: %v", err)
	}
	other := filepath.Join(filepath.Dir(b.Path()), "letter.txt")
	if err := os.WriteFile(other, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Create(other); !errors.Is(err, store.ErrExists) {
		t.Errorf("create over an empty file: %v", err)
	}
	all, err := os.ReadDir(filepath.Dir(b.Path()))
	if err != nil || len(all) != 3 { // the book, who has it open, the letter
		t.Errorf("left behind: %v, %v", all, err)
	}
}

func TestClosedBook(t *testing.T) {
	for _, b := range []*store.Book{store.Memory(), create(t)} {
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Save(ctx, agenda.Snapshot{}, long()); err == nil {
			t.Error("a closed book took a meeting")
		}
		if _, err := b.Meetings(ctx); err == nil {
			t.Error("a closed book was read")
		}
	}
}
