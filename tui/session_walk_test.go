package tui

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// sameWords is a record as text, its counters left out, which undo never
// lowers.
func sameWords(t testing.TB, r agenda.Record) string {
	t.Helper()
	r.Open.Next, r.Closed.Next = 0, 0
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// stroll makes changes of every sort through a session; pick chooses one of n.
type stroll struct {
	testing.TB
	a      *app
	s      *session
	pick   func(n int) int
	n      int
	past   []string // the records that undo leads to, the present last
	future []string
}

func (w *stroll) entry() agenda.ID {
	it := w.item()
	if len(it.Entries) == 0 {
		return 0
	}
	return it.Entries[w.pick(len(it.Entries))].ID
}

func (w *stroll) item() *agenda.Item {
	items := w.s.meeting().Items
	return items[w.pick(len(items))]
}

// change is one change; an error is a refusal, which is fine.
func (w *stroll) change() (next agenda.Record, err error) {
	r := w.s.record()
	w.n++
	text := fmt.Sprintf("%s words %d", []string{"", "?", ">", "*", ">>", "@Pike", "! ", "+", "%"}[w.pick(9)], w.n)
	switch w.pick(14) {
	case 0, 1, 2, 3:
		next, _, err = notes.Apply(r, w.item().ID, text, "2026-03-12T18:30")
	case 4:
		next, _, err = notes.ApplyBehind(r, w.entry(), text, "2026-03-12T18:30")
	case 5:
		next, err = notes.Edit(r, w.entry(), text)
	case 6:
		next, _, err = r.Strike(w.entry())
	case 7:
		next, err = r.Move(w.entry(), w.pick(3)-1)
	case 8:
		mark := []string{"", "?", ">", "+ : "}[w.pick(4)]
		next, _, err = notes.Split(r, w.entry(), mark+"one", mark+"two")
	case 9:
		next, _, err = r.Merge(w.entry())
	case 10:
		next, err = r.Rekind(w.entry(), []agenda.Kind{agenda.Narrative, agenda.Question, agenda.Comment, agenda.Resolved, agenda.ToDo}[w.pick(5)])
	case 11:
		next, err = r.Take(w.item().ID, "2026-03-12T18:40")
	case 12:
		who := r.Open.Roster[w.pick(len(r.Open.Roster))].ID
		next, _, err = r.Mark(w.item().ID, agenda.Event{What: agenda.Left, Who: []agenda.ID{who}}, "2026-03-12T18:50")
	default:
		next, err = w.items(r)
	}
	return next, err
}

// items is a change of the agenda.
func (w *stroll) items(r agenda.Record) (next agenda.Record, err error) {
	switch w.pick(4) {
	case 0:
		next, _, err = r.AddItem(w.item().ID, agenda.Item{Title: fmt.Sprint("More ", w.n)})
	case 1:
		next, err = r.MoveItem(w.item().ID, w.pick(3)-1)
	case 2:
		next, err = r.RemoveItem(w.item().ID)
	default:
		next, err = r.EditItem(w.item().ID, func(it *agenda.Item) { it.Title += "!" })
	}
	return next, err
}

// step is a change, an undo or a redo, and what must be so after it.
func (w *stroll) step() {
	w.Helper()
	switch last := len(w.past) - 1; w.pick(8) {
	case 0, 1:
		what, cmd := w.s.undo()
		run(w, w.a, cmd)
		if (what != "") != (last > 0) {
			w.Fatalf("undo says %q with %d changes behind", what, last)
		}
		if last > 0 {
			w.future, w.past = append(w.future, w.past[last]), w.past[:last]
		}
	case 2:
		what, cmd := w.s.redo()
		run(w, w.a, cmd)
		n := len(w.future)
		if (what != "") != (n > 0) {
			w.Fatalf("redo says %q with %d changes ahead", what, n)
		}
		if n > 0 {
			w.past, w.future = append(w.past, w.future[n-1]), w.future[:n-1]
		}
	default:
		next, err := w.change()
		if err != nil {
			return
		}
		run(w, w.a, w.s.do(next, "change"))
		w.past, w.future = append(w.past, sameWords(w, next)), nil
	}
	w.check()
}

func (w *stroll) check() {
	w.Helper()
	if got := sameWords(w, w.s.record()); got != w.past[len(w.past)-1] {
		w.Fatalf("got  %s\nwant %s", got, w.past[len(w.past)-1])
	}
}

// home undoes everything, then does it all again.
func (w *stroll) home() {
	w.Helper()
	for i := len(w.past) - 1; i > 0; i-- {
		_, cmd := w.s.undo()
		run(w, w.a, cmd)
		if got := sameWords(w, w.s.record()); got != w.past[i-1] {
			w.Fatalf("undone to\n%s\nwant\n%s", got, w.past[i-1])
		}
	}
	for range len(w.past) - 1 {
		_, cmd := w.s.redo()
		run(w, w.a, cmd)
	}
	w.check()
}

func newStroll(t testing.TB, pick func(n int) int) *stroll {
	a, l := openMeeting(t, northmoor, 80, 24)
	return &stroll{TB: t, a: a, s: l.s, pick: pick, past: []string{sameWords(t, l.s.record())}}
}

func TestUndoLeadsBackThroughAnyWalk(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newStroll(t, func(n int) int { return rapid.IntRange(0, n-1).Draw(rt, "pick") })
		for range rapid.IntRange(1, 40).Draw(rt, "steps") {
			w.step()
		}
		w.home()
	})
}

