package notes_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"minutebook/agenda"
)

// orderFeatures is the room and the order of business.
var orderFeatures = slices.Concat(roomFeatures, businessFeatures)

var roomFeatures = []feature{
	{"full heading", "room", func(t *testing.T, r agenda.Record) {
		m := r.Open
		is(t, m.Kind+"; "+string(m.Start)+"; "+m.Place, "Extraordinary; 2026-03-12T18:00; Council Chamber, Guildhall, Northmoor")
	}},
	{"roll with roles", "room", func(t *testing.T, r agenda.Record) {
		is(t, events(r, 0, agenda.Present), "present Cllr Verma, Cllr Pike, Cllr Stone")
		is(t, fmt.Sprintf("%v %v %s", r.Open.Roster[0].Roles, r.Open.Roster[1].Roles, r.Open.Roster[1].Initials), "[Chair] [Vice-Chair] TP")
	}},
	{"others in attendance", "room", func(t *testing.T, r agenda.Record) {
		is(t, events(r, 0, agenda.Attending), "attending Holt, Rhee, Quay, Gray")
		quay, gray := attendee(t, r, "Quay"), attendee(t, r, "Gray")
		is(t, fmt.Sprintf("%t %v %s; %s", quay.Voting, quay.Roles, quay.Organisation, numbersOf(r, quay.Items)), "false [Engineer] Quay Works; 4, 6")
		is(t, gray.Organisation+numbersOf(r, gray.Items), "The Northmoor Mail")
	}},
	{"apologies", "room", func(t *testing.T, r agenda.Record) {
		is(t, events(r, 0, agenda.Apologies), "apologies Cllr Reeve, Cllr Marsh")
	}},
	{"absent without apology", "room", func(t *testing.T, r agenda.Record) { is(t, events(r, 0, agenda.Absent), "absent Cllr Tull") }},
	{"substitute", "room", func(t *testing.T, r agenda.Record) {
		is(t, events(r, 0, agenda.Substitutes), "substitutes Cllr Lunt for Cllr Reeve")
	}},
	{"proxy", "room", func(t *testing.T, r agenda.Record) {
		is(t, events(r, 0, agenda.Proxy), "proxy Cllr Stone for Cllr Marsh")
	}},
	{"remote meeting", "room", func(t *testing.T, r agenda.Record) {
		is(t, events(r, 0, agenda.Remote), "remote Cllr Vale\nremote Cllr Frith")
	}},
	{"part attendance", "room", func(t *testing.T, r agenda.Record) {
		is(t, events(r, 2, agenda.Arrived), "arrived Cllr Lunt at 18:25: from the ferry")
		is(t, events(r, 4, agenda.Left), "left at 19:20\nleft Cllr Frith at 19:45")
	}},
	{"left for an interest", "room", func(t *testing.T, r agenda.Record) {
		is(t, events(r, 2, agenda.Left), "left Cllr Verma at 18:30; interest")
		is(t, events(r, 2, agenda.Returned), "returned Cllr Verma at 18:55")
	}},
	{"public by name", "room", func(t *testing.T, r agenda.Record) {
		is(t, r.Open.Public, "14, and Ms Pat Dunn of the Ferry Users")
	}},
	{"public left and returned", "room", func(t *testing.T, r agenda.Record) { is(t, events(r, 4, agenda.Returned), "returned at 19:40") }},
	{"public counted", "heading", func(t *testing.T, r agenda.Record) { is(t, r.Open.Public, "4") }},
	{"acting chair", "room", func(t *testing.T, r agenda.Record) {
		is(t, events(r, 2, agenda.Presides), "presides Cllr Pike: in the Chair’s absence\npresides Cllr Verma")
	}},
	{"chair elected at the meeting", "chair", func(t *testing.T, r agenda.Record) {
		is(t, events(r, 0, agenda.Presides), "presides Cllr Pike")
		is(t, events(r, 1, agenda.Presides), "presides Cllr Lunt: elected Chair, and took the chair")
	}},
	{"chair by item", "chair", func(t *testing.T, r agenda.Record) {
		is(t, events(r, 2, agenda.Presides)+" "+events(r, 3, agenda.Presides), "presides Cllr Pike: for this item presides Cllr Lunt")
	}},
	{"quorum stated", "room", func(t *testing.T, r agenda.Record) {
		is(t, r.Open.Quorum+"; "+events(r, 0, agenda.Quorum), "4 of 9 members; quorum: four members, present throughout; stated by the Clerk")
	}},
	{"suspended for the public", "room", func(t *testing.T, r agenda.Record) {
		is(t, events(r, 3, agenda.Adjourned), "adjourned at 19:00 to 2026-03-12T19:10: so that residents could speak")
		is(t, events(r, 3, agenda.Resumed), "resumed at 19:10")
	}},
	{"closing time", "room", func(t *testing.T, r agenda.Record) { is(t, string(r.Open.ClosedAt()), "2026-03-12T20:41") }},
	{"adjourned to another day", "adjourned", func(t *testing.T, r agenda.Record) {
		is(t, events(r, 1, agenda.Adjourned), "adjourned at 21:00 to 2026-03-19T18:00: the hour was late")
		is(t, string(find(t, r, 1, agenda.Resumed).At+" "+r.Open.ClosedAt()), "2026-03-19T18:04 2026-03-19T19:15")
	}},
	{"adjourned and reconvened the same day", "heading", func(t *testing.T, r agenda.Record) {
		is(t, events(r, 1, agenda.Adjourned)+"\n"+events(r, 1, agenda.Resumed), "adjourned at 19:05\nresumed at 19:15")
	}},
}

