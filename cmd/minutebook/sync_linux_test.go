package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"minutebook/store"
)

// failingFrom has strace fail every sync from one of them on, by number.
func failingFrom(n int) []string {
	return []string{"-f", "-qq", "-o", os.DevNull, "-e", "trace=fdatasync,fsync", "-e", fmt.Sprintf("inject=fdatasync,fsync:error=EIO:when=%d+", n)}
}

func stderrOf(err error) string {
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return string(exit.Stderr)
	}
	return ""
}

// TestFailedSyncs has the disk refuse one sync, and all that follow, by number:
// no line may be answered as kept that is not in the book afterwards, and the
// book must open. The answers must also come, or the test would prove nothing.
func TestFailedSyncs(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	tiny := filepath.Join(t.TempDir(), "tiny")
	if err := os.WriteFile(tiny, []byte("words"), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(strace, append(failingFrom(1), "sync", tiny)...).CombinedOutput()
	if !strings.Contains(string(out), "Input/output error") {
		t.Skipf("strace cannot have a sync fail here: %v %s", err, out)
	}
	program, err := exec.LookPath("minutebook")
	if err != nil {
		t.Fatal(err)
	}
	numbers := []int{1, 2, 3, 4, 5, 8, 13, 21, 34}
	if os.Getenv("MINUTEBOOK_FAULTS") != "" {
		numbers = nil
		for n := range 50 {
			numbers = append(numbers, n+1)
		}
	}
	answered, refused := 0, 0
	for _, n := range numbers {
		dir := t.TempDir()
		book, notes := filepath.Join(dir, "n.book"), filepath.Join(dir, "agenda.notes")
		if err := os.WriteFile(notes, []byte(killAgenda), 0o600); err != nil {
			t.Fatal(err)
		}
		output(t, dir, program, "--book", book, "import", notes)
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		cmd := exec.CommandContext(ctx, strace, append(failingFrom(n), program, "--book", book, "take", "NHC")...)
		var lines strings.Builder
		lines.WriteString("/take 1\n")
		for i := range 60 {
			lines.WriteString("? " + question(0, i) + "\n")
		}
		cmd.Stdin = strings.NewReader(lines.String())
		out, err := cmd.Output()
		cancel()
		var failed *exec.ExitError
		if err != nil {
			refused++ // the number counts for each thread, so a high one may never come
		}
		if err == nil {
			kept := strings.Count(string(out), "kept: question")
			if kept != 60 {
				t.Errorf("sync %d: all went well, and %d lines of 60 are answered", n, kept)
			}
		} else if !errors.As(err, &failed) || failed.ExitCode() != statusTrouble {
			t.Errorf("sync %d: the program ended with %v, not in good order: %s", n, err, stderrOf(err))
		}
		kept := 0
		for said := bufio.NewScanner(strings.NewReader(string(out))); said.Scan(); {
			if strings.HasPrefix(said.Text(), "kept: question") {
				kept++
			}
		}
		answered += kept
		after, err := store.Open(book)
		if err != nil {
			t.Fatalf("sync %d: %v", n, err)
		}
		texts, err := questionsIn(after)
		if err != nil || len(texts) < kept {
			t.Errorf("sync %d: %d lines were answered, %d are there: %v", n, kept, len(texts), err)
		}
		if err := after.Close(); err != nil {
			t.Error(err)
		}
	}
	if answered == 0 || refused < len(numbers)/2 {
		t.Errorf("%d lines were answered and %d of %d runs met the fault: the test proves nothing", answered, refused, len(numbers))
	}
	t.Logf("%d runs, %d met the fault, %d lines answered", len(numbers), refused, answered)
}
