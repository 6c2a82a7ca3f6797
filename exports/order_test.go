package exports

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

func correction(text string, c agenda.Correction) *agenda.Entry {
	return &agenda.Entry{Kind: agenda.Corrected, Text: text, Correction: &c}
}

func TestOrder(t *testing.T) {
	t.Parallel()
	of := func(e agenda.Event, at agenda.Clock, text string) *agenda.Entry {
		return &agenda.Entry{Kind: agenda.Happening, At: at, Text: text, Event: &e}
	}
	minutes := item("1", "Minutes",
		of(agenda.Event{What: agenda.MinutesOf, Meetings: []string{"2026-01-15"}}, "", ""),
		of(agenda.Event{What: agenda.MinutesOf, Meetings: []string{"NHC/2026-01-15", "12 February 2026", "the Annual Meeting", "QB/2026-01-15"}}, "", ""),
		correction("", agenda.Correction{Minute: "267/19", Meeting: "2026-01-15", Changes: []agenda.Change{{Delete: "maximums", Insert: "performance"}, {Insert: "not"}, {Delete: "ever"}}}),
		correction("the second paragraph is to be read as one of item 9.\nSo agreed.", agenda.Correction{Meeting: "2026-01-15"}),
		correction("", agenda.Correction{Minute: "Page 3"}), correction("", agenda.Correction{}))
	minutes.Kind = agenda.KindMinutes
	urgent := item("11", "Quay wall",
		of(agenda.Event{What: agenda.TakenOut, Items: []agenda.ItemRef{{ID: 61}}, Before: agenda.ItemRef{ID: 60}}, "2026-03-12T18:40", "at the Chair’s request"),
		of(agenda.Event{What: agenda.TakenOut, Items: numbersOf("12", "13")}, "", ""),
		of(agenda.Event{What: agenda.Together, Items: []agenda.ItemRef{{ID: 60}, {Words: "14"}, {ID: 61}}}, "", ""))
	urgent.ID, urgent.Late = 61, "the wall failed on Monday"
	urgent.Outcome = agenda.Outcome{Words: "deferred", To: "16 April", Reason: "the hour was late"}
	ten := item("10", "Fees",
		event(agenda.Presides, "", pike),
		of(agenda.Event{What: agenda.Attending, Who: []agenda.ID{holt}, Items: []agenda.ItemRef{{ID: 60}}}, "2026-03-12T18:50", ""),
		event(agenda.Left, "2026-03-12T19:00"), event(agenda.Returned, "2026-03-12T19:10"),
		of(agenda.Event{What: agenda.Quorum}, "", "the meeting had no quorum from 7.10 pm."),
		of(agenda.Event{What: agenda.Adjourned, To: "2026-03-12T19:30"}, "2026-03-12T19:10", "to clear the gallery"),
		event(agenda.Resumed, "2026-03-12T19:31"),
		of(agenda.Event{What: agenda.Adjourned, To: "2026-04-16T18:00"}, "2026-03-12T20:10", ""),
		of(agenda.Event{What: agenda.Adjourned, To: "2026-04-16"}, "", ""), event(agenda.Adjourned, ""),
		of(agenda.Event{What: agenda.Thanked}, "", "to the outgoing Harbour Master, for thirty years."),
		&agenda.Entry{Kind: agenda.ToDo, Text: "bring the June report", Action: &agenda.Action{Owners: []agenda.Who{{ID: holt}, {Words: "the | Clerk"}}, Due: "2026-06-11"}},
		&agenda.Entry{Kind: agenda.ToDo, Text: "paint\nthe buoys", Action: &agenda.Action{Due: "before the summer"}})
	ten.ID = 60
	next := item("12", "Next meeting",
		of(agenda.Event{What: agenda.NextMeeting, To: "2026-04-16T18:00", Place: "Guildhall"}, "", ""),
		of(agenda.Event{What: agenda.NextMeeting}, "", "to be fixed by the Chair"),
		of(agenda.Event{What: agenda.NextMeeting, To: "2026-05-14"}, "", "a training day"))
	next.Kind = agenda.KindNext
	m := meeting(minutes, urgent, ten, next, item("13", "Actions", of(agenda.Event{What: agenda.ActionList}, "", "")))
	m.Roster[holt-1].Organisation, m.Roster[holt-1].Items = "Quay Works", []agenda.ItemRef{{ID: 60}, {Words: "14"}}
	m.Roster[rhee-1].Items = []agenda.ItemRef{{ID: 61}}
	golden(t, "order.md", printed(t, harbour, m))
}

