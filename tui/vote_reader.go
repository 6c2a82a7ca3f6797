package tui

import (
	"fmt"
	"slices"
	"strings"

	"minutebook/agenda"
)

// voteReader reads what the notation has behind /vote: figures, a method, how
// it was held, and the result. Names are the screen's own, which knows initials
// that no record has.
type voteReader func(m *agenda.Meeting, line string) (agenda.Vote, error)

// readVote is the reader in use.
var readVote voteReader = readPlainVote

// readPlainVote reads fields parted by semicolons.
func readPlainVote(_ *agenda.Meeting, line string) (agenda.Vote, error) {
	var v agenda.Vote
	for _, f := range strings.Split(line, ";") {
		f = strings.TrimSpace(f)
		first, rest, _ := strings.Cut(f, " ")
		word, words, named := strings.Cut(f, ":")
		switch {
		case f == "":
		case named && strings.EqualFold(strings.TrimSpace(word), "by"):
			v.Held = strings.TrimSpace(words)
		case named:
			return v, fmt.Errorf("found %q; expected for, against, abstained, interest, absent or casting before a colon", word)
		case isFigures(first) && v.Tallies == nil:
			v.Tallies, v.Result = talliesOf(first), strings.TrimSpace(rest)
		case v.Method == "" && slices.Contains([]string{"all", "unanimous", "without objection", "ballot", "weighted"}, strings.ToLower(f)):
			v.Method = strings.ToLower(f)
		case v.Result != "" && v.Method == "":
			v.Method, v.Result = v.Result, f
		default:
			v.Result = f
		}
	}
	return v, nil
}

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

func talliesOf(word string) (tallies []agenda.Tally) {
	for i, p := range strings.FieldsFunc(word, dash) {
		tallies = append(tallies, agenda.Tally{Choice: countedChoices[i], Count: strings.TrimPrefix(p, "?")})
	}
	return tallies
}

// countedChoices is what the figures of a vote count, in their order.
var countedChoices = []string{agenda.For, agenda.Against, agenda.Abstained}
