package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A copy of which the book lacks something ends when the clerk says so, and not
// before.
func TestACopyOutsideTheBookEndsWhenAsked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "not-saved-aa.json")
	if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	a := newApp(Options{Store: newTestBook(t), Book: "north.book", Copies: []Copy{{Path: path, Lacks: 2}}})
	run(t, a, a.start())
	row := func() bool {
		h := a.top().(*home)
		for h.at = range h.rows {
			if j := h.row().jump; j != nil && strings.Contains(j.said(), "1 copy of a meeting outside the book") {
				return true
			}
		}
		return false
	}
	if !row() {
		t.Fatalf("home has no row for it:\n%s", plainFrame(a))
	}
	drive(t, a, "enter")
	if frame := plainFrame(a); !strings.Contains(frame, "2 things that the copy says") {
		t.Errorf("the question is\n%s", frame)
	}
	drive(t, a, "enter")
	if _, err := os.Stat(path); err != nil || !row() {
		t.Fatalf("left, it is gone: %v", err)
	}
	drive(t, a, "enter", "down", "enter")
	if _, err := os.Stat(path); !os.IsNotExist(err) || row() || a.message != "the copy is deleted" {
		t.Errorf("deleted, it is there: %v, said %q", err, a.message)
	}
}
