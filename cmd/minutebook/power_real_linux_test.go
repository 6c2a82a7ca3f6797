package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// asLong is a shell that goes on minuting until it is cut off, as one process: a
// second one would hold the disk that is to go.
const asLong = `minutebook --book "$1/n.book" import "$2/agenda.notes" && exec minutebook --book "$1/n.book" take NHC <"$2/lines"`

// TestRealPowerCut shuts an ext4 file system down under the program, with all
// that is not on the disk yet lost, and opens what is there when it is mounted
// again. It takes a disk of its own, and so root. The control has every sync
// answered and not done.
func TestRealPowerCut(t *testing.T) {
	tool := powercut(t)
	if os.Geteuid() != 0 {
		t.Skip("a real file system can be shut down by root only")
	}
	if _, err := exec.LookPath("mkfs.ext4"); err != nil {
		t.Skip("mkfs.ext4 is not installed")
	}
	cuts, fewer := 2, 1
	if os.Getenv("MINUTEBOOK_CUTS") != "" {
		cuts, fewer = 60, 10
	} else if testing.Short() {
		t.Skip("the long tests do this")
	}
	dir := t.TempDir()
	lines := "/take 1\n"
	for i := range 5000 {
		lines += "? " + question(0, i) + "\n"
	}
	for name, text := range map[string]string{"agenda.notes": killAgenda, "lines": lines, "as-long": asLong} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const unsynced = "strace -f -qq -o /dev/null -e trace=fsync,fdatasync -e inject=fsync,fdatasync:retval=0 "
	for _, e := range []struct{ name, write, verify, latest string }{
		{"minuting", "sh " + dir + "/as-long {dir} " + dir, "minuting", "300"},
		{"typing", "minutebook-typist {dir}", "typing", "3000"},
	} {
		t.Run(e.name, func(t *testing.T) {
			verify := "minutebook-verify " + e.verify + " {dir} {acks}"
			out, err := goesDown(t, tool, cuts, e.latest, e.write, verify)
			if err != nil {
				t.Errorf("%v\n%s", err, out)
			}
			t.Log(strings.ReplaceAll(strings.TrimSpace(out), "\n", "; "))
			out, err = goesDown(t, tool, fewer, e.latest, unsynced+e.write, verify)
			if failed := (*exec.ExitError)(nil); !errors.As(err, &failed) || failed.ExitCode() != 1 {
				t.Errorf("without syncs nothing was lost (%v): the test proves nothing\n%s", err, out)
			}
			t.Log("without syncs: " + lastLine(out))
		})
	}
}

// goesDown cuts the power of a file system while a program writes, and leaves
// none mounted.
func goesDown(t *testing.T, tool string, cuts int, latest, write, verify string) (string, error) {
	t.Helper()
	work := t.TempDir()
	defer unmountBelow(t, work)
	return limited(t, work, tool, "godown", "-work", work, "-n", strconv.Itoa(cuts), "-min", "30", "-max", latest, "-write", write, "-verify", verify)
}

// unmountBelow unmounts what a test that was stopped has left mounted.
func unmountBelow(t *testing.T, dir string) {
	t.Helper()
	mounts, err := os.ReadFile("/proc/self/mounts")
	if err != nil {
		t.Error(err)
	}
	for line := range strings.Lines(string(mounts)) {
		if at := strings.Fields(line)[1]; strings.HasPrefix(at, dir+"/") {
			if out, err := exec.Command("umount", "-l", at).CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		}
	}
}
