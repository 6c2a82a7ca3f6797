package tui

import (
	"cmp"
	"fmt"
	"reflect"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// keep takes the vote into the minutes, and before it the motion that was stated
// here. A tie asks once for the casting vote.
func (v *vote) keep(a *app) tea.Cmd {
	f := v.facts()
	_, counted := f.lean()
	switch {
	case f.wrong != "":
		v.problem = f.wrong + " Nothing was kept."
		return nil
	case v.chosen && v.outcome == outcomeOther && v.result() == "":
		v.problem = "Type the result in your own words, or choose another."
		return nil
	case v.shownOutcome() == outcomeEqual && counted && !v.asked && !v.chosen && f.casting == nil:
		v.asked = true
		v.problem = "Equal votes: " + a.keys.Kind.Help().Key + " says how the casting vote went; " + a.keys.Keep.Help().Key + " again keeps it as equal."
		return nil
	}
	next, err := v.recorded()
	if err != nil {
		v.problem = plainError(err)
		return nil
	}
	label := v.label(next)
	what := strings.TrimSpace("vote " + label)
	if v.editing != nil {
		what = "change of the " + what
	}
	cmd := v.l.s.do(next, what+" in "+v.l.itemWords(v.item))
	v.l.letGoOfChoice()
	v.leaveAside()
	a.say(strings.TrimSpace(label+" "+v.told()) + " · " + a.keys.Undo.Help().Key + " takes it back")
	return tea.Batch(cmd, v.follow(a))
}

// recorded is the record with the vote in it.
func (v *vote) recorded() (agenda.Record, error) {
	r, made := v.l.s.record(), v.made()
	if v.editing != nil {
		e := *v.editing
		e.Vote = &made
		return r.Edit(e)
	}
	on := v.motion
	if on == 0 && v.said != nil {
		var err error
		if r, on, err = r.Add(v.item, *v.said); err != nil {
			return r, err
		}
	}
	v.motion = on
	next, _, err := r.Add(v.item, agenda.Entry{Kind: agenda.Voted, On: on, Vote: &made})
	return next, err
}

// label is what the motion is called in a record.
func (v *vote) label(r agenda.Record) string {
	it, ok := r.Whole(v.item)
	if !ok {
		return ""
	}
	return it.Labels()[v.motion]
}

// told is the vote in a few words, for the message.
func (v *vote) told() string {
	made := v.made()
	words := made.Result
	if made.Casting != nil {
		words += " by the casting vote"
	}
	return cmp.Or(words, "voted on")
}

// follow is what comes behind a vote that was kept: the motion as amended is
// asked for, the words of a carried motion are offered as the resolution.
func (v *vote) follow(a *app) tea.Cmd {
	made := v.made()
	e := v.decided()
	if v.editing != nil || e == nil || !v.l.house().Results.Carries(&made) {
		return a.pop()
	}
	switch e.Motion.Class {
	case agenda.Amendment:
		_, on, ok := v.l.s.record().Find(e.On)
		if !ok || on.Motion == nil || on.Motion.Class == agenda.Amendment {
			return a.pop()
		}
		v.state(agenda.Substantive, on.ID, on.Text)
		return nil
	case agenda.Procedure:
		return a.pop()
	}
	back := a.pop()
	v.l.propose(a, v.item, v.motion)
	return back
}

// newVoteOf opens a kept vote to be changed, where the line can say all of it;
// nil: it cannot.
func newVoteOf(l *live, item agenda.ID, e *agenda.Entry) *vote {
	v := &vote{l: l, item: item, line: newEditor(true), words: newEditor(true), motion: e.On, editing: e}
	f := v.facts()
	v.line.SetText(f.roll.spelled(e.Vote))
	for i, h := range voteHows {
		if h.method == e.Vote.Method && (h.method != "" || i == 0) {
			v.how = i
		}
	}
	v.counted = len(e.Vote.Named) > 0 && len(e.Vote.Tallies) == 3
	if v.counted {
		v.line.SetText(f.roll.spelled(&agenda.Vote{Named: e.Vote.Named, Held: e.Vote.Held, Casting: e.Vote.Casting}))
	}
	for _, o := range []int{outcomeCarried, outcomeLost, outcomeCastFor, outcomeCastAgainst, outcomeEqual, outcomeOther} {
		v.outcome, v.chosen = o, true
		v.words.SetText(e.Vote.Result)
		if reflect.DeepEqual(v.made(), *e.Vote) {
			return v
		}
	}
	return nil
}

// spelled is the line that says what a vote says, but for its method and its
// result.
func (r *roll) spelled(vote *agenda.Vote) string {
	var fields []string
	if vote.Tallies != nil {
		var counts []string
		for _, t := range vote.Tallies {
			counts = append(counts, cmp.Or(t.Count, "?"))
		}
		fields = append(fields, strings.Join(counts, "-"))
	}
	by := map[string][]string{}
	var order, asked []string
	for _, b := range vote.Named {
		name := r.spelledName(b.Who.ID)
		if b.Asked {
			asked = append(asked, name)
		}
		if b.Choice == "" {
			continue
		}
		if by[b.Choice] == nil {
			order = append(order, b.Choice)
		}
		by[b.Choice] = append(by[b.Choice], name)
	}
	for _, choice := range order {
		fields = append(fields, choice+": "+strings.Join(by[choice], ", "))
	}
	if asked != nil {
		fields = append(fields, "recorded: "+strings.Join(asked, ", "))
	}
	if vote.Held != "" {
		fields = append(fields, "by: "+vote.Held)
	}
	if c := vote.Casting; c != nil {
		fields = append(fields, strings.TrimSpace(fmt.Sprintf("casting: %s %s", r.spelledName(c.Who.ID), c.Choice)))
	}
	return strings.Join(fields, "; ")
}

func (r *roll) spelledName(id agenda.ID) string {
	for i, w := range r.voters {
		if w.ID == id {
			return r.called(i)
		}
	}
	return "?"
}
