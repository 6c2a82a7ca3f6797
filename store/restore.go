package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"time"

	"minutebook/agenda"
)

// Restore puts a copy in the place of a book: what is in its place now is kept
// first, among its snapshots, as a compacted copy or, where it cannot be read,
// as the file it is. The copy stays. It is refused while somebody has the book
// open. Returns the path of what was kept, empty where there was no book;
// ErrLocked, ErrNotBook, ErrDamaged.
func Restore(ctx context.Context, path, from string, now time.Time) (kept string, err error) {
	if _, err := Verify(from); err != nil {
		return "", err
	}
	file, err := resolve(path)
	if errors.Is(err, ErrNoBook) {
		file, err = path, nil
	}
	if err != nil {
		return "", err
	}
	temp := filepath.Join(filepath.Dir(file), "."+filepath.Base(file)+"."+rand.Text()+".new")
	defer func() { _ = os.Remove(temp) }() // gone already when all went well
	if err = compact(from, temp); err == nil {
		err = bringUpCopy(temp)
	}
	if err != nil {
		return "", fmt.Errorf("copy %s: %w", from, err)
	}
	present, err := Open(file)
	switch {
	case err == nil:
		kept, err = replaceSound(ctx, present, temp, now)
	case errors.Is(err, ErrNoBook):
		err = putInPlace(temp, file)
	case errors.Is(err, ErrNotBook), errors.Is(err, ErrDamaged):
		kept, err = replaceBroken(file, temp, now)
	}
	if err != nil {
		return "", fmt.Errorf("put back %s: %w", path, err)
	}
	return kept, nil
}

// replaceSound replaces a book that can be opened. It is held open until the
// copy has its name, so that nobody writes into it after it was kept.
func replaceSound(ctx context.Context, present *Book, temp string, now time.Time) (kept string, err error) {
	defer func() { _ = present.Close() }()
	kept, err = present.keepAside(ctx, now, BeforeRestore)
	if err != nil {
		return "", err
	}
	// Numbers go on from those of the book that goes: what else remembers them
	// must not take the restored book for an older copy of it.
	if _, seq, err := present.Identity(ctx); err == nil {
		if err := raiseSeq(temp, seq+1); err != nil {
			return "", err
		}
	}
	return kept, putInPlace(temp, present.path)
}

// replaceBroken replaces a file that is no book any more.
func replaceBroken(file, temp string, now time.Time) (kept string, err error) {
	release, err := lockFile(file)
	if err != nil {
		return "", err
	}
	defer release()
	if kept, err = keepRaw(file, now, BeforeRestore); err != nil {
		return "", err
	}
	return kept, putInPlace(temp, file)
}

// keepAside keeps a copy of the book that is never dropped, as the file it is
// where not all of it can be read.
func (b *Book) keepAside(ctx context.Context, now time.Time, why string) (kept string, err error) {
	kept, err = b.Snapshot(ctx, now, why)
	if errors.Is(err, ErrDamaged) || errors.Is(err, ErrNotBook) {
		return keepRaw(b.path, now, why)
	}
	return kept, err
}

// keepRaw copies a file byte by byte into the snapshots of a book.
func keepRaw(file string, now time.Time, why string) (kept string, err error) {
	folder := SnapshotFolder(file)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	temp := filepath.Join(folder, "."+rand.Text()+".new")
	defer func() { _ = os.Remove(temp) }()
	in, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer func() { _ = in.Close() }()
	out, err := openNew(temp, os.O_WRONLY, 0o600)
	if err != nil {
		return "", err
	}
	_, err = io.Copy(out, in)
	if err := errors.Join(err, out.Sync(), out.Close()); err != nil {
		return "", err
	}
	return nameSnapshot(folder, temp, now, why)
}

// putInPlace gives a copy the name of the book, for good.
func putInPlace(temp, file string) error {
	if err := errors.Join(syncFile(temp), os.Rename(temp, file)); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(file))
}

func raiseSeq(path string, least uint64) error {
	b, err := Open(path)
	if err != nil {
		return err
	}
	err = b.kv.Update(func(tx writer) error {
		var seq uint64
		if _, err := get(tx, metaBucket, seqKey, &seq); err != nil {
			return err
		}
		return put(tx, metaBucket, seqKey, max(seq, least))
	})
	return errors.Join(err, b.Close())
}

// TakeFrom makes a meeting of another book, such as a snapshot, the present
// state of that meeting here, with its body where this book has none of it. The
// state before stays in the history; where it is damaged the meeting is mended, and
// kept is the copy of the book that was made before.
func (b *Book) TakeFrom(ctx context.Context, other *Book, meeting agenda.Key, now time.Time) (s agenda.Snapshot, kept string, err error) {
	from, err := soundIn(ctx, other, meeting)
	if err != nil {
		return s, "", err
	}
	base, err := b.Load(ctx, meeting)
	if errors.Is(err, agenda.ErrNotFound) {
		base, err = agenda.Snapshot{Life: from.Life}, b.takeBody(ctx, other, from.Record.Open.Body)
	}
	if err != nil {
		return s, "", err
	}
	return b.takeOver(ctx, base, from, now)
}

// soundIn is a meeting of a copy, which must be whole there.
func soundIn(ctx context.Context, other *Book, meeting agenda.Key) (agenda.Snapshot, error) {
	from, err := other.Load(ctx, meeting)
	if err == nil && len(from.Damage) > 0 {
		err = fmt.Errorf("%s: %w", from.Damage[0].Where, from.Damage[0].Err)
	}
	if err != nil {
		return from, fmt.Errorf("read the copy: %w", err)
	}
	return from, nil
}

// takeOver puts a state of a meeting in the place of the present one.
func (b *Book) takeOver(ctx context.Context, base, from agenda.Snapshot, now time.Time) (s agenda.Snapshot, kept string, err error) {
	if len(base.Damage) > 0 {
		return b.mend(ctx, base, from, now)
	}
	next := from.Record.InPlaceOf(base.Record)
	if base.Revision != "" && reflect.DeepEqual(next, base.Record) {
		return base, "", nil // which a save could not see: no pointer is the same
	}
	s, err = b.Save(ctx, base, next)
	return s, "", err
}

func (b *Book) takeBody(ctx context.Context, other *Book, body agenda.Key) error {
	_, err := b.Body(ctx, body)
	if !errors.Is(err, agenda.ErrNotFound) {
		return err
	}
	there, err := other.Body(ctx, body)
	if errors.Is(err, agenda.ErrNotFound) {
		return nil // it had none there either
	} else if err != nil {
		return err
	}
	return b.SaveBody(ctx, there)
}
