package notes_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

const head = "body: B\nmeeting: Ordinary, 2026-03-12 18:00, Hall\npresent: Cllr Asha Verma (Chair); Cllr Tom Pike [TP]; Cllr Jo Lunt; Joan de la Mare\n"

// said is an entry in one line, for tables.
func said(m agenda.Meeting, e agenda.Entry) string {
	out := []string{string(e.Kind)}
	add := func(label, s string) {
		if s != "" {
			out = append(out, label+strings.ReplaceAll(s, "\n", "¶"))
		}
	}
	add("no. ", e.Number)
	if e.Speaker != (agenda.Who{}) {
		add("@", m.Call(e.Speaker))
	}
	add("verb ", e.Verb)
	add("", e.Text)
	add("points ", pointed(e.Points))
	if e.Resolution != nil {
		add("parts ", pointed(e.Resolution.Parts))
		if b := e.Resolution.By; b != nil {
			add("by ", called(m, b.Movers)+"/"+called(m, b.Seconders))
			if b.Vote != nil {
				add("vote ", fmt.Sprintf("{%s %v %s}", b.Vote.Method, b.Vote.Tallies, b.Vote.Result))
			}
		}
	}
	if e.Action != nil {
		add("owner ", called(m, e.Action.Owners))
		add("due ", e.Action.Due)
		add("state ", e.Action.State)
	}
	if e.Event != nil {
		var who []agenda.Who
		for _, id := range e.Event.Who {
			who = append(who, agenda.Who{ID: id})
		}
		add("", e.Event.What+" "+called(m, who))
		add("at ", string(e.At))
		add("how ", e.Event.How)
	}
	if e.Table != nil {
		add("caption ", e.Table.Caption)
		add("", fmt.Sprintf("%q", e.Table.Rows))
	}
	return strings.Join(out, "; ")
}

func called(m agenda.Meeting, who []agenda.Who) string {
	var out []string
	for _, w := range who {
		out = append(out, m.Call(w))
	}
	return strings.Join(out, "+")
}

