package agenda_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"minutebook/agenda"
)

func harbour() agenda.Body {
	return agenda.Body{
		Key: "b1", Name: "Northmoor Harbour Committee", Quorum: "4",
		Seats: []agenda.Seat{
			{Title: "Cllr", Name: "Asha Verma", Initials: "AV", Roles: []string{"Chair"}},
			{Title: "Cllr", Name: "Tom Pike", To: "2026-02-28"},
			{Title: "Cllr", Name: "Jo Lunt", From: "2026-03-01"},
			{Title: "Cllr", Name: "Max Reeve", From: "2026-03-12", To: "2026-03-12"},
			{Office: "Harbour Master", NonVoting: true},
			{Name: "Not Yet", From: "2026-03-13"},
		},
		Standing: []agenda.Standing{
			{Title: "Apologies", Kind: agenda.KindApologies},
			{Title: "Minutes", Kind: agenda.KindMinutes, Recommends: []string{"That they be read."}},
			{Title: "Harbour Master's report", Wording: "That the report be noted."},
			{Title: "Next meeting", Kind: agenda.KindNext},
		},
	}
}

// agendaOf is the numbers and titles of an agenda.
func agendaOf(r agenda.Record) string {
	var out []string
	for _, it := range r.Open.Items[1:] {
		out = append(out, it.Number+" "+it.Title)
	}
	return strings.Join(out, "; ")
}

func TestNewMeetingTheFirst(t *testing.T) {
	b := harbour()
	r := agenda.NewMeeting(b, "m1", "2026-03-12T18:00", "Guildhall", nil)
	m := r.Open
	if got := fmt.Sprint(m.Key, m.Body, m.Kind, m.Start, m.Place, m.Quorum); got != "m1b1Ordinary2026-03-12T18:00Guildhall4" {
		t.Errorf("head %s", got)
	}
	if got, want := agendaOf(r), "1 Apologies; 2 Minutes; 3 Harbour Master's report; 4 Next meeting"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	var names []string
	for _, a := range m.Roster {
		names = append(names, fmt.Sprint(a.Full(), " ", a.Voting))
	}
	if want := []string{"Cllr Asha Verma true", "Cllr Jo Lunt true", "Cllr Max Reeve true", "Harbour Master false"}; !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
	if len(m.Presence()) != 0 || len(m.Items[0].Entries) != 0 {
		t.Error("attendance is assumed")
	}
	if p := m.Items[2].Paper; p == nil || len(p.Recommends) != 1 || m.Items[3].Wording == "" || m.Items[1].Paper != nil {
		t.Errorf("standing items %v", m.Items)
	}
	m.Roster[0].Roles[0], m.Items[2].Paper.Recommends[0] = "changed", "changed"
	if again := harbour(); b.Seats[0].Roles[0] != again.Seats[0].Roles[0] || b.Standing[1].Recommends[0] != again.Standing[1].Recommends[0] {
		t.Error("the meeting shares lists with its body")
	}
}

// january is the meeting before: one item deferred, three actions of which two
// are open.
func january(t *testing.T) agenda.Record {
	r := agenda.NewMeeting(harbour(), "m0", "2026-01-15T18:00", "", nil)
	report := id(t, r, "Harbour Master's report")
	r, lease, err := r.AddItem(report, agenda.Item{Title: "Lease", Paper: &agenda.Paper{Title: "A lease", Leads: []string{"Clerk"}}})
	must(t, r, err)
	r, err = r.EditItem(lease, func(it *agenda.Item) { it.Outcome = agenda.Outcome{Words: "Deferred to March"} })
	must(t, r, err)
	owners := []agenda.Who{{ID: r.Open.Roster[0].ID}, {Words: "the tenant"}}
	for _, e := range []agenda.Entry{
		{Kind: agenda.ToDo, Text: "bring figures", Action: &agenda.Action{Owners: owners, Due: "2026-03-12"}},
		{Kind: agenda.ToDo, Text: "done already", Action: &agenda.Action{State: "done"}},
		{Kind: agenda.Note, Text: "private"},
		{Kind: agenda.ToDo, Text: "still open", Action: &agenda.Action{State: "Open"}},
	} {
		r, _, err = r.Add(report, e)
		must(t, r, err)
	}
	return r
}

