package notes_test

import (
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

func TestStyleWords(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]agenda.StyleRef{
		"council":                          {Profile: "council"},
		"paragraphs":                       {Rendering: agenda.Paragraphs},
		"names shown":                      {Names: agenda.NamesShown},
		"council, names hidden":            {Profile: "council", Names: agenda.NamesHidden},
		"names shown, labelled":            {Rendering: agenda.Labelled, Names: agenda.NamesShown},
		"council, paragraphs, names shown": {Profile: "council", Rendering: agenda.Paragraphs, Names: agenda.NamesShown},
		`\bullets, labelled`:               {Profile: "bullets", Rendering: agenda.Labelled},
	} {
		file, err := notes.Parse("x.notes", "body: Harbour\nzone: UTC\nstyle: "+value+"\n")
		if err != nil || len(file.Bodies) != 1 || file.Bodies[0].Style != want {
			t.Errorf("%s: got %+v, %v; want %+v", value, file.Bodies, err, want)
		}
	}
}

func TestBodyHeaderMistakes(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"style: council, names shwon":                   "did you mean names shown?",
		"style: bullets, labelled":                      "found “labelled”",
		"style: names shown, names hidden":              "found “names hidden”",
		"standing: Fees\nevery: other":                  "a number of meetings like 3, or year",
		"standing: Fees\nevery: 0":                      "a number of meetings like 3, or year",
		"cadence: second Thursday\ncadence: each month": "“cadence:” a second time",
		"lead-in: -\nlead-in: They asked:":              "“lead-in:” a second time",
	} {
		_, err := notes.Parse("x.notes", "body: Harbour\n"+text+"\n")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
}

// A lead-in above "meeting:" is the body's, below it that meeting's own.
func TestLeadInsOfBodyAndMeeting(t *testing.T) {
	t.Parallel()
	file, err := notes.Parse("x.notes", "body: Harbour\nlead-in: Asked:\nmeeting: Ordinary, 2026-03-12\nlead-in: -\nreport lead-in: %s asked of it:\n")
	if err != nil {
		t.Fatal(err)
	}
	m := file.Meetings[0]
	if m.Body.Style != (agenda.StyleRef{LeadIn: "Asked:"}) {
		t.Errorf("body %+v", m.Body.Style)
	}
	if want := (agenda.StyleRef{LeadIn: agenda.NoLeadIn, LeadInReport: "%s asked of it:"}); m.Record.Open.Style != want {
		t.Errorf("meeting %+v", m.Record.Open.Style)
	}
}
