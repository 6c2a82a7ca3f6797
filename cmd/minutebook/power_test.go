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

	"minutebook/agenda"
	"minutebook/store"
)

// recorded is what is recorded while the power is on: a book is made, a meeting
// is minuted line by line, exported and copied.
const recorded = `set -e
cd "$1"
book=$1/evening/n.book
minutebook --book $book import agenda.notes
(echo "/take 1"; for i in 0 1 2 3 4 5 6 7 8 9; do echo "? Question $i of round 0?"; done) | minutebook --book $book take NHC
minutebook --book $book export NHC -o evening/
`

// TestPowerCut stops a recorded evening at moments and in ways in which the
// power may go, and opens what the disk then holds: every line that was answered
// is in the book, and the book opens. The same recording without its syncs must
// fail, or the test could not.
func TestPowerCut(t *testing.T) {
	tool := powercut(t)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "agenda.notes"), []byte(killAgenda), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "evening"), 0o700); err != nil {
		t.Fatal(err)
	}
	rec := filepath.Join(dir, "rec")
	output(t, dir, tool, "record", "-dir", "evening", "-o", rec, "--", "sh", "-c", recorded, "sh", dir)
	cuts := "400"
	switch {
	case os.Getenv("MINUTEBOOK_CUTS") != "":
		cuts = os.Getenv("MINUTEBOOK_CUTS") // 0: every moment in every way
	case testing.Short():
		cuts = "60"
	}
	verify := "minutebook-verify {dir}/n.book {acks}"
	out := output(t, dir, tool, "replay", "-rec", rec, "-n", cuts, "-verify", verify)
	t.Log(lastLine(out))

	trace := filepath.Join(rec, "strace.log")
	log, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	unsynced := regexp.MustCompile(`(?m)^.*\bf(data)?sync\(.*\n`).ReplaceAll(log, nil)
	if bytes.Equal(unsynced, log) {
		t.Fatal("the recording has no syncs to take out")
	}
	if err := os.WriteFile(trace, unsynced, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(tool, "replay", "-rec", rec, "-n", "60", "-verify", verify)
	cmd.Dir = dir
	control, err := cmd.CombinedOutput()
	var failed *exec.ExitError
	if !errors.As(err, &failed) {
		t.Errorf("without its syncs the book lost nothing (%v): the test proves nothing\n%s", err, control)
	}
	t.Log("without syncs: " + lastLine(string(control)))
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
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", filepath.Base(name), args[0], err, out[max(0, len(out)-4000):])
	}
	return string(out)
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return lines[len(lines)-1]
}

// verifyAfter is the program that judges what a power cut left: a book, and the
// lines that were promised before.
func verifyAfter() {
	if err := verifyAfterCut(os.Args[1], os.Args[2]); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

func verifyAfterCut(path, acks string) error {
	said, err := os.ReadFile(acks)
	if err != nil {
		return err
	}
	promised := strings.Count(string(said), "kept: question")
	book, err := store.Open(path)
	if errors.Is(err, store.ErrNoBook) && !strings.Contains(string(said), "meeting NHC/") {
		return nil
	}
	if err != nil {
		return err
	}
	defer book.Close()
	texts, err := questionsIn(book)
	if err != nil && (promised > 0 || strings.Contains(string(said), "meeting NHC/")) {
		return err
	}
	if len(texts) < promised {
		return fmt.Errorf("%d lines were promised, %d are there", promised, len(texts))
	}
	for i, text := range texts {
		if want := question(0, i); text != want {
			return fmt.Errorf("line %d is %q, want %q", i, text, want)
		}
	}
	export, err := os.ReadFile(filepath.Join(filepath.Dir(path), "nhc-2026-03-12-minutes.md"))
	if err == nil && !strings.HasPrefix(string(export), "# Northmoor") || err == nil && !strings.Contains(string(export), question(0, 9)) {
		return fmt.Errorf("half an export is there: %q", export)
	}
	return nil
}

// questionsIn are the texts of the one meeting of a book.
func questionsIn(book *store.Book) (texts []string, err error) {
	ctx := context.Background()
	list, err := book.Meetings(ctx)
	if err != nil || len(list) != 1 {
		return nil, fmt.Errorf("%d meetings: %w", len(list), errors.Join(err, agenda.ErrNotFound))
	}
	snap, err := book.Load(ctx, list[0].Key)
	if err != nil || len(snap.Damage) > 0 {
		return nil, fmt.Errorf("damage %v: %w", snap.Damage, errors.Join(err, store.ErrDamaged))
	}
	for _, it := range snap.Record.Open.Items {
		for _, e := range it.Entries {
			if e.Kind == agenda.Question {
				texts = append(texts, e.Text)
			}
		}
	}
	return texts, nil
}
