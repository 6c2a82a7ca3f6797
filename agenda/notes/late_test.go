package notes_test

import (
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// Why an item was urgent is closed with the rest of it, wherever it was said.
func TestUrgentBeforeExempt(t *testing.T) {
	for _, tt := range []struct{ lines, public, full string }{
		{"/urgent SECRET|/exempt 3", "", "SECRET"},
		{"/exempt 3|/urgent SECRET", "", "SECRET"},
		{"/urgent SECRET|/exempt 3|a|/public|/urgent told", "told", "SECRET"},
		{"/urgent told|a|/exempt 3", "told", "told"},
	} {
		r, item := open(t)
		text := strings.ReplaceAll(tt.lines, "|", "\n")
		for line := range strings.SplitSeq(text, "\n") {
			r, _ = kept(t, r, item, line)
		}
		file, err := notes.Parse("x", "body: B\nmeeting: , 2026-03-12\n== 1 Buoys\n"+text)
		if err != nil {
			t.Fatal(err)
		}
		for how, r := range map[string]agenda.Record{"typed": r, "read": file.Meetings[0].Record} {
			it := r.Open.Items[len(r.Open.Items)-1]
			if how == "typed" {
				it, _ = r.Open.Item(item)
			}
			shown, _ := r.Whole(it.ID)
			if it.Late != tt.public || shown.Late != tt.full {
				t.Errorf("%s %s: the public sees %q, the clerk %q", how, tt.lines, it.Late, shown.Late)
			}
		}
	}
}
