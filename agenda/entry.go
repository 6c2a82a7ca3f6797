package agenda

// Kind says what an entry is. Kinds are words, so that a stored record can be
// read without the program.
type Kind string

// The kinds of entries.
const (
	Narrative  Kind = "narrative"
	Update     Kind = "update" // by its Speaker
	Question   Kind = "question"
	Comment    Kind = "comment"
	Response   Kind = "response"   // to the question or comment On
	Further    Kind = "further"    // further comment, to the question or comment On
	Moved      Kind = "motion"     // its words are the entry's text
	Voted      Kind = "vote"       // on the motion On
	Settled    Kind = "outcome"    // what became of the motion On other than by a vote
	TakenBack  Kind = "strike"     // takes back the vote On, or one ballot of it
	Elected    Kind = "election"   // a nomination, a ballot, or who was elected
	Declared   Kind = "interest"   // an interest, or that there are none
	Corrected  Kind = "correction" // of the minutes of another meeting
	Resolved   Kind = "resolution" // of the motion On, where one is known
	ToDo       Kind = "action"
	Happening  Kind = "event"
	Tabulation Kind = "table"
	Note       Kind = "note" // the clerk's own; only ever in Closed
)

// AsTyped as the verb of an entry prints its text with no words of the house.
const AsTyped = "="

// Entry is one thing in the minute of an item. Kind says which of the pointers
// is set; a textual kind sets none.
type Entry struct {
	ID      ID      `json:"id"`
	Kind    Kind    `json:"kind"`
	On      ID      `json:"on,omitempty"` // response, further → question or comment; see the kinds
	Speaker Who     `json:"speaker,omitzero"`
	Number  string  `json:"number,omitempty"` // a number of its own
	Verb    string  `json:"verb,omitempty"`   // replaces the verb of the house; AsTyped: none
	Text    string  `json:"text,omitempty"`   // a line break is a paragraph break
	Points  []Point `json:"points,omitempty"`
	At      Clock   `json:"at,omitempty"` // minuted time; empty: none was stated

	Motion     *Motion     `json:"motion,omitempty"`
	Vote       *Vote       `json:"vote,omitempty"`
	Outcome    *Outcome    `json:"outcome,omitempty"`
	Strike     *Strike     `json:"strike,omitempty"`
	Election   *Election   `json:"election,omitempty"`
	Interest   *Interest   `json:"interest,omitempty"`
	Correction *Correction `json:"correction,omitempty"`
	Resolution *Resolution `json:"resolution,omitempty"`
	Action     *Action     `json:"action,omitempty"`
	Event      *Event      `json:"event,omitempty"`
	Table      *Table      `json:"table,omitempty"`
}

// Who is a roster line, or plain words where the source names somebody who is
// on no roster. The zero Who is nobody.
type Who struct {
	ID    ID     `json:"id,omitempty"`
	Words string `json:"words,omitempty"`
}

// Point is a point of a list or a part of a resolution, with its sub-points.
type Point struct {
	Text   string  `json:"text"`
	Points []Point `json:"points,omitempty"`
}

// Action is a thing to be done; its words are the entry's text.
type Action struct {
	Owners  []Who  `json:"owners,omitempty"`
	Due     string `json:"due,omitempty"`   // an ISO date, a meeting, or any words
	State   string `json:"state,omitempty"` // empty: open
	Follows *Ref   `json:"follows,omitempty"`
}

// Table is a table as typed; its first row is the head.
type Table struct {
	Caption string     `json:"caption,omitempty"`
	Rows    [][]string `json:"rows"`
}
