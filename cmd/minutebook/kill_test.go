package main

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"minutebook/store"
)

const killAgenda = `body: Northmoor Harbour Committee
code: NHC
meeting: Ordinary, 2026-03-12 18:00, Guildhall, Northmoor

== 1 Buoys
`

// TestKill kills the program with a signal it cannot catch while it keeps
// lines as fast as it can, again and again on the same book. Every line that
// was answered must be there afterwards, once, in order.
func TestKill(t *testing.T) {
	rounds := 50
	if testing.Short() {
		rounds = 5
	}
	if n, err := strconv.Atoi(os.Getenv("MINUTEBOOK_KILLS")); err == nil {
		rounds = n
	}
	dir := t.TempDir()
	book, notes := filepath.Join(dir, "killed.book"), filepath.Join(dir, "agenda.notes")
	if err := os.WriteFile(notes, []byte(killAgenda), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("minutebook", "--book", book, "import", notes).CombinedOutput(); err != nil {
		t.Fatalf("import: %v\n%s", err, out)
	}
	kept := 0 // lines in the book so far
	for round := range rounds {
		answered := killOnce(t, book, round, rand.IntN(8))
		found := questions(t, book)[kept:]
		if len(found) < answered {
			t.Fatalf("round %d: %d lines were answered, %d are in the book", round, answered, len(found))
		}
		for i, text := range found {
			if want := question(round, i); text != want {
				t.Fatalf("round %d: line %d is %q, want %q", round, i, text, want)
			}
		}
		kept += len(found)
	}
	t.Logf("%d kills, %d lines kept", rounds, kept)
}

func question(round, i int) string { return fmt.Sprintf("Question %d of round %d?", i, round) }

// killOnce feeds a meeting lines and kills the program after some answers, with
// more lines waiting. It returns how many lines were answered.
func killOnce(t *testing.T, book string, round, after int) int {
	t.Helper()
	cmd := exec.Command("minutebook", "--book", book, "take", "NHC")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		// Fails when the program is gone, which is what the test is about.
		_, _ = io.WriteString(in, "/take 1\n")
		for i := range 500 {
			if _, err := io.WriteString(in, "? "+question(round, i)+"\n"); err != nil {
				return
			}
		}
	}()
	answered := 0
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "kept: ") {
			answered++
		}
		if answered == after {
			_ = cmd.Process.Kill()
		}
	}
	_ = cmd.Wait()
	return answered
}

// questions are the texts in the book, as a new start of the program finds them.
func questions(t *testing.T, path string) []string {
	t.Helper()
	book, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	texts, err := questionsIn(book)
	if err != nil {
		t.Fatal(err)
	}
	return texts
}
