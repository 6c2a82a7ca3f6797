package agenda

import "strings"

// Words is the kind as a person says it: "question", "further comment".
func (k Kind) Words() string {
	switch k {
	case Narrative:
		return "paragraph"
	case Further:
		return "further comment"
	case Note:
		return "clerk's note"
	case "":
		return "entry"
	}
	return string(k)
}

// One is Words with its article: "an action".
func (k Kind) One() string {
	words := k.Words()
	if strings.IndexByte("aeiou", words[0]) >= 0 {
		return "an " + words
	}
	return "a " + words
}
