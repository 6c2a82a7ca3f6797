package tui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// caution points at what does not go together; it is kept all the same. Empty:
// there is nothing.
func (v *vote) caution() string {
	f := v.facts()
	if f.problem != "" && !f.roll.begun(v.line.Text()) {
		return "“" + f.nobodyHere + "” is nobody here."
	}
	if who := v.against(); who != "" && v.method() == "unanimous" {
		return "Unanimous, and " + who + " against."
	}
	if lean, known := f.lean(); known && lean != 0 && v.casting() != nil {
		return "A casting vote, and the votes are not equal."
	}
	return ""
}

// doubtful is whether the line cannot be kept as it stands, so that nothing of
// what is proposed holds.
func (v *vote) doubtful() bool {
	f := v.facts()
	return f.wrong != "" && !(f.problem != "" && f.roll.begun(v.line.Text()))
}

// method is how the vote was taken, as typed, else as chosen.
func (v *vote) method() string {
	if f := v.facts(); f.method != "" {
		return f.method
	}
	return voteHows[v.how].method
}

// against is who voted against, with its verb; empty: nobody is known to have.
func (v *vote) against() string {
	f := v.facts()
	var names []string
	for i, choice := range f.choices {
		if choice == agenda.Against {
			names = append(names, rollName(f.roll.voters[i]))
		}
	}
	switch {
	case len(names) == 1:
		return names[0] + " is"
	case len(names) > 1 && len(names) < 4:
		return strings.Join(names, ", ") + " are"
	case len(names) > 0:
		return fmt.Sprintf("%d are", len(names))
	}
	if len(f.tallies) > 1 {
		if n, err := strconv.Atoi(f.tallies[1].Count); err == nil && n == 1 {
			return "1 is"
		} else if err == nil && n > 1 {
			return fmt.Sprintf("%d are", n)
		}
	}
	return ""
}

// begun is whether a line ends in a word that is still being typed: the
// beginning of somebody's initials or name, of figures or of a word of a vote.
func (r *roll) begun(text string) bool {
	at := strings.LastIndexAny(text, " ,;") + 1
	word := strings.ToLower(strings.TrimLeft(text[at:], "+-*.\""))
	if word == "" {
		return false
	}
	if said := sayVote(r, text[:at]); said.problem != "" {
		return false // another word is wrong already
	}
	for _, v := range r.voters {
		if strings.HasPrefix(strings.ToLower(v.initials), word) || slices.ContainsFunc(v.words, func(w string) bool { return strings.HasPrefix(w, word) }) {
			return true
		}
	}
	known := slices.Concat(voteResults, []string{"all", "casting", "recorded", "none", "nobody", "no", "by"})
	for choice := range voteChoices {
		known = append(known, choice)
	}
	for _, m := range voteMethods {
		known = append(known, strings.Fields(m.words)...)
	}
	return strings.Trim(word, "0123456789-–?") == "" || slices.ContainsFunc(known, func(w string) bool { return strings.HasPrefix(w, word) })
}

// keeps is exactly what enter would keep, in a few words.
func (v *vote) keeps() string {
	if v.doubtful() {
		return "not kept as it stands"
	}
	made := v.made()
	facts := []string{made.Result}
	if made.Result == "" {
		facts[0] = "no result"
	}
	if made.Casting != nil {
		facts[0] += " by the casting vote"
	}
	if made.Method != "" {
		facts = append(facts, made.Method)
	}
	names, figures := "no names", "no figures"
	if n := len(made.Named); n > 0 {
		names = count(n, "name", "names")
	}
	if len(made.Tallies) > 0 {
		var counts []string
		for _, t := range made.Tallies {
			if t.Count == "" {
				t.Count = "?"
			}
			counts = append(counts, t.Count)
		}
		figures = strings.Join(counts, "-")
	}
	return "keeps: " + strings.Join(append(facts, names, figures), ", ")
}

// hint is the short ways to name people, with initials of this roll.
func (v *vote) hint() string {
	marks := []struct{ mark, words string }{{"", "against"}, {"-", "abstained"}, {"*", "interest"}, {".", "absent"}}
	f, out := v.facts(), []string(nil)
	for i, w := range f.roll.voters {
		if w.Choice == agenda.For && i != f.chair && len(out) < len(marks) {
			m := marks[len(out)]
			out = append(out, m.mark+f.roll.called(i)+" "+m.words)
		}
	}
	return strings.Join(append(out, "names too"), ", ")
}

// mayVote is how many of those on the roll may vote, and why the others may not.
func (v *vote) mayVote() string {
	f := v.facts()
	n, counts := len(f.roll.voters), map[string]int{}
	for _, w := range f.roll.voters {
		counts[w.Choice]++
	}
	if counts[agenda.For] == n {
		return count(n, "member", "members") + " may vote"
	}
	words := fmt.Sprintf("%d of %d may vote", counts[agenda.For], n)
	var why []string
	for _, c := range []string{agenda.NotThere, agenda.Conflict} {
		if counts[c] > 0 {
			why = append(why, fmt.Sprintf("%d %s", counts[c], c))
		}
	}
	return words + " " + glyphDot + " " + strings.Join(why, ", ")
}
