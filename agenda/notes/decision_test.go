package notes_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// room is a meeting whose last item is written to: items 4, 5, 5 again, 12 and
// one without a number.
func room(t *testing.T) (agenda.Record, agenda.ID) {
	t.Helper()
	file, err := notes.Parse("room", head+"present: Ann None; Friends of Wells; Sue Stand by\n== 4 Dredging\n== 5 Lease\n== 5 Dues\n== | Thanks\n== 12 Officers\n")
	if err != nil {
		t.Fatal(err)
	}
	r := file.Meetings[0].Record
	return r, r.Open.Items[5].ID
}

// fieldsOf is what an interest or a step of an election holds, in one line.
func fieldsOf(m agenda.Meeting, e agenda.Entry) string {
	var out []string
	add := func(label, s string) {
		if s != "" {
			out = append(out, label+strings.ReplaceAll(s, "\n", "¶"))
		}
	}
	if in := e.Interest; in != nil {
		for _, h := range in.Holders {
			add("", strings.TrimSuffix(m.Call(h.Who)+" ("+h.Kind+")", " ()"))
		}
		add("items ", referred(m, in.Items))
		add("nature ", in.Nature)
		add("effect ", in.Effect)
		return strings.Join(out, "; ")
	}
	v := e.Election
	add("", v.What)
	add("office ", v.Office)
	for _, c := range v.Candidates {
		add("", fmt.Sprintf("%s %s %v", m.Call(c.Who), c.Count, c.Elected))
	}
	if v.Movers != nil || v.Seconders != nil {
		add("by ", called(m, v.Movers)+"/"+called(m, v.Seconders))
	}
	add("how ", v.How)
	return strings.Join(out, "; ")
}

func referred(m agenda.Meeting, refs []agenda.ItemRef) string {
	var out []string
	for _, ref := range refs {
		words := `"` + ref.Words + `"`
		if it, ok := m.Item(ref.ID); ok && ref.ID != 0 {
			words = it.Title
		}
		out = append(out, words)
	}
	return strings.Join(out, ",")
}

func TestInterestsAndElections(t *testing.T) {
	for _, c := range []struct{ typed, want, what string }{
		{"/interest Verma", "Cllr Asha Verma", "Cllr Verma declared an interest"},
		{"/interest none", "", "no interests declared"},
		{"/interest None.", "", ""}, // a mistake
		{`/interest \none`, "Ann None", "None declared an interest"},
		{"/interest none on 4", "items Dredging", "no interests declared in 4"},
		{"/interest Verma; left", "Cllr Asha Verma; effect left", "Cllr Verma declared an interest: left"},
		{"/interest Verma (pecuniary), TP (other, non-registrable) on 4, 99: her brother; a tenant; took no part",
			`Cllr Asha Verma (pecuniary); Cllr Tom Pike (other, non-registrable); items Dredging,"99"; nature her brother; a tenant; effect took no part`,
			"Cllr Verma, Cllr Pike declared an interest in 4, 99: took no part"},
		{"/interest Verma: sits on the board", "Cllr Asha Verma; nature sits on the board", "Cllr Verma declared an interest"},
		{"/interest Verma: one; two;", "Cllr Asha Verma; nature one; two", "Cllr Verma declared an interest"},
		{"/interest Verma: one\\; two", "Cllr Asha Verma; nature one; two", "Cllr Verma declared an interest"},
		{"/interest Verma on 5#2, #4, Thanks", "Cllr Asha Verma; items Dues,Dredging,Thanks", "Cllr Verma declared an interest in 5, 4, Thanks"},
		{`/interest "Pat Rowe on loan" (gift) on "4"; spoke`, `Pat Rowe on loan (gift); items "4"; effect spoke`, "Pat Rowe on loan declared an interest in 4: spoke"},
		{"/interest Verma on 4: the quay\n  \\\n  and the slip; stayed", "Cllr Asha Verma; items Dredging; nature the quay¶and the slip; effect stayed",
			"Cllr Verma declared an interest in 4: stayed"},
		{"/nominate Verma for Chair by Pike / Lunt", "nominated; office Chair; Cllr Asha Verma  false; by Cllr Tom Pike/Cllr Jo Lunt", "Cllr Verma nominated for Chair"},
		{"/nominate Pike for Warden by order by Verma; declined", "", ""}, // “order by Verma” is nobody
		{`/nominate Pike for Warden \by order by Verma; declined`, "nominated; office Warden by order; Cllr Tom Pike  false; by Cllr Asha Verma/; how declined",
			"Cllr Pike nominated for Warden by order, declined"},
		{`/nominate "A for B", Lunt for Chair for a day by / Verma`, "nominated; office Chair for a day; A for B  false; Cllr Jo Lunt  false; by /Cllr Asha Verma", ""},
		{`/nominate Sue Stand \by by Verma`, "nominated; Sue Stand by  false; by Cllr Asha Verma/", "by nominated"},
		{"/nominate Pike", "nominated; Cllr Tom Pike  false", "Cllr Pike nominated"},
		{"/elect Verma: Chair", "elected; office Chair; Cllr Asha Verma  false", "Cllr Verma elected Chair"},
		{"/elect Verma, Pike; co-opted", "elected; Cllr Asha Verma  false; Cllr Tom Pike  false; how co-opted", "Cllr Verma, Cllr Pike elected, co-opted"},
		{`/elect "Pat Rowe, JP": Warden: east quay; unopposed; again`, "elected; office Warden: east quay; Pat Rowe, JP  false; how unopposed; again", ""},
		{"/ballot Chair: Verma 7 elected; Pike ?; Lunt", "balloted; office Chair; Cllr Asha Verma 7 true; Cllr Tom Pike  false; Cllr Jo Lunt  false",
			"ballot for Chair: Cllr Verma 7, Cllr Pike ?, Cllr Lunt ?"},
		{`/ballot Chair: Pike elected; "Box 2" 1,204; (by lot)`, "balloted; office Chair; Cllr Tom Pike  true; Box 2 1,204 false; how by lot", ""},
		{"/ballot Verma 0; Pike 12–3", "balloted; Cllr Asha Verma 0 false; Cllr Tom Pike 12–3 false", ""},
	} {
		r, item := room(t)
		next, done, err := notes.Apply(r, item, c.typed, "")
		if c.want == "" && !strings.HasSuffix(c.typed, "none") {
			if err == nil {
				t.Errorf("%s: no mistake", c.typed)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.typed, err)
			continue
		}
		_, e, _ := next.Open.Find(done.Entry)
		if got := fieldsOf(next.Open, *e); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.typed, got, c.want)
		}
		if c.what != "" && done.What != c.what {
			t.Errorf("%s: told “%s”, want “%s”", c.typed, done.What, c.what)
		}
		text := notes.Text(next.Open, *e)
		if again, err := notes.Edit(next, e.ID, text); err != nil {
			t.Errorf("%s: %v", text, err)
		} else if _, back, _ := again.Open.Find(e.ID); fieldsOf(again.Open, *back) != c.want {
			t.Errorf("%s comes back as %s", text, fieldsOf(again.Open, *back))
		}
	}
}

