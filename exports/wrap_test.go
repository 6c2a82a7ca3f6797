package exports

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// TestLongLinesOfLists: a list that is broken into lines stays one, whatever is
// in it.
func TestLongLinesOfLists(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		long := func() string {
			var words []string
			for range rapid.IntRange(8, 30).Draw(t, "pieces") {
				words = append(words, agendatest.Line().Draw(t, "words"))
			}
			return agenda.CleanLine(strings.Join(words, " "))
		}
		assertReadBack(t, Document{Blocks: []Block{list([]agenda.Point{{Text: long(), Points: []agenda.Point{{Text: long()}}}, {Text: long()}})}})
	})
}

func TestLinesOfListsAreNoWiderThanThePage(t *testing.T) {
	t.Parallel()
	words := strings.Repeat("tide - 1. 日本 ", 60)
	var out bytes.Buffer
	d := Document{Blocks: []Block{list([]agenda.Point{{Text: trim(words), Points: []agenda.Point{{Text: trim(words)}}}})}}
	if err := Markdown(&out, d); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(out.String(), "\n"), "\n")
	for _, l := range lines {
		if w := width(l); w > measure {
			t.Errorf("%d columns: %s", w, l)
		}
	}
	if len(lines) < 10 {
		t.Errorf("only %d lines", len(lines))
	}
}
