package tui

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// afterwards is the interface started on the book of a meeting, with words that
// an earlier run left behind in its journal.
func afterwards(t *testing.T, before func(a *app, l *live), width, height int, drafts ...agenda.Draft) (*app, *diary) {
	t.Helper()
	first, l := openMeeting(t, northmoor, 80, 24)
	if before != nil {
		before(first, l)
	}
	j := newDiary()
	for _, d := range drafts {
		d.Number, d.Meeting = j.Next(), "meeting"
		j.live[d.Number] = d
		j.left = append(j.left, agenda.Rescued{Draft: d, Typed: teatime.Add(-3 * time.Minute)})
	}
	a := newApp(Options{Store: first.store, Book: "northmoor.book", Now: func() time.Time { return teatime }, Journal: j})
	run(t, a, a.start())
	send(t, a, tea.WindowSizeMsg{Width: width, Height: height})
	return a, j
}

// minutedBefore is what the book has: item 4 open, two questions answered.
func minutedBefore(t *testing.T) func(a *app, l *live) {
	return func(a *app, _ *live) { drive(t, a, discussed...) }
}

func bookHas(t *testing.T, a *app, item string) string {
	t.Helper()
	snap, err := a.store.Load(context.Background(), "meeting")
	if err != nil {
		t.Fatal(err)
	}
	return texts(snap.Record.Open, item)
}

func itemFour(t *testing.T) *agenda.Item {
	_, l := openMeeting(t, northmoor, 80, 24)
	return l.s.meeting().Items[4]
}

const channel = "? Would the approach channel stay open to the lifeboat while the inner ba"

func TestUnfinishedWordsGoBackIntoTheComposer(t *testing.T) {
	a, j := afterwards(t, minutedBefore(t), 80, 24, agenda.Draft{Item: itemFour(t).ID, Text: channel})
	r, ok := a.top().(*recovery)
	if !ok || len(r.lost) != 1 {
		t.Fatalf("nobody is asked: %T", a.top())
	}
	drive(t, a, "enter")
	l, ok := a.top().(*live)
	if !ok || l.comp.Text() != channel {
		t.Fatalf("%T is on top: %s", a.top(), plainFrame(a))
	}
	if got := j.said(); got != channel {
		t.Errorf("the journal has %q", got)
	}
	drive(t, a, "sin was dredged?", "enter")
	if got := bookHas(t, a, "4"); !strings.Contains(got, "while the inner basin was dredged?") || j.said() != "" {
		t.Errorf("kept: %s\nthe journal has %q", got, j.said())
	}
}

func TestKeptWordsAreAppliedInOrder(t *testing.T) {
	four := itemFour(t).ID
	a, j := afterwards(t, minutedBefore(t), 80, 24,
		agenda.Draft{Item: four, Kept: true, Became: 900, Text: "? A first question?"},
		agenda.Draft{Item: four, Kept: true, Became: 901, Text: "> an answer."},
		agenda.Draft{Item: four, Text: "half a sen"})
	drive(t, a, "enter", "enter", "enter")
	if got := bookHas(t, a, "4"); !strings.Contains(got, "question: A first question?\nresponse: an answer.\n") {
		t.Errorf("the book has %s", got)
	}
	if l, ok := a.top().(*live); !ok || l.comp.Text() != "half a sen" {
		t.Errorf("on top is %T:\n%s", a.top(), plainFrame(a))
	}
	if got := j.said(); got != "half a sen" {
		t.Errorf("the journal has %q", got)
	}
}

