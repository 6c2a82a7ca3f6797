package agenda

// The classes of motions.
const (
	MainMotion  = "motion"
	Amendment   = "amendment"   // of the motion or amendment On
	Substantive = "substantive" // the motion On as it was amended
	Procedure   = "procedure"
)

// Classes lists them.
var Classes = []string{MainMotion, Amendment, Substantive, Procedure}

// Motion is who moved and seconded the words of an entry; there may be any
// number of either, none too. What became of it is said by the votes and
// outcomes that name it.
type Motion struct {
	Class     string    `json:"class"`
	Movers    []Who     `json:"movers,omitempty"`
	Seconders []Who     `json:"seconders,omitempty"`
	Items     []ItemRef `json:"items,omitempty"` // the items it decides, where that is several
}

// Vote is a vote as stated. Figures are never derived from names nor the
// other way round, and an unknown figure is not zero.
type Vote struct {
	Method  string   `json:"method,omitempty"` // all, unanimous, without objection…
	Tallies []Tally  `json:"tallies,omitempty"`
	Named   []Ballot `json:"named,omitempty"`
	Casting *Ballot  `json:"casting,omitempty"` // its choice may be unknown
	Held    string   `json:"held,omitempty"`    // how, where it was not in the room: "e-mail"
	Result  string   `json:"result,omitempty"`  // as declared, any words
}

// Tally is one figure of a vote. An empty count is unknown.
type Tally struct {
	Choice string `json:"choice"` // for, against, abstained
	Count  string `json:"count,omitempty"`
}

// What a named vote can be; any other word is kept.
const (
	For       = "for"
	Against   = "against"
	Abstained = "abstained"
	NoVote    = "no vote" // present, and did not vote
	Away      = "away"    // out of the room
	NotThere  = "absent"
	Conflict  = "interest"
)

// Ballot is how one person voted. Asked is set where it is recorded because
// they required it; the choice may then be unknown.
type Ballot struct {
	Who    Who    `json:"who"`
	Choice string `json:"choice,omitempty"`
	Weight string `json:"weight,omitempty"` // of a weighted vote, as typed
	Asked  bool   `json:"asked,omitempty"`
}

// Strike takes back a vote, or the ballot of one person; what was taken back
// stays in the minutes. Why is the text of the entry.
type Strike struct {
	Who Who `json:"who,omitzero"` // zero: the whole vote
}

// What an election entry says.
const (
	Nominated  = "nominated"
	Balloted   = "balloted" // one round
	ElectedNow = "elected"
)

// Election is one step of filling an office: a nomination, a round of the
// ballot, or who was elected.
type Election struct {
	What       string      `json:"what"`
	Office     string      `json:"office,omitempty"`
	Candidates []Candidate `json:"candidates"`
	Movers     []Who       `json:"movers,omitempty"`    // of a nomination
	Seconders  []Who       `json:"seconders,omitempty"` // of a nomination
	How        string      `json:"how,omitempty"`       // unopposed, declined, co-opted, any words
}

// Candidate is somebody who stands for an office. An empty count is unknown.
type Candidate struct {
	Who     Who    `json:"who"`
	Count   string `json:"count,omitempty"`
	Elected bool   `json:"elected,omitempty"` // by this round of the ballot
}

// Labels is what the motions of an item are called, by entry: m1, m2 for
// motions and the substantive ones, a1 for amendments, a1.1 for an amendment to
// a1, p1 for procedural ones, each counted in the order of the item.
func (it *Item) Labels() map[ID]string { return it.Docket().labels }
