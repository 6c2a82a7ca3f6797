package notes_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// business is what an event or correction says of the order of business.
func business(m agenda.Meeting, e *agenda.Entry) string {
	if c := e.Correction; c != nil {
		return fmt.Sprintf("%s of %s%q %s", c.Minute, c.Meeting, c.Changes, e.Text)
	}
	refs := func(refs ...agenda.ItemRef) (out string) {
		for _, ref := range refs {
			if it, ok := m.Item(ref.ID); ok {
				out += "[" + strings.Trim(it.Number+" "+it.Title, " ") + "]"
			} else if ref.Words != "" {
				out += "[“" + ref.Words + "”]"
			}
		}
		return out
	}
	ev := e.Event
	parts := []string{ev.What, string(e.At), "to " + string(ev.To), ev.Place, refs(ev.Items...), "before " + refs(ev.Before),
		strings.Join(ev.Meetings, "+"), e.Text}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" || s == "to " || s == "before " }), "|")
}

// TestOrderWords has each word typed into item 4 of a meeting, the record it
// makes, what it is said to have done, and how it is written back.
func TestOrderWords(t *testing.T) {
	r := agenda.New(agenda.Meeting{Start: "2026-03-12T18:00", Items: []*agenda.Item{
		{Kind: agenda.KindOpening}, {Level: 1, Number: "4", Title: "Dredging"}, {Level: 1, Number: "1", Title: "Dues"},
		{Level: 1, Number: "1", Title: "Tolls"}, {Level: 1, Title: "Before the bar"}, {Level: 2, Number: "7(a)", Title: "Cranes"},
	}})
	for _, c := range []struct{ typed, want, did, back string }{
		{"/adjourn", "adjourned|2026-03-12T18:30", "meeting adjourned 18:30", "/adjourn 18:30"},
		{"/adjourn 9.10 pm to 16 April 2026 at 6 pm: late", "adjourned|2026-03-12T21:10|to 2026-04-16T18:00|late",
			"meeting adjourned 21:10 to 2026-04-16 18:00", "/adjourn 21:10 to 2026-04-16 18:00: late"},
		{"/adjourn to 19.15", "adjourned|2026-03-12T18:30|to 2026-03-12T19:15", "meeting adjourned 18:30 to 19:15", "/adjourn 18:30 to 19:15"},
		{"/adjourn to 2026-04-16", "adjourned|2026-03-12T18:30|to 2026-04-16", "meeting adjourned 18:30 to 2026-04-16", "/adjourn 18:30 to 2026-04-16"},
		{"/adjourn: to a day to be fixed", "adjourned|2026-03-12T18:30|to a day to be fixed", "meeting adjourned 18:30", "/adjourn 18:30: to a day to be fixed"},
		{"/resume", "resumed|2026-03-12T18:30", "meeting resumed 18:30", "/resume 18:30"},
		{"/resume 18.25: all present", "resumed|2026-03-12T18:25|all present", "meeting resumed 18:25", "/resume 18:25: all present"},
		{"/next 16 April 18.00, Guildhall, Northmoor", "next meeting|to 2026-04-16T18:00|Guildhall, Northmoor",
			"next meeting 2026-04-16 18:00, Guildhall, Northmoor", "/next 2026-04-16 18:00, Guildhall, Northmoor"},
		{"/next Thursday, 16 April 2026", "next meeting|to 2026-04-16", "next meeting 2026-04-16", "/next 2026-04-16"},
		{"/next in June: see the notice", "next meeting|in June: see the notice", "next meeting in June: see the notice", "/next in June: see the notice"},
		{`/next \2026-04-16`, "next meeting|2026-04-16", "next meeting 2026-04-16", `/next \2026-04-16`},
		{"/quorum 4 of 7: stated", "quorum|4 of 7: stated", "quorum: 4 of 7: stated", "/quorum 4 of 7: stated"},
		{"/taken 1#2 before 4: at 18:40", "taken|[1 Tolls]|before [4 Dredging]|at 18:40", "item 1 taken before item 4", "/taken 1#2 before 4: at 18:40"},
		{"/taken #1, dues", "taken|[1 Dues][1 Dues]", "item 1, 1 taken out of turn", "/taken 1, 1"},
		{"/taken Before the bar", "taken|[Before the bar]", "item Before the bar taken out of turn", "/taken Before the bar"},
		{`/taken "1", "the lease" before 9`, "taken|[“1”][“the lease”]|before [“9”]", "item 1, the lease taken before item 9", `/taken "1", "the lease" before 9`},
		{"/together 7(a), 9: as one", "together|[7(a) Cranes][“9”]|as one", "items 7(a), 9 taken together", `/together 7\(a\), 9: as one`},
		{"/minutes 12 February 2026, the Board", "minutes|12 February 2026+the Board", "minutes of 12 February 2026, the Board", "/minutes 12 February 2026, the Board"},
		{"/actions", "actions", "the list of actions", "/actions"},
		{"/thanks Mr Orr: thirty years", "thanks|Mr Orr: thirty years", "thanks: Mr Orr: thirty years", "/thanks: Mr Orr: thirty years"},
		{`/correct 7 of 12 February: delete “four”, insert "a \"five\""; delete "x": as heard`,
			`7 of 12 February[{"four" "a \"five\""} {"x" ""}] as heard`, "correction of 7 of 12 February", `/correct 7 of 12 February: delete "four", insert "a \"five\""; delete "x": as heard`},
		{`/correct 12 February: insert "a", insert "b"`, ` of 12 February[{"" "a"} {"" "b"}] `, "correction of 12 February", `/correct 12 February: insert "a"; insert "b"`},
		{`/correct the minutes \of the Board: a name`, ` of the minutes of the Board[] a name`, "correction of the minutes of the Board", `/correct the minutes \of the Board: a name`},
		{`/correct 7 of: \delete "it"`, `7 of [] delete "it"`, "correction of 7", `/correct 7: \delete "it"`},
	} {
		next, done, err := notes.Apply(r, r.Open.Items[1].ID, c.typed, "2026-03-12T18:30")
		if err != nil {
			t.Errorf("%s: %v", c.typed, err)
			continue
		}
		_, e, _ := next.Open.Find(done.Entry)
		if got := business(next.Open, e); got != c.want || done.What != c.did {
			t.Errorf("%s\ngot  %s\nwant %s\ndid  %s", c.typed, got, c.want, done.What)
		}
		if back := notes.Text(next.Open, *e); back != c.back {
			t.Errorf("%s\ncomes back as %s", c.typed, back)
		}
		if mark, kind, _ := notes.Mark(c.typed); kind != e.Kind {
			t.Errorf("%s is taken for %q by its mark %s", c.typed, kind, mark)
		}
	}
}