// What the book has is not offered: the run was killed between the commit and
// its answer.
func TestWhatTheBookHasIsNotOffered(t *testing.T) {
	var last *agenda.Entry
	before := func(a *app, l *live) {
		drive(t, a, discussed...)
		entries := l.s.meeting().Items[4].Entries
		last = entries[0]
	}
	first, l := openMeeting(t, northmoor, 80, 24)
	before(first, l)
	a, j := afterwards(t, before, 80, 24, agenda.Draft{Item: itemFour(t).ID, Kept: true, Became: last.ID, Text: "? Had the fishing fleet been asked?"})
	if _, ok := a.top().(*home); !ok || len(j.live) > 0 {
		t.Errorf("on top is %T, the journal has %q", a.top(), j.said())
	}
	a, j = afterwards(t, before, 80, 24, agenda.Draft{Item: itemFour(t).ID, Kept: true, Became: last.ID, Text: "? Another that got its number?"})
	if _, ok := a.top().(*recovery); !ok || j.live[1].Became != 0 {
		t.Errorf("on top is %T, the draft %+v", a.top(), j.live[1])
	}
}

func TestAnEditIsNeverWrittenOver(t *testing.T) {
	var id agenda.ID
	before := func(a *app, l *live) {
		drive(t, a, discussed...)
		id = l.s.meeting().Items[4].Entries[0].ID
	}
	first, l := openMeeting(t, northmoor, 80, 24)
	before(first, l)
	edit := agenda.Draft{Item: itemFour(t).ID, Entry: id, Kept: true, Became: id, Text: "? Had the fishing fleet, all of it, been asked?"}
	for name, c := range map[string]struct {
		keys []string
		want []string
		not  string
	}{
		"both": {[]string{"enter"}, []string{"question: Had the fishing fleet been asked?", "question: Had the fishing fleet, all of it, been asked?"}, ""},
		"use":  {[]string{"down", "enter"}, []string{"question: Had the fishing fleet, all of it, been asked?"}, "question: Had the fishing fleet been asked?"},
		"note": {[]string{"down", "down", "enter"}, []string{"question: Had the fishing fleet been asked?"}, "all of it"},
	} {
		a, j := afterwards(t, before, 80, 24, edit)
		drive(t, a, c.keys...)
		got := bookHas(t, a, "4")
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: the book has no %q:\n%s", name, want, got)
			}
		}
		if c.not != "" && strings.Contains(got, c.not) {
			t.Errorf("%s: the book has %q:\n%s", name, c.not, got)
		}
		if j.said() != "" {
			t.Errorf("%s: the journal has %q", name, j.said())
		}
		snap, _ := a.store.Load(context.Background(), "meeting")
		if notes := len(snap.Record.Notes(edit.Item)); notes != map[string]int{"note": 1}[name] {
			t.Errorf("%s: %d notes", name, notes)
		}
	}
}

func TestDecideLaterAndDrop(t *testing.T) {
	a, j := afterwards(t, nil, 80, 24, agenda.Draft{Item: itemFour(t).ID, Text: "words"}, agenda.Draft{Item: itemFour(t).ID, Field: "vote", Text: "all"})
	drive(t, a, "down", "down", "down", "enter") // later
	drive(t, a, "down", "down", "down", "enter", "enter")
	if _, ok := a.top().(*recovery); !ok {
		t.Fatalf("it was dropped without a question: %T", a.top())
	}
	drive(t, a, "enter", "down", "enter")
	if _, ok := a.top().(*home); !ok || j.said() != "words" {
		t.Errorf("on top is %T, the journal has %q", a.top(), j.said())
	}
}

// Private words are shown under the banner, and no title says them or names
// their item by its own title.
func TestPrivateWordsFoundAgain(t *testing.T) {
	a, _ := afterwards(t, nil, 80, 24, agenda.Draft{Item: itemFour(t).ID, Private: true, Kept: true, Text: "the canary sang"})
	frame := plainFrame(a)
	if strings.Contains(frame, "canary") || !strings.Contains(frame, "Private words, 15 characters. F7 shows them") || !strings.Contains(frame, "item 4") {
		t.Errorf("before they were asked for:\n%s", frame)
	}
	drive(t, a, "f7")
	if frame = plainFrame(a); !strings.Contains(frame, "PRIVATE") || !strings.Contains(frame, "the canary sang") {
		t.Errorf("no banner:\n%s", frame)
	}
	if _, _, title := a.frame(); strings.Contains(title, "canary") || strings.Contains(strings.Split(frame, "\n")[0], "canary") {
		t.Errorf("the title is %q", title)
	}
	drive(t, a, "enter") // the item is public: it becomes a note
	if got := bookHas(t, a, "4"); strings.Contains(got, "canary") {
		t.Errorf("it was published:\n%s", got)
	}
	snap, _ := a.store.Load(context.Background(), "meeting")
	if notes := snap.Record.Notes(itemFour(t).ID); len(notes) != 1 {
		t.Errorf("%d notes", len(notes))
	}
}

