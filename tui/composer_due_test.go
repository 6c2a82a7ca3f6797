package tui

import (
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"
)

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
		{"other words", []string{"+ Pike: write to them; copy the Chair"}, "+ Pike: write to them; copy the Chair"},
		{"words that begin like it", []string{"+ Pike: write; draft first"}, "+ Pike: write; draft first"},
		{"a state", []string{"+ Pike: write; state: done"}, "+ Pike: write; state: done"},
		{"a word that only begins so", []string{"+ Pike: write; duelling"}, "+ Pike: write; duelling"},
		{"a number that is no day", []string{"+ Pike: write;2 copies"}, "+ Pike: write;2 copies"},
		{"a day that is a number", []string{"+ Pike: write; 30 Juniper bushes"}, "+ Pike: write; 30 Juniper bushes"},
		{"a day in the long form", []string{"+ Pike: write; 2026-06-11; state: begun"}, "+ Pike: write; due 2026-06-11; state: begun"},
		{"a day and a year", []string{"+ Pike: write;1st march 2027"}, "+ Pike: write; due 1st march 2027"},
		{"words after all", []string{"+ Pike: write; du", "backspace", "raw"}, "+ Pike: write; draw"},
		{"another day", []string{"+ Pike: write;12", "backspace", "1 Jun"}, "+ Pike: write; due 11 Jun"},
		{"no day after all", []string{"+ Pike: write;1", "backspace", "a"}, "+ Pike: write;a"},
		{"departed and undone", []string{"+ Pike: write; copy", "ctrl+z"}, "+ Pike: write;"},
		{"a day undone", []string{"+ Pike: write;11 J", "ctrl+z"}, "+ Pike: write;"},
		{"a day undone and done again", []string{"+ Pike: write;11 J", "ctrl+z", "ctrl+y", "ctrl+y", "ctrl+y"}, "+ Pike: write; due 11 J"},
		{"moved away", []string{"+ Pike: write;", "left", "right", "x"}, "+ Pike: write;x"},
		{"moved away from a day", []string{"+ Pike: write;11 Jun", "left", "right", "e"}, "+ Pike: write; due 11 June"},
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

func TestAnOfferNobodyTookIsNotKept(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "+ Pike: write;", "enter")
	if got := texts(l.s.meeting(), "1"); got != "action: write;\n" {
		t.Errorf("kept %q, the problem is %q", got, l.problem)
	}
	drive(t, a, "+ Pike: ring;")
	send(t, a, tea.PasteMsg{Content: "11 June"})
	if got := l.comp.Text(); got != "+ Pike: ring; due 11 June" {
		t.Errorf("a pasted day makes it %q", got)
	}
	drive(t, a, "ctrl+u", "Pike: ring;")
	send(t, a, tea.PasteMsg{Content: "and again"})
	if got := l.comp.Text(); got != "+ Pike: ring;and again" {
		t.Errorf("pasted words make it %q", got)
	}
}

// TestWordsBehindTheOfferAreAsTyped types anything behind the ";" of an action:
// where no day came of it, the line is what was typed.
func TestWordsBehindTheOfferAreAsTyped(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		typed := "+ Pike: write;" + rapid.StringOfN(rapid.SampledFrom([]rune(" due1Jn-;ax")), 0, 12, -1).Draw(rt, "typed")
		c := keyedIn("", typed)
		c.settleDue()
		got := c.Text()
		if got == typed {
			return
		}
		before, after, _ := strings.Cut(typed, ";")
		day := strings.TrimLeft(after, " due")
		if !strings.HasPrefix(dueWords, after[:len(after)-len(day)]) || got != before+";"+dueWords+day || !startsDay.MatchString(day) {
			rt.Fatalf("%q became %q", typed, got)
		}
	})
}

var startsDay = regexp.MustCompile(`^\d{1,2} (Jun|Jan)|^\d{4}-\d{1,2}-\d{1,2}`)

func TestEnterEndsARowOfParts(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "! That it be so.", "enter", "enter", "Seen by all.", "enter")
	if got := texts(l.s.meeting(), "1"); got != "resolution: \nnarrative: Seen by all.\n" {
		t.Errorf("item 1 holds %q", got)
	}
}
