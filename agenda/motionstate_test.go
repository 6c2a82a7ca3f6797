package agenda_test

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

// debate is an item in which motions were moved and voted on.
func debate(entries ...agenda.Entry) *agenda.Item {
	var it agenda.Item
	for i, e := range entries {
		e.ID = agenda.ID(i + 1)
		it.Entries = append(it.Entries, &e)
	}
	return &it
}

func move(class string, on agenda.ID) agenda.Entry {
	return agenda.Entry{Kind: agenda.Moved, On: on, Text: "That it be.", Motion: &agenda.Motion{Class: class}}
}

func vote(on agenda.ID, method, result string) agenda.Entry {
	return agenda.Entry{Kind: agenda.Voted, On: on, Vote: &agenda.Vote{Method: method, Result: result}}
}

func settle(on agenda.ID, words string) agenda.Entry {
	o := agenda.OutcomeOf(words)
	return agenda.Entry{Kind: agenda.Settled, On: on, Outcome: &o}
}

func takeBack(on agenda.ID, who agenda.Who) agenda.Entry {
	return agenda.Entry{Kind: agenda.TakenBack, On: on, Strike: &agenda.Strike{Who: who}}
}

func labels(all []agenda.MotionState) string {
	var out []string
	for _, s := range all {
		out = append(out, s.Label)
	}
	return strings.Join(out, " ")
}

func TestWhereMotionsStand(t *testing.T) {
	main := move(agenda.MainMotion, 0)
	res := agenda.Council().Results
	for _, c := range []struct {
		name                     string
		it                       *agenda.Item
		undecided, carried, lost string
	}{
		{"moved", debate(main), "m1", "", ""},
		{"carried", debate(main, vote(1, "", "Carried unanimously.")), "", "m1", ""},
		{"not carried", debate(main, vote(1, "", "not carried")), "", "", "m1"},
		{"all", debate(main, vote(1, "all", "")), "", "m1", ""},
		{"all, and lost", debate(main, vote(1, "all", "lost")), "", "", "m1"},
		{"no result", debate(main, vote(1, "", "")), "", "", ""},
		{"words of no house", debate(main, vote(1, "", "noted")), "", "", ""},
		{"withdrawn", debate(main, settle(1, "withdrawn")), "", "", ""},
		{"struck", debate(main, vote(1, "", "carried"), takeBack(2, agenda.Who{})), "m1", "", ""},
		{"voted again", debate(main, vote(1, "", "carried"), takeBack(2, agenda.Who{}), vote(1, "", "lost")), "", "", "m1"},
		{"one ballot struck", debate(main, vote(1, "", "carried"), takeBack(2, agenda.Who{Words: "Pike"})), "", "m1", ""},
		{"voted, then settled", debate(main, vote(1, "", "lost"), settle(1, "adopted as amended")), "", "m1", ""},
		{"settled, then voted", debate(main, settle(1, "deferred to June"), vote(1, "", "lost")), "", "", "m1"},
		{"of nothing", debate(main, vote(0, "", "carried")), "m1", "", ""},
		{"amendment carried", debate(main, move(agenda.Amendment, 1), vote(2, "", "carried")), "m1", "a1", ""},
		{"amendment lost", debate(main, move(agenda.Amendment, 1), vote(2, "", "lost")), "m1", "", "a1"},
		{"amendment amended", debate(main, move(agenda.Amendment, 1), move(agenda.Amendment, 2), vote(3, "", "carried")), "m1 a1", "a1.1", ""},
		{"stated anew", debate(main, move(agenda.Amendment, 1), vote(2, "", "carried"), move(agenda.Substantive, 1)), "m2", "a1", ""},
		{"voted as it was", debate(main, move(agenda.Amendment, 1), vote(2, "", "carried"), vote(1, "", "carried")), "", "m1 a1", ""},
	} {
		var carried, lost []agenda.MotionState
		for _, s := range c.it.Motions() {
			if yes, no := s.Declared(res); yes {
				carried = append(carried, s)
			} else if no {
				lost = append(lost, s)
			}
		}
		if a, b, d := labels(c.it.Undecided()), labels(carried), labels(lost); a != c.undecided || b != c.carried || d != c.lost {
			t.Errorf("%s: undecided %q, carried %q, lost %q", c.name, a, b, d)
		}
	}
}

