package notes_test

import (
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// typed is a meeting into which lines were typed one by one.
func typed(t *testing.T, lines ...string) (agenda.Record, agenda.ID) {
	t.Helper()
	r := agenda.New(agenda.Meeting{Start: "2026-03-12T18:00", Items: []*agenda.Item{
		{Kind: agenda.KindOpening}, {Level: 1, Number: "4", Title: "Dredging"}, {Level: 1, Number: "7", Title: "Dues"},
	}, Roster: []agenda.Attendee{{Title: "Cllr", Name: "Jo Lunt", Voting: true}, {Title: "Cllr", Name: "Tom Pike"}}})
	item := r.Open.Items[1].ID
	for _, line := range lines {
		next, done, err := notes.Apply(r, item, line, "2026-03-12T18:30")
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		r, item = next, done.Item
	}
	return r, r.Open.Items[1].ID
}

func saidIn(r agenda.Record, item agenda.ID) string {
	it, _ := r.Open.Item(item)
	var out []string
	for _, e := range it.Entries {
		out = append(out, said(r.Open, *e))
	}
	return strings.Join(out, "\n")
}

func TestTypedLineByLine(t *testing.T) {
	r, item := typed(t, "@Lunt reported:", "- one", "  - deep", "- two", "! a", "!- b", "/by all", "! c", "- d",
		"| x | y |", "| 1 | 2 |", "/arrive Pike", "/chair Lunt", "/number 9 ? So?")
	want := `update; @Cllr Jo Lunt; reported:; points one(deep)|two
resolution; parts a(b)|c(d); by /; vote {all [] }
table; [["x" "y"] ["1" "2"]]
event; arrived Cllr Tom Pike; at 2026-03-12T18:30
event; presides Cllr Jo Lunt
question; no. 9; So?`
	if got := saidIn(r, item); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestApplySeveralOrNone(t *testing.T) {
	r, item := typed(t)
	next, done, err := notes.Apply(r, item, "? a\n> b\n#7 elsewhere\n* c", "")
	if err != nil || done.Kind != agenda.Comment || saidIn(next, item) != "question; a\nresponse; b\ncomment; c" {
		t.Errorf("%+v %v\n%s", done, err, saidIn(next, item))
	}
	same(t, r, mustFail(t, r, item, "? a\n/arive Pike"), "")
	same(t, r, mustFail(t, r, item, ""), "")
	if _, done, err := notes.Apply(r, item, "#7 + Pike: go", ""); err != nil || done.Item != r.Open.Items[2].ID || done.Kind != agenda.ToDo {
		t.Errorf("%+v %v", done, err)
	}
	if _, _, err := notes.Apply(r, 99, "x", ""); err == nil {
		t.Error("wrote to no item")
	}
}

func mustFail(t *testing.T, r agenda.Record, item agenda.ID, text string) agenda.Record {
	t.Helper()
	next, _, err := notes.Apply(r, item, text, "")
	if err == nil {
		t.Errorf("%q was kept", text)
	}
	return next
}

func TestApplyHeadings(t *testing.T) {
	r, _ := typed(t, "== 7", "In seven.", "== 8 | New", "recommends: That it be.", "In eight.", "==", "Between.")
	if len(r.Open.Items) != 5 || saidIn(r, r.Open.Items[2].ID) != "narrative; In seven." {
		t.Errorf("%d items", len(r.Open.Items))
	}
	if it := r.Open.Items[3]; it.Number != "8" || it.Paper.Recommends[0] != "That it be." || len(it.Entries) != 1 {
		t.Errorf("%+v", it)
	}
	if it := r.Open.Items[4]; it.Kind != agenda.KindInterlude || len(it.Entries) != 1 {
		t.Errorf("%+v", it)
	}
	if it, ok := notes.Heading("== 4.1 Phase two"); !ok || it.Number != "4.1" || it.Title != "Phase two" || it.Level != 1 {
		t.Errorf("%+v", it)
	}
}

func TestEdit(t *testing.T) {
	r, item := typed(t, "? a", "> b", "! c", "!! d")
	it, _ := r.Open.Item(item)
	for i, text := range []string{"* a2", ">noted b2", "! c2\n!- sub\n/by all", "!d2 is"} {
		next, err := notes.Edit(r, it.Entries[i].ID, text)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		r = next
	}
	if got := saidIn(r, item); got != "comment; a2\nresponse; verb noted; b2\nresolution; parts c2(sub); by /; vote {all [] }\nresolution; verb d2; parts is" {
		t.Errorf("got\n%s", got)
	}
	for _, text := range []string{"", "two\nentries", "no question any more", "/style bullets", "== 9 | x", "% a note", "#7 ? x"} {
		if next, err := notes.Edit(r, it.Entries[0].ID, text); err == nil {
			t.Errorf("%q became\n%s", text, saidIn(next, item))
		}
	}
}

func TestPredict(t *testing.T) {
	for lines, want := range map[string]string{
		"":                      "",
		"Text.":                 "",
		"? a":                   ">",
		"* a":                   ">",
		"? a\n> b":              "?",
		"? a\n>> b":             "?",
		"? a\n/arrive Pike":     ">",
		"! a":                   "!",
		"! a\n/arrive Pike":     "",
		"@Lunt a":               "",
		"@Lunt a\n- p":          "-",
		"| a |":                 "|",
		"+ Pike: a":             "",
		"? a\n> b\nText.\n% no": "",
	} {
		r, item := typed(t, strings.FieldsFunc(lines, func(r rune) bool { return r == '\n' })...)
		if got := notes.Predict(r, item); got != want {
			t.Errorf("%q: got %q, want %q", lines, got, want)
		}
	}
}

// A long paste must not take a time that grows with its square.
func BenchmarkParse(b *testing.B) {
	text := head + "== 4 | A\n" + strings.Repeat("? What of the tides?\n> nothing yet.\n! That it be so.\n% hm\n", 20000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := notes.Parse("x", text); err != nil {
			b.Fatal(err)
		}
	}
}
