package tui

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

// tornDiary is a journal of which a part could not be read.
type tornDiary struct {
	*diary
	at string
}

func (j *tornDiary) Unread() []string { return []string{j.at} }

func TestRecoveryPromisesNoMoreThanWasRead(t *testing.T) {
	a, j := afterwards(t, minutedBefore(t), 80, 24, agenda.Draft{Item: itemFour(t).ID, Text: channel})
	said := func() string { return strings.Join(strings.Fields(plainFrame(a)), " ") }
	if got := said(); !strings.Contains(got, "Nothing is lost. They stay in the journal until you choose.") || strings.Contains(got, "Both texts") {
		t.Errorf("of words the book has nothing of:\n%s", plainFrame(a))
	}
	const torn = "/books/north.journal.unread-1"
	a.journal = &tornDiary{j, torn}
	a.say("typing is elsewhere\npart of the journal could not be read; it is kept as " + torn)
	got := said()
	for _, want := range []string{"A part of the journal could not be read; what is shown is what could be.", "The unread file is " + torn + ".", " Typing is elsewhere."} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q:\n%s", want, plainFrame(a))
		}
	}
	if strings.Contains(got, "Nothing is lost") || strings.Count(got, torn) != 1 {
		t.Errorf("it promises, or says it twice:\n%s", plainFrame(a))
	}
}

// A copy outside the book that says more is named, and how it comes back.
func TestRecoveryNamesTheCopyThatSaysMore(t *testing.T) {
	a, _ := afterwards(t, minutedBefore(t), 80, 24, agenda.Draft{Item: itemFour(t).ID, Text: channel})
	a.copies = []Copy{{Path: "/state/not-saved-aa.json", Meeting: "meeting", Lacks: 2}}
	got := strings.Join(strings.Fields(plainFrame(a)), " ")
	if strings.Contains(got, "Nothing is lost") || !strings.Contains(got, "minutebook import --replace /state/not-saved-aa.json brings that back.") {
		t.Errorf("it says:\n%s", plainFrame(a))
	}
}

// Of a whole agenda only the rows that are new are shown.
func TestRecoveryShowsWhatDiffersInAnAgenda(t *testing.T) {
	first, _, j := withDiary(t, northmoor)
	drive(t, first, "alt+a", " and lights", "ctrl+n", "A new pontoon")
	was := j.live[j.all[len(j.all)-1].Number]
	j.left = []agenda.Rescued{{Draft: was, Typed: teatime}}
	a := newApp(Options{Store: first.store, Book: "northmoor.book", Now: first.now, Journal: j})
	run(t, a, a.start())
	got := plainFrame(a)
	for words, want := range map[string]bool{"Apologies for absence and lights": true, "A new pontoon": true, "Declarations": false, "Guildhall": false, "be approved": false} {
		if strings.Contains(got, words) != want {
			t.Errorf("%q is shown: %v\n%s", words, !want, got)
		}
	}
}

// The help says what the arrows do here: no item is looked at.
func TestHelpOfRecoverySaysChoose(t *testing.T) {
	a, _ := afterwards(t, minutedBefore(t), 120, 40, agenda.Draft{Item: itemFour(t).ID, Text: channel})
	drive(t, a, "f1")
	if got := plainFrame(a); strings.Contains(got, "look at the item") || !strings.Contains(got, "choose") {
		t.Errorf("the help says\n%s", got)
	}
}
