package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"

	"minutebook/agenda"
)

// rewritten damages the bytes of a book.
func rewritten(t *testing.T, path string, harm func(file []byte, last meta) []byte) {
	t.Helper()
	file, err := os.ReadFile(path)
	last, metaErr := newestMeta(bytes.NewReader(file))
	if err := errors.Join(err, metaErr); err != nil {
		t.Fatal(err)
	}
	hurt := harm(bytes.Clone(file), last)
	if bytes.Equal(hurt, file) || os.WriteFile(path, hurt, 0o600) != nil {
		t.Fatal("there is nothing to damage")
	}
}

// oldDamages is damage to a book of before: where the check tells of it before
// the book is opened, and where after; "" is nowhere.
var oldDamages = map[string]struct {
	harm          func(t *testing.T, path string)
	before, after string
	viewed        bool // it cannot be opened to be written
	whole         bool // every meeting of it is
	compact       bool // every record can be read, so the copy need not be the file
}{
	"a flipped entry": {harm: func(t *testing.T, path string) {
		rewritten(t, path, func(file []byte, _ meta) []byte {
			return bytes.ReplaceAll(file, []byte("The buoys were dull"), []byte("The buoys were dead"))
		})
	}, before: "item 3, entry 1", after: "item 3, entry 1"},
	"a lost head": {harm: func(t *testing.T, path string) {
		kv, meeting := oldMeeting(t, path)
		err := kv.Update(func(tx writer) error { return tx.Delete(recordBucket, headKey(meeting)) })
		if err := errors.Join(err, kv.Close()); err != nil {
			t.Fatal(err)
		}
	}, before: "the head of the meeting", after: "the head of the meeting", compact: true},
	"a flipped key": {harm: func(t *testing.T, path string) {
		kv, meeting := oldMeeting(t, path) // the first books say no draft, so it is put in
		err := kv.Update(func(tx writer) error {
			value, err := seal(recordBucket, lifeKey(meeting), lifeRecord{version, agenda.Life{Draft: 1}})
			return errors.Join(err, tx.Put(recordBucket, lifeKey(meeting+"x"), value))
		})
		if err := errors.Join(err, kv.Close()); err != nil {
			t.Fatal(err)
		}
	}, before: "a record", after: "a record", whole: true},
	// Its next commit writes over the broken one, as that of every book does.
	"a broken meta page": {harm: func(t *testing.T, path string) {
		rewritten(t, path, func(file []byte, last meta) []byte {
			file[(1-last.transaction%2)*last.page+pageHeader+40] ^= 0x10
			return file
		})
	}, before: "the first pages of the book", whole: true, compact: true},
	"a page in use and free": {harm: func(t *testing.T, path string) {
		rewritten(t, path, func(file []byte, last meta) []byte {
			pages := &tree{image: image{bytes.NewReader(file), last.page, last.pages}, used: map[uint64]bool{}, enter: func(string) {}}
			pages.broken = func(_ string, no uint64, err error) { t.Fatal(no, err) }
			pages.pair = func(string, leaf) {}
			pages.page(last.root, nil, nil, 0)
			free := file[last.freelist*last.page:]
			used := slices.Sorted(maps.Keys(pages.used)) // of the last book, the second is one that an upgrade takes
			binary.NativeEndian.PutUint64(free[pageHeader:], used[1])
			binary.NativeEndian.PutUint16(free[10:], 1)
			return file
		})
	}, before: "the pages of the book", after: "the pages of the book", viewed: true, whole: true},
}

// oldMeeting is a meeting of a book of before, which is open.
func oldMeeting(t *testing.T, path string) (kv *boltEngine, meeting agenda.Key) {
	t.Helper()
	kv, err := openBolt(path, 0)
	if err == nil {
		err = kv.View(func(tx reader) error {
			all, err := meetingsIn(tx)
			meeting = all[0]
			return err
		})
	}
	if err != nil {
		t.Fatal(err)
	}
	return kv, meeting
}

// tells says that the check tells of a place, and of no other but the history.
func tells(t *testing.T, path, where string) {
	t.Helper()
	report, err := Check(ctx, path, child)
	told := slices.ContainsFunc(report.Faults, func(f Fault) bool { return f.Where == where })
	others := slices.ContainsFunc(report.Faults, func(f Fault) bool {
		return f.Where != where && !strings.HasSuffix(f.Where, " in the history") // which has the words too
	})
	if err != nil || told != (where != "") || others {
		t.Errorf("the check tells of %+v and not %q, %v", report.Faults, where, err)
	}
}

