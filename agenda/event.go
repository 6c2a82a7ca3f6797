package agenda

import (
	"slices"
	"strings"
)

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
// business was about: see [Entry.Parted].
func (e *Entry) Fact() bool {
	ev := e.Event
	if ev == nil || e.Text+e.Number+e.Verb != "" || len(e.Points) > 0 || e.Speaker != (Who{}) || ev.How != "" && ev.How != Interested ||
		len(ev.Items)+len(ev.Meetings) > 0 || ev.Before != (ItemRef{}) || ev.Place != "" {
		return false
	}
	return ev.factual()
}

// factual says whether an event is a fact of the meeting but for words beside it.
func (ev *Event) factual() bool {
	return ev.OfSitting() || places(ev.What) || ev.What == Presides
}

// OfSitting says whether the event begins or ends a sitting of the meeting.
func (ev *Event) OfSitting() bool {
	switch ev.What {
	case Opened, ClosedUp, Adjourned, Resumed:
		return true
	}
	return false
}

// parted is the entries of an item with the facts among what is private apart
// from their words, which have no ID yet. All says whether everything is private.
func (it *Item) parted(all bool) []*Entry {
	var out []*Entry
	private := all
	for _, e := range it.Entries {
		if e.marks() {
			private = e.Event.What == Exempted
		}
		fact, words, ok := e.Parted()
		if ok && private && !e.ID.Closed() {
			out = append(out, &fact, &words)
		} else {
			out = append(out, e)
		}
	}
	return out
}

// Parted is a fact of the meeting that has words beside it as two entries: the
// fact without them, which is public, and the words, which can be private. ok is
// false of what is a fact already, or none.
func (e Entry) Parted() (fact, words Entry, ok bool) {
	if e.Event == nil || !e.Event.factual() || e.Fact() {
		return e, Entry{}, false
	}
	words = Entry{Kind: Narrative, Number: e.Number, Speaker: e.Speaker, Text: e.Text, Points: e.Points}
	ev := *e.Event
	if ev.How != Interested {
		words.Text = strings.Join(slices.DeleteFunc([]string{ev.How, words.Text}, func(s string) bool { return s == "" }), ": ")
		ev.How = ""
	}
	if e.Verb != "" && e.Verb != AsTyped {
		words.Text = strings.TrimSpace(e.Verb + " " + words.Text)
	}
	if words.Text == "" && len(words.Points) == 0 {
		words.Text, words.Number = words.Number, ""
	}
	if words.Speaker != (Who{}) {
		words.Kind = Update
	}
	fact = Entry{ID: e.ID, Kind: e.Kind, At: e.At, Event: &ev}
	return fact, words, fact.Fact() && !words.wordless()
}

// addParted adds a fact of the meeting, whose ID it returns, and behind it the
// words that were said of it in private.
func (r Record) addParted(item ID, fact, words Entry) (Record, ID, error) {
	if fact.ID.Closed() {
		words.ID = fact.ID // it was kept for them
	}
	next, id, err := r.Add(item, fact)
	if err == nil {
		next, _, err = next.addClosed(item, id, words)
	}
	if err != nil {
		return r, 0, err
	}
	return next, id, nil
}
