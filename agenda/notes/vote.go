package notes

import (
	"slices"
	"strings"

	"minutebook/agenda"
)

// fieldWords is the words of a field; guarded is whether a \ before them makes
// them plain.
func fieldWords(f frag) (words string, guarded bool) {
	plain, guarded := unguard(f.s, inFields)
	return agenda.CleanLine(unescape(plain, inFields)), guarded
}

// cutMethod takes a method off the front of s.
func cutMethod(s string) (method, rest string) {
	lower := strings.ToLower(s)
	for _, m := range agenda.Methods {
		if lower == m || strings.HasPrefix(lower, m+" ") && len(m) > len(method) {
			method, rest = m, strings.TrimLeft(s[len(m):], " ")
		}
	}
	return method, rest
}

// ballotReader reads the fields of one vote.
type ballotReader struct {
	*scribe
	v       agenda.Vote
	figured bool
}

// vote reads the fields of a vote; nil where they say nothing. A field with a
// colon is who voted how, one without is figures, a method or, at the end, the
// result.
func (s *scribe) vote(fields []frag) *agenda.Vote {
	b := ballotReader{scribe: s}
	last := -1
	for i, f := range fields {
		if _, _, colon := f.choice(); !colon {
			last = i
		}
	}
	for i, f := range fields {
		if word, value, colon := f.choice(); colon {
			b.field(word.trim(), value.trim())
		} else if f.s != "" {
			b.plain(f, i == 0, i == last)
		}
	}
	v := b.v
	if v.Method == "" && v.Tallies == nil && v.Named == nil && v.Casting == nil && v.Held == "" && v.Result == "" {
		return nil
	}
	return &v
}

// plain reads a field without a colon.
func (b *ballotReader) plain(f frag, first, last bool) {
	v := &b.v
	words, guarded := fieldWords(f)
	tallies, rest := figures(f.s)
	method, after := cutMethod(f.s)
	switch {
	case guarded:
	case f.s == "?":
		return
	case tallies != nil && !b.figured:
		v.Tallies, b.figured = append(v.Tallies, tallies...), true
		b.result(f.from(len(f.s)-len(rest)), unescape(rest, inFields))
		return
	case tallies == nil && garbled.MatchString(f.s):
		b.expected(f, quoted(f.s), "figures for, against, abstained, like 6-1-2, with ? for one that is not known; a \\ before it makes it words")
		return
	case method != "" && v.Method == "" && after == "":
		v.Method = method
		return
	case method != "" && v.Method == "" && first && b.follows(after):
		v.Method = method
		b.plain(f.from(len(f.s)-len(after)), false, true)
		return
	}
	switch {
	case last:
		b.result(f, words)
	case v.Method == "":
		v.Method = words
	default:
		v.Method += "; " + words
	}
}

// choice splits "WORD: NAMES"; figures with a colon between them ("12:3:1")
// name nobody.
func (f frag) choice() (word, value frag, ok bool) {
	word, value, ok = f.cutNames(':')
	if tallies, _ := figures(f.s); ok && tallies != nil && counted.MatchString(word.s) {
		return f, frag{}, false
	}
	return word, value, ok
}

// follows is whether words behind a method are its figures or the result, so
// that they are not one phrase.
func (b *ballotReader) follows(words string) bool {
	tallies, _ := figures(words)
	return tallies != nil || agenda.Declares(words)
}

func (b *ballotReader) result(f frag, words string) {
	switch words = agenda.CleanLine(words); {
	case words == "":
	case b.v.Result != "":
		b.expected(f, quoted(words)+", a second result", "one result, at the end")
	default:
		b.v.Result = words
	}
}

// field reads "WORD: VALUE".
func (b *ballotReader) field(word, value frag) {
	choice, guarded := fieldWords(word)
	lower := strings.ToLower(choice)
	known := slices.Contains(agenda.Choices, lower)
	switch {
	case guarded:
	case lower == "casting":
		b.casting(word, value)
		return
	case lower == "by":
		b.held(word, value)
		return
	case lower == "recorded", strings.HasPrefix(lower, "recorded "):
		b.recorded(word, value)
		return
	case known:
		choice = lower
	case choice == "?":
		choice = ""
	default:
		if near := Nearest(choice, append([]string{"casting", "recorded"}, agenda.Choices...)); near != "" {
			b.wrong(word, Problem{Found: quoted(choice) + ", which is kept as it is", Expected: "a word for a vote", Nearest: near, Warning: true})
		}
	}
	if count := value.s; count == "?" || count != "" && strings.Trim(count, "0123456789") == "" {
		b.v.Tallies = append(b.v.Tallies, agenda.Tally{Choice: choice, Count: strings.TrimPrefix(count, "?")})
		return
	}
	b.names(word, value, func(who agenda.Who, weight string) {
		b.v.Named = append(b.v.Named, agenda.Ballot{Who: who, Choice: choice, Weight: weight})
	})
}

