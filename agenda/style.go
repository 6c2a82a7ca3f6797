package agenda

import "strings"

// Style is a house style: the words and shapes a body's minutes use. It is
// data, so that another language or tradition is another value. Where a string
// holds %s, what it stands for is said beside it.
type Style struct {
	Name      string
	Rendering Rendering
	Names     bool // name those who asked and answered

	// Titles maps a title as written in a roster to its printed form, singular
	// and plural: "Cllr" → "Councillor", "Councillors".
	Titles    map[string]Title
	WithFirst []string // titles that stand before a whole name only: "Sir Hugh Cole"
	Chairs    []string // roles that preside when nobody else is said to
	Quiet     []string // roles that are not printed behind a name

	LeadIn       string // before two or more questions and comments; %s is Members or a plural title
	LeadInReport string // the same where the item has a paper
	Members      string

	Question, Response, Comment, Further Wording
	Asked, Answered, Commented, Added    Wording // the same where names are shown; %s is the name
	Office                               string  // an office that speaks, where no person is known; %s is its name

	Resolved  string   // RESOLVED
	Verbs     []string // usual verbs in its place, offered behind a "!": any other word is kept
	ActionTag string   // Action
	ActionTo  string   // between those who act and what they do; empty: a colon
	Colon     string   // the colon inside a sentence, with its blanks
	DueOn     string   // of an action; %s is a date
	Due       string   // the same; %s is any other words
	NoteTag   string   // before a clerk's note in a full copy

	Next    Agenda
	Head    Heading
	Room    Room
	Short   Short
	Results Results // what became of motions
	Dates   Dates

	Motions   Motions
	Votes     Votes
	Elections Elections
	Interests Interests
	Private   Private
	Order     Order

	Offered Offered
	Phrases []Phrase // stock sentences, behind those of the body
	Openers []string // words that are no verb when they are glued to a mark
}

// Title is the printed form of a title, or of any thing that is counted.
type Title struct{ One, Many string }

// Wording is the words a house puts before what the clerk typed: House before
// plain text, Own before a verb of the clerk's choice, Label where the minutes
// are labelled.
type Wording struct{ House, Own, Label string }

// Agenda is what a meeting takes over from the last one, in words.
type Agenda struct {
	Kind     string // the usual kind of meeting
	Minutes  string // title of the item that approves the minutes; %s is the standing title, %s the day
	Approve  string // what that item recommends; %s is the day
	Deferred string // how the outcome of an item begins that comes back, in lower case
	Actions  string // title of the item of open actions
}

// Heading is the words above the minutes and the line for the signature.
type Heading struct {
	Draft      string // of a numbered draft; %d is its number
	Unnumbered string // of a draft without a number
	Full       string // of a copy that holds what the public must not see

	Kinds      []string // kinds of meetings that stand in lower case inside a sentence
	Of, OfKind string   // which meeting; %s is its kind
	OfSitting  string   // the same where the kind has a word of Sittings in it; %s is the kind
	Sittings   []string // words for a meeting, in lower case
	On, At     string   // when; %s is the day, the time of day
	// In names the kinds of places one meets "in the": a place whose first part
	// ends with another word is met "at". %s is the place.
	In                      []string
	InThe, InPlace, AtPlace string

	Present, Attending, Apologies, Absent, Quorum string            // what stands before the names
	InTheChair                                    string            // %s is the name
	Substitute, Proxy                             string            // %s is whom somebody stands for
	Alone                                         map[string]string // what is said of one who stands for nobody, by the What of the event
	Remotely                                      string
	Public                                        Title    // members of the public
	NoPublic                                      string   // before a word that says of the public that there was none
	Numbers                                       []string // small numbers in words, from nought
	And                                           string   // before the last of several
	ApologiesFrom                                 string   // under the item; %s is the names
	Sign                                          string
}

// Room is the words for what happens in the room.
type Room struct {
	Public   string           // nobody in particular
	Happened map[string]Title // by what happened; %s is who, then for whom
	Aloud    []string         // what is told as a sentence of its own, not in brackets
	On, At   string           // %s is a day, a time of day
	Interest string           // why somebody left who has an interest
}

