package main_test

import (
	"os"
	"strings"
	"testing"
)

// TestABookThatCannotBeOpenedSaysWhatToDo names what lies beside it.
func TestABookThatCannotBeOpenedSaysWhatToDo(t *testing.T) {
	book := harbourBook(t)
	says := func() string {
		out, err := command(t, book, "meetings").CombinedOutput()
		if err == nil {
			t.Errorf("it opened: %s", out)
		}
		return string(out)
	}
	run(t, book, "backup")
	for name, text := range map[string]string{"zeroed": strings.Repeat("\x00", 1<<16), "foreign": strings.Repeat("a letter ", 1<<13), "short": "1234"} {
		if err := os.WriteFile(book, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if out := says(); !strings.Contains(out, "minutebook restore lists the snapshots; minutebook salvage") || strings.Contains(out, "another program wrote") {
			t.Errorf("%s: %s", name, out)
		}
	}
	if err := os.WriteFile(book+".rescued-1", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if out := says(); !strings.Contains(out, book+".rescued-1") {
		t.Errorf("nothing of what lies beside it: %s", out)
	}
}
