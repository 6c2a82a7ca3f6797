package agenda

// Offered is the house's usual words for what may be any words: they are
// offered while one types, and nothing is refused for not being among them.
type Offered struct {
	Results   []string // of a vote, as declared
	Outcomes  []string // of an item or a motion
	Effects   []string // of an interest
	Interests []string // kinds of interests
	Elected   []string // how somebody was elected, or what became of a nomination
}

func councilOffered() Offered {
	return Offered{
		Results:   []string{"carried", "lost", "carried unanimously", "equal"},
		Outcomes:  []string{"deferred to ", "withdrawn", "referred to ", "fell for want of a seconder", "lapsed", "adopted as amended"},
		Effects:   []string{"left", "stayed", "spoke", "took no part"},
		Interests: []string{"disclosable pecuniary", "other registrable", "non-registrable", "personal", "prejudicial"},
		Elected:   []string{"unopposed", "declined", "co-opted"},
	}
}
