package notes

import (
	"slices"
	"strings"

	"minutebook/agenda"
)

// special is whether the words of a result or a method would be read as
// something else.
func special(words string) bool {
	method, _ := cutMethod(words)
	return method != "" || words == "?" || garbled.MatchString(words) || isVote(leading(words))
}

// writeVote is the fields of a vote: the method, the figures, who voted how,
// the result. There is always one.
func writeVote(m *agenda.Meeting, v *agenda.Vote) (fields []string) {
	known := slices.Contains(agenda.Methods, v.Method)
	guard := func(words string) string {
		field := escape(words, inFields)
		if special(words) {
			return `\` + field
		}
		return field
	}
	switch {
	case known:
		fields = append(fields, v.Method)
	case v.Method != "":
		fields = append(fields, guard(v.Method))
	}
	plain, figured := plainTallies(v.Tallies), false
	if plain > 0 {
		fields, figured = append(fields, writeFigures(v.Tallies[:plain])), true
	}
	for _, t := range v.Tallies[plain:] {
		count := t.Count
		if count == "" {
			count = "?"
		}
		fields = append(fields, writeChoice(t.Choice)+": "+count)
	}
	fields = append(fields, writeNamed(m, v.Named)...)
	if v.Casting != nil {
		fields = append(fields, strings.TrimRight("casting: "+writeCasting(m, v.Casting), " "))
	}
	if v.Held != "" {
		fields = append(fields, "by: "+escape(v.Held, inFields))
	}
	switch {
	case v.Result != "":
		fields = append(fields, guard(v.Result))
	case v.Method != "" && !known && !figured:
		fields = append(fields, "") // the last words without a colon are the result
	}
	if len(fields) == 0 {
		fields = append(fields, "?")
	}
	return fields
}

// joinFields puts the fields of a vote in one line: "6-1 carried" where there
// are no others.
func joinFields(fields []string, v *agenda.Vote) string {
	if len(fields) == 2 && v.Result != "" && plainTallies(v.Tallies) > 0 {
		line := fields[0] + " " + escape(v.Result, inFields)
		if tallies, rest := figures(line); len(tallies) == len(v.Tallies) && rest != line && strings.TrimLeft(line[len(fields[0]):], " ") == rest {
			return line
		}
	}
	return strings.TrimRight(strings.Join(fields, "; "), " ")
}

// plainTallies is how many of the tallies, from the first, are figures
// for-against-abstained.
func plainTallies(tallies []agenda.Tally) int {
	n := 0
	for n < len(tallies) && n < len(choices) && tallies[n].Choice == choices[n] {
		n++
	}
	if n < 2 {
		return 0
	}
	return n
}

// writeChoice is the word before who voted so.
func writeChoice(choice string) string {
	lower := strings.ToLower(choice)
	switch {
	case choice == "":
		return "?"
	case slices.Contains(agenda.Choices, choice):
		return choice
	case counted.MatchString(choice), slices.Contains(agenda.Choices, lower), lower == "casting", lower == "by", choice == "?",
		lower == "recorded", strings.HasPrefix(lower, "recorded "):
		return `\` + escape(choice, inFields)
	}
	return escape(choice, inFields)
}

// writeNamed is one field for each run of ballots of one choice.
func writeNamed(m *agenda.Meeting, named []agenda.Ballot) (fields []string) {
	for i := 0; i < len(named); {
		first, j := named[i], i
		var names []string
		for ; j < len(named) && named[j].Choice == first.Choice && named[j].Asked == first.Asked; j++ {
			names = append(names, writeVoter(m, named[j].Who, named[j].Weight))
		}
		word := writeChoice(first.Choice)
		if first.Asked {
			word = "recorded"
			if first.Choice != "" {
				word += " " + writeChoice(first.Choice)
			}
		}
		fields = append(fields, word+": "+strings.Join(names, ", "))
		i = j
	}
	return fields
}

func writeCasting(m *agenda.Meeting, c *agenda.Ballot) string {
	name := ""
	if c.Who != (agenda.Who{}) {
		name = writeVoter(m, c.Who, c.Weight)
	}
	short := strings.Trim(name+" "+c.Choice, " ")
	if again, _, p := castBy(m, frag{s: short}); p == nil && again == *c {
		return short
	}
	return strings.TrimRight(name+", "+escape(c.Choice, inFields), " ")
}
