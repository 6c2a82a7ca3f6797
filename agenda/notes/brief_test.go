package notes_test

import (
	"strings"
	"testing"

	"minutebook/agenda/notes"
)

// A substitute named by the surname above the line with the whole name is one
// person, not two.
func TestASubstituteAboveTheWholeNameIsOnePerson(t *testing.T) {
	const meeting = "body: B\nmeeting: Ordinary, 2026-03-12\n"
	for lines, want := range map[string]string{
		"substitute: Lunt for Reeve\npresent: Cllr Jo Lunt [JL]\napologies: Cllr Max Reeve":    "Cllr Jo Lunt|Cllr Max Reeve",
		"proxy: Cllr Verma for Dr Pike\npresent: Councillor Asha Verma (Chair); Cllr Tom Pike": "Councillor Asha Verma|Dr Pike|Cllr Tom Pike",
		"substitute: Lunt for Reeve\npresent: Cllr Jo Lunt; Max Reeve; Sam Rhee":               "Cllr Jo Lunt|Max Reeve|Sam Rhee",
		"substitute: Lunt for Reeve\nproxy: Lunt for Reeve":                                    "Lunt|Reeve",
	} {
		file, err := notes.Parse("x", meeting+lines)
		if err != nil {
			t.Errorf("%s: %v", lines, err)
			continue
		}
		var names []string
		for _, a := range file.Meetings[0].Record.Open.Roster {
			names = append(names, a.Full())
		}
		if got := strings.Join(names, "|"); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", lines, got, want)
		}
	}
	_, err := notes.Parse("x", meeting+"substitute: Lunt for Reeve\npresent: Cllr Jo Lunt; Al Lunt; Max Reeve")
	if err == nil || !strings.Contains(err.Error(), "4:24: found “Lunt” above, which fits Cllr Jo Lunt and Al Lunt") {
		t.Errorf("two of that surname: %v", err)
	}
}

func TestABodyKeepsHowItNumbers(t *testing.T) {
	file, err := notes.Parse("x", "body: B\nnumber: YY/N\nquorum: 3\nmeeting: Ordinary, 2026-03-12\n")
	if err != nil || file.Meetings[0].Body.Number != "YY/N" {
		t.Errorf("%+v, %v", file, err)
	}
}
