package notes_test

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"minutebook/agenda"
)

// motionFeatures is motions and votes.
var motionFeatures = []feature{
	{"motion with mover and seconder", "motions", moved("1", "m1 motion of Verma / Lunt on -: That the programme be approved.")},
	{"mover only", "motions", moved("2", "m1 motion of Pike /  on -: That the dues be raised.")},
	{"several movers and seconders", "motions", moved("3", "m1 motion of Verma, Reeve / Pike, the Mooring Holders on -: That the moorings be let:")},
	{"motion in points", "motions", func(t *testing.T, r agenda.Record) {
		equal(t, entriesIn(t, r, "3")[0].Points[1].Text, "at the price of last year.")
	}},
	{"neither mover nor seconder, quoted words", "motions", moved("4", `m1 motion of  /  on -: That "Slow" and "No wash: £50" be painted on the wall.`)},
	{"amendment carried", "motions", fates("5", "a1", "carried")},
	{"amendment lost", "motions", fates("5", "a2", "lost")},
	{"amendment to an amendment", "motions", fates("5", "a1.1", "lost")},
	{"substantive motion", "motions", moved("5",
		`m1 motion of Verma / Lunt on -: That the quay be let.`,
		`a1 amendment of Pike / Reeve on m1: That "for 2026" be inserted after "let".`,
		`a1.1 amendment of Reeve /  on a1: That "2026" be "2027".`,
		`a2 amendment of Reeve / Pike on m1: That "let" be "sold".`,
		`m2 substantive of  /  on m1: That the quay be let for 2026.`)},
	{"resolution of a motion", "motions", func(t *testing.T, r agenda.Record) {
		it := entriesIn(t, r, "5")
		equal(t, it[len(it)-1].On, it[len(it)-3].ID)
	}},
	{"procedural motion", "motions", moved("6", "p1 procedure of Lunt / Reeve on -: That standing orders be suspended.")},
	{"decision with neither mover nor vote", "motions", func(t *testing.T, r agenda.Record) {
		e := entriesIn(t, r, "6")[3]
		if e.Kind != agenda.Resolved || e.Resolution.By != nil || e.On != 0 {
			t.Errorf("got %+v", e)
		}
	}},
	{"one motion for several items", "motions", func(t *testing.T, r agenda.Record) {
		refs := entriesIn(t, r, "7")[0].Motion.Items
		quay, _ := r.Open.ItemCalled("5")
		lease, _ := r.Open.ItemCalled("8")
		equal(t, fmt.Sprint(refs), fmt.Sprint([]agenda.ItemRef{{ID: quay}, {ID: lease}, {Words: "12"}}))
		equal(t, entriesIn(t, r, "8")[0].On, entriesIn(t, r, "7")[0].ID)
	}},

	{"vote counts", "votes", voted("1", "m1: 13-0 carried", "p1: 3-1-0 carried")},
	{"several votes on one item", "votes", func(t *testing.T, r agenda.Record) { equal(t, len(votesOf(t, r, "1")), 2) }},
	{"unknown figures", "votes", voted("2", "m1: 6-?-2")},
	{"all agreed without figures", "votes", voted("3", "m1: all agreed")},
	{"carried without figures", "votes", voted("4", "m1: carried on a show of hands")},
	{"unanimous", "votes", voted("5", "m1: unanimous")},
	{"without a vote", "votes", voted("6", "m1: without a vote adopted")},
	{"general consent", "motions", voted("6", "p1: without objection")},
	{"named vote", "votes", voted("7", "m1: by name Verma for, Lunt for, Pike against, the Youth Member abstained, Reeve no vote, "+
		"Quill away, Cllr Hale absent, Cllr Dow interest, Cllr Fox dissenting carried")},
	{"interest named in a vote", "votes", func(t *testing.T, r agenda.Record) {
		equal(t, votesOf(t, r, "7")[0].Named[7], agenda.Ballot{Who: agenda.Who{Words: "Cllr Dow"}, Choice: agenda.Conflict})
	}},
	{"casting vote with figures", "votes", func(t *testing.T, r agenda.Record) {
		v := votesOf(t, r, "8")[0]
		equal(t, len(v.Tallies), 2)
		equal(t, *v.Casting, agenda.Ballot{Who: agenda.Who{ID: r.Open.Roster[0].ID}, Choice: agenda.For})
	}},
	{"casting vote without figures", "votes", func(t *testing.T, r agenda.Record) {
		v := votesOf(t, r, "8")[1]
		equal(t, v.Method, "equal")
		equal(t, *v.Casting, agenda.Ballot{Who: agenda.Who{ID: r.Open.Roster[0].ID}})
	}},
	{"13 to 0 beside fourteen names", "votes", func(t *testing.T, r agenda.Record) {
		v := votesOf(t, r, "9")[0]
		equal(t, v.Tallies[0].Count, "13")
		equal(t, len(v.Named), 14)
	}},
	{"vote struck", "votes", func(t *testing.T, r agenda.Record) {
		all := entriesIn(t, r, "10")
		equal(t, all[2].On, all[1].ID)
		equal(t, *all[2].Strike, agenda.Strike{})
		equal(t, all[2].Text, "the count was wrong")
	}},
	{"vote corrected later", "votes", fates("10", "m1", "lost")},
	{"ballot taken back", "votes", func(t *testing.T, r agenda.Record) {
		equal(t, *entriesIn(t, r, "11")[2].Strike, agenda.Strike{Who: agenda.Who{ID: r.Open.Roster[1].ID}})
		equal(t, votesOf(t, r, "11")[0].Named[2].Choice, agenda.Against)
	}},
	{"vote recorded at a member's request", "votes", func(t *testing.T, r agenda.Record) {
		pike, reeve := agenda.Who{ID: r.Open.Roster[1].ID}, agenda.Who{ID: r.Open.Roster[3].ID}
		for i, want := range []agenda.Ballot{{Who: pike, Choice: agenda.Against, Asked: true}, {Who: reeve, Asked: true}, {Who: reeve, Choice: agenda.Against, Asked: true}} {
			equal(t, fmt.Sprint(votesOf(t, r, "12")[i].Named), fmt.Sprint([]agenda.Ballot{want}))
		}
	}},
	{"weighted vote", "votes", func(t *testing.T, r agenda.Record) {
		v := votesOf(t, r, "13")[0]
		equal(t, v.Method+" "+v.Named[0].Weight+" "+v.Named[1].Weight+" "+v.Named[2].Weight, "weighted 120 1,200 60")
	}},
	{"proxy vote", "votes", func(t *testing.T, r agenda.Record) {
		var proxy agenda.ID
		for _, e := range r.Open.Items[0].Entries {
			if e.Event.What == agenda.Proxy {
				proxy = e.Event.For
			}
		}
		equal(t, votesOf(t, r, "14")[0].Named[0].Who, agenda.Who{ID: proxy})
	}},
	{"vote between meetings", "votes", func(t *testing.T, r agenda.Record) {
		v := votesOf(t, r, "15")[0]
		equal(t, v.Held+", "+v.Result, "e-mail on 2 March, carried")
	}},
	{"named vote in one line", "votes", func(t *testing.T, r agenda.Record) {
		v := entriesIn(t, r, "16")[0].Resolution.By.Vote
		equal(t, fmt.Sprintf("%d %s %s %s", len(v.Named), v.Casting.Choice, v.Held, v.Result), "3 for letter carried")
	}},
	{"vote with no motion", "votes", voted("17", ": 4-0 agreed")},

	{"motion withdrawn", "fates", settled("1", agenda.Outcome{Words: "withdrawn", Reason: "the mover had been answered"})},
	{"fell for want of a seconder", "fates", settled("2", agenda.Outcome{Words: "fell for want of a seconder"})},
	{"motion lapsed", "fates", settled("3", agenda.Outcome{Words: "lapsed"})},
	{"motion deferred", "fates", settled("4", agenda.Outcome{Words: "deferred", To: "16 April", Reason: "the hour was late"})},
	{"motion referred", "fates", settled("5", agenda.Outcome{Words: "referred", To: "the Moorings Panel"})},
	{"adopted as amended", "fates", settled("6", agenda.Outcome{Words: "adopted as amended"})},
	{"motion tabled", "fates", settled("7", agenda.Outcome{Words: "laid on the table"})},
	{"motion replaced by another", "fates", func(t *testing.T, r agenda.Record) {
		fates("8", "m1", "replaced by m2")(t, r)
		fates("8", "m2", "carried")(t, r)
	}},
}

