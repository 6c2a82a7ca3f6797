package main

import (
	"errors"
	"fmt"
	"io"

	"minutebook/agenda"
	"minutebook/store"

	"github.com/spf13/cobra"
)

func (p *program) salvageCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "salvage BROKEN NEW",
		Short: "Make a new book of what can still be read of a broken one",
		Long: "Reads what can be read of a broken book and makes a new book of it; the broken one is\n" +
			"not changed, and no file is overwritten. Every record that is known to be missing is\n" +
			"listed. Try a snapshot first: minutebook restore lists them.",
		Example: "minutebook salvage broken.book saved.book",
	}
	return p.command(c, func(c *cobra.Command, args []string) error {
		if len(args) != 2 {
			return misuse("minutebook salvage BROKEN NEW", "salvage needs the broken book and a name for the new one")
		}
		s, err := store.Salvage(c.Context(), args[0], args[1])
		if err != nil {
			return salvageTrouble(args[0], args[1], err)
		}
		return p.salvaged(args[1], s)
	})
}

func salvageTrouble(broken, made string, err error) error {
	switch {
	case errors.Is(err, store.ErrExists):
		return trouble(store.ErrExists, "choose another name: no file is overwritten", "could not make "+made)
	case errors.Is(err, store.ErrNoBook):
		return trouble(store.ErrNoBook, "", "could not read "+broken)
	case errors.Is(err, store.ErrNotBook):
		return trouble(errors.New("no record in it could be read"), "minutebook restore lists the snapshots of a book", "could not salvage "+broken)
	}
	return trouble(err, "", "could not salvage "+broken)
}

func (p *program) salvaged(made string, s store.Salvaged) error {
	err := p.write(func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "%s\n%s, lists made anew: %s, %s, %s\n%s\n", made, count(s.Records, "record"),
			count(s.Bodies, "body"), count(s.Meetings, "meeting"), count(s.Entries, "public entry"), fullCopy)
		return err
	})
	if err != nil {
		return err
	}
	for _, m := range s.Missing {
		words := "missing: " + m.What
		if m.Meeting != "" {
			words = "missing: " + m.Meeting + ": " + m.What
		}
		p.warn(words)
	}
	if s.Earlier {
		p.warn("the last changes could not be read: some of it is as it was before them")
	}
	if s.Lossy {
		p.warn("a part of the file could not be read: what only that part knew of is not listed")
	}
	if len(s.Missing) > 0 || s.Earlier || s.Lossy {
		return wrong("compare it with a snapshot: minutebook restore lists them", "not all of the broken book could be read")
	}
	return nil
}

// warn says something on standard error beside the result.
func (p *program) warn(words string) { fmt.Fprintln(p.err, agenda.CleanLine(words)) }
