package agenda_test

import (
	"fmt"
	"maps"
	"slices"

	"minutebook/agenda"

	"pgregory.net/rapid"
)

// walker takes random steps through the changes of a record.
type walker struct {
	*rapid.T
	h       agenda.History
	seen    []string        // the record, without counters, at each step that undo can reach, the present last
	undone  []string        // the same for redo, the next last
	made    []agenda.Record // every record there was, undone ones too
	dumps   []string        // what each was when it was made
	given   map[agenda.ID]bool
	noted   map[agenda.ID]bool
	serial  int
	counter [2]agenda.ID
	joined  [2]agenda.ID // the entry that was merged away last, and the one it went into
}

func newWalker(t *rapid.T) *walker {
	r := agenda.New(agenda.Meeting{Start: "2026-03-12T18:00", Items: []*agenda.Item{{Title: "One"}, {Title: "Two"}}})
	w := &walker{T: t, h: agenda.NewHistory(r), seen: []string{dumpUncounted(r)}, given: map[agenda.ID]bool{}, noted: map[agenda.ID]bool{}}
	for _, id := range ids(r) {
		w.given[id] = true
	}
	return w
}

func (w *walker) now() agenda.Record { return w.h.Now() }

func (w *walker) pick(label string, from []agenda.ID) agenda.ID {
	if len(from) == 0 {
		return nobody
	}
	return rapid.SampledFrom(from).Draw(w.T, label)
}

func (w *walker) item() agenda.ID { return w.pick("item", itemIDs(w.now())) }

func (w *walker) entry() agenda.ID { return w.pick("entry", entryIDs(w.now())) }

func (w *walker) by() int { return rapid.IntRange(-3, 3).Draw(w.T, "by") }

func (w *walker) clock() agenda.Clock {
	return rapid.SampledFrom([]agenda.Clock{"", "2026-03-12T18:30", "2026-03-12"}).Draw(w.T, "clock")
}

// draft is a new entry of any kind, which may name any entry to hang on.
func (w *walker) draft() agenda.Entry {
	w.serial++
	e := entry(rapid.SampledFrom([]string{"", "?", "?", "*", ">", ">", ">>", "@", "!", "+", "%"}).Draw(w.T, "mark"))
	e.Text = fmt.Sprint("text ", w.serial)
	if rapid.IntRange(0, 3).Draw(w.T, "on") == 0 {
		e.On = w.entry()
	}
	return e
}

func (w *walker) kind() agenda.Kind {
	return rapid.SampledFrom([]agenda.Kind{agenda.Narrative, agenda.Update, agenda.Question, agenda.Comment,
		agenda.Response, agenda.Further, agenda.Resolved, agenda.Note}).Draw(w.T, "kind")
}

// change is one step: it says what it did, whether it may touch the minutes and
// the closed part, and which ID it gave out.
type change struct {
	name         string
	open, closed bool
	do           func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error)
}

func plain(r agenda.Record, err error) (agenda.Record, agenda.ID, error) { return r, 0, err }

var changes = []change{
	{"add", true, true, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) { return r.Add(w.item(), w.draft()) }},
	{"add after", true, true, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		return r.AddAfter(w.entry(), w.draft())
	}},
	{"reserved", true, false, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		r, id := r.Reserve()
		return r.Add(w.item(), agenda.Entry{ID: id, Kind: agenda.Comment})
	}},
	{"edit", true, false, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		e := w.draft()
		e.ID = w.entry()
		return plain(r.Edit(e))
	}},
	{"rekind", true, false, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		return plain(r.Rekind(w.entry(), w.kind()))
	}},
	{"strike", true, false, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		next, _, err := r.Strike(w.entry())
		return next, 0, err
	}},
	{"move", true, false, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		return plain(r.Move(w.entry(), w.by()))
	}},
	{"move to", true, false, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		return plain(r.MoveTo(w.entry(), w.item()))
	}},
	{"add item", true, false, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		return r.AddItem(rapid.SampledFrom([]agenda.ID{0, w.item()}).Draw(w.T, "behind"), agenda.Item{Title: "More"})
	}},
	{"edit item", true, false, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		return plain(r.EditItem(w.item(), func(it *agenda.Item) { it.Title += "!"; it.Paper = &agenda.Paper{Leads: []string{"A"}} }))
	}},
	{"remove item", true, false, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		return plain(r.RemoveItem(w.item()))
	}},
	{"move item", true, false, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		return plain(r.MoveItem(w.item(), w.by()))
	}},
	{"take", true, false, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		return plain(r.Take(w.item(), w.clock()))
	}},
	{"pause", true, false, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) { return r.Pause(w.clock()), 0, nil }},
	{"add attendee", true, false, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		r, id := r.AddAttendee(agenda.Attendee{Name: "Asha Verma", Voting: true})
		return r, id, nil
	}},
	{"mark", true, false, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		var who []agenda.ID
		for _, a := range r.Open.Roster {
			who = append(who, a.ID)
		}
		what := rapid.SampledFrom([]string{agenda.Present, agenda.Apologies, agenda.Substitutes, agenda.Left}).Draw(w.T, "what")
		next, _, err := r.Mark(w.item(), agenda.Event{What: what, Who: []agenda.ID{w.pick("who", who)}}, w.clock())
		return next, 0, err
	}},
	{"split", true, false, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		first := w.draft()
		second := first
		first.ID, second.Text = w.entry(), first.Text+" more"
		return r.Split(first, second)
	}},
	{"merge", true, true, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		gone := w.entry()
		next, into, err := r.Merge(gone)
		w.joined = [2]agenda.ID{gone, into}
		return next, 0, err
	}},
	{"edit note", false, true, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		_, n := w.note(r)
		n.Text += "!"
		return plain(r.Edit(n.Entry))
	}},
	{"strike note", false, true, func(w *walker, r agenda.Record) (agenda.Record, agenda.ID, error) {
		_, n := w.note(r)
		next, _, err := r.Strike(n.ID)
		return next, 0, err
	}},
}

func (w *walker) note(r agenda.Record) (agenda.ID, agenda.ClosedEntry) {
	item := w.pick("note's item", slices.Sorted(maps.Keys(r.Closed.Items)))
	if c := r.Closed.Items[item]; c != nil {
		return item, *rapid.SampledFrom(c.Entries).Draw(w.T, "note")
	}
	return item, agenda.ClosedEntry{}
}
