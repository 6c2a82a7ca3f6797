package exports

import (
	"testing"

	"minutebook/agenda"
)

func election(v agenda.Election) *agenda.Entry {
	return &agenda.Entry{Kind: agenda.Elected, Election: &v}
}

func stands(id agenda.ID, count string, elected bool) agenda.Candidate {
	return agenda.Candidate{Who: agenda.Who{ID: id}, Count: count, Elected: elected}
}

func TestElections(t *testing.T) {
	t.Parallel()
	one := func(c agenda.Candidate) []agenda.Candidate { return []agenda.Candidate{c} }
	many := agenda.Election{What: agenda.Balloted, Office: "two seats on the Board", Candidates: []agenda.Candidate{
		stands(verma, "12", true), stands(pike, "", false), stands(lunt, "9", true), stands(reeve, "3", false),
		{Who: agenda.Who{Words: "Ana Sørli | Quay"}, Count: "1"},
	}}
	m := meeting(
		item("2", "Chair",
			election(agenda.Election{What: agenda.Nominated, Office: "Chair", Candidates: one(stands(verma, "", false)), Movers: whos(pike), Seconders: whos(lunt)}),
			election(agenda.Election{What: agenda.Nominated, Office: "Chair", Candidates: one(stands(reeve, "", false)), Movers: whos(pike), How: "declined"}),
			election(agenda.Election{What: agenda.Nominated, Candidates: one(stands(reeve, "", false)), Seconders: whos(pike), How: "by letter"}),
			election(agenda.Election{What: agenda.ElectedNow, Office: "Chair", Candidates: one(stands(verma, "", true)), How: "unopposed"})),
		item("3", "Vice-Chair",
			election(agenda.Election{What: agenda.Balloted, Office: "Vice-Chair", Candidates: []agenda.Candidate{stands(pike, "3", false), stands(lunt, "3", false), stands(reeve, "", false)}}),
			election(agenda.Election{What: agenda.Balloted, Office: "Vice-Chair", Candidates: []agenda.Candidate{stands(pike, "2", false), stands(lunt, "4", true)}, How: "by lot"}),
			election(agenda.Election{What: agenda.Balloted, Office: "Treasurer", Candidates: []agenda.Candidate{stands(pike, "", false), stands(lunt, "", false)}}),
			election(many)),
		item("4", "Members",
			election(agenda.Election{What: agenda.ElectedNow, Candidates: []agenda.Candidate{stands(pike, "", true), stands(lunt, "11", true)}}),
			election(agenda.Election{What: agenda.ElectedNow, Office: "member", Candidates: []agenda.Candidate{{Who: agenda.Who{Words: "Ana Sørli"}, Elected: true}}, How: "co-opted"}),
			election(agenda.Election{What: agenda.ElectedNow, Office: "Auditor", How: "no one came forward"})),
	)
	golden(t, "elections.md", printed(t, harbour, m))
}

func interest(v agenda.Interest) *agenda.Entry {
	return &agenda.Entry{Kind: agenda.Declared, Interest: &v}
}

func TestInterests(t *testing.T) {
	t.Parallel()
	holds := func(kind string, ids ...agenda.ID) []agenda.Holder {
		var out []agenda.Holder
		for _, id := range ids {
			out = append(out, agenda.Holder{Who: agenda.Who{ID: id}, Kind: kind})
		}
		return out
	}
	four, lease := item("4", "Dredging programme"), item("", "A lease")
	four.ID, lease.ID = 50, 51
	silent := item("2", "Declarations of interest")
	silent.Kind = agenda.KindInterests
	m := meeting(silent,
		item("3", "Interests",
			interest(agenda.Interest{}),
			interest(agenda.Interest{Items: []agenda.ItemRef{{ID: 50}}}),
			interest(agenda.Interest{Holders: holds("disclosable pecuniary", verma), Items: []agenda.ItemRef{{ID: 50}}, Nature: "she rents a berth", Effect: "left"}),
			interest(agenda.Interest{Holders: holds("", pike)}),
			interest(agenda.Interest{Holders: holds("personal", pike, lunt), Items: []agenda.ItemRef{{ID: 50}, {Words: "9"}}, Effect: "stayed"}),
			interest(agenda.Interest{Holders: append(holds("personal", pike), holds("other registrable", lunt, reeve)...), Items: []agenda.ItemRef{{ID: 51}, {ID: 50}}, Effect: "spoke"}),
			interest(agenda.Interest{Holders: []agenda.Holder{{Who: agenda.Who{Words: "the Vicar"}}}, Nature: "a relative.", Effect: "had a dispensation"})),
		four, lease)
	golden(t, "interests.md", printed(t, harbour, m))
}
