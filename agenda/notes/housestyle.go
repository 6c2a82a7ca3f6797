package notes

import (
	"slices"
	"strings"

	"minutebook/agenda"
)

// The words of "style:" that say whether the minutes name those who asked.
var namings = map[string]agenda.Naming{
	"names shown":  agenda.NamesShown,
	"names hidden": agenda.NamesHidden,
}

// styleWords is every word of "style:" that is no name of a profile.
func styleWords() []string {
	return append(renderings(), "names shown", "names hidden")
}

func isStyleWord(s string) bool { return slices.Contains(styleWords(), s) }

// styleRef reads a profile, a rendering and what is done with names, each of
// which may be missing: "council, paragraphs, names shown". The lead-ins have
// headers of their own and stay as they are in r.
func (s *section) styleRef(r agenda.StyleRef, v frag) agenda.StyleRef {
	for i, f := range v.split(',') {
		f = f.trim()
		plain, guarded := unguard(f.s, inCommas)
		naming, isNaming := namings[f.s]
		switch {
		case !guarded && isRendering(f.s) && r.Rendering == "":
			r.Rendering = agenda.Rendering(f.s)
		case isNaming && r.Names == "":
			r.Names = naming
		case i == 0:
			r.Profile = unescape(plain, inCommas)
		default:
			s.wrong(f, Problem{Found: quoted(f.s), Expected: "bullets, paragraphs, labelled, names shown or names hidden",
				Nearest: Nearest(f.s, styleWords())})
		}
	}
	return r
}

// writeStyle is the inverse of styleRef.
func writeStyle(r agenda.StyleRef) string {
	var words []string
	if r.Profile != "" {
		profile := escape(r.Profile, inCommas)
		if isStyleWord(r.Profile) {
			profile = `\` + profile
		}
		words = append(words, profile)
	}
	if r.Rendering != "" {
		words = append(words, string(r.Rendering))
	}
	for _, word := range styleWords() {
		if naming, ok := namings[word]; ok && naming == r.Names {
			words = append(words, word)
		}
	}
	return strings.Join(words, ", ")
}

// styleHeader is a header of a house style; false where the word is none.
func (s *section) styleHeader(r *agenda.StyleRef, word string, v frag) bool {
	switch word {
	case "style":
		*r = s.styleRef(*r, v)
	case "lead-in":
		r.LeadIn = v.s
	case "report lead-in":
		r.LeadInReport = v.s
	default:
		return false
	}
	return true
}

// styleLines writes all that differs from the house style.
func (w *writer) styleLines(r agenda.StyleRef) {
	w.head("style", writeStyle(r))
	w.head("lead-in", r.LeadIn)
	w.head("report lead-in", r.LeadInReport)
}
