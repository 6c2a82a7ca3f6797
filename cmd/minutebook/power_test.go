package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
)

// cutEvening is what is recorded while the power is on, and what must be there of
// it when the power has gone at any moment.
type cutEvening struct {
	name   string
	before string   // a shell makes what there is already; "$1" is the folder
	during []string // the program that is recorded; the folder is its last word
	// without is which syncs are taken out of the recording for its controls.
	without map[string]*regexp.Regexp
	timed   bool // it promises a time, which a slowed program need not keep
	// verify judges a folder after the cut, by what was printed before it.
	verify func(dir, said string) error
}

// A sync as it stands in a recording, and one of the journal: there the names of
// files are in hexadecimal letters.
var (
	anySync     = regexp.MustCompile(`(?m)^.*\bf(data)?sync\(.*\n`)
	journalSync = regexp.MustCompile(`(?m)^.*\bf(data)?sync\(\d+<[^>]*` + regexp.QuoteMeta(hex(".journal")) + `.*\n`)
)

// asking is a shell that minutes so many questions, from the given one on.
const asking = `asks() { (echo "/take 1"; i=$1; while [ $i -lt $2 ]; do echo "? Question $i of round 0?"; i=$((i+1)); done) | minutebook --book $book take NHC; }
set -e; cd "$1"; book=n.book
`

// evenings is all that is recorded. One more row is one more kind of work that
// the power may cut.
var evenings = []cutEvening{
	{
		name:    "minuting",
		during:  shell(asking + `minutebook --book $book import ../agenda.notes; asks 0 10; minutebook --book $book export NHC -o .`),
		without: map[string]*regexp.Regexp{"its syncs": anySync},
		verify:  verifyMinuted,
	}, {
		name:    "typing",
		during:  []string{"minutebook-typist"},
		without: map[string]*regexp.Regexp{"its syncs": anySync, "the syncs of the journal": journalSync},
		timed:   true,
		verify:  verifyTyped,
	}, {
		name:    "copies",
		before:  asking + `minutebook --book $book import ../agenda.notes; asks 0 5`,
		during:  shell(asking + `minutebook --book $book backup; asks 5 8; minutebook --book $book backup; minutebook --book $book backup copy.book`),
		without: map[string]*regexp.Regexp{"its syncs": anySync},
		verify:  verifyCopied,
	}, {
		name:    "restore",
		before:  asking + `minutebook --book $book import ../agenda.notes; asks 0 3; minutebook --book $book backup; asks 3 10`,
		during:  shell(asking + `minutebook --book $book restore 20; asks 3 6`),
		without: map[string]*regexp.Regexp{"its syncs": anySync},
		verify:  verifyRestored,
	}, {
		name:    "upgrade",
		before:  `cd "$1"; umask 077; gunzip -c ../older.book.gz > n.book`,
		during:  shell(`cd "$1"; (echo "/take 2"; for i in 0 1 2 3; do echo "? Question $i of round 0?"; done) | minutebook --book n.book take NHC/2026-04-09`),
		without: map[string]*regexp.Regexp{"its syncs": anySync},
		verify:  verifyUpgraded,
	},
}

func shell(script string) []string { return []string{"sh", "-c", script, "sh"} }

// TestPowerCut stops recorded evenings at moments and in ways in which the power
// may go, and opens what the disk then holds. The same recordings without their
// syncs must fail, or the test could not.
func TestPowerCut(t *testing.T) {
	tool := powercut(t)
	cuts, fewer := "100", "60"
	switch {
	case os.Getenv("MINUTEBOOK_CUTS") != "":
		cuts = os.Getenv("MINUTEBOOK_CUTS") // 0: every moment in every way
	case testing.Short():
		cuts = "24"
	}
	for _, e := range evenings {
		t.Run(e.name, func(t *testing.T) {
			if e.timed && testing.Short() {
				t.Skip("the short tests are run with the race detector, which is slow")
			}
			rec := e.record(t, tool)
			t.Parallel() // the next is recorded before any is judged
			out, err := e.replay(t, tool, rec, cuts)
			if err != nil {
				t.Errorf("%v\n%s", err, out)
			}
			t.Log(lastLine(out))
			trace := filepath.Join(rec, "strace.log")
			log, err := os.ReadFile(trace)
			if err != nil {
				t.Fatal(err)
			}
			for what, syncs := range e.without {
				unsynced := syncs.ReplaceAll(log, nil)
				if bytes.Equal(unsynced, log) {
					t.Fatalf("the recording has nothing of %s to take out", what)
				}
				if err := os.WriteFile(trace, unsynced, 0o600); err != nil {
					t.Fatal(err)
				}
				out, err := e.replay(t, tool, rec, fewer)
				if failed := (*exec.ExitError)(nil); !errors.As(err, &failed) || failed.ExitCode() != 1 {
					t.Errorf("without %s nothing was lost (%v): the test proves nothing\n%s", what, err, out)
				}
				t.Logf("without %s: %s", what, lastLine(out))
			}
		})
	}
}

