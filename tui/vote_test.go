package tui

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

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

// moveMotion adds a motion to the first item, which it takes, and returns its ID.
func moveMotion(t testing.TB, a *app, l *live, words, class string, on agenda.ID) agenda.ID {
	t.Helper()
	if l.s.meeting().Current() == 0 {
		drive(t, a, "pgdown")
	}
	r := l.s.record()
	who := func(i int) []agenda.Who { return []agenda.Who{{ID: r.Open.Roster[i].ID}} }
	next, id, err := r.Add(r.Open.Items[1].ID, agenda.Entry{Kind: agenda.Moved, On: on, Text: words,
		Motion: &agenda.Motion{Class: class, Movers: who(1), Seconders: who(0)}})
	if err != nil {
		t.Fatal(err)
	}
	run(t, a, l.s.do(next, "motion"))
	l.letGo()
	return id
}

// openVote is the vote on the budget among so many members.
func openVote(t testing.TB, members, width, height int, keys ...string) (*app, *live, agenda.ID) {
	t.Helper()
	a, l := openMeeting(t, council(members), width, height)
	id := moveMotion(t, a, l, budget, agenda.MainMotion, 0)
	drive(t, a, append([]string{"f4"}, keys...)...)
	return a, l, id
}

// lastVote is the last vote of the first item, as its choices and names.
func lastVote(t testing.TB, l *live) (*agenda.Entry, string) {
	t.Helper()
	it, _ := l.s.record().Whole(l.s.meeting().Items[1].ID)
	for i := len(it.Entries) - 1; i >= 0; i-- {
		if v := it.Entries[i].Vote; v != nil {
			return it.Entries[i], votesWords(l.s.meeting(), *v)
		}
	}
	t.Fatal("no vote was kept")
	return nil, ""
}

func votesWords(m agenda.Meeting, v agenda.Vote) string {
	var facts []string
	if v.Method != "" {
		facts = append(facts, v.Method)
	}
	if v.Tallies != nil {
		facts = append(facts, talliesWords(v.Tallies))
	}
	choice := ""
	for _, b := range v.Named {
		if b.Choice != choice || len(facts) == 0 {
			choice = b.Choice
			facts = append(facts, choice+":")
		}
		words := " " + whoWords(m, []agenda.Who{b.Who})
		if b.Asked {
			words += "!"
		}
		facts[len(facts)-1] += words
	}
	if v.Casting != nil {
		facts = append(facts, "casting:"+whoWords(m, []agenda.Who{v.Casting.Who})+" "+v.Casting.Choice)
	}
	if v.Held != "" {
		facts = append(facts, "by "+v.Held)
	}
	return strings.Join(append(facts, v.Result), "; ")
}

// TestVoteIsQuickToKeep is the promise of a recorded vote: 40 members, three
// exceptions, at most 25 keys from f4 until it is kept.
func TestVoteIsQuickToKeep(t *testing.T) {
	a, l := openMeeting(t, council(40), 80, 24)
	motion := moveMotion(t, a, l, budget, agenda.MainMotion, 0)
	keys := []string{"f4", "bc ig -ph", "enter"}
	pressed := 0
	for _, k := range keys {
		pressed += len(keyPresses(k))
	}
	drive(t, a, keys...)
	e, _ := lastVote(t, l)
	got := map[string]int{}
	for _, b := range e.Vote.Named {
		got[b.Choice]++
	}
	if want := map[string]int{"for": 37, "against": 2, "abstained": 1}; !reflect.DeepEqual(got, want) || e.On != motion {
		t.Errorf("kept %v on %d, want %v on %d", got, e.On, want, motion)
	}
	if e.Vote.Tallies != nil || e.Vote.Result != "carried" {
		t.Errorf("figures %v, result %q: names were given", e.Vote.Tallies, e.Vote.Result)
	}
	if pressed > 25 {
		t.Errorf("%d keys", pressed)
	}
}

