package exports

import (
	"bytes"
	"os"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// designed is the sample meeting as its notes say it: with a motion, an
// amendment, their votes and an item that is private business.
func designed(t *testing.T) agenda.Record {
	t.Helper()
	text, err := os.ReadFile("../agenda/notes/testdata/design.notes")
	if err != nil {
		t.Fatal(err)
	}
	file, err := notes.Parse("design.notes", string(text))
	if err != nil {
		t.Fatal(err)
	}
	return file.Meetings[0].Record
}

// TestSampleOfDesign: the sample as the design of the product shows it, to the
// byte.
func TestSampleOfDesign(t *testing.T) {
	t.Parallel()
	golden(t, "design.md", printed(t, harbour, designed(t).Open))
}

// TestSampleInFull is the same with what the public must not see.
func TestSampleInFull(t *testing.T) {
	t.Parallel()
	golden(t, "design-full.md", inFull(t, designed(t)))
}

func inFull(t *testing.T, r agenda.Record) []byte {
	t.Helper()
	d := BuildFull(harbour, r, agenda.Life{Draft: 1})
	assertReadBack(t, d)
	var out bytes.Buffer
	if err := Markdown(&out, d); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
