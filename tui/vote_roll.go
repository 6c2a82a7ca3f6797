package tui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/agenda"
)

// roll is who may vote, as the vote screen calls them. Initials that nobody was
// given in the roster are made here, each its own, and are never written down.
type roll struct {
	voters   []rollVoter
	m        agenda.Meeting
	initials map[string][]int // by what is typed, in small letters
	names    map[string][]int
	longest  int // words of the longest name
}

// rollVoter is a line of the roll.
type rollVoter struct {
	agenda.Elector
	initials string
	filed    string   // "Lunt, Jo"
	words    []string // of the name, in small letters
}

// newRoll is the roll in the order of surnames.
func newRoll(m agenda.Meeting, voters []agenda.Elector) *roll {
	r := &roll{m: m, initials: map[string][]int{}, names: map[string][]int{}, longest: 1}
	for _, v := range voters {
		r.voters = append(r.voters, rollVoter{Elector: v, initials: v.Initials, filed: v.Filed()})
	}
	slices.SortStableFunc(r.voters, func(v, w rollVoter) int {
		return strings.Compare(strings.ToLower(v.filed), strings.ToLower(w.filed))
	})
	r.derive()
	for i := range r.voters {
		v := &r.voters[i]
		v.words = strings.Fields(strings.ToLower(v.Name + " " + v.Office))
		r.initials[strings.ToLower(v.initials)] = append(r.initials[strings.ToLower(v.initials)], i)
		seen := map[string]bool{}
		for _, name := range []string{v.Surname(), v.Short(), v.Name, v.Full(), v.Office} {
			name = strings.ToLower(strings.Join(strings.Fields(name), " "))
			if name == "" || seen[name] {
				continue
			}
			seen[name] = true
			r.names[name] = append(r.names[name], i)
			r.longest = max(r.longest, strings.Count(name, " ")+1)
		}
	}
	return r
}

// derive gives initials to those who have none: the first letters of the name,
// then more of the surname, then a number, until they are nobody else's.
func (r *roll) derive() {
	taken := map[string]int{}
	for _, v := range r.voters {
		taken[strings.ToLower(v.initials)]++
	}
	var without []int
	for i, v := range r.voters {
		if v.initials == "" {
			without = append(without, i)
		}
	}
	for more := 0; len(without) > 0; more++ {
		made, wants := map[int]string{}, map[string]int{}
		for _, i := range without {
			made[i] = madeInitials(r.voters[i].Attendee, more)
			if more > 4 {
				made[i] = fmt.Sprintf("%s%d", madeInitials(r.voters[i].Attendee, 0), i+1)
			}
			wants[strings.ToLower(made[i])]++
		}
		var rest []int
		for _, i := range without {
			key := strings.ToLower(made[i])
			if more < 6 && (wants[key] > 1 || taken[key] > 0 || voteWord(key)) {
				rest = append(rest, i)
				continue
			}
			r.voters[i].initials = made[i]
		}
		for _, i := range without {
			if r.voters[i].initials != "" {
				taken[strings.ToLower(r.voters[i].initials)]++
			}
		}
		without = rest
	}
}

// madeInitials is the first letters of a name; where they are somebody else's
// too, with more letters of the last word, then of the first.
func madeInitials(a agenda.Attendee, more int) string {
	name := a.Name
	if name == "" {
		name = a.Office
	}
	words := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '-' })
	var b strings.Builder
	for i, w := range words {
		letters := 1
		if i == len(words)-1 && more <= 2 {
			letters += more
		} else if i == 0 && more > 2 {
			letters = more - 1
		}
		runes := []rune(w)
		b.WriteRune(unicode.ToUpper(runes[0]))
		b.WriteString(strings.ToLower(string(runes[1:min(len(runes), letters)])))
	}
	if b.Len() == 0 {
		return "?"
	}
	return b.String()
}

// find is whom a word or a few can mean: initials, else a name, else the
// beginning of one, of at least three letters.
func (r *roll) find(words string) []int {
	words = strings.ToLower(words)
	if name, nth, ok := strings.Cut(words, "#"); ok { // the one of several of that name
		n, err := strconv.Atoi(nth)
		if err == nil && n > 0 && n <= len(r.voters) && slices.Contains(r.names[name], n-1) {
			return []int{n - 1}
		}
		return nil
	}
	if hits := r.initials[words]; len(hits) > 0 {
		return hits
	}
	if hits := r.names[words]; len(hits) > 0 {
		return hits
	}
	if utf8.RuneCountInString(words) < 3 {
		return nil
	}
	var hits []int
	for i := range r.voters {
		if slices.ContainsFunc(r.voters[i].words, func(w string) bool { return strings.HasPrefix(w, words) }) {
			hits = append(hits, i)
		}
	}
	return hits
}

// called is words that mean one voter and nobody else.
func (r *roll) called(i int) string {
	v := r.voters[i]
	for _, words := range []string{strings.ToLower(v.initials), v.Surname(), v.Name} {
		if hits := r.find(words); len(hits) == 1 && hits[0] == i {
			if strings.ContainsAny(words, " ,;:") {
				return `"` + words + `"`
			}
			return words
		}
	}
	return fmt.Sprintf(`"%s#%d"`, v.Name, i+1)
}
