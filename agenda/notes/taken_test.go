package notes_test

import (
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

const fourItems = "body: A\nmeeting: Ordinary, 2026-03-12 18:00\nTAKEN\n== 7 Buoys\nx\n== 8 Slip\nx\n==\nThe meeting waited.\n== 9 Quay\nx\n"

// An evening on which 8 came before 7 is printed in that order when it is read
// back, from a full copy with its times, and from a public one.
func TestTheOrderTakenIsReadBack(t *testing.T) {
	line := "taken: 8 18:02-18:20; #3 ?-18:21; 7 18:21-2026-03-13 00:10; 9 2026-03-13 00:10-…"
	f, err := notes.Parse("x", strings.Replace(fourItems, "TAKEN", line, 1))
	if err != nil {
		t.Fatal(err)
	}
	r := f.Meetings[0].Record
	m := r.Open
	if len(m.Taken) != 4 || m.Current() != m.Items[4].ID || m.Taken[2].To != "2026-03-13T00:10" || m.Taken[1].Item != m.Items[3].ID {
		t.Fatalf("taken %+v", m.Taken)
	}
	if got := orderOf(m); got != "8 7 9" {
		t.Errorf("printed %s", got)
	}
	if text := written(t, agenda.Body{Name: "A"}, r, 0); !strings.Contains(text, "\n"+line+"\n") {
		t.Errorf("wrote\n%s", text)
	}
	var public strings.Builder
	if err := notes.WriteMeeting(&public, agenda.Body{Name: "A"}, m, agenda.Life{}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(public.String(), "\ntaken: 8; #3; 7; 9\n") {
		t.Errorf("the public copy says\n%s", public.String())
	}
	if f, err = notes.Parse("x", public.String()); err != nil {
		t.Fatal(err)
	}
	if m = f.Meetings[0].Record.Open; orderOf(m) != "8 7 9" || m.Current() != 0 {
		t.Errorf("from the public copy: %s, open is %d", orderOf(m), m.Current())
	}
}

// A public copy says nothing of an order that is that of the file.
func TestPublicCopyInOrderSaysNothingOfIt(t *testing.T) {
	f, err := notes.Parse("x", strings.Replace(fourItems, "TAKEN", "taken: 7; 8; 9", 1))
	if err != nil {
		t.Fatal(err)
	}
	var public strings.Builder
	if err := notes.WriteMeeting(&public, agenda.Body{Name: "A"}, f.Meetings[0].Record.Open, agenda.Life{}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(public.String(), "taken:") {
		t.Errorf("it says\n%s", public.String())
	}
}

func TestTakenOfNoItem(t *testing.T) {
	for _, line := range []string{"taken: 7; 99", "taken: #9", "taken: 7 18:00", "taken: 7;; 8"} {
		_, err := notes.Parse("x", strings.Replace(fourItems, "TAKEN", line, 1))
		if err == nil || !strings.Contains(err.Error(), "no item of this file") || !strings.HasPrefix(err.Error(), "x:3:") {
			t.Errorf("%s: %v", line, err)
		}
	}
}

func orderOf(m agenda.Meeting) string {
	var numbers []string
	for _, it := range m.Ordered() {
		if it.Number != "" {
			numbers = append(numbers, it.Number)
		}
	}
	return strings.Join(numbers, " ")
}
