package store

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"

	"minutebook/agenda"
)

// olderBooks are books as earlier builds wrote them: the first one, without sums,
// history and some lines of the lists, and the last with the number 1.
var olderBooks = []string{"schema1-first", "schema1-last"}

// older unpacks a book of before.
func older(t testing.TB, name string) (path string) {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name+".book.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	unpacked, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(unpacked)
	path = filepath.Join(t.TempDir(), "a.book")
	if err := errors.Join(err, os.WriteFile(path, text, 0o600)); err != nil {
		t.Fatal(err)
	}
	return path
}

// asWritten is the meetings of a book of before as its file has them.
func asWritten(t testing.TB, path string) map[agenda.Key]agenda.Record {
	t.Helper()
	kv, _, _, err := copyOnce(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = kv.Close() }()
	out := map[agenda.Key]agenda.Record{}
	err = kv.View(func(tx reader) error {
		keys, err := meetingsIn(tx)
		for _, key := range keys {
			s, lost := load(tx, key)
			err = errors.Join(err, lost)
			out[key] = s.Record
		}
		return err
	})
	if err != nil || len(out) != 2 {
		t.Fatalf("%d meetings: %v", len(out), err)
	}
	return out
}

func sameMinutes(t testing.TB, b *Book, want map[agenda.Key]agenda.Record) {
	t.Helper()
	for key, r := range want {
		s, err := b.Load(ctx, key)
		if err != nil || len(s.Damage) > 0 || !reflect.DeepEqual(s.Record, r) {
			t.Errorf("%s is another, %v, %v", key, err, s.Damage)
		}
		if _, err := b.History(ctx, key); err != nil {
			t.Error(err)
		}
		err = b.kv.View(func(tx reader) error {
			_, sum, err := revision(tx, key)
			if _, ok := readTally(sum); !ok {
				t.Errorf("%s has the sum %q", key, sum)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func sound(t testing.TB, path string) {
	t.Helper()
	report, err := Check(ctx, path, nil)
	if err != nil || len(report.Faults) > 0 || report.Meetings != 2 {
		t.Errorf("check: %+v, %v", report, err)
	}
}

// TestUpgrade: a book of before is copied, then brought up to date, once; what it
// says stays. Who only looks reads it as it is to be and leaves it alone.
func TestUpgrade(t *testing.T) {
	for _, name := range olderBooks {
		t.Run(name, func(t *testing.T) {
			path := older(t, name)
			before, _ := os.ReadFile(path)
			want := asWritten(t, path)
			view, err := OpenReadOnly(path)
			if err != nil {
				t.Fatal(err)
			}
			sameMinutes(t, view, want)
			if n, err := schema(view.kv); n != Schema || err != nil {
				t.Errorf("a viewer reads layout %d, %v", n, err)
			}
			sound(t, path)
			if now, _ := os.ReadFile(path); !bytes.Equal(now, before) || view.Close() != nil {
				t.Error("looking changed the book")
			}
			for _, first := range []bool{true, false} {
				b, err := Open(path)
				if err != nil {
					t.Fatal(err)
				}
				sameMinutes(t, b, want)
				tasks, err := b.Actions(ctx, agenda.Query{})
				if err != nil || tasks.Total != 2 || (b.Upgraded() != "") != first {
					t.Errorf("%d actions, %v; the copy is %q", tasks.Total, err, b.Upgraded())
				}
				if err := b.Close(); err != nil {
					t.Fatal(err)
				}
				sound(t, path)
			}
			list, err := Snapshots(path)
			if err != nil || len(list) != 1 || list[0].Why != BeforeUpgrade {
				t.Fatalf("snapshots: %+v, %v", list, err)
			}
			for key, r := range asWritten(t, list[0].Path) {
				if !reflect.DeepEqual(r, want[key]) {
					t.Errorf("%s is another in the copy", key)
				}
			}
			kept, err := Restore(ctx, path, list[0].Path, noon)
			if err != nil || kept == "" {
				t.Fatalf("put back: %q, %v", kept, err)
			}
			sound(t, path)
		})
	}
}

// tripping is an engine that fails at one of its writes.
type tripping struct {
	engine
	left *int
}

type trippingTx struct {
	writer
	left *int
}

var errTripped = errors.New("tripped")

func (e tripping) Update(fn func(writer) error) error {
	return e.engine.Update(func(tx writer) error { return fn(trippingTx{tx, e.left}) })
}

func (tx trippingTx) trip() error {
	if *tx.left--; *tx.left < 0 {
		return errTripped
	}
	return nil
}

func (tx trippingTx) Put(b bucket, key string, value []byte) error {
	return errors.Join(tx.trip(), tx.writer.Put(b, key, value))
}

func (tx trippingTx) Delete(b bucket, key string) error {
	return errors.Join(tx.trip(), tx.writer.Delete(b, key))
}

func (tx trippingTx) Make(b bucket) error { return errors.Join(tx.trip(), tx.writer.Make(b)) }

// TestUpgradeFails: whichever write of it fails, or the commit, the book is the
// one of before to the byte.
func TestUpgradeFails(t *testing.T) {
	path := older(t, olderBooks[0])
	before, _ := os.ReadFile(path)
	for n := 0; ; n++ {
		kv, err := openBolt(path, 0)
		if err != nil {
			t.Fatal(err)
		}
		left := n
		err = upgrade(tripping{kv, &left})
		if err := kv.Close(); err != nil {
			t.Fatal(err)
		}
		now, _ := os.ReadFile(path)
		if err == nil && n > 10 && !bytes.Equal(now, before) {
			break
		}
		if !errors.Is(err, errTripped) || !bytes.Equal(now, before) {
			t.Fatalf("write %d: %v, the same: %v", n, err, bytes.Equal(now, before))
		}
	}
	sound(t, path)

	path = older(t, olderBooks[0])
	kv, err := openBolt(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := upgrade(&faulty{engine: kv, err: syscall.ENOSPC}); !errors.Is(err, syscall.ENOSPC) || kv.Close() != nil {
		t.Errorf("a full disk: %v", err)
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, before) {
		t.Error("a commit that failed changed the book")
	}
}

// TestUpgradeWantsACopy: where no copy can be made nothing is changed, and it is
// said; the book can be viewed.
func TestUpgradeWantsACopy(t *testing.T) {
	path := older(t, olderBooks[0])
	before, _ := os.ReadFile(path)
	if err := os.WriteFile(SnapshotFolder(path), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); err == nil || !strings.Contains(err.Error(), "was not brought up to date, so it can only be viewed: ") {
		t.Errorf("open: %v", err)
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, before) {
		t.Error("it was changed without a copy")
	}
	sound(t, path)
}
