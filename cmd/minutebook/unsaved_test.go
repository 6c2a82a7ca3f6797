package main_test

import (
	"os"
	"testing"
)

// TestLeavingUnsavedIsTrouble replaces the open book and leaves all the same: the
// exit status says that not all is saved.
func TestLeavingUnsavedIsTrouble(t *testing.T) {
	book := harbourBook(t)
	c := live(t, 80, 24, book, true)
	c.keepsEntry("there was room.")
	if err := os.WriteFile(book+".other", []byte("1234"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(book+".other", book); err != nil {
		t.Fatal(err)
	}
	c.typing("there was none.")
	c.press("enter")
	c.shows("NOT SAVED")
	c.press("ctrl+q")
	c.shows("not in the book?")
	c.press("down")
	c.press("enter")
	if got := c.ends(); got != 3 {
		t.Errorf("exit status %d, want 3", got)
	}
}
