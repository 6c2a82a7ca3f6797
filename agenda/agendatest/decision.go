package agendatest

import (
	"pgregory.net/rapid"

	"minutebook/agenda"
)

// declaration fills an interest or a step of an election; false where e is none.
func (k *maker) declaration(_ *agenda.Item, e *agenda.Entry) bool {
	switch e.Kind {
	case agenda.Declared:
		e.Interest = k.interest()
	case agenda.Elected:
		e.Election = k.election()
	default:
		return false
	}
	return true
}

// interest is what members declared; where nobody did, that is stated.
func (k *maker) interest() *agenda.Interest {
	t := k.T
	in := &agenda.Interest{
		Holders: list(t, "holders", 3, func(t *rapid.T) agenda.Holder {
			return agenda.Holder{Who: k.who(t), Kind: sometimes(t, "kind of interest", interestKind)}
		}),
		Nature: sometimes(t, "nature", text),
		Effect: sometimes(t, "effect", func(t *rapid.T) string {
			return rapid.OneOf(rapid.SampledFrom(agenda.Effects), Line()).Draw(t, "effect")
		}),
	}
	k.refers(&in.Items, rapid.SampledFrom([]int{0, 1, 3}).Draw(t, "covers"))
	return in
}

func interestKind(t *rapid.T) string {
	return rapid.OneOf(rapid.SampledFrom([]string{"pecuniary", "disclosable pecuniary", "non-registrable, other", "a (b", "on 4"}), Line()).Draw(t, "kind")
}

func (k *maker) election() *agenda.Election {
	t := k.T
	v := &agenda.Election{
		What: rapid.SampledFrom([]string{agenda.Nominated, agenda.Balloted, agenda.ElectedNow}).Draw(t, "step"),
		Office: sometimes(t, "office", func(t *rapid.T) string {
			return rapid.OneOf(rapid.SampledFrom([]string{"Chair", "Vice-Chair", "Chair: 2026", "Stand by for by", `Warden, "the Mole"; acting`}), Line()).Draw(t, "office")
		}),
		How: sometimes(t, "how", func(t *rapid.T) string {
			return rapid.OneOf(rapid.SampledFrom([]string{"unopposed", "declined", "co-opted", "by lot (drawn)"}), Line()).Draw(t, "how")
		}),
	}
	if v.What == agenda.Nominated {
		v.Movers, v.Seconders = list(t, "nominated by", 2, k.who), list(t, "nomination seconded by", 2, k.who)
	}
	for i, n := 0, rapid.IntRange(1, 3).Draw(t, "candidates"); i < n; i++ {
		c := agenda.Candidate{Who: k.who(t)}
		if v.What == agenda.Balloted {
			c.Count = rapid.SampledFrom([]string{"", "", "0", "7", "007", "1,204", "33.3%", "7½", "12-3"}).Draw(t, "figure")
			c.Elected = rapid.Bool().Draw(t, "elected")
		}
		v.Candidates = append(v.Candidates, c)
	}
	return v
}

// resolved fills what a resolution has beside its parts.
func (k *maker) resolved(res *agenda.Resolution) {
	t := k.T
	res.Condition = sometimes(t, "condition", text)
	res.Reasons = sometimes(t, "reasons", text)
	res.Alternatives = sometimes(t, "alternatives", text)
	res.Thanks = sometimes(t, "thanks", text)
	if rapid.IntRange(0, 2).Draw(t, "decides items") == 0 {
		k.refers(&res.Items, rapid.IntRange(1, 3).Draw(t, "decides"))
	}
	res.Links = list(t, "links", 2, func(t *rapid.T) agenda.Link {
		return agenda.Link{
			Kind: rapid.OneOf(rapid.SampledFrom(agenda.LinkKinds), Line()).Draw(t, "link"),
			To:   rapid.OneOf(rapid.SampledFrom([]string{"NHC/2026-01-15 4", "2", "the lease of 1998"}), Line()).Draw(t, "linked"),
		}
	})
}
