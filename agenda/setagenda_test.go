package agenda_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// listed is the titled items of an agenda, as values.
func listed(r agenda.Record) []agenda.Item {
	var out []agenda.Item
	for _, it := range r.Open.Items {
		if it.Titled() {
			out = append(out, *it)
		}
	}
	return out
}

func TestSetAgenda(t *testing.T) {
	r := agenda.New(agenda.Meeting{Items: []*agenda.Item{
		{Title: "One", Level: 1}, {Title: "Two", Level: 1}, {Kind: agenda.KindInterlude}, {Title: "Three", Level: 1},
	}})
	two := id(t, r, "Two")
	r, _, err := r.Add(two, agenda.Entry{Kind: agenda.Question, Text: "q"})
	must(t, r, err)
	r, err = r.Take(two, "2026-03-12T18:00")
	must(t, r, err)
	before := dump(r)
	items := listed(r)
	items[2].Title = "Third"
	next, err := r.SetAgenda([]agenda.Item{items[2], {Title: "New", Entries: []*agenda.Entry{{Kind: agenda.Narrative, Text: "n"}}}, items[1]})
	must(t, next, err)
	if want := []string{"Third", "New", "Two", ""}; !slices.Equal(titles(next), want) {
		t.Errorf("got %q, want %q", titles(next), want)
	}
	wantShape(t, next, "", "n", "?q", "")
	if next.Open.Current() != two || next.Open.Items[3] != r.Open.Items[2] {
		t.Error("the open item is not open any more, or was written anew")
	}
	if dump(r) != before {
		t.Error("the record before has changed")
	}
	for words, list := range map[string][]agenda.Item{
		"“Two” cannot be dropped: it has minutes": {items[0]},
		"stands on the agenda twice":              {items[0], items[1], items[1]},
		"has one opening":                         {*r.Open.Items[0]},
		"between two items":                       {{ID: r.Open.Items[3].ID, Title: "Was none"}},
	} {
		_, err := r.SetAgenda(list)
		wantRefused(t, err, words)
	}
	_, err = r.SetAgenda([]agenda.Item{{ID: nobody, Title: "x"}})
	wantNotFound(t, err)
}

func TestStays(t *testing.T) {
	r := build(t, "", "n", "%m")
	r, err := r.Take(id(t, r, "Item 1"), "2026-03-12T18:00")
	must(t, r, err)
	for title, want := range map[string]string{"Item 1": "it is open", "Item 2": "it has minutes", "Item 3": "it has notes of yours"} {
		if got := r.Stays(id(t, r, title)); got != want {
			t.Errorf("%s: got %q, want %q", title, got, want)
		}
	}
	if got := r.Stays(nobody); got != "" {
		t.Errorf("no item stays because %s", got)
	}
}

// However an agenda is edited, no entry, note or time is lost, no ID changes its
// item, and the order is the one asked for.
func TestSetAgendaKeepsTheMinutes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := agendatest.Record(t)
		var list []agenda.Item
		for _, it := range rapid.Permutation(listed(r)).Draw(t, "order") {
			if r.Stays(it.ID) == "" && rapid.IntRange(0, 2).Draw(t, "drop") == 0 {
				continue
			}
			it.Entries = nil // an editor of the agenda need not know them
			list = append(list, it)
			if rapid.Bool().Draw(t, "insert") {
				list = append(list, agenda.Item{Title: fmt.Sprint("new ", len(list)), Level: rapid.IntRange(0, 2).Draw(t, "level")})
			}
		}
		next, err := r.SetAgenda(list)
		if err != nil {
			t.Fatal(err)
		}
		after := listed(next)
		for i, it := range list {
			if got := after[i]; got.Title != it.Title || it.ID != 0 && got.ID != it.ID || got.ID < 1 || got.ID >= next.Open.Next {
				t.Fatalf("item %d is %+v, want %+v", i, got, it)
			}
		}
		if len(after) != len(list) || next.Open.Items[0] != r.Open.Items[0] {
			t.Fatalf("%d items, want %d behind the opening", len(after), len(list))
		}
		for _, it := range r.Open.Items {
			if now, ok := next.Open.Item(it.ID); len(it.Entries) > 0 && (!ok || !slices.Equal(now.Entries, it.Entries)) {
				t.Fatalf("item %d had %d entries, has %v", it.ID, len(it.Entries), now)
			}
		}
		if fmt.Sprint(next.Closed) != fmt.Sprint(r.Closed) || next.Open.Current() != r.Open.Current() {
			t.Fatal("notes or the open item changed")
		}
		seen := map[agenda.ID]bool{}
		for _, it := range next.Open.Items {
			if seen[it.ID] || it.ID >= r.Open.Next && slices.ContainsFunc(r.Open.Items, func(o *agenda.Item) bool { return o.ID == it.ID }) {
				t.Fatalf("ID %d twice", it.ID)
			}
			seen[it.ID] = true
		}
	})
}

