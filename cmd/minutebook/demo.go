package main

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"time"

	"minutebook/agenda"
	"minutebook/store"

	"github.com/spf13/cobra"
)

//go:embed example/*.notes
var exampleNotes embed.FS

// underWay is for how long the example's meeting of today has been going on.
const underWay = 47 * time.Minute

func (p *program) demoCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "demo",
		Short: "Try it on a made-up office that is thrown away afterwards",
	}
	return p.command(c, func(c *cobra.Command, args []string) error {
		if err := none(c, args); err != nil {
			return err
		}
		if err := p.needTerminal(); err != nil {
			return err
		}
		book, err := example(c.Context(), p.now())
		if err != nil {
			return err
		}
		return p.screens(c.Context(), book, "example", "")
	})
}

// example is a book in memory, filled in as if an office had used it for some
// months, with a meeting that is under way at now.
func example(ctx context.Context, now time.Time) (agenda.Store, error) {
	book := store.Memory()
	names, err := fs.Glob(exampleNotes, "example/*.notes")
	if err != nil {
		return nil, fmt.Errorf("list the example: %w", err)
	}
	var files []source
	for _, name := range names {
		text, err := exampleNotes.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read the example: %w", err)
		}
		file, err := readNotes(name, fillIn(string(text), now.Add(-underWay)))
		if err != nil {
			return nil, fmt.Errorf("read the example: %w", err)
		}
		for i := range file.meetings {
			file.meetings[i].record = asMinuted(file.meetings[i].record, now)
		}
		files = append(files, file)
	}
	plan, err := planImport(ctx, book, files, false)
	if err != nil {
		return nil, fmt.Errorf("read the example: %w", err)
	}
	return book, plan.carryOut(ctx, book)
}

// braces is a day or a time of the example: {{-28}}, {{tue 3}}, {{-28 words}}, {{31m}}.
var braces = regexp.MustCompile(`\{\{(?:(mon|tue|wed|thu|fri) )?(-?\d+)(m| words)?\}\}`)

// fillIn puts days and times in place of what stands in braces: days from
// start, the first Tuesday from such a day, a day in words, minutes from start.
func fillIn(text string, start time.Time) string {
	dates := agenda.Council().Dates
	return braces.ReplaceAllStringFunc(text, func(field string) string {
		part := braces.FindStringSubmatch(field)
		count, _ := strconv.Atoi(part[2])
		if part[3] == "m" {
			return agenda.At(start.Add(time.Duration(count) * time.Minute)).TimeOfDay()
		}
		day := start.AddDate(0, 0, count)
		for part[1] != "" && !strings.HasPrefix(strings.ToLower(day.Weekday().String()), part[1]) {
			day = day.AddDate(0, 0, 1)
		}
		if part[3] != "" {
			return dates.Spell(agenda.At(day), dates.Short)
		}
		return agenda.At(day).Date()
	})
}

// asMinuted gives the meeting that is under way at now the order it was taken
// in: the items that have entries, the last of them still open.
func asMinuted(r agenda.Record, now time.Time) agenda.Record {
	start, _, err := r.Open.Start.Time()
	if err != nil || r.Open.Start != agenda.At(now.Add(-underWay)) {
		return r
	}
	var taken []agenda.ID
	for _, it := range r.Open.Items {
		if it.Titled() && len(it.Entries) > 0 {
			taken = append(taken, it.ID)
		}
	}
	r.Open.Taken = nil
	for i, id := range taken {
		// The first items are soon done; the open one has had most of the time.
		at := agenda.At(start.Add(time.Duration(4*i) * time.Minute))
		if next, err := r.Take(id, at); err == nil {
			r = next
		}
	}
	return r
}
