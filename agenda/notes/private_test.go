package notes_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
	"minutebook/agenda/notes"
)

// A public copy reads back as the public record, and nothing is closed in it.
func TestPublicNotesGiveThePublicRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, body := agendatest.Record(t), agendatest.Body(t)
		var out strings.Builder
		if err := notes.WriteMeeting(&out, body, r.Open, agenda.Life{Draft: 1}); err != nil {
			t.Fatal(err)
		}
		file, err := notes.Parse("x.notes", out.String())
		if err != nil {
			t.Fatalf("%v\n%s", err, out.String())
		}
		got := file.Meetings[0].Record
		if !reflect.DeepEqual(got.Closed, agenda.Closed{}) {
			t.Fatalf("%+v\n%s", got.Closed, out.String())
		}
		_, face := agenda.PublicFace(body, r.Open)
		if a, b := ordered(face), ordered(got.Open); !slices.Equal(a, b) {
			t.Fatalf("printed in the order %v, then %v\n%s", a, b, out.String())
		}
		face.Taken, got.Open.Taken = nil, nil // of which a public copy has the order alone
		same(t, sayable(agenda.Record{Open: face}), sayable(got), out.String())
	})
}

// ordered is the places of the items in the order of printing.
func ordered(m agenda.Meeting) (places []int) {
	for _, it := range m.Ordered() {
		places = append(places, slices.Index(m.Items, it))
	}
	return places
}

// whole is an item as the clerk has it in one line: closed entries in brackets.
func whole(r agenda.Record, item agenda.ID) string {
	it, _ := r.Whole(item)
	var out []string
	for _, e := range it.Entries {
		word := e.Text
		if e.Event != nil {
			word = e.Event.What + e.Text
		} else if e.Resolution != nil {
			word = fmt.Sprint("!", len(e.Resolution.Parts))
		} else if e.Table != nil {
			word = fmt.Sprint("|", len(e.Table.Rows))
		}
		if len(e.Points) > 0 {
			word += fmt.Sprint("-", len(e.Points))
		}
		if e.ID.Closed() {
			word = "[" + word + "]"
		}
		out = append(out, word)
	}
	return strings.Join(out, " ")
}

// Lines typed one by one do what the same lines do in a file.
func TestTypedInPrivate(t *testing.T) {
	for _, tt := range []struct{ lines, want string }{
		{"/exempt 3: why|a|/leave public|- p|- q", "[a] left [-2]"},
		{"a|/exempt|! one|! two|!- sub|/by all|/public|! three", "a exempt [!2] public !1"},
		{"a|/exempt||\\ a \\ b|\\ c|/public", "a exempt [|2] public"},
		{"? q|/exempt|> r|? s|> t|/public|> u", "q exempt [r] [s] [t] public u"},
		{"/exempt|/exempt 2|/public|/public|b", "public b"},
		{"/exempt|/arrive Pike|/leave Pike: cross", "arrived left [cross]"},
		{"/exempt|x|% n|/public", "[x] [n] public"},
	} {
		r, item := open(t)
		text := strings.ReplaceAll(strings.ReplaceAll(tt.lines, "|", "\n"), "\\", "|")
		r.Open.Roster = []agenda.Attendee{{ID: 900, Name: "Tom Pike"}}
		for line := range strings.SplitSeq(text, "\n") {
			if line != "" {
				r, _ = kept(t, r, item, line)
			}
		}
		if got := whole(r, item); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.lines, got, tt.want)
		}
		if err := r.Sound(); err != nil {
			t.Errorf("%s: %v", tt.lines, err)
		}
		file, err := notes.Parse("x", "body: B\nmeeting: , 2026-03-12\nattending: Tom Pike\n== 1 Buoys\n"+text)
		if err != nil {
			t.Fatal(err)
		}
		parsed := file.Meetings[0].Record
		if got := whole(parsed, parsed.Open.Items[1].ID); got != tt.want && !strings.Contains(tt.lines, "- p") {
			t.Errorf("%s in a file\ngot  %s\nwant %s", tt.lines, got, tt.want)
		}
	}
}

func TestElsewhereIsPrivateToo(t *testing.T) {
	file, err := notes.Parse("x", "body: B\nmeeting: , 2026-03-12\n== 1 Buoys\n#2 secret\n#1 open\n== 2 Lease\n/exempt\n#1 more\n== 3 Dues\n#2 also\n")
	if err != nil {
		t.Fatal(err)
	}
	r := file.Meetings[0].Record
	// What stands above the /exempt in the file was public when it was written.
	if got := whole(r, r.Open.Items[2].ID); got != "secret exempt [also]" {
		t.Errorf("got %s", got)
	}
	if got := whole(r, r.Open.Items[1].ID); got != "open more" {
		t.Errorf("got %s", got)
	}
}

