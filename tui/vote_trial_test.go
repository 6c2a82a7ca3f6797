package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// TestVoteIsPutAway leaves a vote half typed and finds it again, on its item
// alone.
func TestVoteIsPutAway(t *testing.T) {
	a, l := openMeeting(t, council(7), 80, 24)
	drive(t, a, "pgdown", "f4", "That it be so.", "tab", "ja", "esc")
	if a.message != "put away: f4 brings it back" || a.top() != screen(l) {
		t.Fatalf("said %q at %T", a.message, a.top())
	}
	if n := len(l.s.meeting().Items[1].Entries); n != 0 {
		t.Errorf("%d entries were kept", n)
	}
	drive(t, a, "pgdown", "f4")
	if v := a.top().(*vote); strings.Contains(v.Pending(), "so") {
		t.Errorf("the next item shows %q", v.Pending())
	}
	drive(t, a, "esc")
	l.look = 0
	next, err := l.s.record().Take(l.s.meeting().Items[1].ID, "")
	if err != nil {
		t.Fatal(err)
	}
	run(t, a, l.s.do(next, "back"))
	drive(t, a, "f4")
	v := a.top().(*vote)
	if v.stage != stating || v.stated.fields[0].Text() != "That it be so." || v.stated.fields[1].Text() != "ja" {
		t.Fatalf("brought back %q", v.Pending())
	}
	drive(t, a, "enter", "ka -mb", "esc", "f4")
	// The motion is before the meeting now; what was typed of the vote waits.
	if v = a.top().(*vote); v.line.Text() != "ka -mb" || v.said != nil || v.motion == 0 {
		t.Errorf("brought back %q", v.Pending())
	}
	drive(t, a, "enter")
	if e, got := lastVote(t, l); e.On == 0 || !strings.Contains(got, "against: Anning") {
		t.Errorf("kept %q", got)
	}
}

// TestVoteOnADecidedMotionWaits puts a vote away whose motion is decided
// otherwise.
func TestVoteOnADecidedMotionWaits(t *testing.T) {
	a, l, motion := openVote(t, 7, 80, 24, "ja", "esc")
	next, _, err := l.s.record().Add(l.s.meeting().Items[1].ID, agenda.Entry{Kind: agenda.Voted, On: motion, Vote: &agenda.Vote{Result: "lost"}})
	if err != nil {
		t.Fatal(err)
	}
	run(t, a, l.s.do(next, "vote"))
	drive(t, a, "f4")
	if v := a.top().(*vote); v.motion == motion || v.line.Text() != "" {
		t.Errorf("a vote on a decided motion: %q", v.line.Text())
	}
	drive(t, a, "esc", "ctrl+z", "f4")
	if v := a.top().(*vote); v.motion != motion || v.line.Text() != "ja" {
		t.Errorf("after the undo: %q", v.line.Text())
	}
}

// TestVoteAmendedWordsAreAskedAbout keeps the words before the amendment only
// when enter is pressed twice.
func TestVoteAmendedWordsAreAskedAbout(t *testing.T) {
	a, l := openMeeting(t, council(7), 80, 24)
	motion := moveMotion(t, a, l, budget, agenda.MainMotion, 0)
	moveMotion(t, a, l, "Insert “net”.", agenda.Amendment, motion)
	drive(t, a, "f4", "enter")
	if got := plainFrame(a); !strings.Contains(got, "as moved – change them") {
		t.Errorf("not marked:\n%s", got)
	}
	n := len(l.s.meeting().Items[1].Entries)
	drive(t, a, "enter")
	if got := plainFrame(a); len(l.s.meeting().Items[1].Entries) != n || !strings.Contains(got, "enter again keeps them") {
		t.Fatalf("kept at once:\n%s", got)
	}
	drive(t, a, "left", "enter")
	if len(l.s.meeting().Items[1].Entries) != n {
		t.Fatal("not asked again after another key")
	}
	drive(t, a, "enter")
	if e := l.s.meeting().Items[1].Last(); e.Motion == nil || e.Text != budget {
		t.Errorf("kept %+v", e)
	}
}

