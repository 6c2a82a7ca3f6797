package main_test

import (
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
	"minutebook/exports"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares a text with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is another; run the test with -update and read the difference. Now:\n%s", file, got)
	}
}

// TestDayInTheLife is a meeting that goes nowhere near its agenda, of a council
// of forty, minuted with the keys of the program alone: testdata/day.walk. The
// day is past, so that the minutes have the times that the clerk typed and no
// others.
func TestDayInTheLife(t *testing.T) {
	dir := t.TempDir()
	book := filepath.Join(dir, "aldermere.book")
	run(t, book, "import", filepath.Join("testdata", "day.notes"))
	c := open(t, 100, 32, book)
	c.walk(readWalk(t, "day.walk"))
	if status := c.ends(); status != 0 {
		t.Fatalf("the program ended with status %d", status)
	}
	t.Logf("%d keys", c.keys)

	minutes, err := os.ReadFile(filepath.Join(dir, "atc-2026-03-12-minutes.md"))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "day.md", string(minutes))
	full := run(t, book, "export", "ATC/2026-03-12", "--format", "notes", "--full")
	golden(t, "day-full.notes", timeless(full))

	public := string(minutes)
	for _, format := range []string{"md", "notes", "json"} {
		public += run(t, book, "export", "ATC/2026-03-12", "--format", format)
	}
	for _, word := range closedWords {
		if !strings.Contains(full, word) {
			t.Errorf("the full notes do not say %q", word)
		}
		if strings.Contains(public, word) {
			t.Errorf("a public copy says %q", word)
		}
	}
	comesBack(t, dir, book, full)
}

// timeless is full notes without the times at which the items were taken by the
// keys: they are those of the test, and of no day that is minuted.
func timeless(full string) string {
	return takenLine.ReplaceAllStringFunc(full, func(line string) string { return typedAt.ReplaceAllString(line, "TYPED") })
}

var (
	takenLine = regexp.MustCompile(`(?m)^taken: .*$`)
	typedAt   = regexp.MustCompile(`\d{4}-\d\d-\d\d \d\d:\d\d`)
)

// closedWords are words of the exempt item of the walk that stand nowhere else.
var closedWords = []string{"Terms of the new Clerk", "Okoro", "£51,000", "£49,500", "references", "38-2"}

// comesBack takes full notes into another book and wants the same meeting there:
// to the letter in notes and Markdown, public and full, and in JSON but for what
// only the book itself has.
func comesBack(t *testing.T, dir, book, full string) {
	t.Helper()
	file, again := filepath.Join(dir, "full.notes"), filepath.Join(dir, "again.book")
	if err := os.WriteFile(file, []byte(full), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, again, "import", file)
	for _, copy := range [][]string{{"notes"}, {"notes", "--full"}, {"md"}, {"md", "--full"}} {
		args := append([]string{"export", "ATC/2026-03-12", "--format"}, copy...)
		if was, is := run(t, book, args...), run(t, again, args...); was != is {
			t.Errorf("%v of the meeting that came back is another:\n%s\nwant:\n%s", copy, is, was)
		}
	}
	was, is := fullRecord(t, book), fullRecord(t, again)
	if !reflect.DeepEqual(was, is) {
		t.Errorf("the record that came back is another:\n%+v\nwant:\n%+v", is, was)
	}
}

// fullRecord is the meeting of a book with its entries numbered in the order of
// the agenda, and without what notes do not carry: the keys of the book, and when
// each item was minuted.
func fullRecord(t *testing.T, book string) agenda.Record {
	t.Helper()
	out := run(t, book, "export", "ATC/2026-03-12", "--format", "json", "--full")
	file, err := exports.ReadJSON(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	r := agendatest.Renumber(file.Record())
	r.Open.Key, r.Open.Body, r.Open.Taken = "", "", nil
	return r
}
