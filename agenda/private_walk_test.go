package agenda_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"minutebook/agenda"

	"pgregory.net/rapid"
)

// twin walks two records that differ in closed words alone.
type twin struct {
	*rapid.T
	a, b    agenda.Record
	serial  int
	public  string          // every public text there was
	secrets map[string]bool // words that were closed before anybody could read them
}

// word is a text that is in no other.
func (w *twin) word() string {
	w.serial++
	return fmt.Sprintf("«%d»", w.serial)
}

func (w *twin) item() agenda.ID { return rapid.SampledFrom(itemIDs(w.a)).Draw(w.T, "item") }

// entry is any entry, public or closed.
func (w *twin) entry() agenda.ID {
	var all []agenda.ID
	for _, it := range w.a.Open.Items {
		whole, _ := w.a.Whole(it.ID)
		for _, e := range whole.Entries {
			all = append(all, e.ID)
		}
	}
	if len(all) == 0 {
		return nobody
	}
	return rapid.SampledFrom(all).Draw(w.T, "entry")
}

func (w *twin) draft() agenda.Entry {
	if rapid.IntRange(0, 5).Draw(w.T, "fact") == 0 {
		what := rapid.SampledFrom([]string{agenda.Left, agenda.Arrived, agenda.Adjourned, agenda.Quorum, agenda.Exempted, agenda.Reopened}).Draw(w.T, "what")
		e := agenda.Entry{Kind: agenda.Happening, Event: &agenda.Event{What: what}}
		if rapid.Bool().Draw(w.T, "worded") {
			e.Text = w.word()
		}
		return e
	}
	e := entry(rapid.SampledFrom([]string{"", "?", "*", ">", ">", ">>", "@", "!", "+", "%"}).Draw(w.T, "mark"))
	if rapid.IntRange(0, 2).Draw(w.T, "motion") == 0 {
		e = rapid.SampledFrom([]agenda.Entry{
			{Kind: agenda.Moved, Motion: &agenda.Motion{Class: agenda.MainMotion}},
			{Kind: agenda.Moved, Motion: &agenda.Motion{Class: agenda.MainMotion}},
			{Kind: agenda.Moved, Motion: &agenda.Motion{Class: agenda.Amendment}},
			{Kind: agenda.Voted, Vote: &agenda.Vote{}},
			{Kind: agenda.Settled, Outcome: &agenda.Outcome{Words: "deferred"}},
			{Kind: agenda.TakenBack, Strike: &agenda.Strike{}},
			{Kind: agenda.Resolved, Resolution: &agenda.Resolution{}},
		}).Draw(w.T, "of a motion")
		e.Text, e.On = w.word(), w.refers(e.Kind)
		return e
	}
	e.Text = w.word()
	if rapid.IntRange(0, 3).Draw(w.T, "on") == 0 {
		e.On = w.entry()
	}
	return e
}

// refers is an entry, in any item, that one of the kind can name; or none.
func (w *twin) refers(k agenda.Kind) agenda.ID {
	all := []agenda.ID{0}
	for _, it := range w.a.Open.Items {
		whole, _ := w.a.Whole(it.ID)
		for _, e := range whole.Entries {
			if k == agenda.TakenBack && e.Kind == agenda.Voted || k != agenda.TakenBack && e.Kind == agenda.Moved {
				all = append(all, e.ID)
			}
		}
	}
	return rapid.SampledFrom(all).Draw(w.T, "on")
}

