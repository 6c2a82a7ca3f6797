package main

import (
	"context"
	"os"
	"strings"

	"minutebook/agenda"
	"minutebook/store"
	"minutebook/tui"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
)

// openBook is minutebook without a command: the interface, on a book made for
// the purpose where there is none.
func (p *program) openBook(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return unknownCommand(c.Root(), args[0])
	}
	if err := p.needTerminal(); err != nil {
		return err
	}
	return p.withBook(openOrCreate, func(book *store.Book) error {
		return p.minuting(c.Context(), book, "")
	})
}

func (p *program) openCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "open MEETING",
		Short:   "Go straight into minuting a meeting",
		Example: "minutebook open NHC/2026-03-12",
	}
	return p.meetingCommand(c, func(ctx context.Context, book *store.Book, words string) error {
		s, err := find(ctx, book, words)
		if err != nil {
			return err
		}
		if err := p.needTerminal(); err != nil {
			return err
		}
		return p.minuting(ctx, book, s.Key)
	})
}

// lookFlags is how the screens can be told to look.
func (p *program) lookFlags(c *cobra.Command) {
	f := c.PersistentFlags()
	f.StringVar(&p.theme, "theme", "", "how the screens look: "+strings.Join(tui.Themes, ", ")+" (default $MINUTEBOOK_THEME, else auto)")
	f.BoolVar(&p.ascii, "ascii", false, "draw the screens with ASCII only (default $MINUTEBOOK_ASCII)")
}

// look is the theme and the letters of the screens, from the flags or else the
// environment.
func (p *program) look() (theme string, ascii bool, err error) {
	theme, where := p.theme, "--theme"
	if theme == "" {
		theme, where = os.Getenv("MINUTEBOOK_THEME"), "$MINUTEBOOK_THEME"
	}
	if !tui.IsTheme(theme) {
		return "", false, misuse("choose one of "+strings.Join(tui.Themes, ", "), "no theme is called %q, as %s says", theme, where)
	}
	v := os.Getenv("MINUTEBOOK_ASCII")
	return theme, p.ascii || v != "" && v != "0", nil
}

// screens runs the interface on a book until the person leaves it.
func (p *program) screens(ctx context.Context, book agenda.Store, name string, meeting agenda.Key, more ...func(*tui.Options)) error {
	theme, ascii, err := p.look()
	if err != nil {
		return err
	}
	o := tui.Options{
		Store: book, Book: name, Now: p.now, NewKey: newKey, Meeting: meeting,
		Theme: theme, ASCII: ascii,
		Example: func() (agenda.Store, error) { return example(ctx, p.now()) },
		Import: func(path string) (string, error) {
			return p.importInto(ctx, book, path)
		},
		Saving: p.saving,
		In:     p.in, Out: p.out,
	}
	for _, add := range more {
		add(&o)
	}
	return tui.Run(ctx, o)
}

// needTerminal refuses to draw screens into a pipe.
func (p *program) needTerminal() error {
	for _, stream := range []any{p.in, p.out} {
		file, ok := stream.(*os.File)
		if !ok || !term.IsTerminal(file.Fd()) {
			return misuse("without one, use the commands: "+tryHelp, "the screens need a terminal")
		}
	}
	return nil
}

// completeMeeting offers the names of the meetings to the shell.
func (p *program) completeMeeting(c *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var names []string
	if len(args) == 0 {
		_ = p.reading(func(book *store.Book) error {
			list, err := book.Meetings(c.Context())
			for _, s := range sittings(list) {
				names = append(names, s.name)
			}
			return err
		})
	}
	return names, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}
