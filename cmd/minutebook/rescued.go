package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"minutebook/agenda"
	"minutebook/exports"
	"minutebook/tui"
)

// rescueCopies looks at the copies of meetings that a book once did not take:
// one of which the book holds all by now is removed, because private business is
// in it. The others, where they are of this book or newer than since, are left
// and returned.
func rescueCopies(ctx context.Context, book agenda.Store, folder string, since time.Time) (left []tui.Copy) {
	if folder == "" {
		return nil
	}
	all, _ := filepath.Glob(filepath.Join(folder, "not-saved-*.json")) // only a bad pattern fails
	for _, path := range all {
		rescued, written, err := readRescue(path)
		if err != nil {
			continue // whatever it is, it is not ours to remove
		}
		held, err := book.Load(ctx, rescued.Open.Key)
		lacks := lacking(held.Record, rescued)
		switch {
		case err == nil && len(held.Damage) == 0 && lacks == 0:
			if os.Remove(path) == nil {
				continue
			}
		case errors.Is(err, agenda.ErrNotFound) && written.Before(since):
			continue // of another book
		}
		left = append(left, tui.Copy{Path: path, Meeting: rescued.Open.Key, Lacks: lacks})
	}
	return left
}

func readRescue(path string) (r agenda.Record, written time.Time, err error) {
	f, err := os.Open(path)
	if err != nil {
		return r, written, err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return r, written, err
	}
	file, err := exports.ReadJSON(f)
	return file.Record(), info.ModTime(), err
}

// lacking is how much of what a copy says is not in a record, which may say
// more. Words that were kept later have another ID, so what an entry says counts.
func lacking(held, rescued agenda.Record) (lacks int) {
	there := pieces(held)
	for piece, n := range pieces(rescued) {
		lacks += max(0, n-there[piece])
	}
	return lacks
}

// pieces is what a record says, cut up, and how often.
func pieces(r agenda.Record) map[string]int {
	out := map[string]int{}
	// What was added to a head since, such as that its item was taken, is more, not other.
	fields := func(item agenda.ID, v any) {
		text, _ := json.Marshal(v)
		var said map[string]json.RawMessage
		_ = json.Unmarshal(text, &said) // nothing that JSON cannot say is in a record
		for name, value := range said {
			out[fmt.Sprint(item, " ", name, " ", string(value))]++
		}
	}
	entry := func(item agenda.ID, e agenda.Entry) {
		e.ID, e.On = 0, 0
		fields(item, struct{ Entry agenda.Entry }{e})
	}
	meeting := r.Open
	meeting.Items, meeting.Next = nil, 0
	fields(0, meeting)
	for _, it := range r.Open.Items {
		title := *it
		title.Entries = nil
		fields(it.ID, title)
		for _, e := range it.Entries {
			entry(it.ID, *e)
		}
	}
	for id, it := range r.Closed.Items {
		title := *it
		title.Entries = nil
		fields(id, title)
		for _, e := range it.Entries {
			entry(id, e.Entry)
		}
	}
	return out
}
