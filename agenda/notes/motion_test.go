package notes_test

import (
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// What a line of a motion says it did.
func TestAppliedMotions(t *testing.T) {
	r, item := typed(t)
	for _, c := range []struct{ line, what string }{
		{"/motion Lunt / Pike: That it be.", "motion m1"},
		{"/amend Pike: That it not be.", "amendment a1"},
		{"/amend a1 : That it perhaps be.", "amendment a1.1"},
		{"/vote a1.1 0-2 lost", "a1.1 lost"},
		{"/outcome a1 referred to the Harbour Board", "a1 referred to the Harbour Board"},
		{"/substantive : That it be.", "substantive motion m2"},
		{"/vote 1-1", "vote on m2"},
		{"/strike m2 Pike: misheard", "Pike: vote on m2 taken back"},
		{"/strike m2: miscounted", "vote on m2 taken back"},
		{"/vote 2-0 carried", "m2 carried"},
		{"/procedure Pike: That we go on.", "procedural motion p1"},
		{"#7 /vote m1#4 2-0 carried", "m1#4 carried"},
		{"#7 /vote 2-0", "vote"},
	} {
		next, done, err := notes.Apply(r, item, c.line, "")
		if err != nil || done.What != c.what || len(done.Warnings) > 0 {
			t.Fatalf("%s: got %q, %v, %v", c.line, done.What, done.Warnings, err)
		}
		r = next
	}
}

// A vote without a label is on the motion that is undecided, if it is one.
func TestVoteWithoutLabel(t *testing.T) {
	r, item := typed(t, "/motion : That it be.", "/amend : That it not be.")
	_, _, err := notes.Apply(r, item, "/vote 2-0", "")
	if err == nil || !strings.Contains(err.Error(), "where m1 and a1 are undecided") {
		t.Errorf("got %v", err)
	}
	r, item = typed(t, "/motion : That it be.", "/vote carried")
	next, done, err := notes.Apply(r, item, "/vote lost", "")
	if err != nil || len(done.Warnings) != 1 {
		t.Fatalf("got %v, %v", done.Warnings, err)
	}
	if it, _ := next.Open.Item(item); it.Last().On != 0 {
		t.Errorf("it is on %d", it.Last().On)
	}
	if _, done, _ = notes.Apply(r, item, "/vote m0 lost", ""); len(done.Warnings) != 0 {
		t.Errorf("got %v", done.Warnings)
	}
	if _, done, _ = notes.Apply(r, item, "#7 /amend Pike: That it be.", ""); len(done.Warnings) != 1 {
		t.Errorf("got %v", done.Warnings)
	}
}

// In a file a motion may come further down than what names it.
func TestLabelsAheadInAFile(t *testing.T) {
	text := head + "== 1 A\n/vote m1#2 3-0 carried\n/strike m1/2#2: miscounted\n! Done.\n/by m1#2\n== 2 B\n/motion : That it be.\n/vote 2-1\n"
	file, err := notes.Parse("x", text)
	if err != nil {
		t.Fatal(err)
	}
	m := file.Meetings[0].Record.Open
	a, b := m.Items[1].Entries, m.Items[2].Entries
	if a[0].On != b[0].ID || a[1].On != b[1].ID || a[2].On != b[0].ID {
		t.Errorf("got %d %d %d", a[0].On, a[1].On, a[2].On)
	}
	if out := written(t, file.Meetings[0].Body, file.Meetings[0].Record, 0); !strings.Contains(out, "/strike m1/2#2: miscounted\n! Done.\n/by m1#2\n") {
		t.Errorf("got\n%s", out)
	}
	_, err = notes.Parse("x", strings.Replace(text, "m1#2 3-0", "m2#2 3-0", 1))
	if want := "x:5:7: found m2#2, and the item has no such motion; expected one of m1\n"; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

// A motion and a vote are edited where they stand: what is further down can be
// named, and keeps hanging on them.
func TestEditMotions(t *testing.T) {
	r, item := typed(t, "/motion : One.", "/vote 2-0", "/vote m1 3-0", "/strike m1/1: miscounted", "/motion : Two.")
	it, _ := r.Open.Item(item)
	for i, c := range []struct{ was, now string }{
		{"/motion : One.", "/motion Pike: Once.\n- and again\n/items 7, 9"},
		{"/vote m1 2-0", "/vote m2 1-0; for: Pike"},
		{"/vote m1 3-0", "/vote 3-1; carried"},
		{"/strike m2 Lunt: miscounted", "/strike m1/1 Lunt"},
		{"/motion : Two.", "/amend : Two."},
	} {
		if was := notes.Text(r.Open, *it.Entries[i]); i < 3 && was != c.was {
			t.Errorf("got %q, want %q", was, c.was)
		}
		next, err := notes.Edit(r, it.Entries[i].ID, c.now)
		if err != nil {
			t.Fatalf("%s: %v", c.now, err)
		}
		r = next
	}
	it, _ = r.Open.Item(item)
	e := it.Entries
	if len(e[0].Motion.Items) != 2 || e[1].On != e[4].ID || len(e[0].Points) != 1 || e[2].On != e[0].ID || e[3].On != e[2].ID || e[3].Strike.Who.ID == 0 || e[4].On != e[0].ID {
		for _, one := range e {
			t.Log(notes.Text(r.Open, *one))
		}
		t.Error("an edit went astray")
	}
}

// Where something is written behind an entry, a motion further down can still
// be named by the label it has on the screen.
func TestBehindNamesWhatIsBelow(t *testing.T) {
	r, item := typed(t, "/motion : One.", "Talk.", "/motion : Two.")
	it, _ := r.Open.Item(item)
	next, done, err := notes.ApplyBehind(r, it.Entries[1].ID, "/outcome m2 withdrawn", "")
	if err != nil {
		t.Fatal(err)
	}
	if _, e, _ := next.Open.Find(done.Entry); e.On != it.Entries[2].ID {
		t.Errorf("it is on %d", e.On)
	}
}

// Names in a vote: initials in any case, names that look like something else.
func TestNamesOfAVote(t *testing.T) {
	text := func(line string) string {
		return "body: B\nmeeting: , 2026-03-12\npresent: Ben Crane [BC]; Ivy Gale [IG]; Bea Cole [bc]; Max Orr [M1]; All Saints; For\n== 1 A\n/motion : That it be.\n" + line
	}
	for line, want := range map[string]string{
		"/vote for: ig":                   "/vote m1 for: Gale",
		"/vote for: m1":                   "/vote m1 for: Orr",
		`/vote casting: \For for`:         `/vote m1 casting: \For for`,
		"/vote casting: for":              "/vote m1 casting: for",
		"/vote casting: Gale":             "/vote m1 casting: Gale",
		"/vote casting: Gale, in two":     "/vote m1 casting: Gale, in two",
		"/vote casting:":                  "/vote m1 casting:",
		"/vote for: Gale (a half)":        "/vote m1 for: Gale (a half)",
		"/vote no vote: 4; 6-?":           "/vote m1 no vote: 4; for: 6; against: ?",
		"/vote ?: Gale; carried":          "/vote m1 ?: Gale; carried",
		"/vote ?":                         "/vote m1 ?",
		"/vote show of hands 6-2 carried": "/vote m1 show of hands; 6-2; carried",
		"/vote all but one in favour":     `/vote m1 \all but one in favour`,
		`/vote \6-x`:                      `/vote m1 \6-x`,
		"! X.\n/by All Saints":            "! X.\n/by Saints /",
		"! X.\n/by all agreed":            "! X.\n/by all; agreed",
	} {
		file, err := notes.Parse("x", text(line))
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		r := file.Meetings[0].Record
		if got := notes.Text(r.Open, *r.Open.Items[1].Last()); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", line, got, want)
		}
	}
	_, err := notes.Parse("x", text("/vote against: bc, ig"))
	if want := "x:6:16: found “bc”, which fits 2 people; expected one of Ben Crane [BC], Bea Cole [bc]"; err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
	file, err := notes.Parse("x", text("/vote agianst: Gale"))
	if err != nil || len(file.Warnings) != 1 || file.Warnings[0].Nearest != "against" {
		t.Errorf("got %v, %v", file.Warnings, err)
	}
}

func TestMarkOfMotions(t *testing.T) {
	for text, want := range map[string]agenda.Kind{
		"/motion : x": agenda.Moved, "/amend x": agenda.Moved, "/Vote 2-1": agenda.Voted, "/strike m1": agenda.TakenBack, "/items 4": "",
	} {
		if _, kind, _ := notes.Mark(text); kind != want {
			t.Errorf("%s: got %q", text, kind)
		}
	}
}
