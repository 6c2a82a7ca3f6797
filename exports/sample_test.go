package exports

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"minutebook/agenda"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares got with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run the test with -update and read what it wrote", err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what is printed now\n%s", path, got)
	}
}

func printed(t *testing.T, b agenda.Body, m agenda.Meeting) []byte {
	t.Helper()
	d := Build(b, m, agenda.Life{Draft: 1})
	assertReadBack(t, d)
	var out bytes.Buffer
	if err := Markdown(&out, d); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// The people of the harbour, by the ID of their roster lines.
const (
	verma agenda.ID = iota + 1
	pike
	lunt
	reeve
	holt
	rhee
)

var harbour = agenda.Body{Name: "Northmoor Harbour Committee", Code: "NHC"}

func event(what string, at agenda.Clock, who ...agenda.ID) *agenda.Entry {
	return &agenda.Entry{Kind: agenda.Happening, At: at, Event: &agenda.Event{What: what, Who: who}}
}

func said(kind agenda.Kind, text string) *agenda.Entry { return &agenda.Entry{Kind: kind, Text: text} }

func reply(kind agenda.Kind, on agenda.ID, verb, text string) *agenda.Entry {
	return &agenda.Entry{Kind: kind, On: on, Verb: verb, Text: text}
}

func resolved(parts ...agenda.Point) *agenda.Entry {
	return &agenda.Entry{Kind: agenda.Resolved, Resolution: &agenda.Resolution{Parts: parts}}
}

// meeting is the committee on a day in March, with the roll of the sample.
func meeting(items ...*agenda.Item) agenda.Meeting {
	sub := event(agenda.Substitutes, "", lunt)
	sub.Event.For = reeve
	roll := []*agenda.Entry{
		event(agenda.Present, "", verma, pike), sub, event(agenda.Apologies, "", reeve), event(agenda.Attending, "", holt, rhee),
	}
	m := agenda.Meeting{
		Kind: "Ordinary", Start: "2026-03-12T18:00", Place: "Guildhall, Northmoor", Public: "4",
		Roster: []agenda.Attendee{
			{ID: verma, Title: "Cllr", Name: "Asha Verma", Roles: []string{"Chair"}, Voting: true},
			{ID: pike, Title: "Cllr", Name: "Tom Pike", Voting: true},
			{ID: lunt, Title: "Cllr", Name: "Jo Lunt", Voting: true},
			{ID: reeve, Title: "Cllr", Name: "Max Reeve", Voting: true},
			{ID: holt, Name: "Dana Holt", Roles: []string{"Harbour Master"}},
			{ID: rhee, Name: "Sam Rhee", Roles: []string{"Clerk"}},
		},
		Items: append([]*agenda.Item{{Kind: agenda.KindOpening, Entries: roll}}, items...),
	}
	return agenda.New(m).Open
}

func sample() agenda.Meeting {
	return meeting(
		&agenda.Item{
			Level: 1, Number: "4", Title: "Dredging programme", Paper: &agenda.Paper{Of: []string{"Harbour Master"}},
			Entries: []*agenda.Entry{
				said(agenda.Narrative, "The Harbour Master submitted a report (copies of which had been circulated) on dredging to 2028."),
				{ID: 101, Kind: agenda.Question, Text: "What effect would the winter tides have on the second phase?"},
				reply(agenda.Response, 101, "", "the contractor had allowed four weeks of slack."),
				reply(agenda.Further, 101, "", "the contract carried a penalty for overrun."),
				{ID: 102, Kind: agenda.Question, Text: "Had the fishing fleet been asked?"},
				reply(agenda.Response, 102, "acknowledged", "that this had been left too late."),
				said(agenda.Comment, "residents should be told before work began."),
				event(agenda.Arrived, "2026-03-12T18:25", lunt),
				resolved(
					agenda.Point{Text: "That the programme be approved."},
					agenda.Point{Text: "That a progress report be brought:", Points: []agenda.Point{{Text: "in June; and"}, {Text: "in September."}}},
				),
				{Kind: agenda.ToDo, Text: "bring the June report", Action: &agenda.Action{
					Owners: []agenda.Who{{Words: "Harbour Master"}}, Due: "2026-06-11",
				}},
			},
		},
		&agenda.Item{Level: 1, Number: "5", Title: "Lease of the east quay", Entries: []*agenda.Entry{
			resolved(agenda.Point{Text: "That the terms be agreed."}),
		}},
		&agenda.Item{Level: 1, Title: "Vote of thanks", Entries: []*agenda.Entry{
			said(agenda.Narrative, "The Committee thanked the outgoing Harbour Master."),
		}},
		&agenda.Item{Kind: agenda.KindInterlude, Entries: []*agenda.Entry{event(agenda.ClosedUp, "2026-03-12T20:41")}},
	)
}

func TestSample(t *testing.T) {
	t.Parallel()
	for _, rendering := range agenda.Renderings {
		m := sample()
		m.Style.Rendering = rendering
		golden(t, "sample-"+string(rendering)+".md", printed(t, harbour, m))
	}
}
