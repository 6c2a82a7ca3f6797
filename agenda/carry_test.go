package agenda_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// face is the public part of a record, whole.
func face(r agenda.Record) string { return dump(agenda.Record{Open: r.Open}) }

// privately is a meeting whose lease was private business, deferred while it was,
// and left an action there.
func privately(t *testing.T, reopened bool, steps ...func(agenda.Record, agenda.ID) (agenda.Record, error)) agenda.Record {
	r := agenda.NewMeeting(harbour(), "m0", "2026-01-15T18:00", "", nil)
	r, lease, err := r.AddItem(0, agenda.Item{Title: "Lease of Heronwick quay", Purpose: "to let Heronwick", Wording: "That Heronwick be let.",
		Paper: &agenda.Paper{Title: "Heronwick rents", Leads: []string{"Clerk"}}})
	must(t, r, err)
	r, err = r.CloseFrom(lease, "3", "a tenant")
	must(t, r, err)
	r, _, err = r.Add(lease, agenda.Entry{Kind: agenda.ToDo, Text: "write to Heronwick", Action: &agenda.Action{Due: "2026-03-01"}})
	must(t, r, err)
	if reopened {
		r, err = r.Reopen(lease)
		must(t, r, err)
	}
	for _, step := range steps {
		r, err = step(r, lease)
		must(t, r, err)
	}
	r, err = r.WriteItem(lease, func(it *agenda.Item) { it.Outcome = agenda.OutcomeOf("deferred to March") })
	return must(t, r, err)
}

// What was put off in private is private business of the next meeting from the
// start: the public has its number, its public title and the ground.
func TestPrivateBusinessIsCarriedInTheClosedPart(t *testing.T) {
	titled := func(r agenda.Record, id agenda.ID) (agenda.Record, error) { return r.PublicTitle(id, "A lease") }
	summed := func(r agenda.Record, id agenda.ID) (agenda.Record, error) {
		return r.PublicSummary(id, "It was considered.")
	}
	for _, tt := range []struct {
		name, title string
		last        agenda.Record
	}{
		{"in private", "", privately(t, false)},
		{"with a public title", "A lease", privately(t, false, titled, summed)},
		{"in public again", "A lease", privately(t, true, titled)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before := dump(tt.last)
			r := agenda.NewMeeting(harbour(), "m1", "2026-03-12T18:00", "", &tt.last)
			i := slices.IndexFunc(r.Open.Items, func(it *agenda.Item) bool { return it.Exempt != nil })
			if i < 0 {
				t.Fatalf("not on the agenda: %s", agendaOf(r))
			}
			it := r.Open.Items[i]
			if it.Title != tt.title || it.Number != "4" || *it.Exempt != (agenda.Exempt{Whole: true, Ground: "3", Reason: "a tenant"}) {
				t.Errorf("its public face is %+v, %+v", it, it.Exempt)
			}
			if strings.Contains(face(r), "Heronwick") {
				t.Errorf("the public record of the next meeting tells of it:\n%s", face(r))
			}
			whole, _ := r.Whole(it.ID)
			if whole.Title != "Lease of Heronwick quay" || whole.Paper == nil || whole.Paper.Title != "Heronwick rents" ||
				whole.Purpose != "to let Heronwick" || whole.Wording != "That Heronwick be let." {
				t.Errorf("the clerk has %+v", whole)
			}
			if whole.Outcome != (agenda.Outcome{}) || len(whole.Entries) != 0 {
				t.Errorf("what became of it there is said here: %+v", whole)
			}
			if err := r.Sound(); err != nil {
				t.Error(err)
			}
			whole.Paper.Leads[0] = "changed"
			if dump(tt.last) != before {
				t.Error("the new meeting shares a paper with the last")
			}
		})
	}
}

// A title for the public is one in an item that is public otherwise, too.
func TestATitleForThePublicIsCarried(t *testing.T) {
	last := january(t)
	lease := id(t, last, "Lease")
	last, err := last.PublicTitle(lease, "Some business")
	must(t, last, err)
	r := agenda.NewMeeting(harbour(), "m1", "2026-03-12", "", &last)
	it := r.Open.Items[4]
	whole, _ := r.Whole(it.ID)
	if it.Title != "Some business" || whole.Title != "Lease" || it.Exempt != nil || it.Paper == nil {
		t.Errorf("%+v, to the clerk %+v", it, whole)
	}
}

// What was typed for an item that is private, on the way into a new meeting, is
// closed with the rest.
func TestWhatIsTypedForAPrivateItemIsClosed(t *testing.T) {
	paper := &agenda.Paper{Title: "Typed"}
	r := agenda.Convene(agenda.Meeting{Key: "m"}, []agenda.Parts{
		{Face: agenda.Item{Level: 1, Title: "Public", Paper: paper}},
		{Face: agenda.Item{Level: 1, Title: "A lease", Paper: paper, Wording: "typed", Exempt: &agenda.Exempt{Whole: true}},
			Closed: agenda.ClosedItem{Title: "Heronwick", Purpose: "kept", Wording: "before"}},
	})
	it := r.Open.Items[2]
	whole, _ := r.Whole(it.ID)
	if r.Open.Items[1].Paper == nil || it.Paper != nil || it.Wording != "" || whole.Paper != paper || whole.Wording != "typed" || whole.Purpose != "kept" {
		t.Errorf("%+v, to the clerk %+v", it, whole)
	}
}

// Whatever the words of the closed part are, the public record of the next
// meeting is the same.
func TestClosedWordsChangeNothingOfTheNextMeeting(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := agendatest.Record(rt)
		other := r
		other.Closed.Items = map[agenda.ID]*agenda.ClosedItem{}
		for id, c := range r.Closed.Items {
			x := *c
			if x.Title != "" {
				x.Title += "CANARY"
			}
			x.Purpose, x.Wording, x.Late = x.Purpose+"CANARY", x.Wording+"CANARY", x.Late+"CANARY"
			x.Outcome.Reason += "CANARY"
			if x.Paper != nil {
				x.Paper = &agenda.Paper{Title: "CANARY"}
			}
			x.Entries = nil
			other.Closed.Items[id] = &x
		}
		a := agenda.NewMeeting(harbour(), "next", "2026-03-12", "", &r)
		b := agenda.NewMeeting(harbour(), "next", "2026-03-12", "", &other)
		if face(a) != face(b) {
			rt.Fatalf("\n%s\n%s", face(a), face(b))
		}
	})
}

// How far an action agreed in private is, is private too.
func TestStateOfAPrivateAction(t *testing.T) {
	r := privately(t, false)
	for it, c := range r.Closed.Items {
		next, err := r.SetState(c.Entries[0].ID, "done")
		must(t, next, err)
		if got := next.Closed.Items[it].Entries[0].Action.State; got != "done" || face(next) != face(r) {
			t.Errorf("it is %q", got)
		}
	}
}
