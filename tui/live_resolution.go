package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// proposed is what was put into the composer as a resolution: its text, and the
// motion whose words they are; zero: none.
type proposed struct {
	text   string
	motion agenda.ID
	fresh  bool // nothing was done with it yet: the mark of another entry takes its place
}

// recommendation is words to decide: as a resolution in the notation, and as
// the words of a motion.
type recommendation struct {
	text, motion string
	on           agenda.ID // the motion that was carried; zero: none was
	from         string    // what it is, for the message
}

// resolutions is what can be decided in an item, the likeliest first: the words
// of motions that were carried, then the recommendations.
func (l *live) resolutions(it *agenda.Item) []recommendation {
	var out []recommendation
	for _, s := range it.ToResolve(l.house().Results) {
		e := s.Motion
		out = append(out, recommendation{text: l.asResolution(it, e.Text), on: e.ID, from: s.Label + " as carried"})
	}
	amended := slices.ContainsFunc(it.Entries, func(e *agenda.Entry) bool {
		return e.Motion != nil && e.Motion.Class == agenda.Substantive
	})
	for _, r := range l.recommendations(it) {
		if amended {
			r.from += ", not as amended"
		}
		out = append(out, r)
	}
	return out
}

// recommendations is what the paper of an item recommends and what is usual.
func (l *live) recommendations(it *agenda.Item) []recommendation {
	var out []recommendation
	if it.Paper != nil && len(it.Paper.Recommends) > 0 {
		out = append(out, recommendation{text: "! " + strings.Join(it.Paper.Recommends, "\n! "),
			motion: strings.Join(it.Paper.Recommends, "\n"), from: "what the paper recommends"})
	}
	if it.Wording != "" {
		out = append(out, recommendation{text: "! " + it.Wording, motion: it.Wording, from: "the usual wording of the item"})
	}
	return out
}

// asResolution is words as a resolution in the notation, a part a paragraph. It
// is one of its own where another stands above it.
func (l *live) asResolution(it *agenda.Item, words string) string {
	res := &agenda.Resolution{}
	for part := range strings.SplitSeq(words, "\n") {
		res.Parts = append(res.Parts, agenda.Point{Text: part})
	}
	text := notes.Text(l.s.meeting(), agenda.Entry{Kind: agenda.Resolved, Resolution: res})
	if last := it.Last(); last != nil && last.Resolution != nil && strings.HasPrefix(text, "! ") {
		text = "!" + text
	}
	return text
}

// resolution puts what was carried, or what is recommended, into the composer as
// a resolution; pressed again, the next of them.
func (l *live) resolution(a *app) {
	it, ok := l.s.meeting().Item(l.goesTo())
	if l.secretly() {
		it, ok = l.s.record().Whole(l.goesTo())
	}
	list := l.resolutions(it)
	if !ok || !l.comp.Empty() && (l.proposed.text == "" || l.comp.Text() != l.proposed.text) {
		a.say("enter keeps your words first")
		return
	}
	if len(list) == 0 {
		l.comp.Predict("!")
		a.say("no recommendation: type it")
		return
	}
	next := 0
	for i, r := range list {
		if !l.comp.Empty() && r.text == l.proposed.text {
			next = (i + 1) % len(list)
		}
	}
	l.put(list[next])
	if words := list[next].from; next > 0 || len(list) > 1 || list[next].on != 0 || it.Paper == nil {
		if len(list) > 1 {
			words += "; " + a.keys.Resolution.Help().Key + " again for other words"
		}
		a.say(words)
	}
}

func (l *live) put(r recommendation) {
	l.comp.SetText(r.text)
	l.proposed = proposed{text: l.comp.Text(), motion: r.on, fresh: true}
}

// otherMarks begin an entry of another kind, or a command, where a proposal
// stands that nobody touched.
const otherMarks = "?>*+!|%/"

// overProposal takes a proposal away where the mark of another entry is typed
// over it; any other key edits it.
func (l *live) overProposal(a *app, msg tea.KeyPressMsg) {
	if !l.proposed.fresh {
		return
	}
	if l.comp.Text() != l.proposed.text {
		l.proposed.fresh = false
		return
	}
	key := printable(msg.Key())
	if l.proposed.fresh = matches(msg, a.keys.Resolution); key != "" && strings.Contains(otherMarks, key) && l.editing.none() {
		l.clear()
		a.say("the proposal gave way: " + a.keys.Resolution.Help().Key + " brings it back")
	}
}

// propose puts the words of a motion that was just carried into the composer,
// where nothing is being typed.
func (l *live) propose(a *app, item, motion agenda.ID) {
	it, ok := l.s.record().Whole(item)
	if !ok {
		return
	}
	for _, r := range l.resolutions(it) {
		switch {
		case r.on != motion || motion == 0:
			continue
		case !l.comp.Empty() || !l.editing.none() || l.goesTo() != item:
			a.say(it.Labels()[motion] + " carried · " + a.keys.Resolution.Help().Key + " makes it the resolution")
		default:
			l.put(r)
			a.say(it.Labels()[motion] + " carried: now the resolution")
		}
		return
	}
}

// linked has a resolution that was just kept hang on the motion whose words were
// proposed.
func (l *live) linked(r agenda.Record, applied notes.Applied) agenda.Record {
	if l.proposed.motion == 0 || applied.Kind != agenda.Resolved {
		return r
	}
	_, e, ok := r.Find(applied.Entry)
	if !ok || e.On != 0 {
		return r
	}
	c := *e
	c.On = l.proposed.motion
	if next, err := r.Edit(c); err == nil {
		return next
	}
	return r
}

// votes opens the vote, or keeps what stands behind the word.
func (l *live) votes(a *app, rest string) tea.Cmd {
	if rest != "" {
		return l.keepEntry(a, l.comp.Text())
	}
	l.clear()
	return a.push(newVote(l))
}

// statesMotion opens the page on which a motion is stated and kept by itself, or
// keeps what stands behind the word.
func (l *live) statesMotion(a *app, rest string) tea.Cmd {
	if rest != "" {
		return l.keepEntry(a, l.comp.Text())
	}
	l.clear()
	v := newVote(l)
	v.motion = 0
	v.state(agenda.MainMotion, 0, "")
	v.stated.alone = true
	return a.push(v)
}

// change opens the chosen entry for changes: a vote on its own screen where that
// can say all of it, else in the composer.
func (l *live) change(a *app) tea.Cmd {
	it, ok := l.s.record().Whole(l.shownItem())
	if !ok || l.chosen.note {
		l.edit()
		return nil
	}
	for _, e := range it.Entries {
		if e.ID != l.chosen.id || e.Vote == nil {
			continue
		}
		if v := newVoteOf(l, it.ID, e); v != nil {
			return a.push(v)
		}
	}
	l.edit()
	return nil
}

// letGoOfChoice begins anew at the end of the item where nothing is typed: an
// entry was kept there by another screen.
func (l *live) letGoOfChoice() {
	if l.comp.Empty() && l.editing.none() {
		l.letGo()
	}
}