// TestVoteSays types a line and wants words on the screen, and others not.
func TestVoteSays(t *testing.T) {
	for _, test := range []struct {
		name      string
		keys      []string
		want, not []string
		outcome   int
	}{
		{"nothing known", nil, []string{"keeps: carried, no names, no figures", "ja against"}, []string{"bc ig"}, outcomeCarried},
		{"names", []string{"ja"}, []string{"keeps: carried, 7 names, no figures"}, nil, outcomeCarried},
		{"figures", []string{"2-?-1"}, []string{"keeps: carried, no names, 2-?-1"}, nil, outcomeCarried},
		{"mode", []string{"ja ka", "ctrl+t"}, []string{"for ?", "against ?"}, []string{"would be lost", "for 0"}, outcomeCarried},
		{"mode, lost by name", []string{"ja ka mb rb", "ctrl+t"}, []string{"for ?"}, []string{"would be"}, outcomeLost},
		{"unanimous", []string{"ja", "ctrl+t", "ctrl+t"}, []string{"Unanimous, and Alder is against."}, nil, outcomeCarried},
		{"casting", []string{"5-2; casting: aa for"}, []string{"A casting vote, and the votes are not equal."}, nil, outcomeCastFor},
		{"casting, equal", []string{"3-3; casting: aa for"}, nil, []string{"not equal"}, outcomeCastFor},
		{"nobody", []string{"ja xx, -ka"}, []string{"“xx” is nobody here.", "not kept as it stands"}, []string{"would be"}, outcomeCarried},
		{"nobody yet", []string{"ja ab"}, nil, []string{"is nobody here"}, outcomeCarried},
		{"all ways", nil, []string{"1 of 6", "1 of 8"}, nil, outcomeCarried},
		{"last way", []string{"ctrl+t", "ctrl+t", "ctrl+t", "ctrl+t", "ctrl+t", "ctrl+t", "ctrl+t"}, []string{"8 of 8"}, nil, outcomeCarried},
		{"tie", []string{"3-3-1", "tab"}, []string{"▸ casting vote for"}, nil, outcomeCastFor},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, _, _ := openVote(t, 7, 80, 24, test.keys...)
			got := plainFrame(a)
			for _, want := range test.want {
				if !strings.Contains(got, want) {
					t.Errorf("no %q on\n%s", want, got)
				}
			}
			for _, not := range test.not {
				if strings.Contains(got, not) {
					t.Errorf("%q on\n%s", not, got)
				}
			}
			if at := a.top().(*vote).shownOutcome(); at != test.outcome {
				t.Errorf("the outcome is %q", voteOutcomes[at])
			}
		})
	}
}

// TestVoteHintIsOfThisRoll understands every word of the hint.
func TestVoteHintIsOfThisRoll(t *testing.T) {
	_, l, _ := openVote(t, 7, 80, 24, "esc")
	v := newVote(l)
	hint := strings.TrimSuffix(v.hint(), ", names too")
	v.line.SetText(hint)
	for _, part := range strings.Split(hint, ", ") {
		name, _, _ := strings.Cut(strings.TrimLeft(part, "-*."), " ")
		if len(v.facts().roll.find(name)) != 1 {
			t.Errorf("%q of %q is nobody", name, hint)
		}
	}
}

// TestVoteRollTurns pages through 40 members.
func TestVoteRollTurns(t *testing.T) {
	a, _, _ := openVote(t, 40, 80, 24, "-ja")
	v := a.top().(*vote)
	seen := map[string]bool{}
	look := func() {
		got := plainFrame(a)
		for _, w := range v.facts().roll.voters {
			if strings.Contains(got, w.Surname()) {
				seen[w.Surname()] = true
			}
		}
	}
	look()
	if len(seen) == 40 || !strings.Contains(plainFrame(a), "· pgdn") {
		t.Fatalf("%d of 40 are on the first page:\n%s", len(seen), plainFrame(a))
	}
	for range v.pages {
		drive(t, a, "pgdown")
		look()
	}
	if len(seen) != 40 {
		t.Errorf("%d of 40 were seen on %d pages", len(seen), v.pages)
	}
	for range v.pages {
		drive(t, a, "pgup")
	}
	if v.page != 0 || !strings.Contains(plainFrame(a), "abstained") {
		t.Errorf("back on page %d", v.page)
	}
}

// TestVoteSaysWhoMayVote counts those in the room who may, and shows who
// declared an interest and stayed.
func TestVoteSaysWhoMayVote(t *testing.T) {
	a, l := openMeeting(t, council(7), 80, 24)
	moveMotion(t, a, l, budget, agenda.MainMotion, 0)
	drive(t, a, "/absent Alder", "enter", "/leave Anning; interest", "enter", "/interest Abbott (pecuniary) on 7: owns it; stayed", "enter")
	drive(t, a, "f4")
	got := plainFrame(a)
	for _, want := range []string{"5 of 7 may vote · 1 absent, 1 interest", "interest declared", "◇"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q on\n%s", want, got)
		}
	}
	for i, c := range a.top().(*vote).facts().choices {
		if c != "" {
			t.Errorf("%d is set to %q", i, c)
		}
	}
}

