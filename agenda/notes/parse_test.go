package notes_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

func fixture(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestSample(t *testing.T) {
	file, err := notes.Parse("sample.notes", fixture(t, "sample.notes"))
	if err != nil {
		t.Fatal(err)
	}
	if len(file.Warnings) > 0 || len(file.Bodies) > 0 || len(file.Meetings) != 1 {
		t.Fatalf("got %+v", file)
	}
	if got := strings.Join(file.Numbers, " "); got != "4 5" {
		t.Errorf("numbers %q", got)
	}
	s := file.Meetings[0]
	m := s.Record.Open
	if s.Body.Name != "Northmoor Harbour Committee" || s.Body.Code != "NHC" || m.Kind != "Ordinary" ||
		m.Start != "2026-03-12T18:00" || m.Place != "Guildhall, Northmoor" || m.Public != "4" {
		t.Errorf("head %+v of %+v", m, s.Body)
	}
	var names []string
	for _, a := range m.Roster {
		names = append(names, a.Full())
	}
	if got := strings.Join(names, ", "); got != "Cllr Asha Verma, Cllr Tom Pike, Cllr Jo Lunt, Cllr Max Reeve, Dana Holt, Sam Rhee" {
		t.Errorf("roster %s", got)
	}
	if m.Roster[3].Voting != true || m.Roster[4].Voting || m.Roster[0].Title != "Cllr" || m.Roster[0].Roles[0] != "Chair" {
		t.Errorf("roster %+v", m.Roster)
	}
	it := m.Items[1]
	if it.Number != "4" || it.Title != "Dredging programme" || it.Level != 1 || it.Paper.Contacts[0] != "Dana Holt, 01632 960123" || len(it.Entries) != 10 {
		t.Errorf("item %+v with %d entries", it, len(it.Entries))
	}
	if e := it.Entries[9]; e.Action.Owners[0].Words != "Harbour Master" || e.Text != "bring the June report" || e.Action.Due != "2026-06-11" {
		t.Errorf("action %+v", e.Action)
	}
	if e := it.Entries[5]; e.Verb != "acknowledged" || e.On != it.Entries[4].ID {
		t.Errorf("response %+v", e)
	}
	if n := s.Record.Closed.Items[it.ID].Entries; len(n) != 1 || n[0].After != it.Entries[9].ID {
		t.Errorf("notes %+v", n)
	}
	last := m.Items[4]
	if last.Kind != agenda.KindInterlude || last.Entries[0].At != "2026-03-12T20:41" || m.Items[3].Number != "" {
		t.Errorf("close %+v", last)
	}
}

// The sample is written back as it was read, but for what the writer settles:
// the order of public, the copy line, one blank line before an item.
func TestSampleIsWrittenBack(t *testing.T) {
	for _, name := range []string{"sample.notes", "design.notes"} {
		t.Run(name, func(t *testing.T) { writtenBack(t, name) })
	}
}

func writtenBack(t *testing.T, name string) {
	text := fixture(t, name)
	file, err := notes.Parse(name, text)
	if err != nil {
		t.Fatal(err)
	}
	s := file.Meetings[0]
	got := written(t, s.Body, s.Record, s.Draft)
	got = strings.Replace(got, "copy: full\n", "", 1)
	got = strings.Replace(got, "\n==\n", "==\n", 1)
	got = strings.Replace(got, "== Vote of thanks", "== | Vote of thanks", 1)
	if got != text {
		t.Errorf("got\n%s", got)
	}
}

func TestEveryMistakeAtOnce(t *testing.T) {
	_, err := notes.Parse("mistakes.notes", fixture(t, "mistakes.notes"))
	var mistakes notes.Problems
	if !errors.As(err, &mistakes) {
		t.Fatal(err)
	}
	want := strings.TrimSpace(fixture(t, "mistakes.golden"))
	if got := mistakes.Error(); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestPublicCopyHoldsNothingClosed(t *testing.T) {
	file, err := notes.Parse("sample.notes", fixture(t, "sample.notes"))
	if err != nil {
		t.Fatal(err)
	}
	s := file.Meetings[0]
	var out strings.Builder
	if err := notes.WriteMeeting(&out, s.Body, s.Record.Open, agenda.Life{Draft: 1}); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	if strings.Contains(text, "figures by e-mail") || strings.Contains(text, "\n%") {
		t.Errorf("a note leaked\n%s", text)
	}
	again, err := notes.Parse("x", text)
	if err != nil || !again.Public || again.Meetings[0].Draft != 1 {
		t.Errorf("%+v %v", again, err)
	}
}

// A note whose entry was struck or moved away is written all the same, behind
// the last entry of its item.
func TestFullCopyHoldsEveryNote(t *testing.T) {
	r, item := typed(t, "First.", "% secret")
	it, _ := r.Open.Item(item)
	gone, _, err := r.Strike(it.Entries[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	r, _, err = notes.Apply(gone, item, "Second.", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		r    agenda.Record
		want string
	}{{gone, "\n== 4 Dredging\n% secret\n"}, {r, "\n== 4 Dredging\nSecond.\n% secret\n"}} {
		if text := written(t, agenda.Body{Name: "B"}, tt.r, 1); !strings.Contains(text, tt.want) {
			t.Errorf("%q is not in\n%s", tt.want, text)
		}
	}
}

// What is only offered to the clerk is no part of the minutes.
func TestPublicCopyHoldsNothingOffered(t *testing.T) {
	r, item := typed(t)
	r, err := r.EditItem(item, func(it *agenda.Item) { it.Wording = "That the usual be done." })
	if err != nil {
		t.Fatal(err)
	}
	b := agenda.Body{Name: "B"}
	var public strings.Builder
	if err := notes.WriteMeeting(&public, b, r.Open, agenda.Life{}); err != nil {
		t.Fatal(err)
	}
	if text := public.String(); strings.Contains(text, "usual") {
		t.Errorf("an offer is public\n%s", text)
	}
	if text := written(t, b, r, 0); !strings.Contains(text, "wording: That the usual be done.\n") {
		t.Errorf("an offer is lost\n%s", text)
	}
}

func TestBodyFile(t *testing.T) {
	file, err := notes.Parse("x", `body: Northmoor Harbour Committee
code: NHC
parent: Northmoor Town Council
zone: Europe/London
style: council, paragraphs
quorum: 3
place: Guildhall
time: 6pm
seat: Cllr Asha Verma [AV] (Chair)
seat: the Harbour Master (In attendance, non-voting, from 2024-05-01, to 2027-04-30)
seat: Dana Holt (the Deputy Harbour Master)
standing: Apologies | Apologies were received from ‹names›.
kind: apologies
standing: Minutes of the last meeting
kind: minutes
recommends: That they be signed.
phrase: thanks | The Committee thanked ‹name›.

meeting: Annual, 2026-05-14, Guildhall
style: labelled
quorum: 4
`)
	if err != nil {
		t.Fatal(err)
	}
	b := file.Bodies[0]
	if b.Zone != "Europe/London" || b.Style.Profile != "council" || b.Style.Rendering != agenda.Paragraphs || b.Time != "18:00" {
		t.Errorf("body %+v", b)
	}
	if s := b.Seats[1]; s.Office != "Harbour Master" || s.Name != "" || !s.NonVoting || s.From != "2024-05-01" || s.To != "2027-04-30" || len(s.Roles) != 1 {
		t.Errorf("seat %+v", s)
	}
	if s := b.Seats[2]; s.Office != "Deputy Harbour Master" || s.Name != "Dana Holt" {
		t.Errorf("seat %+v", s)
	}
	if s := b.Standing; len(s) != 2 || s[0].Kind != "apologies" || s[1].Kind != "minutes" || s[1].Recommends[0] != "That they be signed." {
		t.Errorf("standing %+v", s)
	}
	m := file.Meetings[0].Record.Open
	if m.Start != "2026-05-14" || m.Style.Rendering != agenda.Labelled || m.Quorum != "4" || b.Quorum != "3" {
		t.Errorf("meeting %+v", m)
	}
}

func TestMeetingLine(t *testing.T) {
	for _, c := range []struct{ call, kind, start, place string }{
		{"Ordinary, 2026-03-12 18:00, Guildhall, Northmoor", "Ordinary", "2026-03-12T18:00", "Guildhall, Northmoor"},
		{"Ordinary, 2026-03-12", "Ordinary", "2026-03-12", ""},
		{"Séance ordinaire, 2026-3-2 9:05, Hôtel de Ville", "Séance ordinaire", "2026-03-02T09:05", "Hôtel de Ville"},
		{"Annual, Thursday 12 March 2026 at 6.30 pm, Room 2, 1st floor", "Annual", "2026-03-12T18:30", "Room 2, 1st floor"},
		{"Annual, Thursday, 12th Mar 2026", "Annual", "2026-03-12", ""},
		{"2026-03-12", "", "2026-03-12", ""},
		{"Budget, setting, 2026-03-12, A, 2026-04-01", "Budget, setting", "2026-03-12", "A, 2026-04-01"},
	} {
		file, err := notes.Parse("x", "body: B\nmeeting: "+c.call)
		if err != nil {
			t.Errorf("%s: %v", c.call, err)
			continue
		}
		m := file.Meetings[0].Record.Open
		if m.Kind != c.kind || string(m.Start) != c.start || m.Place != c.place {
			t.Errorf("%s: got %q %q %q", c.call, m.Kind, m.Start, m.Place)
		}
	}
	for call, found := range map[string]string{
		"Ordinary, 2026-02-30":              "“2026-02-30”",
		"Ordinary, tomorrow":                "“tomorrow”",
		"Ordinary, 2026-03-12 25:00, Room":  "“25:00”",
		"Ordinary, 12/03/2026":              "“12/03/2026”",
		"Ordinary, 2026-03-12 in the hall.": "“in the hall.”",
	} {
		_, err := notes.Parse("x", "body: B\nmeeting: "+call)
		if err == nil || !strings.Contains(err.Error(), found) {
			t.Errorf("%s: %v", call, err)
		}
	}
}

func TestSecondMeetingBehindBareHeading(t *testing.T) {
	file, err := notes.Parse("x", "body: A\ncode: AA\nmeeting: , 2026-01-01\nText.\n==\nmeeting: , 2026-02-01\nMore.\n==\nbody: B\nmeeting: , 2026-03-01\n")
	if err != nil {
		t.Fatal(err)
	}
	if len(file.Meetings) != 3 || file.Meetings[1].Body.Code != "AA" || file.Meetings[2].Body.Name != "B" || len(file.Meetings[0].Record.Open.Items) != 1 {
		t.Errorf("got %+v", file.Meetings)
	}
}