func TestTypedBehind(t *testing.T) {
	for _, tt := range []struct{ behind, text, want string }{
		{"r", "x", "q exempt [r] [x] [s] public u"},
		{"s", "x", "q exempt [r] [s] [x] public u"},
		{"r", "? x", "q exempt [r] [x] [s] public u"},
		{"q", "x", "q x exempt [r] [s] public u"},
		{"u", "x", "q exempt [r] [s] public u x"},
		{"r", "/arrive Pike", "q exempt [r] arrived [s] public u"},
		{"r", "/public", ""},
		{"q", "/exempt", ""},
	} {
		r, item := open(t)
		r.Open.Roster = []agenda.Attendee{{ID: 900, Name: "Tom Pike"}}
		for line := range strings.SplitSeq("? q|/exempt|> r|s|/public|> u", "|") {
			r, _ = kept(t, r, item, line)
		}
		it, _ := r.Whole(item)
		var behind agenda.ID
		for _, e := range it.Entries {
			if e.Text == tt.behind {
				behind = e.ID
			}
		}
		next, _, err := notes.ApplyBehind(r, behind, tt.text, "")
		if tt.want == "" {
			if err == nil {
				t.Errorf("%s behind %s: got %s", tt.text, tt.behind, whole(next, item))
			}
			continue
		}
		if got := whole(next, item); err != nil || got != tt.want {
			t.Errorf("%s behind %s\ngot  %s (%v)\nwant %s", tt.text, tt.behind, got, err, tt.want)
		}
	}
}

func TestEditInPrivate(t *testing.T) {
	r, item := open(t)
	r.Open.Roster = []agenda.Attendee{{ID: 900, Name: "Tom Pike"}}
	for _, line := range []string{"/exempt", "? q", "> r", "/leave Pike", "% n"} {
		r, _ = kept(t, r, item, line)
	}
	it, _ := r.Whole(item)
	for i, tt := range []struct{ text, want string }{
		{"* changed", "[changed] [r] left [n]"}, {">noted r2", "[q] [r2] left [n]"},
		{"/leave Pike: cross", ""}, {"m", "[q] [r] left [m]"},
	} {
		next, err := notes.Edit(r, it.Entries[i].ID, tt.text)
		if tt.want == "" {
			if err == nil || !strings.Contains(err.Error(), "words that would be private") {
				t.Errorf("%s: %v, %s", tt.text, err, whole(next, item))
			}
		} else if got := whole(next, item); err != nil || got != tt.want {
			t.Errorf("%s: got %s (%v)", tt.text, got, err)
		}
	}
	if got := notes.Predict(r, item); got != "?" {
		t.Errorf("predicted %q", got)
	}
	if r, _ = kept(t, r, item, "/public"); notes.Predict(r, item) != "" {
		t.Error("in public the private answer is still waited on")
	}
}

// A heading typed with the title that only the clerk sees goes to that item, and
// makes no public one.
func TestHeadingOfAPrivateItem(t *testing.T) {
	r, item := open(t)
	r, _ = kept(t, r, item, "/exempt")
	r, done := kept(t, r, r.Open.Opening(), "== 1 Buoys")
	if done.Item != item || len(r.Open.Items) != 2 || r.Open.Items[1].Title != "" {
		t.Errorf("%+v: %+v", done, r.Open.Items[1])
	}
}

func TestHeadersOfAPrivateItem(t *testing.T) {
	r, item := open(t)
	for _, line := range []string{"/exempt 3", "paper: 26/1, Secret", "recommends: That it be.", "purpose: to hide", "Text.", "public title: Told", "public summary: So."} {
		r, _ = kept(t, r, item, line)
	}
	it, _ := r.Open.Item(item)
	c := r.Closed.Items[item]
	if it.Title != "Told" || it.Exempt.Summary != "So." || it.Paper != nil || it.Purpose != "" || c.Paper == nil || c.Paper.Number != "26/1" || c.Purpose != "to hide" || c.Title != "Buoys" {
		t.Errorf("public %+v, closed %+v", it, c)
	}
	if n := len(c.Entries); n != 1 {
		t.Errorf("%d entries", n)
	}
}

// privateFile is a file of one item with n private lines.
func privateFile(n int) string {
	var b strings.Builder
	b.WriteString("body: B\nmeeting: , 2026-03-12\n== 1 Lease\n/exempt 3\n")
	for i := range n {
		b.WriteString([]string{"? What?\n", "> that.\n", "! a\n", "! b\n", "/leave public\n", "% n\n", "/public\n", "/exempt\n"}[i%8])
	}
	return b.String()
}

func BenchmarkParsePrivate(b *testing.B) {
	text := privateFile(20_000)
	for b.Loop() {
		if _, err := notes.Parse("x", text); err != nil {
			b.Fatal(err)
		}
	}
}
