package agenda_test

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

// taken makes a meeting of an agenda in words (a title, "-" before a sub-item,
// "~" before an interlude), and takes its items in an order.
func taken(t *testing.T, titles, order string) agenda.Record {
	t.Helper()
	r := build(t)
	for title := range strings.FieldsSeq(titles) {
		it := agenda.Item{Title: title}
		switch title[0] {
		case '-':
			it.Level = 2
		case '~':
			it.Kind = agenda.KindInterlude
		}
		next, _, err := r.AddItem(0, it)
		r = must(t, next, err)
	}
	for title := range strings.FieldsSeq(order) {
		span := agenda.Span{Item: nobody, To: "2026-03-12"}
		if title != "gone" {
			span.Item = id(t, r, title)
		}
		r.Open.Taken = append(r.Open.Taken, span)
	}
	return r
}

func TestOrdered(t *testing.T) {
	tests := []struct{ name, agenda, taken, want string }{
		{"nothing taken", "A B C", "", "A B C"},
		{"in turn", "A B C", "A B", "A B C"},
		{"out of turn, in the room", "A B C D E", "A D", "A B C D E"},
		{"out of turn, afterwards", "A B C D E", "A D B C", "A D B C E"},
		{"one never taken", "A B C D E", "D A B E", "D A B C E"},
		{"first taken last", "A B C", "B C A", "B C A"},
		{"the last one first", "A B C D", "D A", "D A B C"},
		{"taken twice", "A B C", "B A B", "B A C"},
		{"interlude stays behind its item", "A B ~x C", "B A", "B ~x A C"},
		{"interlude taken itself", "A ~x B", "B ~x A", "B A ~x"},
		{"interlude at the start", "~x A B", "B A", "~x B A"},
		{"sub-items go along", "A B -b -c C", "B A C", "B -b -c A C"},
		{"sub-item out of turn", "A B -b -c", "A -c B -b", "A -c B -b"},
		{"sub-item of one never taken", "A B -b C", "C A", "C A B -b"},
		{"one that is gone", "A B", "B gone A", "B A"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := taken(t, tt.agenda, tt.taken)
			got := []string{}
			for i, it := range r.Open.Ordered() {
				if (i == 0) != (it.ID == r.Open.Opening()) {
					t.Errorf("place %d is %v: the opening comes first", i, it)
				}
				got = append(got, it.Title)
			}
			if s := strings.Join(got[1:], " "); s != tt.want {
				t.Errorf("got %s, want %s", s, tt.want)
			}
		})
	}
	if got := (agenda.Meeting{}).Ordered(); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

func TestState(t *testing.T) {
	r := build(t, "", "", "", "")
	for _, title := range []string{"Item 1", "Item 2", "Item 3"} {
		next, err := r.Take(id(t, r, title), "2026-03-12T18:00")
		r = must(t, next, err)
	}
	r, err := r.EditItem(id(t, r, "Item 2"), func(it *agenda.Item) { it.Outcome.Words = "deferred" })
	must(t, r, err)
	want := map[string]agenda.State{"Item 1": agenda.Done, "Item 2": agenda.SetAside, "Item 3": agenda.Open, "Item 4": agenda.Pending}
	for title, state := range want {
		if got := r.Open.State(id(t, r, title)); got != state {
			t.Errorf("%s: state %d, want %d", title, got, state)
		}
	}
	r = r.Pause("2026-03-12T18:30")
	for _, none := range []agenda.ID{0, nobody} {
		if got := r.Open.State(none); got != agenda.Pending {
			t.Errorf("no item %d: state %d", none, got)
		}
	}
}

func TestClosedAtAndOpenedAt(t *testing.T) {
	type event struct {
		item, what string
		at         agenda.Clock
	}
	tests := []struct {
		name         string
		start        agenda.Clock
		events       []event
		opened, shut agenda.Clock
	}{
		{"neither", "2026-03-12T18:00", nil, "2026-03-12T18:00", ""},
		{"both", "2026-03-12T18:00", []event{{"Item 1", agenda.Opened, "2026-03-12T18:03"}, {"Item 2", agenda.ClosedUp, "2026-03-12T20:41"}},
			"2026-03-12T18:03", "2026-03-12T20:41"},
		{"no times", "2026-03-12T18:00", []event{{"Item 1", agenda.Opened, ""}, {"Item 2", agenda.ClosedUp, ""}}, "2026-03-12T18:00", "2026-03-12"},
		{"no day either", "", []event{{"Item 1", agenda.ClosedUp, ""}}, "", "?"},
		{"opened again", "2026-03-12", []event{{"Item 1", agenda.ClosedUp, "2026-03-12T20:00"}, {"Item 2", agenda.Opened, "2026-03-12T20:10"}},
			"2026-03-12T20:10", ""},
		{"closed in an item taken last", "2026-03-12", []event{{"Item 3", agenda.Opened, "2026-03-12T18:10"}, {"Item 2", agenda.ClosedUp, "2026-03-12T20:00"}},
			"2026-03-12T18:10", "2026-03-12T20:00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := build(t, "", "", "")
			r.Open.Start = tt.start
			for _, title := range []string{"Item 1", "Item 3", "Item 2"} {
				r.Open.Taken = append(r.Open.Taken, agenda.Span{Item: id(t, r, title), To: "2026-03-12"})
			}
			for _, ev := range tt.events {
				next, _, err := r.Mark(id(t, r, ev.item), agenda.Event{What: ev.what}, ev.at)
				r = must(t, next, err)
			}
			if got := r.Open.ClosedAt(); got != tt.shut {
				t.Errorf("closed %q, want %q", got, tt.shut)
			}
			if got := r.Open.OpenedAt(); got != tt.opened {
				t.Errorf("opened %q, want %q", got, tt.opened)
			}
		})
	}
}
