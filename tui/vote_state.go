package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// statement is a motion being stated: its words, who moves and who seconds it.
type statement struct {
	class  string
	on     agenda.ID // of a substantive motion: what was amended
	alone  bool      // it is kept by itself, with no vote behind it
	fields [3]*editor
	at     int
	given  string // the words that were put in
	source int    // which of the proposals they are
	asked  bool   // what stands in doubt was asked
}

var stateLabels = [3]string{"Words", "Moved", "Seconded"}

// state begins to state a motion. With no words given, what the paper
// recommends is proposed.
func (v *vote) state(class string, on agenda.ID, words string) {
	if v.aside != nil && class == agenda.MainMotion {
		v.stated, v.aside, v.stage, v.top = *v.aside, nil, stating, 0
		return
	}
	s := statement{class: class, on: on, alone: class == agenda.Substantive, source: -1}
	s.fields = [3]*editor{newEditor(false), newEditor(true), newEditor(true)}
	if words == "" {
		if list := v.l.recommendations(v.facts().item); len(list) > 0 {
			words, s.source = list[0].motion, 0
		}
	}
	s.give(words)
	if v.said != nil && class == agenda.MainMotion {
		s.fields[0].SetText(v.said.Text)
		s.fields[1].SetText(whoWords(v.l.s.meeting(), v.said.Motion.Movers))
		s.fields[2].SetText(whoWords(v.l.s.meeting(), v.said.Motion.Seconders))
	}
	v.stated, v.stage, v.top = s, stating, 0
}

func (s *statement) field() *editor { return s.fields[s.at] }

// give puts words in that are proposed: typing takes their place, and any key
// that moves edits them.
func (s *statement) give(words string) {
	s.given = words
	s.fields[0].SetText(words)
	s.fields[0].selectTo(spot{}, s.fields[0].end())
}

// typed is what the clerk typed here; empty where all of it was proposed.
func (s *statement) typed() string {
	if s.fields[0] == nil || s.fields[0].Text() == s.given && s.fields[1].Empty() && s.fields[2].Empty() {
		return ""
	}
	return strings.TrimSpace(s.fields[0].Text() + "\n" + s.fields[1].Text() + "\n" + s.fields[2].Text())
}

// asMoved is whether the words are those before the amendment still.
func (s *statement) asMoved() bool {
	return s.class == agenda.Substantive && s.fields[0].Text() == s.given
}

func (v *vote) stateKey(a *app, msg tea.KeyPressMsg) tea.Cmd {
	k, s := &a.keys, &v.stated
	s.asked = s.asked && matches(msg, k.Keep)
	switch {
	case matches(msg, k.Back):
		return v.stateBack(a)
	case matches(msg, k.Keep):
		return v.stateDone(a)
	case matches(msg, k.Newline) && s.at == 0:
		s.field().Insert("\n")
	case matches(msg, k.Kind):
		s.at = (s.at + 1) % len(s.fields)
	case matches(msg, k.KindBack):
		s.at = (s.at + len(s.fields) - 1) % len(s.fields)
	case matches(msg, k.Resolution):
		v.otherWords(a)
	case matches(msg, k.Vote) && !s.alone:
		if v.setAside() {
			a.say(putAway(a))
		}
		v.stage, v.said, v.motion = voting, nil, 0
	case matches(msg, k.Undo):
		s.field().Undo()
	case matches(msg, k.Redo):
		s.field().Redo()
	default:
		if handled, _ := s.field().Update(msg); handled {
			return nil
		}
		switch {
		case matches(msg, k.Up):
			s.at = max(0, s.at-1)
		case matches(msg, k.Down):
			s.at = min(len(s.fields)-1, s.at+1)
		}
	}
	return nil
}

