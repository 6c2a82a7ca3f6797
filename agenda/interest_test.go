package agenda_test

import (
	"slices"
	"testing"

	"minutebook/agenda"
)

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
