package tui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

func TestLiveChangesAndStrikesOwnNotes(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	noted := func() string {
		item := l.s.record().Closed.Items[l.target()]
		if item == nil {
			return ""
		}
		return item.Entries[0].Text
	}
	drive(t, a, "pgdown", "first.", "enter", "% ring the tenant", "enter")
	if drive(t, a, "alt+up"); l.chosen.note {
		t.Error("a hidden note was chosen")
	}
	drive(t, a, "esc", "alt+h", "alt+up")
	if !l.chosen.note {
		t.Fatal("the shown note cannot be chosen")
	}
	if drive(t, a, "enter", " tomorrow", "enter"); noted() != "ring the tenant tomorrow" {
		t.Errorf("the note is %q", noted())
	}
	if drive(t, a, "alt+up", "ctrl+d"); noted() != "" {
		t.Errorf("struck, the note is %q", noted())
	}
	if drive(t, a, "ctrl+z"); noted() != "ring the tenant tomorrow" {
		t.Errorf("after undo the note is %q", noted())
	}
}

func TestLiveAfterTheRoomTookBackAnItem(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "== 9 | New", "enter")
	if l.look == 0 || !strings.Contains(plainFrame(a), "LOOKING") {
		t.Fatal("a new item is not looked at")
	}
	drive(t, a, "f2", "ctrl+z", "esc")
	if frame := plainFrame(a); strings.Contains(frame, "LOOKING") {
		t.Errorf("looks at an item that is gone:\n%s", frame)
	}
}

func TestLiveEndsAnItemWithABareMark(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "==", "enter", "The Committee adjourned for tea.", "enter")
	m := l.s.meeting()
	it, _ := m.Item(m.Current())
	if it.Kind != agenda.KindInterlude || len(it.Entries) != 1 {
		t.Errorf("words went to %+v", it)
	}
}

func TestLiveRefusesACommentOfAFile(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown")
	a.update(tea.PasteMsg{Content: "%% not kept"})
	before := l.s.change
	if drive(t, a, "enter"); l.comp.Empty() || l.s.change != before || l.problem == "" {
		t.Errorf("text %q, problem %q", l.comp.Text(), l.problem)
	}
}

func TestLivePastedMarkReplacesThePrediction(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "? One?", "enter")
	a.update(tea.PasteMsg{Content: "? Who pays?"})
	if got := l.comp.Text(); got != "? Who pays?" {
		t.Errorf("the composer holds %q", got)
	}
}

// halted is a store that trusts its file no more until it is reopened.
type halted struct {
	failing
	reopened int
}

func (h *halted) Reopen() error {
	h.reopened++
	h.broken = nil
	return nil
}

func TestLiveReopensABookThatFailed(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	disk := &halted{failing: failing{Store: a.store, broken: fmt.Errorf("write: %w", agenda.ErrUnsure)}}
	l.s.store = mending(disk)
	drive(t, a, "pgdown", "f9", "f9") // one save fails; the key alone must mend it
	if disk.reopened == 0 || !l.s.Clean() {
		t.Errorf("reopened %d times, stuck: %q", disk.reopened, l.s.Stuck())
	}
}

func TestLeavingThatFailsAsksAndForgets(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	disk := &failing{Store: a.store}
	l.s.store = disk
	drive(t, a, "pgdown")
	next, _, err := l.s.record().Add(l.target(), agenda.Entry{Kind: agenda.Narrative, Text: "kept."})
	if err != nil {
		t.Fatal(err)
	}
	disk.broken = errors.New("the disk is full")
	save := l.s.do(next, "entry")
	a.update(keyPresses("ctrl+q")[0]) // while the save runs
	if !a.leaving {
		t.Fatal("not waiting for the save")
	}
	if run(t, a, func() tea.Msg { return save() }) {
		t.Error("left with a change that is not in the book")
	}
	if _, ok := a.top().(*confirm); !ok || a.leaving {
		t.Errorf("top is %T, leaving %v: nobody was asked", a.top(), a.leaving)
	}
	disk.broken = nil
	if quit := drive(t, a, "esc", "more words", "f9"); quit || !l.s.Clean() {
		t.Errorf("quit %v with words typed, clean %v", quit, l.s.Clean())
	}
	snap, _ := a.store.Load(context.Background(), "meeting")
	if got := texts(snap.Record.Open, "1"); got != "narrative: kept.\n" {
		t.Errorf("the book holds %q", got)
	}
}