func equal[V comparable](t *testing.T, got, want V) {
	t.Helper()
	if got != want {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

// itemOf is the item of a number.
func itemOf(t *testing.T, r agenda.Record, number string) *agenda.Item {
	t.Helper()
	id, ok := r.Open.ItemCalled(number)
	if !ok {
		t.Fatalf("no item %s", number)
	}
	it, _ := r.Open.Item(id)
	return it
}

func entriesIn(t *testing.T, r agenda.Record, number string) []*agenda.Entry {
	t.Helper()
	return itemOf(t, r, number).Entries
}

func votesOf(t *testing.T, r agenda.Record, number string) (out []*agenda.Vote) {
	t.Helper()
	for _, e := range entriesIn(t, r, number) {
		if e.Kind == agenda.Voted {
			out = append(out, e.Vote)
		}
	}
	return out
}

// moved wants the motions of an item: label, class, people, what it is on, words.
func moved(number string, want ...string) func(*testing.T, agenda.Record) {
	return func(t *testing.T, r agenda.Record) {
		it := itemOf(t, r, number)
		labels := it.Labels()
		labels[0] = "-"
		var got []string
		for _, m := range it.Motions() {
			e := m.Motion
			got = append(got, fmt.Sprintf("%s %s of %s / %s on %s: %s", m.Label, e.Motion.Class, surnames(r.Open, e.Motion.Movers),
				surnames(r.Open, e.Motion.Seconders), labels[e.On], e.Text))
		}
		equal(t, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func surnames(m agenda.Meeting, who []agenda.Who) string {
	out := make([]string, len(who))
	for i, w := range who {
		out[i] = w.Words
		if a, ok := m.Attendee(w.ID); ok {
			out[i] = a.Surname()
		}
	}
	return strings.Join(out, ", ")
}

// voted wants the votes of an item: the motion, the method, the figures, the
// names, the result.
func voted(number string, want ...string) func(*testing.T, agenda.Record) {
	return func(t *testing.T, r agenda.Record) {
		it := itemOf(t, r, number)
		var got []string
		for _, e := range it.Entries {
			if e.Kind != agenda.Voted {
				continue
			}
			var counts, names []string
			for _, tally := range e.Vote.Tallies {
				counts = append(counts, cmp.Or(tally.Count, "?"))
			}
			for _, b := range e.Vote.Named {
				names = append(names, surnames(r.Open, []agenda.Who{b.Who})+" "+b.Choice)
			}
			facts := []string{it.Labels()[e.On] + ":", e.Vote.Method, strings.Join(counts, "-"), strings.Join(names, ", "), e.Vote.Result}
			got = append(got, strings.Join(strings.Fields(strings.Join(facts, " ")), " "))
		}
		equal(t, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// fates wants what became of a motion of an item.
func fates(number, label, want string) func(*testing.T, agenda.Record) {
	return func(t *testing.T, r agenda.Record) {
		for _, m := range itemOf(t, r, number).Motions() {
			if m.Label == label {
				equal(t, m.Fate(), want)
				return
			}
		}
		t.Errorf("no %s", label)
	}
}

// settled wants the outcome of the only motion of an item.
func settled(number string, want agenda.Outcome) func(*testing.T, agenda.Record) {
	return func(t *testing.T, r agenda.Record) {
		all := entriesIn(t, r, number)
		equal(t, all[1].On, all[0].ID)
		equal(t, *all[1].Outcome, want)
		equal(t, itemOf(t, r, number).Outcome, agenda.Outcome{})
	}
}
