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