var businessFeatures = []feature{
	{"next meeting", "order", func(t *testing.T, r agenda.Record) {
		e := find(t, r, 14, agenda.NextMeeting)
		is(t, string(e.Event.To)+" "+e.Event.Place+e.Text, "2026-04-16T18:00 Guildhall, Northmoor")
	}},
	{"next meeting in words", "adjourned", func(t *testing.T, r agenda.Record) {
		is(t, events(r, 2, agenda.NextMeeting), "next meeting: on a date to be fixed by the Chair")
	}},
	{"changed order", "order", func(t *testing.T, r agenda.Record) {
		e := find(t, r, 4, agenda.TakenOut)
		is(t, numbersOf(r, e.Event.Items)+" before "+numbersOf(r, []agenda.ItemRef{e.Event.Before})+": "+e.Text, "205/20 before 200/20: for the contractor")
		order := r.Open.Ordered()
		is(t, order[8].Number+" "+order[9].Number, "205/20 200/20")
	}},
	{"taken together", "order", func(t *testing.T, r agenda.Record) {
		is(t, numbersOf(r, find(t, r, 10, agenda.Together).Event.Items), "203/20, 204/20")
	}},
	{"urgent, with the reason", "order", func(t *testing.T, r agenda.Record) {
		is(t, r.Open.Items[12].Late, "the harbour wall may not stand another storm")
	}},
	{"deferred to a meeting", "order", func(t *testing.T, r agenda.Record) {
		is(t, fmt.Sprintf("%+v", r.Open.Items[8].Outcome), "{Words:deferred To:16 April 2026 Reason:the plan was late}")
	}},
	{"withdrawn", "order", func(t *testing.T, r agenda.Record) { is(t, r.Open.Items[9].Outcome.Words, "withdrawn") }},
	{"referred", "order", func(t *testing.T, r agenda.Record) {
		is(t, fmt.Sprintf("%+v", r.Open.Items[4].Outcome), "{Words:referred To:the Works Group Reason:for costs}")
	}},
	{"earlier minutes approved", "order", func(t *testing.T, r agenda.Record) {
		is(t, strings.Join(find(t, r, 2, agenda.MinutesOf).Event.Meetings, "; "), "12 February 2026; Extraordinary of 20 February 2026")
	}},
	{"minutes corrected", "order", func(t *testing.T, r agenda.Record) {
		is(t, fmt.Sprintf("%+v", *corrections(r)[0]),
			"{Minute:188/20 Meeting:12 February 2026 Changes:[{Delete:four berths Insert:five berths} {Delete: Insert:in June}]}")
	}},
	{"minutes disputed", "order", func(t *testing.T, r agenda.Record) {
		c := corrections(r)[1] // a correction that asks for no change
		is(t, fmt.Sprintf("%s/%s/%d", c.Minute, c.Meeting, len(c.Changes)), "/12 February 2026/0")
	}},
	{"thanks of the body", "order", func(t *testing.T, r agenda.Record) {
		is(t, events(r, 14, agenda.Thanked), "thanks: Mr Orr, the outgoing Harbour Master, for thirty years of service")
	}},
	{"action list", "order", func(t *testing.T, r agenda.Record) { is(t, events(r, 3, agenda.ActionList), "actions") }},
	{"item numbers that are not 1..n", "order", func(t *testing.T, r agenda.Record) {
		is(t, r.Open.Items[1].Number+" "+r.Open.Items[10].Number+" "+r.Open.Items[6].Number, "196/20 203/20 199/20.1.a")
	}},
	{"nested sub-items", "order", func(t *testing.T, r agenda.Record) {
		var levels []int
		for _, it := range r.Open.Items[4:9] {
			levels = append(levels, it.Level)
		}
		is(t, fmt.Sprint(levels), "[1 2 3 2 1]")
	}},
	{"empty heading kept", "order", func(t *testing.T, r agenda.Record) {
		it := r.Open.Items[13]
		is(t, fmt.Sprintf("%s/%s/%d", it.Number, it.Title, len(it.Entries)), "/Any other business/0")
	}},
	{"source contradicts itself", "contradiction", func(t *testing.T, r agenda.Record) {
		is(t, string(r.Open.OpenedAt()+" "+r.Open.ClosedAt()), "2026-03-13T20:41 2026-03-12T18:02")
		is(t, events(r, 0, agenda.Present)+"; "+events(r, 0, agenda.Apologies), "present Cllr Verma, Cllr Pike; apologies Cllr Pike")
	}},
	{"a number twice, a number that is none", "contradiction", func(t *testing.T, r agenda.Record) {
		e := find(t, r, 2, agenda.TakenOut)
		is(t, fmt.Sprint(e.Event.Items[0].ID == r.Open.Items[2].ID, e.Event.Before.ID == r.Open.Items[1].ID), "true true")
		is(t, find(t, r, 2, agenda.Together).Event.Items[1].Words, "9")
	}},
}