// record has an evening and returns where its recording is.
func (e *cutEvening) record(t *testing.T, tool string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "agenda.notes"), []byte(killAgenda), 0o600); err != nil {
		t.Fatal(err)
	}
	older, err := os.ReadFile(filepath.Join("..", "..", "store", "testdata", "schema1-first.book.gz"))
	if err != nil || os.WriteFile(filepath.Join(dir, "older.book.gz"), older, 0o600) != nil {
		t.Fatal(err)
	}
	files, rec := filepath.Join(dir, "evening"), filepath.Join(dir, "rec")
	if err := os.Mkdir(files, 0o700); err != nil {
		t.Fatal(err)
	}
	if e.before != "" {
		output(t, dir, "sh", "-c", e.before, "sh", files)
	}
	args := append([]string{"record", "-dir", files, "-o", rec, "--"}, append(e.during, files)...)
	if out := output(t, dir, tool, args...); strings.Contains(out, "program ended") {
		t.Fatalf("the evening went wrong:\n%s", out)
	}
	atItsEnd(t, rec, files)
	return rec
}

// appended is a line of a recording that opens a new file of the journal.
var appended = regexp.MustCompile(`(?m)^(\d+) .*= (\d+)<[^>]*` + regexp.QuoteMeta(hex(".journal.")) + `[^>]*` + regexp.QuoteMeta(hex(".new")) + `>\n`)

// atItsEnd tells a recording that the journal is written at its end under its
// last name too: a recorder knows it of the name only under which it was opened.
func atItsEnd(t *testing.T, rec, files string) {
	t.Helper()
	trace := filepath.Join(rec, "strace.log")
	log, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	name := hex(filepath.Join(files, "n.book.journal"))
	log = appended.ReplaceAll(log, []byte("${0}${1} openat(AT_FDCWD, \""+name+"\", O_WRONLY|O_APPEND) = ${2}<"+name+">\n"))
	if err := os.WriteFile(trace, log, 0o600); err != nil {
		t.Fatal(err)
	}
}

// hex is a name as recordings have it.
func hex(name string) string {
	var b strings.Builder
	for _, c := range []byte(name) {
		fmt.Fprintf(&b, `\x%02x`, c)
	}
	return b.String()
}

func (e *cutEvening) replay(t *testing.T, tool, rec, cuts string) (string, error) {
	t.Helper()
	return limited(t, t.TempDir(), tool, "replay", "-rec", rec, "-n", cuts, "-verify", "minutebook-verify "+e.name+" {dir} {acks}")
}

// powercut builds the tool that replays a recording.
func powercut(t *testing.T) string {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("power cuts are recorded on Linux")
	}
	source, err := filepath.Abs("../../../shared/tools/powercut")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(source); err != nil {
		t.Skipf("there is no tool for power cuts: %v", err)
	}
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("strace is not installed")
	}
	tool := filepath.Join(t.TempDir(), "powercut")
	output(t, source, "go", "build", "-o", tool, ".")
	return tool
}

// output runs a program that must succeed and returns all it printed.
func output(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	out, err := limited(t, dir, name, args...)
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", filepath.Base(name), args[0], err, out[max(0, len(out)-4000):])
	}
	return out
}

// limited runs a program, for as long as the longest of them may take.
func limited(t *testing.T, dir, name string, args ...string) (string, error) {
	t.Helper()
	limit := 5 * time.Minute
	if os.Getenv("MINUTEBOOK_CUTS") != "" {
		limit = time.Hour
	}
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.WaitDelay = 5 * time.Second // what it started may still hold its output
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return lines[len(lines)-1]
}
