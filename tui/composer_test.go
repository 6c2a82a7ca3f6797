package tui

import (
	"reflect"
	"testing"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
	"minutebook/agenda/notes"
)

// keyedIn is the line that a composer holds after keys.
func keyedIn(predicted string, keys ...string) *composer {
	c := newComposer()
	c.openers = agenda.Council().Openers
	c.Predict(predicted)
	for _, k := range keys {
		if k == "backspace" {
			c.Update(tea.KeyPressMsg{Code: tea.KeyBackspace}, true)
			continue
		}
		for _, r := range k {
			c.Update(tea.KeyPressMsg{Code: r, Text: string(r)}, false)
		}
	}
	return c
}

func TestComposerMarks(t *testing.T) {
	tests := []struct {
		predicted string
		keys      []string
		want      string
		kind      agenda.Kind
	}{
		{"", []string{"plain words"}, "plain words", agenda.Narrative},
		{"", []string{"? a question"}, "? a question", agenda.Question},
		{"", []string{"?A question in haste"}, "? A question in haste", agenda.Question},
		{">", []string{"the answer"}, "> the answer", agenda.Response},
		{">", []string{"> the answer"}, "> the answer", agenda.Response},
		{">", []string{">the county pays"}, "> the county pays", agenda.Response},
		{">", []string{">acknowledged that"}, ">acknowledged that", agenda.Response},
		{">", []string{">> more"}, ">> more", agenda.Further},
		{"?", []string{"?", "backspace", "! That it be so."}, "! That it be so.", agenda.Resolved},
		{"?", []string{"x", "backspace", "+ Clerk: write"}, "+ Clerk: write", agenda.ToDo},
		{"?", []string{"?", "* a comment"}, "* a comment", agenda.Comment},
		{"", []string{"? + a sum"}, "? + a sum", agenda.Question},
		{">", []string{"=In response, no."}, ">=In response, no.", agenda.Response},
		{">", []string{"backspace", ">acknowledged that"}, ">acknowledged that", agenda.Response},
		{">", []string{"backspace", "a narrative"}, "a narrative", agenda.Narrative},
		{">", []string{"? another"}, "? another", agenda.Question},
		{"?", []string{"? said yes to it"}, "? said yes to it", agenda.Question},
		{"?", []string{"* a comment"}, "* a comment", agenda.Comment},
		{"?", []string{"*=As typed."}, "*=As typed.", agenda.Comment},
		{"?", []string{">> further"}, ">> further", agenda.Further},
		{"?", []string{"@Pike Had it?"}, "? @Pike Had it?", agenda.Question},
		{"?", []string{"/arrive Lunt"}, "/arrive Lunt", agenda.Happening},
		{"?", []string{"#7 > yes"}, "#7 > yes", agenda.Response},
		{"!", []string{"That more."}, "! That more.", agenda.Resolved},
		{"!", []string{"- in June"}, "!- in June", agenda.Resolved},
		{"!", []string{"!! That another."}, "!! That another.", agenda.Resolved},
		{"!", []string{"+ Clerk: write"}, "+ Clerk: write", agenda.ToDo},
		{"", []string{"!+ That a letter be sent; Clerk"}, "!+ That a letter be sent; Clerk", agenda.Resolved},
		{"-", []string{"a point"}, "- a point", agenda.Narrative},
		{">", []string{"== 9 Late item"}, "== 9 Late item", ""},
		{"?", []string{"=="}, "==", ""},
		{"", []string{"== 9 Late item"}, "== 9 Late item", ""},
	}
	for _, tt := range tests {
		c := keyedIn(tt.predicted, tt.keys...)
		if got := c.Text(); got != tt.want {
			t.Errorf("%q then %q: %q, want %q", tt.predicted, tt.keys, got, tt.want)
		}
		if got := c.Kind(); got != tt.kind {
			t.Errorf("%q then %q: kind %q, want %q", tt.predicted, tt.keys, got, tt.kind)
		}
	}
}

// TestComposerLeavesEntriesAsTheyWere opens entries for editing and keeps them
// with no change: nothing may change.
func TestComposerLeavesEntriesAsTheyWere(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := agendatest.Record(rt)
		for _, it := range r.Open.Items {
			for _, e := range it.Entries {
				text := notes.Text(r.Open, *e)
				if !norm.NFC.IsNormalString(text) {
					continue // what goes through the keyboard is composed
				}
				c := newComposer()
				c.SetText(text)
				next, err := notes.Edit(r, e.ID, c.Text())
				if err != nil {
					rt.Fatalf("%+v became %q: %v", *e, c.Text(), err)
				}
				if _, got, _ := next.Open.Find(e.ID); !reflect.DeepEqual(got, e) {
					rt.Fatalf("%q\ngot  %+v\nwant %+v", c.Text(), *got, *e)
				}
			}
		}
	})
}

// TestComposerTurns goes round the kinds with tab and keeps the words.
func TestComposerTurns(t *testing.T) {
	c := keyedIn("", "some words")
	seen := map[string]bool{}
	for range kinds {
		c.Turn(1)
		seen[c.Text()] = true
	}
	if c.Text() != "some words" || len(seen) != len(kinds) {
		t.Errorf("after a round %q, %d of %d kinds seen", c.Text(), len(seen), len(kinds))
	}
	c.Turn(-1)
	if c.Text() != "% some words" {
		t.Errorf("one back is %q", c.Text())
	}
}
