package tui

import (
	"slices"
	"strings"

	"minutebook/agenda"
)

// isFigures is whether a word is figures of a vote: 6-2-1, 6-?-2.
func isFigures(word string) bool {
	parts := strings.FieldsFunc(word, dash)
	if len(parts) < 2 || len(parts) > 3 || strings.Count(strings.ReplaceAll(word, "–", "-"), "-") != len(parts)-1 {
		return false
	}
	return !slices.ContainsFunc(parts, func(p string) bool {
		return p != "?" && strings.Trim(p, "0123456789") != ""
	})
}

func dash(r rune) bool { return r == '-' || r == '–' }

// countedChoices is what the figures of a vote count, in their order.
var countedChoices = []string{agenda.For, agenda.Against, agenda.Abstained}
