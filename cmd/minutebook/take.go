package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"minutebook/agenda"
	"minutebook/agenda/notes"
	"minutebook/store"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
)

// maxLine bounds one line of notes; a line is a paragraph at most.
const maxLine = 1 << 20

func (p *program) takeCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "take MEETING",
		Short: "Minute a meeting by lines of notes from standard input",
		Long: "Reads notes from standard input and keeps them line by line. Each line is in the\n" +
			"book, on the disk, when the line \"kept: …\" answers it. A line that cannot be read is\n" +
			"told on standard error and left out; the others are kept.\n\n" +
			"\"== 4\" or \"/take 4\" takes item 4; \"== 9 | Any other business\" takes an item that is\n" +
			"not on the agenda; \"==\" alone ends the item.",
		Example: "minutebook take NHC/2026-03-12\nminutebook take NHC/2026-03-12 < evening.notes",
	}
	return p.meetingCommand(c, func(ctx context.Context, book *store.Book, words string) error {
		s, snap, body, err := load(ctx, book, words)
		if err != nil {
			return err
		}
		if len(snap.Damage) > 0 {
			return p.damaged(s, snap)
		}
		t := &taker{p: p, ctx: ctx, book: book, name: s.name, snap: snap, zone: agenda.ZoneOf(snap.Record.Open, body)}
		return t.run()
	})
}

// taker keeps lines of notes in a meeting, one at a time.
type taker struct {
	p    *program
	ctx  context.Context
	book agenda.Store
	name string
	snap agenda.Snapshot
	zone *time.Location

	line  int  // of the input
	bad   int  // lines that were left out
	ended bool // a bare == was read: what follows is an interlude

	// What a line may continue: the entry as typed so far, where it was written,
	// the record before it, and the blank lines read since. Such a line applies
	// the whole entry anew, so that each line can be kept at once.
	typed   passage
	reading passage // what is applied just now
	gap     passage
	typedIn agenda.ID
	before  agenda.Record
	leftOut bool    // the line above was left out, and so is what continues it
	held    passage // a /caption or /number that waits for its entry
}

func (t *taker) run() error {
	if in, ok := t.p.in.(*os.File); ok && term.IsTerminal(in.Fd()) {
		fmt.Fprintf(t.p.err, "minuting %s%s; Ctrl+D ends\n", t.name, t.in(t.snap.Record.Open.Current()))
	}
	lines := bufio.NewScanner(t.p.in)
	lines.Buffer(make([]byte, 0, 1<<16), maxLine)
	for lines.Scan() {
		t.line++
		text := strings.TrimRight(lines.Text(), " \t\r")
		if t.line == 1 {
			text = strings.TrimPrefix(text, "\uFEFF")
		}
		if err := t.take(text); err != nil {
			return err
		}
	}
	if !t.held.none() {
		t.bad++
		fmt.Fprintf(t.p.err, "line %d: found %s at the end; expected the entry it belongs to\n", t.line, t.held.text)
	}
	switch err := lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return wrong("the lines above it are kept", "line %d is longer than a million letters; it and the rest were left out", t.line+1)
	case err != nil:
		return trouble(err, "the lines that were answered are kept", "could not read standard input")
	case t.bad > 0:
		return wrong("all other lines are kept", "%s left out", count(t.bad, "line"))
	}
	return nil
}

// place is the item a line is written in, made where the line belongs between
// two items. Before any item was taken that is the opening.
func (t *taker) place(text string) (agenda.Record, agenda.ID, error) {
	r := t.snap.Record
	m := r.Open
	if now := m.Current(); now != 0 {
		return r, now, nil
	}
	if strings.HasPrefix(text, "#") || len(m.Taken) == 0 && !t.ended {
		return r, m.Opening(), nil
	}
	if !t.ended {
		if !closed(m) {
			return r, 0, errors.New("no item is open: == or /take and a number takes one")
		}
		return r, m.Writing(), nil // what is thought of afterwards belongs to where it ended
	}
	r, id, err := r.AddItem(m.Writing(), agenda.Item{Kind: agenda.KindInterlude})
	if err != nil {
		return r, 0, err
	}
	r, err = r.Take(id, t.minuted())
	return r, id, err
}

// closed tells whether the meeting was closed in the item minuted last.
func closed(m agenda.Meeting) bool {
	it, ok := m.Item(m.Writing())
	return ok && slices.ContainsFunc(it.Entries, func(e *agenda.Entry) bool { return e.Event != nil && e.Event.What == agenda.ClosedUp })
}

// keep writes the record; when it returns nil the line is on the disk.
func (t *taker) keep(next agenda.Record) error {
	snap, err := t.book.Save(t.ctx, t.snap, next)
	if err != nil {
		what := fmt.Sprintf("line %d was not kept", t.line)
		if errors.Is(err, agenda.ErrUnsure) {
			what = fmt.Sprintf("line %d may not have been kept", t.line)
		}
		return trouble(err, "the lines above it are kept", what)
	}
	t.snap = snap
	return nil
}

// say answers a line that is kept.
func (t *taker) say(did notes.Applied) error {
	for _, w := range did.Warnings {
		fmt.Fprintln(t.p.err, t.placed(w))
	}
	what := did.What
	if did.Private && did.Kind != agenda.Note {
		what = "private words" // the screen may be on the wall
	}
	return t.answer("kept: " + what + t.in(did.Item))
}

func (t *taker) answer(words string) error {
	if _, err := io.WriteString(t.p.out, agenda.CleanLine(words)+"\n"); err != nil {
		return trouble(err, fmt.Sprintf("line %d is kept", t.line), "could not write to standard output")
	}
	return nil
}

// in names an item at the end of an answer: " in 4".
func (t *taker) in(id agenda.ID) string {
	it, ok := t.snap.Record.Open.Item(id)
	switch {
	case !ok:
		return ""
	case it.Number != "":
		return " in " + it.Number
	case it.Title != "":
		return " in " + it.Title
	case it.Kind == agenda.KindOpening:
		return " in the opening"
	}
	return " between items"
}

// minuted is the time of what is kept just now.
func (t *taker) minuted() agenda.Clock {
	return t.snap.Record.Open.MinutedAt(t.p.now().In(t.zone))
}
