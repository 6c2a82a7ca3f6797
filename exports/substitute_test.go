package exports

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

// Who sits for somebody that nobody named is a substitute, in the roll and in
// the minutes.
func TestASubstituteForNobody(t *testing.T) {
	t.Parallel()
	m := sample()
	who := m.Roster[0].ID
	for _, what := range []string{agenda.Substitutes, agenda.Proxy} {
		m.Items = append([]*agenda.Item(nil), m.Items...)
		m.Items = append(m.Items, &agenda.Item{ID: 900, Level: 1, Title: "Late", Entries: []*agenda.Entry{
			{ID: 901, Kind: agenda.Happening, Event: &agenda.Event{What: what, Who: []agenda.ID{who}}}}})
		var out strings.Builder
		if err := Markdown(&out, Build(harbour, m, agenda.Life{Draft: 1})); err != nil {
			t.Fatal(err)
		}
		word := map[string]string{agenda.Substitutes: "(substitute)", agenda.Proxy: "(proxy)"}[what]
		if got := strings.ReplaceAll(out.String(), `\`, ""); !strings.Contains(got, word) || strings.Contains(got, "for .") || strings.Contains(got, "for )") {
			t.Errorf("%s:\n%s", what, got)
		}
		m = sample()
	}
}
