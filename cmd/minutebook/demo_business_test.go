package main

import (
	"slices"

	"minutebook/agenda"
)

// exampleKinds looks for every kind of entry and for what happens in a room.
func exampleKinds(o office) map[string]bool {
	shown := map[string]bool{
		"the public leaving": o.entry(func(e *agenda.Entry) bool {
			return e.Event != nil && e.Event.What == agenda.Left && len(e.Event.Who) == 0
		}),
		"somebody leaving because of an interest": o.entry(func(e *agenda.Entry) bool {
			return e.Event != nil && e.Event.How == agenda.Interested
		}),
		"urgent business": o.item(func(it *agenda.Item) bool { return it.Late != "" }),
		"somebody of a firm, for one item": o.some(func(m agenda.Meeting) bool {
			return slices.ContainsFunc(m.Roster, func(a agenda.Attendee) bool { return a.Organisation != "" && len(a.Items) > 0 })
		}),
	}
	for _, k := range []agenda.Kind{agenda.Narrative, agenda.Update, agenda.Question, agenda.Comment, agenda.Response, agenda.Further,
		agenda.Moved, agenda.Voted, agenda.Settled, agenda.TakenBack, agenda.Elected, agenda.Declared, agenda.Corrected,
		agenda.Resolved, agenda.ToDo, agenda.Happening, agenda.Tabulation} {
		shown["a "+string(k)] = o.kind(k)
	}
	for _, what := range []string{agenda.Present, agenda.Remote, agenda.Apologies, agenda.Absent, agenda.Substitutes, agenda.Proxy,
		agenda.Attending, agenda.Arrived, agenda.Left, agenda.Returned, agenda.Presides, agenda.ClosedUp} {
		shown["somebody "+what] = o.happened(what)
	}
	for _, what := range []string{agenda.Adjourned, agenda.Resumed, agenda.Quorum, agenda.NextMeeting, agenda.TakenOut, agenda.Together,
		agenda.MinutesOf, agenda.ActionList, agenda.Thanked} {
		shown["an event: "+what] = o.happened(what)
	}
	return shown
}

// exampleMotions looks for every class of motion and the ways to vote.
func exampleMotions(o office) map[string]bool {
	vote := func(fits func(v *agenda.Vote) bool) bool {
		return o.entry(func(e *agenda.Entry) bool { return e.Vote != nil && fits(e.Vote) })
	}
	shown := map[string]bool{
		"an amendment to an amendment": o.item(func(it *agenda.Item) bool {
			return slices.ContainsFunc(it.Entries, func(e *agenda.Entry) bool { return it.Labels()[e.ID] == "a1.1" })
		}),
		"a resolution that came of a motion": o.entry(func(e *agenda.Entry) bool { return e.Kind == agenda.Resolved && e.On != 0 }),
		"a vote by name":                     vote(func(v *agenda.Vote) bool { return len(v.Named) > 5 }),
		"a vote recorded at somebody’s request": vote(func(v *agenda.Vote) bool {
			return slices.ContainsFunc(v.Named, func(b agenda.Ballot) bool { return b.Asked })
		}),
		"a casting vote":   vote(func(v *agenda.Vote) bool { return v.Casting != nil }),
		"a vote in words":  vote(func(v *agenda.Vote) bool { return v.Method != "" && v.Tallies == nil }),
		"a motion lost":    vote(func(v *agenda.Vote) bool { return v.Result == "lost" }),
		"a motion carried": vote(func(v *agenda.Vote) bool { return v.Result == "carried" }),
	}
	for _, class := range []string{agenda.MainMotion, agenda.Amendment, agenda.Substantive, agenda.Procedure} {
		shown["a motion: "+class] = o.entry(func(e *agenda.Entry) bool { return e.Motion != nil && e.Motion.Class == class })
	}
	return shown
}

// exampleDecisions looks for elections, interests, and what stands under a
// resolution.
func exampleDecisions(o office) map[string]bool {
	interest := func(fits func(v *agenda.Interest) bool) bool {
		return o.entry(func(e *agenda.Entry) bool { return e.Interest != nil && fits(e.Interest) })
	}
	shown := map[string]bool{
		"a nil declaration":             interest(func(v *agenda.Interest) bool { return len(v.Holders) == 0 }),
		"an interest of unknown nature": interest(func(v *agenda.Interest) bool { return len(v.Holders) > 0 && v.Nature == "" }),
		"a second ballot":               o.item(func(it *agenda.Item) bool { return ballots(it) > 1 }),
		"a nomination declined": o.entry(func(e *agenda.Entry) bool {
			return e.Election != nil && e.Election.What == agenda.Nominated && e.Election.How == "declined"
		}),
		"words put in place of others": o.entry(func(e *agenda.Entry) bool {
			return e.Correction != nil && e.Correction.Changes[0].Delete != "" && e.Correction.Changes[0].Insert != ""
		}),
		"a condition":    o.resolution(func(r *agenda.Resolution) bool { return r.Condition != "" }),
		"reasons":        o.resolution(func(r *agenda.Resolution) bool { return r.Reasons != "" }),
		"alternatives":   o.resolution(func(r *agenda.Resolution) bool { return r.Alternatives != "" }),
		"thanks":         o.resolution(func(r *agenda.Resolution) bool { return r.Thanks != "" }),
		"a table of sum": o.entry(func(e *agenda.Entry) bool { return e.Table != nil && e.Table.Rows[len(e.Table.Rows)-1][0] == "Total" }),
		"initials for every voting member of a body": !o.seat(func(s agenda.Seat) bool {
			return s.Name != "" && !s.NonVoting && s.Initials == ""
		}),
	}
	for _, effect := range agenda.Effects {
		shown["an interest, and "+effect] = interest(func(v *agenda.Interest) bool { return v.Effect == effect })
	}
	for _, kind := range []string{agenda.Supersedes, agenda.Discharges, agenda.Answers} {
		shown["a resolution that "+kind] = o.resolution(func(r *agenda.Resolution) bool {
			return slices.ContainsFunc(r.Links, func(l agenda.Link) bool { return l.Kind == kind })
		})
	}
	return shown
}

func ballots(it *agenda.Item) (n int) {
	for _, e := range it.Entries {
		if e.Election != nil && e.Election.What == agenda.Balloted {
			n++
		}
	}
	return n
}

// examplePrivate looks for private business, whole and in part, and that none
// of it is what the public reads.
func examplePrivate(o office) map[string]bool {
	whole, part, paper := false, false, false
	for _, r := range o.records {
		for _, it := range r.Open.Items {
			held, ok := r.Whole(it.ID)
			if !ok {
				continue
			}
			closed := slices.ContainsFunc(held.Entries, func(e *agenda.Entry) bool { return e.ID.Closed() && e.Kind != agenda.Note })
			exempt := it.Exempt != nil && it.Exempt.Whole
			whole = whole || exempt && closed && it.Title != held.Title && it.Exempt.Summary != ""
			part = part || !exempt && closed
			paper = paper || exempt && it.Paper == nil && held.Paper != nil
		}
	}
	return map[string]bool{
		"an item that is private with a public title": whole,
		"an item that is private in part":             part,
		"a private paper":                             paper,
	}
}