func TestNewMeetingAfterAnother(t *testing.T) {
	last := january(t)
	before := dump(last)
	r := agenda.NewMeeting(harbour(), "m1", "2026-03-12T18:00", "", &last)
	want := "1 Apologies; 2 Minutes (15 January 2026); 3 Harbour Master's report; 4 Lease; 5 Actions from previous meetings; 6 Next meeting"
	if got := agendaOf(r); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if rec := r.Open.Items[2].Paper.Recommends; len(rec) != 2 || !strings.Contains(rec[1], "held on 15 January 2026 be approved") {
		t.Errorf("recommends %q", rec)
	}
	lease := r.Open.Items[4]
	if lease.Outcome != (agenda.Outcome{}) || lease.Paper == nil || lease.Paper.Title != "A lease" {
		t.Errorf("lease %+v", lease)
	}
	actions := r.Open.Items[5].Entries
	if len(actions) != 2 || actions[0].Text != "bring figures" || actions[1].Text != "still open" {
		t.Fatalf("actions %v", actions)
	}
	a := actions[0].Action
	if a.Due != "2026-03-12" || *a.Follows != (agenda.Ref{Meeting: "m0", Entry: id(t, last, "bring figures")}) {
		t.Errorf("action %+v", a)
	}
	if want := []agenda.Who{{Words: "Cllr Asha Verma"}, {Words: "the tenant"}}; !slices.Equal(a.Owners, want) {
		t.Errorf("owners %v: roster lines are of one meeting", a.Owners)
	}
	lease.Paper.Leads[0] = "changed"
	if dump(last) != before {
		t.Error("the new meeting shares a paper with the last")
	}
}

func TestNewMeetingWithAnItemForActions(t *testing.T) {
	last, b := january(t), harbour()
	b.Standing = append([]agenda.Standing{{Title: "Matters arising", Kind: agenda.KindActions}}, b.Standing[:3]...)
	last.Open.Start = "some day"
	r := agenda.NewMeeting(b, "m1", "2026-03-12", "", &last)
	if got, want := agendaOf(r), "1 Matters arising; 2 Apologies; 3 Minutes; 4 Harbour Master's report; 5 Lease"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if n := len(r.Open.Items[1].Entries); n != 2 {
		t.Errorf("%d actions, want 2", n)
	}
}

// A deferral is told by how its outcome begins, in any case; other outcomes
// bring nothing back.
func TestOnlyWhatWasDeferredComesBack(t *testing.T) {
	for words, back := range map[string]bool{"DEFERRED": true, "deferred to the June meeting": true, "not deferred": false, "withdrawn": false} {
		last := january(t)
		lease := id(t, last, "Lease")
		last, err := last.EditItem(lease, func(it *agenda.Item) { it.Outcome = agenda.OutcomeOf(words) })
		must(t, last, err)
		r := agenda.NewMeeting(harbour(), "m1", "2026-03-12", "", &last)
		if got := strings.Contains(agendaOf(r), "Lease"); got != back {
			t.Errorf("%s: on the next agenda: %t", words, got)
		}
	}
}

func TestCode(t *testing.T) {
	tests := []struct{ name, taken, want string }{
		{"Northmoor Harbour Committee", "", "NHC"},
		{"Northmoor Harbour Committee", "NHC NHC2", "NHC3"},
		{"Friends of the East Quay", "", "FEQ"},
		{"Board for St. John's Ward 5", "", "BSJW5"},
		{"'The' “Quay” ‘users’ group", "", "QUG"},
		{"öffentliche anhörung", "", "ÖA"},
		{"of the", "", "B"}, {"", "B", "B2"}, {" – ’ ", "", "B"}, {"\xff\xfe", "", "B"},
	}
	for _, tt := range tests {
		got := agenda.Code(tt.name, func(c string) bool { return slices.Contains(strings.Fields(tt.taken), c) })
		if got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.name, got, tt.want)
		}
	}
}
