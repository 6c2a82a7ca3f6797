package notes

import (
	"strings"

	"minutebook/agenda"
)

// classes are the words that move something.
var classes = map[string]string{
	"motion": agenda.MainMotion, "amend": agenda.Amendment, "substantive": agenda.Substantive, "procedure": agenda.Procedure,
}

// motionKinds is what the words of motions and votes become.
var motionKinds = map[string]agenda.Kind{
	"motion": agenda.Moved, "amend": agenda.Moved, "substantive": agenda.Moved, "procedure": agenda.Moved,
	"vote": agenda.Voted, "strike": agenda.TakenBack,
}

// motionWord applies the words of motions and votes; false where word is none
// of them.
func (s *scribe) motionWord(word string, u *unit, f frag) bool {
	switch class := classes[word]; {
	case class != "":
		s.moved(class, u, f)
	case word == "vote":
		s.voted(f)
	case word == "strike":
		s.struck(f)
	case word == "items" && s.motionAbove() != nil:
		s.decides(s.motionAbove(), f)
	default:
		return false
	}
	return true
}

// moved reads "[TARGET] MOVERS / SECONDERS: WORDS".
func (s *scribe) moved(class string, u *unit, f frag) {
	e := agenda.Entry{Kind: agenda.Moved, Motion: &agenda.Motion{Class: class}, Points: s.points(u.points)}
	before := len(s.problems)
	rest, l, ok := f, label{}, false
	var loose bool
	if class == agenda.Amendment || class == agenda.Substantive {
		if l, rest, ok = cutLabel(f); ok {
			if !s.hangs(&e, l) {
				return
			}
		} else if on := target(s.docket(), class); on != nil {
			e.On = on.ID
		} else {
			loose = true
		}
	}
	people, words, colon := rest.cutNames(':')
	if !colon {
		s.unsaid(class, rest)
		return
	}
	movers, seconders, _ := people.cutNames('/')
	e.Motion.Movers = s.people(movers.trim(), ',', nil)
	e.Motion.Seconders = s.people(seconders.trim(), ',', nil)
	e.Text = strings.Trim(words.s, " \n")
	switch {
	case len(s.problems) > before:
		return
	case e.Text == "" && len(e.Points) == 0:
		s.expected(f, quoted(f.s)+" with no words behind the colon", "the words of the motion, like That it be approved.")
		return
	}
	if loose {
		s.wrong(f, Problem{Found: "no motion above it in the item", Expected: "the motion it is about; m0 in front says that none is known", Warning: true})
	}
	s.entry(e, f)
	s.await(l, s.applied.Entry)
	if s.own {
		s.arrived(s.applied.Entry)
	} else {
		s.applied.What = class + " " + s.called(s.applied.Entry)
		if class == agenda.Procedure {
			s.applied.What = "procedural motion " + s.called(s.applied.Entry)
		} else if class == agenda.Substantive {
			s.applied.What = "substantive motion " + s.called(s.applied.Entry)
		}
	}
}

// target is the motion that a new one is about unless it says otherwise.
func target(d *agenda.Docket, class string) *agenda.Entry {
	if class == agenda.Substantive {
		return d.SubstantiveTarget()
	}
	return d.AmendTarget()
}

// called is what a motion is called from where the scribe writes.
func (s *scribe) called(motion agenda.ID) string {
	v := view{Meeting: s.seen()[0]}
	return v.label(s.current(), motion)
}

// motionAbove is the motion directly above, or nil.
func (s *scribe) motionAbove() *agenda.Entry {
	if last := s.current().Last(); last != nil && last.Motion != nil && s.number == "" && (!s.anew || s.added > 0) {
		return last
	}
	return nil
}

// decides reads "/items A, B" below a motion.
func (s *scribe) decides(above *agenda.Entry, f frag) {
	items := s.items(f)
	switch {
	case above.Motion.Items != nil:
		s.expected(f, "a second /items", "only one below each motion")
		return
	case items == nil:
		s.expected(f, "/items alone", "the numbers of the items it decides, like /items 4, 5")
		return
	}
	e, motion := *above, *above.Motion
	motion.Items = items
	e.Motion = &motion
	s.replace(e)
}

// writeDecided is the line below a motion that decides several items.
func writeDecided(m *agenda.Meeting, e *agenda.Entry) string {
	if e.Motion == nil || len(e.Motion.Items) == 0 {
		return ""
	}
	return "/items " + writeItems(m, e.Motion.Items) + "\n"
}

// writeMotion is the /word of a motion, a vote, an outcome or a strike.
func writeMotion(v *view, e *agenda.Entry) string {
	home := v.home(e.ID)
	switch {
	case e.Vote != nil:
		return "/vote " + v.label(home, e.On) + " " + joinFields(writeVote(v.Meeting, e.Vote), e.Vote)
	case e.Outcome != nil:
		return writeSettled(v.label(home, e.On), *e.Outcome)
	case e.Strike != nil:
		return writeStrike(v, home, e)
	}
	return writeMoved(v, home, e)
}

func writeMoved(v *view, home *agenda.Item, e *agenda.Entry) string {
	line := "/" + classWord(e.Motion.Class)
	if e.Motion.Class == agenda.Amendment || e.Motion.Class == agenda.Substantive {
		usual := agenda.ID(0)
		if home != nil {
			if on := target(v.above(e.ID).docket, e.Motion.Class); on != nil {
				usual = on.ID
			}
		}
		if l := v.label(home, e.On); usual == 0 || usual != e.On {
			line += " " + l
		}
	}
	line += " " + writePeople(v.Meeting, e.Motion.Movers, writeWho)
	if len(e.Motion.Seconders) > 0 {
		line = strings.TrimRight(line, " ") + " / " + writePeople(v.Meeting, e.Motion.Seconders, writeWho)
	}
	if e.Motion.Movers == nil && e.Motion.Seconders == nil && line == "/motion " {
		return "/motion : " + e.Text
	}
	return strings.TrimRight(line, " ") + ": " + e.Text
}
