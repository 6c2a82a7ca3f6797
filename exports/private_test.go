package exports

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

// must is for changes that cannot fail here.
func must(t *testing.T) func(agenda.Record, error) agenda.Record {
	return func(r agenda.Record, err error) agenda.Record {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
}

func adding(t *testing.T, r agenda.Record, item agenda.ID, e agenda.Entry) agenda.Record {
	t.Helper()
	r, _, err := r.Add(item, e)
	return must(t)(r, err)
}

// inPrivate is a meeting with an item that is private as a whole, one with no
// title for the public, one that is private in part, and one whose title alone
// is closed.
func inPrivate(t *testing.T) agenda.Record {
	t.Helper()
	ok := must(t)
	it := func(id agenda.ID, number, title string) *agenda.Item {
		out := item(number, title)
		out.ID = id
		return out
	}
	r := agenda.Record{Open: meeting(it(50, "5", "Lease of the canary quay"), it(51, "6", "Canary staffing"), it(52, "7", "Berths"), it(53, "8", "Canary claim"),
		item("9", "After", said(agenda.Narrative, "Nothing.")))}
	r = ok(r.CloseFrom(50, "1 and 3", "the affairs of a tenant"))
	r = ok(r.PublicTitle(50, "A lease"))
	r = ok(r.PublicSummary(50, "A lease was considered.\nIt was not decided."))
	r = adding(t, r, 50, *moved(0, 0, agenda.MainMotion, "That the canary terms be agreed.", whos(pike), nil))
	r = adding(t, r, 50, *event(agenda.Left, "2026-03-12T19:05", lunt))
	r = adding(t, r, 50, agenda.Entry{Kind: agenda.Question, Text: "Would the canary tenant pay?"})
	r = adding(t, r, 50, agenda.Entry{Kind: agenda.Note, Text: "canary note"})
	r = adding(t, r, 50, agenda.Entry{Kind: agenda.Question, Text: "Would the canary stay?"})
	r = ok(r.EditItem(50, func(it *agenda.Item) { it.Outcome = agenda.Outcome{Words: "referred", To: "the canary Board"} }))
	r = ok(r.CloseFrom(51, "Section 1(2) of the Public Bodies (Admission to Meetings) Act 1960", ""))
	r = ok(r.PublicTitle(51, ""))
	r = adding(t, r, 51, agenda.Entry{Kind: agenda.ToDo, Text: "write to the canary staff", Action: &agenda.Action{}})
	r = adding(t, r, 52, *said(agenda.Narrative, "The report was noted."))
	r = ok(r.PublicSummary(52, "Prices were discussed."))
	r = ok(r.CloseFrom(52, "3", ""))
	r = adding(t, r, 52, *said(agenda.Narrative, "The canary price was high."))
	r = ok(r.Reopen(52))
	r = adding(t, r, 52, *resolved(agenda.Point{Text: "That the berths be let."}))
	r = ok(r.CloseFrom(52, "", ""))
	r = adding(t, r, 52, *said(agenda.Narrative, "To the canary."))
	r = ok(r.PublicTitle(53, "A claim"))
	r = adding(t, r, 53, agenda.Entry{Kind: agenda.Happening, Event: &agenda.Event{What: agenda.ActionList}})
	return adding(t, r, 53, agenda.Entry{Kind: agenda.Happening, Event: &agenda.Event{What: agenda.Together, Items: []agenda.ItemRef{{ID: 50}, {ID: 51}}}})
}

func TestPrivateBusiness(t *testing.T) {
	t.Parallel()
	r := inPrivate(t)
	public := printed(t, harbour, r.Open)
	golden(t, "private.md", public)
	if strings.Contains(strings.ToLower(string(public)), "canary") {
		t.Errorf("private business is in\n%s", public)
	}
	full := inFull(t, r)
	golden(t, "private-full.md", full)
	if got, want := strings.Count(string(full), "**PRIVATE, "), strings.Count(string(full), "**End of the PRIVATE"); got != want || got != 4 {
		t.Errorf("private business begins %d times and ends %d times", got, want)
	}
}

func TestGrounds(t *testing.T) {
	t.Parallel()
	p := newPrinter(agenda.Council(), agenda.Meeting{})
	for _, tt := range []struct{ ground, reason, want string }{
		{"3", "the business affairs of a tenant.", "Exempt under paragraph 3: the business affairs of a tenant."},
		{"1, 3", "staff", "Exempt under paragraphs 1 and 3: staff."}, {"1 and 3", "", "Exempt under paragraphs 1 and 3."},
		{"1,2,3A", "", "Exempt under paragraphs 1, 2 and 3A."},
		{"Section 1(2) of the Act", "", "Exempt under Section 1(2) of the Act."}, {"3 of Schedule 12A", "", "Exempt under 3 of Schedule 12A."},
		{"", "legal advice", "Exempt: legal advice."}, {"", "", "Exempt."},
	} {
		if got := p.exemption(tt.ground, tt.reason); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.ground, got, tt.want)
		}
	}
}
