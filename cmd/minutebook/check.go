package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"

	"minutebook/agenda"
	"minutebook/store"

	"github.com/spf13/cobra"
)

// checkPages is the hidden command that check runs on a copy of the book, in a
// process of its own.
const checkPages = "__check"

func (p *program) checkCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "check",
		Short: "Check that the book is sound",
		Long: "Reads everything in the book and says what is not as it was written: which meeting,\n" +
			"which item. It works on a copy, so the book may be in use, and changes nothing.\n\n" +
			"The exit status is 0 where the book is sound, 1 where something is damaged, and 3\n" +
			"where it cannot be read.",
	}
	asJSON := jsonFlag(c)
	return p.command(c, func(c *cobra.Command, args []string) error {
		if err := none(c, args); err != nil {
			return err
		}
		path, err := p.bookPath()
		if err != nil {
			return err
		}
		report, err := store.Check(c.Context(), path, func(ctx context.Context, file string) *exec.Cmd {
			self, err := os.Executable()
			if err != nil {
				self = os.Args[0]
			}
			return exec.CommandContext(ctx, self, checkPages, file)
		})
		if err != nil {
			return bookTrouble(path, err)
		}
		return p.tellCheck(report, *asJSON)
	})
}

func (p *program) tellCheck(r store.Report, asJSON bool) error {
	err := p.write(func(w io.Writer) error {
		if asJSON {
			if r.Faults == nil {
				r.Faults = []store.Fault{}
			}
			e := json.NewEncoder(w)
			e.SetEscapeHTML(false)
			e.SetIndent("", "  ")
			return e.Encode(r)
		}
		for _, f := range r.Faults {
			of := ""
			if f.Meeting != "" {
				of = string(f.Meeting) + ": "
			}
			if f.Start != "" {
				of = agenda.CleanLine(f.Body) + "/" + f.Start.Date() + ": "
			}
			if _, err := fmt.Fprintln(w, agenda.CleanLine(of+f.Where+": "+f.What)); err != nil {
				return err
			}
		}
		if len(r.Faults) > 0 {
			return nil
		}
		_, err := fmt.Fprintf(w, "sound: %s, %s\n", count(r.Meetings, "meeting"), count(r.Records, "record"))
		return err
	})
	if err == nil && len(r.Faults) > 0 {
		err = wrong("the rest can be used; nothing is written over what is damaged", "the book is damaged in %s", count(len(r.Faults), "place"))
	}
	return err
}

// checkPagesCommand is not for people.
func (p *program) checkPagesCommand() *cobra.Command {
	c := &cobra.Command{Use: checkPages, Hidden: true}
	c.Run = func(_ *cobra.Command, args []string) {
		if len(args) == 1 {
			os.Exit(store.CheckPages(args[0], p.out))
		}
		p.fault = misuse(tryHelp, "%s is not for people", checkPages)
	}
	return c
}
