package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"
)

// ErrRoom: a copy might fill the disk that the book needs.
var ErrRoom = errors.New("there is less free space than three times the book")

// SnapshotFile is a copy of a book in the folder of its snapshots.
type SnapshotFile struct {
	Name string    `json:"name"`
	Path string    `json:"path"`
	At   time.Time `json:"at"`
	Why  string    `json:"why,omitempty"` // only of those made before the book was replaced or changed as a whole
	Size int64     `json:"size"`
}

// SnapshotFolder is where the snapshots of a book are.
func SnapshotFolder(book string) string { return book + ".snapshots" }

// Snapshots lists the snapshots of a book, newest first. It opens none.
func Snapshots(book string) (out []SnapshotFile, err error) {
	folder := SnapshotFolder(book)
	list, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("list the snapshots: %w", err)
	}
	for _, f := range list {
		at, why, ok := readSnapshotName(f.Name())
		if !ok {
			continue
		}
		info, err := f.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		out = append(out, SnapshotFile{f.Name(), filepath.Join(folder, f.Name()), at, why, info.Size()})
	}
	slices.SortFunc(out, func(a, b SnapshotFile) int { return strings.Compare(b.Name, a.Name) })
	return out, nil
}

// SnapshotDue is whether the newest snapshot is older than a day.
func (b *Book) SnapshotDue(now time.Time) bool {
	if b.path == "" {
		return false
	}
	list, err := Snapshots(b.path)
	return err == nil && (len(list) == 0 || now.Sub(list[0].At) >= 24*time.Hour)
}

// Snapshot keeps a compacted copy of the book in its folder of snapshots, once
// every record in it has been read, and drops the snapshots that are too old. A
// book in memory has none. Saving goes on meanwhile. Returns ErrRoom, ErrDamaged.
func (b *Book) Snapshot(ctx context.Context, now time.Time, why string) (path string, err error) {
	if b.path == "" {
		return "", nil
	}
	folder := SnapshotFolder(b.path)
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", fmt.Errorf("keep a snapshot: %w", err)
	}
	err = b.copyTo(ctx, folder, func(temp string) error {
		path, err = nameSnapshot(folder, temp, now, why)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("keep a snapshot: %w", err)
	}
	return path, rotate(folder, now)
}

// nameSnapshot gives a copy its name. Of two in one second the later one is given
// the next, so that none is written over and the names still sort.
func nameSnapshot(folder, temp string, now time.Time, why string) (path string, err error) {
	for at := now; ; at = at.Add(time.Second) {
		path = filepath.Join(folder, snapshotName(at, why))
		if err := settle(temp, path); !errors.Is(err, ErrExists) {
			return path, err
		}
	}
}

// rotate drops the snapshots that are too old.
func rotate(folder string, now time.Time) error {
	list, err := os.ReadDir(folder)
	if err != nil {
		return fmt.Errorf("list the snapshots: %w", err)
	}
	var names []string
	for _, f := range list {
		names = append(names, f.Name())
	}
	for _, name := range expired(names, now) {
		if err := os.Remove(filepath.Join(folder, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("drop an old snapshot: %w", err)
		}
	}
	return nil
}

// Backup writes a compacted, checked copy of the whole book to a new file, the
// closed part and the history included. Returns ErrExists, ErrRoom, ErrDamaged.
func (b *Book) Backup(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("copy the book: %w", ErrExists)
	}
	err := b.copyTo(ctx, filepath.Dir(path), func(temp string) error { return settle(temp, path) })
	if err != nil {
		return fmt.Errorf("copy the book: %w", err)
	}
	return nil
}

// copyTo makes a compacted copy in a folder and, when it is sound and on the
// disk, has it given its name.
func (b *Book) copyTo(ctx context.Context, folder string, name func(temp string) error) error {
	raw := filepath.Join(folder, "."+rand.Text()+".raw")
	temp := filepath.Join(folder, "."+rand.Text()+".new")
	defer func() { _, _ = os.Remove(raw), os.Remove(temp) }()
	if err := b.copyRaw(ctx, folder, raw); err != nil {
		return err
	}
	if err := compact(raw, temp); err != nil {
		return err
	}
	if _, err := Verify(temp); err != nil {
		return err
	}
	if err := errors.Join(syncFile(temp), name(temp)); err != nil {
		return err
	}
	return syncFolder(folder)
}

// copyRaw copies the file as one read transaction sees it. Compacting reads key
// by key, which for a long book takes seconds: it is done on the copy, so that a
// save never waits for it.
func (b *Book) copyRaw(ctx context.Context, folder, raw string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	b.handle.RLock()
	defer b.handle.RUnlock()
	kv, ok := b.kv.(interface {
		copyTo(w io.Writer, room func(size int64) error) error
	})
	if !ok {
		return errors.New("this book has no file")
	}
	f, err := os.OpenFile(raw, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	err = kv.copyTo(f, func(size int64) error {
		if free, known := freeSpace(folder); known && free < 3*size {
			return ErrRoom
		}
		return nil
	})
	return errors.Join(err, f.Close())
}

// copyTo writes the file as it is, if there is room.
func (e *boltEngine) copyTo(w io.Writer, room func(size int64) error) error {
	return guard(func() error {
		return e.db.View(func(tx *bolt.Tx) error {
			if err := room(tx.Size()); err != nil {
				return err
			}
			_, err := tx.WriteTo(w)
			return err
		})
	})
}

// compact copies what a file holds into a new one, without the pages that are
// free: what was deleted is not in them.
func compact(from, to string) error {
	src, err := openBolt(from, 0)
	if err != nil {
		return err
	}
	defer func() { _ = src.Close() }()
	dst, err := bolt.Open(to, 0o600, &bolt.Options{NoSync: true, FreelistType: bolt.FreelistMapType, OpenFile: openNew})
	if err != nil {
		return err
	}
	const chunk = 8 << 20 // of memory for one transaction
	err = guard(func() error { return bolt.Compact(dst, src.db, chunk) })
	return errors.Join(err, dst.Close())
}

func openNew(name string, flag int, mode os.FileMode) (*os.File, error) {
	return os.OpenFile(name, flag|os.O_CREATE|os.O_EXCL, mode)
}
