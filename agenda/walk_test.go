package agenda_test

import (
	"maps"
	"slices"
	"testing"

	"minutebook/agenda"

	"pgregory.net/rapid"
)

// step makes one change and checks everything that is promised of each.
func (w *walker) step() {
	c := rapid.SampledFrom(changes).Draw(w.T, "change")
	before := w.now()
	was := dump(before)
	next, id, err := c.do(w, before)
	if dump(before) != was {
		w.Fatalf("%s changed its receiver:\n%s\n%s", c.name, was, dump(before))
	}
	if err != nil {
		if c.name != "reserved" && dump(next) != was {
			w.Fatalf("%s was refused (%v), yet the record changed", c.name, err)
		}
		return
	}
	open, closed := dump(agenda.Record{Open: before.Open}), dump(agenda.Record{Closed: before.Closed})
	openChanged := dump(agenda.Record{Open: next.Open}) != open
	closedChanged := dump(agenda.Record{Closed: next.Closed}) != closed
	if c.name == "merge" { // of what is closed it changes which words the notes stand behind, and nothing else
		followed := dump(agenda.Record{Closed: follow(before.Closed, w.joined[0], w.joined[1])})
		closedChanged = dump(agenda.Record{Closed: next.Closed}) != followed
	}
	if openChanged && (!c.open || closedChanged) || closedChanged && !c.closed {
		w.Fatalf("%s reached across: minutes changed %t, closed part changed %t", c.name, openChanged, closedChanged)
	}
	given := w.given
	if closedChanged {
		given = w.noted
	}
	if id != 0 && given[id] {
		w.Fatalf("%s gave out the ID %d a second time", c.name, id)
	}
	if id != 0 {
		given[id] = true
	}
	w.made, w.dumps = append(w.made, next), append(w.dumps, dump(next))
	w.h = w.h.Do(next, c.name)
	w.seen, w.undone = append(w.seen, dumpUncounted(next)), nil
	w.check()
}

// follow is a closed part whose notes behind one entry stand behind another.
func follow(c agenda.Closed, was, now agenda.ID) agenda.Closed {
	c.Items = maps.Clone(c.Items)
	for id, it := range c.Items {
		moved := *it
		moved.Entries = nil
		for _, e := range it.Entries {
			if e.After == was {
				e = &agenda.ClosedEntry{After: now, Entry: e.Entry}
			}
			moved.Entries = append(moved.Entries, e)
		}
		c.Items[id] = &moved
	}
	return c
}

func (w *walker) undo() {
	h, what, ok := w.h.Undo()
	if ok != (len(w.seen) > 1) || ok != (what != "") {
		w.Fatalf("undo: ok %t, %q, with %d states behind", ok, what, len(w.seen)-1)
	}
	if ok {
		last := len(w.seen) - 1
		w.h, w.undone, w.seen = h, append(w.undone, w.seen[last]), w.seen[:last]
	}
	w.check()
}

func (w *walker) redo() {
	h, what, ok := w.h.Redo()
	if ok != (len(w.undone) > 0) || ok != (what != "") {
		w.Fatalf("redo: ok %t, %q, with %d states ahead", ok, what, len(w.undone))
	}
	if ok {
		last := len(w.undone) - 1
		w.h, w.seen, w.undone = h, append(w.seen, w.undone[last]), w.undone[:last]
	}
	w.check()
}

// check is what must be so of any record, however it came about.
func (w *walker) check() {
	r := w.now()
	if got := dumpUncounted(r); got != w.seen[len(w.seen)-1] {
		w.Fatalf("got  %s\nwant %s", got, w.seen[len(w.seen)-1])
	}
	if r.Open.Next < w.counter[0] || r.Closed.Next < w.counter[1] {
		w.Fatalf("a counter fell from %v to %d, %d", w.counter, r.Open.Next, r.Closed.Next)
	}
	w.counter = [2]agenda.ID{r.Open.Next, r.Closed.Next}
	all := ids(r)
	slices.Sort(all)
	if len(slices.Compact(slices.Clone(all))) != len(all) || all[0] == 0 || all[len(all)-1] >= r.Open.Next {
		w.Fatalf("IDs %v below %d", all, r.Open.Next)
	}
	if r.Open.Items[0].Kind != agenda.KindOpening || len(r.Open.Ordered()) != len(r.Open.Items) {
		w.Fatal("the opening is not first, or an item is not in the order")
	}
	for _, it := range r.Open.Items {
		w.checkItem(it)
		shown := 0
		for _, list := range r.Notes(it.ID) {
			shown += len(list)
		}
		if c := r.Closed.Items[it.ID]; c != nil && shown != len(c.Entries) {
			w.Fatalf("%d of %d notes shown", shown, len(c.Entries))
		}
	}
	for item := range r.Closed.Items {
		if _, ok := r.Open.Item(item); !ok {
			w.Fatalf("notes of item %d, which is gone", item)
		}
	}
}

