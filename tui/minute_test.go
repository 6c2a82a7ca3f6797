package tui

import (
	"slices"
	"strings"
	"testing"

	"minutebook/agenda"
)

// by finds somebody of the roster by their surname.
func by(r agenda.Record, names ...string) []agenda.Who {
	var out []agenda.Who
	for _, n := range names {
		if ids := r.Open.Named(n); len(ids) == 1 {
			out = append(out, agenda.Who{ID: ids[0]})
		} else {
			out = append(out, agenda.Who{Words: n})
		}
	}
	return out
}

// minuteIt adds an entry to item 4 and says which it is.
func minuteIt(t testing.TB, a *app, l *live, e agenda.Entry) agenda.ID {
	t.Helper()
	var id agenda.ID
	amend(t, a, l, func(r agenda.Record) (_ agenda.Record, err error) {
		item, _ := r.Open.ItemCalled("4")
		r, id, err = r.Add(item, e)
		return r, err
	})
	return id
}

func tallies(counts ...string) []agenda.Tally {
	var out []agenda.Tally
	for i, c := range counts {
		out = append(out, agenda.Tally{Choice: []string{agenda.For, agenda.Against, agenda.Abstained}[i], Count: c})
	}
	return out
}

// debate minutes a motion with an amendment to an amendment, its votes, one
// taken back, and the resolution that came of it.
func debate(t testing.TB, a *app, l *live) {
	t.Helper()
	r := l.s.record()
	motion := func(class string, on agenda.ID, text string, m agenda.Motion) agenda.ID {
		m.Class = class
		return minuteIt(t, a, l, agenda.Entry{Kind: agenda.Moved, On: on, Text: text, Motion: &m})
	}
	vote := func(on agenda.ID, v agenda.Vote) agenda.ID {
		return minuteIt(t, a, l, agenda.Entry{Kind: agenda.Voted, On: on, Vote: &v})
	}
	m1 := motion(agenda.MainMotion, 0, "That the programme be approved, and that the approach channel be dredged in the winter of 2027.",
		agenda.Motion{Movers: by(r, "Verma"), Seconders: by(r, "Lunt", "Pike")})
	a1 := motion(agenda.Amendment, m1, "That “winter” be replaced by “autumn”.", agenda.Motion{Movers: by(r, "Pike")})
	a11 := motion(agenda.Amendment, a1, "That “autumn” be replaced by “spring”, so that nobody dredges in a gale.", agenda.Motion{Movers: by(r, "Reeve"), Seconders: by(r, "Verma")})
	minuteIt(t, a, l, agenda.Entry{Kind: agenda.Settled, On: a11, Outcome: &agenda.Outcome{Words: "fell", Reason: "nobody spoke for it."}})
	v1 := vote(a1, agenda.Vote{Tallies: tallies("4", "1", ""), Result: "carried"})
	minuteIt(t, a, l, agenda.Entry{Kind: agenda.Narrative, Text: "There was a pause."})
	minuteIt(t, a, l, agenda.Entry{Kind: agenda.TakenBack, On: v1, Text: "it was miscounted.", Strike: &agenda.Strike{}})
	vote(a1, agenda.Vote{Method: "all", Result: "carried", Named: []agenda.Ballot{
		{Who: by(r, "Verma")[0], Choice: agenda.For}, {Who: by(r, "Pike")[0], Choice: agenda.For, Weight: "12"},
		{Who: by(r, "Lunt")[0], Choice: agenda.Against, Asked: true}}})
	m2 := motion(agenda.Substantive, m1, "That the programme be approved as amended.", agenda.Motion{Items: []agenda.ItemRef{{ID: r.Open.Items[5].ID}, {Words: "12"}}})
	vote(m2, agenda.Vote{Tallies: tallies("3", "3"), Casting: &agenda.Ballot{Who: by(r, "Verma")[0], Choice: agenda.For}, Held: "e-mail", Result: "carried"})
	minuteIt(t, a, l, agenda.Entry{Kind: agenda.Resolved, On: m2, Resolution: &agenda.Resolution{
		Parts: []agenda.Point{{Text: "That the programme be approved as amended."}}, Condition: "that the survey finds no eels",
		Reasons: "it was the lowest tender", Alternatives: "to wait until June", Thanks: "to the surveyor",
		Items: []agenda.ItemRef{{Words: "12"}}, Links: []agenda.Link{{Kind: "rescinds", To: "NHC/2025-03-11 7"}}}})
	motion(agenda.Procedure, 0, "That the meeting do now proceed.", agenda.Motion{Seconders: by(r, "Lunt")})
}

