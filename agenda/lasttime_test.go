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
