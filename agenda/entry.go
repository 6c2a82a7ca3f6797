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
	Response   Kind = "response" // to the question or comment On
	Further    Kind = "further"  // further comment, to the question or comment On
	Resolved   Kind = "resolution"
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
	On      ID      `json:"on,omitempty"` // response, further → question or comment
	Speaker Who     `json:"speaker,omitzero"`
	Number  string  `json:"number,omitempty"` // a number of its own
	Verb    string  `json:"verb,omitempty"`   // replaces the verb of the house; AsTyped: none
	Text    string  `json:"text,omitempty"`   // a line break is a paragraph break
	Points  []Point `json:"points,omitempty"`
	At      Clock   `json:"at,omitempty"` // minuted time; empty: none was stated

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

// Resolution is a decision of the body. Its verb is the entry's: empty is the
// verb of the house (RESOLVED).
type Resolution struct {
	Parts []Point `json:"parts"`
	By    *By     `json:"by,omitempty"`
}

// By is the short form of a motion and its vote: who proposed, who seconded,
// how it was carried.
type By struct {
	Movers    []Who `json:"movers,omitempty"`
	Seconders []Who `json:"seconders,omitempty"`
	Vote      *Vote `json:"vote,omitempty"`
}

// Vote is a vote as stated. Figures are never derived from names nor the
// other way round, and an unknown figure is not zero.
type Vote struct {
	Method  string  `json:"method,omitempty"` // all, unanimous, without objection…
	Tallies []Tally `json:"tallies,omitempty"`
	Result  string  `json:"result,omitempty"` // as declared, any words
}

// Tally is one figure of a vote. An empty count is unknown.
type Tally struct {
	Choice string `json:"choice"` // for, against, abstained
	Count  string `json:"count,omitempty"`
}

// Action is a thing to be done; its words are the entry's text.
type Action struct {
	Owners  []Who  `json:"owners,omitempty"`
	Due     string `json:"due,omitempty"`   // an ISO date, a meeting, or any words
	State   string `json:"state,omitempty"` // empty: open
	Follows *Ref   `json:"follows,omitempty"`
}

// What happened in an event.
const (
	Present     = "present"
	Remote      = "remote"
	Apologies   = "apologies"
	Absent      = "absent" // without apology
	Substitutes = "substitutes"
	Proxy       = "proxy"
	Attending   = "attending"
	Arrived     = "arrived"
	Left        = "left"
	Returned    = "returned"
	Presides    = "presides" // took the chair
	Opened      = "opened"
	ClosedUp    = "closed" // the meeting closed
)

// Event is something that happened in the room. All presence is derived from
// events. Nobody in Who and one of Left or Returned: the public.
type Event struct {
	What string `json:"what"`
	Who  []ID   `json:"who,omitempty"`
	For  ID     `json:"for,omitempty"` // whom a substitute or proxy stands for
	How  string `json:"how,omitempty"` // "interest"
}

// Table is a table as typed; its first row is the head.
type Table struct {
	Caption string     `json:"caption,omitempty"`
	Rows    [][]string `json:"rows"`
}
