package exports

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"minutebook/agenda"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// holds fails unless the folder has exactly these files with these contents.
func holds(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		want, ok := files[e.Name()]
		if !ok {
			t.Errorf("%s was left behind", e.Name())
			continue
		}
		got, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil || string(got) != want {
			t.Errorf("%s holds %q (%v), want %q", e.Name(), got, err, want)
		}
	}
	if len(entries) < len(files) {
		t.Errorf("only %d files of %d are there", len(entries), len(files))
	}
}

func TestWriteFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "minutes.md")
	if err := WriteFile(path, false, text("my own notes\n")); err != nil {
		t.Fatal(err)
	}
	holds(t, dir, map[string]string{"minutes.md": "my own notes\n"})
	if err := WriteFile(path, false, text("new")); !errors.Is(err, ErrForeign) {
		t.Errorf("another's file: %v", err)
	}
	holds(t, dir, map[string]string{"minutes.md": "my own notes\n"})
	if err := WriteFile(path, true, text("forced")); err != nil {
		t.Fatal(err)
	}
	holds(t, dir, map[string]string{"minutes.md": "forced"})
}

func TestWriteFileKnowsItsOwn(t *testing.T) {
	t.Parallel()
	r := agenda.Record{Open: sample()}
	for _, b := range []agenda.Body{harbour, {}} {
		for _, f := range Formats {
			for _, draft := range []int{0, 1, 12} {
				path := filepath.Join(t.TempDir(), "minutes."+f.Ext)
				for range 2 {
					err := WriteFile(path, false, func(w io.Writer) error { return f.Public(w, b, r.Open, agenda.Life{Draft: draft}) })
					if err != nil {
						t.Fatalf("%s: %v", f.Name, err)
					}
					err = WriteFile(path, false, func(w io.Writer) error { return f.Full(w, b, r, agenda.Life{Draft: draft}) })
					if err != nil {
						t.Fatalf("%s over the public copy: %v", f.Name, err)
					}
				}
			}
		}
	}
	for _, other := range []string{"# Minutes\n\nMy own.\n", "{}\n", "{\n  \"format\": \"x\"\n}", "%% my notes\n", "body: NHC\n", "\x00\x01", "#",
		notesMark + "\n", notesMark + "\nmy notes\n",
		"# NHC\n\n**DRAFT minutes (draft\n", "**DRAFT minutes (draft 1, subject to approval)**\n", "**DRAFT minutes (subject to approval)** by me\n",
		"**DRAFT minutes (draft x, subject to approval)** of the meeting held on Monday\n",
		"**DRAFT minutes (draft 1, subject to approval)** of the meetings held on Monday\n",
		"# NHC\nx\n**DRAFT minutes (draft 1, subject to approval)** of the meeting held on Monday\n",
	} {
		if calledIn([]byte(other)) != "" || isJSONExport([]byte(other)) {
			t.Errorf("%q passes for an export", other)
		}
	}
}

