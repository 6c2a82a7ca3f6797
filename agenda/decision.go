package agenda

// Resolution is a decision of the body. Its verb is the entry's: empty is the
// verb of the house (RESOLVED).
type Resolution struct {
	Parts        []Point   `json:"parts"`
	By           *By       `json:"by,omitempty"`
	Condition    string    `json:"condition,omitempty"`
	Reasons      string    `json:"reasons,omitempty"`
	Alternatives string    `json:"alternatives,omitempty"` // considered and rejected
	Thanks       string    `json:"thanks,omitempty"`
	Items        []ItemRef `json:"items,omitempty"` // the items it decides, where that is several
	Links        []Link    `json:"links,omitempty"`
}

// bare says whether a resolution is its parts and nothing else.
func (res *Resolution) bare() bool {
	return res.By == nil && res.Condition == "" && res.Reasons == "" && res.Alternatives == "" && res.Thanks == "" &&
		len(res.Items) == 0 && len(res.Links) == 0
}

// Link is what a resolution does to an earlier one, or to what was asked of the
// body. It is kept on the newer side only; the other side is derived.
type Link struct {
	Kind string `json:"kind"` // amends, supersedes, rescinds, discharges, accepts, answers
	To   string `json:"to"`   // a reference like NHC/2026-03-12 4, or any words
}

// The usual kinds of links. Any other word is kept.
const (
	Amends     = "amends"
	Supersedes = "supersedes"
	Rescinds   = "rescinds"
	Discharges = "discharges"
	Accepts    = "accepts"
	Answers    = "answers" // a question that a paper asks of the body
)

// LinkKinds lists them.
var LinkKinds = []string{Amends, Supersedes, Rescinds, Discharges, Accepts, Answers}

// By is the short form of a motion and its vote: who proposed, who seconded,
// how it was carried.
type By struct {
	Movers    []Who `json:"movers,omitempty"`
	Seconders []Who `json:"seconders,omitempty"`
	Vote      *Vote `json:"vote,omitempty"`
}

// The usual effects of an interest. Any other words are kept.
const (
	Stayed     = "stayed"
	Spoke      = "spoke"
	WentOut    = "left"
	TookNoPart = "took no part"
)

// Effects lists them.
var Effects = []string{Stayed, Spoke, WentOut, TookNoPart}

// Interest is what members declared. Nobody in Holders: that nobody had one.
type Interest struct {
	Holders []Holder  `json:"holders,omitempty"`
	Items   []ItemRef `json:"items,omitempty"`
	Nature  string    `json:"nature,omitempty"` // empty: not stated, or withheld
	Effect  string    `json:"effect,omitempty"` // stayed, spoke, left, took no part, or any words
}

// Holder is one member who has an interest, and of which kind: the words of the
// house's rules ("disclosable pecuniary").
type Holder struct {
	Who  Who    `json:"who"`
	Kind string `json:"kind,omitempty"`
}

// Correction is a change to the minutes of another meeting, as that meeting's
// body agreed it. Those minutes stay as they are.
type Correction struct {
	Minute  string   `json:"minute,omitempty"`
	Meeting string   `json:"meeting,omitempty"` // as typed
	Changes []Change `json:"changes,omitempty"`
}

// Change is words taken out and words put in their place; one may be empty.
type Change struct {
	Delete string `json:"delete,omitempty"`
	Insert string `json:"insert,omitempty"`
}