// numbered reads "1 A; .1.1 B; =7a C": a dot before an item is a level, = a
// number of its own.
func numbered(text string) (items []agenda.Item, own []bool) {
	for _, part := range strings.Split(text, ";") {
		part = strings.TrimSpace(part)
		rest := strings.TrimLeft(part, ">")
		it := agenda.Item{Level: 1 + len(part) - len(rest)}
		rest, typed := strings.CutPrefix(rest, "=")
		it.Number = rest
		items, own = append(items, it), append(own, typed)
	}
	return items, own
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"x;x;x":              "1;2;3",
		"x;>x;>x;x;>x;>>x":   "1;1.1;1.2;2;2.1;2.1.1",
		"x;=7a;x":            "1;7a;2",
		"x;=4;x":             "1;4;5",
		"=196/20;x":          "196/20;1",
		"x;x;=2;x":           "1;1a;2;3",
		"x;x;x;=2":           "1;1a;1b;2",
		"x;=1;x":             ";1;2",
		"x;=;>x;x":           "1;;;2",
		"x;>x;>x;>=1.2;>x;x": "1;1.1;1.1a;1.2;1.3;2",
		"x;>>x;x":            "1;;2",
		"=3;>x;=5;>=5.4;>x":  "3;3.1;5;5.4;5.5",
	} {
		items, own := numbered(text)
		got := strings.Join(agenda.Numbers(items, func(i int) bool { return own[i] }), ";")
		if got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"1;2;3": "...", "1;>1.1;>1.2;2": "....", "1;7a;2;4;5": ".=.=.", "196/20;197/20": "==", ";1": "=.", "1;1a;2": ".=.",
	} {
		items, _ := numbered(text)
		got := ""
		for _, own := range agenda.OwnNumbers(items) {
			got += map[bool]string{true: "=", false: "."}[own]
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

// The sheet of a meeting was read a while ago: what it says of an item whose
// minutes went on is not what became of it.
func TestSetAgendaKeepsWhatBecameOfAnItem(t *testing.T) {
	r := build(t, "", "")
	old := *r.Open.Items[1]
	r, err := r.EditItem(old.ID, func(it *agenda.Item) { it.Outcome.Words, it.Late = "deferred", "the tide" })
	must(t, r, err)
	r, err = r.SetAgenda([]agenda.Item{old, *r.Open.Items[2]})
	if it := must(t, r, err).Open.Items[1]; it.Outcome.Words != "deferred" || it.Late != "the tide" {
		t.Errorf("got %+v", it)
	}
	r, err = r.CloseFrom(old.ID, "3", "")
	must(t, r, err)
	r, err = r.EditItem(old.ID, func(it *agenda.Item) { it.Number = "" })
	must(t, r, err)
	r, _, err = r.Add(old.ID, agenda.Entry{Kind: agenda.Narrative, Text: "s"})
	must(t, r, err)
	_, err = r.SetAgenda([]agenda.Item{*r.Open.Items[2]})
	wantRefused(t, err, "an exempt item cannot be dropped")
}