// names reads who voted one way, each with a weight perhaps.
func (b *ballotReader) names(word, value frag, vote func(who agenda.Who, weight string)) {
	some := false
	for _, one := range value.splitVoters() {
		if one.s == "" {
			continue
		}
		some = true
		if who, weight, p := voter(&b.r.Open, one); p != nil {
			b.wrong(one, *p)
		} else {
			vote(who, weight)
		}
	}
	if !some {
		b.expected(word, quoted(word.s)+" and no name", "who voted so, like "+word.s+": Verma, Lunt")
	}
}

// recorded marks the ballots of those who required that it be recorded how they
// voted; one that was not named so far is added.
func (b *ballotReader) recorded(word, value frag) {
	choice, guarded := fieldWords(word.from(len("recorded")).trim())
	if lower := strings.ToLower(choice); !guarded && slices.Contains(agenda.Choices, lower) {
		choice = lower
	}
	for _, one := range value.splitVoters() {
		if one.s == "" {
			continue
		}
		name, chosen := one, choice
		who, weight, p := voter(&b.r.Open, one)
		if rest, c, ok := one.cutChoice(); p != nil && chosen == "" && ok {
			name, chosen = rest, c
			who, weight, p = voter(&b.r.Open, rest)
		}
		if p != nil {
			b.wrong(name, *p)
			continue
		}
		b.ask(agenda.Ballot{Who: who, Choice: chosen, Weight: weight, Asked: true})
	}
	if value.s == "" {
		b.expected(word, quoted(word.s)+" and no name", "who required it, like recorded: Pike")
	}
}

func (b *ballotReader) ask(asked agenda.Ballot) {
	for i := range b.v.Named {
		n := &b.v.Named[i]
		if n.Who == asked.Who && !n.Asked && (asked.Choice == "" || n.Choice == asked.Choice) && (asked.Weight == "" || n.Weight == asked.Weight) {
			n.Asked = true
			return
		}
	}
	b.v.Named = append(b.v.Named, asked)
}

// casting reads "NAME CHOICE", each of which may be missing, or "NAME, WORDS".
func (b *ballotReader) casting(word, value frag) {
	if b.v.Casting != nil {
		b.expected(word, "a second casting vote", "one of them")
		return
	}
	vote, name, p := castBy(&b.r.Open, value)
	if p != nil {
		b.wrong(name, *p)
		return
	}
	b.v.Casting = &vote
}

// castBy is a casting vote; name is where its name stands.
func castBy(m *agenda.Meeting, f frag) (vote agenda.Ballot, name frag, p *Problem) {
	name, words, comma := f.cutNames(',')
	switch {
	case comma:
		name = name.trim()
		vote.Choice = agenda.CleanLine(unescape(words.trim().s, inFields))
	case slices.Contains(agenda.Choices, strings.ToLower(f.s)):
		return agenda.Ballot{Choice: strings.ToLower(f.s)}, f, nil
	}
	if name.s == "" {
		return vote, name, nil
	}
	if vote.Who, vote.Weight, p = voter(m, name); p == nil || comma {
		return vote, name, p
	}
	if rest, choice, ok := name.cutChoice(); ok {
		vote.Who, vote.Weight, p = voter(m, rest)
		vote.Choice, name = choice, rest
	}
	return vote, name, p
}

func (b *ballotReader) held(word, value frag) {
	words := agenda.CleanLine(unescape(value.s, inFields))
	switch {
	case words == "":
		b.expected(word, quoted(word.s)+" and no words", "how it was held, like by: e-mail")
	case b.v.Held != "":
		b.expected(word, "a second “by:”", "one of them")
	default:
		b.v.Held = words
	}
}

// ReadVote reads what stands behind "/vote LABEL": figures, a method, who voted
// how, how it was held, and the result. An empty line says nothing. The error is
// Problems.
func ReadVote(m *agenda.Meeting, line string) (agenda.Vote, error) {
	const word = "/vote "
	units := split(word + agenda.CleanLine(line))
	s := scribe{r: agenda.Record{Open: *m}, unit: units[0]}
	f := units[0].frag()
	if len(f.s) <= len(word) {
		return agenda.Vote{}, nil
	}
	v := s.vote(f.from(len(word)).splitNames(';'))
	if wrong, _ := s.problems.sorted(""); len(wrong) > 0 {
		return agenda.Vote{}, wrong
	}
	if v == nil {
		return agenda.Vote{}, nil
	}
	return *v, nil
}
