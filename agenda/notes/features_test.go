package notes_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// feature is one thing that real meetings do: the notes that say it, in
// testdata/features, and what the record then holds in a typed field.
type feature struct {
	name  string
	file  string // without .notes
	check func(t *testing.T, r agenda.Record)
}

// features is every feature the record must hold. What a paragraph of text says
// does not count.
var features = slices.Concat(orderFeatures, motionFeatures, decisionFeatures, exemptFeatures, plainFeatures)

func TestFeatures(t *testing.T) {
	names := map[string]bool{}
	for _, f := range features {
		if names[f.name] {
			t.Errorf("%s is listed twice", f.name)
		}
		names[f.name] = true
		t.Run(f.name, func(t *testing.T) { f.check(t, featured(t, f.file)) })
	}
}

// featured is the record of a fixture. Written in full it reads back the same.
func featured(t *testing.T, file string) agenda.Record {
	t.Helper()
	path := filepath.Join("testdata", "features", file+".notes")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	read, err := notes.Parse(path, string(text))
	if err != nil {
		t.Fatal(err)
	}
	got := read.Meetings[0]
	again, err := notes.Parse("again", written(t, got.Body, got.Record, 1))
	if err != nil {
		t.Fatalf("what was written does not read back: %v", err)
	}
	same(t, sayable(got.Record), sayable(again.Meetings[0].Record), written(t, got.Body, got.Record, 1))
	return got.Record
}