func is(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// events is every event of a kind in an item, one a line.
func events(r agenda.Record, item int, what string) string {
	var out []string
	for _, e := range r.Open.Items[item].Entries {
		if e.Event == nil || e.Event.What != what {
			continue
		}
		line := what
		for i, id := range e.Event.Who {
			a, _ := r.Open.Attendee(id)
			line += []string{" ", ", "}[min(i, 1)] + a.Short()
		}
		if a, ok := r.Open.Attendee(e.Event.For); ok {
			line += " for " + a.Short()
		}
		for _, part := range [][2]string{{" at ", e.At.TimeOfDay()}, {" to ", string(e.Event.To)}, {"; ", e.Event.How}, {": ", e.Text}} {
			if part[1] != "" {
				line += part[0] + part[1]
			}
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// find is the first event of a kind in an item.
func find(t *testing.T, r agenda.Record, item int, what string) *agenda.Entry {
	t.Helper()
	for _, e := range r.Open.Items[item].Entries {
		if e.Event != nil && e.Event.What == what {
			return e
		}
	}
	t.Fatalf("item %d has no event %q", item, what)
	return nil
}

func attendee(t *testing.T, r agenda.Record, name string) agenda.Attendee {
	t.Helper()
	ids := r.Open.Named(name)
	if len(ids) != 1 {
		t.Fatalf("%d people are called %s", len(ids), name)
	}
	a, _ := r.Open.Attendee(ids[0])
	return a
}

// numbersOf is what references name: the number of an item, or the words.
func numbersOf(r agenda.Record, refs []agenda.ItemRef) string {
	var out []string
	for _, ref := range refs {
		if it, ok := r.Open.Item(ref.ID); ok {
			out = append(out, it.Number)
		} else {
			out = append(out, "“"+ref.Words+"”")
		}
	}
	return strings.Join(out, ", ")
}

func corrections(r agenda.Record) (out []*agenda.Correction) {
	for _, it := range r.Open.Items {
		for _, e := range it.Entries {
			if e.Correction != nil {
				out = append(out, e.Correction)
			}
		}
	}
	return out
}
