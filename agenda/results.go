package agenda

import (
	"slices"
	"strings"
	"unicode"
)

// Methods lists the ways to vote that stand in place of figures; any other
// words are kept too.
var Methods = []string{
	"all", "unanimous", "without objection", "ballot", "weighted",
	"without a vote", "general consent", "show of hands", "by name", "equal",
}

// Choices lists what a named vote usually is, those that figures count first.
var Choices = []string{For, Against, Abstained, NoVote, Away, NotThere, Conflict}

// Results is the words by which a house declares what became of a motion. They
// are found as whole words, in any case, anywhere in what was declared.
type Results struct {
	Carried []string
	Lost    []string // looked for first: "not carried" is lost
	Assent  []string // methods that carry where nothing else was declared
}

func councilResults() Results {
	return Results{
		Carried: []string{"carried", "agreed", "approved", "adopted", "passed", "accepted"},
		Lost: []string{"lost", "not carried", "not agreed", "not approved", "not adopted", "not passed", "not accepted",
			"defeated", "rejected", "negatived", "failed", "fell"},
		Assent: []string{"all", "unanimous", "without objection", "general consent"},
	}
}

// Says is whether words declare that a motion was carried, or lost; both are
// false where they declare something else.
func (res Results) Says(words string) (carried, lost bool) {
	said := spoken(words)
	has := func(list []string) bool {
		return slices.ContainsFunc(list, func(w string) bool { return strings.Contains(said, spoken(w)) })
	}
	if has(res.Lost) {
		return false, true
	}
	return has(res.Carried), false
}

// Carries is whether a vote was declared carried. Figures and names are not
// asked; a method that carries by itself ("all") does so where no result was
// declared.
func (res Results) Carries(v *Vote) bool {
	carried, _ := res.declared(v)
	return carried
}

func (res Results) declared(v *Vote) (carried, lost bool) {
	if v.Result == "" {
		return slices.Contains(res.Assent, v.Method), false
	}
	return res.Says(v.Result)
}

// Begins is whether words begin with one that declares a motion carried or lost.
func (res Results) Begins(words string) bool {
	said := spoken(words)
	begins := func(w string) bool { return strings.HasPrefix(said, spoken(w)) }
	return slices.ContainsFunc(res.Carried, begins) || slices.ContainsFunc(res.Lost, begins)
}

// spoken is words in lower case with one blank around each, so that a phrase
// can be found in another.
func spoken(words string) string {
	fields := strings.FieldsFunc(strings.ToLower(words), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	return " " + strings.Join(fields, " ") + " "
}
