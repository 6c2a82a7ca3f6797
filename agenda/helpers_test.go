package agenda_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"minutebook/agenda"
)

// dump is a record as text, so that two can be compared and a change that
// reaches into an older one is seen.
func dump(r agenda.Record) string {
	b, err := json.Marshal(r)
	if err != nil {
		panic(err) // a record of these tests always marshals
	}
	return string(b)
}

// dumpUncounted leaves out the counters, which undo never lowers.
func dumpUncounted(r agenda.Record) string {
	r.Open.Next, r.Closed.Next = 0, 0
	return dump(r)
}

// build makes a record of one item for each line. A word of a line is an entry:
// its mark (? * > >> @ ! + % or none) and its text. The IDs of entries are found by
// their text.
func build(t testing.TB, lines ...string) agenda.Record {
	t.Helper()
	m := agenda.Meeting{Start: "2026-03-12T18:00"}
	for i := range lines {
		m.Items = append(m.Items, &agenda.Item{Level: 1, Number: fmt.Sprint(i + 1), Title: fmt.Sprintf("Item %d", i+1)})
	}
	r := agenda.New(m)
	for i, line := range lines {
		for word := range strings.FieldsSeq(line) {
			var err error
			if r, _, err = r.Add(r.Open.Items[i+1].ID, entry(word)); err != nil {
				t.Fatalf("adding %q: %v", word, err)
			}
		}
	}
	return r
}

var marks = []struct {
	mark string
	kind agenda.Kind
}{
	{">>", agenda.Further}, {">", agenda.Response}, {"?", agenda.Question}, {"*", agenda.Comment},
	{"@", agenda.Update}, {"!", agenda.Resolved}, {"+", agenda.ToDo}, {"%", agenda.Note}, {"", agenda.Narrative},
}

func entry(word string) agenda.Entry {
	for _, m := range marks {
		text, ok := strings.CutPrefix(word, m.mark)
		if !ok {
			continue
		}
		e := agenda.Entry{Kind: m.kind, Text: text}
		switch m.kind {
		case agenda.Update:
			e.Speaker = agenda.Who{Words: "the auditor"}
		case agenda.Resolved:
			e.Resolution = &agenda.Resolution{Parts: []agenda.Point{{Text: "That it be so."}}}
		case agenda.ToDo:
			e.Action = &agenda.Action{Owners: []agenda.Who{{Words: "Clerk"}}}
		}
		return e
	}
	return agenda.Entry{}
}

// shape is the inverse of build: one line an item, the opening left out. A
// response that hangs on anything but the question above it shows that by "^".
func shape(r agenda.Record) []string {
	var out []string
	for _, it := range r.Open.Items[1:] {
		var words []string
		var above agenda.ID
		for _, e := range it.Entries {
			i := slices.IndexFunc(marks, func(m struct {
				mark string
				kind agenda.Kind
			}) bool {
				return m.kind == e.Kind
			})
			word := marks[i].mark + e.Text
			if answers(e.Kind) && e.On != above {
				word += "^"
			}
			if asks(e.Kind) {
				above = e.ID
			}
			words = append(words, word)
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

func asks(k agenda.Kind) bool    { return k == agenda.Question || k == agenda.Comment }
func answers(k agenda.Kind) bool { return k == agenda.Response || k == agenda.Further }

// id finds an entry by its text, or an item by its title.
func id(t testing.TB, r agenda.Record, text string) agenda.ID {
	t.Helper()
	for _, it := range r.Open.Items {
		if it.Title == text {
			return it.ID
		}
		for _, e := range it.Entries {
			if e.Text == text {
				return e.ID
			}
		}
	}
	t.Fatalf("no entry or item %q", text)
	return 0
}

func get(t testing.TB, r agenda.Record, text string) agenda.Entry {
	t.Helper()
	_, e, ok := r.Open.Find(id(t, r, text))
	if !ok {
		t.Fatalf("no entry %q", text)
	}
	return *e
}

// wantShape compares the items with the lines.
func wantShape(t testing.TB, r agenda.Record, lines ...string) {
	t.Helper()
	if got := shape(r); !slices.Equal(got, lines) {
		t.Errorf("got  %q\nwant %q", got, lines)
	}
}

// wantRefused wants an error in plain words that holds the words.
func wantRefused(t testing.TB, err error, words string) {
	t.Helper()
	var plain *agenda.Error
	if !errors.As(err, &plain) || !strings.Contains(err.Error(), words) {
		t.Errorf("got error %v, want one in plain words about %q", err, words)
	}
}

func wantNotFound(t testing.TB, err error) {
	t.Helper()
	if !errors.Is(err, agenda.ErrNotFound) {
		t.Errorf("got error %v, want ErrNotFound", err)
	}
}

func must(t testing.TB, r agenda.Record, err error) agenda.Record {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return r
}