func pointed(points []agenda.Point) string {
	var out []string
	for _, p := range points {
		s := p.Text
		if p.Points != nil {
			s += "(" + pointed(p.Points) + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, "|")
}

// entriesOf reads lines as the entries of item 4, which item 7 follows.
func entriesOf(t *testing.T, lines string) (agenda.Meeting, agenda.Closed, []string, []string) {
	t.Helper()
	file, err := notes.Parse("x", head+"== 4 Dredging\n"+lines+"\n== 7 Dues\n")
	if err != nil {
		t.Fatalf("%s: %v", lines, err)
	}
	r := file.Meetings[0].Record
	var four, seven []string
	for _, e := range r.Open.Items[1].Entries {
		four = append(four, said(r.Open, *e))
	}
	for _, e := range r.Open.Items[len(r.Open.Items)-1].Entries {
		seven = append(seven, said(r.Open, *e))
	}
	return r.Open, r.Closed, four, seven
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		lines string
		want  []string
	}{
		{"One.\nTwo.", []string{"narrative; One.", "narrative; Two."}},
		{"One\n  and more", []string{"narrative; One and more"}},
		{"One\n  \\\n  two\n  \\\n  \\\n  three", []string{"narrative; One¶two¶¶three"}},
		{"One\n\n  two", []string{"narrative; One¶two"}},
		{"One\n  ? not a question\n  \\- not a point", []string{"narrative; One ? not a question - not a point"}},
		{`\? plain` + "\n" + `\\ slash` + "\n" + `\kind: no header`, []string{"narrative; ? plain", `narrative; \ slash`, "narrative; kind: no header"}},
		{"%% nothing\nOne.\n%% nothing\n- p", []string{"narrative; One.; points p"}},
		{"@Verma reported:\n- one\n- two\n  - deeper\n    more\n- three", []string{"update; @Cllr Asha Verma; reported:; points one|two(deeper more)|three"}},
		{"@[Jo Lunt] spoke.\n@TP, too.\n@\"the crew\" sang.", []string{"update; @Cllr Jo Lunt; spoke.", "update; @Cllr Tom Pike; too.", "update; @the crew; sang."}},
		{"? What?\n> this.\n>> that.\n* so.\n> yes.", []string{"question; What?", "response; this.", "further; that.", "comment; so.", "response; yes."}},
		{"? @Pike What?\n>@Verma this.\n>noted @Lunt that.", []string{"question; @Cllr Tom Pike; What?", "response; @Cllr Asha Verma; this.", "response; @Cllr Jo Lunt; verb noted; that."}},
		{"?What now?\n>acknowledged that.\n*asked for it.\n>= As typed.\n?=So?", []string{"question; verb What; now?", "response; verb acknowledged; that.", "comment; verb asked; for it.", "response; verb =; As typed.", "question; verb =; So?"}},
		{"? \"quoted\"\n>£5\n> \\@home", []string{`question; "quoted"`, "response; £5", "response; @home"}},
		{"- a\n-b\n\n- c", []string{"narrative; points a|b", "narrative; points c"}},
		{"-5 degrees\n- -5 degrees", []string{"narrative; -5 degrees; points -5 degrees"}},
		{"! one\n!- a\n!-- i\n!- b\n! two", []string{"resolution; parts one(a(i)|b)|two"}},
		{"! one\n%% c\n% n\n/by Verma / Pike\n! two\n!! three", []string{"resolution; parts one|two; by Cllr Asha Verma/Cllr Tom Pike", "resolution; parts three"}},
		{"!noted it.\n!noted more.\n! and this.\n!agreed that.", []string{"resolution; verb noted; parts it.|more.|and this.", "resolution; verb agreed; parts that."}},
		{"! one\nText.\n! two", []string{"resolution; parts one", "narrative; Text.", "resolution; parts two"}},
		{"! one\n- sub", []string{"resolution; parts one(sub)"}},
		{"! a\n!+ do it; Pike; due June\n! c", []string{"resolution; parts a|do it|c", "action; do it; owner Cllr Tom Pike; due June"}},
		{"! a\n/by all", []string{"resolution; parts a; by /; vote {all [] }"}},
		{"! a\n/by 6-?-2", []string{"resolution; parts a; by /; vote { [{for 6} {against } {abstained 2}] }"}},
		{"! a\n/by Verma, \"a guest\" / Pike; 1-2 lost", []string{"resolution; parts a; by Cllr Asha Verma+a guest/Cllr Tom Pike; vote { [{for 1} {against 2}] lost}"}},
		{"! a\n/by Verma; show of hands; 3-0; carried", []string{"resolution; parts a; by Cllr Asha Verma/; vote {show of hands [{for 3} {against 0}] carried}"}},
		{"+ Harbour Master, Pike: do it: now; due 2026-06-11", []string{"action; do it: now; owner Harbour Master+Cllr Tom Pike; due 2026-06-11"}},
		{"+ : see: this\n+ no colon\n+ see http://a.example at 18:25", []string{"action; see: this", "action; no colon", "action; see http://a.example at 18:25"}},
		{"+ Pike: pay; due to him; due May; state: done", []string{"action; pay; due to him; owner Cllr Tom Pike; due May; state done"}},
		{"/caption Dues\n| Year | Sum |\n| 2026 | £5 \\| more", []string{`table; caption Dues; [["Year" "Sum"] ["2026" "£5 | more"]]`}},
		{"| a |\n%% c\n| b |\n\n| c | |", []string{`table; [["a"] ["b"]]`, `table; [["c" ""]]`}},
		{"Year\tSum\n2026\t-5\n\tx\n\nText\twith a tab", []string{`table; [["Year" "Sum"] ["2026" "-5"] ["" "x"]]`, "narrative; Text with a tab"}},
		{"/number 12 ? What?\n/number 13\n! So.\n! More.", []string{"question; no. 12; What?", "resolution; no. 13; parts So.|More."}},
		{"/arrive Lunt 18:25: late\n/leave Verma, Pike 6.30 pm; interest\n/return de la Mare\n/leave public 2026-03-13 00:10", []string{
			"event; late; arrived Cllr Jo Lunt; at 2026-03-12T18:25", "event; left Cllr Asha Verma+Cllr Tom Pike; at 2026-03-12T18:30; how interest",
			"event; returned Joan de la Mare", "event; left ; at 2026-03-13T00:10"}},
		{"/open 18:01\n/chair Pike: the Chair being late\n/close", []string{"event; opened ; at 2026-03-12T18:01", "event; the Chair being late; presides Cllr Tom Pike", "event; closed "}},
		{"/present Lunt: after all", []string{"event; after all; present Cllr Jo Lunt"}},
		{"Decision: agreed.\n#hashtag\n= x\n/ y", []string{"narrative; Decision: agreed.", "narrative; #hashtag", "narrative; = x", "narrative; / y"}},
		{"“curly” £5 – a\u00a0b 👩‍👩‍👧 שלום", []string{"narrative; “curly” £5 – a\u00a0b 👩‍👩‍👧 שלום"}},
	} {
		_, _, got, _ := entriesOf(t, c.lines)
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s\ngot\n  %s\nwant\n  %s", c.lines, strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
		}
	}
}

