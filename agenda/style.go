package agenda

// Rendering is how questions and answers are set out in the minutes.
type Rendering string

// The three renderings. The same entries serve all of them.
const (
	Bullets    Rendering = "bullets"
	Paragraphs Rendering = "paragraphs"
	Labelled   Rendering = "labelled"
)

// Renderings lists every rendering, the usual one first.
var Renderings = []Rendering{Bullets, Paragraphs, Labelled}

// StyleRef chooses a house style and what differs from it. The zero StyleRef
// is the house style "council".
type StyleRef struct {
	Profile   string    `json:"profile,omitempty"`
	Rendering Rendering `json:"rendering,omitempty"`
}

// Or is the reference r with d standing in wherever r says nothing.
func (r StyleRef) Or(d StyleRef) StyleRef {
	if r.Profile == "" {
		r.Profile = d.Profile
	}
	if r.Rendering == "" {
		r.Rendering = d.Rendering
	}
	return r
}

// Style is a house style: the words and shapes a body's minutes use. It is
// data, so that another language or tradition is another value.
type Style struct {
	Name      string
	Rendering Rendering
	Names     bool // name those who asked and answered

	// Titles maps a title as written in a roster to its printed form, singular
	// and plural: "Cllr" → "Councillor", "Councillors".
	Titles map[string]Title
	// In names the kinds of places one meets "in the": a place whose first part
	// ends with another word is met "at".
	In []string

	LeadIn       string // before two or more questions and comments; %s is Members or a plural title
	LeadInReport string // the same where the item has a paper
	Members      string

	Question, Response, Comment, Further Wording
	Asked, Answered, Commented, Added    Wording // the same where names are shown; %s is the name

	Resolved  string // RESOLVED
	ActionTag string // Action
}

// Title is the printed form of a title.
type Title struct{ One, Many string }

// Wording is the words a house puts before what the clerk typed: House before
// plain text, Own before a verb of the clerk's choice.
type Wording struct{ House, Own string }

// Council is the house style of an English council.
func Council() Style {
	cllr := Title{"Councillor", "Councillors"}
	ald := Title{"Alderman", "Aldermen"}
	return Style{
		Name:      "council",
		Rendering: Bullets,
		Titles:    map[string]Title{"Cllr": cllr, "Cllrs": cllr, "Councillor": cllr, "Ald": ald, "Alderman": ald},
		In: []string{"Guildhall", "Hall", "Room", "Chamber", "Chambers", "Centre", "Library", "Office", "Offices",
			"Suite", "Boardroom", "Pavilion", "Theatre", "Institute", "Building", "Church", "Chapel", "Museum", "Hub"},
		LeadIn:       "%s asked questions and made comments. These included the following:-",
		LeadInReport: "%s asked questions and made comments on the report. These included the following:-",
		Members:      "Members",
		Question:     Wording{"", "It was "},
		Response:     Wording{"In response it was stated that ", "In response it was "},
		Comment:      Wording{"It was commented that ", "It was "},
		Further:      Wording{"It was further commented that ", "It was further "},
		Asked:        Wording{"%s asked: ", "%s "},
		Answered:     Wording{"In response %s stated that ", "In response %s "},
		Commented:    Wording{"%s commented that ", "%s "},
		Added:        Wording{"%s further commented that ", "%s further "},
		Resolved:     "RESOLVED",
		ActionTag:    "Action",
	}
}

// StyleNamed is the house style a reference chooses, its rendering applied.
// A name that no profile has gives Council, because minutes must print.
func StyleNamed(r StyleRef) Style {
	s := Council()
	if r.Rendering != "" {
		s.Rendering = r.Rendering
	}
	return s
}
