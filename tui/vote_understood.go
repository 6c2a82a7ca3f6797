package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// understood is what the line says about everybody on the roll.
type understood struct {
	*saidVote
	byName  bool     // people are listed
	choices []string // by the roll; empty: nothing is recorded of them
	counts  map[string]int
	tallies []agenda.Tally // as typed
	held    string
	wrong   string // why the line cannot be kept
	// byMode is what the line says by name, where the mode lists no others and
	// no figures stand there: a mode changes no outcome.
	byMode *understood
}

// voteHows is how a vote can be taken, the usual first.
var voteHows = []struct{ words, method string }{
	{"by name", ""}, {"figures only", ""}, {"unanimous", "unanimous"}, {"without objection", "without objection"},
	{"ballot", "ballot"}, {"weighted", "weighted"}, {"general consent", "general consent"}, {"without a vote", "without a vote"},
}

// howFigures is the way in which no names are listed.
const howFigures = 1

// The outcomes to choose from.
const (
	outcomeCarried = iota
	outcomeLost
	outcomeCastFor
	outcomeCastAgainst
	outcomeEqual
	outcomeOther
)

var voteOutcomes = []string{"carried", "lost", "casting vote for", "casting vote against", "equal", "other words"}

// nextHow is what the key for another way to vote leads to.
func (v *vote) nextHow() string { return voteHows[(v.how+1)%len(voteHows)].words }

// facts is what is known of the meeting and the line as they are now.
func (v *vote) facts() *voteFacts {
	f := &v.known
	if !f.known || f.change != v.l.s.change {
		r := v.l.s.record()
		item, ok := r.Whole(v.item)
		if !ok {
			item = &agenda.Item{}
		}
		labels := item.Labels()
		if face, ok := r.Open.Item(v.item); ok && !face.Private() && (v.editing == nil || !v.editing.ID.Closed()) {
			item = face // a private motion is no business of a public vote
		}
		*f = voteFacts{change: v.l.s.change, known: true, item: item, labels: labels, chair: -1, declared: map[agenda.ID]bool{}}
		for _, stake := range r.Open.InterestsIn(v.item) {
			f.declared[stake.Who.ID] = true
		}
		f.roll = newRoll(r.Open, r.Open.Electors(v.item))
		chair := v.l.s.room().scene.Presides(v.l.house().Chairs)
		f.chair = slices.IndexFunc(f.roll.voters, func(w rollVoter) bool { return w.ID == chair && chair != 0 })
	}
	if f.saidVote == nil || f.text != v.line.Text() || f.how != v.how {
		f.text, f.how = v.line.Text(), v.how
		f.understood = f.roll.understand(v.line.Text(), v.how == howFigures)
	}
	return f
}

// understand says what a line means for everybody on the roll. Names alone mean
// that all the others here are for, unless figures stand beside them or those
// for are named too.
func (r *roll) understand(text string, figures bool) understood {
	u := understood{saidVote: sayVote(r, text), choices: make([]string, len(r.voters)), counts: map[string]int{}}
	if u.all || len(u.named) > 0 && !u.saidFor && !u.figures && !figures && u.method == "" {
		for i, w := range r.voters {
			if !u.nobody[w.Choice] {
				u.choices[i] = w.Choice
			}
		}
	}
	for _, n := range u.named {
		u.choices[n.who] = n.choice
	}
	for i := range u.choices {
		if u.choices[i] != "" || u.asked[i] {
			u.byName = true
			u.counts[u.choices[i]]++
		}
	}
	if plain := strings.Join(u.plain, "; "); plain != "" {
		read, err := notes.ReadVote(&r.m, plain)
		if u.tallies, u.held = read.Tallies, read.Held; err != nil {
			u.wrong = plainError(err)
		}
	}
	u.wrong = cmp.Or(u.wrong, u.problem)
	if figures && !u.figures && len(u.named) > 0 {
		named := r.understand(text, false)
		u.byMode = &named
	}
	return u
}

// lean is how the count leans: 1 carried, -1 lost, 0 equal; known is whether
// there is a count.
func (u *understood) lean() (lean int, known bool) {
	n, against := u.counts[agenda.For], u.counts[agenda.Against]
	switch {
	case u.byMode != nil:
		return u.byMode.lean()
	case len(u.tallies) > 1:
		var err error
		if n, err = strconv.Atoi(u.tallies[0].Count); err != nil {
			return 0, false
		}
		if against, err = strconv.Atoi(u.tallies[1].Count); err != nil {
			return 0, false
		}
	case !u.byName || n+against == 0:
		return 0, false
	}
	return cmp.Compare(n, against), true
}

// shownOutcome is the outcome as it would be kept: what the clerk chose or typed,
// else what follows from the count, else carried. It is a proposal.
func (v *vote) shownOutcome() int {
	f := v.facts()
	typed := strings.ToLower(f.result)
	switch lean, known := f.lean(); {
	case v.chosen:
		return v.outcome
	case f.casting != nil && f.casting.choice == agenda.Against:
		return outcomeCastAgainst
	case f.casting != nil && f.casting.choice == agenda.For:
		return outcomeCastFor
	case typed != "" && slices.Contains(voteOutcomes[:2], typed):
		return slices.Index(voteOutcomes, typed)
	case typed != "":
		return outcomeOther
	case known && lean < 0:
		return outcomeLost
	case known && lean == 0:
		return outcomeEqual
	}
	return outcomeCarried
}

// result is the words of the outcome, as they will stand in the minutes.
func (v *vote) result() string {
	f := v.facts()
	switch v.shownOutcome() {
	case outcomeLost, outcomeCastAgainst:
		return "lost"
	case outcomeEqual:
		return "equal"
	case outcomeOther:
		return agenda.CleanLine(strings.TrimSpace(cmp.Or(strings.TrimSpace(v.words.Text()), f.result)))
	}
	return "carried"
}

// casting is the casting vote, nil where there was none. Who presides is
// proposed.
func (v *vote) casting() *agenda.Ballot {
	f, b := v.facts(), agenda.Ballot{}
	switch v.shownOutcome() {
	case outcomeCastFor:
		b.Choice = agenda.For
	case outcomeCastAgainst:
		b.Choice = agenda.Against
	default:
		if f.casting == nil {
			return nil
		}
		b.Choice = f.casting.choice
	}
	who := f.chair
	if f.casting != nil && f.casting.who >= 0 {
		who = f.casting.who
	}
	if who >= 0 {
		b.Who.ID = f.roll.voters[who].ID
	}
	return &b
}

// made is the vote as enter would keep it.
func (v *vote) made() agenda.Vote {
	f := v.facts()
	out := agenda.Vote{Method: cmp.Or(f.method, voteHows[v.how].method), Tallies: f.tallies, Held: f.held,
		Result: v.result(), Casting: v.casting()}
	for i, choice := range f.choices {
		if choice != "" || f.asked[i] {
			out.Named = append(out.Named, agenda.Ballot{Who: agenda.Who{ID: f.roll.voters[i].ID}, Choice: choice, Asked: f.asked[i]})
		}
	}
	out.Named = agenda.GroupBallots(out.Named)
	if v.counted && out.Tallies == nil && len(out.Named) > 0 {
		for _, choice := range countedChoices {
			out.Tallies = append(out.Tallies, agenda.Tally{Choice: choice, Count: fmt.Sprint(f.counts[choice])})
		}
	}
	return out
}
