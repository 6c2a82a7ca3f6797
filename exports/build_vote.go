package exports

import (
	"slices"
	"strings"

	"minutebook/agenda"
)

// vote adds a vote that makes a paragraph of its own. Where many are named,
// those of each choice are a line of a list.
func (d *builder) vote(it *agenda.Item, e *agenda.Entry) {
	first, groups, rest := d.voted(it, e, false)
	if len(groups) == 0 {
		d.told(e, sentences(whole(first), rest))
		return
	}
	d.add(plain(numbered(e, d.tag(upperFirst(first)))))
	l := make(List, 0, len(groups))
	for _, g := range groups {
		l = append(l, ListItem{plain(upperFirst(g))})
	}
	d.add(l)
	d.text(rest)
	d.text(e.Text)
	d.points(e.Points)
}

// long says whether a vote names so many that they need a list.
func (p *printer) long(v *agenda.Vote) bool { return len(unasked(v.Named)) >= p.s.Votes.Long }

// voted is a vote in words: a sentence without its end, which says the result
// and the figures, those who voted by their choice where they make a list, and
// the sentences behind. Nothing in it is counted or concluded from anything
// else. A vote that is put is one that directly follows its motion.
func (p *printer) voted(it *agenda.Item, e *agenda.Entry, put bool) (first string, groups []string, rest string) {
	v := e.Vote
	motion := p.theMotion(it, e.On)
	first = p.declared(v, motion, put)
	if f := p.figures(v.Tallies); f != "" {
		first += " (" + f + ")"
	}
	if motion == "" {
		motion = p.s.Votes.It
	}
	if p.long(v) {
		groups = p.choices(v.Named, p.s.Votes.Line)
	} else if inline := p.choices(v.Named, p.s.Votes.Group); len(inline) > 0 {
		first += p.s.Colon + strings.Join(inline, "; ")
	}
	after := p.asked(v.Named, motion)
	if v.Casting != nil {
		after = append(after, whole(p.casting(*v.Casting, motion)))
	}
	if p.equal(v) && v.Result != "" {
		after = append(after, whole(p.became(motion, v.Result)))
	}
	if v.Held != "" {
		after = append(after, whole(fill(p.s.Votes.Held, v.Held)))
	}
	return first, groups, strings.Join(after, " ")
}

func (p *printer) equal(v *agenda.Vote) bool { return strings.EqualFold(v.Method, p.s.Votes.Equal) }

// declared is the result of a vote and how it was taken.
func (p *printer) declared(v *agenda.Vote, motion string, put bool) string {
	s := p.s.Votes
	method := strings.ToLower(v.Method)
	if v.Result == "" || p.equal(v) {
		if motion == "" {
			motion = p.s.Motions.The[agenda.MainMotion]
		}
		if alone, ok := s.Alone[method]; ok {
			return fill(alone, motion)
		}
		return fill(s.OtherAlone, motion) + fill(s.Other, v.Method)
	}
	put = (put || motion == "") && !slices.Contains(s.NotPut, method)
	switch {
	case motion == "" && put:
		motion = s.It
	case motion == "":
		motion = p.s.Motions.The[agenda.MainMotion]
	}
	words := p.became(motion, v.Result)
	if p.sentence(v.Result) {
		words, put = strings.TrimSuffix(v.Result, "."), false
	}
	if put {
		words = fill(s.Put, words)
	}
	switch behind, ok := s.Behind[method]; {
	case ok && p.says(v.Result, method):
	case ok:
		words += behind
	case v.Method != "":
		words += fill(s.Other, v.Method)
	}
	return words
}

// sentence is whether a result is told in a sentence of its own: "Motion carried
// 5-0-1."
func (p *printer) sentence(result string) bool {
	first, _, more := strings.Cut(strings.ToLower(result), " ")
	return more && slices.Contains(p.s.Votes.Sentences, first)
}

// says is whether a result says the method too: "carried unanimously".
func (p *printer) says(result, method string) bool {
	result = strings.ToLower(result)
	return slices.ContainsFunc(p.s.Votes.Says[method], func(w string) bool { return strings.Contains(result, w) })
}

