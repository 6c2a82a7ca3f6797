package exports

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

func TestPaper(t *testing.T) {
	t.Parallel()
	answer := resolved(agenda.Point{Text: "That it be so."})
	answer.Resolution.Links = []agenda.Link{{Kind: agenda.Answers, To: "1"}}
	parted := resolved(agenda.Point{Text: "That a report be brought:", Points: []agenda.Point{{Text: "in June."}}})
	told := said(agenda.Narrative, "The harbour master spoke to paper 7, Dredging.")
	for name, tt := range map[string]struct {
		paper   agenda.Paper
		entries []*agenda.Entry
		want    string
	}{
		"all of it": {
			agenda.Paper{Number: "7", Title: "Dredging", Of: []string{"Harbour Master", "Clerk"}, Leads: []string{"Dana Holt"},
				Sponsors: []string{"Ana Sørli"}, Contacts: []string{"01632 960123"}, Recommends: []string{"That it be approved.", "That it be:\n- paid; and\n- done."},
				Asks: []string{"Is it enough?"}}, nil,
			"*Paper: 7, Dredging (report of Harbour Master and Clerk; lead: Dana Holt; sponsor: Ana Sørli).*\n\n" +
				"It was recommended:\n\n- That it be approved.\n- That it be:\n  - paid; and\n  - done.\n\nThe paper asked:\n\n- Is it enough?",
		},
		"an author alone":            {agenda.Paper{Of: []string{"Harbour Master"}}, nil, "*Report of Harbour Master.*"},
		"told by the clerk":          {agenda.Paper{Number: "7", Of: []string{"Harbour Master"}}, []*agenda.Entry{told}, told.Text},
		"told in part":               {agenda.Paper{Number: "7", Of: []string{"Clerk"}}, []*agenda.Entry{told}, "*Paper: 7 (report of Clerk).*\n\n" + told.Text},
		"resolved as it stood":       {agenda.Paper{Recommends: []string{"That it be so."}}, []*agenda.Entry{answer}, "**RESOLVED** – That it be so."},
		"resolved with its points":   {agenda.Paper{Recommends: []string{"That a report be brought:\n- in June."}}, []*agenda.Entry{parted}, "**RESOLVED** – That a report be brought:\n\n   (a) in June."},
		"resolved with other points": {agenda.Paper{Recommends: []string{"That a report be brought:\n- in May."}}, []*agenda.Entry{parted}, "It was recommended:\n\n- That a report be brought:\n  - in May.\n\n**RESOLVED**"},
		"a question answered":        {agenda.Paper{Asks: []string{"Is it so?", "How?"}}, []*agenda.Entry{answer}, "The paper asked:\n\n- How?\n\n**RESOLVED**"},
		"contacts alone":             {agenda.Paper{Contacts: []string{"01632 960123"}}, nil, ""},
	} {
		it := item("4", "Item", tt.entries...)
		it.Paper = &tt.paper
		got := strings.Replace(body(t, meeting(it)), "## 4. Item", "", 1)
		if got = strings.TrimPrefix(got, "\n\n"); !strings.HasPrefix(got, tt.want) || tt.want == "" && got != "" {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, tt.want)
		}
	}
}

// TestPaperOfPrivateBusiness: a paper that is private stands in the full copy
// alone.
func TestPaperOfPrivateBusiness(t *testing.T) {
	t.Parallel()
	it := item("4", "Item")
	it.Paper = &agenda.Paper{Number: "HM/7", Recommends: []string{"That SHALL be."}}
	r := agenda.Record{Open: meeting(it)}
	r = must(t)(r.CloseFrom(r.Open.Items[1].ID, "3", ""))
	if out := string(printed(t, harbour, r.Open)); strings.Contains(out, "HM/7") || strings.Contains(out, "SHALL") {
		t.Errorf("the public sees the paper:\n%s", out)
	}
	if out := string(inFull(t, r)); !strings.Contains(out, "*Paper: HM/7.*") || !strings.Contains(out, "SHALL") {
		t.Errorf("the full copy lacks the paper:\n%s", out)
	}
}

// TestElectedOnce: what a ballot and an election both say stands once.
func TestElectedOnce(t *testing.T) {
	t.Parallel()
	one := func(id agenda.ID) []agenda.Candidate { return []agenda.Candidate{stands(id, "", true)} }
	poll := func() *agenda.Entry {
		return election(agenda.Election{What: agenda.Balloted, Office: "Treasurer", Candidates: []agenda.Candidate{stands(pike, "2", false), stands(lunt, "4", true)}})
	}
	for name, tt := range map[string]struct {
		then agenda.Election
		want int
	}{
		"the same":       {agenda.Election{What: agenda.ElectedNow, Office: "treasurer", Candidates: one(lunt)}, 1},
		"without office": {agenda.Election{What: agenda.ElectedNow, Candidates: one(lunt)}, 1},
		"another":        {agenda.Election{What: agenda.ElectedNow, Office: "Treasurer", Candidates: one(pike)}, 2},
		"another office": {agenda.Election{What: agenda.ElectedNow, Office: "Auditor", Candidates: one(lunt)}, 2},
		"a nomination":   {agenda.Election{What: agenda.Nominated, Office: "Treasurer", Candidates: one(lunt)}, 1},
	} {
		got := body(t, meeting(item("3", "Treasurer", poll(), election(tt.then))))
		if n := strings.Count(got, "was elected"); n != tt.want {
			t.Errorf("%s: %d times elected, want %d\n%s", name, n, tt.want, got)
		}
	}
}
