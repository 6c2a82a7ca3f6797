package tui

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

// privately opens a meeting whose item 5 is private business and open.
func privately(t *testing.T, width, height int) (*app, *live) {
	t.Helper()
	a, l := openMeeting(t, northmoor, width, height)
	drive(t, a, "/take 5", "enter", "First.", "enter", "/exempt 3: a lease", "enter")
	if !l.private(l.target()) {
		t.Fatal("item 5 is public")
	}
	return a, l
}

func publicText(l *live) string {
	return texts(l.s.meeting(), "4") + texts(l.s.meeting(), "5") + texts(l.s.meeting(), "6")
}

func TestWordsBegunInPrivateAreKeptBeforeTheItemIsPublic(t *testing.T) {
	for name, test := range map[string]struct {
		typed  string
		stays  bool
		saying string
	}{
		"words":     {typed: "One " + secretWords + " debtor", saying: "item 5 is public again · ctrl+z takes it back"},
		"a comment": {typed: "* of " + secretWords, saying: "item 5 is public again · ctrl+z takes it back"},
		"a command": {typed: "/outcome " + secretWords, stays: true, saying: "item 5 stays private: enter keeps your words first"},
		"a problem": {typed: "/vote " + secretWords + "; ; ;", stays: true, saying: "item 5 stays private: enter keeps your words first"},
		"a mark":    {typed: "? ", saying: "item 5 is public again · ctrl+z takes it back"},
	} {
		t.Run(name, func(t *testing.T) {
			a, l := privately(t, 80, 24)
			drive(t, a, test.typed, "f7")
			if l.private(l.target()) != test.stays || a.message != test.saying {
				t.Errorf("private: %v; %q", l.private(l.target()), a.message)
			}
			if !test.stays && !l.comp.Empty() {
				t.Errorf("the composer still holds %q", l.comp.Text())
			}
			drive(t, a, "enter", "enter")
			if !test.stays && strings.Contains(publicText(l), secretWords) {
				t.Errorf("the public reads %q", publicText(l))
			}
		})
	}
}

func TestWordsBegunInPrivateAreNotPublishedUnasked(t *testing.T) {
	a, l := privately(t, 80, 24)
	drive(t, a, "f7")
	drive(t, a, "ctrl+z", "Of "+secretWords, "ctrl+y")
	if l.private(l.target()) {
		t.Fatal("the item is not public again")
	}
	drive(t, a, "enter")
	if strings.Contains(publicText(l), secretWords) || !strings.HasPrefix(l.problem, "This was begun as private") {
		t.Fatalf("published: %q; %q", publicText(l), l.problem)
	}
	drive(t, a, "enter")
	if !strings.Contains(publicText(l), secretWords) {
		t.Error("the second enter does nothing")
	}
}

func TestTheRuleSaysWhetherAnotherItemIsPublic(t *testing.T) {
	a, l := privately(t, 120, 40)
	drive(t, a, "#6 of the dues")
	if frame := plainFrame(a); !strings.Contains(frame, "goes to item 6, PUBLIC") || l.secretly() {
		t.Errorf("the rule does not say so:\n%s", frame)
	}
	drive(t, a, "enter")
	if a.message != "kept in item 6, public" {
		t.Errorf("said %q", a.message)
	}
	drive(t, a, "/take 4", "enter", "#5 * of "+secretWords)
	if frame := plainFrame(a); !strings.Contains(frame, "goes to item 5, private") {
		t.Errorf("the rule does not say so:\n%s", frame)
	}
	drive(t, a, "enter")
	if a.message != "kept in item 5, private" || strings.Contains(publicText(l), secretWords) {
		t.Errorf("said %q; the public reads %q", a.message, publicText(l))
	}
}

