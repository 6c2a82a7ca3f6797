package notes_test

import (
	"io"
	"testing"
	"time"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
	"minutebook/agenda/notes"
)

// Eight thousand lines in one item are read and written in a fraction of a
// second. What grows with their square takes many seconds.
// [BenchmarkLong] measures.
func TestLongTextsTakeNoTime(t *testing.T) {
	if testing.Short() {
		t.Skip("times mean nothing under the race detector, which the short tests run with")
	}
	const most = 4 * time.Second
	for _, tt := range longTexts {
		start := time.Now()
		file, err := notes.Parse("x", tt.of(8000))
		agendatest.Quick(t, tt.name+": reading", time.Since(start), most)
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		start = time.Now()
		err = notes.Write(io.Discard, agenda.Body{Name: "B"}, file.Meetings[0].Record, agenda.Life{Draft: 1})
		agendatest.Quick(t, tt.name+": writing", time.Since(start), most)
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
	}
}
