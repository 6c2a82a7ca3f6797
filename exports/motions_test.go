package exports

import (
	"fmt"
	"strings"
	"testing"

	"minutebook/agenda"
)

func moved(id, on agenda.ID, class, text string, movers, seconders []agenda.Who) *agenda.Entry {
	return &agenda.Entry{ID: id, Kind: agenda.Moved, On: on, Text: text,
		Motion: &agenda.Motion{Class: class, Movers: movers, Seconders: seconders}}
}

func votedOn(on agenda.ID, v agenda.Vote) *agenda.Entry {
	return &agenda.Entry{Kind: agenda.Voted, On: on, Vote: &v}
}

func settledAs(on agenda.ID, o agenda.Outcome) *agenda.Entry {
	return &agenda.Entry{Kind: agenda.Settled, On: on, Outcome: &o}
}

func item(number, title string, entries ...*agenda.Entry) *agenda.Item {
	return &agenda.Item{Level: 1, Number: number, Title: title, Entries: entries}
}

func numbersOf(words ...string) []agenda.ItemRef {
	out := make([]agenda.ItemRef, len(words))
	for i, w := range words {
		out[i] = agenda.ItemRef{Words: w}
	}
	return out
}

func TestMotions(t *testing.T) {
	t.Parallel()
	carried := agenda.Vote{Result: "carried", Tallies: tallied("3", "", "1")}
	consent := moved(301, 0, agenda.MainMotion, "That items 4 and 9 be agreed.", whos(verma), nil)
	consent.Motion.Items = []agenda.ItemRef{{ID: 50}, {Words: "9"}}
	several := moved(311, 0, agenda.MainMotion, "That it be noted:\nand that a letter be sent", whos(verma, pike), []agenda.Who{{Words: "the tenants"}, {ID: lunt}})
	several.Points = []agenda.Point{{Text: "to the fleet"}}
	four := item("4", "Dredging programme",
		moved(201, 0, agenda.MainMotion, "That the programme be approved.", whos(verma), whos(lunt)),
		moved(202, 201, agenda.Amendment, `That "for 2026" be inserted.`, whos(pike), whos(lunt)),
		moved(203, 202, agenda.Amendment, "That it be “2027”.", whos(verma), nil),
		votedOn(203, agenda.Vote{Result: "lost", Tallies: tallied("1", "2")}),
		moved(204, 201, agenda.Amendment, "That “each year” be added", nil, nil),
		votedOn(202, agenda.Vote{Result: "carried", Tallies: tallied("2", "1")}),
		votedOn(204, agenda.Vote{Method: "unanimous", Result: "carried"}),
		moved(205, 201, agenda.Substantive, "That the programme for 2026 be approved each year.", nil, nil),
		votedOn(205, carried),
		moved(206, 0, agenda.Procedure, "That the question be now put.", whos(pike), nil),
		settledAs(206, agenda.Outcome{Words: "fell for want of a seconder"}),
	)
	four.ID = 50
	m := meeting(four,
		item("5", "Outcomes", several,
			settledAs(311, agenda.Outcome{Words: "replaced by m2", Reason: "at the Chair’s request"}),
			moved(312, 0, agenda.MainMotion, "That the buoys be painted.", nil, whos(lunt)),
			said(agenda.Narrative, "It was discussed."),
			settledAs(312, agenda.Outcome{Words: "deferred", To: "16 April", Reason: "the hour was late"}),
			settledAs(311, agenda.Outcome{Words: "withdrawn"}),
			settledAs(312, agenda.Outcome{Words: "lapsed"}),
			settledAs(312, agenda.Outcome{Words: "no decision"}),
			settledAs(0, agenda.Outcome{Words: "referred", To: "the Board"}),
			consent, votedOn(201, carried)),
	)
	golden(t, "motions.md", printed(t, harbour, m))
}

// TestLabelsAreNotPrinted: m1 and a1 name motions in the notes alone.
func TestLabelsAreNotPrinted(t *testing.T) {
	t.Parallel()
	m := meeting(item("4", "Item",
		moved(201, 0, agenda.MainMotion, "That it be so.", nil, nil), moved(202, 201, agenda.Amendment, "That it not be so.", nil, nil),
		settledAs(202, agenda.Outcome{Words: "withdrawn for m1"}), settledAs(201, agenda.Outcome{Words: "lost to a1"})))
	for _, label := range []string{"m1", "a1"} {
		if got := body(t, m); strings.Contains(got, label) {
			t.Errorf("%s is in\n%s", label, got)
		}
	}
}

