package tui

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

// three is words of three kinds, in item 4.
func three(t *testing.T) []agenda.Draft {
	four := itemFour(t).ID
	return []agenda.Draft{
		{Item: four, Text: channel},
		{Item: four, Kept: true, Text: "? A question that was kept?"},
		{Item: four, Field: "vote", Text: "6-2-1"},
	}
}

func TestWordsThatWaitStandAtHome(t *testing.T) {
	a, _ := afterwards(t, minutedBefore(t), 120, 40, three(t)...)
	if frame := plainFrame(a); !strings.Contains(frame, "text 1 of 3") {
		t.Errorf("it is not counted:\n%s", frame)
	}
	drive(t, a, "pgdown", "enter") // the second is kept in the minutes
	if frame := plainFrame(a); !strings.Contains(frame, "text 3 of 3") {
		t.Errorf("the count has jumped:\n%s", frame)
	}
	drive(t, a, "esc", "esc", "esc")
	h, ok := a.top().(*home)
	if !ok {
		t.Fatalf("on top is %T", a.top())
	}
	h.at = 0
	for h.row().section != sectionToDo {
		h.at++
	}
	if got := h.row().jump.said(); got != "2 texts found again, Northmoor Harbour Committee Thu 12 Mar" {
		t.Errorf("home says %q", got)
	}
	drive(t, a, "enter")
	if r, ok := a.top().(*recovery); !ok || len(r.lost) != 2 || r.of != 2 {
		t.Fatalf("on top is %T", a.top())
	}
	drive(t, a, "enter") // into the composer, which is typing now and waits no more
	drive(t, a, "esc")
	l, ok := a.top().(*live)
	if !ok || l.comp.Text() != channel || len(a.waits()) != 1 {
		t.Errorf("%T, %d wait:\n%s", a.top(), len(a.waits()), plainFrame(a))
	}
}

// A word and the palette open what waits over the meeting, and the words go
// back into its composer where that is empty.
func TestWordsThatWaitAreAWordAway(t *testing.T) {
	a, j := afterwards(t, minutedBefore(t), 80, 24, three(t)...)
	drive(t, a, "esc", "enter") // the meeting
	l, ok := a.top().(*live)
	if !ok {
		t.Fatalf("on top is %T", a.top())
	}
	drive(t, a, "/found", "enter")
	if r, ok := a.top().(*recovery); !ok || len(r.lost) != 3 {
		t.Fatalf("on top is %T: %s", a.top(), l.problem)
	}
	drive(t, a, "enter", "esc")
	if a.top() != screen(l) || l.comp.Text() != channel {
		t.Fatalf("on top is %T:\n%s", a.top(), plainFrame(a))
	}
	drive(t, a, "ctrl+p", "found again", "enter") // the composer has words
	if a.message != "enter keeps your words first" {
		t.Errorf("it says %q", a.message)
	}
	drive(t, a, "enter", "f2", "ctrl+p", "found again", "enter")
	if r, ok := a.top().(*recovery); !ok || len(r.lost) != 2 {
		t.Fatalf("on top is %T", a.top())
	}
	drive(t, a, "down", "enter") // all
	if len(a.waits()) != 0 || j.said() != "" {
		t.Errorf("%d wait, the journal has %q", len(a.waits()), j.said())
	}
	if _, ok := a.top().(*room); !ok {
		t.Errorf("it came back to %T", a.top())
	}
	drive(t, a, "esc", "/found", "enter")
	if a.top() != screen(l) || a.message != "no words wait to be decided" {
		t.Errorf("on top is %T: %q", a.top(), a.message)
	}
}

func TestKeepAll(t *testing.T) {
	gone := agenda.Draft{Item: itemFour(t).ID, Private: true, Text: "% ring the agent"}
	a, j := afterwards(t, minutedBefore(t), 80, 24, append(three(t), gone)...)
	if frame := plainFrame(a); !strings.Contains(frame, "Keep all 4") {
		t.Errorf("no such choice:\n%s", frame)
	}
	drive(t, a, "down", "enter")
	l, ok := a.top().(*live)
	if !ok || l.comp.Text() != channel || j.said() != channel+"; 6-2-1" {
		t.Fatalf("on top is %T, the journal has %q", a.top(), j.said())
	}
	if got := bookHas(t, a, "4"); !strings.Contains(got, "question: A question that was kept?") || strings.Contains(got, "agent") || strings.Contains(got, "6-2-1") {
		t.Errorf("the book has %s", got)
	}
	kept := 0
	for _, notes := range l.s.record().Notes(itemFour(t).ID) {
		kept += len(notes)
	}
	if kept != 1 {
		t.Errorf("%d notes", kept)
	}
	a, _ = afterwards(t, minutedBefore(t), 80, 24, three(t)[0])
	if frame := plainFrame(a); strings.Contains(frame, "Keep all") {
		t.Errorf("of a single text:\n%s", frame)
	}
}

// Of two half sentences one goes into the composer. The other enters no minutes:
// it waits until the composer is free, and the meeting says so.
func TestHalfSentencesWaitForTheComposer(t *testing.T) {
	four := itemFour(t).ID
	half := []agenda.Draft{{Item: four, Text: channel}, {Item: four, Text: "> the other hal"}}
	a, j := afterwards(t, minutedBefore(t), 80, 24, half...)
	before := bookHas(t, a, "4")
	drive(t, a, "down", "enter") // all
	l, ok := a.top().(*live)
	if !ok || l.comp.Text() != channel || len(a.waits()) != 1 || bookHas(t, a, "4") != before {
		t.Fatalf("on top is %T, %d wait, the book has %s", a.top(), len(a.waits()), bookHas(t, a, "4"))
	}
	drive(t, a, "enter", "/found", "enter")
	if frame := plainFrame(a); !strings.Contains(frame, "they go back to where you typed them") || !strings.Contains(frame, "Keep the words") {
		t.Errorf("with a free composer:\n%s", frame)
	}
	if drive(t, a, "enter"); l.comp.Text() != half[1].Text || j.said() != half[1].Text {
		t.Errorf("it came back as %q, the journal has %q", l.comp.Text(), j.said())
	}
	// One by one it is the same.
	a, _ = afterwards(t, minutedBefore(t), 80, 24, half...)
	drive(t, a, "enter")
	if frame := plainFrame(a); !strings.Contains(frame, "they wait until the composer is free") {
		t.Errorf("it does not say so:\n%s", frame)
	}
	drive(t, a, "enter")
	if len(a.waits()) != 1 || bookHas(t, a, "4") != before {
		t.Errorf("%d wait, the book has %s", len(a.waits()), bookHas(t, a, "4"))
	}
}

func TestAMeetingSaysThatWordsWait(t *testing.T) {
	a, _ := afterwards(t, minutedBefore(t), 80, 24, agenda.Draft{Item: itemFour(t).ID, Text: channel})
	drive(t, a, "esc", "enter")
	if _, ok := a.top().(*live); !ok || a.message != "1 text found again waits: /found" {
		t.Errorf("on top is %T: %q", a.top(), a.message)
	}
}