// Short is the words for a motion and its vote in one line.
type Short struct {
	Proposed, Seconded string            // %s is the names
	Methods            map[string]string // by the method of the vote
}

// Dates is how days and times are written, as layouts of the time package.
// Days and Months stand in for the English names, Sunday and January first.
type Dates struct {
	Long, Short    string
	Time           string
	Noon, Midnight string
	First          string // instead of 1, the first day of a month; may be empty
	Days, Months   []string
}

// Spell is the day of a clock in one of the layouts, in the house's own names
// of days and months. It is empty where the clock is none.
func (d Dates) Spell(c Clock, layout string) string {
	t, _, err := c.Time()
	if err != nil {
		return ""
	}
	out := t.Format(layout)
	if d.First != "" && t.Day() == 1 {
		out = strings.Replace(out, "1 ", d.First+" ", 1)
	}
	if len(d.Days) == 7 {
		out = strings.Replace(out, t.Weekday().String(), d.Days[t.Weekday()], 1)
	}
	if len(d.Months) == 12 {
		out = strings.Replace(out, t.Month().String(), d.Months[t.Month()-1], 1)
	}
	return out
}

// Council is the house style of an English council.
func Council() Style {
	s := councilTalk()
	s.Motions, s.Votes = councilMotions(), councilVotes()
	s.Elections, s.Interests = councilElections(), councilInterests()
	s.Private, s.Order = councilPrivate(), councilOrder()
	return s
}

// councilTalk is the style of the heading and of what is said.
func councilTalk() Style {
	return Style{
		Name:      "council",
		Rendering: Bullets,
		Titles:    councilTitles(),
		WithFirst: []string{"Sir", "Dame"},
		Chairs:    []string{"Chair", "Chairman", "Chairwoman", "Chairperson", "Convener", "President", "Mayor", "in the Chair", "Presiding", "Presiding Officer"},
		Quiet:     []string{"Member", "Substitute", "In attendance"},

		LeadIn:       "%s asked questions and made comments. These included the following:-",
		LeadInReport: "%s asked questions and made comments on the report. These included the following:-",
		Members:      "Members",
		Question:     Wording{"", "It was ", "Question"},
		Response:     Wording{"In response it was stated that ", "In response it was ", "Response"},
		Comment:      Wording{"It was commented that ", "It was ", "Comment"},
		Further:      Wording{"It was further commented that ", "It was further ", "Further comment"},
		Asked:        Wording{"%s asked: ", "%s ", "Question"},
		Answered:     Wording{"In response %s stated that ", "In response %s ", "Response"},
		Commented:    Wording{"%s commented that ", "%s ", "Comment"},
		Added:        Wording{"%s further commented that ", "%s further ", "Further comment"},
		Office:       "the %s",

		Resolved:  "RESOLVED",
		Verbs:     []string{"noted", "agreed", "recommended", "received", "approved", "accepted", "endorsed", "directed", "instructed", "deferred"},
		ActionTag: "Action",
		ActionTo:  "to", Colon: ": ",
		DueOn:   "by %s",
		Due:     "due: %s",
		NoteTag: "Clerk’s note",

		Next: Agenda{
			Kind: "Ordinary", Minutes: "%s (%s)",
			Approve:  "That the minutes of the meeting held on %s be approved as a correct record and signed by the Chair.",
			Deferred: "deferred",
			Actions:  "Actions from previous meetings",
		},
		Head:    councilHeading(),
		Room:    councilRoom(),
		Short:   councilShort(),
		Results: councilResults(),
		Dates: Dates{
			Long: "Monday 2 January 2006", Short: "2 January 2006", Time: "3.04 pm",
			Noon: "12.00 noon", Midnight: "12.00 midnight",
		},
		Offered: councilOffered(),
		Phrases: councilPhrases,
		Openers: openers,
	}
}

func councilTitles() map[string]Title {
	cllr := Title{"Councillor", "Councillors"}
	ald := Title{"Alderman", "Aldermen"}
	return map[string]Title{
		"Cllr": cllr, "Cllr.": cllr, "Cllrs": cllr, "Councillor": cllr, "Councillors": cllr,
		"Cr": {"Cr", "Crs"}, "Council Member": {"Council Member", "Council Members"}, "Councilmember": {"Councilmember", "Councilmembers"},
		"Ald": ald, "Ald.": ald, "Alderman": ald,
	}
}

