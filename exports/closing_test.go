package exports_test

import (
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
	"minutebook/exports"
)

// What was written up after the close stands before the closing sentence, and
// the file of notes keeps everything where it was written.
func TestClosingIsPrintedLast(t *testing.T) {
	const source = "body: Harbour\nmeeting: Ordinary, 2026-03-12 18:00\n\n== 1 | Buoys\nBefore.\n/close 20:41\nAfter.\n\n== 2 | Dues\nLater.\n"
	file, err := notes.Parse("x", source)
	if err != nil {
		t.Fatal(err)
	}
	m := file.Meetings[0].Record.Open
	var out strings.Builder
	if err := exports.Markdown(&out, exports.Build(file.Meetings[0].Body, m, agenda.Life{Draft: 1})); err != nil {
		t.Fatal(err)
	}
	at := -1
	for _, words := range []string{"Before.", "After.", "Dues", "Later.", "8.41"} {
		next := strings.Index(out.String(), words)
		if next <= at {
			t.Fatalf("%q is not where it belongs in\n%s", words, out.String())
		}
		at = next
	}
	if strings.Count(out.String(), "8.41") != 1 {
		t.Errorf("closed twice:\n%s", out.String())
	}
	var again strings.Builder
	if err := notes.WriteMeeting(&again, file.Meetings[0].Body, m, agenda.Life{Draft: 1}); err != nil {
		t.Fatal(err)
	}
	if s := again.String(); strings.Index(s, "/close") > strings.Index(s, "After.") {
		t.Errorf("the notes moved the close:\n%s", s)
	}
}