func TestElsewhere(t *testing.T) {
	_, closed, four, seven := entriesOf(t, "? Here?\n#7 ? There?\n#7 > yes.\n#7 % hush\n> here.")
	if strings.Join(four, "|") != "question; Here?|response; here." || strings.Join(seven, "|") != "question; There?|response; yes." {
		t.Errorf("got %v and %v", four, seven)
	}
	if len(closed.Items) != 1 {
		t.Errorf("notes %+v", closed.Items)
	}
	file, err := notes.Parse("x", head+"== 1 A\n#1#2 ? second?\n== 1 B\n== 2")
	if err != nil || len(file.Meetings[0].Record.Open.Items[2].Entries) != 1 {
		t.Errorf("%v", err)
	}
}

func TestItems(t *testing.T) {
	file, err := notes.Parse("x", head+`Welcome.
== 4 Dredging
kind: minutes
purpose: to decide
paper: HC/12, Dredging to 2028
report of: Harbour Master; Clerk
lead: Verma
sponsor: Pike
contact: Dana Holt, 01632 960123
recommends: That it be
  approved:
  - in part
recommends: That it be noted.
asks: Is it enough?
/style paragraphs
/outcome deferred to June: no time
- a list
=== 4.1 | Phase | two
==== Thanks
== |
== Item 5 |
==
Between.
==
`)
	if err != nil {
		t.Fatal(err)
	}
	items := file.Meetings[0].Record.Open.Items
	it := items[1]
	p := it.Paper
	if it.Kind != "minutes" || it.Purpose != "to decide" || p.Number != "HC/12" || p.Title != "Dredging to 2028" || len(p.Of) != 2 ||
		p.Recommends[0] != "That it be approved:\n- in part" || len(p.Recommends) != 2 || p.Asks[0] != "Is it enough?" || len(p.Leads)+len(p.Sponsors)+len(p.Contacts) != 3 {
		t.Errorf("item %+v %+v", it, p)
	}
	if it.Rendering != agenda.Paragraphs || it.Outcome != (agenda.Outcome{Words: "deferred", To: "June", Reason: "no time"}) || len(it.Entries) != 1 {
		t.Errorf("item %+v", it)
	}
	var heads []string
	for _, it := range items {
		heads = append(heads, fmt.Sprintf("%d:%s:%s:%s", it.Level, it.Number, it.Title, it.Kind))
	}
	if got := strings.Join(heads, " "); got != "0:::opening 1:4:Dredging:minutes 2:4.1:Phase | two: 3::Thanks: 1::: 1:Item 5:: 0:::interlude" {
		t.Errorf("got %s", got)
	}
}

func TestWarnings(t *testing.T) {
	file, err := notes.Parse("x", head+"== 4\npurpos: x\nDecision: agreed.\n")
	if err != nil {
		t.Fatal(err)
	}
	if w := file.Warnings; len(w) != 1 || w[0].Nearest != "purpose:" || w[0].Line != 5 || len(file.Meetings[0].Record.Open.Items[1].Entries) != 2 {
		t.Errorf("got %+v", w)
	}
}