// TestUpgradeOfADamagedBook: what is damaged is copied as it is, stays damaged and
// is still told; the rest is brought up to date.
func TestUpgradeOfADamagedBook(t *testing.T) {
	for name, tt := range oldDamages {
		for _, book := range olderBooks {
			t.Run(name+", "+book, func(t *testing.T) {
				path := older(t, book)
				want := asWritten(t, path)
				tt.harm(t, path)
				hurt, _ := os.ReadFile(path)
				tells(t, path, tt.before)
				v, err := OpenReadOnly(path)
				if err != nil {
					t.Fatal(err)
				}
				defer func() { _ = v.Close() }()
				for key, r := range want {
					if s, err := v.Load(ctx, key); err != nil || tt.whole && !reflect.DeepEqual(s.Record, r) {
						t.Errorf("%s cannot be viewed whole: %v", key, err)
					}
				}
				b, err := Open(path)
				if (err != nil) != tt.viewed || err != nil && !errors.Is(err, ErrNotBook) {
					t.Fatalf("open: %v", err)
				}
				if err == nil {
					upgradedFrom(t, b, hurt, tt.compact)
				}
				tells(t, path, tt.after)
			})
		}
	}
}

// upgradedFrom says that a damaged book was kept as it was and brought up to date.
func upgradedFrom(t *testing.T, b *Book, hurt []byte, compact bool) {
	t.Helper()
	kept, err := os.ReadFile(b.Upgraded())
	if err != nil || !compact && !bytes.Equal(kept, hurt) {
		t.Errorf("the copy is another: %v", err)
	}
	if n, err := schema(b.kv); n != Schema || err != nil || b.Close() != nil {
		t.Errorf("it is of layout %d: %v", n, err)
	}
}

// TestCheckOfAnOldBook: one that cannot be brought up to date is checked as its
// builds wrote it, which did not write all that today's do.
func TestCheckOfAnOldBook(t *testing.T) {
	for _, book := range olderBooks {
		path := older(t, book)
		raw, _, err := takeRaw(path)
		if err != nil {
			t.Fatal(err)
		}
		raw.overlap = errors.New("a page is in use and free") // so it is not written
		c := &checker{meetings: map[agenda.Key]bool{}, known: map[agenda.Key]Fault{}, hurt: map[bucket]bool{}}
		if err := c.read(ctx, raw); err != nil || len(c.report.Faults) > 0 || c.report.Meetings != 2 {
			t.Errorf("%s: %+v, %v", book, c.report, err)
		}
		if n, err := schema(raw); n != 1 || err != nil || raw.Close() != nil {
			t.Errorf("%s is of layout %d, %v", book, n, err)
		}
	}
}

// TestUpgradeWithoutRoom: a full disk is told as one, whether the copy has no room
// or the book, and no path is said that nobody asked for.
func TestUpgradeWithoutRoom(t *testing.T) {
	for name, err := range map[string]error{
		"the copy": &os.PathError{Op: "write", Path: "/books/.x.raw", Err: syscall.ENOSPC},
		"the book": &commitError{&os.PathError{Op: "write", Path: "/books/a.book", Err: syscall.ENOSPC}},
	} {
		told := error(&upgradeError{err: err})
		if !errors.Is(told, agenda.ErrNoRoom) || strings.Contains(told.Error(), "/books") || !strings.Contains(told.Error(), syscall.ENOSPC.Error()) {
			t.Errorf("%s: %v", name, told)
		}
	}
	for err, stays := range map[error]bool{&commitError{syscall.EIO}: true, &commitError{syscall.ENOSPC}: false, errTripped: false} {
		copied := filepath.Join(t.TempDir(), "the-copy.book")
		if err := os.WriteFile(copied, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		told := notUpgraded(err, copied)
		_, gone := os.Stat(copied)
		if (gone == nil) != stays || strings.Contains(told.Error(), "the-copy.book") != stays || !errors.Is(told, err) {
			t.Errorf("%v: %v; the copy: %v", err, told, gone)
		}
	}
}
