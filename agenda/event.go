package agenda

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
	Adjourned   = "adjourned"
	Resumed     = "resumed"
	Quorum      = "quorum"       // what was said of it, in words
	NextMeeting = "next meeting" // To and Place say when and where
	TakenOut    = "taken"        // Items were taken out of their turn, before Before
	Together    = "together"     // Items were taken together
	MinutesOf   = "minutes"      // the minutes of Meetings were before the body
	ActionList  = "actions"      // the list of actions stands here
	Thanked     = "thanks"
	Exempted    = "exempt" // private business begins; How is its ground, the text its reason
	Reopened    = "public" // and ends
)

// Interested as the How of Left is why somebody left who has an interest.
const Interested = "interest"

// Event is something that happened in the room, or to the order of business.
// All presence is derived from events. Nobody in Who and one of Left or
// Returned: the public.
type Event struct {
	What     string    `json:"what"`
	Who      []ID      `json:"who,omitempty"`
	For      ID        `json:"for,omitempty"` // whom a substitute or proxy stands for
	How      string    `json:"how,omitempty"` // Interested; of Exempted its ground
	Items    []ItemRef `json:"items,omitempty"`
	Before   ItemRef   `json:"before,omitzero"`
	To       Clock     `json:"to,omitempty"` // until when it is adjourned; when the next meeting is
	Place    string    `json:"place,omitempty"`
	Meetings []string  `json:"meetings,omitempty"` // as typed
}

// ItemRef is an item of this meeting, or its number as typed where it is none
// of them. The zero ItemRef is no item.
type ItemRef struct {
	ID    ID     `json:"id,omitempty"`
	Words string `json:"words,omitempty"`
}

// Fact says whether an entry is a fact of the meeting that no private business
// hides: who came, went or presided and when the meeting opened, adjourned,
// went on or closed, with no words beside it. Words could tell what the
// business was about, so an event that has some is private with the rest.
func (e *Entry) Fact() bool {
	ev := e.Event
	if ev == nil || e.Text+e.Number+e.Verb != "" || len(e.Points) > 0 || e.Speaker != (Who{}) || ev.How != "" && ev.How != Interested ||
		len(ev.Items)+len(ev.Meetings) > 0 || ev.Before != (ItemRef{}) || ev.Place != "" {
		return false
	}
	switch e.Event.What {
	case Opened, ClosedUp, Adjourned, Resumed:
		return true
	}
	return places(e.Event.What) || e.Event.What == Presides
}
