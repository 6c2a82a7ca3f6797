package agenda_test

import (
	"testing"

	"minutebook/agenda"
)

func TestCounterpart(t *testing.T) {
	m := agenda.New(agenda.Meeting{Items: []*agenda.Item{
		{Title: "Minutes of 11 December", Kind: agenda.KindMinutes}, {Title: "Dredging"}, {Title: "Harbour Master", Kind: "report"},
		{Title: "Clerk", Kind: "report"}, {Kind: agenda.KindInterlude},
	}}).Open
	for want, of := range map[string]agenda.Item{
		"Minutes of 11 December": {Title: "Minutes of 15 January", Kind: agenda.KindMinutes},
		"Dredging":               {Title: "dredging"},
		"Clerk":                  {Title: "Clerk", Kind: "report"},
		"":                       {Title: "A lease"},
	} {
		got, ok := m.Counterpart(&of)
		if ok != (want != "") || ok && got.Title != want {
			t.Errorf("%q: %v", want, got)
		}
	}
}

func TestWhatArises(t *testing.T) {
	m := agenda.New(agenda.Meeting{Items: []*agenda.Item{
		{Number: "4", Title: "Dredging", Entries: []*agenda.Entry{
			{Kind: agenda.Narrative, Text: "words"}, {Kind: agenda.Resolved, Resolution: &agenda.Resolution{Parts: []agenda.Point{{Text: "That it be so."}}}},
		}},
		{Number: "5", Entries: []*agenda.Entry{{Kind: agenda.ToDo, Number: "5/1", Text: "write", Action: &agenda.Action{}}}},
	}}).Open
	got, ok := m.Counterpart(&agenda.Item{Title: "Matters arising", Kind: agenda.KindArising})
	if !ok || len(got.Entries) != 2 || got.Entries[0].Number != "4" || got.Entries[1].Number != "5/1" {
		t.Errorf("got %+v, %v", got, ok)
	}
	if m.Items[1].Entries[1].Number != "" {
		t.Error("the meeting itself changed")
	}
	if _, ok := agenda.New(agenda.Meeting{}).Open.Counterpart(&agenda.Item{Kind: agenda.KindArising}); ok {
		t.Error("nothing arises from nothing")
	}
}