// stateBack leaves the page; what was typed on it is put away.
func (v *vote) stateBack(a *app) tea.Cmd {
	s := &v.stated
	if v.motion != 0 && s.class != agenda.Substantive && !s.alone || v.said != nil {
		if v.setAside() {
			a.say(putAway(a))
		}
		v.stage = voting
		return nil
	}
	switch {
	case v.putAside():
		a.say(putAway(a))
	case s.class != agenda.Substantive:
		a.say("nothing was kept")
	}
	return a.pop()
}

// otherWords goes through what is proposed as the words of a motion.
func (v *vote) otherWords(a *app) {
	list := v.l.recommendations(v.facts().item)
	s := &v.stated
	switch {
	case len(list) == 0:
		a.say("nothing is proposed: type the words")
	case s.fields[0].Text() != s.given && !s.fields[0].Empty():
		a.say("these are your own words; " + a.keys.Undo.Help().Key + " takes them back")
	default:
		s.source = (s.source + 1) % len(list)
		s.at = 0
		s.give(list[s.source].motion)
		a.say(list[s.source].from)
	}
}

// stateDone puts the motion to the vote, or keeps it where that is all.
func (v *vote) stateDone(a *app) tea.Cmd {
	e := v.stateEntry()
	if e.Text == "" {
		v.problem = "A motion needs words."
		return nil
	}
	words := v.inDoubt()
	if strings.HasPrefix(e.Text, "/") {
		words = "Here the words alone are typed, without a /word. Enter again keeps them as they stand."
	}
	if words != "" && !v.stated.asked {
		v.problem, v.stated.asked = words, true
		return nil
	}
	if !v.stated.alone {
		v.said, v.motion, v.stage = &e, 0, voting
		return nil
	}
	return v.stand(a, e)
}

// leave goes back to the minutes. A motion that was stated is before the
// meeting: it is kept, to be debated.
func (v *vote) leave(a *app) tea.Cmd {
	if v.said != nil {
		cmd := v.stand(a, *v.said)
		if v.problem == "" {
			v.said = nil
			v.putAside() // what was typed of the vote waits for it
		}
		return cmd
	}
	if a.say("nothing was kept"); v.putAside() {
		a.say(putAway(a))
	}
	return a.pop()
}

// stand keeps a motion with no vote.
func (v *vote) stand(a *app, e agenda.Entry) tea.Cmd {
	next, id, err := v.l.s.record().Add(v.item, e)
	if err != nil {
		v.problem = plainError(err)
		return nil
	}
	v.motion = id
	label := v.label(next)
	cmd := v.l.s.do(next, "motion "+label+" in "+v.l.itemWords(v.item))
	v.l.letGoOfChoice()
	a.say(label + " is before the meeting; " + a.keys.Vote.Help().Key + " votes on it")
	return tea.Batch(cmd, a.pop())
}

// stateEntry is the motion as it is stated.
func (v *vote) stateEntry() agenda.Entry {
	s := &v.stated
	words := agenda.Clean(strings.TrimSpace(s.fields[0].Text()))
	return agenda.Entry{Kind: agenda.Moved, Text: words, On: s.on, Motion: &agenda.Motion{
		Class: s.class, Movers: v.people(s.fields[1].Text()), Seconders: v.people(s.fields[2].Text()),
	}}
}

// stateKeys is what works while a motion is stated.
func (v *vote) stateKeys(a *app) []key.Binding {
	k := &a.keys
	enter, esc := "put it to the vote", "leave, nothing kept"
	switch {
	case v.stated.class == agenda.Substantive:
		enter, esc = "keep it", "leave it unsaid"
	case v.stated.alone:
		enter = "keep the motion"
	}
	if a.width < 60 {
		enter, esc = "go on", "leave"
	}
	out := []key.Binding{labelled(k.Keep, enter), labelled(k.Kind, "next field"), labelled(k.Resolution, "other words")}
	if !v.stated.alone {
		out = append(out, labelled(k.Vote, "vote with no motion"))
	}
	return append(out, labelled(k.Back, esc), k.Newline, labelled(k.KindBack, "field before"), both(k.Up, k.Down, "next field"))
}
