package tui

import "testing"

func TestDueIsOfferedOnce(t *testing.T) {
	for _, test := range []struct {
		name string
		keys []string
		want string
	}{
		{"taken", []string{"+ Clerk: write;11 Jun"}, "+ Clerk: write; due 11 Jun"},
		{"typed all the same", []string{"+ Clerk: write; due 11 Jun"}, "+ Clerk: write; due 11 Jun"},
		{"typed in part", []string{"+ Clerk: write; d", "11 Jun"}, "+ Clerk: write; due 11 Jun"},
		{"taken back", []string{"+ Clerk: write;", "backspace", " state: done"}, "+ Clerk: write; state: done"},
		{"undone", []string{"+ Clerk: write;", "ctrl+z"}, "+ Clerk: write;"},
		{"the second time", []string{"+ Clerk: write;11 Jun; state: done"}, "+ Clerk: write; due 11 Jun; state: done"},
		{"inside words", []string{"+ Clerk: write", "home", ";"}, "+ ;Clerk: write"},
		{"no action", []string{"One thing; another"}, "One thing; another"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, l := openMeeting(t, northmoor, 80, 24)
			drive(t, a, append([]string{"pgdown"}, test.keys...)...)
			if got := l.comp.Text(); got != test.want {
				t.Errorf("the composer holds %q, want %q", got, test.want)
			}
		})
	}
}

func TestNextItemKeepsTheWordsFirst(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "An apology.", "pgdown")
	if m := l.s.meeting(); texts(m, "1") != "narrative: An apology.\n" || l.itemWords(m.Current()) != "item 2" {
		t.Errorf("item 1 holds %q, and %s is open", texts(m, "1"), l.itemWords(m.Current()))
	}
	if a.message != "kept in item 1" {
		t.Errorf("said %q", a.message)
	}
	drive(t, a, "/arrive Nobody", "pgdown")
	if m := l.s.meeting(); l.itemWords(m.Current()) != "item 2" || l.comp.Text() != "/arrive Nobody" || l.problem == "" {
		t.Errorf("%s is open, the composer holds %q, the problem is %q", l.itemWords(m.Current()), l.comp.Text(), l.problem)
	}
	drive(t, a, "ctrl+u", "down", "words for 2", "pgdown")
	if m := l.s.meeting(); texts(m, "2") != "narrative: words for 2\n" || l.itemWords(m.Current()) != "item 3" {
		t.Errorf("item 2 holds %q, and %s is open", texts(m, "2"), l.itemWords(m.Current()))
	}
}
