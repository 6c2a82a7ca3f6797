package agenda

// Body is a committee, board, council or group and what its meetings share.
type Body struct {
	Key    Key    `json:"key"`
	Name   string `json:"name"`
	Code   string `json:"code,omitempty"` // "NHC"; unique in the book
	Parent string `json:"parent,omitempty"`
	Zone   string `json:"zone,omitempty"`   // IANA name
	Quorum string `json:"quorum,omitempty"` // as stated
	Place  string `json:"place,omitempty"`  // where it usually meets
	Time   string `json:"time,omitempty"`   // when it usually meets, "18:00"
	// Cadence is how often it meets, as stated: "second Thursday",
	// "every 2 weeks", "quarterly"; dates of meetings are proposed from it.
	Cadence  string     `json:"cadence,omitempty"`
	Number   string     `json:"number,omitempty"` // how it numbers its decisions, as stated; nothing is numbered by it
	Style    StyleRef   `json:"style,omitzero"`
	Seats    []Seat     `json:"seats,omitempty"`
	Standing []Standing `json:"standing,omitempty"`
	Phrases  []Phrase   `json:"phrases,omitempty"`
}

// Seat is a place on a body, held by a person or by an office.
type Seat struct {
	Title     string   `json:"title,omitempty"`
	Name      string   `json:"name,omitempty"`
	Initials  string   `json:"initials,omitempty"`
	Office    string   `json:"office,omitempty"`
	Roles     []string `json:"roles,omitempty"` // Chair, Vice-Chair, Clerk, In attendance…
	NonVoting bool     `json:"nonVoting,omitempty"`
	From      string   `json:"from,omitempty"` // ISO dates; empty: always
	To        string   `json:"to,omitempty"`
}

// Former is whether nobody holds the seat any more on a day. On the day it
// ends it is still held.
func (s Seat) Former(day string) bool { return s.To != "" && s.To < day }

// Call is the seat in a list: the person, or the office where nobody holds it.
func (s Seat) Call() string { return s.attendee().Full() }

// Standing is an item a body takes at every meeting, at every nth, or at the
// first of its year.
type Standing struct {
	Title      string   `json:"title"`
	Kind       string   `json:"kind,omitempty"`
	Wording    string   `json:"wording,omitempty"`
	Lead       string   `json:"lead,omitempty"`   // who reports
	Every      int      `json:"every,omitempty"`  // at each nth meeting; 0 and 1: at each
	Yearly     bool     `json:"yearly,omitempty"` // at the first meeting of the year only
	Recommends []string `json:"recommends,omitempty"`
}

// Phrase is a stock sentence; ‹words› in it are fields to fill.
type Phrase struct {
	Name string `json:"name"`
	Text string `json:"text"`
}
