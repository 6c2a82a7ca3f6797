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

func declares(name, effect string, items ...agenda.ItemRef) agenda.Entry {
	return agenda.Entry{Kind: agenda.Declared, Interest: &agenda.Interest{
		Holders: []agenda.Holder{{Who: agenda.Who{Words: name}, Kind: "pecuniary"}}, Items: items, Effect: effect,
	}}
}

func TestInterestsIn(t *testing.T) {
	empty := decided(t, nil)
	item := func(number string) agenda.ItemRef {
		id, _ := empty.ItemCalled(number)
		return agenda.ItemRef{ID: id}
	}
	m := decided(t, map[string][]agenda.Entry{
		"":  {declares("Early", "stayed")},
		"2": {declares("Verma", "left", item("4"), item("5")), declares("Pike", "spoke"), declares("Lunt", "left", agenda.ItemRef{Words: "4"})},
		"4": {declares("Verma", "Left "), {Kind: agenda.Declared, Interest: &agenda.Interest{}}},
		"5": {declares("Reeve", "stayed", item("4"))},
	})
	for number, want := range map[string][]string{
		"4": {"Verma", "Reeve", "Verma"}, "5": {"Verma"}, "2": nil, "6": nil,
	} {
		var got []string
		for _, d := range m.InterestsIn(item(number).ID) {
			got = append(got, d.Holder.Who.Words)
		}
		if !slices.Equal(got, want) {
			t.Errorf("in item %s: %v, want %v", number, got, want)
		}
	}
	in := m.InterestsIn(item("4").ID)
	if !in[0].Has("left") || !in[2].Has("left") || in[1].Has("left") || in[0].Holder.Kind != "pecuniary" || in[0].Entry == in[2].Entry {
		t.Errorf("got %+v", in)
	}
	if got := m.InterestsIn(m.Opening()); got != nil {
		t.Errorf("the opening is no business: %+v", got)
	}
	if got := m.InterestsIn(0); got != nil {
		t.Errorf("in no item: %+v", got)
	}
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
