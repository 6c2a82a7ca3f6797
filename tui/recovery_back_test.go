package tui

import (
	"slices"
	"strings"
	"testing"

	"minutebook/agenda"
)

// goesBack types into a field of a meeting, has the program end there, and goes
// back to the field: what the journal has then is what it had before.
func goesBack(t *testing.T, keys ...string) *app {
	t.Helper()
	first, _, j := withDiary(t, northmoor)
	drive(t, first, keys...)
	if len(j.live) != 1 {
		t.Fatalf("the journal has %q", j.said())
	}
	was := j.live[j.all[len(j.all)-1].Number]
	j.left = []agenda.Rescued{{Draft: was, Typed: teatime}}
	a := newApp(Options{Store: first.store, Book: "northmoor.book", Now: first.now, Journal: j})
	run(t, a, a.start())
	if frame := plainFrame(a); !strings.Contains(frame, "Go back to where you typed it") {
		t.Fatalf("it is not offered:\n%s", frame)
	}
	drive(t, a, "enter")
	if got := j.said(); got != was.Text || len(a.waits()) != 0 {
		t.Errorf("the journal has %q, it had %q", got, was.Text)
	}
	return a
}

func TestAVoteGoesBackToItsScreen(t *testing.T) {
	a := goesBack(t, "pgdown", "f4", "That the buoys be lit", "alt+enter", "by June.", "tab", "Pike", "tab", "Lunt")
	v, ok := a.top().(*vote)
	if !ok || v.stage != stating || v.stated.fields[0].Text() != "That the buoys be lit\nby June." || v.stated.fields[1].Text() != "Pike" {
		t.Fatalf("on top is %T:\n%s", a.top(), plainFrame(a))
	}
	drive(t, a, "enter", "2-1-0", "enter")
	if got := bookHas(t, a, "1"); !strings.Contains(got, "That the buoys be lit\nby June.") {
		t.Errorf("the book has %s", got)
	}
	// A motion that was put to the vote, with the line of the vote.
	a = goesBack(t, "pgdown", "f4", "That the buoys be lit.", "enter", "2-1-?")
	v, ok = a.top().(*vote)
	if !ok || v.stage != voting || v.said == nil || v.said.Text != "That the buoys be lit." || v.line.Text() != "2-1-?" {
		t.Fatalf("on top is %T:\n%s", a.top(), plainFrame(a))
	}
	// One that is before the meeting.
	a = goesBack(t, "pgdown", "f4", "That the buoys be lit.", "enter", "esc", "f4", "2-1-?")
	if v, ok = a.top().(*vote); !ok || v.motion == 0 || v.said != nil || v.line.Text() != "2-1-?" {
		t.Fatalf("on top is %T:\n%s", a.top(), plainFrame(a))
	}
}

func TestAnAgendaGoesBackToItsScreen(t *testing.T) {
	a := goesBack(t, "alt+a", " and lights", "ctrl+n", "A new pontoon")
	h, ok := a.top().(*heldMeeting)
	if !ok {
		t.Fatalf("on top is %T", a.top())
	}
	var titles []string
	for _, r := range h.list.rows {
		titles = append(titles, r.item.Title)
	}
	_, l := openMeeting(t, northmoor, 80, 24)
	if n := len(l.s.meeting().Items); !strings.Contains(strings.Join(titles, "|"), " and lights|A new pontoon|") || h.list.rows[len(h.list.rows)-1].item.ID == 0 {
		t.Errorf("of %d items the rows are %q", n, titles)
	}
	// A row below another, with a number of its own.
	a = goesBack(t, "alt+a", "ctrl+n", "7x | Lamps", "tab")
	at := 0
	if h, ok = a.top().(*heldMeeting); ok {
		at = slices.IndexFunc(h.list.rows, func(r agendaRow) bool { return r.item.Title == "Lamps" })
	}
	if !ok || at < 0 || h.list.rows[at].item.Level != 2 || h.list.rows[at].item.Number != "7x" || !h.list.rows[at].own {
		t.Errorf("the row is not as it was typed:\n%s", plainFrame(a))
	}
	a = goesBack(t, "alt+a", "enter", "tab", "9a")
	s, ok := a.top().(*itemSheet)
	if !ok || s.number.text() != "9a" {
		t.Fatalf("on top is %T:\n%s", a.top(), plainFrame(a))
	}
}

// A place that is gone takes nothing back.
func TestAPlaceThatIsGoneIsNotOffered(t *testing.T) {
	a, _ := afterwards(t, nil, 80, 24, agenda.Draft{Item: itemFour(t).ID, After: 999, Field: "vote", Text: "Vote: 2-1"})
	if frame := plainFrame(a); strings.Contains(frame, "Go back") || !strings.Contains(frame, "Keep as your note") {
		t.Errorf("offered:\n%s", frame)
	}
}

// Private words of an item that is public by now do not go where they would be
// published.
func TestPrivateWordsOfAPublicPlaceDoNotGoBack(t *testing.T) {
	for _, field := range []string{"vote", "paper", "agenda"} {
		d := agenda.Draft{Item: itemFour(t).ID, Field: field, Text: "Motion: That the tenant leave.", Private: true}
		a, _ := afterwards(t, nil, 80, 24, d)
		if frame := plainFrame(a); strings.Contains(frame, "Go back") || !strings.Contains(frame, "Keep as your note") {
			t.Errorf("%s: offered:\n%s", field, frame)
		}
		d.Private = false
		a, _ = afterwards(t, nil, 80, 24, d)
		if frame := plainFrame(a); !strings.Contains(frame, "Go back") {
			t.Errorf("%s: public words are not:\n%s", field, frame)
		}
	}
}
