package notes_test

import (
	"slices"
	"testing"

	"minutebook/agenda"
)

// exemptFeatures is private business.
var exemptFeatures = []feature{
	{"item exempt by paragraphs, with a reason", "exempt-whole", func(t *testing.T, r agenda.Record) {
		if x := itemNo(t, r, "7").Exempt; x == nil || !x.Whole || x.Ground != "1, 3" || x.Reason != "the business affairs of a tenant" {
			t.Errorf("got %+v", x)
		}
	}},
	{"public title and summary", "exempt-whole", func(t *testing.T, r agenda.Record) {
		it := itemNo(t, r, "7")
		if it.Title != "A lease" || it.Exempt.Summary != "The Committee considered the renewal of a lease." {
			t.Errorf("got %q, %q", it.Title, it.Exempt.Summary)
		}
	}},
	{"private title and paper", "exempt-whole", func(t *testing.T, r agenda.Record) {
		it := itemNo(t, r, "7")
		c := r.Closed.Items[it.ID]
		if c.Title != "Renewal of the lease of the east quay" || c.Paper.Number != "26/11" || c.Paper.Leads[0] != "Dana Holt" || it.Paper != nil {
			t.Errorf("got %+v, in public %+v", c, it.Paper)
		}
	}},
	{"private debate, decision and table", "exempt-whole", func(t *testing.T, r agenda.Record) {
		c := r.Closed.Items[itemNo(t, r, "7").ID]
		var kinds []agenda.Kind
		for _, e := range c.Entries {
			kinds = append(kinds, e.Kind)
		}
		want := []agenda.Kind{agenda.Question, agenda.Response, agenda.Narrative, agenda.Resolved, agenda.Note, agenda.Tabulation}
		if !slices.Equal(kinds, want) {
			t.Fatalf("got %v", kinds)
		}
		answer, decision := c.Entries[1], c.Entries[3].Resolution
		if answer.On != c.Entries[0].ID || len(answer.Points) != 2 || decision.Parts[0].Points[0].Text != "for five years" || decision.By.Vote == nil {
			t.Errorf("got %+v, %+v", answer, decision)
		}
	}},
	{"private outcome", "exempt-whole", func(t *testing.T, r agenda.Record) {
		it := itemNo(t, r, "7")
		if it.Outcome != (agenda.Outcome{}) || r.Closed.Items[it.ID].Outcome.Reason != "the tenant was not ready" {
			t.Errorf("got %+v, in public %+v", r.Closed.Items[it.ID].Outcome, it.Outcome)
		}
	}},
	{"times the public left and returned", "exempt-whole", func(t *testing.T, r agenda.Record) {
		entries := itemNo(t, r, "7").Entries
		if entries[0].Event.What != agenda.Left || entries[0].At != "2026-03-12T19:40" || entries[4].Event.What != agenda.Returned || entries[4].At != "2026-03-12T20:05" {
			t.Errorf("got %+v", entries)
		}
	}},
	{"member leaves private business", "exempt-whole", func(t *testing.T, r agenda.Record) {
		if e := itemNo(t, r, "7").Entries[1]; e.Event.What != agenda.Left || len(e.Event.Who) != 1 || e.Text != "" {
			t.Errorf("got %+v", e)
		}
	}},
	{"exclusion by resolution, carried", "exempt-whole", func(t *testing.T, r agenda.Record) {
		if v := itemNo(t, r, "6").Entries[0].Resolution.By.Vote; v.Result != "carried" {
			t.Errorf("got %+v", v)
		}
	}},
	{"exempt on the ground of an Act", "exempt-words", func(t *testing.T, r agenda.Record) {
		if x := itemNo(t, r, "8").Exempt; x.Ground != "Public Bodies (Admission to Meetings) Act 1960, s. 1(2)" || x.Reason != "" {
			t.Errorf("got %+v", x)
		}
	}},
	{"exempt in part", "exempt-part", func(t *testing.T, r agenda.Record) {
		it := itemNo(t, r, "5")
		c := r.Closed.Items[it.ID]
		question, mark := it.Entries[1], it.Entries[2]
		if it.Exempt.Whole || it.Title != "Harbour dues" || len(c.Entries) != 2 || mark.Event.What != agenda.Exempted || mark.Event.How != "2" || mark.Text != "an individual" {
			t.Errorf("got %+v, %+v", it, c)
		}
		if c.Entries[0].On != question.ID || c.Entries[1].After != mark.ID || it.Entries[4].On != question.ID || it.Private() {
			t.Errorf("got %+v", c.Entries)
		}
	}},
	{"exclusion by resolution, lost", "exempt-lost", func(t *testing.T, r agenda.Record) {
		if v := itemNo(t, r, "6").Entries[0].Resolution.By.Vote; v.Result != "lost" || itemNo(t, r, "7").Private() || len(r.Closed.Items) > 0 {
			t.Errorf("got %+v", v)
		}
	}},
	{"private decision published", "exempt-published", func(t *testing.T, r agenda.Record) {
		it := itemNo(t, r, "7")
		if last := it.Last(); last.Resolution == nil || it.Entries[0].Event.What != agenda.Reopened || len(r.Closed.Items[it.ID].Entries) != 1 {
			t.Errorf("got %+v", it.Entries)
		}
	}},
}

// itemNo is the public face of the item with a number.
func itemNo(t *testing.T, r agenda.Record, number string) *agenda.Item {
	t.Helper()
	id, ok := r.Open.ItemCalled(number)
	if !ok {
		t.Fatalf("no item %s", number)
	}
	it, _ := r.Open.Item(id)
	return it
}