// votes is what a vote on the one motion of an item is printed as.
var votes = []struct {
	name string
	vote agenda.Vote
	want string
}{
	{"figures", agenda.Vote{Tallies: tallied("3", "2", "1"), Result: "carried"}, "The motion was carried (for 3, against 2, abstained 1)."},
	{"a figure unknown", agenda.Vote{Tallies: tallied("6", "", "2"), Result: "carried"}, "The motion was carried (for 6, against not recorded, abstained 2)."},
	{"nought", agenda.Vote{Tallies: tallied("6", "0"), Result: "carried"}, "The motion was carried (for 6, against 0)."},
	{"no result", agenda.Vote{Tallies: tallied("6", "1")}, "A vote was held on the motion (for 6, against 1)."},
	{"nothing", agenda.Vote{}, "A vote was held on the motion."},
	{"all", agenda.Vote{Method: "all", Result: "carried"}, "The motion was carried, all in favour."},
	{"all, no result", agenda.Vote{Method: "all"}, "All were in favour of the motion."},
	{"unanimous", agenda.Vote{Method: "unanimous", Result: "carried"}, "The motion was carried unanimously."},
	{"unanimous, no result", agenda.Vote{Method: "unanimous"}, "The vote on the motion was unanimous."},
	{"consent", agenda.Vote{Method: "without objection", Result: "agreed"}, "The motion was agreed without objection."},
	{"consent, no result", agenda.Vote{Method: "without objection"}, "There was no objection to the motion."},
	{"ballot", agenda.Vote{Method: "ballot", Tallies: tallied("9", "4"), Result: "adopted"}, "The motion was adopted by ballot (for 9, against 4)."},
	{"show of hands", agenda.Vote{Method: "show of hands", Result: "lost"}, "The motion was lost on a show of hands."},
	{"by name, no result", agenda.Vote{Method: "by name"}, "A recorded vote was held on the motion."},
	{"without a vote", agenda.Vote{Method: "without a vote", Result: "agreed"}, "The motion was agreed without a vote."},
	{"other methods", agenda.Vote{Method: "tellers", Result: "lost"}, "The motion was lost, tellers."},
	{"other words", agenda.Vote{Result: "angenommen"}, "The outcome of the motion was: angenommen."},
	{"a verb", agenda.Vote{Result: "failed", Tallies: tallied("1", "2")}, "The motion failed (for 1, against 2)."},
	{"by e-mail", agenda.Vote{Result: "carried", Held: "e-mail"}, "The motion was carried. The vote was held by e-mail."},
	{"weighted", agenda.Vote{Method: "weighted", Result: "carried", Named: []agenda.Ballot{
		{Who: agenda.Who{ID: verma}, Choice: agenda.For, Weight: "12"}, {Who: agenda.Who{Words: "Quay Works"}, Choice: agenda.Against, Weight: "7½"},
	}}, "The motion was carried by weighted vote: for, Councillor Verma (12); against, Quay Works (7½)."},
	{"every choice", agenda.Vote{Result: "carried", Named: []agenda.Ballot{
		{Who: agenda.Who{ID: verma}, Choice: "teller"}, {Who: agenda.Who{ID: reeve}, Choice: agenda.NotThere},
		{Who: agenda.Who{ID: pike}, Choice: agenda.Conflict}, {Who: agenda.Who{ID: holt}}, {Who: agenda.Who{ID: lunt}, Choice: agenda.For},
		{Who: agenda.Who{ID: rhee}, Choice: agenda.Away}, {Who: agenda.Who{Words: "A"}, Choice: agenda.NoVote}, {Who: agenda.Who{Words: "B"}, Choice: agenda.Abstained},
	}}, "The motion was carried: for, Councillor Lunt; abstained, B; did not vote, A; out of the room, Sam Rhee; absent, Councillor Reeve; " +
		"did not vote because of an interest, Councillor Pike; teller, Councillor Verma; vote not stated, Dana Holt."},
	{"on request", agenda.Vote{Tallies: tallied("3", "1"), Result: "carried", Named: []agenda.Ballot{{Who: agenda.Who{ID: pike}, Choice: agenda.Against, Asked: true}}},
		"The motion was carried (for 3, against 1). At their request the vote of Councillor Pike against the motion was recorded."},
	{"several on request", agenda.Vote{Result: "carried", Named: []agenda.Ballot{
		{Who: agenda.Who{ID: pike}, Choice: agenda.For, Asked: true}, {Who: agenda.Who{ID: lunt}, Choice: agenda.For, Asked: true},
		{Who: agenda.Who{ID: reeve}, Choice: agenda.Abstained, Asked: true}, {Who: agenda.Who{ID: verma}, Asked: true}, {Who: agenda.Who{ID: holt}, Choice: "teller", Asked: true},
	}}, "The motion was carried. At their request the votes of Councillors Pike and Lunt for the motion were recorded. " +
		"At their request it was recorded that Councillor Reeve abstained. At their request it was recorded of Dana Holt: teller. " +
		"At their request the vote of Councillor Verma was recorded."},
	{"casting vote", agenda.Vote{Tallies: tallied("3", "3"), Result: "carried", Casting: &agenda.Ballot{Who: agenda.Who{ID: verma}, Choice: agenda.For}},
		"The motion was carried (for 3, against 3). Councillor Verma gave a casting vote for the motion."},
	{"casting vote of an unknown choice", agenda.Vote{Result: "lost", Casting: &agenda.Ballot{Who: agenda.Who{ID: verma}}},
		"The motion was lost. Councillor Verma gave a casting vote."},
	{"equal", agenda.Vote{Method: "equal", Result: "carried", Casting: &agenda.Ballot{Who: agenda.Who{ID: verma}, Choice: agenda.For}},
		"The votes on the motion were equal. Councillor Verma gave a casting vote for the motion. The motion was carried."},
	{"equal, no more", agenda.Vote{Method: "equal"}, "The votes on the motion were equal."},
	{"does not add up", agenda.Vote{Tallies: tallied("13", "0"), Result: "carried", Named: []agenda.Ballot{{Who: agenda.Who{ID: pike}, Choice: agenda.Against}}},
		"The motion was carried (for 13, against 0): against, Councillor Pike."},
}

