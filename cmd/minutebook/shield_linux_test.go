package main_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// TestMemoryAndTracesStayInside starts the program where the system may keep the
// memory of what dies and the framework is asked to trace: the limit is 0 all
// the same, and no file is made but the book's own.
func TestMemoryAndTracesStayInside(t *testing.T) {
	const freely = "ulimit -c unlimited; "
	if out, _ := exec.Command("sh", "-c", freely+"ulimit -c").Output(); strings.TrimSpace(string(out)) != "unlimited" {
		t.Skipf("the system keeps the memory of no program here: %s", out)
	}
	book := harbourBook(t)
	dir := filepath.Dir(book)
	cmd := command(t, book, "open", "NHC/2026-03-12")
	cmd.Args = append([]string{"sh", "-c", freely + `exec "$@"`, "sh"}, cmd.Args...)
	cmd.Path = "/bin/sh"
	cmd.Env = append(cmd.Env, "TEA_TRACE="+filepath.Join(dir, "trace.txt"), "TEA_DEBUG=1")
	cmd.Dir = dir
	c := start(t, 80, 24, cmd)
	c.shows("● saved", "Dredging")
	c.press("pgdn")
	c.shows("it was on")
	c.typing("tenancy at Quay")
	c.shows("tenancy at Quay")
	limits, err := os.ReadFile(fmt.Sprintf("/proc/%d/limits", c.cmd.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`Max core file size +0 +0 `).Match(limits) {
		t.Errorf("the system may keep its memory:\n%s", limits)
	}
	c.signal(syscall.SIGTERM)
	c.ends()
	left, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range left {
		if !strings.HasPrefix(f.Name(), "harbour.book") && f.Name() != "meeting.notes" {
			t.Errorf("%s was written", f.Name())
		}
	}
}

// TestAPanicInAGoroutine has a goroutine of the interface panic with words of the
// composer: the program ends in good order, says where its mistake is and no
// word more, and the words are offered at the next start.
func TestAPanicInAGoroutine(t *testing.T) {
	book := filepath.Join(t.TempDir(), "killed.book")
	if err := os.WriteFile(book, killTemplate(t), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := command(t, book)
	cmd.Path, cmd.Args = lookPath(t, "minutebook-mistaken"), []string{"minutebook-mistaken", book}
	cmd.Dir = filepath.Dir(book)
	c := start(t, 80, 24, cmd)
	c.shows("the opening")
	c.press("pgdn")
	c.shows("item 1 ")
	c.typing("half a sentence")
	c.shows("half a sentence")
	c.signal(syscall.SIGALRM)
	if status := c.ends(); status != 3 {
		t.Errorf("exit status %d", status)
	}
	if c.alternate() {
		t.Error("the terminal is not as it was")
	}
	if said := c.screen(); !strings.Contains(said, "a mistake in Minutebook stopped it") || strings.Contains(said, "sentence") || strings.Contains(said, "goroutine") {
		t.Errorf("it says %s", said)
	}
	again := open(t, 80, 24, book)
	again.shows("Keep the words", "half a sentence")
}

func lookPath(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatal(err)
	}
	return path
}
