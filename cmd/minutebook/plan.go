package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"minutebook/agenda"
)

// plan is what an import will change, worked out whole before anything is
// written.
type plan struct {
	bodies   []agenda.Body
	meetings []change
	said     []string // what it took, for the person
}

// change is a meeting to keep in place of base.
type change struct {
	name  string
	base  agenda.Snapshot
	next  agenda.Record
	draft int // what the file says; 0: nothing
}

// refusals are all the reasons why an import cannot be done.
type refusals []error

func (r refusals) Error() string   { return r[0].Error() }
func (r refusals) Unwrap() []error { return r }

// hint is what to do about the first of them; the others are often the same.
func (r refusals) hint() string { return faultOf(r[0]).hint }

// planner works out a plan against what the book holds.
type planner struct {
	ctx      context.Context
	book     agenda.Store
	replace  bool
	shelf    shelf
	list     []agenda.Summary // the meetings in the book, then those to come
	held     int              // how many of them are in the book
	plan     plan
	refusals refusals
}

func planImport(ctx context.Context, book agenda.Store, files []source, replace bool) (plan, error) {
	bodies, err := book.Bodies(ctx)
	if err != nil {
		return plan{}, trouble(err, "", "could not list the bodies")
	}
	list, err := book.Meetings(ctx)
	if err != nil {
		return plan{}, trouble(err, "", "could not list the meetings")
	}
	pl := planner{ctx: ctx, book: book, replace: replace, shelf: shelf{bodies: bodies}, list: list, held: len(list)}
	for i := range files {
		pl.file(&files[i])
	}
	if len(pl.refusals) > 0 {
		return plan{}, pl.refusals
	}
	pl.plan.bodies = pl.shelf.changed()
	pl.say(files)
	return pl.plan, nil
}

func (pl *planner) refuse(err error) { pl.refusals = append(pl.refusals, err) }

func (pl *planner) file(f *source) {
	for _, b := range f.bodies {
		if err := pl.shelf.declare(f.name, b, pl.replace); err != nil {
			pl.refuse(err)
		}
	}
	for _, in := range f.meetings {
		body, err := pl.shelf.settle(f.name, in.body)
		if err != nil {
			pl.refuse(err)
			continue
		}
		in.record.Open.Body = body.Key
		if err := pl.meeting(f, in, body); err != nil {
			pl.refuse(err)
		}
	}
}

// meeting plans one meeting: a new one, or one in place of the same in the book.
func (pl *planner) meeting(f *source, in incoming, body agenda.Body) error {
	m := in.record.Open
	at, found := pl.find(m)
	switch {
	case !found:
		return pl.add(in, body)
	case at >= pl.held || pl.planned(pl.list[at].Key):
		return wrong("take one of them out", "%s: the meeting of %s on %s comes twice", f.name, body.Name, m.Start.Date())
	}
	name := sittings(pl.list)[at].name
	if !pl.replace {
		return wrong("--replace puts the file's in its place", "%s: %s is in the book already", f.name, name)
	}
	if f.public {
		return wrong("import a copy that was exported with --full",
			"%s is a public copy, without what is closed: it cannot replace %s", f.name, name)
	}
	base, err := pl.book.Load(pl.ctx, pl.list[at].Key)
	if err != nil {
		return trouble(err, "", "could not read "+name)
	}
	next := in.record
	next.Open.Key = base.Record.Open.Key
	// What was struck in the book keeps its ID for good: links may name it.
	next.Open.Next = max(next.Open.Next, base.Record.Open.Next)
	next.Closed.Next = max(next.Closed.Next, base.Record.Closed.Next)
	pl.plan.meetings = append(pl.plan.meetings, change{base: base, next: next, draft: in.life.Draft})
	return nil
}

// planned tells whether a meeting of the book has been replaced already.
func (pl *planner) planned(key agenda.Key) bool {
	return slices.ContainsFunc(pl.plan.meetings, func(c change) bool { return c.next.Open.Key == key })
}

