package main_test

import (
	"os"
	"path/filepath"
	"testing"
)

// TestFirstEvening is a clerk's first evening with the program, from nothing
// to the file that members receive, with the keys and the hints of the program
// alone.
func TestFirstEvening(t *testing.T) {
	dir := t.TempDir()
	book := filepath.Join(dir, "aldermere.book")
	c := open(t, 80, 24, book)
	c.shows("This book is empty", "A committee of yours")
	c.press("enter")
	c.shows("New body")
	line := func(text string) { c.typing(text); c.press("enter") }
	line("Aldermere Town Council")
	c.shows("ATC")
	c.press("enter")
	line("Town Hall, Aldermere")
	line("19:00")
	c.press("enter") // the zone stays
	line("5")
	c.press("enter") // bullets
	line("Cllr Asha Verma (Chair)")
	line("Cllr Tom Pike")
	c.press("enter")
	line("Sam Rhee (Clerk)")
	for range 12 { // the standing items stay; the last row makes the body
		c.press("down")
	}
	c.shows("▸ Make this body")
	c.press("enter")
	c.shows("ctrl+n makes its first meeting", "▸ ATC")
	c.press("enter")
	c.shows("New meeting", "Matters arising")
	c.press("enter")
	c.shows("f2 says who is here", "● saved")

	c.press("f2")
	c.shows("Room", "0 of 2 present")
	c.press("enter", "enter", "enter")
	c.shows("2 of 2 present", "attending")
	c.press("esc")
	c.shows("the opening")
	c.press("pgdn")
	line("There were no apologies.")
	line("/take 4")
	c.shows("item 4")
	line("? Who would pay for the works?")
	line("the county would.")
	line("* this was overdue.")
	c.press("backspace")
	line("! That the works be approved:")
	line("- in two stages; and")
	c.press("backspace")
	line("/by Verma / Pike; all")
	line("+ Clerk: write to the county; due 2027-12-01")
	line("/close 20:15")
	c.shows("Close the meeting at 20:15?")
	c.press("down", "enter")
	c.shows("closed 20:15", "● saved")
	c.press("ctrl+q")
	if status := c.ends(); status != 0 {
		t.Fatalf("the program ended with status %d", status)
	}

	run(t, book, "export", "ATC", "-o", dir)
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
		"**Present:** Councillor Asha Verma in the Chair; Councillor Tom Pike", "**In attendance:** Sam Rhee (Clerk)",
		"## 1. Apologies for absence", "There were no apologies.", "## 4. Matters arising",
		"- Who would pay for the works? In response it was stated that the county would.",
		"- It was commented that this was overdue.",
		"**RESOLVED** – That the works be approved:", "(a) in two stages; and",
		"(Proposed by Councillor Verma, seconded by Councillor Pike, all in favour)",
		"**Action:** Clerk to write to the county (by 1 December 2027)", "The meeting closed at 8.15 pm.",
	})
}
