package main_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"minutebook/agenda/agendatest"
)

// cage is a folder with a book in which every text that is private business or
// a clerk's note is a word of its own that must not get out.
type cage struct {
	t            *testing.T
	dir, book    string
	temp         string            // where the program may leave what it forgets
	caged, shown map[string]string // the words, by what they stand for; shown are public
}

func newCage(t *testing.T) *cage {
	t.Helper()
	text, err := os.ReadFile("testdata/cage.notes")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	k := &cage{t: t, dir: dir, book: filepath.Join(dir, "harbour.book"), temp: filepath.Join(dir, "temp"), caged: map[string]string{}, shown: map[string]string{}}
	notes := regexp.MustCompile(`(CAGED|PUBLIC)[a-z]+`).ReplaceAllStringFunc(string(text), func(field string) string {
		words := k.caged
		if strings.HasPrefix(field, "PUBLIC") {
			words = k.shown
		}
		words[field] = agendatest.NewCanary()
		return words[field]
	})
	if err := os.Mkdir(k.temp, 0o700); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "cage.notes")
	if err := os.WriteFile(file, []byte(notes), 0o600); err != nil {
		t.Fatal(err)
	}
	if out := k.says("", "import", file); out == "" || len(k.caged) < 45 {
		t.Fatalf("%d words in the cage:\n%s", len(k.caged), out)
	}
	return k
}

// environment is that of somebody who has everything switched on that writes.
func (k *cage) environment() []string {
	return append(os.Environ(), "TERM=xterm-256color", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "MINUTEBOOK=", "TMPDIR="+k.temp, "HOME="+k.dir,
		"XDG_STATE_HOME="+filepath.Join(k.dir, "state"), "XDG_DATA_HOME="+filepath.Join(k.dir, "data"),
		"TEA_TRACE="+filepath.Join(k.dir, "trace"), "TEA_DEBUG=1", "GOTRACEBACK=all", "BASH_COMP_DEBUG_FILE="+filepath.Join(k.dir, "completion"))
}

// says runs a command on the book: all that it printed, errors too.
func (k *cage) says(stdin string, args ...string) string {
	cmd := exec.Command("minutebook", append([]string{"--book", k.book}, args...)...)
	cmd.Env, cmd.Dir, cmd.Stdin = k.environment(), k.dir, strings.NewReader(stdin)
	out, _ := cmd.CombinedOutput() // what it says is looked at, whatever its status
	return string(out)
}

// keeps fails where a word of the cage is in what got out.
func (k *cage) keeps(where string, out []byte) {
	k.t.Helper()
	for place, word := range k.caged {
		if found := agendatest.Leaks(word, out); len(found) > 0 {
			k.t.Errorf("%s: %s got out: %v", where, place, found)
		}
	}
}

// secret are the files that hold a whole book, or the clerk's own words, and say so.
var secret = regexp.MustCompile(`^(cage\.notes|stumble|.*\.book|.*\.book\.journal|.*\.book\.snapshots/.*\.book|state/.*)$`)

// keepsFiles looks into everything that lies about, and at its name.
func (k *cage) keepsFiles() {
	k.t.Helper()
	secrets := 0
	err := filepath.WalkDir(k.dir, func(path string, d fs.DirEntry, err error) error {
		name, _ := filepath.Rel(k.dir, path)
		k.keeps("the name "+name, []byte(name))
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		if secret.MatchString(filepath.ToSlash(name)) {
			secrets++
			return err
		}
		k.keeps("the file "+name, text)
		return err
	})
	if err != nil || secrets == 0 {
		k.t.Fatal(secrets, err)
	}
	if left, err := os.ReadDir(k.temp); err != nil || len(left) > 0 {
		k.t.Errorf("left in the folder for temporary files: %v %v", left, err)
	}
}