func TestNoActions(t *testing.T) {
	t.Parallel()
	m := meeting(item("13", "Actions", event(agenda.ActionList, "")))
	if got := body(t, m); !strings.HasSuffix(got, "\n\nNo actions were recorded.") {
		t.Error(got)
	}
}

// TestClerksOwnSentence: the house writes no second sentence beside one of the
// clerk's that says the same, and leaves nothing unsaid.
func TestClerksOwnSentence(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		kind, what, wrote string
		silent            bool
	}{
		{agenda.KindNext, agenda.NextMeeting, "Members were to meet on 16 April 2026 at 6.00 pm in the Guildhall.", true},
		{agenda.KindNext, agenda.NextMeeting, "Members would rather have met in May.", false},
		{agenda.KindNext, agenda.NextMeeting, "Members were to meet on 16 April 2026.", false},
		{"", agenda.NextMeeting, "Members were to meet on 16 April 2026 at 6.00 pm in the Guildhall.", false},
		{agenda.KindMinutes, agenda.MinutesOf, "The minutes of 15 January 2026 were read.", true},
		{agenda.KindMinutes, agenda.MinutesOf, "The minutes were read.", false},
	} {
		e := event(tt.what, "")
		e.Event.To, e.Event.Place = "2026-04-16T18:00", "Guildhall"
		if tt.what == agenda.MinutesOf {
			e.Event = &agenda.Event{What: tt.what, Meetings: []string{"2026-01-15"}}
		}
		it := item("12", "Item", e, said(agenda.Narrative, tt.wrote))
		it.Kind = tt.kind
		if got := body(t, meeting(it)); (got == "## 12. Item\n\n"+tt.wrote) != tt.silent {
			t.Errorf("%s, %q: got\n%s", tt.kind, tt.wrote, got)
		}
	}
}

func TestDecisions(t *testing.T) {
	t.Parallel()
	four := item("4", "Fees")
	four.ID = 70
	full := resolved(agenda.Point{Text: "That the fees be raised."})
	full.Resolution.Condition = "that the Board agrees"
	full.Resolution.Reasons = "costs had risen.\nSo had wages."
	full.Resolution.Alternatives = "no change"
	full.Resolution.Thanks = "to the Treasurer"
	full.Resolution.Items = []agenda.ItemRef{{ID: 70}, {Words: "9"}}
	full.Resolution.Links = []agenda.Link{{Kind: "amends", To: "NHC/2026-01-15 4"}, {Kind: "rescinds", To: "the order of 1989"}, {Kind: "echoes", To: "QB/2026-01-15"}}
	full.Resolution.By = &agenda.By{Movers: whos(verma), Vote: &agenda.Vote{
		Method: "weighted", Tallies: tallied("3", ""), Result: "carried", Held: "e-mail",
		Named: []agenda.Ballot{
			{Who: agenda.Who{ID: pike}, Choice: agenda.Against, Weight: "7"}, {Who: agenda.Who{ID: lunt}, Choice: agenda.Against, Asked: true},
		},
		Casting: &agenda.Ballot{Who: agenda.Who{ID: verma}, Choice: agenda.For},
	}}
	m := meeting(four, item("5", "Decision", full, resolved(agenda.Point{Text: "That it be noted."})))
	golden(t, "decisions.md", printed(t, harbour, m))
}