// figures lists what was counted. A figure that nobody stated is said to be
// unknown where others are known: it is not nought. Where none is known nothing
// is said.
func (p *printer) figures(tallies []agenda.Tally) string {
	var list []string
	known := false
	for _, t := range tallies {
		switch choice := p.choice(t.Choice); {
		case t.Count != "":
			known = true
			list = append(list, trim(choice+" "+t.Count))
		case choice != "":
			list = append(list, fill(p.s.Votes.Unknown, choice))
		}
	}
	if !known {
		return ""
	}
	return strings.Join(list, ", ")
}

// choice is what a choice is called: a word of the house, or as typed.
func (p *printer) choice(typed string) string {
	if word, ok := p.s.Votes.Choices[typed]; ok {
		return word
	}
	return typed
}

// byChoice groups ballots by their choice.
func byChoice(ballots []agenda.Ballot) (choices []string, of map[string][]agenda.Ballot) {
	of = map[string][]agenda.Ballot{}
	for _, b := range agenda.GroupBallots(ballots) {
		if of[b.Choice] == nil {
			choices = append(choices, b.Choice)
		}
		of[b.Choice] = append(of[b.Choice], b)
	}
	return choices, of
}

// voters names those who cast ballots, with the weights that were stated.
func (p *printer) voters(ballots []agenda.Ballot) string {
	var all []person
	for _, b := range ballots {
		one := p.call(b.Who)
		if b.Weight != "" {
			one.after = " (" + b.Weight + ")"
		}
		if one.name != "" || one.after != "" {
			all = append(all, one)
		}
	}
	return p.join(p.groups(all))
}

func unasked(ballots []agenda.Ballot) []agenda.Ballot {
	return slices.DeleteFunc(slices.Clone(ballots), func(b agenda.Ballot) bool { return b.Asked })
}

// requested is the votes that are recorded because those who cast them required it.
func requested(ballots []agenda.Ballot) []agenda.Ballot {
	return slices.DeleteFunc(slices.Clone(ballots), func(b agenda.Ballot) bool { return !b.Asked })
}

// choices names those who voted, by their choice, each in a phrase of the
// house: "for, Councillors Verma and Lunt".
func (p *printer) choices(ballots []agenda.Ballot, phrase string) []string {
	order, of := byChoice(unasked(ballots))
	var out []string
	for _, c := range order {
		word := p.choice(c)
		if c == "" {
			word = p.s.Votes.Silent
		}
		if who := p.voters(of[c]); who != "" {
			out = append(out, fill(phrase, word, who))
		}
	}
	return out
}

// asked is the sentences of votes that are recorded because those who cast them
// required it.
func (p *printer) asked(ballots []agenda.Ballot, motion string) []string {
	order, of := byChoice(requested(ballots))
	var out []string
	for _, c := range order {
		who := p.voters(of[c])
		if who == "" {
			continue
		}
		if words, ok := p.s.Votes.Asked[c]; ok {
			out = append(out, whole(fill(either(words, len(of[c])), who, motion)))
		} else {
			out = append(out, whole(fill(either(p.s.Votes.AskedOther, len(of[c])), who, p.choice(c))))
		}
	}
	return out
}

// casting is the casting vote; how it was cast may be unknown.
func (p *printer) casting(b agenda.Ballot, motion string) string {
	who := p.voters([]agenda.Ballot{b})
	if words, ok := p.s.Votes.Casting[b.Choice]; ok {
		return fill(words, who, motion)
	}
	return fill(p.s.Votes.CastingOther, who, p.choice(b.Choice))
}

// shortVote is a vote in the brackets behind a resolution, piece by piece.
func (p *printer) shortVote(v *agenda.Vote) []string {
	var words []string
	if method, ok := p.s.Short.Methods[v.Method]; ok {
		words = append(words, method)
	} else if v.Method != "" {
		words = append(words, v.Method)
	}
	if f := p.figures(v.Tallies); f != "" {
		words = append(words, f)
	}
	words = append(words, p.choices(v.Named, p.s.Votes.Line)...)
	order, asked := byChoice(requested(v.Named))
	for _, c := range order {
		if who := p.voters(asked[c]); who != "" {
			words = append(words, fill(p.s.Votes.AskedBy, trim(who+" "+p.choice(c))))
		}
	}
	if c := v.Casting; c != nil {
		words = append(words, trim(fill(p.s.Votes.CastingBy, p.voters([]agenda.Ballot{*c}))+" "+p.choice(c.Choice)))
	}
	if v.Held != "" {
		words = append(words, fill(p.s.Votes.HeldBy, v.Held))
	}
	if v.Result != "" {
		words = append(words, v.Result)
	}
	return words
}
