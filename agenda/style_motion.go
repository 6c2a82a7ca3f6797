package agenda

// Further amendment, as a key of Motions: an amendment to an amendment.
const FurtherAmendment = "amendment to an amendment"

// Motions is the words for what is moved and what becomes of it.
type Motions struct {
	Moved    map[string]Moving // by class; FurtherAmendment is one too
	Deciding string            // %s is such a sentence, %s several items
	Words    string            // %s is such a sentence, %s the motion in its exact words

	The       map[string]string // by class: how a sentence calls the latest of its class
	Nth       map[string]string // and an earlier one; %s is an ordinal
	Ordinals  []string          // first, second…
	Ordinal   string            // beyond them; %s is a figure
	Elsewhere string            // a motion of another item; %s is its name, %s the item

	// How what became of it is told: %s is the motion, %s the outcome. WasWords
	// are the first words of an outcome that follow Was, OwnWords those of one
	// that is a verb of its own; any other words follow Became.
	Was, Did, Became   string
	WasWords, OwnWords []string

	TakenBack     string // a vote; %s is the motion
	VoteTakenBack string // a vote of no known motion
	BallotBack    string // the vote of somebody on a motion; %s is who, %s the motion
	BallotAlone   string // the same where no motion is known
}

// Moving is how a motion is brought, by who is known: %s is the movers, then
// the seconders.
type Moving struct{ Both, Mover, Seconder, Nobody string }

// Votes is the words for a vote.
type Votes struct {
	It  string // the motion, where none is known
	Put string // stands before a result that was voted on; %s is the result

	// By the method of the vote, in lower case: what stands behind a declared
	// result, and what is said where none was declared, %s being the motion.
	Behind, Alone map[string]string
	Other         string              // behind a result, any other method; %s is its words
	OtherAlone    string              // the same where no result was declared; %s is the motion
	Says          map[string][]string // by method: words in a result that say it already
	Sentences     []string            // first words of a result that is a sentence of its own
	NotPut        []string            // methods by which nothing is put to the vote
	Equal         string              // the method of an equal vote

	Choices map[string]string // what a choice is called before figures and names
	Group   string            // %s is the choice, %s those who chose it
	Line    string            // the same in a list; %s is the choice, %s the names
	Long    int               // as many named votes make a list
	Silent  string            // a vote whose choice is unknown
	Unknown string            // a figure that nobody stated, beside others that somebody did

	Casting      map[string]string // by choice, "" where it is unknown; %s is who, %s the motion
	CastingOther string            // %s is who, %s any other choice
	// By choice, "" where it is unknown: a vote that is recorded because those
	// who cast it required it. %s is who, %s the motion.
	Asked      map[string]Title
	AskedOther Title  // %s is who, %s any other choice
	Held       string // %s is how a vote was held that was not in the room
	// In the brackets of the short form: %s is who cast the casting vote, who had
	// which votes recorded on request, how it was held.
	CastingBy, AskedBy, HeldBy string
}

