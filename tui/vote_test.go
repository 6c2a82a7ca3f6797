package tui

import (
	"fmt"
	"strings"
	"testing"

	"minutebook/agenda"
)

// council is a meeting of n members, the first of whom is in the chair; the
// names are made up, and no initials are in the roster.
func council(n int) string {
	surnames := strings.Fields(`Abbott Alder Anning Barlow Bexley Birch Calder Corrigan Crane Dace Drury Eames Elder Fenn Garrow
		Gaunt Hale Harker Heron Innes Jessop Keel Lacey Larkin Marsh Mercer Nairn Orme Pascoe Peel Quill Renshaw Rook Sayer
		Selby Thorne Tulley Vane Wragg Yardley`)
	first := strings.Fields("Ada Jo Kit Max Ros Sam Tom Bea Cas Dee Eli Flo Gil Hal Ivy Lew Ned Ola Pip Win")
	var b strings.Builder
	b.WriteString("body: Aldermere Town Council\nmeeting: Ordinary, 2026-03-12 18:00, Guildhall\npresent: ")
	for i := range n {
		if i > 0 {
			b.WriteString("; ")
		}
		name := surnames[i%len(surnames)]
		if i >= len(surnames) {
			name += strings.ToLower(string(rune('a'+i/len(surnames)))) + "s"
		}
		fmt.Fprintf(&b, "Cllr %s %s", first[i%len(first)], name)
		if i == 0 {
			b.WriteString(" (Chair)")
		}
	}
	return b.String() + "\n\n== 7 | Budget 2026–27\nrecommends: That the budget be approved.\n== 8 | Other business\n"
}

const budget = "That the revenue budget for 2026–27 be approved as set out in the report, with a council tax requirement of £1,482,300."

// moveMotion adds a motion to the first item, takes it, and returns its ID.
func moveMotion(t testing.TB, a *app, l *live, words, class string, on agenda.ID) agenda.ID {
	t.Helper()
	r := l.s.record()
	item := r.Open.Items[1].ID
	if r.Open.Current() == 0 {
		drive(t, a, "pgdown")
		r = l.s.record()
	}
	who := func(i int) []agenda.Who { return []agenda.Who{{ID: r.Open.Roster[i].ID}} }
	next, id, err := r.Add(item, agenda.Entry{Kind: agenda.Moved, On: on, Text: words,
		Motion: &agenda.Motion{Class: class, Movers: who(1), Seconders: who(0)}})
	if err != nil {
		t.Fatal(err)
	}
	run(t, a, l.s.do(next, "motion"))
	l.letGo()
	return id
}

func openVote(t testing.TB, members, width, height int, keys ...string) (*app, *live) {
	t.Helper()
	a, l := openMeeting(t, council(members), width, height)
	moveMotion(t, a, l, budget, agenda.MainMotion, 0)
	drive(t, a, append([]string{"f4"}, keys...)...)
	return a, l
}

func TestVoteShow(t *testing.T) {
	for _, s := range [][2]int{{120, 40}, {80, 24}, {40, 10}} {
		a, _ := openVote(t, 40, s[0], s[1], "bc ig -ph")
		fmt.Println(plainFrame(a))
		a, _ = openVote(t, 7, s[0], s[1])
		fmt.Println(plainFrame(a))
	}
}
