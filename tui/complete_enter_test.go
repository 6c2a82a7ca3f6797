package tui

import (
	"strings"
	"testing"
)

// While a list is open, enter does what the footer says it does.
func TestEnterAgreesWithTheList(t *testing.T) {
	for line, want := range map[string]struct{ says, then, kept string }{
		"/arrive lu":                     {"complete too", "/arrive Lunt ", ""},
		"/arrive Lunt":                   {"keep as it stands", "", "event"},
		"/chair ":                        {"", "/chair", ""},
		"/motion pi":                     {"complete too", "/motion Pike ", ""},
		"/motion Pike":                   {"", "/motion Pike", ""},
		"? @lu":                          {"complete too", "? @Lunt ", ""},
		"+ Pi":                           {"keep as it stands", "", "Pi"},
		"/outcome de":                    {"keep as it stands", "", ""},
		"/take 5":                        {"keep as it stands", "", ""},
		"/deferred":                      {"complete too", "/outcome deferred ", ""},
		"/interest lu":                   {"complete too", "/interest Lunt ", ""},
		"/nominate pi":                   {"complete too", "/nominate Pike ", ""},
		"/moved":                         {"complete too", "/motion", ""},
		"/vote m1; for: Nobody; carried": {"", "/vote m1; for: Nobody; carried", ""},
		"/vote m1 for: Verma, lu":        {"complete too", "/vote m1 for: Verma, Lunt ", ""},
		"/chair":                         {"", "/chair", ""},
		"/vote m1; for: Verma, lu":       {"complete too", "/vote m1; for: Verma, Lunt ", ""},
	} {
		a, l := openMeeting(t, northmoor, 80, 24)
		drive(t, a, "/take 4", "enter", "/motion Verma / Pike: That it be let.", "enter", line)
		if l.offer() == nil {
			t.Errorf("%s: no list", line)
			continue
		}
		says := ""
		for _, k := range l.Keys(a) {
			if sameKeys(k, a.keys.Keep) {
				says = k.Help().Desc
			}
		}
		drive(t, a, "enter")
		if text := l.comp.Text(); says != want.says || strings.TrimRight(text, " ") != strings.TrimRight(want.then, " ") {
			t.Errorf("%s: enter says %q, and then the composer holds %q; %q", line, says, text, l.problem)
		}
		if last := texts(l.s.meeting(), "4"); want.kept != "" && !strings.Contains(last, want.kept) {
			t.Errorf("%s: kept %q", line, last)
		}
	}
}

// A name nobody has goes into quotes where the notation takes it so, and is no
// choice where it does not.
func TestANameOfNobodyIsQuotedWhereItMayBe(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 4", "enter", "/motion pi", "down", "down", "down", "tab", "/ Lunt: That it be let.", "enter")
	if got := texts(l.s.meeting(), "4"); !strings.Contains(got, "That it be let.") || l.problem != "" {
		t.Errorf("kept %q, said %q, the composer holds %q", got, l.problem, l.comp.Text())
	}
	drive(t, a, "/arrive pi")
	if names := strings.Join(listedNames(l), "|"); strings.Contains(names, "Keep") || names == "" {
		t.Errorf("who arrives is on the roster, but the list has %q", names)
	}
}