// Fields of the item: what each word says of it.
func TestUrgentAndOutcome(t *testing.T) {
	r, item := typed(t)
	for _, c := range []struct{ typed, late, words, to, reason, did string }{
		{"/urgent the wall: it may fall", "the wall: it may fall", "", "", "", "urgent: the wall: it may fall"},
		{"/outcome Deferred to 16 April: time", "", "Deferred", "16 April", "time", "Deferred to 16 April"},
		{"/outcome referred back to the Board", "", "referred back", "the Board", "", "referred back to the Board"},
		{`/outcome \deferred to June`, "", "deferred to June", "", "", "deferred to June"},
		{"/outcome lapsed", "", "lapsed", "", "", "lapsed"},
	} {
		next, done, err := notes.Apply(r, item, c.typed, "")
		if err != nil {
			t.Fatal(err)
		}
		it, _ := next.Open.Item(item)
		if it.Late != c.late || it.Outcome != (agenda.Outcome{Words: c.words, To: c.to, Reason: c.reason}) || done.What != c.did {
			t.Errorf("%s: late %q, outcome %+v, did %q", c.typed, it.Late, it.Outcome, done.What)
		}
	}
}

// An adjourned meeting minutes no item until one is taken again.
func TestAdjournLeavesTheItem(t *testing.T) {
	r, item := typed(t)
	r, err := r.Take(item, "2026-03-12T18:05")
	if err != nil {
		t.Fatal(err)
	}
	next, _, err := notes.Apply(r, item, "/adjourn 18:30", "2026-03-12T18:31")
	if err != nil || next.Open.Current() != 0 || next.Open.Taken[0].To != "2026-03-12T18:30" {
		t.Errorf("%v, open %d, taken %+v", err, next.Open.Current(), next.Open.Taken)
	}
	closed, _, err := notes.Apply(r, item, "/close 18:30\n/resume 18:40", "")
	if err != nil || closed.Open.Closing() != nil {
		t.Errorf("%v: a meeting that went on is closed", err)
	}
}

