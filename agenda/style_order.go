package agenda

// Order is the words for the order of business: items, earlier minutes, the
// next meeting, what a resolution says besides its parts.
type Order struct {
	Item, Items string // one item in a sentence, and several; %s is what each is called
	Named       string // what it is called; %s is its number, %s its title
	Quoted      string // an item without a number; %s is its title
	Nameless    string // an item with neither
	For         string // behind somebody who came for an item; %s is the items
	Of          string // the same; %s is for whom they work

	// Of the paper of an item: %s is its number and title, and who stands behind
	// it, each in a phrase of its own; then what stands before lists.
	Paper                        string
	ReportOf, LedBy, SponsoredBy string
	Recommended, PaperAsked      string

	Late           string // %s is why an item was taken without notice
	Taken          Title  // out of its turn; %s is the items
	Before, Turn   string // behind that; %s is the item before which, or nothing is known
	Together       string // %s is the items
	Until          string // %s is when an adjourned meeting goes on
	Submitted      string // %s is the minutes
	Minutes        Title  // %s is the meetings
	Meeting        string // %s is a day
	Meetings       string // %s is several days
	Next, NextOn   string // %s is when and where; of that %s is the day
	NextTag        string // the same, where only words are known
	Thanks         string // before thanks
	Actions        [4]string
	NoActions      string
	PrivateActions string // behind the number of an item; of a full copy

	Minute                 string // %s is the number of a minute
	MinuteOf               string // %s is the minute, %s the meeting
	Corrected              string // %s is what was corrected, where nothing says how
	CorrectedTo            string // %s is the same, %s the changes
	Unnamed                string // what was corrected, where that was not said
	Delete, Insert, Change string // %s is the words; of Change those out, those in

	// Of a resolution, before what stands under its parts.
	Condition, Reasons, Alternatives string
	Decides                          string            // %s is the items, where that is several
	Links                            map[string]string // by kind; %s is the other decision
	OtherLink                        string            // %s is any other kind, %s the other decision
	AnswersAsked                     string            // %s is a question that the paper asks of the body

	// Flows is how a reason begins that goes on with the sentence it is given
	// for: any other stands behind a colon.
	Flows []string
}

func councilOrder() Order {
	return Order{
		Item: "item %s", Items: "items %s", Named: "%s (%s)", Quoted: "“%s”", Nameless: "an item without a title",
		For: "for %s", Of: "of %s",
		Paper: "paper: %s", ReportOf: "report of %s", LedBy: "lead: %s", SponsoredBy: "sponsor: %s",
		Recommended: "It was recommended:", PaperAsked: "The paper asked:",
		Late:  "Taken as urgent business: %s",
		Taken: Title{"%s was taken", "%s were taken"}, Before: " before %s", Turn: " out of turn",
		Together:  "%s were taken together",
		Until:     "until %s",
		Submitted: "%s were submitted",
		Minutes:   Title{"the minutes of %s", "the minutes of %s"},
		Meeting:   "the meeting held on %s", Meetings: "the meetings held on %s",
		Next: "the next meeting would be %s", NextOn: "held on %s", NextTag: "Next meeting",
		Thanks:         "Thanks",
		Actions:        [4]string{"Item", "Action", "By whom", "By when"},
		NoActions:      "no actions were recorded",
		PrivateActions: "PRIVATE",

		Minute: "minute %s", MinuteOf: "%s of %s", Corrected: "a correction was made to %s", CorrectedTo: "%s: %s", Unnamed: "the minutes",
		Delete: "delete “%s”", Insert: "insert “%s”", Change: "delete “%s”, insert “%s”",

		Condition: "Condition", Reasons: "Reasons", Alternatives: "Alternatives considered and rejected", Decides: "this decides %s",
		Links: map[string]string{
			"amends": "this amends %s", "supersedes": "this supersedes %s", "rescinds": "this rescinds %s",
			"discharges": "this discharges %s", "accepts": "this accepts %s", "answers": "this answers %s",
		},
		OtherLink:    "this %s %s",
		AnswersAsked: "this answers the question “%s”",

		Flows: []string{"so that", "so as to", "in order to", "in order that", "because", "since", "as", "to", "for", "owing to", "due to", "with"},
	}
}