// step draws a change, to be made to both records.
func (w *twin) step() (name string, change func(agenda.Record) (agenda.Record, error)) {
	item, entry, e, by, word := w.item(), w.entry(), w.draft(), rapid.IntRange(-3, 3).Draw(w.T, "by"), w.word()
	type step = func(agenda.Record) (agenda.Record, error)
	steps := []struct {
		name string
		do   step
	}{
		{"add", func(r agenda.Record) (agenda.Record, error) { r, _, err := r.Add(item, e); return r, err }},
		{"add", func(r agenda.Record) (agenda.Record, error) { r, _, err := r.Add(item, e); return r, err }},
		{"add after", func(r agenda.Record) (agenda.Record, error) { r, _, err := r.AddAfter(entry, e); return r, err }},
		{"reserved", func(r agenda.Record) (agenda.Record, error) {
			next, id := r.ReserveIn(item)
			d := e
			d.ID = id
			next, _, err := next.Add(item, d)
			if err != nil {
				return r, err // the number is lost
			}
			return next, nil
		}},
		{"edit", func(r agenda.Record) (agenda.Record, error) { d := e; d.ID = entry; return r.Edit(d) }},
		{"rekind", func(r agenda.Record) (agenda.Record, error) { return r.Rekind(entry, e.Kind) }},
		{"strike", func(r agenda.Record) (agenda.Record, error) { r, _, err := r.Strike(entry); return r, err }},
		{"move", func(r agenda.Record) (agenda.Record, error) { return r.Move(entry, by) }},
		{"move to", func(r agenda.Record) (agenda.Record, error) { return r.MoveTo(entry, item) }},
		{"merge", func(r agenda.Record) (agenda.Record, error) { r, _, err := r.Merge(entry); return r, err }},
		{"split", func(r agenda.Record) (agenda.Record, error) {
			_, old, ok := r.Find(entry)
			if !ok {
				return r, agenda.ErrNotFound
			}
			first := *old
			first.Text, first.Points = word, nil
			r, _, err := r.Split(first, first)
			return r, err
		}},
		{"close from", func(r agenda.Record) (agenda.Record, error) { return r.CloseFrom(item, "3", "") }},
		{"close from", func(r agenda.Record) (agenda.Record, error) { return r.CloseFrom(item, "", "") }},
		{"close all", func(r agenda.Record) (agenda.Record, error) { return r.CloseAll(item, "3", "") }},
		{"reopen", func(r agenda.Record) (agenda.Record, error) { return r.Reopen(item) }},
		{"public title", func(r agenda.Record) (agenda.Record, error) { return r.PublicTitle(item, "told") }},
		{"public summary", func(r agenda.Record) (agenda.Record, error) { return r.PublicSummary(item, "told") }},
		{"edit item", func(r agenda.Record) (agenda.Record, error) {
			return r.EditItem(item, func(it *agenda.Item) {
				it.Title, it.Purpose, it.Outcome, it.Late = word+"t", word+"p", agenda.Outcome{Words: word + "o"}, word+"l"
				it.Paper = &agenda.Paper{Title: word + "r"}
			})
		}},
		{"write item", func(r agenda.Record) (agenda.Record, error) {
			return r.WriteItem(item, func(it *agenda.Item) { it.Outcome.Reason = word + "w" })
		}},
		{"add item", func(r agenda.Record) (agenda.Record, error) {
			r, _, err := r.AddItem(item, agenda.Item{Title: word})
			return r, err
		}},
		{"set agenda", func(r agenda.Record) (agenda.Record, error) {
			var items []agenda.Item
			for _, it := range r.Open.Items {
				if it.Titled() {
					c := *it
					c.Purpose = word + "s"
					items = append(items, c)
				}
			}
			return r.SetAgenda(items)
		}},
	}
	s := rapid.SampledFrom(steps).Draw(w.T, "change")
	return s.name, s.do
}

// masked is a record whose closed words all read alike.
func masked(r agenda.Record) agenda.Record {
	items := map[agenda.ID]*agenda.ClosedItem{}
	mask := func(s string) string {
		if s == "" {
			return ""
		}
		return "hidden"
	}
	for id, old := range r.Closed.Items {
		c := *old
		c.Title, c.Purpose, c.Late, c.Outcome.Words, c.Outcome.Reason = mask(c.Title), mask(c.Purpose), mask(c.Late), mask(c.Outcome.Words), mask(c.Outcome.Reason)
		if c.Paper != nil {
			c.Paper = &agenda.Paper{Title: mask(c.Paper.Title)}
		}
		c.Entries = nil
		for _, e := range old.Entries {
			m := *e
			m.Text = mask(m.Text)
			c.Entries = append(c.Entries, &m)
		}
		items[id] = &c
	}
	if len(items) > 0 {
		r.Closed.Items = items
	}
	return r
}

func (w *twin) take() {
	name, change := w.step()
	was := dump(w.a)
	a, err := change(w.a)
	b, err2 := change(masked(w.b))
	if fmt.Sprint(err) != fmt.Sprint(err2) {
		w.Fatalf("%s: what is closed decided: %v, %v", name, err, err2)
	}
	if dump(w.a) != was || err != nil && dump(a) != was {
		w.Fatalf("%s (%v) changed what it must not:\n%s\n%s", name, err, was, dump(a))
	}
	if err != nil {
		return
	}
	w.a, w.b = a, b
	if dump(agenda.Record{Open: a.Open}) != dump(agenda.Record{Open: b.Open}) {
		w.Fatalf("%s: the public part differs:\n%s\n%s", name, dump(agenda.Record{Open: a.Open}), dump(agenda.Record{Open: b.Open}))
	}
	if err := a.Sound(); err != nil {
		w.Fatalf("%s: %v\n%s", name, err, dump(a))
	}
	w.check(name)
}

