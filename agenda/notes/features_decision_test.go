package notes_test

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

// decisionFeatures is interests, elections, resolutions and actions.
var decisionFeatures = []feature{
	{"interests with kind, item, nature and effect", "interests", func(t *testing.T, r agenda.Record) {
		holds(t, r, "2", 0, "Cllr Asha Verma (disclosable pecuniary); items Lease of the east quay; nature her brother holds the lease of the east quay; effect left")
	}},
	{"one declaration for several items and members", "interests", func(t *testing.T, r agenda.Record) {
		holds(t, r, "2", 1, `Cllr Tom Pike (non-registrable); Cllr Jo Lunt (non-registrable); items Mooring fees,Lease of the east quay,"11(b)"; `+
			"nature both moor boats; in different basins; effect stayed")
	}},
	{"nature of an interest withheld", "interests", func(t *testing.T, r agenda.Record) {
		holds(t, r, "2", 2, "Cllr Max Reeve (other registrable); items Mooring fees; effect took no part")
	}},
	{"interest of somebody on no roster", "interests", func(t *testing.T, r agenda.Record) {
		holds(t, r, "2", 3, "Pat Rowe (gift)")
	}},
	{"nil declaration", "interests", func(t *testing.T, r agenda.Record) {
		e := nth(t, r, "3", 0)
		equals(t, "kind", e.Kind, agenda.Declared)
		equals(t, "holders", len(e.Interest.Holders), 0)
	}},
	{"who has an interest in an item", "interests", func(t *testing.T, r agenda.Record) {
		var got []string
		for _, d := range r.Open.InterestsIn(numbered(t, r, "6").ID) {
			got = append(got, r.Open.Call(d.Holder.Who)+" "+d.Effect)
		}
		equals(t, "in item 6", strings.Join(got, ", "), "Cllr Tom Pike stayed, Cllr Jo Lunt stayed, Cllr Max Reeve took no part, Cllr Asha Verma spoke")
	}},
	{"left for an interest and returned", "interests", func(t *testing.T, r agenda.Record) {
		left, back := nth(t, r, "5", 0), nth(t, r, "5", 2)
		equals(t, "left", left.Event.What+" "+left.Event.How, agenda.Left+" "+agenda.Interested)
		equals(t, "returned", back.Event.What, agenda.Returned)
	}},

	{"nomination with mover and seconder", "elections", func(t *testing.T, r agenda.Record) {
		holds(t, r, "1", 0, "nominated; office Chair; Cllr Asha Verma  false; by Cllr Tom Pike/Cllr Jo Lunt")
	}},
	{"nomination declined", "elections", func(t *testing.T, r agenda.Record) {
		holds(t, r, "1", 1, "nominated; office Chair; Cllr Max Reeve  false; by Cllr Asha Verma/; how declined")
	}},
	{"election unopposed", "elections", func(t *testing.T, r agenda.Record) {
		holds(t, r, "1", 2, "elected; office Chair; Cllr Asha Verma  false; how unopposed")
	}},
	{"contested ballot in rounds", "elections", func(t *testing.T, r agenda.Record) {
		holds(t, r, "2", 3, "balloted; office Vice-Chair; Cllr Tom Pike 5 false; Cllr Jo Lunt 5 false; Cllr Max Reeve 2 false")
		holds(t, r, "2", 4, "balloted; office Vice-Chair; Cllr Tom Pike  false; Cllr Jo Lunt  true")
	}},
	{"ballot decided by lot", "elections", func(t *testing.T, r agenda.Record) {
		holds(t, r, "3", 1, "balloted; office Auditor; Cllr Asha Verma 4 false; Pat Rowe 4 true; how decided by lot")
	}},
	{"co-option", "elections", func(t *testing.T, r agenda.Record) {
		holds(t, r, "4", 0, "elected; office Member for the Fishing Fleet; Ann Tull  false; how co-opted")
	}},

	{"officers elected", "elections", func(t *testing.T, r agenda.Record) {
		got := map[string]bool{}
		for _, it := range r.Open.Items {
			for _, e := range it.Entries {
				for _, c := range electedIn(e) {
					got[e.Election.Office+": "+r.Open.Call(c.Who)] = true
				}
			}
		}
		for _, want := range []string{"Chair: Cllr Asha Verma", "Vice-Chair: Cllr Jo Lunt", "Harbour Warden: Cllr Tom Pike",
			"Harbour Warden: Cllr Max Reeve", "Auditor: Pat Rowe", "Member for the Fishing Fleet: Ann Tull"} {
			equals(t, want, got[want], true)
		}
		equals(t, "officers", len(got), 6)
	}},

	{"conditional resolution", "resolutions", func(t *testing.T, r agenda.Record) {
		equals(t, "condition", nth(t, r, "4", 0).Resolution.Condition, "subject to the consent of the river authority")
	}},
	{"reasons and alternatives", "resolutions", func(t *testing.T, r agenda.Record) {
		res := nth(t, r, "4", 0).Resolution
		equals(t, "reasons", res.Reasons, "The channel has silted by 0.4 m since 2024.\nNo cheaper method was offered.")
		equals(t, "alternatives", res.Alternatives, "Waiting a year, rejected because the pilots asked for depth now.")
	}},
	{"several resolutions on one item", "resolutions", func(t *testing.T, r agenda.Record) {
		equals(t, "resolutions", len(numbered(t, r, "4").Entries), 3)
	}},
	{"resolution with sub-points", "resolutions", func(t *testing.T, r agenda.Record) {
		equals(t, "parts", pointed(nth(t, r, "4", 0).Resolution.Parts), "That the programme be approved.|That a progress report be brought:(in June; and(to this Committee; and|to the Council;)|in September.)|"+
			"That the Harbour Master be authorised to sign.")
	}},
	{"question asked of the body answered", "resolutions", func(t *testing.T, r agenda.Record) {
		it := numbered(t, r, "4")
		equals(t, "asked", len(it.Paper.Asks), 2)
		equals(t, "first", it.Entries[1].Resolution.Links[0], agenda.Link{Kind: agenda.Answers, To: "1"})
		equals(t, "second", it.Entries[2].Resolution.Links[0], agenda.Link{Kind: agenda.Answers, To: "2: which contractor"})
	}},
	{"resolution that supersedes and rescinds", "resolutions", func(t *testing.T, r agenda.Record) {
		links := nth(t, r, "5", 0).Resolution.Links
		equals(t, "links", len(links), 2)
		equals(t, "first", links[0], agenda.Link{Kind: agenda.Supersedes, To: "NHC/2025-03-13 5"})
		equals(t, "second", links[1], agenda.Link{Kind: agenda.Rescinds, To: "minute 44/24 of the Moorings Sub-Committee"})
	}},
	{"thanks in a resolution", "resolutions", func(t *testing.T, r agenda.Record) {
		equals(t, "thanks", nth(t, r, "5", 0).Resolution.Thanks, "to Cllr Pike for his work on the fees")
	}},
	{"consent agenda", "resolutions", func(t *testing.T, r agenda.Record) {
		equals(t, "items", referred(r.Open, nth(t, r, "8", 0).Resolution.Items), `Reports for information,Minutes of sub-committees,"12"`)
	}},

	{"recommended to another body", "verbs", verbOf(0, "recommended", "to the Council that the budget of £48,000 be adopted.")},
	{"noted", "verbs", verbOf(1, "noted", "the report of the Treasurer.")},
	{"agreed", "verbs", verbOf(2, "agreed", "that the Treasurer be asked for a forecast.")},
	{"received", "verbs", verbOf(3, "received", "the accounts to 28 February.")},
	{"direction given", "verbs", verbOf(4, "directed", "the Clerk to write to the bank.")},
	{"decision in words of its own", "verbs", verbOf(5, agenda.AsTyped, "The Committee was content.")},
	{"decision with the verb of the house", "verbs", verbOf(6, "", "That the account be closed.")},

	{"decision nobody moved", "verbs", func(t *testing.T, r agenda.Record) {
		for _, e := range numbered(t, r, "4").Entries {
			if e.Resolution.By != nil || e.On != 0 {
				t.Errorf("%s: by %+v on %d", e.Verb, e.Resolution.By, e.On)
			}
		}
	}},

	{"action with owner and date", "actions", does(0, "bring the June report", "Dana Holt", "2026-06-11", "")},
	{"action with several owners, due a meeting", "actions", does(1, "walk the quay", "Cllr Tom Pike+Cllr Jo Lunt+Harbour Master+the pilots", "next meeting", "")},
	{"action of nobody, due in words", "actions", does(2, "replace the lamp", "", "when the parts arrive", "")},
	{"action due a named meeting", "actions", does(3, "report on dues", "Moorings Sub-Committee+Clerk", "NHC/2026-06-11", "")},
	{"action due a day in words", "actions", does(4, "write to the owner", "Cllr Asha Verma", "2026-06-11", "")},
	{"action done", "actions", does(5, "thank the crew", "Cllr Jo Lunt", "", "done")},
	{"resolution and action in one", "actions", func(t *testing.T, r agenda.Record) {
		does(7, "That the pilots be told", "Clerk+Dana Holt", "2026-04-01", "")(t, r)
		res := nth(t, r, "4", 6).Resolution
		equals(t, "parts", pointed(res.Parts), "That the programme be approved.|That the pilots be told|That the channel stay open.")
		equals(t, "reasons behind the action", res.Reasons, "the fleet sails daily")
	}},

	{"petition", "petition", func(t *testing.T, r agenda.Record) {
		it := numbered(t, r, "9")
		equals(t, "kind", it.Kind, "petition")
		equals(t, "lead petitioner", strings.Join(it.Paper.Sponsors, ";"), "Ms R Hale (lead petitioner)")
		equals(t, "signatures", it.Paper.Number+" "+it.Paper.Title, "214 signatures")
		equals(t, "asks", strings.Join(it.Paper.Asks, ";"), "That the slipway stay open in winter.")
		equals(t, "answer", it.Entries[1].Verb+" "+it.Entries[1].Resolution.Links[0].To, "received 1")
	}},
	{"planning list", "planning", func(t *testing.T, r agenda.Record) {
		table := nth(t, r, "25/118", 0).Table
		equals(t, "caption", table.Caption, "Applications received to 5 March 2026")
		equals(t, "rows", len(table.Rows), 3)
		equals(t, "cell", table.Rows[2][2], "Change of use | café")
	}},
	{"minute numbers of entries", "planning", func(t *testing.T, r agenda.Record) {
		var got []string
		for _, e := range numbered(t, r, "25/118").Entries {
			got = append(got, e.Number+" "+string(e.Kind))
		}
		equals(t, "numbers", strings.Join(got, ", "), " table, 118.1 resolution, 118.2 resolution, 118.3 narrative")
	}},
}

