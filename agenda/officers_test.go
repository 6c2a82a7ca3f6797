package agenda_test

import (
	"fmt"
	"slices"
	"testing"

	"minutebook/agenda"
)

// decided is a meeting of six items in which item 5 was taken before item 4.
func decided(t *testing.T, entries map[string][]agenda.Entry) agenda.Meeting {
	t.Helper()
	m := agenda.Meeting{Start: "2026-03-12T18:00"}
	for i := range 6 {
		m.Items = append(m.Items, &agenda.Item{Level: 1, Number: fmt.Sprint(i + 1)})
	}
	m.Items[1].Kind = agenda.KindInterests
	r := agenda.New(m)
	for _, number := range []string{"", "1", "2", "3", "4", "5", "6"} {
		item := r.Open.Opening()
		if number != "" {
			item, _ = r.Open.ItemCalled(number)
		}
		for _, e := range entries[number] {
			var err error
			if r, _, err = r.Add(item, e); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, it := range []int{1, 2, 3, 5, 4, 6} {
		r.Open.Taken = append(r.Open.Taken, agenda.Span{Item: r.Open.Items[it].ID, From: "2026-03-12T18:00", To: "2026-03-12T18:05"})
	}
	return r.Open
}

func TestOfficers(t *testing.T) {
	step := func(what, office, how string, candidates ...agenda.Candidate) agenda.Entry {
		return agenda.Entry{Kind: agenda.Elected, Election: &agenda.Election{What: what, Office: office, How: how, Candidates: candidates}}
	}
	verma, pike, lunt := agenda.Who{Words: "Verma"}, agenda.Who{Words: "Pike"}, agenda.Who{Words: "Lunt"}
	m := decided(t, map[string][]agenda.Entry{
		"1": {
			step(agenda.Nominated, "Chair", "", agenda.Candidate{Who: lunt}),
			step(agenda.Balloted, "Chair", "", agenda.Candidate{Who: verma, Count: "7"}, agenda.Candidate{Who: pike, Count: "7"}),
			step(agenda.Balloted, "Chair", "", agenda.Candidate{Who: verma, Elected: true}, agenda.Candidate{Who: pike}),
			step(agenda.ElectedNow, "chair", "by lot", agenda.Candidate{Who: verma}),
		},
		"4": {step(agenda.ElectedNow, "Warden", "unopposed", agenda.Candidate{Who: lunt}, agenda.Candidate{Who: verma})},
		"5": {step(agenda.ElectedNow, "", "co-opted", agenda.Candidate{Who: pike})},
	})
	var got []string
	for _, o := range m.Officers() {
		got = append(got, o.Who.Words+" "+o.Office+" "+o.How)
	}
	want := []string{"Verma Chair by lot", "Pike  co-opted", "Lunt Warden unopposed", "Verma Warden unopposed"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
