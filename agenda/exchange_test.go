package agenda_test

import (
	"testing"

	"minutebook/agenda"
)

func TestMove(t *testing.T) {
	tests := []struct {
		name, before, text string
		by                 int
		want               string // empty: refused
	}{
		{"narrative up past an exchange", "m ?q >r >>s n", "n", -1, "m n ?q >r >>s"},
		{"narrative down past an exchange", "n ?q >r m", "n", 1, "?q >r n m"},
		{"two steps", "n ?q >r m", "n", 2, "?q >r m n"},
		{"no step", "n m", "n", 0, "n m"},
		{"question takes its responses", "?q >r >>s n", "q", 1, "n ?q >r >>s"},
		{"question and what stands between", "?q n >r m", "q", 1, "m ?q n >r"},
		{"question past an exchange with something in it", "?p ?q n >r", "p", 1, "?q n >r ?p"},
		{"question up past an exchange with something in it", "?q n >r ?p >s", "p", -1, "?p >s ?q n >r"},
		{"question never into its own exchange", "?q n >r", "q", 1, ""},
		{"response among responses", "?q >r >s >>u", "s", -1, "?q >s >r >>u"},
		{"response over what stands between", "?q >r n >s", "s", -1, "?q >r >s n"},
		{"response inside its exchange", "?q >r n >s", "r", 1, "?q n >r >s"},
		{"response to the end of its exchange", "?q >r n >s", "r", 2, "?q n >s >r"},
		{"response not over its question", "?q >r >s", "r", -1, ""},
		{"response not out of its exchange", "?q >r n", "r", 1, ""},
		{"response not to another question", "?q >r ?p >s", "r", 2, ""},
		{"out of an exchange, down", "?q n >r m", "n", 1, "?q >r n m"},
		{"out of an exchange, up", "?q n >r m", "n", -1, "n ?q >r m"},
		{"at the top", "n m", "n", -1, ""},
		{"at the bottom", "n m", "m", 1, ""},
		{"too far", "n m ?q >r", "n", 3, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := build(t, tt.before)
			next, err := r.Move(id(t, r, tt.text), tt.by)
			if tt.want != "" {
				wantShape(t, must(t, next, err), tt.want)
				return
			}
			wantRefused(t, err, "")
			wantShape(t, next, tt.before)
		})
	}
	r := build(t, "n")
	_, err := r.Move(nobody, 1)
	wantNotFound(t, err)
}

func TestMoveTo(t *testing.T) {
	tests := []struct {
		name, one, two, text string
		want                 []string
	}{
		{"narrative", "n m", "?p >s", "n", []string{"m", "?p >s n"}},
		{"question with its responses", "?q n >r >>s m", "?p >s", "q", []string{"n m", "?p >s ?q >r >>s"}},
		{"a response with no question finds one", ">r n", "?p", "r", []string{"n", "?p >r"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := build(t, tt.one, tt.two)
			at := id(t, r, tt.text)
			next, err := r.MoveTo(at, id(t, r, "Item 2"))
			wantShape(t, must(t, next, err), tt.want...)
			if id(t, next, tt.text) != at {
				t.Error("the ID changed on the way")
			}
		})
	}
	r := build(t, "?q n >r", "")
	next, err := r.MoveTo(id(t, r, "q"), id(t, r, "Item 1"))
	wantShape(t, must(t, next, err), "n ?q >r", "")
	_, err = r.MoveTo(id(t, r, "r"), id(t, r, "Item 2"))
	wantRefused(t, err, "stays with its question")
	_, err = r.MoveTo(nobody, id(t, r, "Item 2"))
	wantNotFound(t, err)
	_, err = r.MoveTo(id(t, r, "n"), nobody)
	wantNotFound(t, err)
}

func TestAsked(t *testing.T) {
	r := build(t, "n ?q *c >r n", "n >r")
	if got := r.Open.Items[1].Asked(); got != id(t, r, "c") {
		t.Errorf("Asked = %d, want the comment", got)
	}
	if got := r.Open.Items[2].Asked(); got != 0 {
		t.Errorf("Asked = %d, want none", got)
	}
}

func TestTextual(t *testing.T) {
	for _, k := range []agenda.Kind{agenda.Resolved, agenda.ToDo, agenda.Happening, agenda.Tabulation, agenda.Note, ""} {
		if k.Textual() {
			t.Errorf("%q is more than words", k)
		}
	}
}