// numbered is the item with a number.
func numbered(t *testing.T, r agenda.Record, number string) *agenda.Item {
	t.Helper()
	id, ok := r.Open.ItemCalled(number)
	it, found := r.Open.Item(id)
	if !ok || !found {
		t.Fatalf("there is no item %s", number)
	}
	return it
}

// nth is an entry of the item with a number, counted from nought.
func nth(t *testing.T, r agenda.Record, number string, i int) *agenda.Entry {
	t.Helper()
	it := numbered(t, r, number)
	if i >= len(it.Entries) {
		t.Fatalf("item %s has %d entries", number, len(it.Entries))
	}
	return it.Entries[i]
}

func equals[V comparable](t *testing.T, what string, got, want V) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v\nwant %v", what, got, want)
	}
}

// holds compares the fields of an interest or a step of an election.
func holds(t *testing.T, r agenda.Record, number string, i int, want string) {
	t.Helper()
	e := nth(t, r, number, i)
	if e.Interest == nil && e.Election == nil {
		t.Fatalf("entry %d of item %s is %s", i, number, e.Kind.One())
	}
	equals(t, "fields", fieldsOf(r.Open, *e), want)
}

// verbOf is a decision of item 4 with a verb and one part.
func verbOf(i int, verb, part string) func(*testing.T, agenda.Record) {
	return func(t *testing.T, r agenda.Record) {
		e := nth(t, r, "4", i)
		equals(t, "kind", e.Kind, agenda.Resolved)
		equals(t, "verb", e.Verb, verb)
		equals(t, "part", pointed(e.Resolution.Parts), part)
	}
}

// does is an action of item 4.
func does(i int, text, owners, due, state string) func(*testing.T, agenda.Record) {
	return func(t *testing.T, r agenda.Record) {
		t.Helper()
		e := nth(t, r, "4", i)
		if e.Action == nil {
			t.Fatalf("entry %d is %s", i, e.Kind.One())
		}
		equals(t, "text", e.Text, text)
		equals(t, "owners", called(r.Open, e.Action.Owners), owners)
		equals(t, "due", e.Action.Due, due)
		equals(t, "state", e.Action.State, state)
	}
}

// electedIn is whom an entry says that the meeting elected.
func electedIn(e *agenda.Entry) (out []agenda.Candidate) {
	if e.Election == nil {
		return nil
	}
	for _, c := range e.Election.Candidates {
		if c.Elected || e.Election.What == agenda.ElectedNow {
			out = append(out, c)
		}
	}
	return out
}