func TestVotesAndFateOfAMotion(t *testing.T) {
	it := debate(move(agenda.MainMotion, 0), vote(1, "", "carried"), takeBack(2, agenda.Who{}), settle(1, "deferred to June"))
	s := it.Motions()[0]
	if len(s.Votes) != 1 || s.Votes[0].Strike != it.Entries[2] || s.Fate() != "deferred to June" || s.Last != it.Entries[3] {
		t.Errorf("got %+v, %s", s, s.Fate())
	}
}

func TestTargets(t *testing.T) {
	main := move(agenda.MainMotion, 0)
	for name, c := range map[string]struct {
		it                 *agenda.Item
		amend, substantive agenda.ID
	}{
		"nothing":    {debate(), 0, 0},
		"a motion":   {debate(main), 1, 1},
		"two":        {debate(main, main), 2, 2},
		"decided":    {debate(main, main, vote(2, "", "lost")), 1, 1},
		"both":       {debate(main, vote(1, "", "lost"), move(agenda.Procedure, 0)), 3, 1},
		"procedural": {debate(move(agenda.Procedure, 0)), 1, 0},
		"amended":    {debate(main, move(agenda.Amendment, 1), vote(2, "", "carried")), 1, 1},
		"restated":   {debate(main, move(agenda.Amendment, 1), move(agenda.Substantive, 1)), 3, 3},
	} {
		id := func(e *agenda.Entry) agenda.ID {
			if e == nil {
				return 0
			}
			return e.ID
		}
		if a, s := id(c.it.AmendTarget()), id(c.it.SubstantiveTarget()); a != c.amend || s != c.substantive {
			t.Errorf("%s: got %d and %d", name, a, s)
		}
	}
}

// Motions are called by their class and their place among those of it.
func TestLabels(t *testing.T) {
	it := debate(move(agenda.MainMotion, 0), move(agenda.Amendment, 1), move(agenda.Amendment, 2), vote(3, "", "lost"),
		move(agenda.Procedure, 0), move(agenda.Substantive, 1), move(agenda.Amendment, 6), move(agenda.Procedure, 0))
	all, d := it.Labels(), it.Docket()
	for i, e := range it.Entries {
		if want := []string{"m1", "a1", "a1.1", "", "p1", "m2", "a2", "p2"}[i]; all[e.ID] != want || d.Label(e.ID) != want {
			t.Errorf("entry %d: got %q and %q, want %q", e.ID, all[e.ID], d.Label(e.ID), want)
		}
		if id, ok := it.Docket().Called(all[e.ID]); ok != (e.Motion != nil) || ok && id != e.ID {
			t.Errorf("%q: got %d, %t", all[e.ID], id, ok)
		}
	}
	for _, label := range []string{"", "m", "m0", "m3", "m01", "a", "a1.2", "p3", "x1", "m1.1"} {
		if id, ok := it.Docket().Called(label); ok {
			t.Errorf("%q: got %d", label, id)
		}
	}
}

func TestResultsSay(t *testing.T) {
	res := agenda.Council().Results
	for words, want := range map[string][3]bool{ // carried, lost, begins so
		"carried": {true, false, true}, "The motion was CARRIED.": {true, false, false}, "not agreed": {false, true, true},
		"lost on a show of hands": {false, true, true}, "fell for want of a seconder": {false, true, true}, "": {}, "miscarried": {},
		"withdrawn": {}, "but one in favour": {}, "agreed": {true, false, true},
	} {
		carried, lost := res.Says(words)
		if got := [3]bool{carried, lost, res.Begins(words)}; got != want {
			t.Errorf("%q: got %v, want %v", words, got, want)
		}
	}
}

func TestReadOutcome(t *testing.T) {
	for words, want := range map[string]agenda.Outcome{
		"deferred to 16 April":    {Words: "deferred", To: "16 April"},
		"Referred back to Panel":  {Words: "Referred back", To: "Panel"},
		"adjourned to a to b":     {Words: "adjourned", To: "a to b"},
		"deferred":                {Words: "deferred"},
		"deferred to ":            {Words: "deferred to "},
		"fell to the ground":      {Words: "fell to the ground"},
		"not deferred to June":    {Words: "not deferred to June"},
		"replaced by m2":          {Words: "replaced by m2"},
		"deferreds to Tom's list": {Words: "deferreds to Tom's list"},
	} {
		got := agenda.OutcomeOf(words)
		if got != want || got.Said() != words {
			t.Errorf("%q: got %+v, said %q", words, got, got.Said())
		}
	}
}
