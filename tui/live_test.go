package tui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/notes"
	"minutebook/store"
)

const northmoor = `body: Northmoor Harbour Committee
code: NHC
quorum: 3
meeting: Ordinary, 2026-03-12 18:00, Guildhall, Northmoor
present: Cllr Asha Verma (Chair); Cllr Tom Pike; Cllr Jo Lunt
apologies: Cllr Max Reeve
attending: Dana Holt (Harbour Master); Sam Rhee (Clerk)

== 1 | Apologies for absence
== 2 | Declarations of interest
== 3 | Minutes of 15 January
== 4 | Dredging programme 2026–28
report of: Harbour Master
paper: NHC 26/04
recommends: That the programme be approved.
== 5 | A lease
== 6 | Harbour dues 2026–27
`

// openMeeting is the live screen on a meeting of a book in memory.
func openMeeting(t testing.TB, source string, width, height int) (*app, *live) {
	t.Helper()
	file, err := notes.Parse("test", source)
	if err != nil {
		t.Fatal(err)
	}
	ctx, book := context.Background(), store.Memory()
	sitting := file.Meetings[0]
	body := sitting.Body
	body.Key = "body"
	if err := book.SaveBody(ctx, body); err != nil {
		t.Fatal(err)
	}
	r := sitting.Record
	r.Open.Key, r.Open.Body = "meeting", "body"
	if _, err := book.Save(ctx, agenda.Snapshot{}, r); err != nil {
		t.Fatal(err)
	}
	worn := dressed(book)
	snap, err := worn.Load(ctx, "meeting")
	if err != nil {
		t.Fatal(err)
	}
	if body, err = worn.Body(ctx, "body"); err != nil {
		t.Fatal(err)
	}
	return liveApp(t, worn, snap, body, width, height)
}

// minuted is a whole discussion, as keys.
var minuted = []string{
	"/take 4", "enter",
	"The Harbour Master submitted a report on dredging to 2028.", "enter",
	"? What effect would the winter tides have on the second phase?", "enter",
	"the contractor had allowed four weeks of slack.", "enter",
	">> the contract carried a penalty for overrun.", "enter",
	"@Pike Had the fishing fleet been asked?", "enter",
	"backspace", ">acknowledged that this had been left too late.", "enter",
	"* residents should be told before work began.", "enter",
	"/arrive Lunt 18:25", "enter",
	"! That the programme be approved.", "enter",
	"That a progress report be brought in June and September.", "enter",
	"+ Harbour Master: bring the June report; due 2026-06-11", "enter",
	"| Year | Cost £k |", "enter", "2026 | 120 |", "enter",
	"% the chair asked for figures by e-mail", "enter",
}

func TestLiveFrames(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 10}} {
		frame := func(name string, keys ...string) {
			t.Run(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), func(t *testing.T) {
				a, _ := openMeeting(t, northmoor, size[0], size[1])
				drive(t, a, keys...)
				golden(t, a, "live-"+name)
			})
		}
		full := func(keys ...string) []string { return append(append([]string(nil), minuted...), keys...) }
		frame("empty")
		frame("full", full("backspace", "? Would the approach channel stay open to the lifeboat while the inner basin")...)
		frame("looking", full("down", "down")...)
		frame("chosen", full("alt+up", "alt+up", "alt+up")...)
		frame("private", full("alt+h")...)
		frame("mistake", full("backspace", "/arrive Nobody", "enter")...)
		frame("wide", "pgdown", "? 潮汐對第二階段有何影響？ Ein Café, क्षि, 👩‍👩‍👧 und e\u0301.", "enter", "כן, בהחלט 👍🏽 – £1,200", "enter",
			"@\"דנה הולט\" spoke.", "enter")
		frame("room", "f2", "down")
	}
}

// texts is the entries of an item, a kind and a text each.
func texts(m agenda.Meeting, number string) string {
	var b strings.Builder
	for _, it := range m.Items {
		if it.Number != number {
			continue
		}
		for _, e := range it.Entries {
			fmt.Fprintf(&b, "%s: %s\n", e.Kind, e.Text)
		}
	}
	return b.String()
}

func TestLiveWritesToTheOpenItemWhileLooking(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 4", "enter", "down", "one sentence.", "enter", "#6 another one.", "enter")
	m := l.s.meeting()
	if got, want := texts(m, "4"), "narrative: one sentence.\n"; got != want {
		t.Errorf("item 4 holds %q, want %q", got, want)
	}
	if got, want := texts(m, "6"), "narrative: another one.\n"; got != want {
		t.Errorf("item 6 holds %q, want %q", got, want)
	}
	if got, _ := m.Item(m.Current()); got.Number != "4" {
		t.Errorf("looking took item %s", got.Number)
	}
	if !strings.Contains(plainFrame(a), "kept in item 6") {
		t.Errorf("no word of where it was kept:\n%s", plainFrame(a))
	}
}

func TestLiveEditsStrikesMovesAndTakesBack(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "first.", "enter", "? second", "enter", "backspace", "third.", "enter")
	step := func(keys []string, want string) {
		t.Helper()
		drive(t, a, keys...)
		if got := texts(l.s.meeting(), "1"); got != want {
			t.Fatalf("after %q: %q, want %q", keys, got, want)
		}
	}
	step([]string{"alt+up", "alt+up", "alt+up", "enter", " indeed.", "enter"}, "narrative: first. indeed.\nquestion: second\nnarrative: third.\n")
	step([]string{"alt+up", "ctrl+up"}, "narrative: first. indeed.\nnarrative: third.\nquestion: second\n")
	step([]string{"tab"}, "narrative: first. indeed.\nquestion: third.\nquestion: second\n")
	step([]string{"ctrl+d"}, "narrative: first. indeed.\nquestion: second\n")
	step([]string{"esc", "ctrl+z"}, "narrative: first. indeed.\nquestion: third.\nquestion: second\n")
	step([]string{"ctrl+z", "ctrl+z", "ctrl+z"}, "narrative: first.\nquestion: second\nnarrative: third.\n")
	step([]string{"ctrl+y"}, "narrative: first. indeed.\nquestion: second\nnarrative: third.\n")
	if !strings.Contains(plainFrame(a), "done again: change in item 1") {
		t.Errorf("the redo does not say what it did:\n%s", plainFrame(a))
	}
}

