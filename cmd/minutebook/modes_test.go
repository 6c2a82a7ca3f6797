//go:build unix

package main_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// published are the files that anybody may read.
var published = regexp.MustCompile(`^out/nhc-2026-03-12-minutes\.(md|notes|json)$`)

// openly is the program under a mask that forbids nothing.
func (k *cage) openly(program string, args ...string) *exec.Cmd {
	cmd := exec.Command("sh", append([]string{"-c", `umask 000; exec "$@"`, "sh", program, "--book", k.book}, args...)...)
	cmd.Env, cmd.Dir = k.environment(), k.dir
	return cmd
}

// TestModes leaves everything behind that the program makes, under a mask that
// forbids nothing: all but public exports is its owner's alone.
func TestModes(t *testing.T) {
	t.Parallel()
	k := newCage(t)
	out := filepath.Join(k.dir, "out")
	if err := os.Mkdir(out, 0o700); err != nil {
		t.Fatal(err)
	}
	k.book = filepath.Join(k.dir, "made", "anew.book")
	for _, args := range []string{"import cage.notes", "backup", "backup copy.book", "salvage copy.book saved.book", "restore copy.book", "restore copy.book --meeting NHC",
		"export NHC -o out/", "export NHC --format notes -o out/", "export NHC --format json -o out/", "export NHC --full -o full.md",
		"export NHC --full --format json -o full.json", "export NHC --full --format notes -o full.notes"} {
		if text, err := k.openly("minutebook", strings.Fields(args)...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", args, err, text)
		}
	}
	c := start(t, 120, 40, k.openly("minutebook"))
	k.goes(c, []stop{{"", "Bodies"}, {"enter", "pgdn begin"}, {"pgdn", "PUBLICwords"}, {"esc", "enter keep"}})
	c.typing("words nobody kept")
	c.shows("words nobody kept")
	modes := k.modes()
	c.signal(syscall.SIGTERM)
	c.ends()
	for name, mode := range k.modes() {
		modes[name] = mode
	}
	made := strings.Builder{}
	for name, mode := range modes {
		made.WriteString(name + "\n")
		switch wide := mode.Perm() &^ 0o700; {
		case name == "cage.notes", name == ".": // the test made them
		case published.MatchString(name):
			if mode.Perm() != 0o666 {
				t.Errorf("%s has %v, but the person’s mask forbids nothing", name, mode)
			}
		case wide != 0, !mode.IsDir() && mode.Perm() != 0o600:
			t.Errorf("%s has %v", name, mode)
		}
	}
	for _, want := range []string{`made/anew\.book`, `.*\.book\.journal`, `.*\.book\.open`, `.*\.snapshots/.*\.book`, `copy\.book`, `saved\.book`, `full\.md`, `out/nhc.*\.md`} {
		if !regexp.MustCompile(`(?m)^` + want + `$`).MatchString(made.String()) {
			t.Errorf("nothing was left that is called %s:\n%s", want, made.String())
		}
	}
}

// modes are those of everything there is in the folder.
func (k *cage) modes() map[string]fs.FileMode {
	k.t.Helper()
	found := map[string]fs.FileMode{}
	err := filepath.WalkDir(k.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		name, err := filepath.Rel(k.dir, path)
		found[filepath.ToSlash(name)] = info.Mode()
		return err
	})
	if err != nil {
		k.t.Fatal(err)
	}
	return found
}
