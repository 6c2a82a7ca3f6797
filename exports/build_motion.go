package exports

import (
	"slices"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// motion adds a motion. What directly follows it and says what became of it
// stands in the same paragraph.
func (d *builder) motion(it *agenda.Item, e *agenda.Entry, fate string) {
	texts := paragraphs(e.Text)
	first := ""
	if len(texts) > 0 {
		first, texts = texts[0], texts[1:]
	}
	d.add(plain(numbered(e, sentences(d.moved(e, first), fate))))
	for _, t := range texts {
		d.add(plain(t))
	}
	d.points(e.Points)
}

// moved is who moved and seconded, and the exact words.
func (p *printer) moved(e *agenda.Entry, words string) string {
	m, s := e.Motion, p.s.Motions
	how, ok := s.Moved[p.class(e)]
	if !ok {
		how = s.Moved[agenda.MainMotion]
	}
	movers, seconders := p.people(m.Movers), p.people(m.Seconders)
	sentence := how.Nobody
	switch {
	case movers != "" && seconders != "":
		sentence = fill(how.Both, movers, seconders)
	case movers != "":
		sentence = fill(how.Mover, movers)
	case seconders != "":
		sentence = fill(how.Seconder, seconders)
	}
	if len(m.Items) > 0 {
		sentence = fill(s.Deciding, sentence, p.items(m.Items))
	}
	if words == "" {
		return stop(sentence)
	}
	return fill(s.Words, sentence, words)
}

// class is the class of a motion as the house style has it, where an amendment
// to an amendment is one of its own.
func (p *printer) class(e *agenda.Entry) string {
	if e.Motion.Class == agenda.Amendment {
		if _, on, ok := p.m.Find(e.On); ok && on.Motion != nil && on.Motion.Class == agenda.Amendment {
			return agenda.FurtherAmendment
		}
	}
	if _, ok := p.s.Motions.The[e.Motion.Class]; !ok {
		return agenda.MainMotion
	}
	return e.Motion.Class
}

// theMotion is how a sentence of the item calls a motion: "the amendment", or
// "the first amendment" where its item has another of its class, before it or
// behind. Whatever is private business counts only for what is private too. It
// is empty where the motion is not known.
func (p *printer) theMotion(it *agenda.Item, on agenda.ID) string {
	home, e, ok := p.m.Find(on)
	if !ok || on == 0 || e.Motion == nil {
		return ""
	}
	class := p.class(e)
	nth, all := 0, 0
	for _, other := range home.Entries {
		if other.Motion == nil || p.class(other) != class || other.ID.Closed() && !on.Closed() {
			continue
		}
		if all++; other.ID == on {
			nth = all
		}
	}
	called := p.s.Motions.The[class]
	if all > 1 {
		called = fill(p.s.Motions.Nth[class], p.ordinal(nth))
	}
	if home.ID != it.ID {
		called = fill(p.s.Motions.Elsewhere, called, p.items([]agenda.ItemRef{{ID: home.ID}}))
	}
	return called
}

// ordinal is first, second…; beyond the words of the house a figure.
func (p *printer) ordinal(n int) string {
	if n >= 1 && n <= len(p.s.Motions.Ordinals) {
		return p.s.Motions.Ordinals[n-1]
	}
	return fill(p.s.Motions.Ordinal, strconv.Itoa(n))
}

// became says what became of a motion, in the words of the record: "the motion
// was carried", "the motion fell for want of a seconder".
func (p *printer) became(motion, words string) string {
	s := p.s.Motions
	first := strings.ToLower(words)
	if i := strings.IndexAny(first, " ,;:."); i >= 0 {
		first = first[:i]
	}
	switch {
	case slices.Contains(s.WasWords, first):
		return fill(s.Was, motion, words)
	case slices.Contains(s.OwnWords, first):
		return fill(s.Did, motion, words)
	}
	return fill(s.Became, motion, words)
}

// settled is what became of a motion without a vote.
func (p *printer) settled(it *agenda.Item, e *agenda.Entry) string {
	motion := p.theMotion(it, e.On)
	if motion == "" {
		motion = p.s.Motions.The[agenda.MainMotion]
	}
	o := agenda.Outcome{}
	if e.Outcome != nil {
		o = *e.Outcome
	}
	said := p.unlabelled(it, trim(o.Said()))
	if said == "" && o.Reason == "" {
		return ""
	}
	if said == "" {
		return whole(motion + p.s.Colon + o.Reason)
	}
	words := p.became(motion, said)
	if o.Reason != "" {
		words = p.since(words, o.Reason)
	}
	return whole(words)
}

// unlabelled puts what the motions are called in sentences in the place of
// their labels, which are not printed: "replaced by m2".
func (p *printer) unlabelled(it *agenda.Item, words string) string {
	labels := it.Labels()
	if len(labels) == 0 {
		return words
	}
	list := strings.Split(words, " ")
	for i, w := range list {
		for id, label := range labels {
			if w == label {
				list[i] = p.theMotion(it, id)
			}
		}
	}
	return strings.Join(list, " ")
}

// takenBack says that a vote, or the vote of one person, does not stand.
func (p *printer) takenBack(it *agenda.Item, e *agenda.Entry) string {
	s := p.s.Motions
	motion := ""
	if _, v, ok := p.m.Find(e.On); ok && e.On != 0 {
		if motion = p.theMotion(it, v.On); v.Motion != nil { // the motion itself
			motion = p.theMotion(it, v.ID)
		}
	}
	words := s.VoteTakenBack
	who := ""
	if e.Strike != nil {
		who = p.people([]agenda.Who{e.Strike.Who})
	}
	switch {
	case who != "" && motion != "":
		words = fill(s.BallotBack, who, motion)
	case who != "":
		words = fill(s.BallotAlone, who)
	case motion != "":
		words = fill(s.TakenBack, motion)
	}
	return words
}

// reasoned adds a sentence with the clerk's words behind it as its reason.
func (d *builder) reasoned(e *agenda.Entry, words string) {
	texts := paragraphs(e.Text)
	if len(texts) > 0 {
		words += d.s.Colon + texts[0]
		texts = texts[1:]
	}
	rest := *e
	rest.Text = strings.Join(texts, "\n")
	d.told(&rest, whole(words))
}

// fate is the sentence of an entry that directly follows a motion and says what
// became of it, where both make one paragraph; empty where they do not.
func (d *builder) fate(it *agenda.Item, motion, next *agenda.Entry) string {
	if next.On != motion.ID || next.Number != "" || next.Text != "" || len(next.Points) > 0 ||
		len(motion.Points) > 0 || !ended(motion.Text) || len(paragraphs(motion.Text)) != 1 || next.ID.Closed() != motion.ID.Closed() {
		return ""
	}
	switch {
	case next.Kind == agenda.Voted && next.Vote != nil && !d.long(next.Vote):
		first, _, rest := d.voted(it, next, true)
		return sentences(whole(first), rest)
	case next.Kind == agenda.Settled && next.Outcome != nil:
		return d.settled(it, next)
	}
	return ""
}