func TestLiveUndoesTypingBeforeTheRecord(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "kept.", "enter", "not kept")
	for range 3 {
		drive(t, a, "ctrl+z")
	}
	if !l.comp.Empty() {
		t.Fatalf("the typing is still there: %q", l.comp.Text())
	}
	if got := texts(l.s.meeting(), "1"); got != "" {
		t.Errorf("three undos took back two words and the entry; it holds %q", got)
	}
}

func TestLiveKeepsWordsThatCannotBeKept(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	before := l.s.record()
	drive(t, a, "pgdown", "/vote m1 3-0", "enter")
	if l.comp.Text() != "/vote m1 3-0" || l.problem == "" {
		t.Errorf("text %q, problem %q", l.comp.Text(), l.problem)
	}
	if len(l.s.meeting().Items) != len(before.Open.Items) || texts(l.s.meeting(), "1") != "" {
		t.Error("a mistake changed the record")
	}
	if drive(t, a, "pgdown"); l.s.meeting().Current() != before.Open.Items[1].ID {
		t.Error("the next item was taken with words not kept")
	}
}

func TestLiveOffersTheRecommendation(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 4", "enter", "ctrl+r", "enter")
	_, e, _ := l.s.meeting().Find(l.s.meeting().Items[4].Entries[0].ID)
	if e.Kind != agenda.Resolved || e.Resolution.Parts[0].Text != "That the programme be approved." {
		t.Errorf("kept %+v", e)
	}
}

// failing is a store whose saves fail while broken is set.
type failing struct {
	agenda.Store
	broken error
}

func (f *failing) Save(ctx context.Context, base agenda.Snapshot, next agenda.Record) (agenda.Snapshot, error) {
	if f.broken != nil {
		return agenda.Snapshot{}, f.broken
	}
	return f.Store.Save(ctx, base, next)
}

func TestLiveSaysNotSavedAndTriesAgain(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	disk := &failing{Store: a.store, broken: errors.New("the disk is full")}
	l.s.store = disk
	drive(t, a, "pgdown", "words that matter.", "enter")
	if frame := plainFrame(a); !strings.Contains(frame, "NOT SAVED") || strings.Contains(frame, "● saved") || !strings.Contains(frame, "words that matter.") {
		t.Errorf("the fault is not shown, or the words are gone:\n%s", frame)
	}
	if drive(t, a, "esc"); a.top() != screen(l) {
		t.Error("left the meeting with words that are not in the book")
	}
	disk.broken = nil
	drive(t, a, "f9", "enter")
	if frame := plainFrame(a); strings.Contains(frame, "NOT SAVED") || !strings.Contains(frame, "● saved") {
		t.Errorf("still not saved:\n%s", frame)
	}
	snap, err := a.store.Load(context.Background(), "meeting")
	if err != nil || texts(snap.Record.Open, "1") != "narrative: words that matter.\n" {
		t.Errorf("the book holds %q, %v", texts(snap.Record.Open, "1"), err)
	}
}

// TestSessionSavesTheNewest commands run in any order; the book must end with
// the newest record and no save may overtake another.
func TestSessionSavesTheNewest(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a, l := openMeeting(t, northmoor, 80, 24)
		var waiting []tea.Cmd
		n := 0
		for range rapid.IntRange(1, 30).Draw(rt, "steps") {
			if len(waiting) > 0 && rapid.Bool().Draw(rt, "answer") {
				cmd := waiting[0]
				waiting = waiting[1:]
				if next := a.update(cmd()); next != nil {
					waiting = append(waiting, flat(next)...)
				}
				continue
			}
			n++
			next, _, err := l.s.record().Add(l.s.meeting().Opening(), agenda.Entry{Kind: agenda.Narrative, Text: fmt.Sprint(n)})
			if err != nil {
				rt.Fatal(err)
			}
			if cmd := l.s.do(next, "entry"); cmd != nil {
				waiting = append(waiting, cmd)
			}
			if len(waiting) > 1 {
				rt.Fatal("two saves under way")
			}
		}
		if err := l.s.Settle(); err != nil {
			rt.Fatal(err)
		}
		snap, err := a.store.Load(context.Background(), "meeting")
		if err != nil || len(snap.Record.Open.Items[0].Entries) != len(l.s.meeting().Items[0].Entries) {
			rt.Fatalf("the book holds %d entries of %d: %v", len(snap.Record.Open.Items[0].Entries), len(l.s.meeting().Items[0].Entries), err)
		}
	})
}

// flat is the commands of a batch that are commands of the session.
func flat(cmd tea.Cmd) []tea.Cmd {
	msg := cmd()
	batch, ok := msg.(tea.BatchMsg)
	if !ok {
		return []tea.Cmd{func() tea.Msg { return msg }}
	}
	var out []tea.Cmd
	for _, c := range batch {
		if c != nil {
			out = append(out, flat(c)...)
		}
	}
	return out
}
