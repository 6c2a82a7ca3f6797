package agenda_test

import (
	"errors"
	"slices"
	"testing"

	"minutebook/agenda"
)

func TestReadQuery(t *testing.T) {
	q := agenda.ReadQuery(" dredging Body:nhc,atc  2026 ")
	if !slices.Equal(q.Words, []string{"dredging", "2026"}) || !q.Of("NHC") || !q.Of("atc") || q.Of("WSG") {
		t.Errorf("%+v", q)
	}
}

func TestPending(t *testing.T) {
	for state, want := range map[string]bool{"": true, "open": true, "started": true, "half done": true, "done": false, "Done 2 Feb": false, "withdrawn.": false} {
		if got := (agenda.Action{State: state}).Pending(); got != want {
			t.Errorf("%q pending: %v", state, got)
		}
	}
}

func TestSetState(t *testing.T) {
	r := agenda.New(agenda.Meeting{Key: "m", Items: []*agenda.Item{{Level: 1, Title: "Dredging"}}})
	item := r.Open.Items[len(r.Open.Items)-1].ID
	r, id, err := r.Add(item, agenda.Entry{Kind: agenda.ToDo, Text: "bring it", Action: &agenda.Action{Due: "2026-06-11"}})
	if err != nil {
		t.Fatal(err)
	}
	next, err := r.SetState(id, " started\n")
	if err != nil {
		t.Fatal(err)
	}
	_, old, _ := r.Open.Find(id)
	_, e, _ := next.Open.Find(id)
	if e.Action.State != "started" || e.Action.Due != "2026-06-11" || old.Action.State != "" {
		t.Errorf("%+v, before %+v", e.Action, old.Action)
	}
	r, other, err := r.Add(item, agenda.Entry{Kind: agenda.Narrative, Text: "It rained."})
	if err != nil {
		t.Fatal(err)
	}
	var own *agenda.Error
	if _, err := r.SetState(other, "done"); !errors.As(err, &own) {
		t.Errorf("a sentence has a state: %v", err)
	}
	if _, err := r.SetState(99, "done"); !errors.Is(err, agenda.ErrNotFound) {
		t.Errorf("nothing has a state: %v", err)
	}
}

func TestLinesKeepTheirLetters(t *testing.T) {
	d := agenda.Decision{Parts: []agenda.Point{{Text: "That it be brought:", Points: []agenda.Point{{Text: "in June."}}}}}
	if got := d.Words(); got != "That it be brought: (a) in June." {
		t.Errorf("%q", got)
	}
}
