package exports

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

const leadIn = "Councillors asked questions and made comments. These included the following:-"

// asked is a question with an ID to answer.
func asked(id agenda.ID, text string) *agenda.Entry {
	return &agenda.Entry{ID: id, Kind: agenda.Question, Text: text}
}

func verbed(e *agenda.Entry, verb string) *agenda.Entry {
	e.Verb = verb
	return e
}

func arrival() *agenda.Entry { return event(agenda.Arrived, "", lunt) }

var talks = []struct {
	name    string
	entries []*agenda.Entry
	want    string
}{
	{"one is a paragraph", []*agenda.Entry{asked(101, "Why?"), reply(agenda.Response, 101, "", "because.")},
		"Why? In response it was stated that because."},
	{"a first further comment answers", []*agenda.Entry{asked(101, "Why?"), reply(agenda.Further, 101, "", "it was late."), reply(agenda.Further, 101, "", "it was dark.")},
		"Why? In response it was stated that it was late. It was further commented that it was dark."},
	{"but adds to a comment", []*agenda.Entry{{ID: 101, Kind: agenda.Comment, Text: "it was late."}, reply(agenda.Further, 101, "", "it was dark.")},
		"It was commented that it was late. It was further commented that it was dark."},
	{"two are bullets", []*agenda.Entry{asked(101, "Why?"), said(agenda.Comment, "it was late.")},
		leadIn + "\n\n- Why?\n- It was commented that it was late."},
	{"the clerk's own lead-in", []*agenda.Entry{said(agenda.Narrative, "Members asked:-"), asked(101, "Why?"), asked(102, "How?")},
		"Members asked:-\n\n- Why?\n- How?"},
	{"an event is no new group", []*agenda.Entry{asked(101, "Why?"), asked(102, "How?"), arrival(), asked(103, "When?")},
		leadIn + "\n\n- Why?\n- How?\n\n*(Councillor Lunt arrived.)*\n\n- When?"},
	{"anything else is", []*agenda.Entry{asked(101, "Why?"), asked(102, "How?"), said(agenda.Narrative, "A pause."), asked(103, "When?"), asked(104, "Who?")},
		leadIn + "\n\n- Why?\n- How?\n\nA pause.\n\n" + leadIn + "\n\n- When?\n- Who?"},
	{"a late response goes with its question", []*agenda.Entry{asked(101, "Why?"), arrival(), reply(agenda.Response, 101, "", "because.")},
		"Why? In response it was stated that because.\n\n*(Councillor Lunt arrived.)*"},
	{"a response to nothing", []*agenda.Entry{reply(agenda.Response, 0, "", "because.")}, "In response it was stated that because."},
	{"own verbs", []*agenda.Entry{asked(101, "Why?"), reply(agenda.Response, 101, "acknowledged", "that it was late."),
		reply(agenda.Further, 101, agenda.AsTyped, "An example was given.")},
		"Why? In response it was acknowledged that it was late. An example was given."},
	{"verbs of questions", []*agenda.Entry{verbed(asked(101, "whether it rained."), "asked")}, "It was asked whether it rained."},
	{"several paragraphs in a bullet", []*agenda.Entry{asked(101, "Why?\nAnd how?"), reply(agenda.Response, 101, "", "because.\nAnd so on."), asked(102, "When?")},
		leadIn + "\n\n- Why?\n\n  And how? In response it was stated that because.\n\n  And so on.\n\n- When?"},
	{"points in a bullet", []*agenda.Entry{
		{ID: 101, Kind: agenda.Question, Text: "Which?", Points: []agenda.Point{{Text: "this"}, {Text: "that"}}},
		reply(agenda.Response, 101, agenda.AsTyped, "Both."), asked(102, "When?")},
		leadIn + "\n\n- Which?\n\n  - this\n  - that\n\n  Both.\n\n- When?"},
	{"an update", []*agenda.Entry{{Kind: agenda.Update, Speaker: agenda.Who{ID: verma}, Text: "reported:-", Points: []agenda.Point{{Text: "a;"}, {Text: "b."}}}},
		"Councillor Asha Verma reported:-\n\n- a;\n- b."},
	{"a list of its own after a list", []*agenda.Entry{
		{Kind: agenda.Narrative, Points: []agenda.Point{{Text: "a"}}}, {Kind: agenda.Narrative, Points: []agenda.Point{{Text: "b"}}}},
		"- a\n\n* b"},
	{"a point without words", []*agenda.Entry{{Kind: agenda.Narrative, Points: []agenda.Point{{Points: []agenda.Point{{Text: "a"}}}}}}, "- a"},
	{"a glued verb", []*agenda.Entry{verbed(resolved(agenda.Point{Text: "the report."}), "noted")}, "**NOTED** – the report."},
	{"no verb", []*agenda.Entry{verbed(resolved(agenda.Point{Text: "RESOLVED that it be so."}), agenda.AsTyped)}, "RESOLVED that it be so."},
	{"a number of its own", []*agenda.Entry{{Kind: agenda.Resolved, Number: "12.", Resolution: &agenda.Resolution{Parts: []agenda.Point{{Text: "That."}}}}},
		`12\. **RESOLVED** – That.`},
	{"sub-sub-points", []*agenda.Entry{resolved(agenda.Point{Text: "That:", Points: []agenda.Point{{Text: "in June:", Points: []agenda.Point{{Text: "early."}}}}})},
		"**RESOLVED** – That:\n\n   (a) in June:\n\n   \u00a0\u00a0\u00a0(i) early."},
	{"nobody's action", []*agenda.Entry{{Kind: agenda.ToDo, Text: "bring the report", Action: &agenda.Action{Due: "next meeting", State: "done"}}},
		"**Action:** bring the report (due: next meeting)"},
	{"two owners", []*agenda.Entry{{Kind: agenda.ToDo, Text: "report", Action: &agenda.Action{Owners: []agenda.Who{{ID: verma}, {Words: "the clerk"}}}}},
		"**Action:** Councillor Verma and the clerk to report"},
	{"a table", []*agenda.Entry{{Kind: agenda.Tabulation, Table: &agenda.Table{Caption: "Berths", Rows: [][]string{{"Quay", "2025"}, {"East | west", "£1,200"}, {"North"}}}}},
		"*Berths*\n\n| Quay         |   2025 |\n| ------------ | -----: |\n| East \\| west | £1,200 |\n| North        |        |"},
}

