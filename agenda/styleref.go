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
	Names     Naming    `json:"names,omitempty"`
	// What stands before two or more questions and comments, and the same where
	// the item has a paper. Empty: the words of the house; NoLeadIn: nothing.
	LeadIn       string `json:"leadIn,omitempty"`
	LeadInReport string `json:"leadInReport,omitempty"`
}

// NoLeadIn as a lead-in of a StyleRef stands for none at all.
const NoLeadIn = "-"

// Naming is whether the minutes name those who asked and answered. Empty is
// what the house does.
type Naming string

// The two ways.
const (
	NamesShown  Naming = "shown"
	NamesHidden Naming = "hidden"
)

// Or is the reference r with d standing in wherever r says nothing.
func (r StyleRef) Or(d StyleRef) StyleRef {
	if r.Profile == "" {
		r.Profile = d.Profile
	}
	if r.Rendering == "" {
		r.Rendering = d.Rendering
	}
	if r.Names == "" {
		r.Names = d.Names
	}
	if r.LeadIn == "" {
		r.LeadIn = d.LeadIn
	}
	if r.LeadInReport == "" {
		r.LeadInReport = d.LeadInReport
	}
	return r
}

// StyleNamed is the house style a reference chooses, its rendering applied.
// A name that no profile has gives Council, because minutes must print.
func StyleNamed(r StyleRef) Style {
	s := profileNamed(r.Profile)
	if r.Rendering != "" {
		s.Rendering = r.Rendering
	}
	if r.Names != "" {
		s.Names = r.Names == NamesShown
	}
	lead := func(own, house string) string {
		switch own {
		case "":
			return house
		case NoLeadIn:
			return ""
		}
		return own
	}
	s.LeadIn, s.LeadInReport = lead(r.LeadIn, s.LeadIn), lead(r.LeadInReport, s.LeadInReport)
	return s
}
