package tui

import (
	"fmt"
	"slices"
	"strings"

	"minutebook/agenda"
)

// saidVote is what the line of the vote screen says, as far as it is typed. The
// long form is that of the notation, "all; against: bc, ig; carried"; the short
// form is initials alone: "bc ig -ph".
type saidVote struct {
	all     bool            // everybody in the room is for, the named excepted
	named   []saidName      // in the order typed
	nobody  map[string]bool // choices that nobody is to be listed under
	asked   map[int]bool    // those whose vote is recorded because they asked
	casting *saidName       // the casting vote; who is -1 where nobody was named
	plain   []string        // fields for the reader of the notation
	result  string          // other words for the result
	figures bool            // figures stand there
	saidFor bool            // those for are named
	method  string          // how it was taken
	last    *saidName       // the name the line ends with
	unclear *unclear        // the first word that means several people
	problem string          // what is wrong with the first word that means nothing
	// nobodyHere is that word.
	nobodyHere string
}

// saidName is one person and what they did.
type saidName struct {
	who    int
	choice string
	typed  string
}

// unclear is a word that several people are called by.
type unclear struct {
	typed string
	who   []int
	from  int // where it stands in the line, in bytes
}

// voteMarks are short for the choices. They are the marks of the roll where the
// keyboard has them.
var voteMarks = map[byte]string{'-': agenda.Abstained, '.': agenda.NotThere, '*': agenda.Conflict, '+': agenda.For}

// voteChoices are the words that what follows is listed under.
var voteChoices = map[string]string{
	"for": agenda.For, "against": agenda.Against, "abstained": agenda.Abstained, "abstaining": agenda.Abstained, "abstain": agenda.Abstained,
	"no vote": agenda.NoVote, "away": agenda.Away, "absent": agenda.NotThere, "interest": agenda.Conflict,
}

// voteMethods are the ways to vote without figures, longest first, and what is
// recorded.
var voteMethods = []struct{ words, method string }{
	{"without objection", "without objection"}, {"without a vote", "without a vote"}, {"general consent", "general consent"},
	{"secret ballot", "secret ballot"}, {"by ballot", "ballot"}, {"unanimously", "unanimous"}, {"unanimous", "unanimous"},
	{"weighted", "weighted"}, {"ballot", "ballot"},
}

// voteResults begin words of a result.
var voteResults = []string{"carried", "lost", "equal", "agreed", "fell", "rejected", "defeated", "passed"}

// voteWord is whether a word means something in the line of a vote, so that
// nobody may be called by it.
func voteWord(word string) bool {
	_, choice := voteChoices[word]
	return choice || slices.Contains(voteResults, word) || slices.Contains([]string{"all", "casting", "recorded", "none", "nobody", "no", "by", "vote"}, word)
}

// sayVote understands a line.
func sayVote(r *roll, text string) *saidVote {
	s := &saidVote{nobody: map[string]bool{}, asked: map[int]bool{}}
	at := 0
	for i, part := range strings.Split(text, ";") {
		p := partOf{saidVote: s, roll: r, index: i, choice: agenda.Against, words: voteTokens(part, at)}
		p.read(part)
		at += len(part) + 1
	}
	return s
}

// voteToken is a word of the line.
type voteToken struct {
	text  string
	at    int
	ends  bool // a comma stands behind it
	whole bool // it stood in quotes
}

// voteTokens parts a text at blanks and commas; what stands in quotes is one.
func voteTokens(text string, at int) (out []voteToken) {
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == ' ':
			i++
		case c == ',':
			if len(out) > 0 {
				out[len(out)-1].ends = true
			}
			i++
		case c == '"':
			end := strings.IndexByte(text[i+1:], '"')
			if end < 0 {
				end = len(text) - i - 1
			}
			out = append(out, voteToken{text: text[i+1 : i+1+end], at: at + i, whole: true})
			i += end + 2
		default:
			end := strings.IndexAny(text[i:], " ,")
			if end < 0 {
				end = len(text) - i
			}
			out = append(out, voteToken{text: text[i : i+end], at: at + i})
			i += end
		}
	}
	return out
}

// partOf is the words between two semicolons.
type partOf struct {
	*saidVote
	roll     *roll
	index    int
	choice   string
	recorded bool // what follows was recorded at their own request
	cast     bool // what follows is the casting vote
	words    []voteToken
}

