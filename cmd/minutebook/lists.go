package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"minutebook/agenda"
	"minutebook/store"

	"github.com/spf13/cobra"
)

// list prints rows for people or, where asked, the same things for programs.
type list[T any] struct {
	nothing string // said where the list is empty
	head    []string
	row     func(T) []string
}

func (l list[T]) print(p *program, things []T, asJSON bool) error {
	if asJSON {
		return p.write(func(w io.Writer) error { return printJSON(w, things) })
	}
	if len(things) == 0 {
		fmt.Fprintln(p.err, l.nothing)
		return nil
	}
	rows := make([][]string, len(things))
	for i, t := range things {
		rows[i] = l.row(t)
	}
	return p.write(func(w io.Writer) error { return table(w, l.head, rows) })
}

// damaged says so of a book that is: a list of it may lack something.
func damaged(ctx context.Context, book *store.Book) error {
	found, err := book.Unreadable(ctx)
	if err != nil {
		return trouble(err, "", "could not read all of the book")
	}
	if found {
		return wrong("", "the book is damaged: minutebook check says where")
	}
	return nil
}

// jsonFlag adds --json to c.
func jsonFlag(c *cobra.Command) *bool {
	return c.Flags().Bool("json", false, "print JSON, for scripts")
}

// namedSummary is a meeting as --json prints it.
type namedSummary struct {
	Meeting string `json:"meeting"`
	agenda.Summary
}

func (p *program) meetingsCommand() *cobra.Command {
	c := &cobra.Command{Use: "meetings", Short: "List the meetings, newest first"}
	asJSON := jsonFlag(c)
	l := list[namedSummary]{
		nothing: "the book has no meetings yet",
		head:    []string{"MEETING", "TIME", "KIND", "BODY", "ITEMS", "ENTRIES", "STATE"},
		row: func(s namedSummary) []string {
			return []string{s.Meeting, s.Start.TimeOfDay(), s.Kind, s.Name, strconv.Itoa(s.Items), strconv.Itoa(s.Entries), state(s.Summary)}
		},
	}
	return p.command(c, func(c *cobra.Command, args []string) error {
		if err := none(c, args); err != nil {
			return err
		}
		return p.reading(func(book *store.Book) error {
			found, err := book.Meetings(c.Context())
			if err != nil {
				return trouble(err, "", "could not list the meetings")
			}
			var named []namedSummary
			for _, s := range sittings(found) {
				named = append(named, namedSummary{s.name, s.Summary})
			}
			return errors.Join(l.print(p, named, *asJSON), damaged(c.Context(), book))
		})
	})
}

// state is how far a meeting has come, in a word or two.
func state(s agenda.Summary) string {
	switch {
	case s.Closed != "":
		return "closed"
	case s.Open:
		return "open now"
	}
	return ""
}

func (p *program) bodiesCommand() *cobra.Command {
	c := &cobra.Command{Use: "bodies", Short: "List the bodies: committees, boards, councils"}
	asJSON := jsonFlag(c)
	l := list[agenda.Body]{
		nothing: "the book has no bodies yet",
		head:    []string{"CODE", "NAME", "SEATS", "STANDING ITEMS", "QUORUM"},
		row: func(b agenda.Body) []string {
			return []string{b.Code, b.Name, strconv.Itoa(len(b.Seats)), strconv.Itoa(len(b.Standing)), b.Quorum}
		},
	}
	return p.command(c, func(c *cobra.Command, args []string) error {
		if err := none(c, args); err != nil {
			return err
		}
		return p.reading(func(book *store.Book) error {
			found, err := book.Bodies(c.Context())
			if err != nil {
				return trouble(err, "", "could not list the bodies")
			}
			return errors.Join(l.print(p, found, *asJSON), damaged(c.Context(), book))
		})
	})
}

func (p *program) registerCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "register [WORDS]",
		Short:   "List the resolutions, or those that hold all of the words",
		Example: "minutebook register\nminutebook register dredging 2028",
	}
	asJSON := jsonFlag(c)
	return p.command(c, func(c *cobra.Command, args []string) error {
		words := strings.Fields(strings.Join(args, " "))
		l := list[agenda.Decision]{
			nothing: "the book has no resolutions yet",
			head:    []string{"DATE", "BODY", "ITEM", "TITLE", "DECISION"},
			row: func(d agenda.Decision) []string {
				return []string{d.Date, d.Code, d.Item, d.Title, decisionText(d)}
			},
		}
		if len(words) > 0 {
			l.nothing = "no resolution holds " + strings.Join(words, " and ")
		}
		return p.reading(func(book *store.Book) error {
			found, err := every(func(q agenda.Query) (agenda.Page[agenda.Decision], error) { return book.Register(c.Context(), q) },
				agenda.ReadQuery(strings.Join(words, " ")))
			if err != nil {
				return trouble(err, "", "could not read the register")
			}
			return errors.Join(l.print(p, found, *asJSON), damaged(c.Context(), book))
		})
	})
}

// decisionText is a resolution on one line.
func decisionText(d agenda.Decision) string {
	verb, _ := d.Lines()
	if verb != "" {
		verb += " – "
	}
	return verb + d.Words()
}

// pageRows is how many rows of a list are read at a time.
const pageRows = 500

// every reads a list to its end, page by page.
func every[T any](read func(agenda.Query) (agenda.Page[T], error), q agenda.Query) (all []T, err error) {
	for q.Limit = pageRows; ; q.Offset += q.Limit {
		page, err := read(q)
		if err != nil {
			return nil, err
		}
		all = append(all, page.Rows...)
		if q.Offset+q.Limit >= page.Hits {
			return all, nil
		}
	}
}

func (p *program) actionsCommand() *cobra.Command {
	c := &cobra.Command{Use: "actions", Short: "List the actions still to be done, the most pressing first"}
	asJSON := jsonFlag(c)
	all := c.Flags().Bool("all", false, "list those that are done too")
	return p.command(c, func(c *cobra.Command, args []string) error {
		if err := none(c, args); err != nil {
			return err
		}
		l := list[agenda.Task]{
			nothing: "nothing is to be done",
			head:    []string{"DUE", "OWNER", "ACTION", "BODY", "MEETING", "ITEM", "STATE"},
			row: func(t agenda.Task) []string {
				return []string{t.Due, strings.Join(t.Owners, ", "), t.Text, t.Code, t.Date, t.Item, t.State}
			},
		}
		return p.reading(func(book *store.Book) error {
			q := agenda.Query{}
			if *all {
				q.State = agenda.Whatever
			}
			found, err := every(func(q agenda.Query) (agenda.Page[agenda.Task], error) { return book.Actions(c.Context(), q) }, q)
			if err != nil {
				return trouble(err, "", "could not list the actions")
			}
			return errors.Join(l.print(p, found, *asJSON), damaged(c.Context(), book))
		})
	})
}