// What was typed as private stands in no composer without the banner.
func TestPrivateWordsOfAPublicItemGoToNoComposer(t *testing.T) {
	a, _ := afterwards(t, minutedBefore(t), 80, 24, agenda.Draft{Item: itemFour(t).ID, Private: true, Text: "the canary sang"})
	if frame := plainFrame(a); !strings.Contains(frame, "they become your own note: item 4 is public") || strings.Contains(frame, "Use the typed words") {
		t.Errorf("it does not say so:\n%s", frame)
	}
	drive(t, a, "enter")
	if frame := plainFrame(a); strings.Contains(frame, "canary") {
		t.Errorf("it is on the screen:\n%s", frame)
	}
	snap, _ := a.store.Load(context.Background(), "meeting")
	if notes := snap.Record.Notes(itemFour(t).ID); len(notes) != 1 {
		t.Errorf("%d notes", len(notes))
	}
}

func TestMeetingThatIsGone(t *testing.T) {
	a, j := afterwards(t, nil, 80, 24)
	j.left = []agenda.Rescued{{Draft: agenda.Draft{Number: j.Next(), Meeting: "gone", Text: "words"}, Typed: teatime}}
	j.live[1] = j.left[0].Draft
	run(t, a, a.start())
	if frame := plainFrame(a); !strings.Contains(strings.Join(strings.Fields(frame), " "), "The meeting is not in the book any more.") {
		t.Errorf("got\n%s", frame)
	}
	drive(t, a, "enter")
	if _, ok := a.top().(*home); !ok || j.said() != "words" {
		t.Errorf("on top is %T, the journal has %q", a.top(), j.said())
	}
}

func TestRecoveryFrames(t *testing.T) {
	sizes(t, func(t *testing.T, w, h int) {
		var id agenda.ID
		before := func(a *app, l *live) {
			drive(t, a, discussed...)
			id = l.s.meeting().Items[4].Entries[0].ID
		}
		first, l := openMeeting(t, northmoor, 80, 24)
		before(first, l)
		a, _ := afterwards(t, before, w, h,
			agenda.Draft{Item: itemFour(t).ID, Entry: id, Text: "? Had the fishing fleet been asked, and who would tell the coxswain if it had not?"},
			agenda.Draft{Item: itemFour(t).ID, Text: "> the Harbour Master would telephone every evening of the wor"})
		golden(t, a, "recovery")
		drive(t, a, "pgdown")
		golden(t, a, "recovery-new")
		a, _ = afterwards(t, before, w, h,
			agenda.Draft{Item: itemFour(t).ID, Entry: id, Private: true, Text: "? Had the agent of the tenant been asked?"})
		golden(t, a, "recovery-private")
		drive(t, a, "f7")
		golden(t, a, "recovery-private-shown")
		a, _ = afterwards(t, before, w, h,
			agenda.Draft{Item: itemFour(t).ID, Field: "vote", Text: "Vote: 6-2-1\nMoved: Pike\nMotion: That the programme be approved."},
			agenda.Draft{Item: itemFour(t).ID, Text: strings.Repeat("The contractor had allowed four weeks of slack. ", 40)},
			agenda.Draft{Item: itemFour(t).ID, Text: channel})
		golden(t, a, "recovery-vote")
		drive(t, a, "pgdown")
		golden(t, a, "recovery-long")
		drive(t, a, "esc")
		golden(t, a, "home-waiting")
	})
}
