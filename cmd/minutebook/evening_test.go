package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFirstEvening is a clerk's first evening with the program, from nothing
// to the file that members receive, with the keys and the hints of the program
// alone: testdata/newcomer.walk.
func TestFirstEvening(t *testing.T) {
	dir := t.TempDir()
	book := filepath.Join(dir, "aldermere.book")
	c := open(t, 80, 24, book)
	c.walk(readWalk(t, "newcomer.walk"))
	if status := c.ends(); status != 0 {
		t.Fatalf("the program ended with status %d", status)
	}

	t.Logf("%d keys", c.keys)
	files, err := filepath.Glob(filepath.Join(dir, "atc-*-minutes.md"))
	if err != nil || len(files) != 1 {
		t.Fatalf("exported %v, %v", files, err)
	}
	minutes, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	inOrder(t, string(minutes), []string{
		"# Aldermere Town Council", "at 7.00 pm in the Town Hall, Aldermere",
		"**Present:** Councillor Asha Verma in the Chair; Councillors Jo Lunt and Tom Pike", "**In attendance:** Sam Rhee (Clerk)",
		"## 1. Apologies for absence", "There were no apologies.", "## 3. Lease of the boathouse",
		"- For how long was the boathouse let? In response it was stated that it was let until 2031.",
		"- Had the rowers been asked? In response it was stated that they had been written to.",
		"**RESOLVED** – (1) That the lease be extended to 2041.", "(2) That the rent be reviewed each third year.",
		"**Action:** Clerk to write to the sailing club (by 1 March 2027)",
		"## 4. Playground", "- Who would water them? In response it was stated that the school had offered to.",
		"**RESOLVED** – That six limes be planted.", "## 5. Date of next meeting", "The meeting closed at 8.15 pm.",
	})
	if n := strings.Count(string(minutes), "In response"); n != 10 {
		t.Errorf("%d questions have a response, and ten were answered", n)
	}
}
