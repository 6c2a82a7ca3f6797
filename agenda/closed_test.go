package agenda_test

import (
	"fmt"
	"strings"
	"testing"

	"minutebook/agenda"
)

// closedID is the nth ID of the closed part.
func closedID(n agenda.ID) agenda.ID { return 1<<31 | n }

// annotated is the first item with its notes where a reader shows them, and
// fails where a note is not shown just once.
func annotated(t *testing.T, r agenda.Record, item agenda.ID) string {
	t.Helper()
	var words []string
	shown := 0
	notes := r.Notes(item)
	show := func(after agenda.ID) {
		for _, n := range notes[after] {
			words = append(words, "%"+n.Text)
			shown++
		}
	}
	show(0)
	it, ok := r.Open.Item(item)
	if !ok {
		t.Fatalf("no item %d", item)
	}
	for _, e := range it.Entries {
		words = append(words, e.Text)
		show(e.ID)
	}
	if c := r.Closed.Items[item]; c != nil && shown != len(c.Entries) {
		t.Errorf("%d of %d notes are shown", shown, len(c.Entries))
	}
	return strings.Join(words, " ")
}

func TestNotesStayWithTheirItem(t *testing.T) {
	tests := []struct {
		name, want string
		change     func(t *testing.T, r agenda.Record) (agenda.Record, error)
	}{
		{"as written", "%0 q r %1 n %2 %3", func(t *testing.T, r agenda.Record) (agenda.Record, error) { return r, nil }},
		{"entry moved", "%0 n %2 %3 q r %1", func(t *testing.T, r agenda.Record) (agenda.Record, error) {
			return r.Move(id(t, r, "n"), -1)
		}},
		{"entry struck", "%0 q r %1 %2 %3", func(t *testing.T, r agenda.Record) (agenda.Record, error) {
			r, _, err := r.Strike(id(t, r, "n"))
			return r, err
		}},
		{"question struck", "%0 n %2 %3 %1", func(t *testing.T, r agenda.Record) (agenda.Record, error) {
			r, _, err := r.Strike(id(t, r, "q"))
			return r, err
		}},
		{"entry moved to another item", "%0 q r %1 %2 %3", func(t *testing.T, r agenda.Record) (agenda.Record, error) {
			return r.MoveTo(id(t, r, "n"), id(t, r, "Item 2"))
		}},
		{"nothing left", "%0 %1 %2 %3", func(t *testing.T, r agenda.Record) (agenda.Record, error) {
			r, _, err := r.Strike(id(t, r, "n"))
			if err != nil {
				return r, err
			}
			r, _, err = r.Strike(id(t, r, "q"))
			return r, err
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := build(t, "%0 ?q >r %1 n %2 %3", "")
			next, err := tt.change(t, r)
			if got := annotated(t, must(t, next, err), id(t, r, "Item 1")); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if fmt.Sprint(dump(agenda.Record{Closed: r.Closed})) != dump(agenda.Record{Closed: next.Closed}) {
				t.Error("a change of the minutes reached the closed part")
			}
		})
	}
}

func TestNotesNeverReachTheMinutes(t *testing.T) {
	r := build(t, "?q >r", "")
	public := dump(agenda.Record{Open: r.Open})
	next, first, err := r.Add(id(t, r, "Item 1"), entry("%one"))
	must(t, next, err)
	next, second, err := next.AddAfter(id(t, r, "q"), entry("%two"))
	must(t, next, err)
	if dump(agenda.Record{Open: next.Open}) != public {
		t.Error("a note changed the public record, counter or entries")
	}
	if first != closedID(1) || second != closedID(2) {
		t.Errorf("IDs %d, %d: the closed part counts for itself", first, second)
	}
	if got := annotated(t, next, id(t, r, "Item 1")); got != "q %two r %one" {
		t.Errorf("got %s", got)
	}
	_, _, err = r.Add(nobody, entry("%lost"))
	wantNotFound(t, err)
}

func TestEditAndStrikeNote(t *testing.T) {
	r := build(t, "%a n %b", "")
	item := id(t, r, "Item 1")
	e := *r.Closed.Items[item].Entries[0]
	e.Text = "changed"
	before := dump(r)
	next, err := r.Edit(e.Entry)
	if got := annotated(t, must(t, next, err), item); got != "%changed n %b" {
		t.Errorf("got %s", got)
	}
	next, _, err = next.Strike(e.ID)
	if got := annotated(t, must(t, next, err), item); got != "n %b" {
		t.Errorf("got %s", got)
	}
	next, _, err = next.Strike(closedID(2))
	if must(t, next, err).Closed.Items != nil || next.Closed.Next != closedID(3) {
		t.Errorf("closed %v: nothing should be left but the counter", next.Closed)
	}
	if dump(r) != before {
		t.Error("the receiver changed")
	}
	_, err = r.Edit(agenda.Entry{ID: closedID(7)})
	wantNotFound(t, err)
	_, _, err = r.Strike(closedID(7))
	wantNotFound(t, err)
}

func TestNotesOfAnItemThatIsGone(t *testing.T) {
	r := build(t, "%a n")
	item := id(t, r, "Item 1")
	r.Open.Items = r.Open.Items[:1] // damaged: the closed part outlived its item
	if got := r.Notes(item)[0]; len(got) != 1 || got[0].Text != "a" {
		t.Errorf("got %v, want the note before everything", got)
	}
	if got := r.Notes(nobody); got != nil {
		t.Errorf("got %v", got)
	}
}