// check looks for closed words among the public ones, and that what is closed
// hangs where the notation would hang it.
func (w *twin) check(name string) {
	now := dump(agenda.Record{Open: w.a.Open})
	for secret := range w.secrets {
		if strings.Contains(now, secret) {
			w.Fatalf("%s published %s:\n%s", name, secret, now)
		}
	}
	w.public += now
	closed := dump(agenda.Record{Closed: w.a.Closed})
	for i := w.serial; i > max(0, w.serial-4); i-- {
		word := fmt.Sprintf("«%d»", i)
		if strings.Contains(closed, word) && !strings.Contains(w.public, word) {
			w.secrets[word] = true
		}
	}
	seen := map[agenda.ID]bool{}
	for _, it := range w.a.Open.Items {
		whole, _ := w.a.Whole(it.ID)
		var above, public agenda.ID
		for _, e := range whole.Entries {
			on := public
			if e.ID.Closed() {
				on = above
			}
			if seen[e.ID] || answers(e.Kind) && e.On != on && (e.ID.Closed() || e.On != 0) || !e.Kind.Refers() && !answers(e.Kind) && e.On != 0 || e.On.Closed() && !e.ID.Closed() {
				w.Fatalf("%s: %s %d hangs on %d, not %d\n%s", name, e.Kind, e.ID, e.On, on, dump(w.a))
			}
			seen[e.ID] = true
			if asks(e.Kind) {
				if above = e.ID; !e.ID.Closed() {
					public = e.ID
				}
			}
		}
		w.refer(name, whole)
		if c := w.a.Closed.Items[it.ID]; c != nil && len(whole.Entries) != len(it.Entries)+len(c.Entries) {
			w.Fatalf("%s: %d entries of %d and %d", name, len(whole.Entries), len(it.Entries), len(c.Entries))
		}
	}
}

// refer looks that what an entry names is there, and is what it can name.
func (w *twin) refer(name string, it *agenda.Item) {
	for _, e := range it.Entries {
		if !e.Kind.Refers() || e.On == 0 {
			continue
		}
		want := agenda.Moved
		if e.Kind == agenda.TakenBack {
			want = agenda.Voted
		}
		if _, on, ok := w.a.Find(e.On); !ok || on.Kind != want {
			w.Fatalf("%s: %s %d names %d\n%s", name, e.Kind, e.ID, e.On, dump(w.a))
		}
	}
}

func TestPrivateWalk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := agenda.New(agenda.Meeting{Start: "2026-03-12T18:00", Items: []*agenda.Item{{Title: "One"}, {Title: "Two"}}})
		w := &twin{T: t, a: r, b: r, secrets: map[string]bool{}}
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			w.take()
		}
	})
}

// kindsOf is the kinds of the entries of an item, closed ones in brackets.
func kindsOf(r agenda.Record, item agenda.ID) string {
	whole, _ := r.Whole(item)
	var out []string
	for _, e := range whole.Entries {
		word := string(e.Kind)
		if e.Event != nil {
			word = e.Event.What
		}
		if e.Text != "" {
			word = e.Text
		}
		if e.ID.Closed() {
			word = "[" + word + "]"
		}
		out = append(out, word)
	}
	return strings.Join(out, " ")
}