func TestTalk(t *testing.T) {
	t.Parallel()
	for _, tt := range talks {
		m := meeting(&agenda.Item{Level: 1, Title: "Item", Entries: tt.entries})
		if got := strings.TrimPrefix(body(t, m), "## Item\n\n"); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

func TestItems(t *testing.T) {
	t.Parallel()
	m := meeting(
		&agenda.Item{Level: 1, Number: "1", Title: "Apologies", Kind: agenda.KindApologies},
		&agenda.Item{Level: 1, Number: "2", Title: "Tides", Outcome: agenda.Outcome{Words: "deferred", Reason: "no report"}},
		&agenda.Item{Level: 2, Number: "2.1", Title: "Neaps"},
		&agenda.Item{Level: 1},
		&agenda.Item{Kind: agenda.KindInterlude, Entries: []*agenda.Entry{said(agenda.Narrative, "A pause.")}},
		&agenda.Item{Level: 1, Number: "3", Title: "Own words", Kind: agenda.KindApologies, Entries: []*agenda.Entry{said(agenda.Narrative, "None.")}},
	)
	want := "## 1. Apologies\n\nApologies for absence were received from Councillor Max Reeve.\n\n## 2. Tides\n\n*Deferred: no report.*\n\n" +
		"### 2.1. Neaps\n\nA pause.\n\n## 3. Own words\n\nNone."
	if got := body(t, m); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestMembersAndLeadIn(t *testing.T) {
	t.Parallel()
	m := meeting(&agenda.Item{Level: 1, Title: "Item", Paper: &agenda.Paper{Number: "7"}, Entries: []*agenda.Entry{asked(101, "Why?"), asked(102, "How?")}})
	if got := body(t, m); !strings.Contains(got, "Councillors asked questions and made comments on the report.") {
		t.Errorf("with a paper: %s", got)
	}
	m.Roster[verma-1].Title, m.Roster[pike-1].Title = "", "Dr"
	if got := body(t, m); !strings.Contains(got, "Members asked questions") {
		t.Errorf("half of them councillors: %s", got)
	}
}

func TestNamedStyle(t *testing.T) {
	t.Parallel()
	m := meeting()
	d := newBuilder(harbour, m)
	d.s.Names = true
	q := agenda.Entry{ID: 101, Kind: agenda.Question, Speaker: agenda.Who{ID: pike}, Text: "Why?"}
	a := agenda.Entry{Kind: agenda.Response, Speaker: agenda.Who{Words: "the tenant"}, Verb: "admitted", Text: "that it was late."}
	got := d.exchange(exchange{&q, []*agenda.Entry{&a}})
	if want := "Councillor Pike asked: Why? In response the tenant admitted that it was late."; got[0].(Paragraph)[0].Text != want {
		t.Errorf("got %q, want %q", got[0], want)
	}
	d.out = nil
	d.labelled(&q)
	if want := " (Councillor Pike) Why?"; d.out[0].(Paragraph)[1].Text != want {
		t.Errorf("got %q, want %q", d.out[0], want)
	}
}

func TestNumbersInWords(t *testing.T) {
	t.Parallel()
	p := newPrinter(agenda.Council(), agenda.Meeting{})
	for n, want := range map[int]string{0: "no", 12: "twelve", 13: "13", -1: "-1"} {
		if got := p.number(n); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	p.s.Dates.Days = []string{"So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"}
	p.s.Dates.Months = []string{"Januar", "Februar", "März", "", "", "", "", "", "", "", "", ""}
	if got := p.day("2026-03-12", p.s.Dates.Long); got != "Do 12 März 2026" {
		t.Errorf("got %q", got)
	}
}

// TestWhatIsDoneLaterChangesNoMinutes: the state of an action is printed where
// the actions of earlier meetings are gone through, and nowhere else.
func TestWhatIsDoneLaterChangesNoMinutes(t *testing.T) {
	t.Parallel()
	with := func(kind, state string) string {
		e := &agenda.Entry{Kind: agenda.ToDo, Text: "bring the report", Action: &agenda.Action{Due: "2026-06-11", State: state}}
		return body(t, meeting(&agenda.Item{Level: 1, Title: "Item", Kind: kind, Entries: []*agenda.Entry{e}}))
	}
	if open, done := with("", ""), with("", "done"); open != done {
		t.Errorf("it was\n%s\nand is\n%s", open, done)
	}
	if got := with(agenda.KindActions, "done 2 June"); !strings.Contains(got, "(by 11 June 2026; done 2 June)") {
		t.Errorf("nobody learns what was done:\n%s", got)
	}
}