// A reference may stand above the item it names.
func TestItemsFurtherDown(t *testing.T) {
	file, err := notes.Parse("x", head+"attending: Dana Holt (for item 9, of the Harbour Office, Engineer, \\of sorts)\n/taken 9\n== 4 Dredging\n== 9 Dues\n")
	if err != nil {
		t.Fatal(err)
	}
	m := file.Meetings[0].Record.Open
	nine := agenda.ItemRef{ID: m.Items[2].ID}
	holt := m.Roster[len(m.Roster)-1]
	if m.Items[0].Last().Event.Items[0] != nine || len(holt.Items) != 1 || holt.Items[0] != nine ||
		holt.Organisation != "the Harbour Office" || strings.Join(holt.Roles, "+") != "Engineer+of sorts" {
		t.Errorf("holt %+v, taken %+v", holt, m.Items[0].Last().Event.Items)
	}
}

func TestMistakesOfOrder(t *testing.T) {
	for lines, want := range map[string]string{
		"/adjourn later":                      "6:10: found “later”; expected a time like 18:25, or words behind a colon",
		"/adjourn 18:30 to June":              "6:19: found “June”; expected a date and perhaps a time, like 2026-04-16 18:00, or words behind a colon",
		"/adjourn to 2026-02-30":              "6:13: found “2026-02-30”",
		"/adjourn 25:10":                      "6:10: found “25:10”",
		"/resume Pike":                        "6:9: found “Pike”",
		"/next":                               "6:6: found /next alone; expected when the next meeting is",
		"/next 2026-02-30, Hall":              "6:7: found “2026-02-30, Hall”; expected a day of the calendar",
		"/next 2026-04-16 25:10, Hall":        "6:18: found “25:10”; expected a time like 18:00, then a comma and the place",
		"/quorum":                             "6:8: found nothing behind the word; expected what was said of the quorum",
		"/taken":                              "6:7: found no item; expected the number of an item",
		"/taken 7 before":                     "6:16: found no item behind “before”",
		"/taken before 4":                     "6:8: found no item; expected",
		"/together 4":                         "6:11: found only “4”; expected two items or more",
		"/together : x":                       "found no item; expected two items or more",
		"/urgent":                             "6:8: found /urgent alone; expected why the item cannot wait",
		"==\n/urgent now":                     "7:9: found /urgent outside an item",
		"/outcome : why":                      "found /outcome alone; expected what became of the item",
		"/minutes : approved":                 "found no meeting; expected the meeting whose minutes they are",
		"/correct 7 of 12 March":              "found no correction; expected a colon and the change",
		`/correct M: delete "a", inset "b"`:   "6:25: found “inset \"b\"”; expected delete or insert, with the words in quotes",
		`/correct M: delete "a`:               "6:20: found “\"a”; expected another \" where the words end",
		`/correct M: delete "a" and so`:       "6:24: found “and so”; expected a comma and another change, or a colon and words",
		"/actions all":                        "6:10: found “all” behind /actions; expected nothing",
		"/thanks":                             "6:8: found nothing behind the word; expected who is thanked for what",
		"/urgent now\n  - a point":            "a point under /urgent",
		"/takn 4":                             "found /takn; did you mean /taken?",
		"/taken 4\n/adjorn\n/corect M: words": "did you mean /adjourn?",
	} {
		_, err := notes.Parse("x", head+"\n== 4 Dredging\n"+lines)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\ngot  %v\nwant %s", lines, err, want)
		}
		r, item := typed(t)
		var mistakes notes.Problems
		if next, _, err := notes.Apply(r, item, lines, ""); !strings.HasPrefix(lines, "==") && !errors.As(err, &mistakes) {
			t.Errorf("%s is kept when typed", lines)
		} else {
			same(t, r, next, lines)
		}
	}
}
