package notes_test

import (
	"reflect"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

func TestApplyBehind(t *testing.T) {
	r, item := typed(t, "? a", "> b", "? c", "> d", "! e", "@Lunt reported:", "- f")
	it, _ := r.Open.Item(item)
	for _, c := range []struct {
		behind int
		text   string
		want   string
	}{
		{0, "> late", "question; a\nresponse; b\nresponse; late\nquestion; c\nresponse; d"},
		{1, ">> late", "question; a\nresponse; b\nfurther; late\nquestion; c\nresponse; d"},
		{0, "? late", "question; a\nresponse; b\nquestion; late\nquestion; c\nresponse; d"},
		{0, "? late\n> so", "question; a\nresponse; b\nquestion; late\nresponse; so\nquestion; c\nresponse; d"},
		{3, "late", "question; a\nresponse; b\nquestion; c\nresponse; d\nnarrative; late"},
	} {
		next, done, err := notes.ApplyBehind(r, it.Entries[c.behind].ID, c.text, "")
		if err != nil {
			t.Fatalf("%s: %v", c.text, err)
		}
		if got := saidIn(next, item); got != c.want+saidIn(r, item)[len("question; a\nresponse; b\nquestion; c\nresponse; d"):] {
			t.Errorf("%s behind %d:\n%s", c.text, c.behind, got)
		}
		if _, e, _ := next.Open.Find(done.Entry); e.Kind.Answers() && c.behind < 2 && c.text[0] == '>' && e.On != it.Entries[0].ID {
			t.Errorf("%s hangs on %d", c.text, e.On)
		}
	}
	next, _, err := notes.ApplyBehind(r, it.Entries[4].ID, "! e2", "")
	if _, e, _ := next.Open.Find(it.Entries[4].ID); err != nil || len(e.Resolution.Parts) != 2 {
		t.Errorf("a part behind a resolution: %v", err)
	}
	same, _, err := notes.ApplyBehind(r, it.Entries[4].ID, "/arive Pike", "")
	if err == nil || saidIn(same, item) != saidIn(r, item) {
		t.Errorf("a mistake was kept: %v", err)
	}
	if notes.PredictBehind(r, it.Entries[1].ID) != ">" || notes.PredictBehind(r, it.Entries[4].ID) != "" {
		t.Error("the wrong mark is predicted")
	}
}

func TestSplit(t *testing.T) {
	r, item := typed(t, "?asked @Lunt one. two.", "> a", "+ Clerk: go; due 2026-06-11")
	it, _ := r.Open.Item(item)
	next, _, err := notes.Split(r, it.Entries[0].ID, "?asked @Lunt one.", "? two.")
	if err != nil {
		t.Fatal(err)
	}
	now, _ := next.Open.Item(item)
	if now.Entries[0].ID != now.Entries[1].On || now.Entries[2].Speaker != now.Entries[0].Speaker || now.Entries[2].Kind != agenda.Question {
		t.Errorf("\n%s", saidIn(next, item))
	}
	if _, _, err = notes.Split(r, it.Entries[2].ID, "+ Clerk: go; due 2026-06-11", "+ "); err == nil {
		t.Error("split into an action and nothing")
	}
}

func TestAPointBehindAListKeepsItsLevel(t *testing.T) {
	for _, text := range []string{"  - sub", "\n  - apart", "- level"} {
		r, item := typed(t, "- one\n- two")
		it, _ := r.Open.Item(item)
		end, _, err := notes.Apply(r, item, text, "")
		if err != nil {
			t.Fatal(err)
		}
		behind, _, err := notes.ApplyBehind(r, it.Last().ID, text, "")
		want, _ := end.Open.Item(item)
		if got, _ := behind.Open.Item(item); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q behind the list: %+v, at the end of the item: %+v", text, *got.Entries[0], *want.Entries[0])
		}
	}
}