func (p *partOf) read(part string) {
	if len(p.words) > 0 && strings.EqualFold(p.words[0].text, "by:") {
		p.plain = append(p.plain, strings.TrimSpace(part))
		return
	}
	for i := 0; i < len(p.words); {
		if n := p.word(i); n > 0 {
			i += n
			continue
		}
		if rest := p.rest(i); p.result == "" && (p.index > 0 && i == 0 || slices.Contains(voteResults, strings.ToLower(p.words[i].text))) {
			p.result = rest
			return
		}
		if p.problem == "" {
			p.nobodyHere = p.words[i].text
			p.problem = fmt.Sprintf("“%s” is nobody who votes here.", p.nobodyHere)
		}
		p.last = nil
		i++
	}
}

// rest is the words from one on, as typed but for the blanks.
func (p *partOf) rest(from int) string {
	var b strings.Builder
	for i, w := range p.words[from:] {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
		if w.ends {
			b.WriteByte(',')
		}
	}
	return b.String()
}

// word understands what stands at i and returns how many words that took, 0
// where it means nothing.
func (p *partOf) word(i int) int {
	w := p.words[i]
	lower := strings.ToLower(w.text)
	switch {
	case w.whole:
		return p.name(i)
	case lower == "all" || lower == "all:":
		p.all = true
		return 1
	case isFigures(lower):
		p.plain, p.figures = append(p.plain, w.text), true
		return 1
	case lower == "none" || lower == "nobody":
		p.nobody[p.choice] = true
		return 1
	case lower == "casting" || lower == "casting:":
		p.cast, p.casting = true, &saidName{who: -1}
		return 1
	case lower == "recorded:":
		p.recorded = true
		return 1
	}
	if n := p.heading(i, lower); n > 0 {
		return n
	}
	for _, m := range voteMethods {
		if n := p.phrase(i, m.words); n > 0 && p.method == "" {
			p.method = m.method
			return n
		}
	}
	if choice, ok := voteMarks[lower[0]]; ok {
		if p.choice, p.recorded, p.cast = choice, false, false; len(w.text) == 1 {
			return 1
		}
		p.words[i].text, p.words[i].at = w.text[1:], w.at+1
		return p.name(i)
	}
	return p.name(i)
}

// heading is a word that those behind it are listed under, with its colon or
// without.
func (p *partOf) heading(i int, lower string) int {
	word, colon := strings.CutSuffix(lower, ":")
	n := 1
	if word == "no" && i+1 < len(p.words) {
		next := strings.ToLower(p.words[i+1].text)
		if rest, more := strings.CutSuffix(next, ":"); rest == "vote" {
			word, colon, n = "no vote", more, 2
		}
	}
	choice, ok := voteChoices[word]
	switch {
	case p.cast && ok:
		p.casting.choice = choice
		return n
	case ok:
	case colon && strings.Trim(word, "0123456789") != "" && word != "by":
		choice = p.words[i].text[:len(word)] // any other word is kept
	default:
		return 0
	}
	p.choice, p.recorded, p.cast = choice, false, false
	p.saidFor = p.saidFor || choice == agenda.For
	return n
}

// phrase is how many words a phrase takes at i.
func (p *partOf) phrase(i int, phrase string) int {
	words := strings.Fields(phrase)
	if i+len(words) > len(p.words) {
		return 0
	}
	for n, w := range words {
		if !strings.EqualFold(p.words[i+n].text, w) {
			return 0
		}
	}
	return len(words)
}

// name takes the longest name that stands at i.
func (p *partOf) name(i int) int {
	n := 1
	for n < p.roll.longest && i+n < len(p.words) && !p.words[i+n-1].ends {
		n++
	}
	for ; n > 0; n-- {
		words := make([]string, n)
		for k := range n {
			words[k] = p.words[i+k].text
		}
		typed := strings.Join(words, " ")
		switch hits := p.roll.find(typed); {
		case len(hits) == 1:
			p.take(saidName{who: hits[0], choice: p.choice, typed: typed})
			return n
		case len(hits) > 1:
			if p.unclear == nil {
				p.unclear = &unclear{typed: typed, who: hits, from: p.words[i].at}
			}
			return n
		}
	}
	return 0
}

func (p *partOf) take(name saidName) {
	switch {
	case p.cast:
		p.casting.who = name.who
		return
	case p.recorded:
		p.asked[name.who] = true
		return
	}
	p.named = append(p.named, name)
	p.last = &p.named[len(p.named)-1]
}