func TestUndoLeadsBackThroughAThousandChanges(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 12))
	w := newStroll(t, rnd.IntN)
	for range 1000 {
		w.step()
	}
	w.home()
	snap, err := w.a.store.Load(context.Background(), "meeting")
	if err != nil || sameWords(t, snap.Record) != w.past[len(w.past)-1] {
		t.Errorf("the book holds something else: %v", err)
	}
}

func TestUndoSurvivesLeavingTheMeeting(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "first.", "enter")
	snap, err := a.store.Load(context.Background(), "meeting")
	if err != nil {
		t.Fatal(err)
	}
	again := newLive(a, snap, l.s.body).(*live)
	if again.s != l.s {
		t.Error("the history is gone")
	}
	next, _, err := snap.Record.Add(snap.Record.Open.Items[1].ID, agenda.Entry{Kind: agenda.Narrative, Text: "theirs."})
	if err != nil {
		t.Fatal(err)
	}
	if snap, err = a.store.Save(context.Background(), snap, next); err != nil {
		t.Fatal(err)
	}
	if anew := newLive(a, snap, l.s.body).(*live); anew.s == l.s || texts(anew.s.meeting(), "1") != "narrative: first.\nnarrative: theirs.\n" {
		t.Error("an old session goes on from what the book no longer holds")
	}
}

func TestConflictLosesNeitherVersion(t *testing.T) {
	const mine, theirs = "narrative: first.\nnarrative: mine.\n", "narrative: first.\nnarrative: theirs.\n"
	for _, c := range []struct {
		name        string
		keys        []string
		now, undone string
	}{
		{"theirs", []string{"down", "enter"}, theirs, mine},
		{"mine", []string{"down", "down", "enter"}, mine, theirs},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, l := openMeeting(t, northmoor, 80, 24)
			drive(t, a, "pgdown", "first.", "enter")
			snap, err := a.store.Load(context.Background(), "meeting")
			if err != nil {
				t.Fatal(err)
			}
			next, _, err := snap.Record.Add(l.target(), agenda.Entry{Kind: agenda.Narrative, Text: "theirs."})
			if err != nil {
				t.Fatal(err)
			}
			if _, err = a.store.Save(context.Background(), snap, next); err != nil {
				t.Fatal(err)
			}
			drive(t, a, "mine.", "enter")
			golden(t, a, "live-conflict-band")
			drive(t, a, "f9")
			golden(t, a, "live-conflict")
			if drive(t, a, "enter"); texts(l.s.meeting(), "1") != mine || l.s.Clean() {
				t.Fatal("the safe row did something")
			}
			drive(t, a, "f9")
			drive(t, a, c.keys...)
			book := func() string {
				snap, err := a.store.Load(context.Background(), "meeting")
				if err != nil {
					t.Fatal(err)
				}
				return texts(snap.Record.Open, "1")
			}
			if got := texts(l.s.meeting(), "1"); got != c.now || book() != c.now || !l.s.Clean() {
				t.Fatalf("now %q, the book %q, clean %v", got, book(), l.s.Clean())
			}
			if drive(t, a, "ctrl+z"); texts(l.s.meeting(), "1") != c.undone || book() != c.undone {
				t.Errorf("undone: %q, the book %q", texts(l.s.meeting(), "1"), book())
			}
			if drive(t, a, "ctrl+y"); texts(l.s.meeting(), "1") != c.now || book() != c.now {
				t.Errorf("done again: %q", texts(l.s.meeting(), "1"))
			}
		})
	}
}