// declared minutes interests, a correction and the election of an officer.
func declared(t testing.TB, a *app, l *live) {
	t.Helper()
	r := l.s.record()
	add := func(e agenda.Entry) { minuteIt(t, a, l, e) }
	add(agenda.Entry{Kind: agenda.Declared, Interest: &agenda.Interest{}})
	add(agenda.Entry{Kind: agenda.Declared, Interest: &agenda.Interest{Nature: "her brother is the tenant of the dredger’s shed", Effect: "left",
		Holders: []agenda.Holder{{Who: by(r, "Lunt")[0], Kind: "disclosable pecuniary"}, {Who: by(r, "Pike")[0]}}, Items: []agenda.ItemRef{{ID: r.Open.Items[4].ID}, {ID: r.Open.Items[6].ID}}}})
	add(agenda.Entry{Kind: agenda.Corrected, Correction: &agenda.Correction{Minute: "4", Meeting: "15 January", Changes: []agenda.Change{{Delete: "nine", Insert: "ten"}, {Insert: "and fenders"}}}})
	step := func(v agenda.Election) { add(agenda.Entry{Kind: agenda.Elected, Election: &v}) }
	step(agenda.Election{What: agenda.Nominated, Office: "Vice-Chair", Candidates: []agenda.Candidate{{Who: by(r, "Lunt")[0]}}, Movers: by(r, "Pike"), Seconders: by(r, "Verma")})
	step(agenda.Election{What: agenda.Nominated, Office: "Vice-Chair", Candidates: []agenda.Candidate{{Who: by(r, "Reeve")[0]}}, How: "declined"})
	both := func(first, second string, won bool) []agenda.Candidate {
		return []agenda.Candidate{{Who: by(r, "Lunt")[0], Count: first, Elected: won}, {Who: by(r, "Max Featherstonehaugh")[0], Count: second}}
	}
	step(agenda.Election{What: agenda.Balloted, Office: "Vice-Chair", Candidates: both("5", "", false)})
	step(agenda.Election{What: agenda.Balloted, Office: "Vice-Chair", Candidates: both("11", "3", true)})
	step(agenda.Election{What: agenda.ElectedNow, Office: "Vice-Chair", Candidates: both("", "", false)[:1], How: "unopposed"})
}

func TestNewKindsAreDrawn(t *testing.T) {
	for name, minute := range map[string]func(testing.TB, *app, *live){"debate": debate, "declared": declared} {
		sizes(t, func(t *testing.T, width, height int) {
			a, l := openMeeting(t, northmoor, width, height)
			drive(t, a, "/take 4", "enter")
			minute(t, a, l)
			golden(t, a, "minute-"+name)
			for range 12 {
				drive(t, a, "alt+up")
				golden := plainFrame(a)
				if !strings.Contains(golden, glyphOpen) {
					t.Fatal("nothing is chosen")
				}
			}
			golden(t, a, "minute-"+name+"-up")
		})
	}
}

