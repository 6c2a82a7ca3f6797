package notes

import (
	"regexp"
	"strings"

	"minutebook/agenda"
)

// counts is "6-?-2" at the front of a field, with any dash or a colon and
// blanks around them; counted is such figures before a colon. garbled is how figures begin; what begins so and is none
// is a slip.
var (
	counts  = regexp.MustCompile(`^([0-9]+|\?) ?[-–—:] ?([0-9]+|\?)(?: ?[-–—:] ?([0-9]+|\?))?(?: |$)`)
	counted = regexp.MustCompile(`^[0-9]+(?: ?[-–—] ?(?:[0-9]+|\?))? ?$`)
	garbled = regexp.MustCompile(`^[0-9?]+ ?[-–—]`)
)

// figures takes "6-?-2" off the front of s.
func figures(s string) (tallies []agenda.Tally, rest string) {
	m := counts.FindStringSubmatch(s)
	if m == nil {
		return nil, s
	}
	for i, count := range m[1:] {
		if count != "" {
			tallies = append(tallies, agenda.Tally{Choice: choices[i], Count: strings.TrimPrefix(count, "?")})
		}
	}
	return tallies, strings.TrimLeft(s[len(m[0]):], " ")
}
