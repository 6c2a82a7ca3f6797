package agenda

import (
	"slices"
	"strings"
)

// Undecided is the motions of an item that nothing has decided yet, in their
// order: no vote that stands, no outcome, and no substantive motion in their
// place.
func (it *Item) Undecided() []*Entry {
	var out []*Entry
	for _, e := range it.Entries {
		if e.Motion != nil && !it.decided(e.ID) {
			out = append(out, e)
		}
	}
	return out
}

func (it *Item) decided(motion ID) bool {
	return it.VoteOn(motion) != nil || slices.ContainsFunc(it.Entries, func(e *Entry) bool {
		return e.On == motion && (e.Kind == Settled || e.Motion != nil && e.Motion.Class == Substantive)
	})
}

// VoteOn is the latest vote on a motion that was not taken back, or nil.
func (it *Item) VoteOn(motion ID) *Entry {
	var vote *Entry
	for _, e := range it.Entries {
		switch {
		case e.Vote != nil && e.On == motion && motion != 0:
			vote = e
		case e.Strike != nil && e.Strike.Who == (Who{}) && vote != nil && e.On == vote.ID:
			vote = nil
		}
	}
	return vote
}

// ToResolve is the motions that were carried and have no resolution yet, the
// latest first. Amendments and matters of procedure need none.
func (it *Item) ToResolve() []*Entry {
	var out []*Entry
	for _, e := range slices.Backward(it.Entries) {
		if e.Motion == nil || e.Motion.Class != MainMotion && e.Motion.Class != Substantive {
			continue
		}
		vote := it.VoteOn(e.ID)
		if vote == nil || !vote.Vote.Carries() {
			continue
		}
		done := func(d *Entry) bool {
			return d.On == e.ID && (d.Resolution != nil || d.Motion != nil && d.Motion.Class == Substantive)
		}
		if !slices.ContainsFunc(it.Entries, done) {
			out = append(out, e)
		}
	}
	return out
}

// carrying and refusing are words that declare a result.
var (
	carrying = []string{"carried", "agreed", "passed", "approved", "adopted", "accepted"}
	refusing = []string{"not", "lost", "rejected", "defeated", "fell", "equal"}
)

// Carries says whether a vote was declared carried, as far as its words are
// known. Figures and names are not asked: what was declared counts.
func (v *Vote) Carries() bool {
	if v.Result == "" {
		return v.Method == "all" || v.Method == "unanimous" || v.Method == "without objection"
	}
	words := strings.FieldsFunc(strings.ToLower(v.Result), func(r rune) bool { return r == ' ' || r == ',' || r == '.' })
	has := func(list []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(list, w) })
	}
	return has(carrying) && !has(refusing)
}