func TestLiveStrikesNothingWhileWordsAreTyped(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "first.", "enter", "half a thought", "alt+up", "ctrl+d")
	if got := texts(l.s.meeting(), "1"); got != "narrative: first.\n" {
		t.Errorf("typing, ctrl+d left %q", got)
	}
}

func TestLiveSaysWhereUnseenWordsWent(t *testing.T) {
	a, _ := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "% ring the tenant", "enter")
	if a.message != "kept as your note; alt+h shows it" {
		t.Errorf("a hidden note says %q", a.message)
	}
	drive(t, a, "down", "a sentence.", "enter")
	if a.message != "kept in item 1" {
		t.Errorf("while looking it says %q", a.message)
	}
}

// Before the start enter says of who is there that they are not, and the other
// way round.
func TestRoomEnterTurnsTheRoll(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "f2")
	for _, want := range []string{agenda.Apologies, agenda.Attending} {
		drive(t, a, "rhee", "enter")
		if got := whereIs(l, "Rhee"); got != want {
			t.Errorf("Rhee is %q, want %q", got, want)
		}
	}
}

// TestEveryWordOfAKeyDoesIt types each /word that stands for a key, and wants
// another screen, another item or another record than before.
func TestEveryWordOfAKeyDoesIt(t *testing.T) {
	for _, w := range wordsOfKeys() {
		t.Run(w.text, func(t *testing.T) {
			a, l := openMeeting(t, northmoor, 100, 30)
			drive(t, a, "/take 4", "enter", "One.", "enter", "Two.", "enter", "ctrl+z")
			before := plainFrame(a)
			drive(t, a, w.text, "enter")
			if l.problem != "" || l.Pending() != "" && w.text != "/resolution" {
				t.Fatalf("%s: %s", w.text, l.problem)
			}
			if got := plainFrame(a); got == before && a.top() == l {
				t.Errorf("nothing has changed:\n%s", got)
			}
		})
	}
}

func TestOneEscTooManyLosesNothing(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	a.stack = append([]screen{newHome()}, a.stack...)
	drive(t, a, "pgdown", "first.", "enter", "alt+up", "enter", " and more", "esc")
	if l.editing.none() || l.comp.Text() != "first. and more" {
		t.Fatal("one esc threw a changed entry away")
	}
	if drive(t, a, "esc"); !l.editing.none() || texts(l.s.meeting(), "1") != "narrative: first.\n" {
		t.Error("the second esc does not leave it as it was")
	}
	drive(t, a, "esc")
	if a.top() != l {
		t.Fatal("one esc left an open meeting")
	}
	if drive(t, a, "x", "backspace", "esc"); a.top() != l {
		t.Error("an esc long ago counts")
	}
	if drive(t, a, "esc"); a.top() == l {
		t.Error("two in a row do not lead home")
	}
}

func TestRoomNewPersonHasTheFocusAndEntersOnce(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "f2", "Zed Newman", "ctrl+n", "enter", "enter")
	var said []string
	for _, it := range l.s.meeting().Items {
		for _, e := range it.Entries {
			if e.Event != nil && e.Event.What != agenda.Present && len(e.Event.Who) == 1 {
				if p, _ := l.s.meeting().Attendee(e.Event.Who[0]); p.Name == "Zed Newman" || e.Event.What == agenda.Left {
					said = append(said, p.Name+" "+e.Event.What)
				}
			}
		}
	}
	if got := strings.Join(said, "; "); got != "Zed Newman arrived" {
		t.Errorf("minuted: %s", got)
	}
}

func TestStrangersAreKeptAsTyped(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "? @Zed Who pays?", "enter")
	it, _ := l.s.meeting().Item(l.s.meeting().Current())
	if len(it.Entries) != 1 || it.Entries[0].Speaker != (agenda.Who{Words: "Zed"}) || it.Entries[0].Text != "Who pays?" {
		t.Fatalf("kept %+v; %s", it.Entries, l.problem)
	}
	if !strings.Contains(plainFrame(a), "“Zed” is not on the roster") {
		t.Errorf("nobody is told:\n%s", plainFrame(a))
	}
	drive(t, a, "backspace", "? @Vorma Who pays?", "enter")
	if !strings.Contains(l.problem, "did you mean Verma?") {
		t.Errorf("a slip is kept as a stranger: %q", l.problem)
	}
	drive(t, a, "ctrl+u", "backspace", "/arr", "enter", "Reeve", "enter")
	if it, _ := l.s.meeting().Item(l.s.meeting().Current()); it.Last().Event == nil || it.Last().Event.What != agenda.Arrived {
		t.Errorf("enter did not take the word: %q, %s", l.comp.Text(), l.problem)
	}
}