// Every word of every kind is somewhere in the rows, at any width.
func TestNothingOfAnEntryIsLeftOut(t *testing.T) {
	for _, width := range []int{40, 80, 120, 160} {
		a, l := openMeeting(t, northmoor, width, 300)
		drive(t, a, "/take 4", "enter")
		debate(t, a, l)
		declared(t, a, l)
		got := strings.Join(strings.Fields(strings.NewReplacer(glyphBar, " ", "\n", " ").Replace(plainFrame(a))), " ")
		for _, want := range []string{"a1.1", "m2 substantive", "Verma / Lunt, Pike", "/ Lunt", "for 4, against 1, abstained ?", "taken back", "the vote on a1 was taken back",
			"it was miscounted.", "against, at their request Lunt", "Pike (12)", "casting vote Verma for", "by e-mail", "decides items 5, 12", "condition that the survey", "reasons it was",
			"alternatives to wait", "decides item 12", "rescinds NHC/2025-03-11 7", "thanks to the surveyor", "fell nobody spoke for it.", "No interests were declared.",
			"Lunt (disclosable pecuniary), Pike items 4, 6", "correction of 4 of 15 January", "delete “nine”, insert “ten”; insert “and fenders”",
			"nominated for Vice-Chair Lunt by Pike / Verma", "declined", "round 2", "elected Lunt as Vice-Chair, unopposed"} {
			if width >= 80 && !strings.Contains(got, want) {
				t.Errorf("at %d there is no %q in\n%s", width, want, plainFrame(a))
			}
			for _, word := range strings.Fields(want) {
				if !strings.Contains(got, word) {
					t.Errorf("at %d %q is missing", width, word)
				}
			}
		}
	}
}

// A label is drawn anew where another motion changed it, and nothing else is.
func TestLabelsFollowTheMotions(t *testing.T) {
	a, l := openMeeting(t, northmoor, 120, 60)
	drive(t, a, "/take 4", "enter")
	minuteIt(t, a, l, agenda.Entry{Kind: agenda.Narrative, Text: "There was a pause."})
	var motions []agenda.ID
	for _, text := range []string{"That one be.", "That two be."} {
		motions = append(motions, minuteIt(t, a, l, agenda.Entry{Kind: agenda.Moved, Text: text, Motion: &agenda.Motion{Class: agenda.MainMotion}}))
	}
	if frame := plainFrame(a); !strings.Contains(frame, "m1 That one be.") || !strings.Contains(frame, "m2 That two be.") {
		t.Fatalf("drawn:\n%s", frame)
	}
	_, pause, _ := l.s.meeting().Find(l.picks()[0].id)
	was := l.minute.blocks[pause]
	amend(t, a, l, func(r agenda.Record) (agenda.Record, error) { r, _, err := r.Strike(motions[0]); return r, err })
	if frame := plainFrame(a); !strings.Contains(frame, "m1 That two be.") {
		t.Errorf("after a strike:\n%s", frame)
	}
	if l.minute.blocks[pause] != was || was == nil {
		t.Error("what no motion changed was drawn again")
	}
}

// In a vote of forty the exceptions are named and the others counted.
func TestNamedVotesShowTheExceptions(t *testing.T) {
	a, l := openMeeting(t, northmoor, 120, 40)
	drive(t, a, "/take 4", "enter")
	v := agenda.Vote{Tallies: tallies("37", "2", "1"), Result: "carried"}
	for i := range 40 {
		choice := agenda.For
		if i%16 == 15 {
			choice = agenda.Against
		}
		v.Named = append(v.Named, agenda.Ballot{Who: agenda.Who{Words: "Ann" + strings.Repeat("a", i)}, Choice: choice})
	}
	minuteIt(t, a, l, agenda.Entry{Kind: agenda.Voted, Vote: &v})
	frame := plainFrame(a)
	if !strings.Contains(frame, "against Ann"+strings.Repeat("a", 15)+", Ann") || !strings.Contains(frame, glyphDot+" for 38") || !strings.Contains(frame, "for 37, against 2, abstained 1") {
		t.Errorf("drawn:\n%s", frame)
	}
}

func TestInkedKeepsEveryWord(t *testing.T) {
	spans := []span{{ink{"<", ">"}, "a lead of words"}, {ink{}, "  "}, {ink{"[", "]"}, "then more\nand a paragraph  of it"}, {ink{}, ""}}
	for width := 3; width < 60; width++ {
		rows := inked(width, spans...)
		got := strings.NewReplacer("<", "", ">", "", "[", "", "]", "").Replace(strings.Join(rows, " "))
		if want := "a lead of words then more and a paragraph of it"; width >= 9 && strings.Join(strings.Fields(got), " ") != want {
			t.Errorf("at %d: %q", width, rows)
		}
	}
	if rows := inked(20, spans...); !slices.Contains(rows, "[and a paragraph  of]") || rows[0] != "<a lead of words>  " && rows[0] != "<a lead of words>" {
		t.Errorf("at 20: %q", rows)
	}
}
