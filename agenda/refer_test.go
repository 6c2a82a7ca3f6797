package agenda_test

import (
	"testing"

	"minutebook/agenda"
)

// business is two items with a motion in the first, what names it there, and a
// vote and a resolution on it in the second, one public and one in private.
func business(t *testing.T) (r agenda.Record, motion agenda.ID, named func(agenda.Record) []agenda.ID) {
	t.Helper()
	r = build(t, "a", "b")
	one, two := r.Open.Items[1].ID, r.Open.Items[2].ID
	add := func(item agenda.ID, e agenda.Entry) agenda.ID {
		next, id, err := r.Add(item, e)
		r = must(t, next, err)
		return id
	}
	motion = add(one, agenda.Entry{Kind: agenda.Moved, Text: "m", Motion: &agenda.Motion{Class: agenda.MainMotion}})
	resolved := add(one, agenda.Entry{Kind: agenda.Resolved, On: motion, Resolution: &agenda.Resolution{}})
	open := add(two, agenda.Entry{Kind: agenda.Voted, On: motion, Vote: &agenda.Vote{}})
	next, err := r.CloseFrom(two, "3", "")
	r = must(t, next, err)
	shut := add(two, agenda.Entry{Kind: agenda.Voted, On: motion, Vote: &agenda.Vote{}})
	return r, motion, func(r agenda.Record) []agenda.ID {
		var out []agenda.ID
		for _, id := range []agenda.ID{resolved, open, shut} {
			_, e, ok := r.Find(id)
			if !ok {
				out = append(out, nobody)
				continue
			}
			out = append(out, e.On)
		}
		return out
	}
}

func TestWhatNamesAMotionFromElsewhere(t *testing.T) {
	r, motion, named := business(t)
	same := func(what string, got []agenda.ID, want ...agenda.ID) {
		t.Helper()
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s: resolution, vote and private vote name %d, want %d", what, got, want)
				return
			}
		}
	}
	next, _, err := r.Strike(motion)
	same("struck", named(must(t, next, err)), 0, 0, 0)
	next, err = r.MoveTo(motion, r.Open.Items[0].ID)
	same("moved", named(must(t, next, err)), motion, motion, motion)

	next, err = r.CloseAll(r.Open.Items[1].ID, "3", "")
	must(t, next, err)
	var hidden agenda.ID
	for _, e := range next.Closed.Items[r.Open.Items[1].ID].Entries {
		if e.Kind == agenda.Moved {
			hidden = e.ID
		}
	}
	same("closed", named(next)[1:], 0, hidden)
	next, _, err = next.Strike(hidden)
	same("closed, then struck", named(must(t, next, err))[1:], 0, 0)
}

func TestAMotionThatIsNamedStaysOne(t *testing.T) {
	r, motion, _ := business(t)
	r, _, err := r.Strike(r.Open.Items[1].Last().ID)
	must(t, r, err)
	r, _, err = r.Strike(r.Open.Items[2].Entries[1].ID)
	must(t, r, err)
	_, err = r.Edit(agenda.Entry{ID: motion, Kind: agenda.Narrative, Text: "m"})
	wantRefused(t, err, "belongs to it")
}

// What was said of an item in public and in private is both there when all of it
// becomes private.
func TestCloseAllKeepsBothOutcomes(t *testing.T) {
	r := build(t, "a")
	item := r.Open.Items[1].ID
	say := func(words string) {
		next, err := r.WriteItem(item, func(it *agenda.Item) { it.Outcome, it.Late = agenda.Outcome{Words: words}, words })
		r = must(t, next, err)
	}
	say("deferred")
	r, err := r.CloseFrom(item, "3", "")
	must(t, r, err)
	say("withdrawn")
	r, err = r.CloseAll(item, "3", "")
	must(t, r, err)
	whole, _ := r.Whole(item)
	if last := whole.Last(); whole.Outcome.Words != "withdrawn" || last.Outcome == nil || last.Outcome.Words != "deferred" || whole.Late != "deferred\nwithdrawn" {
		t.Errorf("got %+v, %+v", whole, last)
	}
	if face := r.Open.Items[1]; face.Outcome != (agenda.Outcome{}) || face.Late != "" {
		t.Errorf("the public sees %+v", face)
	}
}
