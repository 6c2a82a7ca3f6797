package agenda

import "slices"

// MotionState is where a motion stands, as its item tells it: what was voted on
// it and what became of it. It is derived from the entries and kept nowhere.
type MotionState struct {
	Motion *Entry
	Label  string
	Votes  []VoteOn // every vote on it, in order
	Last   *Entry   // the vote that counts or the outcome that decided it last; nil: none
	Became *Entry   // the substantive motion that took its place; nil: none
}

// VoteOn is a vote on a motion, and the strike that took it back, or nil.
type VoteOn struct {
	Vote, Strike *Entry
}

// Motions is where each motion of the item stands, in the order moved. Votes
// and outcomes that were minuted under another item are not seen.
func (it *Item) Motions() []MotionState {
	var out []MotionState
	at := map[ID]int{} // by motion, index in out
	var labels map[ID]string
	struck := it.struck()
	for _, e := range it.Entries {
		if e.Motion != nil {
			if labels == nil {
				labels = it.Labels()
			}
			if on, ok := at[e.On]; ok && e.Motion.Class == Substantive {
				out[on].Became = e
			}
			at[e.ID] = len(out)
			out = append(out, MotionState{Motion: e, Label: labels[e.ID]})
			continue
		}
		j, ok := at[e.On]
		if !ok || e.On == 0 {
			continue
		}
		switch s := &out[j]; {
		case e.Vote != nil:
			s.Votes = append(s.Votes, VoteOn{e, struck[e.ID]})
			if struck[e.ID] == nil {
				s.Last = e
			}
		case e.Kind == Settled:
			s.Last = e
		}
	}
	return out
}

// struck is the strikes of the item that took back a whole vote, by vote.
func (it *Item) struck() map[ID]*Entry {
	var out map[ID]*Entry
	for _, e := range it.Entries {
		if e.Strike != nil && e.Strike.Who == (Who{}) && e.On != 0 {
			if out == nil {
				out = map[ID]*Entry{}
			}
			out[e.On] = e
		}
	}
	return out
}

// Undecided is whether nothing became of the motion yet: no vote on it counts,
// no outcome was stated and no substantive motion took its place.
func (s MotionState) Undecided() bool { return s.Last == nil && s.Became == nil }

// Fate is what was declared of the motion last, in the words of the minutes:
// the result of the vote that counts, or the outcome. It is empty where the
// motion is undecided, and where no result was declared.
func (s MotionState) Fate() string {
	switch {
	case s.Last == nil:
		return ""
	case s.Last.Vote != nil:
		return s.Last.Vote.Result
	case s.Last.Outcome != nil:
		return s.Last.Outcome.Said()
	}
	return ""
}

// Declared is whether the motion was declared carried or lost, by the words of
// a house. Figures are never counted; a method that carries by itself ("all")
// does so where no result was declared.
func (s MotionState) Declared(res Results) (carried, lost bool) {
	if s.Last != nil && s.Last.Vote != nil {
		return res.declared(s.Last.Vote)
	}
	return res.Says(s.Fate())
}

// Undecided is the motions of the item of which nothing became yet.
func (it *Item) Undecided() []MotionState { return it.motions(MotionState.Undecided) }

// ToResolve is the motions that were carried and have no resolution yet, the
// latest first. Amendments and matters of procedure need none.
func (it *Item) ToResolve(res Results) []MotionState {
	resolved := map[ID]bool{}
	for _, e := range it.Entries {
		if e.Resolution != nil {
			resolved[e.On] = true
		}
	}
	out := it.motions(func(s MotionState) bool {
		class := s.Motion.Motion.Class
		carried, _ := s.Declared(res)
		return carried && s.Became == nil && !resolved[s.Motion.ID] && (class == MainMotion || class == Substantive)
	})
	slices.Reverse(out)
	return out
}

func (it *Item) motions(keep func(MotionState) bool) []MotionState {
	var out []MotionState
	for _, s := range it.Motions() {
		if keep(s) {
			out = append(out, s)
		}
	}
	return out
}

// AmendTarget is what [Docket.AmendTarget] finds in the item.
func (it *Item) AmendTarget() *Entry { return it.Docket().AmendTarget() }

// SubstantiveTarget is what [Docket.SubstantiveTarget] finds in the item.
func (it *Item) SubstantiveTarget() *Entry { return it.Docket().SubstantiveTarget() }