func TestRoll(t *testing.T) {
	file, err := notes.Parse("x", `body: B
meeting: , 2026-03-12
chair: Pike
present: Dr Ann Bell [AB] (Chair, remote); John Smith; John Smith; Lord Howe; \ Lord Byron; Baroness\ Tull (non-voting)
proxy: the Mayor for Joan Orr (Member for Pools)
remote: Tom Pike
absent: Bell
attending: The Hague Ltd; Sam Rhee (Clerk, voting)
`)
	if err != nil {
		t.Fatal(err)
	}
	m := file.Meetings[0].Record.Open
	var got []string
	for _, a := range m.Roster {
		got = append(got, fmt.Sprintf("%s/%s/%s/%s/%v/%v", a.Title, a.Name, a.Initials, a.Office, a.Roles, a.Voting))
	}
	want := "Dr/Ann Bell/AB//[Chair]/true /John Smith///[]/true /John Smith///[]/true Lord/Howe///[]/true /Lord Byron///[]/true " +
		"Baroness/Tull///[]/false ///Mayor/[]/true /Joan Orr///[Member for Pools]/true /Tom Pike///[]/true /The Hague Ltd///[]/false /Sam Rhee///[Clerk]/true"
	if strings.Join(got, " ") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, " "), want)
	}
	var events []string
	for _, e := range m.Items[0].Entries {
		events = append(events, fmt.Sprintf("%s%d", e.Event.What, len(e.Event.Who)))
	}
	if got := strings.Join(events, " "); got != "presides1 present5 remote1 proxy1 remote1 absent1 attending2" {
		t.Errorf("got %s", got)
	}
}

func TestMistakesOfLines(t *testing.T) {
	for lines, want := range map[string]string{
		"> no":                         "5:1: found a response with nothing above it",
		"?":                            "“?” alone",
		"/exempt 3: x\n  - under it":   "a point under /exempt",
		"/exempt\n/public soon":        "6:9: found “soon” behind /public; expected nothing behind it",
		"/exempt\n> no":                "6:1: found a response with nothing above it",
		"? a\n/exempt\n> b\n/exept":    "8:1: found /exept; did you mean /exempt?",
		"/exempt\n? a\n/public\n> b":   "8:1: found a response with nothing above it",
		"/levae Pike":                  "did you mean /leave?",
		"@Holt spoke.":                 "5:2: found “Holt”, who is not on the roster",
		"+ Pike:":                      "an action without words",
		"! a\n/by Nobody":              "6:5: found “Nobody”",
		"/by Pike":                     "/by with no resolution above it",
		"! a\n/by Pike; for: Nobody":   "6:16: found “Nobody”",
		"/outcome m1 withdrawn":        "5:10: found m1, and the item has no motion",
		"/style bulets":                "did you mean bullets?",
		"/number 4":                    "the entry it belongs to below it",
		"/close later":                 "5:8: found “later”",
		"/arrive":                      "found nobody",
		"kind: a\nkind: b":             "6:1: found “kind:” a second time",
		"public summary:":              "5:16: found nothing behind “public summary:”; expected words behind the colon",
		"- a\n-":                       "- alone",
		"/style bullets\n  - under it": "a point under /style",
		"One\n  two\n? @[Jo\n  Xx] no": "7:4: found “Jo Xx”",
	} {
		_, err := notes.Parse("x", head+"== 4 Dredging\n"+lines)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\ngot  %v\nwant %s", lines, err, want)
		}
	}
	for text, want := range map[string]string{
		"":                      "x:1:1: found nothing",
		"meeting: , 2026-03-12": "no body",
		"body: B\n== 4 Dues":    "a line “meeting: KIND, DATE TIME, PLACE” before it",
		"body: B\nseat: A (from 2026-13-01)\nmeeting: , 2026-03-12": "2:10: found “from 2026-13-01”",
		"body: B\ncode: A\ncode: B":                                 "“code:” a second time",
	} {
		_, err := notes.Parse("x", text)
		var problems notes.Problems
		if !errors.As(err, &problems) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\ngot  %v\nwant %s", text, err, want)
		}
	}
}
