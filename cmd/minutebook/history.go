package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"time"

	"minutebook/agenda"
	"minutebook/exports"
	"minutebook/store"

	"github.com/spf13/cobra"
)

// stamp is how a time of the book's own is printed: such times are UTC.
const stamp = "2006-01-02 15:04:05"

func (p *program) historyCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "history MEETING",
		Short: "List every change of a meeting, show an earlier state or bring it back",
		Long: "Lists every change of the minutes of a meeting with its time (UTC), newest first,\n" +
			"and without a word of private business. Changes are numbered through the whole book, so\n" +
			"the numbers of one meeting skip those of others. --at N prints the meeting as change N\n" +
			"left it, as full notes: private business and the clerk's notes are in them. --restore N\n" +
			"makes that the present state; this is one more change, so it can be taken back.",
		Example: "minutebook history NHC/2026-03-12\nminutebook history NHC/2026-03-12 --at 412\nminutebook history NHC/2026-03-12 --restore 412",
	}
	asJSON := jsonFlag(c)
	at := c.Flags().Uint64("at", 0, "print the meeting as the change of this number left it, in full")
	restore := c.Flags().Uint64("restore", 0, "make the state after the change of this number the present one")
	c.MarkFlagsMutuallyExclusive("json", "at", "restore")
	c.ValidArgsFunction = p.completeMeeting
	return p.command(c, func(c *cobra.Command, args []string) error {
		words, err := oneMeeting(c, args)
		if err != nil {
			return err
		}
		ctx := c.Context()
		switch {
		case c.Flags().Changed("restore"):
			return p.writing(store.Open, func(book *store.Book) error { return p.goBack(ctx, book, words, *restore) })
		case c.Flags().Changed("at"):
			return p.reading(func(book *store.Book) error { return p.showPast(ctx, book, words, *at) })
		}
		return p.reading(func(book *store.Book) error { return p.listPast(ctx, book, words, *asJSON) })
	})
}

func (p *program) listPast(ctx context.Context, book *store.Book, words string, asJSON bool) error {
	s, err := find(ctx, book, words)
	if err != nil {
		return err
	}
	changes, err := book.History(ctx, s.Key)
	if err != nil {
		return trouble(err, "", "could not read the history of "+s.name)
	}
	l := list[agenda.PastChange]{
		head: []string{"NUMBER", "TIME (UTC)", "ADDED", "CHANGED", "REMOVED", "WHAT"},
		row: func(c agenda.PastChange) []string {
			return []string{strconv.FormatUint(c.Number, 10), when(c.At), few(c.Added), few(c.Changed), few(c.Removed), c.What}
		},
	}
	if err := l.print(p, changes, asJSON); err != nil {
		return err
	}
	lost, err := book.LostChanges(ctx, s.Key)
	if err != nil {
		return trouble(err, "", "could not read the history of "+s.name)
	}
	if lost > 0 {
		return wrong("minutebook check says where; minutebook restore lists the snapshots", "%s of %s cannot be read", count(lost, "change"), s.name)
	}
	return nil
}

// when is a time in a list; one that is not known is none.
func when(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format(stamp)
}

// few is a count in a list, where nothing is empty.
func few(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// pastOf is a meeting as it is, with its body, and the record it once was.
func pastOf(ctx context.Context, book *store.Book, words string, number uint64) (sitting, agenda.Snapshot, agenda.Body, agenda.Record, error) {
	s, snap, body, err := load(ctx, book, words)
	if err != nil {
		return s, snap, body, agenda.Record{}, err
	}
	r, err := book.At(ctx, s.Key, number)
	switch {
	case errors.Is(err, agenda.ErrNotFound):
		err = misuse("minutebook history "+s.name+" lists them", "%s has no change %d", s.name, number)
	case errors.Is(err, store.ErrDamaged):
		err = trouble(err, "minutebook check says where; minutebook restore lists the snapshots", fmt.Sprintf("could not read %s as of change %d", s.name, number))
	case err != nil:
		err = trouble(err, "", fmt.Sprintf("could not read %s as of change %d", s.name, number))
	}
	return s, snap, body, r, err
}

func (p *program) showPast(ctx context.Context, book *store.Book, words string, number uint64) error {
	_, snap, body, r, err := pastOf(ctx, book, words, number)
	if err != nil {
		return err
	}
	format, _ := exports.FormatNamed("notes")
	file := exports.Copy{Format: format, Full: true}
	return p.write(func(w io.Writer) error { return file.Write(w, body, r, snap.Life) })
}

func (p *program) goBack(ctx context.Context, book *store.Book, words string, number uint64) error {
	s, snap, _, r, err := pastOf(ctx, book, words, number)
	if err != nil {
		return err
	}
	if len(snap.Damage) > 0 {
		_, kept, err := book.Mend(ctx, s.Key, agenda.Snapshot{Record: r, Life: snap.Life}, p.now())
		if err != nil {
			return notBroughtBack(err, s.name, kept)
		}
		return p.sayMended(s.name, fmt.Sprintf("change %d", number), kept)
	}
	if r = r.InPlaceOf(snap.Record); reflect.DeepEqual(r, snap.Record) {
		return p.say("%s is as it was after change %d: nothing to bring back", s.name, number)
	}
	if _, err := book.Save(ctx, snap, r); err != nil {
		return trouble(err, "", "could not bring back "+s.name+"; nothing has changed")
	}
	return p.say("%s is as it was after change %d; minutebook history %s lists what was before", s.name, number, s.name)
}

// say prints one line on standard output.
func (p *program) say(format string, args ...any) error {
	return p.write(func(w io.Writer) error {
		_, err := fmt.Fprintln(w, agenda.CleanLine(fmt.Sprintf(format, args...)))
		return err
	})
}
