package main

import (
	"errors"
	"io"
	"io/fs"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
)

// watched is standard output that remembers its first failed write, because
// what cobra prints of its own (help, version) does not look. It is still a
// file, or help would lose its colours.
type watched struct {
	term.File
	failed *error
}

func (w watched) Write(text []byte) (int, error) {
	n, err := w.File.Write(text)
	if err != nil && *w.failed == nil {
		*w.failed = err
	}
	return n, err
}

// watch is standard output for cobra.
func (p *program) watch() io.Writer {
	if file, ok := p.out.(term.File); ok {
		return watched{file, &p.lost}
	}
	return p.out
}

// strange turns what comes back from commands that are not ours into a fault:
// what they could not write, else a slip in their use.
func (p *program) strange(err error) error {
	var path *fs.PathError
	switch {
	case p.lost != nil:
		return trouble(p.lost, "", "could not write to standard output")
	case errors.As(err, &path):
		return trouble(err, "", "could not write to standard output")
	case err != nil:
		return misuse(tryHelp, "%s", err)
	}
	return nil
}

// tame makes cobra's own commands refuse words they do not know, which they
// would answer with a help and the status of success.
func (p *program) tame(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			show := c.Run
			p.command(c, func(c *cobra.Command, args []string) error {
				if _, rest, err := root.Find(args); err != nil || len(rest) > 0 {
					return unknownCommand(root, strings.Join(args, " "))
				}
				show(c, args)
				return nil
			})
		case "completion":
			c.Args = nil
			p.command(c, func(c *cobra.Command, args []string) error {
				if len(args) == 0 {
					return c.Help()
				}
				var shells []string
				for _, shell := range c.Commands() {
					shells = append(shells, shell.Name())
				}
				return misuse("choose one of "+strings.Join(shells, ", "), "there are no completions for %q", args[0])
			})
		}
	}
}