// Two meetings of a body on one day have one name: the second does not take the
// place of the first, but a later draft of the same one does.
func TestWriteFileKeepsMeetingsApart(t *testing.T) {
	t.Parallel()
	first := agenda.Record{Open: sample()}
	first.Open.Key = "m1"
	other := first
	other.Open.Key, other.Open.Start = "m2", "2026-03-12T20:30"
	for _, f := range Formats {
		path := filepath.Join(t.TempDir(), FileName(harbour, first.Open, f.Ext))
		write := func(b agenda.Body, r agenda.Record, draft int, force bool) error {
			return WriteFile(path, force, func(w io.Writer) error { return f.Public(w, b, r.Open, agenda.Life{Draft: draft}) })
		}
		if err := errors.Join(write(harbour, first, 1, false), write(harbour, first, 2, false)); err != nil {
			t.Fatal(err)
		}
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := write(harbour, other, 1, false); !errors.Is(err, ErrAnother) || errors.Is(err, ErrForeign) {
			t.Errorf("%s: a meeting took the place of another: %v", f.Name, err)
		}
		if f.Name != "json" {
			if err := write(agenda.Body{Name: "Northmoor Quay Committee"}, first, 1, false); !errors.Is(err, ErrAnother) {
				t.Errorf("%s: a body took the place of another: %v", f.Name, err)
			}
		}
		if err := WriteFile(path, false, text("not minutes")); !errors.Is(err, ErrAnother) {
			t.Errorf("%s: something took the place of minutes: %v", f.Name, err)
		}
		holds(t, filepath.Dir(path), map[string]string{filepath.Base(path): string(before)})
		if err := write(harbour, other, 1, true); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

// A copy that was cut before its meeting ends is not known to be one.
func TestWriteFileKnowsNoBrokenJSON(t *testing.T) {
	t.Parallel()
	for _, broken := range []string{"{\n  \"format\": \"minutebook/1\",\n", "{\n  \"format\": \"minutebook/1\"\n}\n", "{\n  \"format\": \"minutebook/1\",\n  \"meeting\": [\n"} {
		path := filepath.Join(t.TempDir(), "x.json")
		if err := os.WriteFile(path, []byte(broken), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := WriteFile(path, false, text("x")); !errors.Is(err, ErrForeign) {
			t.Errorf("%q: %v", broken, err)
		}
	}
}

func TestWriteFileLeavesNothingBehind(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "minutes.md")
	broken := errors.New("the disk is full")
	fail := func(w io.Writer) error {
		fmt.Fprint(w, "half a fi")
		return broken
	}
	if err := WriteFile(path, false, fail); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	holds(t, dir, nil)
	if err := WriteFile(path, false, text("whole")); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(path, true, fail); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	holds(t, dir, map[string]string{"minutes.md": "whole"})
}

func TestWriteFileRefuses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, path := range []string{"", dir, filepath.Join(dir, "no", "such", "folder.md"), filepath.Join(dir, "a\x00b")} {
		if err := WriteFile(path, true, text("x")); err == nil {
			t.Errorf("%q was written", path)
		}
	}
	holds(t, dir, nil)
}

func TestWriteFileDoesNotFollowLinks(t *testing.T) {
	t.Parallel()
	dir, away := t.TempDir(), t.TempDir()
	target := filepath.Join(away, "target.md")
	if err := os.WriteFile(target, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "minutes.md")
	if err := os.Symlink(target, path); err != nil {
		t.Skipf("no links here: %v", err)
	}
	if err := WriteFile(path, false, text("x")); !errors.Is(err, ErrForeign) {
		t.Errorf("through a link: %v", err)
	}
	if err := WriteFile(path, true, text("x")); err != nil {
		t.Fatal(err)
	}
	holds(t, away, map[string]string{"target.md": "precious"})
	holds(t, dir, map[string]string{"minutes.md": "x"})
}

// TestWriteFileUnderSwappedLinks has somebody put a link to a precious file in
// the way again and again while exports are written over it.
func TestWriteFileUnderSwappedLinks(t *testing.T) {
	t.Parallel()
	dir, away := t.TempDir(), t.TempDir()
	precious := filepath.Join(away, "precious.md")
	if err := os.WriteFile(precious, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "minutes.md")
	done, swaps := make(chan struct{}), make(chan int)
	go func() {
		n := 0
		for {
			select {
			case <-done:
				swaps <- n
				return
			default:
			}
			link := path + ".link"
			if os.Symlink(precious, link) == nil && os.Rename(link, path) == nil {
				n++
			}
		}
	}()
	for range 200 {
		_ = WriteFile(path, false, text("x")) // may be refused: the link is not ours
		if err := WriteFile(path, true, text("x")); err != nil {
			t.Error(err)
		}
	}
	close(done)
	if n := <-swaps; n == 0 {
		t.Skip("no links here")
	}
	holds(t, away, map[string]string{"precious.md": "precious"})
}

func TestWriteFileKeepsPermissions(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "minutes.md")
	if err := os.WriteFile(path, nil, 0o640); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(path, false, text("x")); err != nil {
		t.Fatal(err)
	}
	if after, err := os.Stat(path); err != nil || after.Mode() != before.Mode() {
		t.Errorf("permissions became %v (%v), were %v", after.Mode(), err, before.Mode())
	}
}

func TestFileName(t *testing.T) {
	t.Parallel()
	tests := []struct {
		body  agenda.Body
		start agenda.Clock
		ext   string
		want  string
	}{
		{harbour, "2026-03-12T18:00", "md", "nhc-2026-03-12-minutes.md"},
		{agenda.Body{Name: "Schöne & Söhne / Rat"}, "2026-03-12", ".json", "sch-ne-s-hne-rat-2026-03-12-minutes.json"},
		{agenda.Body{Code: "../..", Name: "港"}, "", "md", "minutes.md"},
	}
	for _, tt := range tests {
		if got := FileName(tt.body, agenda.Meeting{Start: tt.start}, tt.ext); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestFormatNamed(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"md", "Markdown", "json"} {
		if _, ok := FormatNamed(name); !ok {
			t.Errorf("no %s", name)
		}
	}
	if _, ok := FormatNamed("docx"); ok {
		t.Error("docx is there")
	}
}
