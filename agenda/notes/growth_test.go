package notes_test

import (
	"io"
	"testing"
	"time"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// Eight thousand lines in one item are read and written in a fraction of a
// second. What grows with their square takes many seconds; the bound is wide,
// because other work on the machine must not fail it. [BenchmarkLong] measures.
func TestLongTextsTakeNoTime(t *testing.T) {
	if testing.Short() {
		t.Skip("times mean nothing under the race detector, which the short tests run with")
	}
	const most = 4 * time.Second
	for _, tt := range longTexts {
		start := time.Now()
		file, err := notes.Parse("x", tt.of(8000))
		if took := time.Since(start); err != nil || took > most {
			t.Fatalf("%s: reading took %s, %v", tt.name, took, err)
		}
		start = time.Now()
		err = notes.Write(io.Discard, agenda.Body{Name: "B"}, file.Meetings[0].Record, agenda.Life{Draft: 1})
		if took := time.Since(start); err != nil || took > most {
			t.Fatalf("%s: writing took %s, %v", tt.name, took, err)
		}
	}
}
