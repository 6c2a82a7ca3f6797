package exports

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// sitting reads the one meeting of a file of notes in testdata.
func sitting(t *testing.T, name string) notes.Sitting {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	f, err := notes.Parse(name, string(text))
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Meetings) != 1 {
		t.Fatalf("%d meetings in %s", len(f.Meetings), name)
	}
	return f.Meetings[0]
}

func TestNotesToMarkdown(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"sample", "marks"} {
		s := sitting(t, name+".notes")
		for _, rendering := range agenda.Renderings {
			m := s.Record.Open
			m.Style.Rendering = rendering
			golden(t, name+"-"+string(rendering)+".md", printed(t, s.Body, m))
		}
	}
}

func TestNotesExportIsReadBack(t *testing.T) {
	t.Parallel()
	s := sitting(t, "marks.notes")
	format, ok := FormatNamed("notes")
	if !ok {
		t.Fatal("no notes")
	}
	var out bytes.Buffer
	if err := format.Full(&out, s.Body, s.Record, agenda.Life{Draft: 2}); err != nil {
		t.Fatal(err)
	}
	if calledIn(out.Bytes()) == "" {
		t.Errorf("it is not known as an export: %q", out.String()[:40])
	}
	f, err := notes.Parse("export", out.String())
	if err != nil {
		t.Fatal(err)
	}
	got, want := printed(t, s.Body, f.Meetings[0].Record.Open), printed(t, s.Body, s.Record.Open)
	if !bytes.Equal(got, want) {
		t.Errorf("another meeting came back\n%s\n%s", got, want)
	}
}