func TestVotes(t *testing.T) {
	t.Parallel()
	for _, tt := range votes {
		m := meeting(item("4", "Item", moved(201, 0, agenda.MainMotion, "That it be so.", nil, nil), said(agenda.Narrative, "Debate."), votedOn(201, tt.vote)))
		_, got, _ := strings.Cut(body(t, m), "Debate.\n\n")
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestVoteWithoutAMotion(t *testing.T) {
	t.Parallel()
	m := meeting(item("4", "Item", votedOn(0, agenda.Vote{Result: "carried", Tallies: tallied("3", "2")}), votedOn(0, agenda.Vote{Tallies: tallied("3", "2")}),
		votedOn(0, agenda.Vote{Method: "all", Result: "agreed"}),
		votedOn(0, agenda.Vote{Result: "lost", Casting: &agenda.Ballot{Who: agenda.Who{ID: verma}, Choice: agenda.Against}})))
	want := "## 4. Item\n\nOn being put to the vote it was carried (for 3, against 2).\n\nA vote was held on the motion (for 3, against 2).\n\n" +
		"On being put to the vote it was agreed, all in favour.\n\nOn being put to the vote it was lost. Councillor Verma gave a casting vote against it."
	if got := body(t, m); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestVoteOfForty: a vote of forty names and one taken back afterwards.
func TestVoteOfForty(t *testing.T) {
	t.Parallel()
	m := meeting(item("4", "Item"))
	var v agenda.Vote
	for i := range 40 {
		id := agenda.ID(1000 + i)
		m.Roster = append(m.Roster, agenda.Attendee{ID: id, Title: "Cllr", Name: fmt.Sprintf("A. Marsh%c%c", 'a'+i/26, 'a'+i%26), Voting: true})
		b := agenda.Ballot{Who: agenda.Who{ID: id}, Choice: agenda.For}
		switch {
		case i%13 == 3:
			b.Choice = agenda.Against
		case i == 17:
			b.Choice = agenda.Abstained
		case i == 22:
			b.Choice, b.Asked = agenda.Against, true
		}
		v.Named = append(v.Named, b)
	}
	v.Result, v.Tallies = "carried", tallied("36", "4", "1")
	vote := votedOn(201, v)
	vote.ID = 202
	m.Items[1].Entries = []*agenda.Entry{
		moved(201, 0, agenda.MainMotion, "That the budget be set.", whos(1000), whos(1001)), vote,
		{Kind: agenda.TakenBack, On: 202, Strike: &agenda.Strike{Who: agenda.Who{ID: 1005}}, Text: "she had pressed the wrong key"},
		{Kind: agenda.TakenBack, On: 202, Strike: &agenda.Strike{}, Text: "the doors had not been locked.\nIt was held again."},
		votedOn(201, agenda.Vote{Result: "carried"}),
	}
	golden(t, "votes-forty.md", printed(t, harbour, m))
}

// tallied is figures for, against and abstained, "" for an unknown one.
func tallied(counts ...string) []agenda.Tally {
	out := make([]agenda.Tally, len(counts))
	for i, c := range counts {
		out[i] = agenda.Tally{Choice: []string{agenda.For, agenda.Against, agenda.Abstained}[i], Count: c}
	}
	return out
}

func whos(ids ...agenda.ID) []agenda.Who {
	out := make([]agenda.Who, len(ids))
	for i, id := range ids {
		out[i] = agenda.Who{ID: id}
	}
	return out
}