func councilHeading() Heading {
	return Heading{
		Draft:      "DRAFT minutes (draft %d, subject to approval)",
		Unnumbered: "DRAFT minutes (subject to approval)",
		Full:       "FULL COPY with private business and the clerk’s notes, not for publication.",
		Kinds: []string{"Ordinary", "Extraordinary", "Annual", "Special", "Urgent", "Emergency", "Inaugural",
			"Adjourned", "Joint", "Informal", "Regular", "Monthly", "Quarterly", "General", "Annual General"},
		Of: "of the meeting", OfKind: "of the %s meeting", OfSitting: "of the %s",
		Sittings: []string{"meeting", "assembly", "session", "sitting", "hearing", "agm", "sitzung", "versammlung",
			"séance", "réunion", "assemblée", "sesión", "reunión", "asamblea", "pleno", "cyfarfod", "vergadering", "riunione", "seduta"},
		On: "held on %s", At: "at %s",
		In: []string{"Guildhall", "Hall", "Room", "Chamber", "Chambers", "Centre", "Library", "Office", "Offices",
			"Suite", "Boardroom", "Pavilion", "Theatre", "Institute", "Building", "Church", "Chapel", "Museum", "Hub"},
		InThe: "in the %s", InPlace: "in %s", AtPlace: "at %s",
		Present: "Present", Attending: "In attendance", Apologies: "Apologies",
		Absent: "Absent without apology", Quorum: "Quorum",
		InTheChair: "%s in the Chair",
		Substitute: "as substitute for %s", Proxy: "as proxy for %s",
		Alone:    map[string]string{Substitutes: "substitute", Proxy: "proxy"},
		Remotely: "remotely",
		Public:   Title{"member of the public", "members of the public"},
		NoPublic: "Members of the public",
		Numbers: []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
			"eleven", "twelve"},
		And:           "and",
		ApologiesFrom: "Apologies for absence were received from %s.",
		Sign:          "Chair …………………………  Date ……………",
	}
}

func councilRoom() Room {
	return Room{
		Public: "The public",
		Happened: map[string]Title{
			Present:     {"%s was present", "%s were present"},
			Remote:      {"%s joined the meeting remotely", "%s joined the meeting remotely"},
			Apologies:   {"%s sent apologies", "%s sent apologies"},
			Absent:      {"%s was absent", "%s were absent"},
			Substitutes: {"%s attended as substitute for %s", "%s attended as substitute for %s"},
			Proxy:       {"%s attended as proxy for %s", "%s attended as proxy for %s"},
			Attending:   {"%s attended", "%s attended"},
			Arrived:     {"%s arrived", "%s arrived"},
			Left:        {"%s left the meeting", "%s left the meeting"},
			Returned:    {"%s returned to the meeting", "%s returned to the meeting"},
			Presides:    {"%s took the Chair", "%s took the Chair"},
			Opened:      {"The meeting opened", "The meeting opened"},
			ClosedUp:    {"The meeting closed", "The meeting closed"},
			Adjourned:   {"The meeting adjourned", "The meeting adjourned"},
			Resumed:     {"The meeting resumed", "The meeting resumed"},
			Quorum:      {"", ""},
			Thanked:     {"", ""},
			Exempted:    {"", ""},
			Reopened:    {"", ""},
			ActionList:  {"", ""},
		},
		Aloud:    []string{Opened, ClosedUp, Adjourned, Resumed, NextMeeting, MinutesOf},
		On:       "on %s",
		At:       "at %s",
		Interest: "because of the interest declared",
	}
}

func councilShort() Short {
	return Short{
		Proposed: "proposed by %s",
		Seconded: "seconded by %s",
		Methods: map[string]string{
			"all": "all in favour", "unanimous": "unanimously", "without objection": "without objection",
			"ballot": "by ballot", "weighted": "by weighted vote",
		},
	}
}
