package exports

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// TestWritePrivate has a file that was open to all, and a link, replaced by one
// that is its owner's alone; and a failure leave what was there.
func TestWritePrivate(t *testing.T) {
	dir := t.TempDir()
	path, elsewhere := filepath.Join(dir, "copy.json"), filepath.Join(t.TempDir(), "theirs")
	for _, c := range []struct {
		name string
		make func() error
	}{
		{"nothing there", func() error { return nil }},
		{"a file that all can read", func() error { return os.WriteFile(path, []byte("old"), 0o644) }},
		{"a link", func() error {
			return errors.Join(os.WriteFile(elsewhere, []byte("theirs"), 0o644), os.Symlink(elsewhere, path))
		}},
	} {
		_ = os.Remove(path)
		if err := c.make(); err != nil {
			t.Fatal(err)
		}
		if err := WritePrivate(path, text("new")); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		holds(t, dir, map[string]string{"copy.json": "new"})
		info, err := os.Lstat(path)
		if err != nil || !info.Mode().IsRegular() || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", c.name, info.Mode(), err)
		}
	}
	if got, err := os.ReadFile(elsewhere); err != nil || string(got) != "theirs" {
		t.Errorf("behind the link: %q, %v", got, err)
	}
	broken := errors.New("broken")
	err := WritePrivate(path, func(w io.Writer) error {
		_, _ = io.WriteString(w, "half")
		return broken
	})
	if !errors.Is(err, broken) {
		t.Error(err)
	}
	holds(t, dir, map[string]string{"copy.json": "new"})
}
