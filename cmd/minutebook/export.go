package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"minutebook/agenda"
	"minutebook/exports"
	"minutebook/store"

	"github.com/spf13/cobra"
)

// exporting is what the flags of export say.
type exporting struct {
	format    string
	rendering string
	names     string
	verbose   bool
	to        string
	full      bool
	force     bool
}

func (p *program) exportCommand() *cobra.Command {
	var x exporting
	c := &cobra.Command{
		Use:   "export MEETING",
		Short: "Print or save the minutes of a meeting",
		Long: "Prints the minutes as members and the public may read them, or saves them with -o.\n" +
			"A file that Minutebook did not write is never overwritten unless --force says so.\n" +
			"--full adds the clerk's notes and says so in the file: such a copy is not for publishing.",
		Example:           "minutebook export NHC/2026-03-12\nminutebook export NHC/2026-03-12 -o minutes/\nminutebook export NHC/2026-03-12 --format notes --full -o march.notes",
		ValidArgsFunction: p.completeMeeting,
	}
	f := c.Flags()
	f.StringVar(&x.format, "format", "md", "format to write: "+strings.Join(formatNames(), ", "))
	f.StringVar(&x.rendering, "rendering", "", "questions and answers as bullets, paragraphs or labelled (default: as the body or meeting says)")
	f.StringVar(&x.names, "names", "", "those who asked and answered: shown or hidden (default: as the body or meeting says)")
	f.StringVarP(&x.to, "output", "o", "", "save to this file, or in this folder under a name of its own")
	f.BoolVar(&x.full, "full", false, "the whole record, clerk's notes included: not for publishing")
	f.BoolVar(&x.force, "force", false, "overwrite a file that Minutebook did not write")
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formatNames(), cobra.ShellCompDirectiveNoFileComp))
	f.BoolVarP(&x.verbose, "verbose", "v", false, "say on standard error what the public file leaves out")
	_ = c.RegisterFlagCompletionFunc("names", cobra.FixedCompletions(namings, cobra.ShellCompDirectiveNoFileComp))
	_ = c.RegisterFlagCompletionFunc("rendering", cobra.FixedCompletions(renderingNames(), cobra.ShellCompDirectiveNoFileComp))
	return p.command(c, func(c *cobra.Command, args []string) error {
		words, err := oneMeeting(c, args)
		if err != nil {
			return err
		}
		file, err := x.check()
		if err != nil {
			return err
		}
		return p.reading(func(book *store.Book) error {
			s, snap, body, err := load(c.Context(), book, words)
			if err != nil {
				return err
			}
			return p.export(s, snap, body, file, x)
		})
	})
}

// check refuses flags that make no sense before any book is opened.
func (x exporting) check() (exports.Copy, error) {
	var none exports.Copy
	format, ok := exports.FormatNamed(x.format)
	if !ok {
		return none, misuse("choose one of "+strings.Join(formatNames(), ", "), "there is no format %q", x.format)
	}
	if x.rendering != "" && !slices.Contains(renderingNames(), x.rendering) {
		return none, misuse("choose one of "+strings.Join(renderingNames(), ", "), "there is no rendering %q", x.rendering)
	}
	if x.names != "" && !slices.Contains(namings, x.names) {
		return none, misuse("choose one of "+strings.Join(namings, ", "), "names are not %q", x.names)
	}
	return exports.Copy{Format: format, Full: x.full, Rendering: agenda.Rendering(x.rendering), Names: agenda.Naming(x.names)}, nil
}

func (p *program) export(s sitting, snap agenda.Snapshot, body agenda.Body, file exports.Copy, x exporting) error {
	r := snap.Record
	fill := func(w io.Writer) error { return file.Write(w, body, r, snap.Life) }
	if x.verbose && !x.full {
		for _, o := range exports.LeftOut(file, body, r) {
			fmt.Fprintf(p.err, "left out: %s, %s\n", agenda.CleanLine(o.Item), o.Words)
		}
	}
	if x.to == "" || x.to == "-" {
		if err := p.write(fill); err != nil {
			return err
		}
		return p.damaged(s, snap)
	}
	path := x.path(body, r.Open, file)
	if err := p.saving(x.full, func() error { return exports.WriteFile(path, x.force, fill) }); err != nil {
		return exportTrouble(path, err)
	}
	fmt.Fprintln(p.out, path)
	return p.damaged(s, snap)
}

// path is where to save: a folder gets a name that tells body, day and kind.
func (x exporting) path(body agenda.Body, m agenda.Meeting, file exports.Copy) string {
	info, err := os.Stat(x.to)
	if (err != nil || !info.IsDir()) && !os.IsPathSeparator(x.to[len(x.to)-1]) {
		return x.to
	}
	return filepath.Join(x.to, file.FileName(body, m))
}

// saving runs work with the permissions for new files that the person has
// chosen, for a file that anybody may read.
func (p *program) saving(full bool, work func() error) error {
	if !full {
		defer setMask(setMask(p.mask))
	}
	return work()
}

func exportTrouble(path string, err error) error {
	hint := ""
	if errors.Is(err, exports.ErrForeign) || errors.Is(err, exports.ErrAnother) {
		hint = "choose another name with -o, or --force to overwrite it"
	}
	return &fault{status: statusTrouble, what: "could not save " + path + ": " + exports.Why(path, err), hint: hint, cause: err}
}

// damaged tells what of the record could not be read, after the rest is out.
func (p *program) damaged(s sitting, snap agenda.Snapshot) error {
	for _, d := range snap.Damage {
		fmt.Fprintf(p.err, "%s: %s could not be read: %s\n", s.name, d.Where, plain(d.Err))
	}
	if len(snap.Damage) == 0 {
		return nil
	}
	return wrong("what could be read was exported; restore a copy of the book for the rest",
		"%s is damaged in %s", s.name, count(len(snap.Damage), "place"))
}

func formatNames() []string {
	var names []string
	for _, f := range exports.Formats {
		names = append(names, f.Name)
	}
	return names
}

// namings is what --names may say.
var namings = []string{string(agenda.NamesShown), string(agenda.NamesHidden)}

func renderingNames() []string {
	var names []string
	for _, r := range agenda.Renderings {
		names = append(names, string(r))
	}
	return names
}