func (w *walker) checkItem(it *agenda.Item) {
	var above agenda.ID
	for _, e := range it.Entries {
		switch {
		case e.Kind == agenda.Note:
			w.Fatalf("a note in the minutes of item %d", it.ID)
		case !answers(e.Kind) && e.On != 0, answers(e.Kind) && e.On != 0 && e.On != above:
			w.Fatalf("%s %d hangs on %d, under %d", e.Kind, e.ID, e.On, above)
		}
		if asks(e.Kind) {
			above = e.ID
		}
	}
}

func TestWalk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(t)
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			switch rapid.IntRange(0, 9).Draw(t, "step") {
			case 0, 1:
				w.undo()
			case 2:
				w.redo()
			default:
				w.step()
			}
		}
		for range w.seen {
			w.undo()
		}
		for range w.undone {
			w.redo()
		}
		for i, r := range w.made { // two changes of one record must not share what either changed
			if dump(r) != w.dumps[i] {
				t.Fatalf("a later change reached into this record:\n%s\n%s", w.dumps[i], dump(r))
			}
		}
	})
}

// An entry that stands inside an exchange it is no part of leaves it for good;
// every other move can be taken back by moving as far the other way.
func TestMoveThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(t)
		for range rapid.IntRange(5, 30).Draw(t, "steps") {
			w.step()
		}
		r := w.now()
		for _, it := range r.Open.Items {
			for i, e := range it.Entries {
				if intrudes(it, i) {
					continue
				}
				for by := -3; by <= 3; by++ {
					there, err := r.Move(e.ID, by)
					if err != nil {
						continue
					}
					back, err := there.Move(e.ID, -by)
					if err != nil {
						if answers(e.Kind) && gap(it, e) {
							continue // the place it left was behind what does not answer
						}
						t.Fatalf("%d by %d, and not back: %v", e.ID, by, err)
					}
					if dump(back) != dump(r) {
						t.Fatalf("%d by %d and back:\n%s\n%s", e.ID, by, dump(r), dump(back))
					}
				}
			}
		}
	})
}

// intrudes says whether the entry at index i stands between a question and a
// response to it, without being one.
func intrudes(it *agenda.Item, i int) bool {
	e := it.Entries[i]
	return (!answers(e.Kind) || e.On == 0) && slices.ContainsFunc(it.Entries[i+1:], func(later *agenda.Entry) bool {
		return later.On != 0 && later.On != e.ID && slices.ContainsFunc(it.Entries[:i], func(q *agenda.Entry) bool { return q.ID == later.On })
	})
}

// gap says whether something else stands right above a response.
func gap(it *agenda.Item, e *agenda.Entry) bool {
	i := slices.Index(it.Entries, e)
	above := it.Entries[i-1]
	return above.ID != e.On && above.On != e.On
}

func itemIDs(r agenda.Record) []agenda.ID {
	var out []agenda.ID
	for _, it := range r.Open.Items {
		out = append(out, it.ID)
	}
	return out
}

func entryIDs(r agenda.Record) []agenda.ID {
	var out []agenda.ID
	for _, it := range r.Open.Items {
		for _, e := range it.Entries {
			out = append(out, e.ID)
		}
	}
	return out
}

func ids(r agenda.Record) []agenda.ID {
	out := slices.Concat(itemIDs(r), entryIDs(r))
	for _, a := range r.Open.Roster {
		out = append(out, a.ID)
	}
	return out
}
