package agenda_test

import (
	"slices"
	"strings"
	"testing"

	"minutebook/agenda"
)

// A year of meetings, each made from those before it.
func TestStandingItemsComeBack(t *testing.T) {
	b := agenda.Body{Key: "b", Standing: []agenda.Standing{
		{Title: "Apologies", Every: 1},
		{Title: "Budget", Every: 3, Lead: "Treasurer"},
		{Title: "Election of Chair", Yearly: true},
		{Title: "Minutes", Kind: agenda.KindMinutes, Every: 2},
	}}
	if n := b.Lookback(); n != 2 {
		t.Errorf("looks back %d meetings, want 2", n)
	}
	var before []agenda.Meeting
	for _, step := range []struct{ day, agenda string }{
		{"2025-11-13", "Apologies, Budget, Election of Chair, Minutes"},
		{"2025-12-11", "Apologies"},
		{"2026-01-08", "Apologies, Election of Chair, Minutes (11 December 2025)"},
		{"2026-02-12", "Apologies, Budget"},
		{"2026-03-12", "Apologies, Minutes (12 February 2026)"},
	} {
		var last *agenda.Record
		if len(before) > 0 {
			last = &agenda.Record{Open: before[0]}
		}
		r := agenda.NewMeeting(b, "", agenda.Clock(step.day), "", last, before[:min(b.Lookback(), len(before))]...)
		if got := strings.Join(titles(r), ", "); got != step.agenda {
			t.Errorf("%s: got %s, want %s", step.day, got, step.agenda)
		}
		for _, it := range r.Open.Items {
			if it.Title == "Budget" && (it.Paper == nil || !slices.Equal(it.Paper.Of, []string{"Treasurer"})) {
				t.Errorf("%s: the paper is %+v, not a report of the Treasurer", step.day, it.Paper)
			}
		}
		before = append([]agenda.Meeting{r.Open}, before...)
	}
	if !(agenda.Standing{Yearly: true}).Due("some day", before) {
		t.Error("a meeting of no known year leaves out what each year has")
	}
}

func TestWhatAnImportedBodyUsuallyDoes(t *testing.T) {
	people := []agenda.Attendee{
		{Title: "Cllr", Name: "Asha Verma", Roles: []string{"Chair"}, Voting: true},
		{Name: "Jo Lunt", Roles: []string{"Substitute"}, Voting: true},
		{Name: "Sam Rhee", Roles: []string{"Clerk"}},
	}
	meeting := func(items ...string) agenda.Meeting {
		m := agenda.Meeting{Start: "2026-02-25T19:00", Place: "Town Hall", Quorum: "5", Roster: people}
		for _, title := range items {
			m.Items = append(m.Items, &agenda.Item{Title: title, Level: 1 + strings.Count(title, ".")})
		}
		return agenda.New(m).Open
	}
	last := meeting("Welcome", "Minutes of the meeting held on 28 January", "New benches", "Police report", "a.sub")
	older := meeting("welcome", "Minutes", "Police report", "Old benches", "a.sub")
	b := agenda.Body{Key: "b", Name: "Aldermere Town Council"}
	got := b.From([]agenda.Meeting{last, older})
	r := agenda.NewMeeting(got, "", "2026-03-25", got.Place, nil)
	if want := []string{"Welcome", "Minutes", "Police report"}; !slices.Equal(titles(r), want) {
		t.Errorf("agenda %q, want %q", titles(r), want)
	}
	if got.Place != "Town Hall" || got.Time != "19:00" || got.Quorum != "5" {
		t.Errorf("body %+v", got)
	}
	if len(r.Open.Roster) != 2 || !r.Open.Roster[0].HasRole("Chair") || r.Open.Roster[1].Voting {
		t.Errorf("roster %+v", r.Open.Roster)
	}
	if first := b.From([]agenda.Meeting{last}); len(first.Standing) != 1 || first.Standing[0].Title != "Minutes" {
		t.Errorf("after one meeting the usual items are %+v, want the one of a known kind", first.Standing)
	}
	own := harbour()
	if after := own.From([]agenda.Meeting{last, older}); after.Place != own.Place || len(after.Standing) != len(own.Standing) {
		t.Errorf("what a body says of itself was replaced: %+v", after)
	}
	if own.Lookback() != 0 || b.Lookback() != 2 {
		t.Errorf("look back %d and %d meetings, want 0 and 2", own.Lookback(), b.Lookback())
	}
}

// A body without seats has the people of its last meeting, whatever else it says
// of itself: members, present or not, and those who attend all of it.
func TestTheLastMeetingSeatsABodyWithoutSeats(t *testing.T) {
	m := agenda.New(agenda.Meeting{Roster: []agenda.Attendee{
		{ID: 1, Name: "Asha Verma", Voting: true}, {ID: 2, Name: "Tom Pike", Voting: true}, {ID: 3, Name: "Jo Lunt", Voting: true},
		{ID: 4, Name: "Dana Holt", Items: []agenda.ItemRef{{Words: "4"}}}, {ID: 5, Name: "Sam Rhee", Roles: []string{"Clerk"}},
	}})
	for _, ev := range []agenda.Event{{What: agenda.Present, Who: []agenda.ID{1}}, {What: agenda.Apologies, Who: []agenda.ID{2}}, {What: agenda.Substitutes, Who: []agenda.ID{3}, For: 2}} {
		next, _, err := m.Mark(m.Open.Opening(), ev, "")
		m = must(t, next, err)
	}
	b := agenda.Body{Place: "Guildhall"}
	var names []string
	for _, s := range b.From([]agenda.Meeting{agenda.New(agenda.Meeting{}).Open, m.Open}).Seats {
		names = append(names, s.Name)
	}
	if want := []string{"Asha Verma", "Tom Pike", "Sam Rhee"}; !slices.Equal(names, want) || b.Lookback() == 0 {
		t.Errorf("%q, want %q", names, want)
	}
}
