package agenda_test

import (
	"testing"

	"minutebook/agenda"

	"pgregory.net/rapid"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct{ before, entry, first, second, want string }{
		{"a ?ab >r b", "ab", "?a", "?b", "a ?a >r ?b b"},
		{"?q >ab >c", "ab", ">a", ">b", "?q >a >b >c"},
		{"?q >x >>ab *c", "ab", ">>a", ">>b", "?q >x >>a >>b *c"},
		{"@ab c", "ab", "@a", "@b", "@a @b c"},
		{"+ab", "ab", "+a", "+b", "+a +b"},
		{"ab", "ab", "a", "?b", "both parts would have to be of one kind"},
		{"ab", "ab", "a", "", "there must be words on both sides of the cursor"},
		{"!r", "r", "!a", "!b", "a resolution cannot be split"},
	} {
		r := build(t, c.before)
		first, second := entry(c.first), entry(c.second)
		first.ID = id(t, r, c.entry)
		if _, e, _ := r.Open.Find(first.ID); e.On != 0 {
			first.On = e.On
		}
		was := dump(r)
		next, made, err := r.Split(first, second)
		if dump(r) != was {
			t.Fatalf("%s: the record it was called on changed", c.before)
		}
		if err != nil {
			if err.Error() != c.want || dump(next) != was {
				t.Errorf("%s: %v", c.before, err)
			}
			continue
		}
		if got := shape(next)[0]; got != c.want || made != id(t, next, second.Text) {
			t.Errorf("%s: %s", c.before, got)
		}
	}
}

func TestSplitStatesPeopleAndDaysOnce(t *testing.T) {
	r := build(t, "+ab")
	first := entry("+a")
	first.ID = id(t, r, "ab")
	second := agenda.Entry{Kind: agenda.ToDo, Text: "b", Action: &agenda.Action{Due: "2026-06-11"}}
	r, made, err := r.Split(first, second)
	if err != nil {
		t.Fatal(err)
	}
	for _, which := range []agenda.ID{first.ID, made} {
		if _, e, _ := r.Open.Find(which); e.Action.Due != "2026-06-11" || len(e.Action.Owners) != 1 {
			t.Errorf("%s: %+v", e.Text, e.Action)
		}
	}
}

func TestMerge(t *testing.T) {
	for _, c := range []struct{ before, entry, want string }{
		{"a b c", "b", "a b c"},
		{"?a >r ?b >s >>t", "b", "?a b >r >s >>t"},
		{"?q >a >b", "b", "?q >a b"},
		{"+a +b", "b", "+a b"},
		{"@a @b", "b", "@a b"},
		{"a", "a", "there is nothing above it in this item to join it to"},
		{"?a b", "b", "the entry above is a question, this is a paragraph: turn one of them first"},
		{"?q >a >>b", "b", "the entry above is a response, this is a further comment: turn one of them first"},
		{"?q >a", "a", "the entry above is a question, this is a response: turn one of them first"},
		{"?a x ?b", "b", "the entry above is a paragraph, this is a question: turn one of them first"},
	} {
		r := build(t, c.before)
		was := dump(r)
		next, _, err := r.Merge(id(t, r, c.entry))
		if dump(r) != was {
			t.Fatalf("%s: the record it was called on changed", c.before)
		}
		got := shape(next)[0]
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s: %s", c.before, got)
		}
	}
}

