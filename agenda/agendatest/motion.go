package agendatest

import (
	"slices"
	"strings"

	"pgregory.net/rapid"

	"minutebook/agenda"
)

// motion fills a motion, a vote, an outcome or a strike; false where e is none.
func (k *maker) motion(it *agenda.Item, e *agenda.Entry) bool {
	t := k.T
	// What could hang on nothing is most often what others hang on.
	if e.Kind == agenda.TakenBack && len(k.nameable(it, agenda.Voted)) == 0 && rapid.IntRange(0, 3).Draw(t, "a vote first") > 0 {
		e.Kind = agenda.Voted
	}
	if (e.Kind == agenda.Voted || e.Kind == agenda.Settled) && len(k.nameable(it, agenda.Moved)) == 0 && rapid.IntRange(0, 3).Draw(t, "a motion first") > 0 {
		e.Kind = agenda.Moved
	}
	switch e.Kind {
	case agenda.Moved:
		e.Text = text(t)
		e.Points = sometimes(t, "points", points)
		e.Motion = k.moved(it)
		if c := e.Motion.Class; c == agenda.Amendment || c == agenda.Substantive {
			e.On = k.named(it, agenda.Moved)
		}
	case agenda.Voted:
		e.On, e.Vote = k.named(it, agenda.Moved), k.vote(t)
	case agenda.Settled:
		e.On = k.named(it, agenda.Moved)
		o := outcome(t)
		e.Outcome = &o
	case agenda.TakenBack:
		e.On = k.named(it, agenda.Voted)
		e.Text = sometimes(t, "reason", text)
		e.Strike = &agenda.Strike{Who: sometimes(t, "one ballot", k.who)}
	default:
		return false
	}
	return true
}

func (k *maker) moved(it *agenda.Item) *agenda.Motion {
	t := k.T
	m := &agenda.Motion{
		Class: rapid.SampledFrom([]string{agenda.MainMotion, agenda.MainMotion, agenda.Amendment, agenda.Amendment,
			agenda.Substantive, agenda.Procedure}).Draw(t, "class"),
		Movers:    list(t, "movers", 2, k.who),
		Seconders: list(t, "seconders", 2, k.who),
	}
	k.refers(&m.Items, rapid.SampledFrom([]int{0, 0, 1, 3}).Draw(t, "decides"))
	return m
}

// named is an earlier motion or vote that can be named from here, or none.
func (k *maker) named(it *agenda.Item, kind agenda.Kind) agenda.ID {
	may := k.nameable(it, kind)
	if len(may) == 0 || rapid.IntRange(0, 4).Draw(k.T, "of nothing known") == 0 {
		return 0
	}
	return rapid.SampledFrom(may).Draw(k.T, "named")
}

// nameable is the motions or votes that can be named from an item: its own, and
// those of items that can be called by their number.
func (k *maker) nameable(it *agenda.Item, kind agenda.Kind) []agenda.ID {
	var may []agenda.ID
	for _, other := range k.m.Items {
		if other.ID == it.ID {
			other = it // with what is closed, where that is seen
		} else if !callable(other) {
			continue
		}
		for _, e := range other.Entries {
			if e.Kind == kind && (kind == agenda.Moved || k.sayable(it, e.On)) {
				may = append(may, e.ID)
			}
		}
	}
	return may
}

// sayable is whether the motion of a vote can be named from an item.
func (k *maker) sayable(it *agenda.Item, motion agenda.ID) bool {
	if motion == 0 || slices.ContainsFunc(it.Entries, func(e *agenda.Entry) bool { return e.ID == motion }) {
		return true
	}
	home, _, ok := k.m.Find(motion)
	return ok && callable(home)
}

func callable(it *agenda.Item) bool { return it.Number != "" && !strings.Contains(it.Number, "#") }

// vote makes what can be said of a vote, of which there is something.
func (k *maker) vote(t *rapid.T) *agenda.Vote {
	v := &agenda.Vote{
		Method: sometimes(t, "method", func(t *rapid.T) string {
			return rapid.OneOf(rapid.SampledFrom(append([]string{"6-2", "all but one", "Ballot", "?"}, agenda.Methods...)), Line()).Draw(t, "method")
		}),
		Tallies: sometimes(t, "tallies", tallies),
		Named:   sometimes(t, "named", k.ballots),
		Held:    sometimes(t, "held", line),
		Result: sometimes(t, "result", func(t *rapid.T) string {
			return rapid.OneOf(rapid.SampledFrom([]string{"carried", "lost", "all", "2-1", "all agreed", "6-x"}), Line()).Draw(t, "result")
		}),
	}
	if rapid.IntRange(0, 3).Draw(t, "casting") == 0 {
		v.Casting = &agenda.Ballot{Who: sometimes(t, "casts", k.who), Choice: sometimes(t, "choice", choice)}
	}
	if v.Method == "" && v.Tallies == nil && v.Result == "" {
		v.Result = line(t)
	}
	return v
}

// ballots is how some people voted, each named once.
func (k *maker) ballots(t *rapid.T) []agenda.Ballot {
	var out []agenda.Ballot
	for _, b := range list(t, "ballots", 5, func(t *rapid.T) agenda.Ballot {
		return agenda.Ballot{Who: k.who(t), Choice: choice(t), Asked: rapid.IntRange(0, 3).Draw(t, "asked") == 0,
			Weight: sometimes(t, "weight", func(t *rapid.T) string {
				return rapid.OneOf(rapid.SampledFrom([]string{"120", "1,200", "1.5", "1/3"}), Line()).Draw(t, "weight")
			})}
	}) {
		if !slices.ContainsFunc(out, func(o agenda.Ballot) bool { return o.Who == b.Who }) {
			out = append(out, b)
		}
	}
	return out
}

func choice(t *rapid.T) string {
	return rapid.OneOf(rapid.SampledFrom(append([]string{"", "recorded", "casting", "by", "For"}, agenda.Choices...)), Line()).Draw(t, "choice")
}

func tallies(t *rapid.T) []agenda.Tally {
	out := []agenda.Tally{{Choice: agenda.For}, {Choice: agenda.Against}, {Choice: agenda.Abstained}, {Choice: agenda.NoVote}}
	out = out[rapid.IntRange(0, 4).Draw(t, "from")/4 : rapid.IntRange(2, 4).Draw(t, "figures")]
	for i := range out {
		out[i].Count = rapid.SampledFrom([]string{"", "0", "3", "11", "007"}).Draw(t, "count")
	}
	return out
}