func (pl *planner) add(in incoming, body agenda.Body) error {
	key := in.record.Open.Key
	if !isKey(key) {
		key = newKey()
	}
	in.record.Open.Key = key
	m := in.record.Open
	pl.list = append(pl.list, agenda.Summary{Key: key, Body: body.Key, Code: body.Code, Name: body.Name, Kind: m.Kind, Start: m.Start})
	pl.plan.meetings = append(pl.plan.meetings, change{base: agenda.Snapshot{Life: in.life}, next: in.record})
	return nil
}

// find is the place in the list of the meeting that m is a copy of: the one
// with its key, else of the same body and day, unless both state a time or a
// kind and state another.
func (pl *planner) find(m agenda.Meeting) (int, bool) {
	for i, s := range pl.list {
		if m.Key != "" && s.Key == m.Key {
			return i, true
		}
	}
	for i, s := range pl.list {
		if s.Body == m.Body && s.Start.Date() == m.Start.Date() &&
			agree(s.Start.TimeOfDay(), m.Start.TimeOfDay()) && agree(s.Kind, m.Kind) {
			return i, true
		}
	}
	return 0, false
}

func agree(a, b string) bool { return a == "" || b == "" || strings.EqualFold(a, b) }

// say tells what the plan takes in: bodies, meetings, and what was read as the
// numbers of items, because only a person can see that "3 Members" is no 3.
func (pl *planner) say(files []source) {
	for _, b := range pl.plan.bodies {
		pl.plan.said = append(pl.plan.said, fmt.Sprintf("body %s: %s", b.Code, b.Name))
	}
	names := map[agenda.Key]string{}
	for _, s := range sittings(pl.list) {
		names[s.Key] = s.name
	}
	for i := range pl.plan.meetings {
		c := &pl.plan.meetings[i]
		c.name = names[c.next.Open.Key]
		pl.plan.said = append(pl.plan.said, c.words())
	}
	for _, f := range files {
		if len(f.numbers) > 0 {
			where := ""
			if len(files) > 1 {
				where = " in " + f.name
			}
			pl.plan.said = append(pl.plan.said, "taken as numbers"+where+": "+strings.Join(f.numbers, ", "))
		}
	}
}

// words tells what is taken in of a meeting. Items and entries are counted as
// the list of meetings counts them, the roll included.
func (c change) words() string {
	m := c.next.Open
	entries, items := 0, 0
	for _, it := range m.Items {
		entries += len(it.Entries)
		if it.Titled() {
			items++
		}
	}
	line := fmt.Sprintf("meeting %s: %s, %s", c.name, cmp.Or(m.Kind, "a meeting"), count(items, "item"))
	if entries == 1 {
		line += ", 1 entry"
	} else {
		line += fmt.Sprintf(", %d entries", entries)
	}
	if c.base.Revision == "" {
		return line
	}
	line += ", in place of the one before"
	if c.draft != 0 && c.draft != c.base.Life.Draft {
		line += fmt.Sprintf("; it stays draft %d", c.base.Life.Draft)
	}
	return line
}

// carryOut writes the plan. Each body and meeting is one transaction of the
// book; all that could be refused was refused before.
func (pl plan) carryOut(ctx context.Context, book agenda.Store) error {
	for _, b := range pl.bodies {
		if err := book.SaveBody(ctx, b); err != nil {
			return trouble(err, "", "could not keep the body "+b.Name)
		}
	}
	for i, c := range pl.meetings {
		if _, err := book.Save(ctx, c.base, c.next); err != nil {
			hint := "nothing else was changed"
			if i > 0 {
				hint = fmt.Sprintf("%s of %d kept before it", count(i, "meeting"), len(pl.meetings))
			}
			return trouble(err, hint, "could not keep "+c.name)
		}
	}
	return nil
}
