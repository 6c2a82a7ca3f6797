package agenda_test

import (
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
)

// What is kept up entry by entry is what the whole item tells.
func TestDocketIsWhereMotionsStand(t *testing.T) {
	classes := []string{agenda.MainMotion, agenda.Amendment, agenda.Substantive, agenda.Procedure}
	rapid.Check(t, func(t *rapid.T) {
		it, d := &agenda.Item{}, agenda.Docket{}
		for n := range rapid.IntRange(1, 25).Draw(t, "entries") {
			on := agenda.ID(rapid.IntRange(0, n+2).Draw(t, "on"))
			var e agenda.Entry
			switch rapid.IntRange(0, 5).Draw(t, "kind") {
			case 0, 1:
				e = move(rapid.SampledFrom(classes).Draw(t, "class"), on)
			case 2, 3:
				e = vote(on, "", "carried")
			case 4:
				e = settle(on, "withdrawn")
			default:
				e = takeBack(on, agenda.Who{Words: rapid.SampledFrom([]string{"", "", "Pike"}).Draw(t, "who")})
			}
			e.ID = agenda.ID(n + 1)
			it.Entries = append(it.Entries, &e)
			d.Read(it)
			labels := it.Labels()
			for _, e := range it.Entries {
				got, label := d.Label(e.ID), labels[e.ID]
				if id, ok := it.Docket().Called(label); got != label || ok && id != e.ID || ok != (label != "") {
					t.Fatalf("%d is %q, not %q, which is %d", e.ID, got, label, id)
				}
			}
			whole, got := it.Motions(), d.Undecided()
			var want []*agenda.Entry
			for _, s := range whole {
				if s.Undecided() {
					want = append(want, s.Motion)
				}
			}
			if len(got) != len(want) {
				t.Fatalf("%d undecided, not %d", len(got), len(want))
			}
			for i := range want {
				if got[i] != want[i] {
					t.Fatalf("%d is %d, not %d", i, got[i].ID, want[i].ID)
				}
			}
			if len(whole) > 0 && d.Latest() != whole[len(whole)-1].Motion {
				t.Fatal("another motion is the latest")
			}
		}
	})
}
