package main_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"minutebook/store"
	"minutebook/store/journal"
)

// A command that writes tells of an older copy, and goes on telling when more
// changes have come than the copy lacked.
func TestTakeTellsOfAnOlderCopy(t *testing.T) {
	path := harbourBook(t)
	book, err := store.OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	id, seq, err := book.Identity(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	_ = book.Close()
	j, err := journal.Open(journal.Options{Path: path, Book: id, Seq: seq + 2, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	_ = j.Close()
	for range 3 {
		take := command(t, path, "take", "NHC/2026-03-12")
		take.Stdin = strings.NewReader("one.\n\ntwo.\n")
		var told strings.Builder
		take.Stderr = &told
		if err := take.Run(); err != nil {
			t.Fatal(err)
		}
		if got := told.String(); strings.Count(got, "this book is an older copy: it lacks 2 changes, the last of ") != 1 {
			t.Errorf("it says %q", got)
		}
	}
}
