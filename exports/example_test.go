package exports

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// inBraces is a day or a time of the example office.
var inBraces = regexp.MustCompile(`\{\{[^}]*\}\}`)

// TestExampleIsReadBack prints every meeting of the example office in every
// rendering, and has each read back.
func TestExampleIsReadBack(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob(filepath.Join("..", "cmd", "minutebook", "example", "*.notes"))
	if err != nil || len(names) == 0 {
		t.Fatal("no example", err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := notes.Parse(name, inBraces.ReplaceAllStringFunc(string(text), func(field string) string {
			switch {
			case strings.HasSuffix(field, "m}}"):
				return "18:45"
			case strings.HasSuffix(field, " words}}"):
				return "12 March 2026"
			}
			return "2026-03-12"
		}))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range file.Meetings {
			for _, rendering := range agenda.Renderings {
				m := s.Record.Open
				m.Style.Rendering = rendering
				printed(t, s.Body, m)
			}
		}
	}
}
