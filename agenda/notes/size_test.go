package notes_test

import (
	"errors"
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// TestLongEntries: an entry that is too long is a mistake with a place, in a
// file and on a line; one of many thousand lines is none.
func TestLongEntries(t *testing.T) {
	const head = "body: Northmoor Harbour Committee\ncode: NHC\nmeeting: 2026-03-12\n\n== 1 | Dues\n"
	long := strings.Repeat("a word ", agenda.EntryMost/7+1)
	for name, text := range map[string]string{"paragraph": long, "note": "% " + long, "part": "! " + long, "points": "As follows:\n- " + long, "cell": "| " + long + " |"} {
		_, err := notes.Parse("f", head+text+"\n")
		var problems notes.Problems
		if !errors.As(err, &problems) || problems[0].Line < 6 || !strings.Contains(problems[0].Words(), "an entry of 257 KB") {
			t.Errorf("%s: %.200v", name, err)
		}
	}
	many := strings.Repeat("line of text\n", 50_000)
	file, err := notes.Parse("f", head+many)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(file.Meetings[0].Record.Open.Items[1].Entries); n != 50_000 {
		t.Errorf("%d entries came", n)
	}
}
