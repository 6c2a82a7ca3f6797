// Package agenda holds the domain of Minutebook: what a meeting is, what its
// minutes say, and every rule about changing them.
//
// A [Record] is a value. Each change is a method that leaves its receiver as it
// was and returns a new Record or an error. Time and keys are passed in; the
// package reads no clock, keeps no file and imports the standard library only.
// It must not know how a record is kept, drawn or printed.
package agenda

// Key names a body or a meeting in the whole book. The caller makes it.
type Key string

// ID names an item, an entry or a roster line inside one meeting. IDs come
// from a counter that nothing lowers, undo included. Zero is no ID.
type ID uint32

// Record is everything one meeting holds: its public minutes and what the
// public must not see. Items and entries are immutable behind their pointers:
// pointers that differ are what changed.
type Record struct {
	Open   Meeting
	Closed Closed
}

// Meeting is the public record of one sitting. Nothing closed is in it, so a
// public copy needs no stripping.
type Meeting struct {
	Key    Key        `json:"key"`
	Body   Key        `json:"body"`
	Kind   string     `json:"kind,omitempty"`  // Ordinary, Extraordinary… in any language
	Start  Clock      `json:"start"`           // as called: a date, or a date and a time
	Place  string     `json:"place,omitempty"` // all that follows the time in the call
	Zone   string     `json:"zone,omitempty"`  // IANA name; empty: the body's
	Style  StyleRef   `json:"style,omitzero"`  // zero: the body's
	Public string     `json:"public,omitempty"`
	Quorum string     `json:"quorum,omitempty"`
	Next   ID         `json:"next"` // the next ID to give out
	Roster []Attendee `json:"roster,omitempty"`
	// Items in agenda order. Items[0] is the opening: its events are the roll.
	Items []*Item `json:"items"`
	// Taken is who minuted what when, in the order items were taken.
	Taken []Span `json:"taken,omitempty"`
}

// Attendee is a line of the roster: a person as the minutes of this meeting
// name them. Entries point at roster lines, never at people.
type Attendee struct {
	ID       ID       `json:"id"`
	Title    string   `json:"title,omitempty"` // "Cllr", "Dr"
	Name     string   `json:"name,omitempty"`
	Initials string   `json:"initials,omitempty"`
	Office   string   `json:"office,omitempty"` // of a seat that an office holds
	Roles    []string `json:"roles,omitempty"`  // Chair, Clerk, Harbour Master: the words in brackets
	Voting   bool     `json:"voting,omitempty"`
	// Of somebody who attends: for whom they work, and the items they came for.
	Organisation string    `json:"organisation,omitempty"`
	Items        []ItemRef `json:"items,omitempty"`
}

// Span is a time for which an item was open. To is empty while it is.
type Span struct {
	Item ID    `json:"item"`
	From Clock `json:"from,omitempty"`
	To   Clock `json:"to,omitempty"`
}

// Kinds of items that mean something to the program; any other word is kept.
const (
	KindOpening   = "opening"   // the roll; always Items[0], untitled
	KindInterlude = "interlude" // untitled entries between two items
	KindApologies = "apologies"
	KindInterests = "interests"
	KindMinutes   = "minutes"
	KindArising   = "matters arising"
	KindActions   = "actions"
	KindNext      = "next meeting"
)

// Item is one agenda item. Number is as typed: "5", "196/20", "4.4.5iv".
type Item struct {
	ID        ID        `json:"id"`
	Level     int       `json:"level,omitempty"` // 1 an item, 2 a sub-item…; 0 the opening and interludes
	Number    string    `json:"number,omitempty"`
	Title     string    `json:"title,omitempty"`
	Kind      string    `json:"kind,omitempty"`
	Purpose   string    `json:"purpose,omitempty"`
	Wording   string    `json:"wording,omitempty"`   // usual wording, offered, not part of the minutes
	Rendering Rendering `json:"rendering,omitempty"` // empty: the meeting's
	Late      string    `json:"late,omitempty"`      // why it was taken as urgent, with no notice
	Outcome   Outcome   `json:"outcome,omitzero"`
	Exempt    *Exempt   `json:"exempt,omitempty"`
	Paper     *Paper    `json:"paper,omitempty"`
	Entries   []*Entry  `json:"entries,omitempty"`
}

// Exempt is the public face of an item that is private business, all of it or a
// part. The events Exempted and Reopened of its entries say which part. Where
// the title is private the item's own title is the one for the public.
type Exempt struct {
	Whole   bool   `json:"whole,omitempty"`   // from its first entry on, with title and paper
	Ground  string `json:"ground,omitempty"`  // paragraph numbers ("3", "1, 3") or words; of the whole item
	Reason  string `json:"reason,omitempty"`  // of the whole item
	Summary string `json:"summary,omitempty"` // what the public is told instead
}

// Outcome is what became of an item when it was not simply dealt with:
// deferred, withdrawn, referred… in any words.
type Outcome struct {
	Words  string `json:"words,omitempty"`
	To     string `json:"to,omitempty"` // the meeting or body it goes to, as typed
	Reason string `json:"reason,omitempty"`
}

// Paper is a report before the body.
type Paper struct {
	Number     string   `json:"number,omitempty"`
	Title      string   `json:"title,omitempty"`
	Of         []string `json:"of,omitempty"` // "report of"
	Leads      []string `json:"leads,omitempty"`
	Sponsors   []string `json:"sponsors,omitempty"`
	Contacts   []string `json:"contacts,omitempty"`
	Recommends []string `json:"recommends,omitempty"`
	Asks       []string `json:"asks,omitempty"`
}

// Ref points at an entry of any meeting in the book.
type Ref struct {
	Meeting Key  `json:"meeting"`
	Closed  bool `json:"closed,omitempty"`
	Entry   ID   `json:"entry"`
}
