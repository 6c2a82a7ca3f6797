package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// taker is a screen with fields that takes words back which it once put into the
// journal, written as its Typed writes them.
type taker interface {
	screen
	TakeBack(text string)
}

// goesBack is whether words of a field can go back to where they were typed: the
// place is there still, and nothing else is open over the meeting.
func (l *lost) goesBack(a *app) bool {
	if n := len(a.stack); n > 1 {
		under, isLive := a.stack[n-2].(*live)
		if _, isHome := a.stack[n-2].(*home); !isHome && (!isLive || under.s != a.sessionWith(l.Meeting)) {
			return false
		}
	}
	r := l.snap.Record
	if s := a.sessionWith(l.Meeting); s != nil {
		r = s.record()
	}
	it, item := r.Open.Item(l.Item)
	switch {
	case l.secret() && (!item || it.Exempt == nil):
		return false // the place is public
	case l.Field == "agenda":
		return true
	case l.Field == "paper":
		return item
	case l.Field == "vote":
		return item && decidable(r, l.Item, l.After)
	}
	return false
}

// decidable is whether a vote can still be taken on an entry, or is a vote that
// can be changed; zero is a motion that is not kept yet, or none.
func decidable(r agenda.Record, item, on agenda.ID) bool {
	it, ok := r.Whole(item)
	if !ok || on == 0 {
		return ok
	}
	return slices.ContainsFunc(it.Entries, func(e *agenda.Entry) bool { return e.ID == on && e.Kind == agenda.Voted }) ||
		slices.ContainsFunc(it.Undecided(), func(s agenda.MotionState) bool { return s.Motion.ID == on })
}

// goBack opens the screen on which words of a field were typed, with the words in
// it: they are the same draft still. What else was found waits.
func (f *recovery) goBack(a *app) tea.Cmd {
	l := f.lost[f.at]
	s := l.session(a)
	var cmds []tea.Cmd
	if len(a.stack) > 1 {
		cmds = append(cmds, a.pop())
	} else {
		h := newHome()
		h.begun = true
		cmds = append(cmds, a.replace(h))
	}
	on := a.liveOf(s)
	if on == nil {
		on = newLive(a, s.base, s.body).(*live)
		cmds = append(cmds, a.push(on))
	}
	to := l.field(a, on, &cmds)
	to.TakeBack(l.Text)
	a.drafts = append(a.drafts, &drafted{fieldWords{field: to, s: s, Draft: l.Draft}, s.change, s.record()})
	a.say("found again: these words are not kept yet")
	return tea.Batch(append(cmds, a.push(to))...)
}

// field is the screen of a field.
func (l *lost) field(a *app, on *live, cmds *[]tea.Cmd) taker {
	if l.Field == "vote" {
		return votedOn(on, l.Item, l.After)
	}
	h := heldIn(on.s)
	if l.Field == "agenda" {
		return h
	}
	*cmds = append(*cmds, a.push(h))
	h.list.focus(max(0, slices.IndexFunc(h.list.rows, func(r agendaRow) bool { return r.item.ID == l.Item })))
	return newItemSheet(&h.list)
}

// votedOn is a vote on a motion, or the change of a vote.
func votedOn(l *live, item, on agenda.ID) *vote {
	if _, e, ok := l.s.record().Find(on); ok && e.Kind == agenda.Voted {
		if v := newVoteOf(l, item, e); v != nil {
			return v
		}
	}
	return &vote{l: l, item: item, line: newEditor(true), words: newEditor(true), motion: on}
}

// The fields of a vote as the journal has them. The words of a motion may have
// several lines and come last.
const (
	votedLine  = "Vote: "
	votedWords = "Result: "
	votedAside = "Put away: "
	movedBy    = "Moved: "
	secondedBy = "Seconded: "
	votedThat  = "Motion: "
	amendedTo  = "Motion as amended: "
)

// draft is what was typed of a vote, a line a field; empty: nothing was.
func (v *vote) draft() string {
	if v.Pending() == "" {
		return ""
	}
	var b strings.Builder
	add := func(label, text string) {
		if text != "" {
			b.WriteString(label + text + "\n")
		}
	}
	add(votedLine, v.line.Text())
	add(votedWords, v.words.Text())
	if v.aside != nil {
		add(votedAside, agenda.CleanLine(v.aside.typed()))
	}
	label, moved, seconded, words := votedThat, "", "", ""
	switch m := v.l.s.meeting(); {
	case v.stage == stating && v.stated.typed() != "":
		words, moved, seconded = v.stated.fields[0].Text(), v.stated.fields[1].Text(), v.stated.fields[2].Text()
		if v.stated.class == agenda.Substantive {
			label = amendedTo
		}
	case v.said != nil:
		words, moved, seconded = v.said.Text, whoWords(m, v.said.Motion.Movers), whoWords(m, v.said.Motion.Seconders)
	}
	add(movedBy, moved)
	add(secondedBy, seconded)
	add(label, words)
	return strings.TrimSuffix(b.String(), "\n")
}

// on is the entry that a vote is about: the motion, or the vote that is changed.
func (v *vote) on() agenda.ID {
	switch {
	case v.editing != nil:
		return v.editing.ID
	case v.stage == stating:
		return v.stated.on
	}
	return v.motion
}

// TakeBack puts in what draft wrote. A motion with a vote behind it had been
// stated; else it is being stated still.
func (v *vote) TakeBack(text string) {
	take := func(label string) (words string) {
		if rest, ok := strings.CutPrefix(text, label); ok {
			words, text, _ = strings.Cut(rest, "\n")
		}
		return words
	}
	v.line.SetText(take(votedLine))
	if words := take(votedWords); words != "" && v.editing == nil {
		v.words.SetText(words)
		v.outcome, v.chosen = outcomeOther, true
	}
	put, moved, seconded := take(votedAside), take(movedBy), take(secondedBy)
	words, amended := strings.CutPrefix(text, amendedTo)
	words = strings.TrimPrefix(words, votedThat)
	if put != "" {
		v.aside = stated(agenda.MainMotion, put, "", "")
	}
	if words == "" && moved == "" && seconded == "" {
		return
	}
	on, class := v.motion, agenda.MainMotion
	if amended {
		class = agenda.Substantive
	}
	v.stated, v.motion, v.stage = *stated(class, words, moved, seconded), 0, stating
	if v.stated.on, v.stated.alone = on, amended; !v.line.Empty() {
		e := v.stateEntry()
		v.said, v.stage = &e, voting
	}
}

// stated is a motion with words of the clerk's own.
func stated(class, words, moved, seconded string) *statement {
	s := &statement{class: class, source: -1, fields: [3]*editor{newEditor(false), newEditor(true), newEditor(true)}}
	for i, text := range []string{words, moved, seconded} {
		s.fields[i].SetText(text)
	}
	return s
}
