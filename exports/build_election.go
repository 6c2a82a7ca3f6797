package exports

import (
	"slices"
	"strings"

	"minutebook/agenda"
)

// election adds one step of filling an office.
func (d *builder) election(it *agenda.Item, e *agenda.Entry) {
	if e.Election.What == agenda.Balloted {
		d.ballot(it, e)
		return
	}
	d.told(e, whole(d.chosen(e.Election)))
}

// chosen is a nomination, or who was elected.
func (p *printer) chosen(v *agenda.Election) string {
	s := p.s.Elections
	how := strings.ToLower(v.How)
	verb, other := s.Elected, fill(s.OtherHow, v.How)
	if v.What == agenda.Nominated {
		verb = s.Nominated
	} else if own, ok := s.Become[how]; ok {
		verb, other = own, ""
	}
	if own, ok := s.How[how]; ok {
		other = own
	}
	who := s.Nobody
	if names := p.candidates(v.Candidates); names != "" {
		who = names
	}
	words := fill(either(verb, max(1, len(v.Candidates))), who)
	if v.Office != "" {
		words += fill(s.As, v.Office)
	}
	words += p.proposed(v)
	if v.How != "" {
		words += other
	}
	return words
}

// proposed is who nominated and who seconded.
func (p *printer) proposed(v *agenda.Election) string {
	s := p.s.Elections
	movers, seconders := p.people(v.Movers), p.people(v.Seconders)
	switch {
	case movers != "" && seconders != "":
		return fill(s.Both, movers, seconders)
	case movers != "":
		return fill(s.By, movers)
	case seconders != "":
		return fill(s.Seconded, seconders)
	}
	return ""
}

// candidates names those who stand, with the figures that are known.
func (p *printer) candidates(list []agenda.Candidate) string {
	var all []person
	for _, c := range list {
		one := p.call(c.Who)
		if c.Count != "" {
			one.after = " (" + c.Count + ")"
		}
		if one.name != "" || one.after != "" {
			all = append(all, one)
		}
	}
	return p.join(p.groups(all))
}

// one names one person.
func (p *printer) one(w agenda.Who) string { return p.people([]agenda.Who{w}) }

// ballot adds a round of a ballot: a sentence, or a table where many stand.
func (d *builder) ballot(it *agenda.Item, e *agenda.Entry) {
	v, s := e.Election, d.s.Elections
	lead := d.round(it, e)
	var elected []agenda.Who
	for _, c := range v.Candidates {
		if c.Elected {
			elected = append(elected, c.Who)
		}
	}
	won := ""
	if names := d.people(elected); names != "" && !electedBelow(it, e, elected) {
		won = whole(fill(either(s.Elected, len(elected)), names))
	}
	if v.How != "" {
		won = sentences(won, whole(v.How))
	}
	if by := d.proposed(v); by != "" {
		lead += by
	}
	phrase := s.Figures
	if !slices.ContainsFunc(v.Candidates, func(c agenda.Candidate) bool { return c.Count != "" }) {
		phrase = s.Stood
	}
	if len(v.Candidates) < s.Long {
		d.told(e, sentences(whole(fill(phrase, lead, d.standing(v.Candidates))), won))
		return
	}
	d.add(plain(numbered(e, upperFirst(trim(fill(phrase, lead, ""))))), d.poll(v.Candidates))
	d.text(won)
	d.text(e.Text)
	d.points(e.Points)
}

// electedBelow is whether an entry further down the item says that those who won
// a ballot were elected.
func electedBelow(it *agenda.Item, ballot *agenda.Entry, won []agenda.Who) bool {
	below := it.Entries[1+slices.IndexFunc(it.Entries, func(e *agenda.Entry) bool { return e.ID == ballot.ID }):]
	return slices.ContainsFunc(below, func(e *agenda.Entry) bool {
		v := e.Election
		if v == nil || v.What != agenda.ElectedNow || v.Office != "" && !strings.EqualFold(v.Office, ballot.Election.Office) ||
			len(v.Candidates) != len(won) || e.ID.Closed() != ballot.ID.Closed() {
			return false
		}
		return !slices.ContainsFunc(v.Candidates, func(c agenda.Candidate) bool { return !slices.Contains(won, c.Who) })
	})
}

// standing is the candidates with their figures, in one sentence.
func (p *printer) standing(list []agenda.Candidate) string {
	var out []string
	known := slices.ContainsFunc(list, func(c agenda.Candidate) bool { return c.Count != "" })
	for _, c := range list {
		name := p.one(c.Who)
		switch {
		case known && c.Count == "" && name != "":
			name = fill(p.s.Elections.Unknown, name)
		case c.Count != "" && name != "":
			name = fill(p.s.Elections.Figure, name, c.Count)
		case c.Count != "":
			name = c.Count
		}
		if name != "" {
			out = append(out, name)
		}
	}
	if len(out) == 0 {
		return p.s.Elections.Nobody
	}
	return strings.Join(out, "; ")
}

// poll is the candidates with their figures as a table.
func (d *builder) poll(list []agenda.Candidate) Table {
	s := d.s.Elections
	rows := [][]string{s.Heads[:]}
	for _, c := range list {
		won := ""
		if c.Elected {
			won = s.Won
		}
		rows = append(rows, []string{d.one(c.Who), c.Count, won})
	}
	return Table{Head: slices.Clone(rows[0]), Rows: rows[1:], Right: []bool{false, Figures(rows, 1), false}}
}

// round is which ballot it is: of several for an office in the item the first,
// the second and so on.
func (p *printer) round(it *agenda.Item, e *agenda.Entry) string {
	s, office := p.s.Elections, e.Election.Office
	rounds, n := 0, 0
	for _, other := range it.Entries {
		if v := other.Election; v != nil && v.What == agenda.Balloted && v.Office == office {
			if rounds++; other.ID == e.ID {
				n = rounds
			}
		}
	}
	switch {
	case rounds > 1 && n > 0 && office != "":
		return fill(s.RoundFor, p.ordinal(n), office)
	case rounds > 1 && n > 0:
		return fill(s.Round, p.ordinal(n))
	case office != "":
		return fill(s.BallotFor, office)
	}
	return s.Ballot
}