// What is written is what one would type, with no more backslashes than needed.
func TestDeclaredIsWrittenPlainly(t *testing.T) {
	for _, text := range []string{
		"/interest Verma (pecuniary), Pike on 4, 5#2: her brother’s berth; left",
		"/interest none",
		"/interest Wells on Thanks; spoke",
		"/nominate Verma for Chair of the Harbour Board by Pike / Lunt; declined",
		"/elect Verma, Pike: Harbour Wardens; unopposed",
		`/ballot Chair: Verma 7 elected; "Pat Rowe" ?; (by lot)`,
		"! That it be so.\n/condition subject to consent\n/reasons one\n  \\\n  two\n/alternatives none\n/thanks to the crew\n/items 4, 12\n/link amends NHC/2026-01-15 4\n/link answers 2",
	} {
		r, item := room(t)
		next, done, err := notes.Apply(r, item, text, "")
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if _, e, _ := next.Open.Find(done.Entry); notes.Text(next.Open, *e) != text {
			t.Errorf("got\n%s\nwant\n%s", notes.Text(next.Open, *e), text)
		}
	}
}

func TestFieldsOfAResolution(t *testing.T) {
	r, item := room(t)
	r, _, err := notes.Apply(r, item, "!agreed That a.\n/condition subject to\n  consent\n  - of the owner\n!- sub\n!+ do it; Pike; due next meeting\n/reasons so\n!agreed c\n/link amends 3\n/link frobs 4\n!! other", "")
	if err != nil {
		t.Fatal(err)
	}
	it, _ := r.Open.Item(item)
	if got := saidIn(r, item); got != "resolution; verb agreed; parts That a.(sub)|do it|c\naction; do it; owner Cllr Tom Pike; due next meeting\nresolution; parts other" {
		t.Errorf("the row of parts ended: %s", got)
	}
	res := it.Entries[0].Resolution
	if res.Condition != "subject to consent\n- of the owner" || res.Reasons != "so" || len(res.Links) != 2 || res.Links[1] != (agenda.Link{Kind: "frobs", To: "4"}) {
		t.Errorf("got %+v", res)
	}
	for word, what := range map[string]string{
		"/condition x": "condition of the resolution", "/items 4, 9": "decides 4, 9", "/link supersedes 7": "supersedes 7", "/thanks all": "thanks in the resolution",
	} {
		next, done, err := notes.Apply(r, item, word, "")
		if err != nil || done.What != what || done.Entry != it.Last().ID {
			t.Errorf("%s: %+v %v", word, done, err)
		}
		if _, old, _ := r.Open.Find(done.Entry); old.Resolution.Condition != "" || next.Open.Items[5] == it {
			t.Errorf("%s reached into the record before it", word)
		}
	}
	_, done, err := notes.Apply(r, item, "/link supercedes 7", "")
	if err != nil || len(done.Warnings) != 1 || done.Warnings[0].Nearest != "supersedes" {
		t.Errorf("a slip is kept with a warning: %v %v", done.Warnings, err)
	}
}

