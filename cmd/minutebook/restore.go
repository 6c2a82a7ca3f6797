package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"minutebook/agenda"
	"minutebook/store"

	"github.com/spf13/cobra"
)

func (p *program) restoreCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "restore [SNAPSHOT|FILE]",
		Short: "List the snapshots of the book, or put one back",
		Long: "Without a name it lists the snapshots, newest first, with their times (UTC).\n" +
			"With the name of a snapshot or of a copy it puts the whole book back as it was then;\n" +
			"the present book becomes a snapshot first. With --meeting only that meeting is\n" +
			"brought back, as one more change of it: what it is now stays in its history. Without\n" +
			"a name the newest snapshot in which it is whole is taken. Where the meeting is damaged,\n" +
			"the book becomes a snapshot first.",
		Example: "minutebook restore\nminutebook restore 2026-03-12T180200Z\nminutebook restore 2026-03-12T180200Z --meeting NHC/2026-03-12",
	}
	asJSON := jsonFlag(c)
	meeting := c.Flags().String("meeting", "", "bring back this meeting only")
	_ = c.RegisterFlagCompletionFunc("meeting", p.completeMeeting)
	return p.command(c, func(c *cobra.Command, args []string) error {
		path, err := p.bookPath()
		if err != nil {
			return err
		}
		switch {
		case len(args) > 1:
			return misuse("a name with blanks wants quotes", "restore takes one snapshot, not %d", len(args))
		case len(args) == 0 && *meeting != "":
			from, err := p.soundCopy(c.Context(), *meeting)
			if err != nil {
				return err
			}
			return p.restoreMeeting(c.Context(), from, *meeting)
		case len(args) == 0:
			return p.listSnapshots(path, *asJSON)
		}
		from, err := snapshotNamed(path, args[0])
		if err != nil {
			return err
		}
		if *meeting != "" {
			return p.restoreMeeting(c.Context(), from, *meeting)
		}
		return p.restoreBook(c.Context(), path, from)
	})
}

// snapshotRow is a snapshot and what is in it.
type snapshotRow struct {
	store.SnapshotFile
	store.Contents
	Trouble string `json:"trouble,omitempty"`
}

func (p *program) listSnapshots(path string, asJSON bool) error {
	found, err := store.Snapshots(path)
	if err != nil {
		return trouble(err, "", "could not list the snapshots")
	}
	var rows []snapshotRow
	for _, s := range found {
		row := snapshotRow{SnapshotFile: s}
		if row.Contents, err = store.Verify(s.Path); err != nil {
			row.Trouble = "cannot be read"
		}
		rows = append(rows, row)
	}
	l := list[snapshotRow]{
		nothing: "the book has no snapshots yet; minutebook backup makes one",
		head:    []string{"SNAPSHOT", "TIME (UTC)", "SIZE", "MEETINGS", "NEWEST", "MADE", "STATE"},
		row: func(r snapshotRow) []string {
			return []string{strings.TrimSuffix(r.Name, ".book"), when(r.At), size(r.Size), strconv.Itoa(r.Meetings), r.Newest.Date(), strings.ReplaceAll(r.Why, "-", " "), r.Trouble}
		},
	}
	return l.print(p, rows, asJSON)
}

// snapshotWords is how a person names a snapshot.
func snapshotWords(path string) string { return strings.TrimSuffix(filepath.Base(path), ".book") }

// snapshotNamed is the file of a snapshot of the book, named as in the list or
// by the beginning of only one, or any file.
func snapshotNamed(path, name string) (string, error) {
	found, err := store.Snapshots(path)
	if err != nil {
		return "", trouble(err, "", "could not list the snapshots")
	}
	var fits []store.SnapshotFile
	for _, s := range found {
		if s.Name == name || s.Name == name+".book" {
			return s.Path, nil
		}
		if name != "" && strings.HasPrefix(s.Name, name) {
			fits = append(fits, s)
		}
	}
	if len(fits) == 1 {
		return fits[0].Path, nil
	}
	if len(fits) > 1 {
		return "", misuse("minutebook restore lists them", "%q fits %d snapshots", name, len(fits))
	}
	if _, err := os.Stat(name); err != nil {
		return "", misuse("minutebook restore lists the snapshots", "there is no snapshot or file %q", name)
	}
	return name, nil
}

func (p *program) restoreBook(ctx context.Context, path, from string) error {
	kept, err := store.Restore(ctx, path, from, p.now())
	if err != nil {
		hint := "nothing has changed"
		if errors.Is(err, store.ErrLocked) {
			hint = "close the other Minutebook that has it open, then try again; nothing has changed"
		}
		return trouble(err, hint, "could not put back "+from)
	}
	c, err := store.Verify(path)
	if err != nil {
		return trouble(err, "", "could not read the book that was put back")
	}
	if err := p.say("%s is the book now: %s", filepath.Base(from), holds(c)); err != nil || kept == "" {
		return err
	}
	return p.say("the book of before is kept: minutebook restore %s", snapshotWords(kept))
}

// restoreMeeting brings one meeting back from a copy. It may be in the copy only.
func (p *program) restoreMeeting(ctx context.Context, from, words string) error {
	return p.writing(store.Open, func(book *store.Book) (err error) {
		other, err := store.OpenReadOnly(from)
		if err != nil {
			return bookTrouble(from, err)
		}
		defer func() { err = errors.Join(err, other.Close()) }()
		s, err := find(ctx, other, words)
		if err != nil {
			return err
		}
		before, err := book.Load(ctx, s.Key)
		if err != nil && !errors.Is(err, agenda.ErrNotFound) {
			return trouble(err, "", "could not read "+s.name)
		}
		after, kept, err := book.TakeFrom(ctx, other, s.Key, p.now())
		if err != nil {
			return notBroughtBack(err, s.name, kept)
		}
		if before.Revision == after.Revision {
			return p.say("%s is the same in %s: nothing to bring back", s.name, filepath.Base(from))
		}
		if kept != "" {
			return p.sayMended(s.name, filepath.Base(from), kept)
		}
		words := "%s is as it was in %s"
		if before.Revision != "" {
			words += "; minutebook history " + s.name + " lists what was before"
		}
		return p.say(words, s.name, filepath.Base(from))
	})
}

// notBroughtBack tells of a meeting that could not be brought back. Whether
// anything has changed only the disk knows after some failures.
func notBroughtBack(err error, name, kept string) error {
	hint := "nothing has changed"
	switch {
	case kept != "":
		hint = "the book as it was is the snapshot " + snapshotWords(kept)
	case errors.Is(err, agenda.ErrUnsure):
		hint = "minutebook history " + name + " shows whether it was"
	}
	return trouble(err, hint, "could not bring back "+name)
}

// sayMended tells of a damaged meeting that was brought back.
func (p *program) sayMended(name, from, kept string) error {
	return p.say("%s was damaged and is as it was in %s; what could still be read is in minutebook history %s, and the book as it was is the snapshot %s",
		name, from, name, snapshotWords(kept))
}

// soundCopy is the newest snapshot in which the meeting that words name is whole.
func (p *program) soundCopy(ctx context.Context, words string) (path string, err error) {
	err = p.reading(func(book *store.Book) error {
		s, err := find(ctx, book, words)
		if err != nil {
			return err
		}
		if path, _, _, err = book.SoundCopy(ctx, s.Key); errors.Is(err, agenda.ErrNotFound) {
			return wrong("nothing has changed; minutebook restore lists the snapshots", "%s is whole in no snapshot of the book", s.name)
		}
		return err
	})
	return path, err
}
