package notes_test

import (
	"errors"
	"strings"
	"testing"

	"minutebook/agenda/notes"
)

// A misspelt header must not hide the mistakes below it.
func TestParseMisspeltHeaderHidesNothing(t *testing.T) {
	for header, near := range map[string]string{
		"cod: NHC\nmeeting: Ordinary, 2026-03-12 18:00, Guildhall": "code:",
		"meting: Ordinary, 2026-03-12 18:00, Guildhall":            "meeting:",
	} {
		text := "body: Northmoor Harbour Committee\n" + header + "\npresent: Cllr Tom Pike\n\n== 1 | Buoys\n/arrive Nobody\n/frob\nA sentence.\n"
		_, err := notes.Parse("bad.notes", text)
		var problems notes.Problems
		if !errors.As(err, &problems) {
			t.Fatalf("%q: %v", header, err)
		}
		if len(problems) != 3 || problems[0].Nearest != near || problems[0].Line != 2 {
			t.Errorf("%q: %d mistakes, want 3:\n%v", header, len(problems), err)
		}
		if !strings.Contains(err.Error(), "Nobody") || !strings.Contains(err.Error(), "/frob") {
			t.Errorf("%q hides what is below it:\n%v", header, err)
		}
	}
}