// TestVoteLine types a line and keeps it.
func TestVoteLine(t *testing.T) {
	const others = " Bexley Birch Calder"
	for _, test := range []struct{ line, want string }{
		{"", "carried"},
		{"all", "for: Abbott Alder Anning Barlow" + others + "; carried"},
		{"ja", "for: Abbott Anning Barlow" + others + "; against: Alder; carried"},
		{"ja ka -mb *rb .sb", "for: Abbott Calder; against: Alder Anning; abstained: Barlow; absent: Birch; interest: Bexley; equal"},
		{"- ja ka", "for: Abbott Barlow" + others + "; abstained: Alder Anning; carried"},
		{"all; against: ja, ka; abstained: mb; lost", "for: Abbott Bexley Birch Calder; against: Alder Anning; abstained: Barlow; lost"},
		{"against ja abstained ka", "for: Abbott Barlow" + others + "; against: Alder; abstained: Anning; carried"},
		{"for: ja, ka; against: mb; carried", "for: Alder Anning; against: Barlow; carried"},
		{"Kit Anning, alder", "for: Abbott Barlow" + others + "; against: Alder Anning; carried"},
		{`"Kit Anning" barl`, "for: Abbott Alder" + others + "; against: Anning Barlow; carried"},
		{"no vote: ja", "for: Abbott Anning Barlow" + others + "; no vote: Alder; carried"},
		{"all; recused: ja", "for: Abbott Anning Barlow" + others + "; recused: Alder; carried"},
		{"6-2-1", "for 6 against 2 abstained 1; carried"},
		{"2-6", "for 2 against 6; lost"},
		{"6-?-?", "for 6 against ? abstained ?; carried"},
		{"6-1; against: ja", "for 6 against 1; against: Alder; carried"},
		{"6-1; against: ja; recorded: ja", "for 6 against 1; against: Alder!; carried"},
		{"unanimous", "unanimous; carried"},
		{"without objection", "without objection; carried"},
		{"ballot 5-2", "ballot; for 5 against 2; carried"},
		{"6-1; by: e-mail", "for 6 against 1; by e-mail; carried"},
		{"6-1 lost for want of two thirds", "for 6 against 1; lost for want of two thirds"},
		{"all; struck out", "for: Abbott Alder Anning Barlow" + others + "; struck out"},
		{"3-3; casting: aa for", "for 3 against 3; casting:Abbott for; carried"},
		{"3-3; casting: against", "for 3 against 3; casting:Abbott against; lost"},
	} {
		t.Run(test.line, func(t *testing.T) {
			a, l, _ := openVote(t, 7, 80, 24, test.line, "enter")
			if strings.HasSuffix(test.want, "equal") {
				drive(t, a, "enter")
			}
			if _, got := lastVote(t, l); got != test.want {
				t.Errorf("kept %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestVoteKeepsNothingItDoesNotUnderstand(t *testing.T) {
	for _, line := range []string{"zz", "ja zz", "against: Zebra", "ja 6-"} {
		a, l, _ := openVote(t, 7, 80, 24, line, "enter")
		v, ok := a.top().(*vote)
		if !ok || v.problem == "" || v.line.Text() != line {
			t.Fatalf("%q: at %T", line, a.top())
		}
		if it := l.s.meeting().Items[1]; len(it.Entries) != 1 {
			t.Errorf("%q was kept: %v", line, it.Entries)
		}
		drive(t, a, "esc")
		if a.top() != screen(l) {
			t.Errorf("esc leads to %T", a.top())
		}
	}
}

// TestVoteAsksWhichOne types what two people are called.
func TestVoteAsksWhichOne(t *testing.T) {
	source := strings.Replace(northmoor, "Cllr Jo Lunt", "Cllr Jo Lunt; Cllr Tess Pike; Cllr Lee Ash [JL]; Cllr Jan Lowe [JL]", 1)
	open := func(keys ...string) (*app, *live) {
		a, l := openMeeting(t, source, 80, 24)
		moveMotion(t, a, l, budget, agenda.MainMotion, 0)
		drive(t, a, append([]string{"f4"}, keys...)...)
		return a, l
	}
	a, l := open("pike", "down", "enter")
	if v := a.top().(*vote); v.facts().unclear != nil || v.line.Text() != "top" {
		t.Errorf("the line is %q", v.line.Text())
	}
	drive(t, a, "enter")
	if e, _ := lastVote(t, l); l.s.meeting().Call(e.Vote.Named[len(e.Vote.Named)-1].Who) == "" || e.Vote.Result != "carried" {
		t.Errorf("kept %+v", e.Vote)
	}
	a, _ = open("jl")
	if f := a.top().(*vote).facts(); f.unclear == nil || len(f.unclear.who) != 2 {
		t.Errorf("JL is clear: %+v", f.unclear)
	}
	golden(t, a, "vote-unclear")
	for _, w := range a.top().(*vote).facts().roll.voters {
		if w.Initials == "" && w.initials == "JL" {
			t.Errorf("%s got initials that were given", w.Name)
		}
	}
}

// TestVoteAsksForTheCastingVote keeps a tie only when enter is pressed twice.
func TestVoteAsksForTheCastingVote(t *testing.T) {
	a, l, _ := openVote(t, 7, 80, 24, "3-3-1", "enter")
	if v, ok := a.top().(*vote); !ok || !strings.Contains(v.problem, "casting") {
		t.Fatalf("not asked, at %T", a.top())
	}
	drive(t, a, "shift+tab", "shift+tab", "enter")
	if _, got := lastVote(t, l); got != "for 3 against 3 abstained 1; casting:Abbott for; carried" {
		t.Errorf("kept %q", got)
	}
	a, l, _ = openVote(t, 7, 80, 24, "3-3-1", "enter", "enter")
	if _, got := lastVote(t, l); got != "for 3 against 3 abstained 1; equal" || a.top() != screen(l) {
		t.Errorf("kept %q", got)
	}
}

func TestVoteHowAndCount(t *testing.T) {
	_, l, _ := openVote(t, 7, 80, 24, "ja", "alt+c", "enter")
	if _, got := lastVote(t, l); got != "for 6 against 1 abstained 0; for: Abbott Anning Barlow Bexley Birch Calder; against: Alder; carried" {
		t.Errorf("kept %q", got)
	}
	a, l, _ := openVote(t, 7, 80, 24, "ctrl+t", "ctrl+t", "enter")
	if _, got := lastVote(t, l); got != "unanimous; carried" || a.top() != screen(l) {
		t.Errorf("kept %q", got)
	}
	a, l, _ = openVote(t, 7, 80, 24, "all", "shift+tab", "as the Chair ruled", "enter")
	if _, got := lastVote(t, l); !strings.HasSuffix(got, "; as the Chair ruled") || a.top() != screen(l) {
		t.Errorf("kept %q", got)
	}
}

// TestVoteLeadsOn keeps a vote and what follows from it.
func TestVoteLeadsOn(t *testing.T) {
	a, l, motion := openVote(t, 7, 80, 24, "enter")
	if l.comp.Text() != "! "+budget {
		t.Fatalf("the composer holds %q", l.comp.Text())
	}
	drive(t, a, "enter")
	it := l.s.meeting().Items[1]
	if e := it.Last(); e.Resolution == nil || e.On != motion || e.Resolution.Parts[0].Text != budget {
		t.Errorf("kept %+v", e)
	}
	drive(t, a, "ctrl+z", "ctrl+z")
	if it := l.s.meeting().Items[1]; len(it.Entries) != 1 || len(it.Undecided()) != 1 {
		t.Errorf("undone to %d entries", len(it.Entries))
	}

	a, l = openMeeting(t, council(7), 80, 24)
	motion = moveMotion(t, a, l, budget, agenda.MainMotion, 0)
	amendment := moveMotion(t, a, l, "Insert “net” before “budget”.", agenda.Amendment, motion)
	drive(t, a, "f4", "enter")
	if e, _ := lastVote(t, l); e.On != amendment {
		t.Fatalf("voted on %d", e.On)
	}
	v, ok := a.top().(*vote)
	if !ok || v.stage != stating || v.stated.field().Text() != budget {
		t.Fatalf("the motion as amended is not asked for: %T", a.top())
	}
	golden(t, a, "vote-substantive")
	drive(t, a, "ctrl+u", "ctrl+u", "ctrl+u", "That it be so.", "enter")
	it = l.s.meeting().Items[1]
	if e := it.Last(); e.Motion == nil || e.Motion.Class != agenda.Substantive || e.On != motion || e.Text != "That it be so." {
		t.Errorf("kept %+v", e)
	}
	if open := it.Undecided(); len(open) != 1 || open[0].Motion != it.Last() {
		t.Errorf("%d wait", len(open))
	}
}

func TestVoteLeavesTheDraft(t *testing.T) {
	a, l := openMeeting(t, council(7), 80, 24)
	moveMotion(t, a, l, budget, agenda.MainMotion, 0)
	drive(t, a, "half a sentence", "f4", "enter")
	if l.comp.Text() != "half a sentence" || !strings.Contains(a.message, "ctrl+r") {
		t.Errorf("the composer holds %q, said %q", l.comp.Text(), a.message)
	}
}

// TestVoteStatesTheMotion keeps a motion and the vote on it as one change.
func TestVoteStatesTheMotion(t *testing.T) {
	a, l := openMeeting(t, council(7), 80, 24)
	drive(t, a, "pgdown", "f4")
	if v := a.top().(*vote); v.stated.field().Text() != "That the budget be approved." {
		t.Errorf("proposed %q", v.stated.field().Text())
	}
	drive(t, a, "tab", "ja", "tab", "aa, Mr Stranger", "enter", "ka", "enter")
	it := l.s.meeting().Items[1]
	if len(it.Entries) != 2 || it.Entries[1].On != it.Entries[0].ID {
		t.Fatalf("%d entries", len(it.Entries))
	}
	m := it.Entries[0].Motion
	if got := whoWords(l.s.meeting(), append(m.Movers, m.Seconders...)); got != "Alder, Abbott, Mr Stranger" || m.Class != agenda.MainMotion {
		t.Errorf("moved by %s", got)
	}
	drive(t, a, "ctrl+u", "ctrl+z", "ctrl+z")
	drive(t, a, "f4", "f4", "6-1", "enter")
	if e, got := lastVote(t, l); e.On != 0 || got != "for 6 against 1; carried" {
		t.Errorf("kept %q on %d", got, e.On)
	}
	drive(t, a, "/motion", "enter", "enter")
	if e := l.s.meeting().Items[1].Last(); e.Motion == nil || e.Text != "That the budget be approved." {
		t.Errorf("kept %+v", e)
	}
	drive(t, a, "/vote", "enter")
	if v, ok := a.top().(*vote); !ok || v.motion == 0 {
		t.Errorf("/vote leads to %T", a.top())
	}
}

// TestVoteChooses decides the older of two motions.
func TestVoteChooses(t *testing.T) {
	a, l, first := openVote(t, 7, 80, 24, "esc")
	moveMotion(t, a, l, "That it lie on the table.", agenda.Procedure, 0)
	drive(t, a, "f4", "up", "tab", "enter")
	if e, got := lastVote(t, l); e.On != first || got != "lost" {
		t.Errorf("kept %q on %d", got, e.On)
	}
}

// TestVoteIsChanged opens a kept vote on its screen.
func TestVoteIsChanged(t *testing.T) {
	a, l, motion := openVote(t, 7, 80, 24, "ja -ka", "enter", "ctrl+u", "alt+up", "enter")
	v, ok := a.top().(*vote)
	if !ok {
		t.Fatalf("at %T", a.top())
	}
	drive(t, a, "; absent: mb", "enter")
	e, got := lastVote(t, l)
	if got != "for: Abbott Bexley Birch Calder; against: Alder; abstained: Anning; absent: Barlow; carried" || e.On != motion {
		t.Errorf("kept %q from %q", got, v.line.Text())
	}
	if n := len(l.s.meeting().Items[1].Entries); n != 2 {
		t.Errorf("%d entries", n)
	}
}

// TestVoteReadsBackWhatItKeeps makes any vote out of lines, opens it again, and
// wants the same.
func TestVoteReadsBackWhatItKeeps(t *testing.T) {
	_, l, _ := openVote(t, 12, 80, 24, "esc")
	item := l.s.meeting().Items[1].ID
	roll := newVote(l).facts().roll
	rapid.Check(t, func(rt *rapid.T) {
		v := newVote(l)
		var fields []string
		for i := range roll.voters {
			c := rapid.SampledFrom([]string{"", "", "for:", "against:", "-", ".", "*", "no vote:", "recorded:"}).Draw(rt, "choice")
			if c != "" {
				fields = append(fields, c+" "+roll.voters[i].initials)
			}
		}
		fields = append(fields, rapid.SampledFrom([]string{"", "3-3-?", "by: post", "casting: aa against", "casting: ja"}).Draw(rt, "more"))
		v.line.SetText(strings.Join(fields, "; "))
		v.how = rapid.IntRange(0, len(voteHows)-1).Draw(rt, "how")
		v.outcome, v.chosen = rapid.IntRange(0, outcomeEqual).Draw(rt, "outcome"), true
		made := v.made()
		again := newVoteOf(l, item, &agenda.Entry{Kind: agenda.Voted, Vote: &made})
		if again == nil {
			return // the composer takes it
		}
		if got := again.made(); !reflect.DeepEqual(got, made) {
			rt.Fatalf("%q became %q:\n%+v\n%+v", v.line.Text(), again.line.Text(), made, got)
		}
	})
}

func TestVoteFrames(t *testing.T) {
	sizes(t, func(t *testing.T, width, height int) {
		frame := func(name string, members int, keys ...string) {
			a, _, _ := openVote(t, members, width, height, keys...)
			golden(t, a, "vote-"+name)
		}
		frame("40", 40, "bc ig -ph")
		frame("7", 7)
		frame("figures", 7, "ctrl+t", "4-2-?")
		frame("casting", 8, "4-4", "shift+tab")
		frame("wrong", 7, "ja zz", "enter")
		frame("300", 300, "-ja")
		a, l := openMeeting(t, council(7), width, height)
		drive(t, a, "pgdown", "f4")
		golden(t, a, "vote-stating")
		drive(t, a, "f4")
		golden(t, a, "vote-none")
		drive(t, a, "esc")
		moveMotion(t, a, l, strings.Repeat(budget+" ", 9), agenda.MainMotion, 0)
		drive(t, a, "f4", "pgdown")
		golden(t, a, "vote-long")
	})
}

// TestVoteIsSaidWithoutColour wants every choice as a mark and in words.
func TestVoteIsSaidWithoutColour(t *testing.T) {
	a, _, _ := openVote(t, 7, 120, 40, "ja -ka *mb .rb")
	a.wear("none")
	content, _, _ := a.frame()
	if at := colourSequence.FindString(content); at != "" {
		t.Errorf("a colour: %q", at)
	}
	plain := bare(content)
	for _, want := range []string{"✗  JA  Alder", "–  KA  Anning", "◇  MB  Barlow", "·  RB  Bexley", "against", "abstained", "interest", "absent", "▸ carried"} {
		if !strings.Contains(plain, want) {
			t.Errorf("no %q on\n%s", want, plain)
		}
	}
	if !strings.Contains(content, "\x1b[1m▸") || !strings.Contains(content, "\x1b[1mAlder") {
		t.Error("what is chosen and who is an exception is not bold")
	}
}

func TestVoteInPrivate(t *testing.T) {
	a, l := openMeeting(t, council(7), 80, 24)
	next, err := l.s.record().CloseFrom(l.s.meeting().Items[1].ID, "3", "")
	if err != nil {
		t.Fatal(err)
	}
	run(t, a, l.s.do(next, "private"))
	moveMotion(t, a, l, budget, agenda.MainMotion, 0)
	drive(t, a, "f4")
	if row := strings.Split(plainFrame(a), "\n")[1]; !strings.Contains(row, "PRIVATE") {
		t.Errorf("no band: %q", row)
	}
	drive(t, a, "f5")
	if row := strings.Split(plainFrame(a), "\n")[1]; !strings.Contains(row, "PRIVATE") {
		t.Errorf("no band on the words read back: %q", row)
	}
	drive(t, a, "esc", "ja", "enter")
	if it := l.s.meeting().Items[1]; len(it.Entries) != 0 {
		t.Errorf("%d entries are public", len(it.Entries))
	}
	if e, _ := lastVote(t, l); !e.ID.Closed() || !e.On.Closed() {
		t.Errorf("kept as %d on %d", e.ID, e.On)
	}
}

// BenchmarkVote is a key with its frame among 300 members: less than a
// millisecond.
func BenchmarkVote(b *testing.B) {
	a, _, _ := openVote(b, 300, 120, 40, "bc ig -ph; absent: ja, ka, mb")
	a.frame()
	keys := []tea.KeyPressMsg{{Code: ' ', Text: " "}, {Code: 'x', Text: "x"}, {Code: tea.KeyBackspace}, {Code: tea.KeyBackspace}}
	for n := 0; b.Loop(); n++ {
		a.update(keys[n%len(keys)])
		a.frame()
	}
}

// TestStatedWordsAreNoCommand: a /word typed where the words of a motion go is
// pointed at before it is in the minutes.
func TestStatedWordsAreNoCommand(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "f4", "/motion : That it be so.", "enter")
	v, ok := a.top().(*vote)
	if !ok || !strings.Contains(v.problem, "without a /word") {
		t.Fatalf("the screen says nothing of it: %+v", a.top())
	}
	drive(t, a, "enter", "esc")
	it, _ := l.s.meeting().Item(l.target())
	if e := it.Last(); e == nil || e.Text != "/motion : That it be so." {
		t.Errorf("the second enter keeps %+v", e)
	}
}
