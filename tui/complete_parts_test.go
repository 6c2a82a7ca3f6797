package tui

import "testing"

func TestPartsOfWords(t *testing.T) {
	tests := []struct {
		before string
		list   listed
		set    string
		typed  string
	}{
		{"/motion ve", listNames, "", "ve"},
		{"/motion Verma / lu", listNames, "", "lu"},
		{"/motion Verma / Lunt: That Pi", listNone, "", ""},
		{"/amend m", listNames, "", "m"},
		{"/amend m1", listLabels, "", "m1"},
		{"/amend m1 pi", listNames, "", "pi"},
		{"/vote ", listLabels, "", ""},
		{"/vote m1 6-2", listNone, "", ""},
		{"/vote m1 6-2; ca", listSaid, "vote", "ca"},
		{"/vote m1; for: Verma, lu", listNames, "", "lu"},
		{"/vote m1 for: Verma, lu", listNames, "", "lu"},
		{"/vote for: lu", listNames, "", "lu"},
		{"/vote m1 6-", listNone, "", ""},
		{"/vote m1; for: Verma; against: pi", listNames, "", "pi"},
		{"/vote m1 all; by: e-m", listNone, "", ""},
		{"/by ve", listNames, "", "ve"},
		{"/by Verma / Pike; 6-1; car", listSaid, "vote", "car"},
		{"/strike m", listLabels, "", "m"},
		{"/strike m1 pi", listNames, "", "pi"},
		{"/outcome def", listSaid, "outcome", "def"},
		{"/outcome deferred: th", listNone, "", ""},
		{"/interest ve", listNames, "", "ve"},
		{"/interest Verma (dis", listSaid, "interest", "dis"},
		{"/interest Verma (personal), pi", listNames, "", "pi"},
		{"/interest Verma on 4, 5", listNumbers, "", "5"},
		{"/interest Verma on 5: a lease", listNone, "", ""},
		{"/interest Verma on 5: a lease; le", listSaid, "effect", "le"},
		{"/nominate pi", listNames, "", "pi"},
		{"/nominate Pike for Cha", listNone, "", ""},
		{"/nominate Pike for Chair by ve", listNames, "", "ve"},
		{"/nominate Pike for Chair by Verma / lu", listNames, "", "lu"},
		{"/nominate Pike for Chair; dec", listSaid, "elected", "dec"},
		{"/elect Pike: Cha", listNone, "", ""},
		{"/ballot Chair: Pike 6; ve", listNames, "", "ve"},
		{"/taken 11 before 1", listNumbers, "", "1"},
		{"/together 5, 6", listNumbers, "", "6"},
		{"/link sup", listSaid, "link", "sup"},
		{"/link supersedes NHC", listNone, "", ""},
		{"/leave Pike; int", listSaid, "leave", "int"},
		{"/substitute Lunt for re", listNames, "", "re"},
		{"/take #4", listTake, "", "4"},
	}
	for _, tt := range tests {
		got := slashAsked(tt.before)
		if got.list != tt.list || got.set != tt.set || got.typed != tt.typed {
			t.Errorf("%s: list %d, set %q, typed %q", tt.before, got.list, got.set, got.typed)
		}
	}
}

func TestAMarkBehindACompletedNameTakesItsBlank(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 4", "enter", "/present lu", "tab", ",", " pi", "tab", ";")
	if got := l.comp.Text(); got != "/present Lunt, Pike;" {
		t.Errorf("got %q", got)
	}
}
