package main

import (
	"bufio"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// program is what all commands share: the streams, the clock, the book they
// were told to use, and how the one that ran ended.
type program struct {
	in       io.Reader
	out, err io.Writer
	now      func() time.Time
	book     string // --book
	theme    string // --theme
	ascii    bool   // --ascii
	mask     int    // which permissions new files had not, before the program said
	fault    error
	lost     error // the first failure of cobra to write to standard output
}

// root is the command line. Building it opens nothing and reads nothing.
func (p *program) root() *cobra.Command {
	root := p.command(&cobra.Command{
		Use:   "minutebook",
		Short: "Minute meetings live and publish them",
		Long: "Minutebook minutes meetings of committees, boards and councils as fast as people\n" +
			"speak, keeps them in one file, and exports minutes that can be published.\n\n" +
			"Without a command it opens the book. A MEETING is the code of its body and its\n" +
			"day, NHC/2026-03-12, with #2 for a second one that day; a beginning that fits only\n" +
			"one meeting will do.",
		Example: "minutebook\nminutebook demo\nminutebook import march.notes\n" +
			"minutebook open NHC/2026-03-12\nminutebook export NHC/2026-03-12 -o minutes/",
		// Words that are no command reach openBook, which knows what was meant.
		Args: cobra.ArbitraryArgs,
	}, p.openBook)
	root.PersistentFlags().StringVar(&p.book, "book", "", "the book to use (default $MINUTEBOOK, else default.book in your data folder)")
	p.lookFlags(root)
	cobra.EnableCommandSorting = false // help lists them in the order of an evening
	root.SetIn(p.in)
	root.SetOut(p.watch())
	root.SetErr(p.err)
	root.SetFlagErrorFunc(p.flagError)
	root.AddCommand(p.openCommand(), p.demoCommand(), p.importCommand(), p.takeCommand(),
		p.meetingsCommand(), p.bodiesCommand(), p.registerCommand(), p.actionsCommand(), p.exportCommand(),
		p.checkCommand(), p.checkPagesCommand(),
		p.historyCommand(), p.backupCommand(), p.restoreCommand(), p.salvageCommand())
	p.tame(root)
	return root
}

// command gives c its work. How it ends stays in p, because cobra and fang
// would each print an error in a way of their own.
func (p *program) command(c *cobra.Command, work func(c *cobra.Command, args []string) error) *cobra.Command {
	c.Run = func(c *cobra.Command, args []string) { p.fault = work(c, args) }
	if c.Args == nil {
		c.Args = cobra.ArbitraryArgs
	}
	return c
}

// flagError keeps the failure and asks for a help that prints nothing, which is
// how cobra ends a command in silence.
func (p *program) flagError(c *cobra.Command, err error) error {
	p.fault = misuse(c.CommandPath()+" --help lists the flags", "%s", err)
	c.SetHelpFunc(func(*cobra.Command, []string) {})
	return pflag.ErrHelp
}

// oneMeeting is the argument of the commands that take a single meeting.
func oneMeeting(c *cobra.Command, args []string) (string, error) {
	switch len(args) {
	case 0:
		return "", misuse("minutebook meetings lists them", "%s needs a meeting", c.Name())
	case 1:
		return args[0], nil
	}
	return "", misuse("a name with blanks wants quotes", "%s takes one meeting, not %d", c.Name(), len(args))
}

// none refuses arguments where a command takes none.
func none(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return misuse(c.CommandPath()+" --help tells what it takes", "%s takes no %q", c.Name(), args[0])
}

// write runs fill on standard output and tells a failure to write.
func (p *program) write(fill func(w io.Writer) error) error {
	w := bufio.NewWriterSize(p.out, 1<<16)
	if err := fill(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return trouble(err, "", "could not write to standard output")
	}
	return nil
}

// unknownCommand tells what somebody may have meant by a first word that is no
// command.
func unknownCommand(root *cobra.Command, word string) error {
	root.SuggestionsMinimumDistance = 2
	hint := tryHelp
	if near := root.SuggestionsFor(word); len(near) > 0 {
		hint = "did you mean " + strings.Join(near, " or ") + "? " + tryHelp
	} else if info, err := os.Stat(word); err == nil && !info.IsDir() {
		hint = "to open a book: minutebook --book FILE; to take in notes: minutebook import FILE"
	}
	return misuse(hint, "there is no command %q", word)
}
