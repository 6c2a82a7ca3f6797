package agenda

// Elections is the words for filling an office.
type Elections struct {
	Nominated, Elected Title            // %s is who
	Become             map[string]Title // instead of Elected, by the How of the election in lower case
	As                 string           // behind either; %s is the office
	By, Seconded, Both string           // of a nomination; %s is the movers, the seconders
	How                map[string]string
	OtherHow           string // %s is any other words
	Nobody             string // instead of a name

	// A ballot: %s is its ordinal among several rounds for an office, then the
	// office.
	Ballot, BallotFor, Round, RoundFor string
	Figures                            string // %s is the ballot, %s the candidates with their figures
	Stood                              string // the same where no figure is known
	Figure                             string // %s is a candidate, %s a figure
	Unknown                            string // %s is a candidate whose figure nobody stated, beside others
	Long                               int    // as many candidates make a table
	Heads                              [3]string
	Won                                string // in that table
}

// Interests is the words for declarations of interest.
type Interests struct {
	None     string // nobody has one
	Declared Title  // %s is who
	Kind     string // behind it; %s is the kind
	In       string // behind that; %s is the items
	// What they did about it, by the words of the record in lower case: without a
	// nature And goes before it, behind a nature it is a sentence, where Whose has
	// a place for who, then for it.
	Effect     map[string]Title
	And, Whose string
	Other      string // %s is any other effect, behind everything
	Nature     string // %s is the nature
}

func councilElections() Elections {
	return Elections{
		Nominated: Title{"%s was nominated", "%s were nominated"},
		Elected:   Title{"%s was elected", "%s were elected"},
		Become: map[string]Title{
			"co-opted": {"%s was co-opted", "%s were co-opted"}, "appointed": {"%s was appointed", "%s were appointed"},
			"re-elected": {"%s was re-elected", "%s were re-elected"},
		},
		As: " as %s",
		By: " by %s", Seconded: " and seconded by %s", Both: " by %s and seconded by %s",
		How:      map[string]string{"declined": ", and declined", "withdrawn": ", and withdrew", "unopposed": ", unopposed"},
		OtherHow: ", %s",
		Nobody:   "nobody",
		Ballot:   "on the ballot", BallotFor: "on the ballot for %s", Round: "on the %s ballot", RoundFor: "on the %s ballot for %s",
		Figures: "%s the votes were: %s", Stood: "%s the candidates were: %s", Figure: "%s, %s", Unknown: "%s (votes not recorded)",
		Long: 5, Heads: [3]string{"Candidate", "Votes", "Result"}, Won: "elected",
	}
}

func councilInterests() Interests {
	return Interests{
		None:     "there were no declarations of interest",
		Declared: Title{"%s declared an interest", "%s declared an interest"}, Kind: " (%s)", In: " in %s",
		Effect: map[string]Title{
			"stayed": {"stayed in the room", "stayed in the room"}, "spoke": {"spoke", "spoke"},
			"left": {"left the room", "left the room"}, "took no part": {"took no part", "took no part"},
		},
		And: " and %s", Whose: "%s %s",
		Other: "; %s", Nature: ": %s",
	}
}
