package agenda_test

import (
	"testing"

	"minutebook/agenda"
)

func TestWhatIsPointedAtBeforeClosing(t *testing.T) {
	ref := &agenda.Ref{Meeting: "before", Entry: 7}
	r := agenda.New(agenda.Meeting{Start: "2026-03-12", Items: []*agenda.Item{
		{Level: 1, Number: "1", Entries: []*agenda.Entry{{Kind: agenda.Question, Text: "Who pays?"}, {Kind: agenda.Question, Text: "When?"}}},
		{Level: 1, Number: "2", Kind: agenda.KindActions, Entries: []*agenda.Entry{{Kind: agenda.ToDo, Text: "write", Action: &agenda.Action{Follows: ref}}}},
		{Level: 1, Number: "3"},
		{Level: 1, Number: "4", Outcome: agenda.Outcome{Words: "deferred"}},
	}})
	item := r.Open.Items[1]
	r, _, err := r.Add(item.ID, agenda.Entry{Kind: agenda.Response, On: item.Entries[0].ID, Text: "the county."})
	if err != nil {
		t.Fatal(err)
	}
	var numbers []string
	for _, it := range r.Open.Untaken() {
		numbers = append(numbers, it.Number)
	}
	if len(numbers) != 2 || numbers[0] != "2" || numbers[1] != "3" {
		t.Errorf("not taken are %v", numbers)
	}
	for _, words := range []agenda.Entry{{Kind: agenda.Note, Text: "n"}, {Kind: agenda.Narrative, Text: "s"}} {
		want := 2
		if words.Kind != agenda.Note {
			want = 1
			if r, err = r.CloseFrom(r.Open.Items[3].ID, "3", ""); err != nil {
				t.Fatal(err)
			}
		}
		if r, _, err = r.Add(r.Open.Items[3].ID, words); err != nil || len(r.Untaken()) != want {
			t.Errorf("with a private %s %d are not taken, %v", words.Kind, len(r.Untaken()), err)
		}
	}
	if open := r.Open.Unanswered(); len(open) != 1 || open[0].Text != "When?" {
		t.Errorf("without a response are %v", open)
	}
}
