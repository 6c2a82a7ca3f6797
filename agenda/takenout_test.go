package agenda_test

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

// orderOf is the numbers of a meeting's items in the order to print them.
func orderOf(m agenda.Meeting) string {
	var out []string
	for _, it := range m.Ordered() {
		if it.Kind == agenda.KindInterlude {
			out = append(out, "~")
		} else if it.Titled() {
			out = append(out, it.Number)
		}
	}
	return strings.Join(out, " ")
}

// numbered is a meeting with items of those numbers, "~" being an interlude; a
// point in a number makes a sub-item.
func withItems(numbers string) agenda.Record {
	m := agenda.Meeting{Start: "2026-03-12T18:00", Items: []*agenda.Item{{Kind: agenda.KindOpening}}}
	for n := range strings.FieldsSeq(numbers) {
		it := &agenda.Item{Level: 1 + strings.Count(n, "."), Number: n}
		if n == "~" {
			it = &agenda.Item{Kind: agenda.KindInterlude}
		}
		m.Items = append(m.Items, it)
	}
	return agenda.New(m)
}

func TestTakenOutOfTurn(t *testing.T) {
	for _, c := range []struct{ agenda, taken, want string }{
		{"1 2 3 4 5", "4: 4 before 2", "1 4 2 3 5"},
		{"1 2 3 4 5", "2: 4 before 2", "1 4 2 3 5"},
		{"1 2 3 4 5", "1: 4", "1 4 2 3 5"},
		{"1 2 3 4 5", "4: 4", "1 2 3 4 5"},
		{"1 2 3 4 5", "1: 4 5", "1 4 5 2 3"},
		{"1 2 3 4 5", "1: 5; 1: 4", "1 5 4 2 3"},
		{"1 2 3 4 5", "1: 5 4 before 2", "1 5 4 2 3"},
		{"1 2 3 4 5", "1: 2 before 5", "1 3 4 2 5"},
		{"1 2 3 4 5", "0: 3", "3 1 2 4 5"},
		{"1 2 3 4 5", "1: 9; 1: 3 before 9; 1: 9 before 3", "1 2 3 4 5"},
		{"1 2 2.1 2.2 3 4 4.1 ~ 5", "2: 4", "1 2 2.1 2.2 4 4.1 ~ 3 5"},
		{"1 2 2.1 2.2 3 4 4.1 ~ 5", "1: 4 before 2", "1 4 4.1 ~ 2 2.1 2.2 3 5"},
		{"1 2 2.1 2.2 3 4 4.1 ~ 5", "2: 2.2", "1 2 2.2 2.1 3 4 4.1 ~ 5"},
		{"1 2 2.1 2.2 3", "2.1: 2 before 2.2; 2.1: 2", "1 2 2.1 2.2 3"},
		{"1 2 3", "1: 3 before 0", "1 2 3"},
	} {
		r := withItems(c.agenda)
		ref := func(number string) agenda.ItemRef {
			if number == "0" {
				return agenda.ItemRef{ID: r.Open.Opening()}
			}
			if id, ok := r.Open.ItemCalled(number); ok {
				return agenda.ItemRef{ID: id}
			}
			return agenda.ItemRef{Words: number}
		}
		for one := range strings.SplitSeq(c.taken, "; ") {
			in, what, _ := strings.Cut(one, ": ")
			items, before, _ := strings.Cut(what, " before ")
			ev := &agenda.Event{What: agenda.TakenOut}
			if before != "" {
				ev.Before = ref(before)
			}
			for n := range strings.FieldsSeq(items) {
				ev.Items = append(ev.Items, ref(n))
			}
			var err error
			if r, _, err = r.Add(ref(in).ID, agenda.Entry{Kind: agenda.Happening, Event: ev}); err != nil {
				t.Fatal(err)
			}
		}
		if got := orderOf(r.Open); got != c.want {
			t.Errorf("%s of %s:\ngot  %s\nwant %s", c.taken, c.agenda, got, c.want)
		}
	}
}

// What was minuted as it was taken stands where it was taken, whatever a line
// says of the turn.
func TestTakenOutYieldsToTheTurnTaken(t *testing.T) {
	r := withItems("1 2 3 4 5")
	for _, number := range []string{"1", "4"} {
		id, _ := r.Open.ItemCalled(number)
		var err error
		if r, err = r.Take(id, "2026-03-12T18:05"); err != nil {
			t.Fatal(err)
		}
	}
	ids := func(number string) agenda.ItemRef { id, _ := r.Open.ItemCalled(number); return agenda.ItemRef{ID: id} }
	r, _, err := r.Add(ids("1").ID, agenda.Entry{Kind: agenda.Happening, Event: &agenda.Event{
		What: agenda.TakenOut, Items: []agenda.ItemRef{ids("4"), ids("5")}, Before: ids("2")}})
	if err != nil {
		t.Fatal(err)
	}
	if got := orderOf(r.Open); got != "1 5 2 3 4" {
		t.Errorf("got %s", got)
	}
}

// A meeting that went on after its closing is not closed.
func TestResumedIsOpen(t *testing.T) {
	r := withItems("1 2")
	for _, what := range []string{agenda.Opened, agenda.ClosedUp, agenda.Resumed} {
		var err error
		if r, _, err = r.Add(r.Open.Items[1].ID, agenda.Entry{Kind: agenda.Happening, Event: &agenda.Event{What: what}}); err != nil {
			t.Fatal(err)
		}
		if closed := r.Open.Closing() != nil; closed != (what == agenda.ClosedUp) {
			t.Errorf("%s: closed %t", what, closed)
		}
	}
}

func TestOutcomeOf(t *testing.T) {
	for words, want := range map[string]agenda.Outcome{
		"deferred to 16 April":     {Words: "deferred", To: "16 April"},
		"Referred back to Finance": {Words: "Referred back", To: "Finance"},
		"deferred to":              {Words: "deferred to"},
		"deferred owing to frost":  {Words: "deferred owing to frost"},
		"deferred":                 {Words: "deferred"},
		"agreed to differ":         {Words: "agreed to differ"},
		"":                         {},
	} {
		got := agenda.OutcomeOf(words)
		if got != want || got.Said() != words {
			t.Errorf("%q is %+v, said %q", words, got, got.Said())
		}
	}
}

func BenchmarkOrdered(b *testing.B) {
	r := withItems("1 2 3 4 5 6 7 8 9 10")
	for i := range 2000 {
		r, _, _ = r.Add(r.Open.Items[1+i%10].ID, agenda.Entry{Kind: agenda.Narrative, Text: "x"})
	}
	for b.Loop() {
		r.Open.Ordered()
	}
}

// An item that the minutes speak of stays, or a reference would point nowhere.
func TestItemSpokenOfStays(t *testing.T) {
	r := withItems("1 2 3")
	id, _ := r.Open.ItemCalled("3")
	ev := &agenda.Event{What: agenda.TakenOut, Items: []agenda.ItemRef{{ID: id}}}
	spoken, entry, err := r.Add(r.Open.Items[1].ID, agenda.Entry{Kind: agenda.Happening, Event: ev})
	if err != nil {
		t.Fatal(err)
	}
	came, _ := r.AddAttendee(agenda.Attendee{Name: "Dana Holt", Items: ev.Items})
	for what, r := range map[string]agenda.Record{"an event": spoken, "the roster": came} {
		if _, err := r.RemoveItem(id); err == nil || r.Stays(id) == "" {
			t.Errorf("the item goes, though %s names it", what)
		}
	}
	if gone, _, err := spoken.Strike(entry); err != nil || gone.Stays(id) != "" {
		t.Error("it stays for nothing", err)
	}
}