// TestVoteAsksWhoMoved types a name that two people have.
func TestVoteAsksWhoMoved(t *testing.T) {
	a, l := openMeeting(t, strings.Replace(council(7), "Cllr Jo Alder", "Cllr Jo Calder", 1), 120, 40)
	drive(t, a, "pgdown", "f4", "tab", "calder", "enter")
	v, ok := a.top().(*vote)
	if !ok || v.stage != stating || !strings.Contains(v.problem, "Jo Calder or ") {
		t.Fatalf("not asked: %q", v.problem)
	}
	drive(t, a, "ctrl+u", "Jo Calder", "tab", "Zeb", "enter")
	if v.stage != voting {
		t.Errorf("still asked: %q", v.problem)
	}
	if got := whoWords(l.s.meeting(), append(v.said.Motion.Movers, v.said.Motion.Seconders...)); got != "Calder, Zeb" || v.said.Motion.Movers[0].ID == 0 {
		t.Errorf("moved by %q", got)
	}
}

// TestProposalGivesWay types over the proposal that a carried vote leaves, and
// edits one.
func TestProposalGivesWay(t *testing.T) {
	for key, want := range map[string]string{
		"!": "!", ">": ">", "%": "%", "end": "! " + budget, "left": "! " + budget, "x": "! " + budget + "x",
	} {
		_, l, _ := openVote(t, 7, 80, 24, "enter", key)
		if got := l.comp.Text(); got != want {
			t.Errorf("%s: the composer holds %q", key, got)
		}
	}
	a, l, _ := openVote(t, 7, 80, 24, "enter", "end", "!")
	if got := l.comp.Text(); got != "! "+budget+"!" {
		t.Errorf("edited to %q", got)
	}
	drive(t, a, "ctrl+u", "ctrl+u")
	a, l, _ = openVote(t, 7, 120, 40, "enter", "ctrl+r")
	if l.comp.Text() != "! That the budget be approved." || !strings.HasPrefix(a.message, "what the paper recommends") {
		t.Errorf("said %q of %q", a.message, l.comp.Text())
	}
	drive(t, a, "ctrl+r")
	if !strings.HasPrefix(a.message, "m1 as carried") {
		t.Errorf("said %q", a.message)
	}
}

// TestProposalAfterAnAmendment says of the paper's words that nothing is amended
// in them.
func TestProposalAfterAnAmendment(t *testing.T) {
	a, l := openMeeting(t, council(7), 120, 40)
	motion := moveMotion(t, a, l, budget, agenda.MainMotion, 0)
	moveMotion(t, a, l, "Insert “net”.", agenda.Amendment, motion)
	drive(t, a, "f4", "enter", "That it be net.", "enter", "f4", "enter", "ctrl+r")
	if !strings.Contains(a.message, "what the paper recommends, not as amended") {
		t.Errorf("said %q of %q", a.message, l.comp.Text())
	}
}

// TestProposedWordsAreTypedOver replaces the words of a motion that are proposed
// and edits them.
func TestProposedWordsAreTypedOver(t *testing.T) {
	for keys, want := range map[string]string{
		"That all be well.": "That all be well.", "end|!": "That the budget be approved.!",
	} {
		a, _ := openMeeting(t, council(7), 80, 24)
		drive(t, a, append([]string{"pgdown", "f4"}, strings.Split(keys, "|")...)...)
		if got := a.top().(*vote).stated.fields[0].Text(); got != want {
			t.Errorf("%s: %q", keys, got)
		}
	}
}

// TestEveryWordOfTheNotationIsACommand wants every /word in the table from which
// the rule, the list and the palette are drawn.
func TestEveryWordOfTheNotationIsACommand(t *testing.T) {
	for _, word := range notes.Words() {
		if !slices.ContainsFunc(liveWords, func(w liveWord) bool { return w.text == "/"+word }) {
			t.Errorf("no command /%s", word)
		}
	}
	a, l := openMeeting(t, council(7), 120, 40)
	drive(t, a, "pgdown")
	for _, word := range notes.Words() {
		l.comp.SetText(fmt.Sprintf("/%s x", word))
		if got := l.understood(a); strings.HasPrefix(got, "no command") {
			t.Errorf("/%s: %s", word, got)
		}
	}
}