func councilMotions() Motions {
	return Motions{
		Moved: map[string]Moving{
			MainMotion: {"It was moved by %s and seconded by %s", "It was moved by %s", "It was moved, and seconded by %s", "It was moved"},
			Amendment: {"An amendment was moved by %s and seconded by %s", "An amendment was moved by %s",
				"An amendment was moved, and seconded by %s", "An amendment was moved"},
			FurtherAmendment: {"An amendment to the amendment was moved by %s and seconded by %s", "An amendment to the amendment was moved by %s",
				"An amendment to the amendment was moved, and seconded by %s", "An amendment to the amendment was moved"},
			Substantive: {"The substantive motion was moved by %s and seconded by %s", "The substantive motion was moved by %s",
				"The substantive motion was seconded by %s", "The substantive motion was"},
			Procedure: {"A procedural motion was moved by %s and seconded by %s", "A procedural motion was moved by %s",
				"A procedural motion was moved, and seconded by %s", "A procedural motion was moved"},
		},
		Deciding: "%s on %s",
		Words:    "%s: %s",
		The: map[string]string{
			MainMotion: "the motion", Amendment: "the amendment", FurtherAmendment: "the amendment to the amendment",
			Substantive: "the substantive motion", Procedure: "the procedural motion",
		},
		Nth: map[string]string{
			MainMotion: "the %s motion", Amendment: "the %s amendment", FurtherAmendment: "the %s amendment to the amendment",
			Substantive: "the %s substantive motion", Procedure: "the %s procedural motion",
		},
		Ordinals: []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"},
		Ordinal:  "%s",

		Elsewhere: "%s under %s",
		Was:       "%s was %s", Did: "%s %s", Became: "the outcome of %s was: %s",
		WasWords: []string{"carried", "lost", "not", "duly", "declared", "unanimously", "agreed", "adopted", "approved", "passed", "accepted",
			"defeated", "rejected", "negatived", "withdrawn", "deferred", "referred", "postponed", "remitted", "adjourned", "replaced",
			"superseded", "amended", "ruled", "dropped", "tied", "left", "never"},
		OwnWords:  []string{"fell", "failed", "lapsed", "succeeded", "stood"},
		TakenBack: "the vote on %s was taken back", VoteTakenBack: "the vote was taken back",
		BallotBack: "the vote of %s on %s was taken back", BallotAlone: "the vote of %s was taken back",
	}
}

func councilVotes() Votes {
	return Votes{
		It:  "it",
		Put: "on being put to the vote %s",
		Behind: map[string]string{
			"all": ", all in favour", "unanimous": " unanimously", "without objection": " without objection",
			"ballot": " by ballot", "weighted": " by weighted vote",
			"without a vote": " without a vote", "general consent": " by general consent",
			"show of hands": " on a show of hands", "by name": " by recorded vote",
		},
		Alone: map[string]string{
			"all": "all were in favour of %s", "unanimous": "the vote on %s was unanimous", "without objection": "there was no objection to %s",
			"ballot": "a ballot was held on %s", "weighted": "a weighted vote was held on %s", "equal": "the votes on %s were equal",
			"without a vote": "no vote was taken on %s", "general consent": "there was general consent to %s",
			"show of hands": "a show of hands was held on %s", "by name": "a recorded vote was held on %s",
			"": "a vote was held on %s",
		},
		Other: ", %s", OtherAlone: "a vote was held on %s",
		Says: map[string][]string{
			"all": {"all in favour", "all agreed", "unanim"}, "unanimous": {"unanim", "einstimmig", "unánime", "unfrydol"},
			"without objection": {"without objection"}, "ballot": {"ballot"}, "general consent": {"general consent"},
			"show of hands": {"show of hands"}, "without a vote": {"without a vote"},
		},
		Sentences: []string{"motion", "the", "amendment", "resolution", "vote", "no", "all", "ayes", "yeas"},
		NotPut:    []string{"without objection", "without a vote", "general consent", "consensus"},
		Equal:     "equal",
		Choices: map[string]string{
			For: "for", Against: "against", Abstained: "abstained", NoVote: "did not vote", Away: "out of the room",
			NotThere: "absent", Conflict: "did not vote because of an interest",
		},
		Group: "%s, %s", Line: "%s: %s", Long: 13, Silent: "vote not stated", Unknown: "%s not recorded",
		Casting: map[string]string{
			For: "%s gave a casting vote for %s", Against: "%s gave a casting vote against %s",
			Abstained: "%s did not use the casting vote", "": "%s gave a casting vote",
		},
		CastingOther: "%s gave a casting vote (%s)",
		Asked: map[string]Title{
			For:       {"at their request the vote of %s for %s was recorded", "at their request the votes of %s for %s were recorded"},
			Against:   {"at their request the vote of %s against %s was recorded", "at their request the votes of %s against %s were recorded"},
			Abstained: {"at their request it was recorded that %s abstained", "at their request it was recorded that %s abstained"},
			"":        {"at their request the vote of %s was recorded", "at their request the votes of %s were recorded"},
		},
		AskedOther: Title{"at their request it was recorded of %s: %s", "at their request it was recorded of %s: %s"},
		Held:       "the vote was held by %s",
		CastingBy:  "casting vote of %s", AskedBy: "recorded at their request: %s", HeldBy: "by %s",
	}
}