// What two people said, what another owes, and what was voted on by itself
// stays apart.
func TestMergeKeepsMeaning(t *testing.T) {
	pike, clerk := agenda.Who{Words: "Pike"}, []agenda.Who{{Words: "Clerk"}}
	parts := func(words string, by *agenda.By) *agenda.Resolution {
		return &agenda.Resolution{Parts: []agenda.Point{{Text: words}}, By: by}
	}
	for want, pair := range map[string][2]agenda.Entry{
		"somebody else said it":                                           {{Kind: agenda.Question, Text: "a"}, {Kind: agenda.Question, Text: "b", Speaker: pike}},
		"it has another verb":                                             {{Kind: agenda.Comment, Text: "a"}, {Kind: agenda.Comment, Text: "b", Verb: "noted"}},
		"it has a number of its own: 7":                                   {{Kind: agenda.Narrative, Text: "a"}, {Kind: agenda.Narrative, Text: "b", Number: "7"}},
		"it was moved and voted on, or has reasons, by itself":            {{Kind: agenda.Resolved, Resolution: parts("a", nil)}, {Kind: agenda.Resolved, Resolution: parts("b", &agenda.By{})}},
		"the one above was moved and voted on, or has reasons, by itself": {{Kind: agenda.Resolved, Resolution: parts("a", &agenda.By{})}, {Kind: agenda.Resolved, Resolution: parts("b", nil)}},
		"it is owed by somebody else, or by another day": {{Kind: agenda.ToDo, Text: "a", Action: &agenda.Action{}},
			{Kind: agenda.ToDo, Text: "b", Action: &agenda.Action{Owners: clerk}}},
		"the entry above ends in a list: these words would come before it": {
			{Kind: agenda.Narrative, Points: []agenda.Point{{Text: "a"}}}, {Kind: agenda.Narrative, Text: "b"}},
		"a table cannot be joined to another": {{Kind: agenda.Tabulation, Table: &agenda.Table{}}, {Kind: agenda.Tabulation, Table: &agenda.Table{}}},
	} {
		r := build(t, "")
		item := r.Open.Items[1].ID
		var last agenda.ID
		for _, e := range pair {
			var err error
			if r, last, err = r.Add(item, e); err != nil {
				t.Fatal(err)
			}
		}
		if _, _, err := r.Merge(last); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	r := build(t, "!x !y")
	item := r.Open.Items[1]
	r, one, err := r.Merge(item.Entries[1].ID)
	if _, e, _ := r.Open.Find(one); err != nil || len(e.Resolution.Parts) != 2 {
		t.Errorf("two resolutions: %v %v", e.Resolution, err)
	}
}

// A note of the clerk's stays behind the words it was written behind, and what
// a resolution has below its parts stays with it.
func TestMergeKeepsWhatHangsOn(t *testing.T) {
	r := build(t, "a b %n c")
	item := r.Open.Items[1].ID
	r, one, err := r.Merge(id(t, r, "b"))
	if err != nil {
		t.Fatal(err)
	}
	if behind := r.Notes(item)[one]; len(behind) != 1 || behind[0].After != one {
		t.Errorf("the note stands behind another entry: %v", r.Notes(item))
	}
	r = build(t, "!x !y")
	second := *r.Open.Items[1].Entries[1]
	second.Points = []agenda.Point{{Text: "in June"}}
	if r, err = r.Edit(second); err != nil {
		t.Fatal(err)
	}
	r, one, err = r.Merge(second.ID)
	if _, e, _ := r.Open.Find(one); err != nil || len(e.Resolution.Parts) != 2 || len(e.Points) != 1 {
		t.Errorf("%+v %v", e, err)
	}
}

// Joining what was split gives back what was there.
func TestSplitAndMergeAreInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(t)
		for range rapid.IntRange(5, 30).Draw(t, "steps") {
			w.step()
		}
		r := w.now()
		for _, it := range r.Open.Items {
			for _, e := range it.Entries {
				first, second := *e, *e
				first.Text, second.Text = "one", "two"
				split, made, err := r.Split(first, second)
				if err != nil || it.Entries[it.Behind(e.ID, true)-1] != e && e.Kind.Asks() {
					continue // the second question stands behind the responses of the first
				}
				back, into, err := split.Merge(made)
				if err != nil {
					t.Fatalf("%s split and not joined: %v", e.Kind, err)
				}
				first.Text = "one two"
				want, err := r.Edit(first)
				if err != nil || into != e.ID || dumpUncounted(back) != dumpUncounted(want) {
					t.Fatalf("%v\ngot  %s\nwant %s", err, dump(back), dump(want))
				}
			}
		}
	})
}

func TestTurnAround(t *testing.T) {
	for _, c := range []struct {
		before string
		kind   agenda.Kind
		want   string
	}{
		{"a", agenda.ToDo, "+a"},
		{"?q >a", agenda.ToDo, "?q +a"},
		{"?a >r", agenda.Comment, "*a >r"},
		{"?a >r", agenda.Resolved, "it has a response: only a question or a comment can have one"},
		{"@a", agenda.Question, "?a"},
		{"@a", agenda.Resolved, "an update cannot become a resolution: strike it and write it anew"},
		{"+a", agenda.Narrative, "an action cannot become a paragraph: strike it and write it anew"}, // the clerk owes it
	} {
		r := build(t, c.before)
		next, err := r.Rekind(id(t, r, "a"), c.kind)
		got := shape(next)[0]
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s to %s: %s", c.before, c.kind, got)
		}
	}
	r := build(t, "That-it-be")
	turned, err := r.Rekind(id(t, r, "That-it-be"), agenda.Resolved)
	if err != nil {
		t.Fatal(err)
	}
	e := turned.Open.Items[1].Entries[0]
	back, err := turned.Rekind(e.ID, agenda.Narrative)
	if err != nil || e.Resolution.Parts[0].Text != "That-it-be" || dump(back) != dump(r) {
		t.Errorf("%+v %v", e, err)
	}
}