func TestReopeningWithNothingPrivateTakesTheExemptionBack(t *testing.T) {
	for _, again := range [][]string{{"f7"}, {"/public", "enter"}} {
		a, l := privately(t, 80, 24)
		drive(t, a, again...)
		it, _ := l.s.meeting().Item(l.target())
		if it.Exempt != nil || len(it.Entries) != 1 {
			t.Errorf("%q left %q, exempt %v", again, texts(l.s.meeting(), "5"), it.Exempt)
		}
		drive(t, a, "/exempt 3", "enter", "Of "+secretWords+".", "enter")
		drive(t, a, again...)
		if it, _ = l.s.meeting().Item(l.target()); len(it.Entries) != 3 || it.Private() || it.Ground() != "3" {
			t.Errorf("behind private business %q left %q", again, texts(l.s.meeting(), "5"))
		}
	}
}

func TestWordsTypedAtTheQuestionAreSeen(t *testing.T) {
	for _, test := range []struct {
		keys   []string
		holds  string
		wholly bool
	}{
		{[]string{"3: a lease"}, "/exempt 3: a lease", false},
		{[]string{"down", "3: a lease"}, "/exempt 3: a lease", false},
		{[]string{"down", "down", "1: a post"}, "/exempt 1: a post", true},
		{[]string{"down", "enter", "1: a post"}, "/exempt 1: a post", false},
		{[]string{"down", "down", "enter"}, "/exempt ", true},
	} {
		a, l := openMeeting(t, northmoor, 80, 24)
		drive(t, a, "/take 5", "enter", "First.", "enter", "f7")
		drive(t, a, test.keys...)
		if l.comp.Text() != test.holds || l.wholly() != test.wholly {
			t.Errorf("%q: the composer holds %q, wholly %v", test.keys, l.comp.Text(), l.wholly())
		}
		frame := plainFrame(a)
		if !strings.Contains(frame, "ground and reason, public ") || !strings.Contains(frame, "5 private") || strings.Contains(frame, "is private") {
			t.Errorf("%q: the rule does not say what is public:\n%s", test.keys, frame)
		}
		drive(t, a, "enter")
		it, _ := l.s.meeting().Item(l.target())
		if whole := it.Exempt != nil && it.Exempt.Whole; !it.Private() || whole != test.wholly || it.Ground() != strings.Trim(strings.TrimPrefix(strings.Split(test.holds, ":")[0], "/exempt"), " ") {
			t.Errorf("%q: the item is %+v, its ground %q", test.keys, it.Exempt, it.Ground())
		}
		if test.wholly && strings.Contains(test.holds, "post") && !strings.Contains(plainFrame(a), "exempt, paragraph 1: a post") {
			t.Errorf("the heading lacks the reason:\n%s", plainFrame(a))
		}
	}
	a, _ := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 5", "enter", "First.", "enter", "f7", "enter")
	if a.message != "item 5 stays public" {
		t.Errorf("said %q", a.message)
	}
}

// What the public is told of private business is kept at the first enter: the
// item is private still, and nothing in the line was begun as a secret.
func TestWhatThePublicIsToldIsKeptAtOnce(t *testing.T) {
	for typed, kept := range map[string]func(x agenda.Exempt, ground, title string) bool{
		"public summary: A debt was considered.": func(x agenda.Exempt, _, _ string) bool { return x.Summary == "A debt was considered." },
		"public title: A debt":                   func(_ agenda.Exempt, _, title string) bool { return title == "A debt" },
		"/exempt 1: a post":                      func(_ agenda.Exempt, ground, _ string) bool { return ground == "1" },
	} {
		a, l := privately(t, 80, 24)
		drive(t, a, typed, "enter")
		it, _ := l.s.meeting().Item(l.target())
		if !it.Private() || l.problem != "" || !l.comp.Empty() || !kept(*it.Exempt, it.Ground(), it.Title) {
			t.Errorf("%q left %+v, ground %q, title %q; %q", typed, it.Exempt, it.Ground(), it.Title, l.problem)
		}
	}
}