// Each word says what is wrong and changes nothing.
func TestMistakesOfDecisions(t *testing.T) {
	for typed, want := range map[string]string{
		"/interest":                           "1:10: found nobody; expected who has an interest, like /interest Verma (pecuniary) on 4; left, or /interest none",
		"/interest Vorma":                     "1:11: found “Vorma”, who is not on the roster; did you mean Verma?",
		"/interest Verma (a) b":               "1:11: found “Verma (a) b”; expected one kind of interest in brackets behind the name, like Verma (pecuniary)",
		"/interest Verma (":                   "1:11: found “Verma (”; expected one kind of interest in brackets behind the name, like Verma (pecuniary)",
		"/interest Verma (a on 4":             "1:11: found “Verma (a on 4”; expected one kind of interest in brackets behind the name, like Verma (pecuniary)",
		"/interest Verma on : x":              "1:20: found “on” with no items behind it; expected the items",
		"/nominate for Chair":                 "1:11: found “for Chair”, who is not on the roster; expected somebody on the roster",
		"/interest Verma on":                  "1:19: found “on” with no items behind it; expected the items",
		"/interest Verma on; left":            "1:19: found “on” with no items behind it; expected the items",
		"/nominate":                           "1:10: found nobody; expected who is nominated, like /nominate Verma for Chair by Pike / Lunt",
		"/nominate Verma for Chair by Xavier": "1:30: found “Xavier”, who is not on the roster; expected somebody on the roster",
		"/elect : Chair":                      "1:8: found nobody; expected who was elected, like /elect Verma: Chair; unopposed",
		"/ballot Chair:":                      "1:15: found a ballot without candidates; expected who stood, like /ballot Chair: Verma 7 elected; Pike 5",
		"/ballot Chair: Verma 7; 5":           "1:25: found “5”, who is not on the roster; expected somebody on the roster",
		"/reasons x":                          "1:10: found /reasons with nothing above it that it could belong to; expected it directly below a resolution (!)",
		"/items 4":                            "1:8: found /items with nothing above it that it could belong to; expected it directly below a motion or a resolution (!)",
		"! a\n/condition":                     "2:11: found /condition alone; expected words behind it",
		"! a\n/condition b\n/condition c":     "3:12: found a second /condition; expected only one below each resolution",
		"! a\n/items 4\n/items 5":             "3:8: found a second /items; expected only one below each resolution",
		"! a\n/items":                         "2:7: found /items alone; expected the items it decides, like /items 6, 7",
		"! a\n/items ,":                       "2:8: found “,”; expected the items it decides, like /items 6, 7",
		"! a\n/link":                          "2:6: found /link alone; expected what it does and to what, like /link amends NHC/2026-01-15 4",
		"! a\n/link amends":                   "2:13: found “amends” alone; expected a reference or words behind “amends”, like NHC/2026-01-15 4",
		"? q\n/link amends 4":                 "2:7: found /link with nothing above it that it could belong to; expected it directly below a resolution (!)",
	} {
		r, item := room(t)
		next, _, err := notes.Apply(r, item, typed, "")
		var mistakes notes.Problems
		if !errors.As(err, &mistakes) || len(mistakes) != 1 || !strings.HasPrefix(mistakes[0].Error(), want) {
			t.Errorf("%s:\ngot  %v\nwant %s", typed, err, want)
		}
		if saidIn(next, item) != "" {
			t.Errorf("%s changed something", typed)
		}
	}
}

// A list typed under an interest is one of its own: an interest has no points.
func TestAnInterestTakesNoPoints(t *testing.T) {
	r, item := room(t)
	for _, line := range []string{"/interest none", "- one", "/elect Verma", "- two"} {
		var err error
		if r, _, err = notes.Apply(r, item, line, ""); err != nil {
			t.Fatal(err)
		}
	}
	if it, _ := r.Open.Item(item); len(it.Entries) != 4 {
		t.Errorf("got %s", saidIn(r, item))
	}
}
