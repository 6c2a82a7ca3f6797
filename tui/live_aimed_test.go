package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestANewItemLetsGoOfTheChosenEntry(t *testing.T) {
	for _, name := range []string{"== 9 | New", "=="} {
		a, l := openMeeting(t, northmoor, 80, 24)
		drive(t, a, "/take 4", "enter", "First.", "enter", "Second.", "enter", "alt+up", name, "enter")
		if l.aimed != (aimed{}) || l.whither() != "" {
			t.Errorf("%q: still about %+v", name, l.aimed)
		}
		drive(t, a, "ctrl+d")
		if got := texts(l.s.meeting(), "4"); got != "narrative: First.\nnarrative: Second.\n" {
			t.Errorf("%q: ctrl+d left %q of another item", name, got)
		}
		drive(t, a, "Third.", "enter")
		if got := texts(l.s.meeting(), "4"); name == "==" && strings.Contains(got, "Third") {
			t.Errorf("words behind the item went into it: %q", got)
		}
	}
}

func TestTheNextItemIsPredictedAnew(t *testing.T) {
	for _, to := range [][]string{{"pgdown"}, {"/take 5", "enter"}, {"backspace", "==", "enter"}, {"down", "pgdown"}} {
		a, l := openMeeting(t, northmoor, 120, 40)
		drive(t, a, "/take 4", "enter", "? Why?", "enter")
		if l.comp.mark != ">" {
			t.Fatalf("after a question %q is predicted", l.comp.mark)
		}
		drive(t, a, to...)
		if l.comp.mark != "" || l.understood(a) != "minute" {
			t.Errorf("%q: %q is predicted, and the rule says %q", to, l.comp.mark, l.understood(a))
		}
		drive(t, a, "ctrl+z")
		if l.comp.mark != ">" || l.understood(a) != "response" || l.destination() != "item 4" {
			t.Errorf("%q and undone: %q, %q, %q", to, l.comp.mark, l.understood(a), l.destination())
		}
	}
}

func TestNotesPastedBehindAnEntryStayThere(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 4", "enter", "First.", "enter", "Second.", "enter", "alt+up", "alt+up")
	send(t, a, tea.PasteMsg{Content: "? One?\n> Two."})
	drive(t, a, "down", "enter")
	const want = "narrative: First.\nquestion: One?\nresponse: Two.\nnarrative: Second.\n"
	if got := texts(l.s.meeting(), "4"); got != want || l.aimed != (aimed{}) {
		t.Errorf("item 4 holds %q, and the composer is about %+v", got, l.aimed)
	}
	drive(t, a, "Third.", "enter")
	if got := texts(l.s.meeting(), "4"); got != want+"narrative: Third.\n" {
		t.Errorf("then item 4 holds %q", got)
	}
}

func TestPageDownDoesACommandAndNoMore(t *testing.T) {
	for _, test := range []struct{ line, open, said string }{
		{"/take 4", "item 4", ""},
		{"== 9 | New", "the opening", "on the agenda; pgdn takes it"},
		{"An apology.", "item 1", "kept in the opening"},
		{"!", "item 1", ""},
	} {
		a, l := openMeeting(t, northmoor, 80, 24)
		drive(t, a, test.line, "pgdown")
		if got := l.itemWords(l.target()); got != test.open || a.message != test.said || !l.comp.Empty() {
			t.Errorf("%q: %s is open, said %q, the composer holds %q", test.line, got, a.message, l.comp.Text())
		}
	}
}

func TestHomeLeavesWhateverIsChosen(t *testing.T) {
	for _, first := range [][]string{{"down"}, {"alt+up"}, {"f3"}} {
		a, l := openMeeting(t, northmoor, 80, 24)
		a.push(newReader(l.s.body, l.s.meeting(), l.s.base.Life))
		a.push(l)
		drive(t, a, append(append([]string{"/take 4", "enter", "First.", "enter"}, first...), "/home", "enter")...)
		if a.top() == l {
			t.Errorf("after %q /home does not leave", first)
		}
	}
}

func TestANoteInHandStaysPrivate(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 4", "enter", "First.", "enter", "% secret", "enter", "alt+h", "alt+up", "enter", "alt+h")
	if !l.editing.note || l.band(a, l.s.meeting()) == nil || a.message != "keep or leave the note first" {
		t.Fatalf("said %q; the composer is about %+v", a.message, l.aimed)
	}
	drive(t, a, "f2", "esc", " more", "enter")
	if all := l.s.record().Closed.Items[l.target()].Entries; len(all) != 1 || all[0].Text != "secret more" {
		t.Errorf("there are %d notes, the first %q", len(all), all[0].Text)
	}
}

func TestTheRoomShowsNoWaitingNote(t *testing.T) {
	a, _ := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 4", "enter", "% secret", "f2")
	if frame := plainFrame(a); strings.Contains(frame, "secret") || !strings.Contains(frame, "a note of your own") {
		t.Errorf("the room shows\n%s", frame)
	}
}

func TestAnEmptiedLineIsPredictedAgain(t *testing.T) {
	for _, empty := range []string{"ctrl+z", "ctrl+u", "backspace"} {
		a, l := openMeeting(t, northmoor, 80, 24)
		drive(t, a, "/take 4", "enter", "First.", "enter", "? Why?", "enter", "x", empty, "alt+up", "alt+up")
		if !l.comp.Empty() || l.behind == 0 || l.behind != l.chosen.id || l.comp.mark != "" {
			t.Errorf("%s: %+v, %q predicted", empty, l.aimed, l.comp.mark)
		}
		if drive(t, a, "enter"); l.comp.Text() != "First." {
			t.Errorf("%s: enter takes up %q", empty, l.comp.Text())
		}
	}
}
