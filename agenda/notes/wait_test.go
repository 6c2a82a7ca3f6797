package notes_test

import (
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// What stands above the motion or the vote that it names hangs on it, in the
// same item or another, and what follows knows.
func TestWaitingForWhatIsFurtherDown(t *testing.T) {
	const motion = "/motion Pike: That it be so.\n"
	for name, c := range map[string]struct {
		text string
		on   map[int]int // by entry, the entry it hangs on, both counted through the file
	}{
		"a vote":                   {"/vote m1 lost\n" + motion, map[int]int{0: 1}},
		"another's motion":         {"/vote m2#2 lost\n== 2 Rent\n" + motion + motion, map[int]int{0: 2}},
		"of two that wait":         {"/vote m2 lost\n/vote m1 carried\n" + motion + motion, map[int]int{0: 3, 1: 2}},
		"a strike before its vote": {"/strike m1/1: no\n" + motion + "/vote m1 lost\n", map[int]int{0: 2}},
		"a strike of what waits":   {"/strike m1: no\n/vote m1 lost\n" + motion, map[int]int{0: 1, 1: 2}},
		"the second vote":          {"/strike m1/2: no\n" + motion + "/vote m1 lost\n/vote m1 lost\n", map[int]int{0: 3}},
		"a strike from elsewhere":  {"/strike m1#2: no\n== 2 Rent\n" + motion + "/vote lost\n", map[int]int{0: 2}},
		"undecided by a strike":    {"/strike m1/1: no\n" + motion + "/vote m1 lost\n" + motion + "/vote m2 lost\n/amend Pike: Add it.\n", map[int]int{0: 2, 5: 1}},
		"a resolution":             {"! That.\n/by m1\n" + motion, map[int]int{0: 1}},
		"in private":               {"So.\n/exempt 3\n/vote m1 lost\n" + motion + "/public\n" + motion, map[int]int{2: 3}},
	} {
		file, err := notes.Parse("x", "body: B\nmeeting: , 2026-03-12\nattending: Tom Pike\n== 1 Lease\n"+c.text)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		r := file.Meetings[0].Record
		entries := wholeEntries(r)
		for from, to := range c.on {
			if entries[from].On != entries[to].ID {
				t.Errorf("%s: entry %d hangs on %d, not on entry %d, which is %d", name, from, entries[from].On, to, entries[to].ID)
			}
		}
	}
}

// wholeEntries is those of the items behind the roll.
func wholeEntries(r agenda.Record) []*agenda.Entry {
	var out []*agenda.Entry
	for _, it := range r.Open.Items[1:] {
		whole, _ := r.Whole(it.ID)
		out = append(out, whole.Entries...)
	}
	return out
}