func TestWhereWordsGo(t *testing.T) {
	left := agenda.Entry{Kind: agenda.Happening, Event: &agenda.Event{What: agenda.Left}}
	word := func(s string) agenda.Entry { return agenda.Entry{Kind: agenda.Narrative, Text: s} }
	add := func(entries ...agenda.Entry) func(agenda.Record, agenda.ID) (agenda.Record, error) {
		return func(r agenda.Record, item agenda.ID) (agenda.Record, error) {
			for _, e := range entries {
				var err error
				if r, _, err = r.Add(item, e); err != nil {
					return r, err
				}
			}
			return r, nil
		}
	}
	shut := func(r agenda.Record, item agenda.ID) (agenda.Record, error) { return r.CloseFrom(item, "3", "") }
	all := func(r agenda.Record, item agenda.ID) (agenda.Record, error) { return r.CloseAll(item, "3", "") }
	open := func(r agenda.Record, item agenda.ID) (agenda.Record, error) { return r.Reopen(item) }
	type steps = []func(agenda.Record, agenda.ID) (agenda.Record, error)
	for _, tt := range []struct {
		name  string
		do    steps
		want  string
		title string
	}{
		{"public", steps{add(word("a"))}, "a", "Item 1"},
		{"whole", steps{shut, add(word("a"), left, word("b"))}, "[a] left [b]", ""},
		{"in part", steps{add(word("a")), shut, add(word("b"), left), open, add(word("c"))}, "a exempt [b] left public c", "Item 1"},
		{"whole, then public", steps{shut, add(word("a")), open, add(word("b"))}, "[a] public b", ""},
		{"twice", steps{shut, shut, add(word("a")), open, open, add(word("b"))}, "[a] public b", ""},
		{"with what was written", steps{add(word("a"), left, word("b")), all, add(word("c"))}, "[a] left [b] [c]", ""},
		{"a fact with words", steps{shut, add(func() agenda.Entry { e := left; e.Text = "why"; return e }())}, "left [why]", ""},
		{"a fact with words before", steps{add(word("a"), func() agenda.Entry { e := left; e.Text = "why"; return e }()), all}, "[a] left [why]", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := build(t, "")
			item := r.Open.Items[1].ID
			for _, do := range tt.do {
				next, err := do(r, item)
				r = must(t, next, err)
			}
			if got := kindsOf(r, item); got != tt.want || r.Open.Items[1].Title != tt.title {
				t.Errorf("got %s under %q, want %s under %q", got, r.Open.Items[1].Title, tt.want, tt.title)
			}
			if err := r.Sound(); err != nil {
				t.Error(err)
			}
		})
	}
}

// What would leave private words where the public reads, or public ones where it
// does not, is refused.
func TestPrivateRefusals(t *testing.T) {
	r := build(t, "a", "z")
	item, other := r.Open.Items[1].ID, r.Open.Items[2].ID
	r, err := r.CloseFrom(item, "3", "")
	must(t, r, err)
	mark := r.Open.Items[1].Last().ID
	r, secret, err := r.Add(item, agenda.Entry{Kind: agenda.Narrative, Text: "s"})
	must(t, r, err)
	r, fact, err := r.Add(item, agenda.Entry{Kind: agenda.Happening, Event: &agenda.Event{What: agenda.Left}})
	must(t, r, err)
	for name, change := range map[string]func() error{
		"strike what begins it":       func() error { _, _, err := r.Strike(mark); return err },
		"strike all that is above it": func() error { _, _, err := r.Strike(id(t, r, "a")); return err },
		"move public words into it":   func() error { _, err := r.Move(id(t, r, "a"), 1); return err },
		"move a secret out":           func() error { _, err := r.Move(secret, -1); return err },
		"move a secret elsewhere":     func() error { _, err := r.MoveTo(secret, other); return err },
		"move what begins it":         func() error { _, err := r.MoveTo(mark, other); return err },
		"words into a fact": func() error {
			_, err := r.Edit(agenda.Entry{ID: fact, Kind: agenda.Happening, Text: "w", Event: &agenda.Event{What: agenda.Left}})
			return err
		},
		"public words moved in": func() error { _, err := r.MoveTo(id(t, r, "z"), item); return err },
		"the roll": func() error {
			_, err := r.CloseFrom(r.Open.Opening(), "", "")
			return err
		},
	} {
		t.Run(name, func(t *testing.T) { wantRefused(t, change(), "") })
	}
	if got := kindsOf(r, item); got != "a exempt [s] left" {
		t.Errorf("got %s", got)
	}
}

func TestPrivateDrafts(t *testing.T) {
	r := build(t, "a")
	item := r.Open.Items[1].ID
	r, err := r.CloseFrom(item, "", "")
	must(t, r, err)
	next := r.Open.Next
	r, draft := r.ReserveIn(item)
	if !draft.Closed() || r.Open.Next != next {
		t.Errorf("a private draft took %d of the public numbers", draft)
	}
	r, got, err := r.Add(item, agenda.Entry{ID: draft, Kind: agenda.Narrative, Text: "s"})
	if must(t, r, err); got != draft {
		t.Errorf("got %d, want %d", got, draft)
	}
	if r, err = r.Reopen(item); err != nil {
		t.Fatal(err)
	}
	r, held := r.ReserveIn(item)
	if _, id, err := r.Add(item, agenda.Entry{ID: held.AsClosed(), Kind: agenda.Narrative, Text: "p"}); err != nil || id.Closed() {
		t.Errorf("a public entry has the ID %d, %v", id, err)
	}
	if !slices.ContainsFunc(r.Closed.Items[item].Entries, func(e *agenda.ClosedEntry) bool { return e.ID == draft }) {
		t.Error("the draft is not there")
	}
}
