package agenda_test

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

// TestEntryMost keeps an entry of the greatest length and refuses one of a byte
// more, whichever of its fields is so long and whichever way it comes.
func TestEntryMost(t *testing.T) {
	r := agenda.NewMeeting(agenda.Body{Standing: []agenda.Standing{{Title: "Dues"}}}, "m", "2026-03-12T18:00", "", nil)
	item := r.Open.Items[1].ID
	r, first, err := r.Add(item, agenda.Entry{Kind: agenda.Narrative, Text: "First."})
	if err != nil {
		t.Fatal(err)
	}
	for name, with := range map[string]func(text string) agenda.Entry{
		"text":   func(s string) agenda.Entry { return agenda.Entry{Kind: agenda.Narrative, Text: s} },
		"a note": func(s string) agenda.Entry { return agenda.Entry{Kind: agenda.Note, Text: s} },
		"points": func(s string) agenda.Entry {
			return agenda.Entry{Kind: agenda.Narrative, Points: []agenda.Point{{Points: []agenda.Point{{Text: s}}}}}
		},
		"resolution": func(s string) agenda.Entry {
			return agenda.Entry{Kind: agenda.Resolved, Resolution: &agenda.Resolution{Parts: []agenda.Point{{Text: s}}}}
		},
		"table": func(s string) agenda.Entry {
			return agenda.Entry{Kind: agenda.Tabulation, Table: &agenda.Table{Rows: [][]string{{"", s}}}}
		},
	} {
		t.Run(name, func(t *testing.T) {
			most, more := with(strings.Repeat("x", agenda.EntryMost)), with(strings.Repeat("x", agenda.EntryMost+1))
			if _, _, err := r.Add(item, most); err != nil {
				t.Errorf("the longest entry: %v", err)
			}
			if _, _, err := r.Add(item, more); err == nil || !strings.Contains(err.Error(), "an entry of 257 KB: 256 KB at most") {
				t.Errorf("added: %v", err)
			}
			if _, _, err := r.AddAfter(first, more); err == nil {
				t.Error("added behind another")
			}
			if more.Kind == agenda.Note {
				return
			}
			if more.ID = first; more.Kind == agenda.Narrative {
				if _, err := r.Edit(more); err == nil {
					t.Error("made of another")
				}
			}
		})
	}
}
